// ICU is given a reading of the wall's clock as if it were UTC, so that the zone is ours alone.
// Not localised further: numbers are plain digits in both languages.
#include "adapters/wording/days/day_words.hpp"

#include <unicode/smpdtfmt.h>

#include <stdexcept>

namespace kallad::days {

std::string by_pattern(LocalTime reading, const char16_t* pattern, Language language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale =
      language == Language::swedish ? icu::Locale{"sv", "SE"} : icu::Locale{"en", "GB"};
  icu::SimpleDateFormat format{icu::UnicodeString{pattern}, locale, status};
  if (U_FAILURE(status)) throw std::runtime_error(std::string{"ICU: "} + u_errorName(status));
  format.setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString made;
  format.format(static_cast<UDate>(reading.time_since_epoch().count()), made);
  std::string text;
  made.toUTF8String(text);
  return text;
}

std::string day_words(Date day, Language language) {
  return by_pattern(LocalTime{std::chrono::local_days{day}}, u"EEEE d MMMM y", language);
}

std::string moment_words(LocalTime reading, Language language) {
  return by_pattern(
      reading,
      language == Language::swedish ? u"EEEE d MMMM y 'kl.' HH.mm" : u"EEEE d MMMM y 'at' HH:mm",
      language);
}

std::string moment_words(Instant moment, const Zone& zone, Language language) {
  return moment_words(zone.to_local(moment), language) + which_of_two(moment, zone, language);
}

std::string which_of_two(Instant moment, const Zone& zone, Language language) {
  const LocalTime reading = zone.to_local(moment);
  const bool swedish = language == Language::swedish;
  const auto shows_it = [&](Instant other) { return zone.to_local(other) == reading; };
  if (shows_it(moment + std::chrono::hours{1})) return swedish ? " (sommartid)" : " (summer time)";
  if (shows_it(moment - std::chrono::hours{1})) {
    return swedish ? " (normaltid)" : " (standard time)";
  }
  return "";
}

}  // namespace kallad::days
