// Whether a command to a seat is granted, and what has then happened. The machine says yes or no;
// this file says what the yes consists of, and leaves out what was said before (a second opening is
// no news).
#include "engine/seat/seat_decide.hpp"

#include "engine/deadline/deadlines.hpp"
#include "engine/seat/seat_machine.hpp"
#include "engine/seat/seat_rules.hpp"
#include "engine/spine/code_points.hpp"

namespace kallad::seat {

namespace {

using Outcome = Verdict<SeatEvent>;

SeatFact about(const SeatFacts& facts) { return {facts.meeting, facts.seat.party}; }

/// The machine's no, or the events; and the promise that the fold ends where the machine says.
template <class Command>
Outcome ruled(const SeatFacts& facts, const Command& heard, std::vector<SeatEvent> events) {
  auto ruling = rule(facts, heard);
  if (!ruling.is_allowed()) return Outcome::refused(std::move(ruling.refusals));
  Seat folded = facts.seat;
  Stamp stamp = facts.stamp;
  for (const auto& event : events) folded = evolve(std::move(folded), event, stamp);
  promise(folded.state == ruling.next, "the folded seat stands where its machine says");
  return Outcome::accepted(std::move(events));
}

template <class Event>
std::vector<SeatEvent> unless(bool known, Event event) {
  return known ? std::vector<SeatEvent>{} : std::vector<SeatEvent>{std::move(event)};
}

Outcome judge(const SeatFacts& facts, const RecordDelivery& command) {
  const bool failed = command.report == DeliveryReport::failed;
  if (facts.seat.reach == Reach::proven) {
    return ruled(facts, ReportAfterProof{},
                 unless(!failed || facts.seat.address_bounced, AddressBounced{about(facts)}));
  }
  const bool is_presumed = facts.seat.reach == Reach::presumed;
  if (is_presumed && command.report == DeliveryReport::accepted) return Outcome::accepted({});
  switch (command.report) {
    case DeliveryReport::accepted: {
      const Instant presumed_at =
          presumed_delivered_at(facts.stamp.at, facts.routine.presumed_delivery_after_hours);
      return ruled(
          facts, DeliveryAcceptedBy{},
          unless(facts.seat.accepted.has_value(), DeliveryAccepted{about(facts), presumed_at}));
    }
    case DeliveryReport::delivered:
      return ruled(facts, DeliveryProven{}, {SummonsDelivered{about(facts)}});
    default:
      return ruled(facts, DeliveryBroken{},
                   unless(facts.seat.reach == Reach::failed, DeliveryFailed{about(facts)}));
  }
}

/// What a seat already knows, or no longer needs to, is no news: accepted, and nothing is written.
bool is_no_news(const SeatFacts& facts, bool known) {
  const SeatState state = facts.seat.state;
  return known || state == SeatState::attended || state == SeatState::absent;
}

Outcome judge(const SeatFacts& facts, const OpenSummons& command) {
  const bool voided = facts.seat.state == SeatState::voided;
  if (is_no_news(facts, voided || facts.seat.opened)) return Outcome::accepted({});
  return ruled(facts, command, {SummonsOpened{about(facts)}});
}

Outcome judge(const SeatFacts& facts, const Acknowledge& command) {
  const bool answered = facts.seat.state != SeatState::voided && !facts.seat.answers.empty();
  if (answered || facts.seat.acknowledged) return Outcome::accepted({});
  return ruled(facts, command, {SummonsAcknowledged{about(facts)}});
}

Outcome judge(const SeatFacts& facts, const AnswerSummons& command) {
  const Instant given_at = command.given_at
                               ? facts.ground.calendar.zone().to_instant(*command.given_at)
                               : facts.stamp.at;
  std::vector<SeatEvent> answered{
      SeatAnswered{about(facts), command.answer, given_at, command.forward_to}};
  if (is_overtaken(facts.seat, given_at)) {
    return ruled(facts, AnswerOvertaken{command}, std::move(answered));
  }
  return ruled(facts, command, std::move(answered));
}

std::vector<PartyId> also_seated_for(const SeatFacts& facts, const Substitute& who) {
  std::vector<PartyId> parties;
  for (const auto& other : facts.seats) {
    if (other.party == facts.seat.party || other.chain.empty()) continue;
    const bool is_one = text::is_same_written(other.chain.back().who.contact, who.contact);
    if (is_one) parties.push_back(other.party);
  }
  return parties;
}

/// Whether a substitute hands the seat back to the one who first spoke for the party.
bool hands_back(const SeatFacts& facts, const NameSubstitute& command) {
  const std::string& first = facts.seat.representative;
  const bool in_chain = facts.stamp.by.role == Role::substitute && !facts.seat.chain.empty();
  return in_chain && !first.empty() && text::is_same_written(command.substitute.name, first);
}

Outcome judge(const SeatFacts& facts, const NameSubstitute& command) {
  if (hands_back(facts, command)) {
    return ruled(facts, HandBack{command}, {SeatTakenBack{about(facts)}});
  }
  const auto depth = static_cast<std::uint32_t>(links_kept(facts) + 1);
  return ruled(facts, command,
               {SubstituteNamed{about(facts), command.substitute, depth,
                                also_seated_for(facts, command.substitute)}});
}

Outcome judge(const SeatFacts& facts, const ConfirmSubstitute& command) {
  if (facts.seat.chain.empty()) return ruled(facts, command, {});
  if (facts.seat.chain.back().confirmed) return Outcome::accepted({});
  Substitute who = as_confirmed(facts.seat.chain.back().who, command);
  return ruled(facts, command, {SubstituteConfirmed{about(facts), std::move(who)}});
}

Outcome judge(const SeatFacts& facts, const DeclineSubstitution& command) {
  std::vector<SeatEvent> events{SubstituteDeclined{about(facts)}};
  if (facts.seat.chain.size() > 1) return ruled(facts, DeclineInChain{}, std::move(events));
  if (facts.seat.chain.empty()) events.clear();
  return ruled(facts, command, std::move(events));
}

Outcome judge(const SeatFacts& facts, const TakeBackSeat& command) {
  return ruled(facts, command, {SeatTakenBack{about(facts)}});
}

/// A mark before closing moves no machine: it is a note that closing attendance turns into a state.
Outcome noted(const SeatFacts& facts, std::initializer_list<MaybeRefusal> asked,
              std::vector<SeatEvent> events) {
  Refusals why;
  for (const auto& one : asked) {
    if (one) why.push_back(*one);
  }
  if (const auto replaced = SummonsStands::ask(facts)) why.push_back(*replaced);
  return why.empty() ? Outcome::accepted(std::move(events)) : Outcome::refused(std::move(why));
}

Outcome judge(const SeatFacts& facts, const MarkAttendance& command) {
  return noted(
      facts,
      {AttendanceIsOpen::ask(facts), DayHasCome::ask(facts),
       MayNoteAttendance::check(facts, command), MarkFitsParty::check(facts, command)},
      unless(facts.seat.mark == command.mark, AttendanceMarked{facts.meeting, command.mark}));
}

Outcome judge(const SeatFacts& facts, const UnmarkAttendance& command) {
  return noted(facts, {AttendanceIsOpen::ask(facts), MayNoteAttendance::check(facts, command)},
               unless(!facts.seat.mark, AttendanceUnmarked{about(facts)}));
}

}  // namespace

Verdict<SeatEvent> decide(const SeatFacts& facts, const SeatCommand& command) {
  return boost::variant2::visit([&](const auto& wish) { return judge(facts, wish); }, command);
}

}  // namespace kallad::seat
