// Lists the papers that the case has something for, and puts one into the frame.
// Not what stands in a paper. A paper's HTML is made and escaped by adapters/paper; it is the one
// thing put into a page beside the templates, and only here.
#include "adapters/web/papers/papers_page.hpp"

#include <algorithm>

#include "adapters/paper/fill/catalogue.hpp"
#include "adapters/sign_in/secret/secret.hpp"
#include "adapters/web/case/shown_case.hpp"
#include "adapters/web/frame/page_route.hpp"

namespace kallad::web {

namespace {

using paper::PaperKind;

struct PaperLine {
  std::string name;
  std::string read;
  std::string pdf;
  std::string large;
};
BOOST_DESCRIBE_STRUCT(PaperLine, (), (name, read, pdf, large))

struct PapersView {
  static constexpr std::string_view page = "papers";
  std::string heading;
  std::optional<CaseNav> nav;
  bool has_papers = false;
  std::vector<PaperLine> papers;
  std::string afterwards;
  std::string fhir;  ///< empty for who sees the case from outside
};
BOOST_DESCRIBE_STRUCT(PapersView, (), (heading, nav, has_papers, papers, afterwards, fhir))

struct PaperView {
  static constexpr std::string_view page = "paper";
  std::optional<CaseNav> nav;
  std::string pdf;
  std::string large;
  std::string content;
};
BOOST_DESCRIBE_STRUCT(PaperView, (), (nav, pdf, large, content))

std::string title_of(PaperKind kind, Language language) {
  return paper::empty_paper(kind, language).title;
}

/// Gathers the lines of a case's papers.
class Shelf {
 public:
  Shelf(const CaseView& shown, Language language) : shown_(shown), language_(language) {}

  std::vector<PaperLine> lines() {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<PaperKind>>(
        [this](auto each) { put(each.value, each.name); });
    return std::move(lines_);
  }

 private:
  void put(PaperKind kind, const std::string& id) {
    if (kind == PaperKind::access_extract) return;  // for those who may read the log
    if (kind == PaperKind::deficiency) return put_deficiencies(id);
    if (kind == PaperKind::summons) return put_summonses(id);
    if (kind == PaperKind::attendance_list && shown_.meetings.empty()) return;
    put(title_of(kind, language_), id, "");
  }

  void put_deficiencies(const std::string& id) {
    for (const DeficiencyView& each : shown_.deficiencies) {
      const std::string number = std::to_string(each.number);
      put(title_of(PaperKind::deficiency, language_) + " " + number, id, "number=" + number);
    }
  }

  void put_summonses(const std::string& id) {
    if (shown_.meetings.empty()) return;
    for (const SeatView& each : shown_.meetings.back().seats) {
      put(title_of(PaperKind::summons, language_) + ": " + party_name(shown_, each.party), id,
          "party=" + http::form_encoded(each.party.text));
    }
  }

  void put(std::string name, const std::string& id, const std::string& query) {
    const std::string at = case_address(shown_.id) + "/papers/" + id + "?" + query;
    const std::string more = query.empty() ? "" : "&";
    lines_.push_back({std::move(name), query.empty() ? at.substr(0, at.size() - 1) : at,
                      at + more + "format=pdf", at + more + "format=pdf&size=large"});
  }

  const CaseView& shown_;
  Language language_;
  std::vector<PaperLine> lines_;
};

void show_list(const api::House& house, const api::Call& call, const ShownCase& now) {
  const Language language = language_of(call.request);
  PapersView view;
  view.heading = said("papers.heading"_text, language, {{"id", now.shown.id.text}});
  view.nav = case_places(now.shown.id, "/papers", language, leads(now));
  view.papers = Shelf(now.shown, language).lines();
  view.has_papers = !view.papers.empty();
  if (is_inside(now.shown)) {
    view.afterwards = case_address(now.shown.id) + "/afterwards";
    view.fhir = "/api/v1/cases/" + http::form_encoded(now.shown.id.text) + "/fhir";
  }
  call.answer(page_of(house, call, view, case_showing(call, now.shown.id, view.heading)));
}

/// The page around the paper. The paper takes the place of a word that nobody can know before.
HttpResponse around(const api::House& house, const api::Call& call, const std::string& paper) {
  const Language language = language_of(call.request);
  const CaseId id{call.values.at(0)};
  const std::string stands_for = random_hex(16);
  const std::string at =
      call.request.path + "?" + (call.request.query.empty() ? "" : call.request.query + "&");
  const PaperView view{case_places(id, "/papers", language), at + "format=pdf",
                       at + "format=pdf&size=large", stands_for};
  Showing shown = case_showing(call, id, said("paper.title"_text, language));
  shown.trail.push_back({case_address(id) + "/papers", said("place.papers"_text, language)});
  HttpResponse response = page_of(house, call, view, shown);
  const auto found = response.body.find(stands_for);
  if (found != std::string::npos) response.body.replace(found, stands_for.size(), paper);
  return response;
}

void show_one(api::House& house, const Within& within, const api::Call& call) {
  const bool as_file = api::query_value(call.request.query, "format") == "pdf";
  const std::string language{tag_of(language_of(call.request))};
  std::string query = "lang=" + language + (as_file ? "" : "&format=html");
  if (!call.request.query.empty()) query += "&" + call.request.query;
  within.ask("show_paper", call, call.values, query,
             [&house, call, as_file](HttpResponse response) {
               if (response.status >= 400 || as_file) return call.answer(std::move(response));
               call.answer(around(house, call, response.body));
             });
}

}  // namespace

std::vector<api::Route> papers_pages(api::House& house, const Within& within) {
  api::Route one =
      later_route("GET", "/cases/{case}/papers/{kind}", "page_paper",
                  [&house, &within](const api::Call& call) { show_one(house, within, call); });
  one.slow = true;
  return {later_route("GET", "/cases/{case}/papers", "page_papers",
                      [&house, &within](const api::Call& call) {
                        with_case(
                            within, call, language_of(call.request),
                            [&house, call](const ShownCase& now) { show_list(house, call, now); });
                      }),
          std::move(one)};
}

}  // namespace kallad::web
