// Names of days and months are ICU's.
// Not a time zone: readings of the wall clock come in as they are.
#include "adapters/paper/writer.hpp"

#include <unicode/smpdtfmt.h>

#include <stdexcept>

namespace kallad::paper {

namespace {

/// What the wall clock shows, by an ICU pattern. The reading is given to ICU as if it were UTC.
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

}  // namespace

Writer::Writer(Language language, std::string_view title, const std::string& case_number) {
  document_.language = language;
  document_.title = text(title);
  if (!case_number.empty()) document_.reference = text("case") + " " + case_number;
  document_.beside = {text("page"), text("checked"), text("unchecked")};
  put(Heading{1, document_.title});
}

std::string Writer::day(const std::optional<Date>& day) const {
  if (!day) return "";
  return by_pattern(LocalTime{std::chrono::local_days{*day}}, u"EEEE d MMMM y", language());
}

std::string Writer::short_day(const std::optional<Date>& day) { return day ? iso(*day) : ""; }

std::string Writer::moment(const std::optional<LocalTime>& moment) const {
  if (!moment) return "";
  const bool swedish = language() == Language::swedish;
  return by_pattern(*moment, swedish ? u"EEEE d MMMM y 'kl.' HH.mm" : u"EEEE d MMMM y 'at' HH:mm",
                    language());
}

std::string Writer::short_moment(const std::optional<LocalTime>& moment) {
  return moment ? by_pattern(*moment, u"yyyy-MM-dd HH:mm", Language::swedish) : "";
}

void Writer::list(std::initializer_list<std::string_view> keys, bool numbered) {
  List block;
  block.numbered = numbered;
  for (const std::string_view key : keys) block.items.push_back(text(key));
  put(std::move(block));
}

void Writer::table(std::string_view caption, std::vector<Column> columns,
                   std::vector<std::vector<std::string>> rows, int blank, bool row_headers,
                   int hand_lines) {
  const int blank_rows = rows.empty() ? blank : 0;
  put(Table{caption.empty() ? "" : text(caption), std::move(columns), std::move(rows), row_headers,
            blank_rows, hand_lines});
}

std::string lines_of(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : "\n") + text;
  return all;
}

}  // namespace kallad::paper
