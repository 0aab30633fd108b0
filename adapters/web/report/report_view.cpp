// Tables of adapters/report as views.
// Not words of its own: they are the reports'.
#include "adapters/web/report/report_view.hpp"

#include "adapters/report/figure_sheets.hpp"
#include "adapters/report/report_json.hpp"
#include "adapters/report/report_texts.hpp"
#include "adapters/report/sheet/chart.hpp"
#include "adapters/report/yearly_sheets.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using report::text_of;

std::string text(std::string_view id, Language language) {
  return std::string{text_of(id, language)};
}

BarView view_of(const sheet::Bar& bar) {
  return {words::capitalised(bar.label),
          bar.value,
          bar.top + 16,
          bar.top + 22,
          bar.length,
          bar.length + 8,
          bar.top + 36,
          bar.length > 0 && !bar.hidden,
          bar.hidden};
}

void put_chart(TableView& view, const sheet::Sheet& table) {
  const sheet::Chart chart = sheet::chart_of(table);
  view.has_chart = !chart.bars.empty();
  view.chart_height = chart.height;
  for (const sheet::Bar& bar : chart.bars) {
    view.told += (view.told.empty() ? "" : "; ") + bar.label + ": " + bar.value;
    view.bars.push_back(view_of(bar));
  }
}

TableView view_of(const sheet::Sheet& table) {
  TableView view{.id = table.id,
                 .title = table.title,
                 .note = table.note,
                 .columns = {},
                 .rows = {},
                 .has_chart = false,
                 .chart_height = 0,
                 .told = {},
                 .bars = {}};
  for (const sheet::Column& column : table.columns) {
    view.columns.push_back({column.head, column.numeric});
  }
  for (const auto& cells : table.rows) {
    RowView& row = view.rows.emplace_back();
    row.head = words::capitalised(cells.front().text);
    for (std::size_t at = 1; at < cells.size(); ++at) {
      row.cells.push_back({cells[at].text, table.columns[at].numeric});
    }
  }
  put_chart(view, table);
  return view;
}

void put_words(ReportView& view, const report::CouncilWords& words, Language language) {
  view.foreign = language != Language::swedish;
  for (const auto& one : words.good_examples) view.examples.push_back({one.parties, one.text});
  view.questions = words.open_questions;
  for (const auto& one : words.reasons) {
    view.reasons.push_back({words::capitalised(word(one.reason, language)), one.text});
  }
  for (const auto& one : words.analysis) {
    const std::string about = one.about ? words::capitalised(word(*one.about, language)) : "";
    view.analysis.push_back({about, one.text});
  }
  view.has_examples = !view.examples.empty();
  view.has_questions = !view.questions.empty();
  view.has_reasons = !view.reasons.empty();
  view.has_analysis = !view.analysis.empty();
}

template <class Report>
void put_all(ReportView& view, const Report& of, std::string_view title, Language language) {
  view.heading = text(title, language) + " " + std::to_string(of.head.year);
  view.council = of.head.council_name;
  if (of.head.historical) view.historical = text("head.historical", language);
  for (const auto& table : report::sheets_of(of, language)) {
    view.tables.push_back(view_of(table));
  }
  for (auto& [name, value] : report::head_of(of.head, language)) {
    view.facts.push_back({name, std::move(value)});
  }
  view.facts.push_back({text("head.digest", language), report::digest_of(of)});
}

}  // namespace

ReportView view_of(const report::YearlyReport& report, Language language) {
  ReportView view;
  put_all(view, report, "title.year", language);
  if (report.most_common) {
    view.most_common =
        text("row.most_common", language) + ": " + std::string{word(*report.most_common, language)};
  }
  put_words(view, report.words, language);
  return view;
}

ReportView view_of(const report::KeyFigures& figures, Language language) {
  report::KeyFigures shown = figures;
  for (report::Figure& figure : shown.figures) {  // hundreds of parts are for the files
    std::erase_if(figure.cells, [](const report::FigureCell& cell) {
      return cell.dimension != report::Dimension::total &&
             cell.dimension != report::Dimension::times;
    });
  }
  ReportView view;
  put_all(view, shown, "title.figures", language);
  view.facts.back().text = report::digest_of(figures);
  view.note = text("note.figures", language);
  view.parts_in_files = true;
  return view;
}

}  // namespace kallad::web
