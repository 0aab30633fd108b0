// Blocks made of the tables. Columns of numbers are narrow, those of words wide, so that nothing is
// broken in the middle of a word. Not a measure of anything: print/ knows how wide a page is.
#include "adapters/report/form/report_paper.hpp"

#include <algorithm>

#include "adapters/report/figure_sheets.hpp"
#include "adapters/report/report_json.hpp"
#include "adapters/report/report_texts.hpp"
#include "adapters/report/yearly_sheets.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::report {

namespace {

using paper::Heading;
using paper::Paragraph;
using paper::Tone;

/// A document with its title, the council, and what the report stands on.
paper::Document begun(std::string_view title, const ReportHead& head, Language language) {
  paper::Document document;
  document.language = language;
  document.title = text(title, language) + " " + std::to_string(head.year);
  document.reference = head.council_name;
  document.beside.page = text("paper.page", language);
  document.blocks.emplace_back(Heading{1, document.title});
  document.blocks.emplace_back(Paragraph{head.council_name, Tone::lead});
  if (head.historical) {
    document.blocks.emplace_back(Paragraph{text("head.historical", language) + " " +
                                               text("head.source", language) + ": " + head.source,
                                           Tone::notice});
  }
  return document;
}

/// What the report stands on, and by which a copy can be told from a changed one.
void put_head(paper::Document& to, const ReportHead& head, const std::string& digest) {
  paper::List lines;
  for (const auto& [name, value] : head_of(head, to.language)) {
    lines.items.push_back(name + ": " + value);
  }
  lines.items.push_back(text("head.digest", to.language) + ": " + digest);
  to.blocks.emplace_back(Heading{2, text("paper.stands_on", to.language)});
  to.blocks.emplace_back(std::move(lines));
}

int width_of(const sheet::Sheet& table, std::size_t at) {
  constexpr int of_first = 5;
  constexpr int of_words = 3;
  constexpr int of_numbers = 2;
  if (at == 0) return of_first;
  return table.columns[at].numeric ? of_numbers : of_words;
}

void put_table(paper::Document& to, const sheet::Sheet& table) {
  to.blocks.emplace_back(Heading{2, table.title});
  if (!table.note.empty()) to.blocks.emplace_back(Paragraph{table.note, Tone::normal});
  paper::Table made;
  made.row_headers = true;
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    made.columns.push_back({table.columns[at].head, width_of(table, at)});
  }
  for (const auto& cells : table.rows) {
    auto& row = made.rows.emplace_back();
    for (const sheet::Cell& cell : cells) row.push_back(cell.text);
    row.front() = words::capitalised(row.front());
  }
  to.blocks.emplace_back(std::move(made));
}

void put_examples(paper::Document& to, const CouncilWords& words) {
  if (!words.good_examples.empty()) {
    to.blocks.emplace_back(Heading{2, text("section.good_examples", to.language)});
  }
  for (const GoodExample& one : words.good_examples) {
    to.blocks.emplace_back(Heading{3, one.parties});
    to.blocks.emplace_back(Paragraph{one.text, Tone::normal});
  }
  if (words.open_questions.empty()) return;
  to.blocks.emplace_back(Heading{2, text("section.open_questions", to.language)});
  to.blocks.emplace_back(paper::List{words.open_questions, false});
}

void put_analysis(paper::Document& to, const CouncilWords& words) {
  if (!words.reasons.empty()) {
    paper::List reasons;
    for (const ReasonWords& one : words.reasons) {
      const std::string reason = words::capitalised(word(one.reason, to.language));
      reasons.items.push_back(reason + ": " + one.text);
    }
    to.blocks.emplace_back(Heading{2, text("section.reason_words", to.language)});
    to.blocks.emplace_back(std::move(reasons));
  }
  if (words.analysis.empty()) return;
  to.blocks.emplace_back(Heading{2, text("section.analysis", to.language)});
  for (const Passage& one : words.analysis) {
    if (one.about) {
      to.blocks.emplace_back(Heading{3, words::capitalised(word(*one.about, to.language))});
    }
    to.blocks.emplace_back(Paragraph{one.text, Tone::normal});
  }
}

}  // namespace

paper::Document paper_of(const YearlyReport& report, Language language) {
  paper::Document document = begun("title.year", report.head, language);
  if (report.most_common) {
    document.blocks.emplace_back(Paragraph{
        text("row.most_common", language) + ": " + std::string{word(*report.most_common, language)},
        Tone::normal});
  }
  for (const auto& table : sheets_of(report, language)) put_table(document, table);
  put_examples(document, report.words);
  put_analysis(document, report.words);
  put_head(document, report.head, digest_of(report));
  return document;
}

paper::Document paper_of(const KeyFigures& figures, Language language) {
  paper::Document document = begun("title.figures", figures.head, language);
  document.blocks.emplace_back(Paragraph{text("note.figures", language), Tone::normal});
  for (const auto& table : sheets_of(figures, language)) put_table(document, table);
  put_head(document, figures.head, digest_of(figures));
  return document;
}

}  // namespace kallad::report
