// The rules of a seat. One function a rule, in the order of the header.
// Not which of them hold where: that is the table. They look and never change.
#include "engine/seat/seat_rules.hpp"

#include <algorithm>

namespace kallad::seat {

namespace {

MaybeRefusal refuse_unless(bool holds, std::string_view rule, const SeatFacts& facts) {
  if (holds) return std::nullopt;
  return Refusal{rule, {{"party", facts.seat.party.text}}};
}

MaybeRefusal field_missing(std::string_view rule, const SeatFacts& facts, const char* field) {
  return Refusal{rule, {{"party", facts.seat.party.text}, {"field", field}}};
}

bool is_staff_of_meeting(Role role) {
  return role == Role::coordinator || role == Role::chair || role == Role::secretary;
}

bool sits_here(const SeatFacts& facts) {
  const Actor& by = facts.stamp.by;
  const bool own_unit = !facts.unit.empty() && by.unit == facts.unit;
  switch (by.role) {
    case Role::coordinator:
    case Role::mail:
      return true;
    case Role::attendee:
    case Role::unit_head:
      return own_unit;
    case Role::substitute:
      return !facts.seat.chain.empty();
    case Role::person:
      return facts.unit.empty();
    default:
      return false;
  }
}

/// The same human being, as far as name and contact tell: by contact where both have one.
bool is_same_person(const Substitute& a, const Substitute& b) {
  if (!a.contact.empty() && !b.contact.empty()) return a.contact == b.contact;
  return a.name == b.name;
}

bool named_by_substitute(const SeatFacts& facts) { return facts.stamp.by.role == Role::substitute; }

const UnitId& unit_of_substitute(const SeatFacts& facts, const Substitute& substitute) {
  return substitute.unit ? *substitute.unit : facts.unit;
}

bool is_covered(const SeatFacts& facts, const UnitId& unit) {
  if (!facts.consent.given || facts.consent.withdrawn) return false;
  const Unit* known = find_unit(facts.ground.known, unit);
  return known && consent::covers(*facts.consent.given, unit, known->principal);
}

MaybeRefusal may_note(const SeatFacts& facts, bool comes) {
  const bool checks_in = comes && sits_here(facts);
  return refuse_unless(is_staff_of_meeting(facts.stamp.by.role) || checks_in,
                       MayNoteAttendance::rule, facts);
}

}  // namespace

MaybeRefusal AttendanceIsOpen::ask(const SeatFacts& facts) {
  switch (facts.status) {
    case MeetingStatus::called:
    case MeetingStatus::open:
      return std::nullopt;
    case MeetingStatus::cancelled:
      return Refusal{"meeting_is_cancelled", {{"party", facts.seat.party.text}}};
    case MeetingStatus::not_held:
      return Refusal{"meeting_was_not_held", {{"party", facts.seat.party.text}}};
    default:
      return Refusal{rule, {{"party", facts.seat.party.text}}};
  }
}

MaybeRefusal SummonsStands::ask(const SeatFacts& facts) {
  const bool replaced =
      facts.seat.state == SeatState::voided && facts.status != MeetingStatus::cancelled;
  return refuse_unless(!replaced, rule, facts);
}

MaybeRefusal OwnSeat::ask(const SeatFacts& facts) {
  return refuse_unless(sits_here(facts), rule, facts);
}

MaybeRefusal MayNoteAttendance::check(const SeatFacts& facts, const MarkAttendance& command) {
  const bool plain_presence =
      command.mark.attendance != Attendance::absent && !command.mark.mandate;
  return may_note(facts, plain_presence);
}

MaybeRefusal MayNoteAttendance::check(const SeatFacts& facts, const UnmarkAttendance&) {
  return may_note(facts, true);
}

MaybeRefusal AnswerGivenInPast::check(const SeatFacts& facts, const AnswerSummons& command) {
  if (!command.given_at) return std::nullopt;
  const Instant given = facts.ground.calendar.zone().to_instant(*command.given_at);
  const bool after_sending = !facts.seat.sent || facts.seat.sent->at <= given;
  return refuse_unless(after_sending && given <= facts.stamp.at, rule, facts);
}

MaybeRefusal ForwardHasReceiver::check(const SeatFacts& facts, const AnswerSummons& command) {
  const bool forwards = command.answer == AnswerKind::forwarded;
  if (forwards && facts.unit.empty()) return Refusal{"only_a_unit_forwards", {}};
  return refuse_unless(forwards == command.forward_to.has_value(), rule, facts);
}

MaybeRefusal ForwardInsidePrincipal::check(const SeatFacts& facts, const AnswerSummons& command) {
  if (!command.forward_to) return std::nullopt;
  const Unit* receiver = find_unit(facts.ground.known, *command.forward_to);
  if (!receiver)
    return Refusal{"unit_unknown", {{"field", "forward_to"}, {"value", command.forward_to->text}}};
  return refuse_unless(receiver->principal == facts.principal, rule, facts);
}

MaybeRefusal ForwardIsNew::check(const SeatFacts& facts, const AnswerSummons& command) {
  if (!command.forward_to) return std::nullopt;
  const PartyId receiver = party_of(*command.forward_to);
  const bool seated = std::any_of(facts.seats.begin(), facts.seats.end(),
                                  [&](const Seat& other) { return other.party == receiver; });
  return refuse_unless(!seated, rule, facts);
}

MaybeRefusal InsideConsent::check(const SeatFacts& facts, const AnswerSummons& command) {
  if (!command.forward_to) return std::nullopt;
  return refuse_unless(is_covered(facts, *command.forward_to), rule, facts);
}

MaybeRefusal InsideConsent::check(const SeatFacts& facts, const NameSubstitute& command) {
  if (facts.unit.empty()) return std::nullopt;
  return refuse_unless(is_covered(facts, unit_of_substitute(facts, command.substitute)), rule,
                       facts);
}

MaybeRefusal SubstituteIsNamed::check(const SeatFacts& facts, const NameSubstitute& command) {
  const Substitute& who = command.substitute;
  const bool by_calendar = facts.stamp.by.role == Role::mail;
  if (facts.unit.empty())
    return Refusal{"only_a_unit_sends_substitute", {{"party", facts.seat.party.text}}};
  if (who.contact.empty()) return field_missing(rule, facts, "substitute.contact");
  if (by_calendar) return std::nullopt;
  if (who.name.empty()) return field_missing(rule, facts, "substitute.name");
  if (who.role.empty()) return field_missing(rule, facts, "substitute.role");
  return std::nullopt;
}

MaybeRefusal SubstituteOfSamePrincipal::check(const SeatFacts& facts,
                                              const NameSubstitute& command) {
  if (!command.substitute.unit) return std::nullopt;
  const Unit* unit = find_unit(facts.ground.known, *command.substitute.unit);
  return refuse_unless(unit && unit->principal == facts.principal, rule, facts);
}

MaybeRefusal SubstituteChainHasNoLoop::check(const SeatFacts& facts,
                                             const NameSubstitute& command) {
  const Substitute& who = command.substitute;
  if (!named_by_substitute(facts)) return std::nullopt;
  const auto& chain = facts.seat.chain;
  const bool stands = std::any_of(chain.begin(), chain.end(), [&](const ChainLink& link) {
    return is_same_person(link.who, who);
  });
  const bool is_first = !facts.seat.representative.empty() && facts.seat.representative == who.name;
  return refuse_unless(!stands && !is_first, rule, facts);
}

MaybeRefusal SubstituteChainNotTooDeep::check(const SeatFacts& facts, const NameSubstitute&) {
  const auto depth = named_by_substitute(facts) ? facts.seat.chain.size() + 1 : 1;
  return refuse_unless(depth <= static_cast<std::size_t>(facts.routine.substitute_chain_depth),
                       rule, facts);
}

MaybeRefusal NamerHasDuty::check(const SeatFacts& facts, const NameSubstitute&) {
  if (!named_by_substitute(facts) || facts.seat.chain.empty()) return std::nullopt;
  return refuse_unless(facts.seat.chain.back().confirmed.has_value(), rule, facts);
}

MaybeRefusal SubstituteIsComplete::check(const SeatFacts& facts, const ConfirmSubstitute& command) {
  if (facts.seat.chain.empty()) return std::nullopt;
  const Substitute& who = facts.seat.chain.back().who;
  if (who.role.empty() && command.role.value_or("").empty())
    return field_missing(rule, facts, "role");
  if (who.contact.empty() && command.contact.value_or("").empty()) {
    return field_missing(rule, facts, "contact");
  }
  return std::nullopt;
}

MaybeRefusal FirstRepresentativeTakesBack::check(const SeatFacts& facts, const TakeBackSeat&) {
  const Actor& by = facts.stamp.by;
  const bool is_first =
      by.name.empty() || facts.seat.representative.empty() || by.name == facts.seat.representative;
  const bool for_party = by.role == Role::coordinator || by.role == Role::unit_head ||
                         (by.role == Role::attendee && by.unit == facts.unit && is_first);
  return refuse_unless(for_party, rule, facts);
}

MaybeRefusal MarkFitsParty::check(const SeatFacts& facts, const MarkAttendance& command) {
  const bool sends = command.mark.attendance == Attendance::substitute_present;
  return refuse_unless(!facts.unit.empty() || !sends, rule, facts);
}

MaybeRefusal DeadlineHasPassed::check(const SeatFacts& facts, const PassAcknowledgeDeadline&) {
  const auto& by = facts.seat.acknowledge_by;
  return refuse_unless(by && *by < facts.stamp.at && !facts.seat.acknowledge_lapsed, rule, facts);
}

MaybeRefusal DeadlineHasPassed::check(const SeatFacts& facts, const PassAnswerDeadline&) {
  const auto& by = facts.seat.answer_by;
  return refuse_unless(by && *by < facts.stamp.at && !facts.seat.answer_lapsed, rule, facts);
}

}  // namespace kallad::seat
