// How a fact changes a case: its step, its parties and consent; and where facts of meetings, seats
// and the plan find their place. Only this file changes steps.
#include <algorithm>
#include <utility>

#include "engine/case/case_decide.hpp"
#include "engine/seat/seat_decide.hpp"

namespace kallad::casework {

namespace {

namespace mp = boost::mp11;

void apply(Case& running, const CaseOpened& event, const Stamp& stamp) {
  running.kind = event.kind;
  running.person = event.person;
  running.need = event.need;
  running.council = event.council;
  running.agreement = event.agreement;
  running.coordinator = event.coordinator;
  running.plan.law = event.law;
  running.opened = cite(stamp);
}

/// Whoever gave what is replaced now is remembered.
void remember_givers(ConsentState& consent) {
  if (!consent.given) return;
  for (const Giver& one : consent.given->given_by) {
    const auto& known = consent.gave_before;
    if (std::ranges::find(known, one) == known.end()) consent.gave_before.push_back(one);
  }
}

void apply(Case& running, const ConsentGiven& event, const Stamp& stamp) {
  ConsentState& consent = running.consent;
  if (consent.withdrawn) consent.spans.back().until = stamp.at;
  remember_givers(consent);
  consent.given = event.consent;
  consent.given_fact = cite(stamp);
  consent.withdrawn.reset();
}

void apply(Case& running, const ConsentWithdrawn&, const Stamp& stamp) {
  running.consent.withdrawn = cite(stamp);
  running.consent.spans.push_back({stamp.at, std::nullopt});
}

Meeting* live_meeting(Case& running) {
  const bool live = !running.meetings.empty() && meeting::is_live(running.meetings.back());
  return live ? &running.meetings.back() : nullptr;
}

/// A party that joins after the others were called gets its seat, and waits for its summons. A seat
/// that was void, of a party that comes back, is kept among the void ones.
void wait_for_summons(Meeting& meeting, const PartyAdded& event) {
  const bool officials = meeting.notice.form == MeetingForm::officials;
  if (officials && event.kind != PartyKind::unit) return;
  Seat waiting;
  waiting.party = event.party;
  waiting.calling = event.calling;
  waiting.version = meeting.version;
  Seat* seat = meeting::find_seat(meeting, event.party);
  if (!seat) {
    meeting.seats.push_back(std::move(waiting));
  } else if (seat->state == SeatState::voided) {
    meeting.voided.push_back(std::exchange(*seat, std::move(waiting)));
  }
}

void apply(Case& running, const PartyAdded& event, const Stamp&) {
  Party party{event.party, event.kind,      event.calling, event.why,
              {},          event.principal, event.name,    {}};
  if (event.kind == PartyKind::unit) party.unit = unit_of(event.party);
  std::erase_if(running.parties, [&](const Party& one) { return one.id == event.party; });
  running.parties.push_back(std::move(party));
  if (Meeting* meeting = live_meeting(running)) wait_for_summons(*meeting, event);
}

void apply(Case& running, const PartyLeft& event, const Stamp& stamp) {
  for (auto& party : running.parties) {
    if (party.id == event.party) party.left = cite(stamp);
  }
  const auto& offered = running.coordination_offered;
  if (offered && party_of(offered->unit) == event.party) running.coordination_offered.reset();
  Meeting* meeting = live_meeting(running);
  Seat* seat = meeting ? meeting::find_seat(*meeting, event.party) : nullptr;
  if (!seat) return;
  seat->state = SeatState::voided;
  seat->has_duty = false;
}

void apply(Case& running, const PersonCorrected& event, const Stamp&) {
  auto& before = running.names_before;
  const std::string& name = running.person.name;
  if (std::ranges::find(before, name) == before.end()) before.push_back(name);
  running.person = event.person;
  for (Party& party : running.parties) {
    if (party.kind == PartyKind::person && !party.name.empty()) party.name = event.person.name;
  }
}

void apply(Case& running, const OriginRecorded& event, const Stamp&) {
  running.origins.push_back(event.source);
}

void apply(Case& running, const PlanTakenOver& event, const Stamp& stamp) {
  running.plan_taken_over = cite(stamp);
  running.next_follow_up = event.follow_up_on;
  running.step = Step::activity_follow_up;
}

void apply(Case& running, const MappingRecorded& event, const Stamp&) {
  running.mappings.push_back(event.mapping);
  running.step = Step::mapping;
}

void apply(Case& running, const FollowUpHeld& event, const Stamp& stamp) {
  running.follow_ups.push_back({event.held_on, cite(stamp)});
  running.next_follow_up = event.next_on;
  running.step = Step::follow_up;
}

void apply(Case& running, const EvaluationRecorded& event, const Stamp& stamp) {
  running.evaluated = cite(stamp);
  running.persons_verdict = event.persons_verdict.value_or("");
  running.step = Step::evaluation;
}

void apply(Case& running, const PlanContinued& event, const Stamp&) {
  running.next_follow_up = event.next_on;
  running.step = Step::activity_follow_up;
}

void apply(Case& running, const CaseClosed& event, const Stamp& stamp) {
  running.closing_reason = event.reason;
  running.closed = cite(stamp);
  running.coordination_offered.reset();  // nobody takes over what is closed
  running.step = Step::closed;
}

void apply(Case& running, const CoordinationOffered& event, const Stamp&) {
  running.coordination_offered = event.to;
}

void apply(Case& running, const CoordinationAccepted& event, const Stamp&) {
  running.coordinator = event.coordinator;
  running.coordination_offered.reset();
}

void apply(Case& running, const DischargeFactsRecorded& event, const Stamp&) {
  running.discharge = event.facts;
}

void apply(Case& running, const DemandFellDue& event, const Stamp&) {
  running.passed.push_back(event.due);
}

void step_after(Case& running, const SummonsSent& event, const Stamp& stamp) {
  running.step = Step::summons;
  running.round = event.round;
  const bool counts = running.kind == CaseKind::discharge && !running.discharge.summons_sent_at;
  if (counts) running.discharge.summons_sent_at = stamp.at;
}
void step_after(Case& running, const MeetingCancelled&, const Stamp&) {
  if (running.step != Step::preparation) running.step = Step::summons;
}
void step_after(Case& running, const MeetingOpened&, const Stamp&) { running.step = Step::meeting; }
void step_after(Case& running, const AttendanceClosed&, const Stamp&) {
  running.step = Step::meeting;
}
void step_after(Case& running, const MeetingCalledOff&, const Stamp&) {
  running.step = Step::summons;
}
void step_after(Case& running, const MeetingEnded& event, const Stamp&) {
  running.step = Step::activity_follow_up;
  running.next_follow_up = event.follow_up_on;
}
void step_after(Case& running, const SummonsForwarded& event, const Stamp&) {
  const Party* from = find_party(running, event.from);
  const Party* known = find_party(running, event.to);
  if (!from || (known && !known->left)) return;
  const Party to{event.to,          PartyKind::unit, from->calling, from->why,
                 unit_of(event.to), from->principal, event.to.text, {}};
  std::erase_if(running.parties, [&](const Party& one) { return one.id == event.to; });
  running.parties.push_back(to);
}
void leave(Case& running, const PartyId& id, const Stamp& stamp) {
  for (auto& party : running.parties) {
    if (party.id == id && !party.left) party.left = cite(stamp);
  }
}
/// Those that found the right unit have handed their place in the case on; one that was taken back
/// from never had one. Otherwise two units would be called next time for the one duty.
void step_after(Case& running, const DutyMoved& event, const Stamp& stamp) {
  const Meeting& meeting = running.meetings.at(event.meeting - 1);
  const Seat* seat = meeting::find_seat(meeting, event.to);
  while (seat && seat->party != event.from && seat->forwarded_from) {
    leave(running, *seat->forwarded_from, stamp);
    seat = meeting::find_seat(meeting, *seat->forwarded_from);
  }
}
void step_after(Case& running, const ForwardingTakenBack& event, const Stamp& stamp) {
  leave(running, event.to, stamp);
}
template <class Other>
void step_after(Case&, const Other&, const Stamp&) {}

template <class Event, class Events>
concept OneOf = mp::mp_contains<Events, Event>::value;

template <class Event>
constexpr bool opens_meeting =
    std::is_same_v<Event, SummonsSent> || std::is_same_v<Event, OfficialsMeetingCalled>;

template <OneOf<MeetingEvent> Event>
void apply(Case& running, const Event& event, const Stamp& stamp) {
  if constexpr (opens_meeting<Event>) running.meetings.emplace_back();
  Meeting& meeting =
      opens_meeting<Event> ? running.meetings.back() : running.meetings.at(event.meeting - 1);
  meeting = meeting::evolve(std::move(meeting), event, stamp);
  step_after(running, event, stamp);
}

const PartyId& party_in(const SeatFact& fact) { return fact.party; }
const PartyId& party_in(const AttendanceMarked& fact) { return fact.mark.party; }

template <OneOf<SeatEvent> Event>
void apply(Case& running, const Event& event, const Stamp& stamp) {
  Seat* seat = meeting::find_seat(running.meetings.at(event.meeting - 1), party_in(event));
  promise(seat != nullptr, "a fact about a seat has its seat");
  *seat = seat::evolve(std::move(*seat), event, stamp);
}

template <OneOf<PlanEvent> Event>
void apply(Case& running, const Event& event, const Stamp& stamp) {
  running.plan = plan::evolve(std::move(running.plan), event, stamp);
}

}  // namespace

Case evolve(Case running, const CaseEvent& event, const Stamp& stamp) {
  boost::variant2::visit([&](const auto& fact) { apply(running, fact, stamp); }, event);
  running.events = stamp.event;
  running.last_at = stamp.at;
  return running;
}

}  // namespace kallad::casework
