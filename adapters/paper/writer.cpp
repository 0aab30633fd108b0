// Blocks put one after another, with their texts.
// Not a time zone: readings of the wall clock come in as they are.
#include "adapters/paper/writer.hpp"

#include "adapters/wording/days/day_words.hpp"

namespace kallad::paper {

Writer::Writer(Language language, std::string_view title, const std::string& case_number) {
  document_.language = language;
  document_.title = text(title);
  if (!case_number.empty()) document_.reference = text("case") + " " + case_number;
  document_.beside = {text("page"), text("checked"), text("unchecked")};
  put(Heading{1, document_.title});
}

std::string Writer::day(const std::optional<Date>& day) const {
  return day ? days::day_words(*day, language()) : "";
}

std::string Writer::short_day(const std::optional<Date>& day) { return day ? iso(*day) : ""; }

std::string Writer::moment(const std::optional<LocalTime>& moment) const {
  return moment ? days::moment_words(*moment, language()) : "";
}

std::string Writer::short_moment(const std::optional<LocalTime>& moment) {
  return moment ? days::by_pattern(*moment, u"yyyy-MM-dd HH:mm", Language::swedish) : "";
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
