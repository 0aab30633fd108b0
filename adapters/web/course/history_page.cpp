// Gathers the API's events by day.
// Not a second log: nothing is kept.
#include "adapters/web/course/history_page.hpp"

#include <charconv>

#include "adapters/codec/describe.hpp"
#include "adapters/web/course/case_places.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

/// How many events a page has: it stays light to load.
constexpr std::size_t most_events = 60;

struct EventLine {
  std::string iso;
  std::string time;
  std::string what;
  std::string who;
};
BOOST_DESCRIBE_STRUCT(EventLine, (), (iso, time, what, who))

struct DayPart {
  std::optional<When> day;
  std::vector<EventLine> events;
};
BOOST_DESCRIBE_STRUCT(DayPart, (), (day, events))

struct HistoryView {
  static constexpr std::string_view page = "history";
  std::string heading;
  std::optional<CaseNav> nav;
  std::vector<DayPart> days;
  std::string older;
};
BOOST_DESCRIBE_STRUCT(HistoryView, (), (heading, nav, days, older))

std::uint64_t before_in(const HttpRequest& request) {
  const std::string text = api::query_value(request.query, "before");
  std::uint64_t before = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), before);
  const bool is_number = error == std::errc{} && end == text.data() + text.size();
  return is_number && before > 0 ? before : UINT64_MAX;
}

/// Whether the reader coordinates the case, and so has the page of its letters.
bool leads(const api::House& house, const Caller& caller, const CaseId& id) {
  const auto read = house.shelf.find_case(id.text);
  return read && authority::has(caller, Position::coordinator) &&
         read->file.running.coordinator.unit == caller.unit;
}

HistoryView view_of(const api::House& house, const api::Call& call, const api::CaseEvents& all) {
  const Language language = language_of(call.request);
  const CaseId id{call.values.at(0)};
  const std::uint64_t before = before_in(call.request);
  HistoryView view;
  view.heading = said("history.heading"_text, language, {{"id", id.text}});
  view.nav = case_places(id, "/history", language, leads(house, call.caller, id));
  std::size_t count = 0;
  for (auto each = all.events.rbegin(); each != all.events.rend(); ++each) {
    if (each->sequence >= before) continue;
    if (count == most_events) {
      view.older = case_address(id) + "/history?before=" + std::to_string(each->sequence + 1);
      break;
    }
    ++count;
    const When day = day_told(house.calendar.zone().day_of(each->at), language);
    if (view.days.empty() || view.days.back().day->iso != day.iso) view.days.push_back({day, {}});
    view.days.back().events.push_back(
        {iso(each->at), clock_told(each->at, house.calendar, language), what_told(*each, language),
         who_told(house, *each, language)});
  }
  return view;
}

void show(api::House& house, const Within& within, const api::Call& call) {
  within.read<api::CaseEvents>("list_case_events", call, {call.values.at(0)}, {},
                               [&house, call](const api::CaseEvents& events) {
                                 const CaseId id{call.values.at(0)};
                                 const HistoryView view = view_of(house, call, events);
                                 return page_of(house, call, view,
                                                case_showing(call, id, view.heading));
                               });
}

}  // namespace

std::string who_told(const api::House& house, const api::CaseEvent& event, Language language) {
  std::string who = event.name.value_or("");
  const auto add = [&](const std::string& more) { who += (who.empty() ? "" : ", ") + more; };
  add(std::string{word(event.role, language)});
  if (event.unit) add(unit_name(house, *event.unit));
  return who;
}

std::string what_told(const api::CaseEvent& event, Language language) {
  if (event.said) return language == Language::english ? event.said->en : event.said->sv;
  return words::capitalised(word_of("event", event.type, language)) + ".";
}

std::vector<api::Route> history_pages(api::House& house, const Within& within) {
  return {later_route("GET", "/cases/{case}/history", "page_history",
                      [&house, &within](const api::Call& call) { show(house, within, call); })};
}

}  // namespace kallad::web
