// Min dag: what waits, in groups, and below it the cases one may see.
// Not paging of its own: the API's "next" is followed. Rule kept: what is chosen stands in the
// address, so that it can be kept, sent and gone back to.
#include "adapters/web/start/start_page.hpp"

#include <algorithm>
#include <array>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/frame/menu_table.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/start/day_view.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::web {

namespace {

constexpr std::string_view few = "4";
constexpr std::string_view all_that_are_given = "200";
constexpr std::string_view usual_list = "15";
/// Some twenty years of a council's deficiencies.
constexpr std::size_t most_of_council = 1'000;

struct UnitChoice {
  std::string value;
  std::string text;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(UnitChoice, (), (value, text, chosen))

/// Where whoever works in no case has their work: a page of the menu, and what it is for.
struct Road {
  std::string href;
  std::string text;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(Road, (), (href, text, about))

struct RoadRow {
  std::string_view href;
  TextKey about;
};
constexpr auto road_rows = std::to_array<RoadRow>({{"/reports", "start.road_reports"_text},
                                                   {"/disposal", "start.road_disposal"_text},
                                                   {"/access-log", "start.road_access_log"_text},
                                                   {"/admin", "start.road_admin"_text}});

struct StartView {
  static constexpr std::string_view page = "start";
  std::vector<DayPlace> places;
  bool has_places = false;
  std::string greeting;
  bool opens_cases = false;
  bool is_council = false;        ///< the reader works for the council alone
  std::vector<CaseLine> council;  ///< what waits for it
  bool has_council = false;
  bool has_roads = false;
  std::vector<Road> roads;
  bool has_day = false;  ///< the groups are on the page, and not only the list
  std::vector<GroupView> groups;
  bool nothing = false;            ///< waits
  bool nothing_of_choice = false;  ///< waits of what was chosen
  bool is_chosen = false;
  std::string group;
  std::vector<UnitChoice> units;
  bool mine = false;
  std::string whole_day;  ///< the address without a group, where one is chosen
  bool has_list = false;
  std::size_t count = 0;
  bool has_cases = false;
  std::vector<CaseLine> cases;
  std::string more;
};
BOOST_DESCRIBE_STRUCT(StartView, (),
                      (places, has_places, greeting, opens_cases, is_council, council, has_council,
                       has_roads, roads, has_day, groups, nothing, nothing_of_choice, is_chosen,
                       group, units, mine, whole_day, has_list, count, has_cases, cases, more))

std::vector<Road> roads_of(const Session& reader, Language language) {
  std::vector<Road> roads;
  for (const MenuRow& row : menu_for(reader)) {
    const auto found = std::ranges::find(road_rows, row.href, &RoadRow::href);
    if (found == road_rows.end()) continue;
    roads.push_back(
        {std::string{row.href}, said(row.text, language), said(found->about, language)});
  }
  return roads;
}

StartView fresh_view(const api::House& house, const api::Call& call) {
  const Language language = language_of(call.request);
  const Date today = house.calendar.zone().day_of(house.now());
  StartView view;
  view.greeting = said("start.greeting"_text, language,
                       {{"name", call.caller.name}, {"day", day_told(today, language).text}});
  view.opens_cases = authority::has(call.caller, Position::coordinator);
  const bool works = authority::is_staff(call.caller);
  view.places = day_places(works && house.takings != nullptr, "/", language);
  view.has_places = !view.places.empty();
  if (!works) view.roads = roads_of(call.session, language);
  view.has_roads = !view.roads.empty();
  view.is_council = !works && authority::has(call.caller, Position::council_secretary);
  return view;
}

void put_day(StartView& view, const api::House& house, const api::Call& call,
             const api::MyDay& day) {
  const Language language = language_of(call.request);
  const DayChoice choice = choice_in(call.request.query);
  const bool is_head = authority::has(call.caller, Position::unit_head);
  view.has_day = true;
  view.groups = groups_of(house, day, choice, is_head, language);
  view.is_chosen = !choice.unit.empty() || choice.mine;
  view.mine = choice.mine;
  view.group = choice.group;
  if (!choice.group.empty()) view.whole_day = address_of({choice.unit, choice.mine, {}});
  const bool waits = std::ranges::any_of(view.groups, &GroupView::is_shown);
  view.nothing = !waits && !view.is_chosen && choice.group.empty();
  view.nothing_of_choice = !waits && !view.nothing;
  for (const Link& unit : units_of(house, day, choice, call.caller.unit))
    view.units.push_back({unit.href, unit.text, unit.href == choice.unit});
}

void put_list(StartView& view, const api::House& house, const api::Call& call,
              const api::CasePage& page) {
  const Language language = language_of(call.request);
  view.has_list = !page.cases.empty() || !view.has_roads;
  view.count = page.cases.size();
  view.has_cases = !page.cases.empty();
  for (const api::ListedCase& row : page.cases) view.cases.push_back(line_of(house, row, language));
  mark_examples(house, view.cases);
  if (page.next)
    view.more = "/" + page.next->substr(std::min(page.next->find('?'), page.next->size()));
}

/// What waits for the council is taken out of the list, to stand first.
void put_council(StartView& view, const api::House& house, const api::Call& call,
                 std::vector<api::ListedCase> cases) {
  const Language language = language_of(call.request);
  const auto rest = std::stable_partition(cases.begin(), cases.end(),
                                          [](const auto& row) { return row.at_council > 0; });
  for (auto row = cases.begin(); row != rest; ++row)
    view.council.push_back(line_of(house, *row, language));
  mark_examples(house, view.council);
  view.has_council = !view.council.empty();
  api::CasePage others;
  others.cases.assign(rest, cases.end());
  put_list(view, house, call, others);
}

/// The address's own filters, with how many are wanted.
std::string limited(const std::string& query, std::string_view limit) {
  if (!api::query_value(query, "limit").empty()) return query;
  return query + (query.empty() ? "limit=" : "&limit=") + std::string{limit};
}

void show_list(api::House& house, const Within& within, const api::Call& call, StartView view) {
  within.read<api::CasePage>(
      "list_cases", call, {}, limited(call.request.query, usual_list),
      [&house, call, view = std::move(view)](const api::CasePage& page) mutable {
        put_list(view, house, call, page);
        return page_of(house, call, view, {.here = "/"});
      });
}

/// The council's list is in no order of urgency: all of it is read, to find what waits.
void show_council(api::House& house, const Within& within, const api::Call& call, StartView view,
                  std::vector<api::ListedCase> gathered, const std::string& query) {
  within.ask("list_cases", call, {}, query,
             [&house, &within, call, view = std::move(view),
              gathered = std::move(gathered)](HttpResponse response) mutable {
               if (response.status >= 400) return call.answer(std::move(response));
               const auto page = codec::read_text<api::CasePage>(response.body);
               if (!page) return call.answer(api::problem(500, "accident"));
               const api::CasePage& read = page.value();
               gathered.insert(gathered.end(), read.cases.begin(), read.cases.end());
               if (read.next && gathered.size() < most_of_council) {
                 const std::string next = read.next->substr(read.next->find('?') + 1);
                 return show_council(house, within, call, std::move(view), std::move(gathered),
                                     next);
               }
               put_council(view, house, call, std::move(gathered));
               call.answer(page_of(house, call, view, {.here = "/"}));
             });
}

void show_day(api::House& house, const Within& within, const api::Call& call) {
  const bool is_group = !api::query_value(call.request.query, "group").empty();
  const auto told = [&house, &within, call, is_group](HttpResponse response) {
    if (response.status >= 400) return call.answer(std::move(response));
    const auto day = codec::read_text<api::MyDay>(response.body);
    if (!day) return call.answer(api::problem(500, "accident"));
    StartView view = fresh_view(house, call);
    put_day(view, house, call, day.value());
    if (is_group) return call.answer(page_of(house, call, view, {.here = "/"}));
    show_list(house, within, call, std::move(view));
  };
  within.ask("show_my_day", call, {},
             limited(call.request.query, is_group ? all_that_are_given : few), told);
}

/// Further pages of the list are the list alone, and so is the day of who works in no case.
void show(api::House& house, const Within& within, const api::Call& call) {
  const bool is_first = api::query_value(call.request.query, "after").empty();
  if (is_first && authority::is_staff(call.caller)) return show_day(house, within, call);
  StartView view = fresh_view(house, call);
  if (is_first && view.is_council)
    return show_council(house, within, call, std::move(view), {},
                        limited(call.request.query, all_that_are_given));
  show_list(house, within, call, std::move(view));
}

}  // namespace

std::vector<api::Route> start_pages(api::House& house, const Within& within) {
  return {later_route("GET", "/", "page_start",
                      [&house, &within](const api::Call& call) { show(house, within, call); })};
}

}  // namespace kallad::web
