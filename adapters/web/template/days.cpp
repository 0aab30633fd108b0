// ICU's names of days and months, in the two languages of the product.
// Not a time zone: the calendar has turned moments into local time before ICU sees them.
#include "adapters/web/template/days.hpp"

#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>

#include <memory>
#include <stdexcept>

#include "adapters/web/template/texts.hpp"

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

/// What the wall clock shows, by an ICU pattern. The reading is given to ICU as if it were UTC.
std::string by_pattern(LocalTime reading, const char16_t* pattern, Language language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::SimpleDateFormat format{icu::UnicodeString{pattern}, locale_of(language), status};
  must(status);
  format.setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  format.format(static_cast<UDate>(reading.time_since_epoch().count()), text);
  return utf8(text);
}

}  // namespace

When day_told(Date day, Language language) {
  return {iso(day), by_pattern(LocalTime{local_days{day}}, u"EEEE d MMMM y", language)};
}

When moment_told(Instant moment, const Calendar& calendar, Language language) {
  const char16_t* pattern =
      language == Language::swedish ? u"EEEE d MMMM y 'kl.' HH.mm" : u"EEEE d MMMM y 'at' HH:mm";
  return {iso(moment), by_pattern(calendar.zone().to_local(moment), pattern, language)};
}

std::string nearness(Date day, Instant now, const Calendar& calendar, Language language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RelativeDateTimeFormatter format{locale_of(language), status};
  must(status);
  const auto days = (local_days{day} - local_days{calendar.zone().day_of(now)}).count();
  icu::UnicodeString text;
  format.format(static_cast<double>(days), UDAT_REL_UNIT_DAY, text, status);
  must(status);
  return utf8(text);
}

}  // namespace kallad::web
