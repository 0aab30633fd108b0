// What somebody typed to find cases by, as words that lines are looked up by: each is the beginning
// of a word of the line, or stands for units, huvudmän, kinds or steps that are called so.
// Not the index: adapters/store/sqlite/lists. Rule kept: names are those of the register as it is
// now, in either language for kinds and steps, whatever the reader's.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "adapters/store/sqlite/lists/entry_search.hpp"
#include "engine/register/register.hpp"

namespace kallad::api {

/// More than this nobody types: bytes, words, and what one word may stand for.
inline constexpr std::size_t longest_search = 200;
inline constexpr std::size_t most_search_words = 12;
inline constexpr std::size_t most_marks = 1'000;

/// Nothing where there is no word in it, or too much.
std::optional<std::vector<EntryWord>> search_words(std::string_view typed, const Register& known);

}  // namespace kallad::api
