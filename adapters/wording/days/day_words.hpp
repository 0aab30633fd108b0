// Days and moments as people say them, for pages, letters and papers alike: names are ICU's.
// Not a calendar: which day something is on was decided before; ICU never sees a time zone. Rule
// kept: a reading of the clock that comes twice, in autumn, says which one is meant.
#pragma once

#include <string>

#include "adapters/wording/words/language.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::days {

/// What the wall clock shows, by an ICU pattern. Throws std::runtime_error where ICU cannot.
std::string by_pattern(LocalTime reading, const char16_t* pattern, Language language);

/// "fredag 20 mars 2026", "Friday 20 March 2026".
std::string day_words(Date day, Language language);

/// "fredag 20 mars 2026 kl. 13.00", "Friday 20 March 2026 at 13:00".
std::string moment_words(LocalTime reading, Language language);
/// The same, with which_of_two.
std::string moment_words(Instant moment, const Zone& zone, Language language);

/// " (sommartid)" or " (normaltid)" where the wall's clock shows the moment twice that day; else
/// nothing.
std::string which_of_two(Instant moment, const Zone& zone, Language language);

}  // namespace kallad::days
