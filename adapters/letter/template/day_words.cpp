// ICU is given a reading of the wall's clock as if it were UTC, so that the zone is ours alone.
// Not localised further: numbers are plain digits in both languages.
#include "adapters/letter/template/day_words.hpp"

#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace kallad::letter {

namespace {

struct Pattern {
  const char* locale;
  const char16_t* text;
};

/// Throws std::runtime_error where ICU cannot.
std::string formatted(const Pattern& pattern, LocalTime reading) {
  UErrorCode error = U_ZERO_ERROR;
  icu::SimpleDateFormat format{icu::UnicodeString{pattern.text}, icu::Locale{pattern.locale},
                               error};
  if (U_FAILURE(error) != 0) throw std::runtime_error("ICU has no such date format");
  format.adoptTimeZone(icu::TimeZone::getGMT()->clone());
  icu::UnicodeString words;
  format.format(static_cast<UDate>(reading.time_since_epoch().count()), words);
  std::string text;
  words.toUTF8String(text);
  return text;
}

bool is_swedish(Language language) { return language == Language::swedish; }

/// Which of two it is where the clock shows the reading twice; else nothing.
std::string which_of_two(Instant moment, const Zone& zone, Language language) {
  const LocalTime reading = zone.to_local(moment);
  const auto shows_it = [&](Instant other) { return zone.to_local(other) == reading; };
  const bool is_first = shows_it(moment + std::chrono::hours{1});
  const bool is_second = shows_it(moment - std::chrono::hours{1});
  if (is_first) return is_swedish(language) ? " (sommartid)" : " (summer time)";
  if (is_second) return is_swedish(language) ? " (normaltid)" : " (standard time)";
  return "";
}

}  // namespace

std::string day_words(Date day, Language language) {
  static constexpr Pattern swedish{"sv", u"EEEE 'den' d MMMM y"};
  static constexpr Pattern english{"en", u"EEEE d MMMM y"};
  return formatted(is_swedish(language) ? swedish : english,
                   LocalTime{std::chrono::local_days{day}});
}

std::string time_words(Instant moment, const Zone& zone, Language language) {
  static constexpr Pattern swedish{"sv", u"HH.mm"};
  static constexpr Pattern english{"en", u"HH:mm"};
  return formatted(is_swedish(language) ? swedish : english, zone.to_local(moment)) +
         which_of_two(moment, zone, language);
}

std::string deadline_words(Instant moment, const Zone& zone, Language language) {
  const Date day = zone.day_of(moment);
  const std::string words = day_words(day, language);
  if (moment == zone.end_of(day)) return words;
  return words + (is_swedish(language) ? " kl. " : " at ") + time_words(moment, zone, language);
}

}  // namespace kallad::letter
