// The rules of a seat. One function a rule, in the order of the header.
// Not which of them hold where: that is the table. They look and never change.
#include "engine/seat/seat_rules.hpp"

#include <algorithm>

#include "engine/spine/code_points.hpp"

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

bool is_of_own_unit(const SeatFacts& facts) {
  return !facts.unit.empty() && facts.stamp.by.unit == facts.unit;
}

bool is_unit_staff(Role role) { return role == Role::attendee || role == Role::unit_head; }

bool sits_here(const SeatFacts& facts) {
  switch (facts.stamp.by.role) {
    case Role::coordinator:
    case Role::mail:
      return true;
    case Role::attendee:
    case Role::unit_head:
      return is_of_own_unit(facts);
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
  if (!a.contact.empty() && !b.contact.empty()) return text::is_same_written(a.contact, b.contact);
  return text::is_same_written(a.name, b.name);
}

bool named_by_substitute(const SeatFacts& facts) { return facts.stamp.by.role == Role::substitute; }

/// Staff who were named as substitutes may speak for themselves without the link.
bool speaks_for_substitute(const SeatFacts& facts) {
  const Actor& by = facts.stamp.by;
  const auto& chain = facts.seat.chain;
  if (!is_unit_staff(by.role)) return sits_here(facts);
  if (chain.empty() || chain.back().who.name != by.name) return false;
  return by.unit == chain.back().who.unit.value_or(facts.unit);
}

const UnitId& unit_of_substitute(const SeatFacts& facts, const Substitute& substitute) {
  return substitute.unit ? *substitute.unit : facts.unit;
}

bool is_covered(const SeatFacts& facts, const UnitId& unit) {
  const Unit* known = find_unit(facts.ground.known, unit);
  return known && consent::covers(*facts.consent.given, unit, known->principal);
}

/// Where there is a consent to share on, names the unit it does not cover, which is not the one
/// that asks; where there is none, that is what stands in the way of everybody.
MaybeRefusal refuse_outside(const SeatFacts& facts, const UnitId& unit) {
  const Date today = facts.ground.calendar.zone().day_of(facts.stamp.at);
  if (auto no = consent::why_not_in_force(facts.consent, today)) return no;
  if (is_covered(facts, unit)) return std::nullopt;
  return Refusal{InsideConsent::rule, {{"party", unit.text}}};
}

bool is_plain_presence(const AttendanceMark& mark) {
  return mark.attendance != Attendance::absent && !mark.mandate;
}

MaybeRefusal may_note(const SeatFacts& facts, bool is_check_in) {
  const bool checks_in = is_check_in && sits_here(facts);
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

MaybeRefusal DayHasCome::ask(const SeatFacts& facts) {
  const Zone& zone = facts.ground.calendar.zone();
  return refuse_unless(zone.day_of(facts.starts) <= zone.day_of(facts.stamp.at), rule, facts);
}

MaybeRefusal SummonsStands::ask(const SeatFacts& facts) {
  const bool replaced =
      facts.seat.state == SeatState::voided && facts.status != MeetingStatus::cancelled;
  return refuse_unless(!replaced, rule, facts);
}

MaybeRefusal OwnSeat::check(const SeatFacts& facts, const OpenSummons&) {
  const Role role = facts.stamp.by.role;
  const bool has_own_link = role == Role::person || role == Role::substitute;
  return refuse_unless(has_own_link ? sits_here(facts) : is_of_own_unit(facts), rule, facts);
}

MaybeRefusal OwnSeat::check(const SeatFacts& facts, const Acknowledge&) {
  return refuse_unless(sits_here(facts), rule, facts);
}

MaybeRefusal OwnSeat::check(const SeatFacts& facts, const AnswerSummons&) {
  return refuse_unless(sits_here(facts) && !named_by_substitute(facts), rule, facts);
}

MaybeRefusal OwnSeat::check(const SeatFacts& facts, const NameSubstitute&) {
  return refuse_unless(sits_here(facts), rule, facts);
}

MaybeRefusal OwnSeat::check(const SeatFacts& facts, const ConfirmSubstitute&) {
  return refuse_unless(speaks_for_substitute(facts), rule, facts);
}

MaybeRefusal OwnSeat::check(const SeatFacts& facts, const DeclineSubstitution&) {
  return refuse_unless(speaks_for_substitute(facts), rule, facts);
}

MaybeRefusal OwnSeat::check(const SeatFacts& facts, const DeclineInChain&) {
  return refuse_unless(speaks_for_substitute(facts), rule, facts);
}

std::size_t links_kept(const SeatFacts& facts) {
  if (!named_by_substitute(facts)) return 0;
  const auto& chain = facts.seat.chain;
  const auto own = std::find_if(chain.rbegin(), chain.rend(), [&](const ChainLink& link) {
    return link.who.name == facts.stamp.by.name;
  });
  return own == chain.rend() ? chain.size() : static_cast<std::size_t>(chain.rend() - own);
}

MaybeRefusal MayNoteAttendance::check(const SeatFacts& facts, const MarkAttendance& command) {
  const auto& noted = facts.seat.mark;
  return may_note(facts, is_plain_presence(command.mark) && !(noted && noted->mandate));
}

MaybeRefusal MayNoteAttendance::check(const SeatFacts& facts, const UnmarkAttendance&) {
  return may_note(facts, !facts.seat.mark || is_plain_presence(*facts.seat.mark));
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
  const bool seated = std::any_of(facts.seats.begin(), facts.seats.end(), [&](const Seat& other) {
    return other.party == receiver && other.state != SeatState::voided;
  });
  return refuse_unless(!seated, rule, facts);
}

MaybeRefusal InsideConsent::check(const SeatFacts& facts, const AnswerSummons& command) {
  if (!command.forward_to) return std::nullopt;
  return refuse_outside(facts, *command.forward_to);
}

MaybeRefusal InsideConsent::check(const SeatFacts& facts, const NameSubstitute& command) {
  if (facts.unit.empty()) return std::nullopt;
  return refuse_outside(facts, unit_of_substitute(facts, command.substitute));
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
  const auto chain = facts.seat.chain.begin();
  const auto kept = static_cast<std::ptrdiff_t>(links_kept(facts));
  const bool stands = std::any_of(
      chain, chain + kept, [&](const ChainLink& link) { return is_same_person(link.who, who); });
  return refuse_unless(!stands, rule, facts);
}

MaybeRefusal SubstituteChainNotTooDeep::check(const SeatFacts& facts, const NameSubstitute&) {
  const auto deepest = static_cast<std::size_t>(facts.routine.substitute_chain_depth);
  return refuse_unless(links_kept(facts) < deepest, rule, facts);
}

MaybeRefusal NamerHasDuty::check(const SeatFacts& facts, const NameSubstitute&) {
  const auto kept = links_kept(facts);
  return refuse_unless(kept == 0 || facts.seat.chain[kept - 1].confirmed, rule, facts);
}

Substitute as_confirmed(Substitute named, const ConfirmSubstitute& said) {
  const auto fill = [](std::string& known, const std::optional<std::string>& now) {
    if (now && !now->empty()) known = *now;
  };
  fill(named.name, said.name);
  fill(named.role, said.role);
  fill(named.contact, said.contact);
  named.mandate = said.mandate.value_or(named.mandate);
  named.briefed = said.briefed.value_or(named.briefed);
  return named;
}

MaybeRefusal SubstituteIsComplete::check(const SeatFacts& facts, const ConfirmSubstitute& command) {
  if (facts.seat.chain.empty()) return std::nullopt;
  // A calendar says yes and no more (rulings, "Mail"); the rest is asked for at the meeting.
  if (facts.stamp.by.role == Role::mail) return std::nullopt;
  const Substitute who = as_confirmed(facts.seat.chain.back().who, command);
  if (who.name.empty()) return field_missing(rule, facts, "name");
  if (who.role.empty()) return field_missing(rule, facts, "role");
  return std::nullopt;
}

MaybeRefusal FirstRepresentativeTakesBack::check(const SeatFacts& facts, const TakeBackSeat&) {
  const Actor& by = facts.stamp.by;
  const bool is_first =
      by.name.empty() || facts.seat.representative.empty() || by.name == facts.seat.representative;
  const bool is_staff = is_unit_staff(by.role) && is_of_own_unit(facts);
  return refuse_unless(by.role == Role::coordinator || (is_staff && is_first), rule, facts);
}

MaybeRefusal arrival_fits(const AttendanceMark& mark, Instant starts, Instant now) {
  if (!mark.arrived_at) return std::nullopt;
  const bool is_early = mark.attendance == Attendance::late && *mark.arrived_at < starts;
  if (!is_early && *mark.arrived_at <= now) return std::nullopt;
  return Refusal{"arrival_outside_meeting", {{"field", "arrived_at"}, {"party", mark.party.text}}};
}

MaybeRefusal MarkFitsParty::check(const SeatFacts& facts, const MarkAttendance& command) {
  const bool sends = command.mark.attendance == Attendance::substitute_present;
  if (sends && facts.unit.empty()) return refuse_unless(false, rule, facts);
  return arrival_fits(command.mark, facts.starts, facts.stamp.at);
}

MaybeRefusal DeadlineHasPassed::check(const SeatFacts& facts, const PresumeDelivery&) {
  const auto& from = facts.seat.presumed_at;
  return refuse_unless(from && *from <= facts.stamp.at, rule, facts);
}

MaybeRefusal DeadlineHasPassed::check(const SeatFacts& facts, const PassAcknowledgeDeadline&) {
  const auto& by = facts.seat.acknowledge_by;
  const bool passes = waits_for_acknowledgement(facts.seat) && *by < facts.stamp.at;
  return refuse_unless(passes, rule, facts);
}

MaybeRefusal DeadlineHasPassed::check(const SeatFacts& facts, const PassAnswerDeadline&) {
  const auto& by = facts.seat.answer_by;
  const bool passes = waits_for_answer(facts.seat) && *by < facts.stamp.at;
  return refuse_unless(passes, rule, facts);
}

}  // namespace kallad::seat
