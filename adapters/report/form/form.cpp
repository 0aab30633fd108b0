// Choosing among the forms; each is made elsewhere.
// Not a form of its own. Rule kept: the only moment in a file is the one the report was frozen at.
#include "adapters/report/form/form.hpp"

#include <algorithm>
#include <boost/mp11.hpp>

#include "adapters/paper/print/print.hpp"
#include "adapters/report/figure_sheets.hpp"
#include "adapters/report/form/report_paper.hpp"
#include "adapters/report/report_json.hpp"
#include "adapters/report/report_page.hpp"
#include "adapters/report/sheet/csv.hpp"
#include "adapters/report/sheet/xlsx.hpp"
#include "adapters/report/yearly_sheets.hpp"

namespace kallad::report {

namespace {

struct Kind {
  Form form;
  std::string_view ending;
  std::string_view media_type;
};

constexpr Kind kinds[] = {
    {Form::json, ".json", "application/json"},
    {Form::csv, ".csv", "text/csv; charset=utf-8"},
    {Form::xlsx, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {Form::html, ".html", "text/html; charset=utf-8"},
    {Form::pdf, ".pdf", "application/pdf"},
    {Form::svg, ".svg", "image/svg+xml"},
    {Form::dictionary, "-ordlista.csv", "text/csv; charset=utf-8"},
};

template <class Report>
std::string spreadsheet(const Report& report, const sheet::Sheet& words, Language language) {
  auto sheets = sheets_of(report, language);
  sheets.push_back(data_of(report, language));
  sheets.push_back(words);
  return sheet::xlsx_of(sheets, {words.title + " " + std::to_string(report.head.year),
                                 report.head.council_name, report.head.frozen_at});
}

template <class Report>
std::string bytes_of(Form form, const Report& report, const sheet::Sheet& words,
                     Language language) {
  const std::string title = words.title + " " + std::to_string(report.head.year);
  switch (form) {
    case Form::json:
      return to_json(report);
    case Form::csv:
      return sheet::to_csv(data_of(report, language));
    case Form::xlsx:
      return spreadsheet(report, words, language);
    case Form::html:
      return document_of(title, page_of(report, language, 1), language);
    case Form::pdf:
      return paper::pdf_of(paper_of(report, language), {false, report.head.frozen_at});
    case Form::dictionary:
      return sheet::to_csv(words);
    default:
      return {};
  }
}

Made handed_out(Form form, std::string bytes, std::string_view what, const ReportHead& head) {
  const auto* kind = std::ranges::find(kinds, form, &Kind::form);
  std::string name{what};
  name += "-" + head.council.text + "-" + std::to_string(head.year) + "-" +
          std::to_string(head.version) + std::string{kind->ending};
  return {std::move(bytes), std::string{kind->media_type}, std::move(name)};
}

}  // namespace

std::optional<Form> form_named(std::string_view name) {
  std::optional<Form> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Form>>([&](auto each) {
    if (name == each.name) found = each.value;
  });
  return found;
}

Made made(Form form, const YearlyReport& report, Language language) {
  std::string bytes = form == Form::svg
                          ? chart_of(report, "cause", language)
                          : bytes_of(form, report, year_dictionary(language), language);
  return handed_out(form, std::move(bytes), "brister", report.head);
}

Made made(Form form, const KeyFigures& figures, Language language) {
  return handed_out(form, bytes_of(form, figures, figure_dictionary(language), language),
                    "nyckeltal", figures.head);
}

}  // namespace kallad::report
