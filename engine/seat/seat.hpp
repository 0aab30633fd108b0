// A seat: one party's place at one meeting, from summons over answer and substitute to attendance.
// Not the party (that outlives the meeting, see case/party.hpp) and not the person who comes: a
// seat may be filled by a chain of substitutes. This file has the seat's shape; seat_table.hpp has
// its law. Rules kept: domain 3 and the rulings "Declining and deadlines", "Substitutes",
// "Delivered", "Meetings".
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/spine/id.hpp"
#include "engine/spine/stamp.hpp"

namespace kallad {

/// Where one summons stands. The texts people see are in the adapters.
enum class SeatState {
  created,
  sent,
  delivered,
  delivery_failed,
  opened,
  acknowledged,
  answered,
  substitute_named,
  substitute_confirmed,
  attended,
  absent,
  voided,  ///< void: the time or place changed, or the meeting was cancelled; kept with its answer
};
BOOST_DESCRIBE_ENUM(SeatState, created, sent, delivered, delivery_failed, opened, acknowledged,
                    answered, substitute_named, substitute_confirmed, attended, absent, voided)

/// Summoned has the duty to come or send a substitute; invited may come.
enum class Calling { summoned, invited };
BOOST_DESCRIBE_ENUM(Calling, summoned, invited)

/// Whether the summons has reached the party (rulings, "Delivered").
enum class Reach { unknown, presumed, proven, failed };
BOOST_DESCRIBE_ENUM(Reach, unknown, presumed, proven, failed)

enum class AnswerKind { attends, attends_digitally, sends_substitute, forwarded, cannot_come };
BOOST_DESCRIBE_ENUM(AnswerKind, attends, attends_digitally, sends_substitute, forwarded,
                    cannot_come)

/// Whether one who comes may decide for the party. Unknown until somebody has said so.
enum class Mandate { yes, partly, no };
BOOST_DESCRIBE_ENUM(Mandate, yes, partly, no)

enum class Attendance { present, present_digitally, substitute_present, late, left_early, absent };
BOOST_DESCRIBE_ENUM(Attendance, present, present_digitally, substitute_present, late, left_early,
                    absent)

/// The steps of the ladder that silence climbs; the coordinator's step is the passed answer
/// deadline.
enum class ReminderStep { recipient, mailbox, head };
BOOST_DESCRIBE_ENUM(ReminderStep, recipient, mailbox, head)

/// Ersättare: another person who comes in the same party's place.
struct Substitute {
  std::string name;
  std::string role;
  std::string contact;
  Mandate mandate = Mandate::yes;
  bool briefed = false;
  std::optional<UnitId> unit;  ///< left out: of the party's own unit
  bool operator==(const Substitute&) const = default;
};
BOOST_DESCRIBE_STRUCT(Substitute, (), (name, role, contact, mandate, briefed, unit))

/// One link in a chain of substitutes.
struct ChainLink {
  Substitute who;
  Cited named;
  std::optional<Cited> confirmed;
  bool operator==(const ChainLink&) const = default;
};

/// A substitute who need not come after all, and the event since which that is so: another was
/// named, or the party answered anew.
struct ReleasedSubstitute {
  ChainLink link;
  std::uint32_t event = 0;
  bool operator==(const ReleasedSubstitute&) const = default;
};

/// One answer. `given_at` may be before it was registered (by phone, on paper); it counts when
/// given.
struct GivenAnswer {
  AnswerKind kind = AnswerKind::attends;
  Instant given_at;
  Cited fact;
  bool operator==(const GivenAnswer&) const = default;
};

/// What was noted of a party at the meeting.
struct AttendanceMark {
  PartyId party;
  Attendance attendance = Attendance::present;
  std::optional<Mandate> mandate;     ///< as the chair saw it; left out: nothing to remark
  std::optional<Instant> arrived_at;  ///< for those who came late
  bool operator==(const AttendanceMark&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttendanceMark, (), (party, attendance, mandate, arrived_at))

/// One party's place at one version of one meeting.
struct Seat {
  PartyId party;
  Calling calling = Calling::invited;
  SeatState state = SeatState::created;
  std::uint32_t version = 1;  ///< the meeting's version this summons is for
  bool has_duty = false;      ///< the duty to come or send a substitute lies here now

  std::optional<Instant> acknowledge_by;
  std::optional<Instant> answer_by;
  Reach reach = Reach::unknown;
  bool address_bounced = false;

  std::optional<Cited> sent;
  std::optional<Cited> accepted;  ///< the recipient's mail system took it
  std::optional<Instant>
      presumed_at;               ///< without a bounce by then it counts as delivered, presumed
  std::optional<Cited> reached;  ///< the first proof, or the presumption, that it arrived
  std::optional<Cited> opened;
  std::optional<Cited> acknowledged;
  std::optional<Cited>
      acknowledge_lapsed;              ///< the deadline passed without acknowledgement or answer
  std::optional<Cited> answer_lapsed;  ///< the deadline passed without an answer that it comes
  Reach reach_at_acknowledge_lapse = Reach::unknown;
  Reach reach_at_answer_lapse = Reach::unknown;
  std::vector<ReminderStep> reminders_done;

  std::vector<GivenAnswer> answers;          ///< in the order they were registered
  std::vector<ChainLink> chain;              ///< the substitutes that stand now, first named first
  std::vector<ReleasedSubstitute> released;  ///< who hold the time free for nothing
  std::string representative;  ///< who of the unit answered first; may take the seat back
  std::optional<PartyId> forwarded_to;
  std::optional<PartyId> forwarded_from;

  std::optional<AttendanceMark> mark;
  std::optional<Cited> marked;

  bool operator==(const Seat&) const = default;
};

namespace seat {

/// The answer that stands: the one given last; of two given at the same moment, the one registered
/// last. Null where there is none.
const GivenAnswer* standing_answer(const Seat& seat);

/// The answer in force at `moment`, counted when given; null where there was none.
const GivenAnswer* answer_at(const Seat& seat, Instant moment);

/// The answer in force when the time to answer ran out; null where there was none, or no such time.
const GivenAnswer* answer_in_time(const Seat& seat);

/// Whether the party had acknowledged when the time for it ran out.
bool acknowledged_in_time(const Seat& seat);

/// Whether the time to acknowledge is still to run out, or ran out unnoticed: a late
/// acknowledgement does not undo that it was late (rulings, "Declining and deadlines": deadlines
/// fire with their own times), an answer in time does.
bool waits_for_acknowledgement(const Seat& seat);

/// Whether somebody is to come by this answer, as things stand: not by "cannot come", nor by "sends
/// a substitute" while there is none, nor by "forwarded" while nobody has taken it on. False also
/// where there is no answer (nullptr).
bool brings_somebody(const Seat& seat, const GivenAnswer* answer);

/// As waits_for_acknowledgement for the time to answer. A "cannot come" is awaited as if it were no
/// answer: it counts when the time is over and it still stands. So are "sends a substitute" while
/// there is none, and "forwarded" while nobody has taken it on: they count as answers, and the
/// coordinator hears that nobody is to come as things stand.
bool waits_for_answer(const Seat& seat);

/// Whether the answer that stands is "sends a substitute", and there is nobody who could come: none
/// was named, or all have said no. The duty lies with the party.
bool has_no_substitute(const Seat& seat);

/// Whether the answer that stands is "forwarded", and the receiving unit has not acknowledged: the
/// duty has not moved (rulings, "Forwarding").
bool is_not_taken_on(const Seat& seat);

/// Whether the summons had arrived at `moment`, by what is known now of when it did.
Reach reach_at(const Seat& seat, Instant moment);

/// Whether an answer given at `moment` was given before the one that stands: registered late, it is
/// kept and changes nothing.
bool is_overtaken(const Seat& seat, Instant moment);

/// Whether the summons has arrived, proven or presumed.
bool is_reached(const Seat& seat);

/// Whether somebody in the chain has confirmed: then the duty lies with that substitute.
bool has_confirmed_substitute(const Seat& seat);

/// Whether somebody of the party came, at whatever time (rulings, "Coming cures").
bool has_come(const Seat& seat);

}  // namespace seat
}  // namespace kallad
