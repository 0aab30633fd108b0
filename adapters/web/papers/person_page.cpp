// The case in plain words, for the one it is about.
// Not redaction: the API has shown what its reader may see.
#include "adapters/web/papers/person_page.hpp"

#include <algorithm>

#include "adapters/api/examples/examples.hpp"
#include "adapters/web/case/case_view.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

struct ComesLine {
  std::string party;
  std::string who;
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(ComesLine, (), (party, who, answer))

struct DoesLine {
  std::string what;
  std::string who;
  std::string status;
  std::optional<When> due;
};
BOOST_DESCRIBE_STRUCT(DoesLine, (), (what, who, status, due))

struct PersonView {
  static constexpr std::string_view page = "person";
  std::string name;
  std::optional<CaseNav> nav;
  bool example = false;  ///< of an invented case: told on paper too
  bool large = false;
  std::string other_size;
  std::string pdf;
  std::string pdf_large;
  std::optional<When> meets;
  std::string near;
  std::string place;
  std::string purpose;
  bool has_comes = false;
  std::vector<ComesLine> comes;
  bool has_goals = false;
  std::vector<std::string> goals;
  bool has_does = false;
  std::vector<DoesLine> does;
  std::optional<When> follow_up;
  std::string coordinator;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (name, nav, example, large, other_size, pdf, pdf_large, meets, near, place,
                       purpose, has_comes, comes, has_goals, goals, has_does, does, follow_up,
                       coordinator, unit))

bool is_the_person(const CaseView& shown, const PartyId& id) {
  const auto found = std::ranges::find(shown.parties, id, &PartyView::id);
  return found != shown.parties.end() && found->kind == PartyKind::person;
}

/// "Kommer", "Har inte svarat än", in words for who reads it.
std::string answer_told(const SeatView& seat, Language language) {
  if (seat.attendance) {
    return said(
        *seat.attendance == Attendance::absent ? "person.did_not_come"_text : "person.came"_text,
        language);
  }
  if (!seat.chain.empty()) return said("person.other_comes"_text, language);
  if (!seat.answer) return said("person.no_answer"_text, language);
  switch (*seat.answer) {
    case AnswerKind::attends:
      return said("person.comes"_text, language);
    case AnswerKind::attends_digitally:
      return said("person.comes_digitally"_text, language);
    case AnswerKind::sends_substitute:
      return said("person.other_comes"_text, language);
    case AnswerKind::forwarded:
      return said("person.forwarded"_text, language);
    case AnswerKind::cannot_come:
      return said("person.cannot_come"_text, language);
  }
  return {};
}

void tell_meeting(PersonView& view, const CaseView& shown, const api::House& house,
                  Language language) {
  if (shown.meetings.empty()) return;
  const MeetingView& meeting = shown.meetings.back();
  const bool is_off =
      meeting.status == MeetingStatus::cancelled || meeting.status == MeetingStatus::not_held;
  if (is_off) return;
  view.meets = moment_told(meeting.starts, house.calendar, language);
  view.near =
      nearness(house.calendar.zone().day_of(meeting.starts), house.now(), house.calendar, language);
  view.place = meeting.place.value_or("");
  view.purpose = meeting.purpose;
  for (const SeatView& each : meeting.seats) {
    if (is_the_person(shown, each.party)) continue;
    const std::string who =
        each.chain.empty() ? "" : each.chain.back().name + ", " + each.chain.back().role;
    view.comes.push_back({party_name(shown, each.party), who, answer_told(each, language)});
  }
  if (meeting.follow_up_on) view.follow_up = day_told(*meeting.follow_up_on, language);
}

PersonView view_of(const ShownCase& now, const api::House& house, const api::Call& call) {
  const Language language = language_of(call.request);
  const CaseView& shown = now.shown;
  const std::string here = case_address(shown.id);
  PersonView view;
  view.name = shown.person.name;
  view.example = api::is_example(house, shown.id);
  view.nav = case_places(shown.id, "/person", language, leads(now));
  view.large = api::query_value(call.request.query, "size") == "large";
  view.other_size = here + (view.large ? "/person" : "/person?size=large");
  view.pdf = here + "/papers/person_sheet?format=pdf";
  view.pdf_large = view.pdf + "&size=large";
  tell_meeting(view, shown, house, language);
  for (const Goal& each : shown.plan.goals) view.goals.push_back(each.text);
  for (const ActivityView& each : shown.plan.activities) {
    std::string who = each.named_person.value_or("");
    who += (who.empty() ? "" : ", ") + party_name(shown, each.owner);
    DoesLine line{each.what, std::move(who), std::string{word(each.status, language)}, {}};
    if (each.due) line.due = day_told(*each.due, language);
    view.does.push_back(std::move(line));
  }
  if (shown.next_follow_up) view.follow_up = day_told(*shown.next_follow_up, language);
  view.coordinator = shown.coordinator.name;
  view.unit = unit_name(house, shown.coordinator.unit);
  view.has_comes = !view.comes.empty();
  view.has_goals = !view.goals.empty();
  view.has_does = !view.does.empty();
  return view;
}

void show(const api::House& house, const api::Call& call, const ShownCase& now) {
  call.answer(page_of(house, call, view_of(now, house, call), case_showing(call, now.shown.id)));
}

}  // namespace

std::vector<api::Route> person_pages(api::House& house, const Within& within) {
  return {later_route("GET", "/cases/{case}/person", "page_person",
                      [&house, &within](const api::Call& call) {
                        with_case(within, call, language_of(call.request),
                                  [&house, call](const ShownCase& now) { show(house, call, now); });
                      })};
}

}  // namespace kallad::web
