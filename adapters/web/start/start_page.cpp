// The cases one may see, as a list.
// Not paging of its own: the API's "next" is followed.
#include "adapters/web/start/start_page.hpp"

#include "adapters/api/routes/answers.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::web {

namespace {

struct CaseLine {
  std::string href;
  std::string id;
  std::string kind;
  std::string step;
  std::string deficiencies;
  std::optional<When> meeting;
  std::string near;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(CaseLine, (), (href, id, kind, step, deficiencies, meeting, near, unit))

struct StartView {
  static constexpr std::string_view page = "start";
  std::string greeting;
  bool opens_cases = false;
  std::size_t count = 0;
  bool has_cases = false;
  std::vector<CaseLine> cases;
  std::string more;
};
BOOST_DESCRIBE_STRUCT(StartView, (), (greeting, opens_cases, count, has_cases, cases, more))

std::string deficiencies_told(std::uint32_t count, Language language) {
  if (count == 0) return {};
  if (count == 1) return said("start.deficiency"_text, language);
  return said("start.deficiencies"_text, language, {{"count", std::to_string(count)}});
}

CaseLine line_of(const api::House& house, const CaseRow& row, Language language) {
  CaseLine line{.href = "/cases/" + http::form_encoded(row.id.text),
                .id = row.id.text,
                .kind = std::string{word(row.kind, language)},
                .step = std::string{word(row.step, language)},
                .deficiencies = deficiencies_told(row.open_deficiencies, language),
                .meeting = {},
                .near = {},
                .unit = unit_name(house, row.coordinator)};
  if (row.next_meeting) {
    line.meeting = moment_told(*row.next_meeting, house.calendar, language);
    const Date day = house.calendar.zone().day_of(*row.next_meeting);
    line.near = nearness(day, house.now(), house.calendar, language);
  }
  return line;
}

StartView view_of(const api::House& house, const api::Call& call, const api::CasePage& page) {
  const Language language = language_of(call.request);
  StartView view;
  view.greeting = said("start.greeting"_text, language, {{"name", call.caller.name}});
  view.opens_cases = authority::has(call.caller, Position::coordinator);
  view.count = page.cases.size();
  view.has_cases = !page.cases.empty();
  for (const CaseRow& row : page.cases) view.cases.push_back(line_of(house, row, language));
  if (page.next)
    view.more = "/" + page.next->substr(std::min(page.next->find('?'), page.next->size()));
  return view;
}

void show(api::House& house, const Within& within, const api::Call& call) {
  within.read<api::CasePage>(
      "list_cases", call, {}, call.request.query, [&house, call](const api::CasePage& page) {
        return page_of(house, call, view_of(house, call, page), {.here = "/"});
      });
}

}  // namespace

std::vector<api::Route> start_pages(api::House& house, const Within& within) {
  return {later_route("GET", "/", "page_start",
                      [&house, &within](const api::Call& call) { show(house, within, call); })};
}

}  // namespace kallad::web
