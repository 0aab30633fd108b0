// Single words as values and values as words: days, times, numbers, names of enums. One place, so
// that what a command says and what an expectation sees are read the same way.
// Not fields: bind.hpp knows which field a word is about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/codec/shape.hpp"
#include "adapters/scene/fields/setting.hpp"
#include "adapters/scene/fields/story_fault.hpp"

namespace kallad::scene {

constexpr std::size_t day_length = 10;  ///< of "2026-03-20"

/// A moment as a story writes it: HH:MM on the line's day, YYYY-MM-DD HH:MM (or with T) on the wall
/// clock, or that with Z in UTC. Nothing where it is none.
std::optional<Instant> read_moment(std::string_view text, const Setting& setting);
std::optional<LocalTime> read_wall_clock(std::string_view text, const Setting& setting);
/// An integer with sign; nothing where it is none or too large.
std::optional<std::int64_t> read_number(std::string_view text);

bool is_enumerator(const codec::Shape& shape, std::string_view name);
/// Whether the text looks like a value of that kind (integer, date, instant, local_time).
bool has_form_of(codec::Kind kind, std::string_view text);

/// Puts one word's value into a value that is no struct, list or optional. Throws StoryFault.
void set_value(const codec::Shape& shape, void* target, const Word& word, bool as_written,
               const Setting& setting);

/// A value that is no struct or list as a story would write it; "none" for an empty optional.
std::string text_of(const codec::Shape& shape, const void* value, const Setting& setting);

}  // namespace kallad::scene
