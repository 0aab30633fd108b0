// How the small values look as text: ids, days, moments, wall-clock readings, and text itself.
// Not locale: one form for programs. Rule kept: only what exists is taken in (no 30 February, no
// 24:00, no byte that is not UTF-8), and each form that is written is also read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/spine/instant.hpp"

namespace kallad::codec {

inline constexpr std::string_view id_pattern = "[a-z0-9]+([._/-][a-z0-9]+)*";
inline constexpr std::string_view date_form = "YYYY-MM-DD";
inline constexpr std::string_view instant_form = "YYYY-MM-DDThh:mm:ss[.mmm]Z";
inline constexpr std::string_view local_time_form = "YYYY-MM-DDThh:mm[:ss[.mmm]]";

/// The position of the first byte that is no part of well-formed UTF-8, or npos.
std::size_t first_not_utf8(std::string_view text);

/// What somebody wrote, without what no eye sees: lines end with \n whatever program wrote them;
/// characters that only turn the order of reading or take no room are left out (copied from other
/// programs, or there to make a name read as another); and wide letters and digits, as keyboards
/// of East Asia make them, become the common ones, so that a number is the same number. Joiners
/// that some alphabets need stay.
std::string legible(std::string_view text);

/// The rule a text breaks: bad_text (not UTF-8, or a control character other than \n and \t) or
/// too_long (in characters, not bytes). Empty where it breaks none.
std::string_view broken_text_rule(std::string_view text);

/// Whether it is an id: lower-case ASCII letters and digits, one of . _ - / between them, 64 at
/// most. So "a/../b" and "" are none.
bool is_id(std::string_view text);

std::optional<Date> read_date(std::string_view text);
std::optional<Instant> read_instant(std::string_view text);
std::optional<LocalTime> read_local_time(std::string_view text);

/// Appends the form; false, and nothing appended, where the value has none (no such day, not in
/// years 0-9999). An Instant is written with milliseconds only where there are any, a LocalTime to
/// the minute where that is all.
bool put_date(std::string& out, Date day);
bool put_instant(std::string& out, Instant moment);
bool put_local_time(std::string& out, LocalTime reading);

}  // namespace kallad::codec
