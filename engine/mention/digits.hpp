// What is told by digits: joints between them, months, and a place from one sign to another.
// Not a search: numbers.hpp and contacts.hpp.
#pragma once

#include <array>
#include <string_view>

#include "engine/mention/running_text.hpp"
#include "engine/spine/code_points.hpp"

namespace kallad::mention {

inline constexpr auto months = std::to_array<std::u32string_view>(
    {U"januari", U"februari", U"mars", U"april", U"maj", U"juni", U"juli", U"augusti", U"september",
     U"oktober", U"november", U"december"});

/// Whether it may stand between the digits of one number.
bool is_joint(char32_t c);

/// The finding from one sign to another, both included.
TextFinding between(std::string_view rule, TextSeverity severity, const text::Mark& first,
                    const text::Mark& last);

}  // namespace kallad::mention
