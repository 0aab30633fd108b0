// The rules a seat is decided by: each says of facts and command whether it holds, and if not, why.
// The page's buttons, the API's "allowed now" and the text of a refusal all come from these.
#pragma once

#include <optional>

#include "engine/seat/seat_commands.hpp"
#include "engine/seat/seat_facts.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad::seat {

using MaybeRefusal = std::optional<Refusal>;

/// Answers, substitutes and marks are taken until the chair closes attendance or the meeting is
/// called off.
struct AttendanceIsOpen {
  static constexpr std::string_view rule = "attendance_is_closed";
  static MaybeRefusal ask(const SeatFacts& facts);
  template <class Command>
  static MaybeRefusal check(const SeatFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// Nobody has come to a meeting on a day before it. From the morning of its day a mark is taken,
/// for people come early.
struct DayHasCome {
  static constexpr std::string_view rule = "meeting_has_not_started";
  static MaybeRefusal ask(const SeatFacts& facts);
};

/// A replaced summons is not answered: the new version asks for a new answer.
struct SummonsStands {
  static constexpr std::string_view rule = "summons_was_replaced";
  static MaybeRefusal ask(const SeatFacts& facts);
  template <class Command>
  static MaybeRefusal check(const SeatFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// A seat is answered by its own party, by the person who sits there, or by the coordinator on its
/// behalf. Nobody opens a summons on another's behalf, for that proves delivery; a substitute has
/// no answer to give for the party; and only the substitute confirms or says no, by the own link,
/// by mail or through the coordinator.
struct OwnSeat {
  static constexpr std::string_view rule = "not_your_seat";
  static constexpr bool is_regardless_of_content = true;
  static MaybeRefusal check(const SeatFacts& facts, const OpenSummons& command);
  static MaybeRefusal check(const SeatFacts& facts, const Acknowledge& command);
  static MaybeRefusal check(const SeatFacts& facts, const AnswerSummons& command);
  static MaybeRefusal check(const SeatFacts& facts, const NameSubstitute& command);
  static MaybeRefusal check(const SeatFacts& facts, const ConfirmSubstitute& command);
  static MaybeRefusal check(const SeatFacts& facts, const DeclineSubstitution& command);
  static MaybeRefusal check(const SeatFacts& facts, const DeclineInChain& command);
};

/// How many links of the chain stay when the actor names somebody: none where the party itself
/// does, and for a substitute those up to its own, for a second naming replaces the first.
std::size_t links_kept(const SeatFacts& facts);

/// Attendance is noted by chair, secretary or coordinator; a party may check itself in, and undo
/// that. What the chair has said of it (absent, its mandate) it does not take back.
struct MayNoteAttendance {
  static constexpr std::string_view rule = "may_not_note_attendance";
  static MaybeRefusal check(const SeatFacts& facts, const MarkAttendance& command);
  static MaybeRefusal check(const SeatFacts& facts, const UnmarkAttendance& command);
};

/// An answer counts when it was given: not before the summons, and not in the future.
struct AnswerGivenInPast {
  static constexpr std::string_view rule = "answer_time_impossible";
  static MaybeRefusal check(const SeatFacts& facts, const AnswerSummons& command);
};

/// A forwarded answer names its receiver, and no other answer does.
struct ForwardHasReceiver {
  static constexpr std::string_view rule = "forward_receiver_required";
  static MaybeRefusal check(const SeatFacts& facts, const AnswerSummons& command);
};

/// Forwarding stays inside the same huvudman: the duty lies on the huvudman, not the unit.
struct ForwardInsidePrincipal {
  static constexpr std::string_view rule = "forward_outside_principal";
  static MaybeRefusal check(const SeatFacts& facts, const AnswerSummons& command);
};

/// A summons is not forwarded back to a unit that has forwarded it, nor to one that has a seat
/// already. A seat that is void is none.
struct ForwardIsNew {
  static constexpr std::string_view rule = "forward_goes_in_circle";
  static MaybeRefusal check(const SeatFacts& facts, const AnswerSummons& command);
};

/// Neither forwarding nor a substitute leads outside the consent.
struct InsideConsent {
  static constexpr std::string_view rule = "outside_consent";
  static MaybeRefusal check(const SeatFacts& facts, const AnswerSummons& command);
  static MaybeRefusal check(const SeatFacts& facts, const NameSubstitute& command);
};

/// Required of a substitute: name, role, contact. One who is named by a calendar reply has an
/// address, and fills in the rest when confirming.
struct SubstituteIsNamed {
  static constexpr std::string_view rule = "substitute_incomplete";
  static MaybeRefusal check(const SeatFacts& facts, const NameSubstitute& command);
};

/// A substitute is of the same huvudman, a private provider's of its own organisation.
struct SubstituteOfSamePrincipal {
  static constexpr std::string_view rule = "substitute_of_another_principal";
  static MaybeRefusal check(const SeatFacts& facts, const NameSubstitute& command);
};

/// Nobody stands twice in a chain. The first representative is no link: naming them hands back.
struct SubstituteChainHasNoLoop {
  static constexpr std::string_view rule = "substitute_loop";
  static MaybeRefusal check(const SeatFacts& facts, const NameSubstitute& command);
};

/// The chain is no deeper than the routine says.
struct SubstituteChainNotTooDeep {
  static constexpr std::string_view rule = "substitute_chain_too_deep";
  static MaybeRefusal check(const SeatFacts& facts, const NameSubstitute& command);
};

/// A substitute names another only after confirming: until then the duty is not the substitute's to
/// hand on.
struct NamerHasDuty {
  static constexpr std::string_view rule = "substitute_has_not_confirmed";
  static constexpr bool is_regardless_of_content = true;
  static MaybeRefusal check(const SeatFacts& facts, const NameSubstitute& command);
};

/// What is known of a substitute after confirming: what is said now, and for the rest what the
/// naming said. An empty text says nothing.
Substitute as_confirmed(Substitute named, const ConfirmSubstitute& said);

/// A substitute who confirms has name and role (contact every naming has), from the naming or from
/// now; one who says yes by calendar (ACCEPTED) has what the naming had.
struct SubstituteIsComplete {
  static constexpr std::string_view rule = "substitute_incomplete";
  static MaybeRefusal check(const SeatFacts& facts, const ConfirmSubstitute& command);
};

/// Only the first representative, or the coordinator on its behalf, takes the seat back.
struct FirstRepresentativeTakesBack {
  static constexpr std::string_view rule = "not_the_first_representative";
  static constexpr bool is_regardless_of_content = true;
  static MaybeRefusal check(const SeatFacts& facts, const TakeBackSeat& command);
};

/// A time of arrival lies not after `now`, and for who came late not before the meeting's start:
/// "arrival_outside_meeting".
MaybeRefusal arrival_fits(const AttendanceMark& mark, Instant starts, Instant now);

/// A mark "substitute present" is for a unit; a person, guardian or relative sends nobody. What it
/// says of the arrival is possible.
struct MarkFitsParty {
  static constexpr std::string_view rule = "mark_does_not_fit_party";
  static MaybeRefusal check(const SeatFacts& facts, const MarkAttendance& command);
};

/// A deadline passes only when its time has come, once, and while somebody waits for what it is
/// about.
struct DeadlineHasPassed {
  static constexpr std::string_view rule = "deadline_not_passed";
  static MaybeRefusal check(const SeatFacts& facts, const PresumeDelivery& command);
  static MaybeRefusal check(const SeatFacts& facts, const PassAcknowledgeDeadline& command);
  static MaybeRefusal check(const SeatFacts& facts, const PassAnswerDeadline& command);
};

}  // namespace kallad::seat
