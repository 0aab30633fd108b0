// Words for a meeting and what stands on its page.
// Not the commands behind the buttons: meeting_acts.cpp.
#include "adapters/web/meeting/meeting_view.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/codec/forms.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/meeting/meeting_acts.hpp"
#include "adapters/web/template/web_address.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

template <class E>
std::vector<OptionView> options_of(std::optional<E> chosen, Language language) {
  std::vector<OptionView> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto each) {
    all.push_back({each.name, std::string{word(each.value, language)}, chosen == each.value});
  });
  return all;
}

}  // namespace

std::string principal_name(const api::House& house, const PrincipalId& id) {
  const auto ledger = house.shelf.ledger();
  return kallad::principal_name(ledger->ledger.known, id);
}

namespace {

/// Fills the parts of one meeting's page.
class TableWords {
 public:
  TableWords(const ShownCase& now, const MeetingView& meeting, const api::House& house,
             Language language)
      : now_(now), meeting_(meeting), house_(house), language_(language) {}

  void tell_head(MeetingPageView& view) const {
    const When starts = moment_told(meeting_.starts, house_.calendar, language_);
    view.heading =
        said("meeting.heading"_text, language_, {{"number", std::to_string(meeting_.number)}});
    view.lead = words::capitalised(starts.text) + " (" +
                nearness(house_.calendar.zone().day_of(meeting_.starts), house_.now(),
                         house_.calendar, language_) +
                ")";
    view.kind = words::capitalised(word(meeting_.form, language_));
    view.status = words::capitalised(word(meeting_.status, language_));
    view.round = std::to_string(meeting_.round);
    view.place = meeting_.place.value_or("");
    view.link = meeting_.link.value_or("");
    view.link_opens = is_web_address(view.link);
    view.purpose = meeting_.purpose;
    view.questions = meeting_.questions;
    view.has_questions = !view.questions.empty();
    view.chair = meeting_.chair;
    view.secretary = meeting_.secretary;
  }

  /// What has come of it: held without somebody, called off and by whose absence, or not begun.
  void tell_course(MeetingPageView& view) const {
    if (meeting_.attendance_closed_at) {
      view.attendance_closed =
          moment_told(*meeting_.attendance_closed_at, house_.calendar, language_).text;
      view.held_without = names_of([](const SeatView& seat) {
        return seat.calling == Calling::summoned && seat.attendance == Attendance::absent;
      });
    }
    if (meeting_.not_held_at) {
      view.called_off = moment_told(*meeting_.not_held_at, house_.calendar, language_).text;
      std::string causes;
      for (const PartyId& each : meeting_.causes) {
        causes += (causes.empty() ? "" : ", ") + party_name(now_.shown, each);
      }
      if (!causes.empty())
        view.called_off += ". " + said("meeting.because"_text, language_, {{"names", causes}});
    }
    if (meeting_.status == MeetingStatus::called && meeting_.starts > house_.now()) {
      view.not_started = moment_told(meeting_.starts, house_.calendar, language_).text;
    }
    if (meeting_.follow_up_on) {
      view.follow_up = day_told(*meeting_.follow_up_on, language_).text;
    }
  }

  void tell_seats(MeetingPageView& view) const {
    for (const SeatView& each : meeting_.seats) {
      view.seats.push_back(seat(each, view.seats.size()));
    }
    const bool is_latest = meeting_.number == now_.shown.meetings.back().number;
    const bool is_open = !meeting_.attendance_closed_at && !meeting_.not_held_at &&
                         meeting_.status != MeetingStatus::cancelled;
    if (is_latest && is_open && leads(now_)) {
      view.check_in = case_address(now_.shown.id) + "/meeting/check-in";
    }
  }

  void tell_plan(MeetingPageView& view) const {
    const PlanView& plan = now_.shown.plan;
    for (const Goal& each : plan.goals) view.goals.push_back(each.text);
    for (const ActivityView& each : plan.activities) {
      std::string owner = party_name(now_.shown, each.owner);
      if (each.named_person) owner += ", " + *each.named_person;
      ActivityLine line{each.what, owner, std::string{word(each.status, language_)}};
      if (each.due) line.due = day_told(*each.due, language_);
      view.activities.push_back(std::move(line));
    }
    view.has_goals = !view.goals.empty();
    view.has_activities = !view.activities.empty();
    view.points = points();
    tell_principals(view);
    for (const PartyId& each : plan.must_agree) view.agreements.push_back(agreement(each));
    view.has_agreements = !view.agreements.empty();
    if (may(DeclinePlan::id) && plan.missing_points.empty()) {
      view.decline = case_address(now_.shown.id) + "/do/" + std::string{DeclinePlan::id};
    }
  }

 private:
  bool may(std::string_view command) const {
    const auto found = std::ranges::find(now_.commands, command, &CommandNow::id);
    return found != now_.commands.end() && found->allowed;
  }

  template <class Wanted>
  std::string names_of(Wanted wanted) const {
    std::string names;
    for (const SeatView& each : meeting_.seats) {
      if (!wanted(each)) continue;
      names += (names.empty() ? "" : ", ") + party_name(now_.shown, each.party);
    }
    return names;
  }

  const PartyView* party(const PartyId& id) const {
    const auto found = std::ranges::find(now_.shown.parties, id, &PartyView::id);
    return found == now_.shown.parties.end() ? nullptr : &*found;
  }

  TableSeat seat(const SeatView& each, std::size_t number) const {
    TableSeat line;
    line.number = number;
    line.party = party_name(now_.shown, each.party);
    line.calling = word(each.calling, language_);
    if (!each.chain.empty()) {
      line.who = said("meeting.substitute"_text, language_,
                      {{"name", each.chain.back().name}, {"role", each.chain.back().role}});
    }
    line.said = words::capitalised(each.answer ? word(*each.answer, language_)
                                               : word(each.state, language_));
    if (each.attendance) {
      line.said.clear();
      line.mark = words::capitalised(word(*each.attendance, language_));
      line.tone = *each.attendance == Attendance::absent ? "danger" : "success";
      line.detail = detail(each);
    }
    offer(line, each, number);
    return line;
  }

  std::string detail(const SeatView& each) const {
    std::string text;
    if (each.mandate) {
      text = said("meeting.mandate_is"_text, language_,
                  {{"mandate", std::string{word(*each.mandate, language_)}}});
    }
    if (each.arrived_at) {
      text += (text.empty() ? "" : ". ") +
              said("meeting.arrived_at"_text, language_,
                   {{"when", clock_told(*each.arrived_at, house_.calendar, language_)}});
    }
    return text;
  }

  /// What can be pressed for the seat: marks while attendance is open, a correction afterwards.
  void offer(TableSeat& line, const SeatView& each, std::size_t number) const {
    const std::string place = std::to_string(number);
    const bool is_open = !meeting_.attendance_closed_at && !meeting_.not_held_at;
    line.mandates = options_of<Mandate>(each.mandate, language_);
    if (each.arrived_at) {
      std::string reading;
      codec::put_local_time(reading, house_.calendar.zone().to_local(*each.arrived_at));
      line.arrived = reading.substr(11, 5);
    }
    if (!is_open && may(CorrectAttendance::id) && each.attendance) {
      line.correct = act_of("correct", place);
      line.attendances = options_of<Attendance>(each.attendance, language_);
    }
    if (!is_open || !may(MarkAttendance::id) || meeting_.starts > house_.now()) return;
    const PartyView* who = party(each.party);
    const bool is_unit = who != nullptr && who->kind == PartyKind::unit;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Attendance>>([&](auto kind) {
      if (kind.value == Attendance::substitute_present && !is_unit) return;
      line.buttons.push_back({act_of("mark", place, kind.name),
                              said_of("meeting_mark." + std::string{kind.name}, language_),
                              each.attendance == kind.value});
    });
    line.has_buttons = !line.buttons.empty();
    if (each.attendance) line.undo = act_of("undo", place);
    if (each.attendance && *each.attendance != Attendance::absent) {
      line.more = act_of("more", place);
    }
  }

  std::vector<PointLine> points() const {
    const PlanPoints& said_points = now_.shown.plan.points;
    const auto missing = [this](int number) {
      return std::ranges::count(now_.shown.plan.missing_points, number) > 0;
    };
    std::vector<std::string> duties;
    for (const Responsibility& each : said_points.responsibilities) {
      duties.push_back(principal_name(house_, each.principal) + ": " + each.efforts);
    }
    std::vector<std::string> others;
    if (said_points.others_measures) others.push_back(*said_points.others_measures);
    if (others.empty() && said_points.no_others_measures.value_or(false)) {
      others.push_back(said("meeting.point_none"_text, language_));
    }
    std::vector<std::string> overall;
    if (said_points.overall_responsible) {
      overall.push_back(principal_name(house_, *said_points.overall_responsible));
    }
    std::vector<std::string> efforts;
    if (said_points.efforts_needed) efforts.push_back(*said_points.efforts_needed);
    return {{said("meeting.point_1"_text, language_), efforts, !missing(1)},
            {said("meeting.point_2"_text, language_), duties, !missing(2)},
            {said("meeting.point_3"_text, language_), others, !missing(3)},
            {said("meeting.point_4"_text, language_), overall, !missing(4)}};
  }

  /// The parties' huvudmän, to say what each answers for and who has the overall responsibility.
  void tell_principals(MeetingPageView& view) const {
    const PlanPoints& told = now_.shown.plan.points;
    for (const PrincipalId& each : principals_of(now_.shown)) {
      const std::string name = principal_name(house_, each);
      const auto said_of_it =
          std::ranges::find(told.responsibilities, each, &Responsibility::principal);
      const bool is_new = said_of_it == told.responsibilities.end();
      view.responsibilities.push_back({"efforts-" + std::to_string(view.responsibilities.size()),
                                       name, is_new ? activities_of(each) : said_of_it->efforts});
    }
  }

  /// What its units have taken on, as a beginning of what it answers for.
  std::string activities_of(const PrincipalId& principal) const {
    std::string lines;
    for (const ActivityView& each : now_.shown.plan.activities) {
      const PartyView* owner = party(each.owner);
      if (owner == nullptr || owner->principal != principal) continue;
      lines += (lines.empty() ? "" : "\n") + each.what;
    }
    return lines;
  }

  AgreementLine agreement(const PartyId& who) const {
    const PlanView& plan = now_.shown.plan;
    const PartyView* unit = party(who);
    AgreementLine line{unit == nullptr ? principal_name(house_, PrincipalId{who.text}) : unit->name,
                       std::ranges::count(plan.agreed_by, who) > 0,
                       {},
                       {}};
    const auto no = std::ranges::find(plan.declined_by, who, &PlanNoView::by);
    if (no != plan.declined_by.end()) line.declined = no->reason;
    if (!line.has_agreed && may(AgreePlan::id) && plan.missing_points.empty()) {
      line.agree = act_of("agree", who.text);
    }
    return line;
  }

  const ShownCase& now_;
  const MeetingView& meeting_;
  const api::House& house_;
  Language language_;
};

TableCan can_at(const ShownCase& now, const MeetingView& meeting, Instant at) {
  const auto may = [&](std::string_view command) {
    const auto found = std::ranges::find(now.commands, command, &CommandNow::id);
    return found != now.commands.end() && found->allowed;
  };
  const bool is_latest = meeting.number == now.shown.meetings.back().number;
  const bool has_begun = is_latest && meeting.starts <= at;
  const bool is_open = !meeting.attendance_closed_at && !meeting.not_held_at;
  const bool is_pending = is_latest && is_open && meeting.status != MeetingStatus::cancelled;
  const auto said_to_come = std::ranges::count_if(
      meeting.seats, [](const SeatView& seat) { return came_as_said(seat).has_value(); });
  return {
      .open = is_pending && has_begun && now.shown.step != Step::meeting && may(OpenMeeting::id),
      .roles = is_pending && may(AssignRoles::id),
      .came = is_pending && has_begun && may(MarkAttendance::id) && said_to_come > 1,
      .close = is_pending && has_begun && may(CloseAttendance::id),
      .call_off = is_pending && has_begun && may(CallOffMeeting::id),
      .goal = is_latest && may(RecordGoal::id),
      .activity = is_latest && may(RecordActivity::id),
      .points = is_latest && may(RecordPlanPoints::id),
      .agree_all = is_latest && may(AgreePlan::id) && leads(now) &&
                   now.shown.plan.missing_points.empty() &&
                   at_the_table(now.shown, meeting).size() > 1,
      .end = is_latest && meeting.attendance_closed_at && !meeting.ended_at && may(EndMeeting::id)};
}

}  // namespace

std::uint32_t meeting_asked(const api::Call& call) {
  std::uint32_t number = 0;
  if (call.values.size() < 2) return number;
  const std::string& text = call.values[1];
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

const MeetingView* meeting_in(const CaseView& shown, std::uint32_t number) {
  if (shown.meetings.empty()) return nullptr;
  if (number == 0) return &shown.meetings.back();
  const auto found = std::ranges::find(shown.meetings, number, &MeetingView::number);
  return found == shown.meetings.end() ? nullptr : &*found;
}

std::string meeting_address(const CaseId& id, std::uint32_t number) {
  return case_address(id) + "/meetings/" + std::to_string(number);
}

MeetingPageView meeting_page_view(const ShownCase& now, const MeetingView& meeting,
                                  const api::House& house, Language language) {
  const TableWords words{now, meeting, house, language};
  MeetingPageView view;
  view.id = now.shown.id.text;
  view.version = now.version;
  view.here = meeting_address(now.shown.id, meeting.number);
  view.nav = case_places(now.shown.id, "/meeting", language, leads(now));
  words.tell_head(view);
  words.tell_course(view);
  words.tell_seats(view);
  words.tell_plan(view);
  view.can = can_at(now, meeting, house.now());
  return view;
}

}  // namespace kallad::web
