// Days and moments as people read them: "fredag 20 mars 2026", "20 mars kl. 13.00", "i morgon".
// Not ISO 8601, which stands beside them in <time datetime>. Rule kept: times are those of
// Europe/Stockholm, by the calendar that is given; month and weekday names are ICU's.
#pragma once

#include <boost/describe.hpp>
#include <string>

#include "adapters/wording/words/language.hpp"
#include "engine/deadline/calendar.hpp"

namespace kallad::web {

/// A point in time for a template: `iso` for <time datetime="">, `text` to read.
struct When {
  std::string iso;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(When, (), (iso, text))

/// "fredag 20 mars 2026"; "Friday 20 March 2026".
When day_told(Date day, Language language);
/// "fredag 20 mars 2026 kl. 13.00"; "Friday 20 March 2026 at 13:00".
When moment_told(Instant moment, const Calendar& calendar, Language language);
/// "20 mars kl. 13.00"; "20 March 13:00": where many stand side by side.
When moment_short(Instant moment, const Calendar& calendar, Language language);
/// "13.00"; "13:00".
std::string clock_told(Instant moment, const Calendar& calendar, Language language);
/// How far `day` is from the day of `now`: "idag", "i morgon", "igår", "om 3 dagar", "för 2 dagar
/// sedan".
std::string nearness(Date day, Instant now, const Calendar& calendar, Language language);

}  // namespace kallad::web
