// Reading reports by the API's own routes and showing them.
// Not publishing: a form of its own says that.
#include "adapters/web/report/report_pages.hpp"

#include "adapters/api/reports/report_answers.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/report/report_json.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/report/publish_page.hpp"
#include "adapters/web/report/report_view.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

namespace {

/// A council in the list, with what it has published.
struct CouncilView {
  std::string name;
  std::string id;
  std::string draft;  ///< address; empty: no secretary
  bool has_reports = false;
  std::vector<ReportLink> reports;
};
BOOST_DESCRIBE_STRUCT(CouncilView, (), (name, id, draft, has_reports, reports))

struct ReportsView {
  static constexpr std::string_view page = "reports";
  bool has_councils = false;
  std::vector<CouncilView> councils;
};
BOOST_DESCRIBE_STRUCT(ReportsView, (), (has_councils, councils))

std::string address_of(std::string_view council, std::int32_t year) {
  return "/reports/" + http::form_encoded(council) + "/" + std::to_string(year);
}

std::string address_of(const report::KeptHead& head) {
  const bool figures = head.kind == report::ReportKind::figures;
  return address_of(head.council.text, head.year) + (figures ? "/figures" : "");
}

/// "2026, version 2, publicerad 15 januari 2027".
std::string told(const report::KeptHead& head, const api::House& house, Language language) {
  if (head.historical) {
    return said("reports.historical"_text, language, {{"year", std::to_string(head.year)}});
  }
  const bool figures = head.kind == report::ReportKind::figures;
  const auto day = house.calendar.zone().day_of(head.published_at);
  const TextValues values{{"year", std::to_string(head.year)},
                          {"version", std::to_string(head.version)},
                          {"day", day_told(day, language).text}};
  return figures ? said("reports.figures"_text, language, values)
                 : said("reports.year"_text, language, values);
}

CouncilView council_of(const api::CouncilReports& council, const api::House& house,
                       Language language) {
  CouncilView view{council.name, council.council.text, {}, !council.reports.empty(), {}};
  const auto today = house.calendar.zone().day_of(house.now());
  if (council.may_publish) {
    view.draft = address_of(council.council.text, static_cast<int>(today.year())) + "/draft";
  }
  for (const report::KeptHead& head : council.reports) {
    view.reports.push_back({address_of(head) + "?version=" + std::to_string(head.version),
                            told(head, house, language), false});
  }
  return view;
}

void show_list(api::House& house, const Within& within, const api::Call& call) {
  within.read<api::ReportList>("reports", call, {}, {},
                               [&house, call](const api::ReportList& list) {
                                 const Language language = language_of(call.request);
                                 ReportsView view;
                                 view.has_councils = !list.councils.empty();
                                 for (const auto& one : list.councils) {
                                   view.councils.push_back(council_of(one, house, language));
                                 }
                                 return page_of(house, call, view, {.here = "/reports"});
                               });
}

/// Which of a year's routes is shown.
struct Shown {
  std::string_view route;
  std::string_view below;  ///< of the API's address
  bool figures = false;
  bool draft = false;
};

std::vector<ReportLink> files_of(const api::Call& call, const Shown& shown, std::int32_t version,
                                 Language language) {
  const std::string address = "/api/v1/reports/" + http::form_encoded(call.values.at(0)) + "/" +
                              http::form_encoded(call.values.at(1)) + std::string{shown.below} +
                              "?language=" + std::string{tag_of(language)} +
                              (shown.draft ? "" : "&version=" + std::to_string(version)) +
                              "&format=";
  return {{address + "pdf", said("report.pdf"_text, language), false},
          {address + "xlsx", said("report.xlsx"_text, language), false},
          {address + "csv", said("report.csv"_text, language), false},
          {address + "dictionary", said("report.dictionary"_text, language), false},
          {address + "html", said("report.html"_text, language), false},
          {address + "json", said("report.json"_text, language), false}};
}

ReportLink other_of(const api::Call& call, const Shown& shown, Language language) {
  const std::string year =
      "/reports/" + http::form_encoded(call.values.at(0)) + "/" + call.values.at(1);
  return shown.figures
             ? ReportLink{year, said("report.to_year"_text, language), false}
             : ReportLink{year + "/figures", said("report.to_figures"_text, language), false};
}

template <class Report>
HttpResponse page_of_report(const api::House& house, const api::Call& call, const Shown& shown,
                            const Report& report) {
  const Language language = language_of(call.request);
  ReportView view = view_of(report, language);
  view.is_draft = shown.draft;
  if (shown.draft) view.publish = address_of(call.values.at(0), report.head.year) + "/publish";
  view.files = files_of(call, shown, report.head.version, language);
  if (!report.head.historical && !shown.draft) view.other = other_of(call, shown, language);
  const Link above{"/reports", said("reports.title"_text, language)};
  return page_of(house, call, view, {.title = view.heading, .trail = {above}, .here = "/reports"});
}

void show(api::House& house, const Within& within, const api::Call& call, Shown shown) {
  const auto values = std::vector{call.values.at(0), call.values.at(1)};
  if (shown.figures) {
    within.read<report::PublishedFigures>(
        shown.route, call, values, call.request.query,
        [&house, call, shown](const report::PublishedFigures& published) {
          return page_of_report(house, call, shown, published.figures);
        });
  } else {
    within.read<report::PublishedYear>(
        shown.route, call, values, call.request.query,
        [&house, call, shown](const report::PublishedYear& published) {
          return page_of_report(house, call, shown, published.report);
        });
  }
}

api::Route route(std::string_view below, std::string id, api::House& house, const Within& within,
                 Shown shown) {
  return later_route(
      "GET", "/reports/{council}/{year}" + std::string{below}, std::move(id),
      [&house, &within, shown](const api::Call& call) { show(house, within, call, shown); });
}

}  // namespace

std::vector<api::Route> report_pages(api::House& house, const Within& within) {
  if (house.reports == nullptr) return {};
  std::vector<api::Route> pages = publish_pages(house, within);
  pages.push_back(
      later_route("GET", "/reports", "page_reports",
                  [&house, &within](const api::Call& call) { show_list(house, within, call); }));
  pages.push_back(route("", "page_report", house, within, {"report", "", false, false}));
  pages.push_back(route("/figures", "page_report_figures", house, within,
                        {"report_figures", "/figures", true, false}));
  pages.push_back(
      route("/draft", "page_report_draft", house, within, {"report_draft", "/draft", false, true}));
  return pages;
}

}  // namespace kallad::web
