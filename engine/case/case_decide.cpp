// Whether a command to a case is granted, and what has then happened. The machines say yes or no;
// this file says what the yes consists of, and what one seat's answer means for another
// (forwarding).
#include "engine/case/case_decide.hpp"

#include <algorithm>

#include "engine/case/case_machine.hpp"
#include "engine/deadline/deadlines.hpp"
#include "engine/meeting/calling.hpp"
#include "engine/seat/seat_decide.hpp"

namespace kallad::casework {

namespace {

namespace mp = boost::mp11;
using Outcome = Verdict<CaseEvent>;
using Events = std::vector<CaseEvent>;

Outcome refuse(std::string_view rule, std::vector<std::pair<std::string, std::string>> data = {}) {
  return Outcome::refused({{rule, std::move(data)}});
}

// --- opening -----------------------------------------------------------------

std::vector<std::string> opening_warnings(const OpenCase& wish, const Ground& ground) {
  auto told = consent::warnings_about(wish.person);
  if (!ground.other_cases.empty()) told.emplace_back("existing_sip");
  return told;
}

Outcome open(const OpenCase& wish, const Ground& ground) {
  Refusals why;
  if (is_blank(wish.person.name)) why.push_back({"name_required", {{"field", "person.name"}}});
  if (is_blank(wish.need)) why.push_back({"need_required", {{"field", "need"}}});
  if (!ground.known.agreements.contains(wish.agreement)) {
    why.push_back({"agreement_unknown", {{"field", "agreement"}, {"value", wish.agreement.text}}});
  }
  if (!wish.council.empty() && !ground.known.councils.contains(wish.council))
    why.push_back({"council_unknown", {{"field", "council"}, {"value", wish.council.text}}});
  if (!find_unit(ground.known, wish.coordinator.unit)) {
    why.push_back({"coordinator_unit_unknown",
                   {{"field", "coordinator.unit"}, {"unit", wish.coordinator.unit.text}}});
  }
  if (!ground.other_cases.empty() && !wish.existing_sip_acknowledged.value_or(false)) {
    why.push_back({"existing_sip_not_acknowledged", {{"field", "existing_sip_acknowledged"}}});
  }
  if (!why.empty()) return Outcome::refused(std::move(why));
  return Outcome::accepted(
      {CaseOpened{wish.kind, wish.person, wish.need, wish.noticed_by, wish.council, wish.agreement,
                  wish.coordinator, wish.law, opening_warnings(wish, ground)}});
}

// --- what the table has granted ----------------------------------------------

Events happen(const CaseFacts&, const RecordConsent& wish) { return {ConsentGiven{wish.consent}}; }

Events happen(const CaseFacts&, const WithdrawConsent& wish) {
  return {ConsentWithdrawn{wish.by, wish.capacity}};
}

Events happen(const CaseFacts& facts, const AddParty& wish) {
  if (wish.kind != PartyKind::unit) {
    return {PartyAdded{wish.party,
                       wish.kind,
                       Calling::invited,
                       CallingReason::not_a_unit,
                       {},
                       wish.name.value_or(wish.party.text)}};
  }
  const Unit& unit = *find_unit(facts.ground.known, unit_of(wish.party));
  const Duty duty = duty_of(facts.ground.known, unit.id, facts.running.agreement, today(facts));
  const auto [calling, why] = unit_calling(duty, wish.calling);
  return {PartyAdded{wish.party, wish.kind, calling, why, unit.principal,
                     wish.name.value_or(unit.name)}};
}

Events happen(const CaseFacts&, const RemoveParty& wish) {
  return {PartyLeft{wish.party, wish.reason}};
}

Events happen(const CaseFacts&, const RecordMapping& wish) {
  return {MappingRecorded{wish.mapping}};
}

std::uint32_t content_after(const CaseFacts& facts, bool material) {
  return facts.running.plan.content + (material ? 1 : 0);
}

Events happen(const CaseFacts& facts, const RecordGoal& wish) {
  const bool material = plan::is_material(facts.running.plan, wish.goal);
  return {GoalRecorded{wish.goal, content_after(facts, material)}};
}

Events happen(const CaseFacts& facts, const RecordActivity& wish) {
  const bool material = plan::is_material(facts.running.plan, wish.activity);
  return {ActivityRecorded{wish.activity, content_after(facts, material)}};
}

Events happen(const CaseFacts& facts, const RecordPlanPoints& wish) {
  const PlanPoints points = plan::merged(facts.running.plan.points, wish.points);
  const bool material = plan::is_material(facts.running.plan, points);
  return {PlanPointsRecorded{points, content_after(facts, material)}};
}

Events happen(const CaseFacts& facts, const AgreePlan& wish) {
  const Plan& plan = facts.running.plan;
  if (plan::has_agreed(plan, wish.by)) return {};
  return {PlanAgreedTo{wish.by, plan.content, plan::missing_practice(plan)}};
}

Events happen(const CaseFacts& facts, const DeclinePlan& wish) {
  const Plan& plan = facts.running.plan;
  const PlanDeclined* standing = plan::standing_no(plan, wish.by);
  if (standing && standing->reason == wish.reason) return {};
  return {PlanDeclinedBy{wish.by, plan.content, wish.reason}};
}

Events happen(const CaseFacts&, const HandOutCopy& wish) { return {CopyHandedOutTo{wish.to}}; }

Events happen(const CaseFacts&, const ReportActivity& wish) {
  return {ActivityReported{wish.activity, wish.status, wish.note}};
}

Date next_follow_up(const CaseFacts& facts, Date last) {
  return next_follow_up_by(last, facts.routine.follow_up_at_least_each_months);
}

Events happen(const CaseFacts& facts, const HoldFollowUp& wish) {
  const Date held = wish.held_on.value_or(today(facts));
  return {FollowUpHeld{held, wish.note, wish.next_on.value_or(next_follow_up(facts, held))}};
}

Events happen(const CaseFacts&, const RecordOrigin& wish) { return {OriginRecorded{wish.source}}; }

Events happen(const CaseFacts&, const CorrectPerson& wish) {
  return {PersonCorrected{wish.person, wish.reason, consent::warnings_about(wish.person)}};
}

Events happen(const CaseFacts& facts, const TakeOverPlan& wish) {
  return {
      PlanTakenOver{wish.met_on, wish.follow_up_on.value_or(next_follow_up(facts, wish.met_on))}};
}

Events happen(const CaseFacts&, const RecordEvaluation& wish) {
  return {EvaluationRecorded{wish.goals, wish.persons_verdict}};
}

/// The day that was agreed stands unless it has passed; then the routine's.
Date continued_until(const CaseFacts& facts) {
  const auto& agreed = facts.running.next_follow_up;
  if (agreed && today(facts) <= *agreed) return *agreed;
  const auto& held = facts.running.follow_ups;
  return next_follow_up(facts, held.empty() ? today(facts) : held.back().held_on);
}

Events happen(const CaseFacts& facts, const ContinuePlan& wish) {
  return {PlanContinued{wish.motive, wish.next_on.value_or(continued_until(facts))}};
}

/// A meeting that has not begun is cancelled with the case, so that nobody comes to it.
Events happen(const CaseFacts& facts, const CloseCase& wish) {
  const Meeting* meeting = find_meeting(facts.running, std::nullopt);
  const bool waits =
      meeting && meeting::is_live(*meeting) && facts.stamp.at < meeting->notice.starts;
  Events events;
  if (waits) events.push_back(MeetingCancelled{meeting->number, {}});
  events.push_back(CaseClosed{wish.reason, wish.note});
  return events;
}

Events happen(const CaseFacts&, const HandOverCoordination& wish) {
  return {CoordinationOffered{wish.to}};
}

Events happen(const CaseFacts& facts, const AcceptCoordination&) {
  return {CoordinationAccepted{*facts.running.coordination_offered}};
}

/// What is left out is not known; but a kallelse that went out from here is known.
Events happen(const CaseFacts& facts, const RecordDischargeFacts& wish) {
  DischargeFacts known = wish.facts;
  if (!known.summons_sent_at) known.summons_sent_at = first_summons(facts.running);
  return {DischargeFactsRecorded{known}};
}

template <class MeetingCommand>
Events happen(const CaseFacts& facts, const MeetingCommand& wish) {
  return meeting_events(facts, wish);
}

Decided ruled(const CaseFacts& facts, const SteppedCommand& command) {
  auto ruling = rule(facts, command);
  if (!ruling.is_allowed()) {
    return {Outcome::refused(std::move(ruling.refusals)), facts.running.step};
  }
  auto events =
      boost::variant2::visit([&](const auto& wish) { return happen(facts, wish); }, command);
  return {Outcome::accepted(std::move(events)), ruling.next};
}

// --- seats -------------------------------------------------------------------

const PartyId& party_of_command(const SeatRef& command) { return command.party; }
const PartyId& party_of_command(const MarkAttendance& command) { return command.mark.party; }
std::optional<std::uint32_t> version_of(const SeatRef& command) { return command.version; }
std::optional<std::uint32_t> version_of(const MarkAttendance&) { return std::nullopt; }

Events widened(const std::vector<SeatEvent>& said) {
  Events events;
  for (const auto& event : said) {
    boost::variant2::visit([&](const auto& fact) { events.push_back(fact); }, event);
  }
  return events;
}

/// The unit that forwarded loses the duty when the receiver takes the summons on. "Cannot come"
/// does not take it on: then the first unit must find another, or come itself.
bool takes_on(const SeatCommand& command) {
  if (boost::variant2::holds_alternative<Acknowledge>(command)) return true;
  if (boost::variant2::holds_alternative<NameSubstitute>(command)) return true;
  const auto* answer = boost::variant2::get_if<AnswerSummons>(&command);
  return answer && answer->answer != AnswerKind::cannot_come &&
         answer->answer != AnswerKind::forwarded;
}

/// Says who comes for the party: with that it stands for the summons itself again.
bool answers_itself(const SeatCommand& command) {
  return boost::variant2::holds_alternative<AnswerSummons>(command) ||
         boost::variant2::holds_alternative<NameSubstitute>(command);
}

const Seat* next_seat(const Meeting& meeting, const std::optional<PartyId>& party) {
  return party ? meeting::find_seat(meeting, *party) : nullptr;
}

/// Up the way a summons was forwarded: the seat that still has the duty, or null.
const Seat* holder_above(const Meeting& meeting, const Seat& seat) {
  const Seat* above = next_seat(meeting, seat.forwarded_from);
  while (above && !above->has_duty) above = next_seat(meeting, above->forwarded_from);
  return above;
}

/// Down the way it was forwarded: the seat that has taken the duty on, or null.
const Seat* holder_below(const Meeting& meeting, const Seat& seat) {
  const Seat* below = next_seat(meeting, seat.forwarded_to);
  while (below && !below->has_duty) below = next_seat(meeting, below->forwarded_to);
  return below;
}

/// What was forwarded from here is taken back, all the way down.
Events taken_back(const Meeting& meeting, const Seat& seat) {
  Events events;
  for (const Seat* at = &seat; at && at->forwarded_to; at = next_seat(meeting, at->forwarded_to)) {
    events.push_back(ForwardingTakenBack{meeting.number, at->party, *at->forwarded_to});
  }
  return events;
}

/// What an accepted command to a seat means for the seats it forwarded to, or was forwarded from.
Events with_forwarding(Events said, const Meeting& meeting, const SeatFacts& facts,
                       const SeatCommand& command) {
  const Seat& seat = facts.seat;
  if (said.empty()) return said;
  const auto* answered = boost::variant2::get_if<SeatAnswered>(&said.front());
  if (answered && seat::is_overtaken(seat, answered->given_at)) return said;
  Events events = answers_itself(command) ? taken_back(meeting, seat) : Events{};
  events.insert(events.end(), said.begin(), said.end());
  const auto* answer = boost::variant2::get_if<AnswerSummons>(&command);
  if (answer && answer->forward_to) {
    events.push_back(SummonsForwarded{meeting.number, seat.party, party_of(*answer->forward_to)});
  }
  const Seat* holder = seat.has_duty ? nullptr : holder_above(meeting, seat);
  if (holder && takes_on(command)) {
    const Instant answer_by =
        summons_deadline(facts.ground.calendar, facts.stamp.at,
                         facts.routine.answer_within_working_days, facts.starts);
    events.push_back(DutyMoved{meeting.number, holder->party, seat.party, answer_by});
  }
  return events;
}

/// Handed a summons that consent has left out since; the duty does not move there any more.
bool is_outside_consent(const CaseFacts& facts, const Seat& seat) {
  const Party* party = find_party(facts.running, seat.party);
  return seat.forwarded_from && !seat.has_duty && party &&
         !meeting::may_be_called(*party, facts.running.consent);
}

Outcome decide_seat(const CaseFacts& facts, const Meeting& meeting, const Seat& seat,
                    const SeatCommand& command) {
  const Seat* taken_on = seat.has_duty ? nullptr : holder_below(meeting, seat);
  if (taken_on && answers_itself(command)) {
    return refuse("duty_has_moved", {{"party", taken_on->party.text}});
  }
  if (is_outside_consent(facts, seat) && takes_on(command)) {
    return refuse("outside_consent", {{"party", seat.party.text}});
  }
  const Instant sent = seat.sent ? seat.sent->at : facts.stamp.at;
  const Routine& routine = routine_for(facts.running, sent, facts.ground);
  const auto about = seat_facts(facts.running, meeting, seat, routine, facts.stamp, facts.ground);
  const auto verdict = seat::decide(about, command);
  if (!verdict) return Outcome::refused(verdict.refusals());
  return Outcome::accepted(with_forwarding(widened(verdict.events()), meeting, about, command));
}

template <class Command>
Outcome judge_seat(const CaseFacts& facts, const Command& command) {
  const PartyId& party = party_of_command(command);
  const Meeting* meeting = find_meeting(facts.running, command.meeting);
  const Seat* seat = meeting ? meeting::find_seat(*meeting, party) : nullptr;
  if (!seat) return refuse("party_has_no_seat", {{"party", party.text}});
  const auto version = version_of(command);
  if (version && *version != meeting->version) {
    return refuse("summons_was_replaced", {{"party", party.text}});
  }
  return decide_seat(facts, *meeting, *seat, command);
}

// --- time --------------------------------------------------------------------

bool is_about_seat(DueKind kind) {
  return kind == DueKind::presume_delivery || kind == DueKind::acknowledge_deadline ||
         kind == DueKind::answer_deadline || kind == DueKind::remind_recipient ||
         kind == DueKind::remind_mailbox || kind == DueKind::remind_head;
}

Outcome pass_seat_time(const CaseFacts& facts, const Due& passed) {
  const Meeting* meeting = find_meeting(facts.running, passed.number);
  const Seat* seat = meeting ? meeting::find_seat(*meeting, PartyId{passed.about}) : nullptr;
  if (!seat || !seat->sent) return refuse("demand_is_gone");
  const Routine& routine = routine_for(facts.running, seat->sent->at, facts.ground);
  const auto verdict = seat::pass_time(
      seat_facts(facts.running, *meeting, *seat, routine, facts.stamp, facts.ground), passed);
  if (!verdict) return Outcome::refused(verdict.refusals());
  return Outcome::accepted(widened(verdict.events()));
}

Outcome judge_time(const CaseFacts& facts, const PassTime& command) {
  if (facts.stamp.by.role != Role::clock) return refuse("clock_only");
  const auto demanded = due(facts.running, facts.ground);
  const bool stands = std::find(demanded.begin(), demanded.end(), command.due) != demanded.end();
  if (!stands) return refuse("demand_is_gone");
  if (facts.stamp.at < command.due.at) return refuse("deadline_not_passed");
  if (is_about_seat(command.due.kind)) return pass_seat_time(facts, command.due);
  return Outcome::accepted({DemandFellDue{command.due}});
}

}  // namespace

SeatFacts seat_facts(const Case& running, const Meeting& meeting, const Seat& seat,
                     const Routine& routine, const Stamp& stamp, const Ground& ground) {
  const Party* party = find_party(running, seat.party);
  return {seat,
          meeting.number,
          meeting.notice.starts,
          meeting.status,
          meeting.seats,
          party ? party->unit : UnitId{},
          party ? party->principal : PrincipalId{},
          running.consent,
          routine,
          ground,
          stamp};
}

Decided decide(const Case& running, const CaseCommand& command, const Stamp& stamp,
               const Ground& ground) {
  if (const auto* opening = boost::variant2::get_if<OpenCase>(&command)) {
    auto verdict = running.is_opened() ? refuse("case_is_opened_already") : open(*opening, ground);
    return {std::move(verdict), running.step};
  }
  if (!running.is_opened()) return {refuse("case_unknown"), running.step};
  const CaseFacts facts{running, routine_for(running, stamp.at, ground), ground, stamp};
  return boost::variant2::visit(
      [&](const auto& wish) -> Decided {
        using Wish = std::decay_t<decltype(wish)>;
        if constexpr (mp::mp_contains<SteppedCommand, Wish>::value) {
          return ruled(facts, wish);
        } else if constexpr (mp::mp_contains<SeatCommand, Wish>::value) {
          if (const auto closed = CaseIsOpen::ask(facts)) {
            return {Outcome::refused({*closed}), running.step};
          }
          return {judge_seat(facts, wish), running.step};
        } else if constexpr (std::is_same_v<Wish, PassTime>) {
          return {judge_time(facts, wish), running.step};
        } else {
          return {refuse("case_is_opened_already"), running.step};
        }
      },
      command);
}

}  // namespace kallad::casework
