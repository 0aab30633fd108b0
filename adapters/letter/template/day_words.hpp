// Days and times of day as people say them: "fredag den 20 mars 2026", "13.00".
// Not a calendar: which day something is on was decided before. Names, and which of two
// readings is meant: adapters/wording/days.
#pragma once

#include <string>

#include "adapters/wording/words/language.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::letter {

/// "fredag den 20 mars 2026", "Friday 20 March 2026".
std::string day_words(Date day, Language language);

/// "13.00", "13:00"; with "(sommartid)" or "(normaltid)" where the wall's clock shows it twice that
/// day.
std::string time_words(Instant moment, const Zone& zone, Language language);

/// The day a deadline ends, with the time where it does not end with the day's last second:
/// "fredag den 20 mars 2026 kl. 13.00".
std::string deadline_words(Instant moment, const Zone& zone, Language language);

}  // namespace kallad::letter
