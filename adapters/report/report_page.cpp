// Putting the fragment together. Ids begin with the report's year and version, so that two reports
// can stand in one page. Not mustache: a table's rows and a chart's bars are reckoned, not filled
// in.
#include "adapters/report/report_page.hpp"

#include "adapters/report/figure_sheets.hpp"
#include "adapters/report/report_json.hpp"
#include "adapters/report/report_texts.hpp"
#include "adapters/report/sheet/chart.hpp"
#include "adapters/report/sheet/html.hpp"
#include "adapters/report/yearly_sheets.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::report {

namespace {

using sheet::escaped;

std::string heading(int level, std::string_view words, std::string_view id = {}) {
  const std::string tag = "h" + std::to_string(level);
  const std::string anchor = id.empty() ? "" : " id=\"" + escaped(id) + "\"";
  return "<" + tag + anchor + ">" + escaped(words) + "</" + tag + ">\n";
}

std::string paragraph(std::string_view words) { return "<p>" + escaped(words) + "</p>\n"; }

std::string prefix_of(const ReportHead& head) {
  return "report-" + std::to_string(head.year) + "-" + std::to_string(head.version);
}

std::string head_html(const ReportHead& head, const std::string& digest, Language language) {
  std::string out = head.historical ? paragraph(text("head.historical", language)) : "";
  out += "<dl>\n";
  const auto line = [&out](std::string_view name, std::string_view value) {
    out += "<dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd>\n";
  };
  for (const auto& [name, value] : head_of(head, language)) line(name, value);
  line(text("head.digest", language), digest);
  return out + "</dl>\n";
}

/// A few words that a screen reader says after the chart's title.
std::string chart_text(const sheet::Sheet& table) {
  std::string out;
  for (const auto& row : table.rows) {
    out += (out.empty() ? "" : "; ") + row.front().text + ": " + row[table.chart].text;
  }
  return out;
}

std::string sheet_html(const sheet::Sheet& table, const std::string& prefix, int level) {
  const std::string id = prefix + "-" + table.id;
  std::string out = heading(level, table.title, id);
  const std::string chart = sheet::to_svg(table, id + "-chart", chart_text(table));
  if (!chart.empty()) out += "<figure>\n" + chart + "</figure>\n";
  return out + sheet::to_html(table, id);
}

std::string good_examples(const CouncilWords& words, int level, Language language) {
  if (words.good_examples.empty()) return {};
  std::string out = heading(level, text_of("section.good_examples", language));
  for (const GoodExample& one : words.good_examples) {
    out += heading(level + 1, one.parties) + paragraph(one.text);
  }
  return out;
}

std::string open_questions(const CouncilWords& words, int level, Language language) {
  if (words.open_questions.empty()) return {};
  std::string out = heading(level, text_of("section.open_questions", language)) + "<ul>\n";
  for (const auto& one : words.open_questions) out += "<li>" + escaped(one) + "</li>\n";
  return out + "</ul>\n";
}

std::string analysis(const CouncilWords& words, int level, Language language) {
  std::string out;
  if (!words.reasons.empty()) {
    out += heading(level, text_of("section.reason_words", language)) + "<ul>\n";
    for (const auto& one : words.reasons) {
      out += "<li>" + escaped(word(one.reason, language)) + ": " + escaped(one.text) + "</li>\n";
    }
    out += "</ul>\n";
  }
  if (!words.analysis.empty()) out += heading(level, text_of("section.analysis", language));
  for (const Passage& one : words.analysis) {
    if (one.about) out += heading(level + 1, word(*one.about, language));
    out += paragraph(one.text);
  }
  return out;
}

/// The council writes Swedish; a page in another language says so of its words.
std::string words_html(const CouncilWords& words, int level, Language language) {
  const std::string out = good_examples(words, level, language) +
                          open_questions(words, level, language) + analysis(words, level, language);
  if (out.empty() || language == Language::swedish) return out;
  return "<div lang=\"sv\">\n" + out + "</div>\n";
}

std::string section(const std::string& prefix, const std::string& content, Language language) {
  const std::string_view lang = language == Language::swedish ? "sv" : "en";
  return "<section class=\"report\" lang=\"" + std::string{lang} + "\" aria-labelledby=\"" +
         prefix + "-title\">\n" + content + "</section>\n";
}

}  // namespace

std::string page_of(const YearlyReport& report, Language language, int level) {
  const std::string prefix = prefix_of(report.head);
  std::string out =
      heading(level, text("title.year", language) + " " + std::to_string(report.head.year),
              prefix + "-title");
  out += head_html(report.head, digest_of(report), language);
  if (report.most_common) {
    out += paragraph(text("row.most_common", language) + ": " +
                     std::string{word(*report.most_common, language)});
  }
  for (const auto& table : sheets_of(report, language)) {
    out += sheet_html(table, prefix, level + 1);
  }
  out += words_html(report.words, level + 1, language);
  return section(prefix, out, language);
}

std::string page_of(const KeyFigures& figures, Language language, int level) {
  const std::string prefix = "figures-" + prefix_of(figures.head);
  std::string out =
      heading(level, text("title.figures", language) + " " + std::to_string(figures.head.year),
              prefix + "-title");
  out += head_html(figures.head, digest_of(figures), language);
  out += paragraph(text("note.figures", language));
  for (const auto& table : sheets_of(figures, language)) {
    out += sheet_html(table, prefix, level + 1);
  }
  return section(prefix, out, language);
}

std::string document_of(const std::string& title, const std::string& fragment, Language language) {
  const std::string lang = language == Language::swedish ? "sv" : "en";
  return "<!doctype html>\n<html lang=\"" + lang +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
         "content=\"width=device-width, initial-scale=1\">\n<title>" +
         escaped(title) + "</title>\n</head>\n<body>\n<main>\n" + fragment +
         "</main>\n</body>\n</html>\n";
}

std::string chart_of(const YearlyReport& report, std::string_view id, Language language) {
  for (const auto& table : sheets_of(report, language)) {
    if (table.id != id) continue;
    return sheet::to_svg(table, prefix_of(report.head) + "-" + table.id + "-chart",
                         chart_text(table));
  }
  return {};
}

}  // namespace kallad::report
