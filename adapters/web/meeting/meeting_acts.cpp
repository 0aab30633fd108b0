// One function for each act.
// Not rules: what may not be done comes back as a no.
#include "adapters/web/meeting/meeting_acts.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "adapters/codec/forms.hpp"
#include "engine/spine/table.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

/// What an act has to look at.
struct Press {
  std::string whom;
  std::string more;
  const Form& form;
  const ShownCase& now;
  const MeetingView& meeting;
  const Calendar& calendar;
};

const SeatView* seat_of(const Press& press) {
  std::size_t place = 0;
  const auto [end, error] =
      std::from_chars(press.whom.data(), press.whom.data() + press.whom.size(), place);
  const bool is_there = error == std::errc{} && place < press.meeting.seats.size();
  return is_there ? &press.meeting.seats[place] : nullptr;
}

void put(json& into, const char* name, const std::string& value) {
  if (!value.empty()) into[name] = value;
}

/// A clock's reading on the meeting's day, "13:20", as a moment.
void put_arrived(json& mark, const Press& press, const std::string& reading) {
  if (reading.empty()) return;
  const std::string day = iso(press.calendar.zone().day_of(press.meeting.starts));
  const auto local = codec::read_local_time(day + "T" + reading);
  std::string utc;
  if (local) codec::put_instant(utc, press.calendar.zone().to_instant(*local));
  mark["arrived_at"] = local ? utc : reading;
}

/// The part of the page that is that seat's.
std::string part_of(const Press& press, const SeatView& seat) {
  return "seat-" + std::to_string(&seat - press.meeting.seats.data());
}

/// The part of the first party, from that place on, whom the press leaves unmarked; its buttons are
/// the next that somebody wants. Where all are marked, that place.
template <class Leaves>
std::string next_part(const Press& press, std::size_t from, Leaves leaves) {
  const auto& seats = press.meeting.seats;
  const std::size_t last = seats.size() - 1;
  for (std::size_t i = from; i <= last; ++i) {
    if (!seats[i].attendance && leaves(seats[i])) return part_of(press, seats[i]);
  }
  return part_of(press, seats[std::min(from, last)]);
}

std::optional<Saying> mark(const Press& press) {
  const SeatView* seat = seat_of(press);
  if (seat == nullptr) return std::nullopt;
  return Saying{"mark_attendance",
                {{"mark", {{"party", seat->party.text}, {"attendance", press.more}}},
                 {"meeting", press.meeting.number}},
                false,
                next_part(press, static_cast<std::size_t>(seat - press.meeting.seats.data()) + 1,
                          [](const SeatView&) { return true; })};
}

/// All who have said that they come, in one press; each can be undone.
std::optional<Saying> came(const Press& press) {
  std::vector<json> marks;
  for (const SeatView& seat : press.meeting.seats) {
    const auto how = came_as_said(seat);
    if (!how) continue;
    marks.push_back(
        {{"mark", {{"party", seat.party.text}, {"attendance", std::string{table::state_id(*how)}}}},
         {"meeting", press.meeting.number}});
  }
  if (marks.empty()) return std::nullopt;
  Saying saying{"mark_attendance", marks.front(), false,
                next_part(press, 0, [](const SeatView& seat) { return !came_as_said(seat); })};
  saying.then.assign(marks.begin() + 1, marks.end());
  return saying;
}

std::optional<Saying> undo(const Press& press) {
  const SeatView* seat = seat_of(press);
  if (seat == nullptr) return std::nullopt;
  return Saying{"unmark_attendance",
                {{"party", seat->party.text}, {"meeting", press.meeting.number}},
                false,
                part_of(press, *seat)};
}

/// The same mark, with what is to be noted of it.
std::optional<Saying> more(const Press& press) {
  const SeatView* seat = seat_of(press);
  if (seat == nullptr || !seat->attendance) return std::nullopt;
  json said{{"party", seat->party.text},
            {"attendance", std::string{table::state_id(*seat->attendance)}}};
  put(said, "mandate", press.form.value("mandate-" + press.whom));
  put_arrived(said, press, press.form.value("arrived-" + press.whom));
  return Saying{"mark_attendance",
                {{"mark", said}, {"meeting", press.meeting.number}},
                false,
                part_of(press, *seat)};
}

std::optional<Saying> correct(const Press& press) {
  const SeatView* seat = seat_of(press);
  if (seat == nullptr) return std::nullopt;
  json said{{"party", seat->party.text},
            {"attendance", press.form.value("attendance-" + press.whom)}};
  put(said, "mandate", press.form.value("mandate-" + press.whom));
  put_arrived(said, press, press.form.value("arrived-" + press.whom));
  return Saying{"correct_attendance",
                {{"mark", said},
                 {"reason", press.form.value("reason-" + press.whom)},
                 {"meeting", press.meeting.number}},
                true,
                "attendance"};
}

std::optional<Saying> open(const Press&) {
  return Saying{"open_meeting", json::object(), false, "attendance"};
}

std::optional<Saying> roles(const Press& press) {
  json data = json::object();
  put(data, "chair", press.form.value("chair"));
  put(data, "secretary", press.form.value("secretary"));
  return Saying{"assign_roles", data, true, "roles"};
}

/// The next id that nothing has: "mal-3".
template <class Things>
std::string next_id(const std::string& word, const Things& taken) {
  std::size_t number = taken.size() + 1;
  const auto is_taken = [&](const auto& one) {
    return one.id.text == word + "-" + std::to_string(number);
  };
  while (std::ranges::any_of(taken, is_taken)) ++number;
  return word + "-" + std::to_string(number);
}

/// With "save and add another" the form is open again, and begins at its first field.
Saying and_another(const Press& press, Saying saying, std::string form, std::string field) {
  if (press.whom != "more") return saying;
  saying.opens = std::move(form);
  saying.part = std::move(field);
  return saying;
}

std::optional<Saying> goal(const Press& press) {
  const json said{{"id", next_id("mal", press.now.shown.plan.goals)},
                  {"text", press.form.value("goal-text")},
                  {"kind", press.form.value("goal-long") == "yes" ? "long_term" : "part"},
                  {"own_words", press.form.value("goal-own_words") == "yes"}};
  return and_another(press, {"record_goal", {{"goal", said}}, false, "plan"}, "goal", "goal-text");
}

std::optional<Saying> activity(const Press& press) {
  json said{{"id", next_id("akt", press.now.shown.plan.activities)},
            {"what", press.form.value("activity-what")}};
  put(said, "owner", press.form.value("activity-owner"));
  put(said, "named_person", press.form.value("activity-named_person"));
  put(said, "due", press.form.value("activity-due"));
  return and_another(press, {"record_activity", {{"activity", said}}, false, "plan"}, "activity",
                     "activity-what");
}

std::optional<Saying> points(const Press& press) {
  json said = json::object();
  put(said, "efforts_needed", press.form.value("points-efforts_needed"));
  json duties = json::array();
  const auto principals = principals_of(press.now.shown);
  for (std::size_t i = 0; i < principals.size(); ++i) {
    const std::string efforts = press.form.value("efforts-" + std::to_string(i));
    if (!efforts.empty()) {
      duties.push_back({{"principal", principals[i].text}, {"efforts", efforts}});
    }
  }
  if (!duties.empty()) said["responsibilities"] = duties;
  put(said, "others_measures", press.form.value("points-others_measures"));
  if (press.form.value("points-no_others_measures") == "yes") said["no_others_measures"] = true;
  put(said, "overall_responsible", press.form.value("points-overall_responsible"));
  return Saying{"record_plan_points", {{"points", said}}, true, "points"};
}

std::optional<Saying> agree(const Press& press) {
  return Saying{"agree_plan", {{"by", press.whom}}, true, "agreement"};
}

/// All at the table at once: what was read aloud is what they agree to.
std::optional<Saying> agree_all(const Press& press) {
  const auto all = at_the_table(press.now.shown, press.meeting);
  if (all.empty()) return std::nullopt;
  Saying saying{"agree_plan", {{"by", all.front().text}}, true, "end"};
  for (std::size_t i = 1; i < all.size(); ++i) saying.then.push_back({{"by", all[i].text}});
  return saying;
}

std::optional<Saying> end(const Press& press) {
  json data = json::object();
  put(data, "follow_up_on", press.form.value("follow_up_on"));
  put(data, "no_follow_up_motive", press.form.value("no_follow_up_motive"));
  return Saying{"end_meeting", data, true, "end"};
}

struct Act {
  std::string_view name;
  std::optional<Saying> (*say)(const Press&);
};

constexpr auto acts = std::to_array<Act>({{"mark", mark},
                                          {"came", came},
                                          {"undo", undo},
                                          {"more", more},
                                          {"correct", correct},
                                          {"open", open},
                                          {"roles", roles},
                                          {"goal", goal},
                                          {"activity", activity},
                                          {"points", points},
                                          {"agree", agree},
                                          {"agree_all", agree_all},
                                          {"end", end}});

}  // namespace

std::optional<Attendance> came_as_said(const SeatView& seat) {
  if (seat.attendance) return std::nullopt;
  if (!seat.chain.empty()) {
    if (!seat.substitute_confirmed.value_or(false)) return std::nullopt;
    return Attendance::substitute_present;
  }
  if (seat.answer == AnswerKind::attends) return Attendance::present;
  if (seat.answer == AnswerKind::attends_digitally) return Attendance::present_digitally;
  return std::nullopt;
}

std::vector<PartyId> at_the_table(const CaseView& shown, const MeetingView& meeting) {
  std::vector<PartyId> all;
  for (const PartyId& who : shown.plan.must_agree) {
    const bool has_agreed = std::ranges::count(shown.plan.agreed_by, who) > 0;
    const bool has_declined = std::ranges::count(shown.plan.declined_by, who, &PlanNoView::by) > 0;
    if (has_agreed || has_declined) continue;
    const bool came = std::ranges::any_of(meeting.seats, [&](const SeatView& seat) {
      if (!seat.attendance || seat.attendance == Attendance::absent) return false;
      const auto party = std::ranges::find(shown.parties, seat.party, &PartyView::id);
      return seat.party == who ||
             (party != shown.parties.end() && PartyId{party->principal.text} == who);
    });
    if (came) all.push_back(who);
  }
  return all;
}

std::string act_of(std::string_view what, std::string_view whom, std::string_view more) {
  std::string act = std::string{what} + ":" + std::string{whom};
  if (!more.empty()) act += ":" + std::string{more};
  return act;
}

std::optional<Saying> saying_of(const Form& form, const ShownCase& now, const MeetingView& meeting,
                                const Calendar& calendar) {
  const std::string said = form.value("act");
  const auto first = std::min(said.find(':'), said.size());
  const auto second = std::min(said.find(':', first + 1), said.size());
  const auto found = std::ranges::find(acts, std::string_view{said}.substr(0, first), &Act::name);
  if (found == acts.end()) return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t until) {
    return from < until ? said.substr(from, until - from) : std::string{};
  };
  return found->say(
      {part(first + 1, second), part(second + 1, said.size()), form, now, meeting, calendar});
}

std::vector<PrincipalId> principals_of(const CaseView& shown) {
  std::vector<PrincipalId> all;
  for (const PartyView& each : shown.parties) {
    if (each.left_at || each.principal.empty()) continue;
    if (std::ranges::find(all, each.principal) == all.end()) all.push_back(each.principal);
  }
  return all;
}

}  // namespace kallad::web
