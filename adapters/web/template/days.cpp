// Days and moments for a template, and how near they are.
// Not their words: adapters/wording/days.
#include "adapters/web/template/days.hpp"

#include <unicode/reldatefmt.h>

#include <stdexcept>

#include "adapters/web/template/texts.hpp"
#include "adapters/wording/days/day_words.hpp"

namespace kallad::web {

namespace {

using std::chrono::local_days;

icu::Locale locale_of(Language language) {
  return language == Language::swedish ? icu::Locale{"sv", "SE"} : icu::Locale{"en", "GB"};
}

void must(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string{"ICU: "} + u_errorName(status));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

When day_told(Date day, Language language) { return {iso(day), days::day_words(day, language)}; }

When moment_told(Instant moment, const Calendar& calendar, Language language) {
  return {iso(moment), days::moment_words(moment, calendar.zone(), language)};
}

When moment_short(Instant moment, const Calendar& calendar, Language language) {
  const bool swedish = language == Language::swedish;
  return {iso(moment), days::by_pattern(calendar.zone().to_local(moment),
                                        swedish ? u"d MMM 'kl.' HH.mm" : u"d MMM HH:mm", language)};
}

std::string clock_told(Instant moment, const Calendar& calendar, Language language) {
  const bool swedish = language == Language::swedish;
  return days::by_pattern(calendar.zone().to_local(moment), swedish ? u"HH.mm" : u"HH:mm",
                          language) +
         days::which_of_two(moment, calendar.zone(), language);
}

std::string nearness(Date day, Instant now, const Calendar& calendar, Language language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RelativeDateTimeFormatter format{locale_of(language), status};
  must(status);
  const auto count = (local_days{day} - local_days{calendar.zone().day_of(now)}).count();
  icu::UnicodeString text;
  format.format(static_cast<double>(count), UDAT_REL_UNIT_DAY, text, status);
  must(status);
  return utf8(text);
}

}  // namespace kallad::web
