// What the page of a report shows: its tables with their charts, the council's words, its files and
// its versions. Not the report: adapters/report. Rule kept: a chart never stands without its table.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/report/sheet/sheet.hpp"
#include "adapters/wording/words/language.hpp"
#include "engine/report/figures/key_figures.hpp"

namespace kallad::web {

/// A link with its text; `here`: to what is shown.
struct ReportLink {
  std::string href;
  std::string text;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(ReportLink, (), (href, text, here))

/// A name and what stands beside it; of a passage of the analysis the name can be empty.
struct ReportLine {
  std::string name;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ReportLine, (), (name, text))

/// One bar of a chart, with its places in the drawing.
struct BarView {
  std::string label;
  std::string value;
  std::int64_t label_y = 0;
  std::int64_t bar_y = 0;
  std::int64_t length = 0;
  std::int64_t value_x = 0;
  std::int64_t value_y = 0;
  bool filled = false;
  bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(BarView, (),
                      (label, value, label_y, bar_y, length, value_x, value_y, filled, hidden))

struct HeadView {
  std::string text;
  bool number = false;
};
BOOST_DESCRIBE_STRUCT(HeadView, (), (text, number))

struct CellView {
  std::string text;
  bool number = false;
};
BOOST_DESCRIBE_STRUCT(CellView, (), (text, number))

struct RowView {
  std::string head;
  std::vector<CellView> cells;
};
BOOST_DESCRIBE_STRUCT(RowView, (), (head, cells))

/// A table, and its chart where it has one. `told` is what a screen reader says of the chart.
struct TableView {
  std::string id;
  std::string title;
  std::string note;
  std::vector<HeadView> columns;
  std::vector<RowView> rows;
  bool has_chart = false;
  std::int64_t chart_height = 0;
  std::string told;
  std::vector<BarView> bars;
};
BOOST_DESCRIBE_STRUCT(TableView, (),
                      (id, title, note, columns, rows, has_chart, chart_height, told, bars))

struct ReportView {
  static constexpr std::string_view page = "report";
  std::string heading;
  std::string council;
  bool is_draft = false;
  std::string publish;  ///< address of the form, of a draft
  std::string historical;
  std::string most_common;
  std::string note;
  bool parts_in_files = false;  ///< the page has the whole of each figure alone
  std::vector<ReportLink> files;
  std::vector<ReportLink> versions;
  bool has_versions = false;
  ReportLink other;  ///< the key figures of the year, or its report
  std::vector<TableView> tables;
  bool foreign = false;  ///< the council's words are Swedish on an English page
  bool has_examples = false;
  std::vector<ReportLine> examples;
  bool has_questions = false;
  std::vector<std::string> questions;
  bool has_reasons = false;
  std::vector<ReportLine> reasons;
  bool has_analysis = false;
  std::vector<ReportLine> analysis;
  std::vector<ReportLine> facts;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (heading, council, is_draft, publish, historical, most_common, note,
                       parts_in_files, files, versions, has_versions, other, tables, foreign,
                       has_examples, examples, has_questions, questions, has_reasons, reasons,
                       has_analysis, analysis, facts))

/// The report, without files and versions: who shows it knows where they are.
ReportView view_of(const report::YearlyReport& report, Language language);
ReportView view_of(const report::KeyFigures& figures, Language language);

}  // namespace kallad::web
