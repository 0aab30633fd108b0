// What has happened to a seat. Each event names its meeting and party; the version is the seat's
// present one. What stands here is written to disk and frozen: a new meaning is a new version
// (CONTRIBUTING.md).
#pragma once

#include <boost/describe.hpp>
#include <boost/variant2/variant.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/seat/seat.hpp"

namespace kallad {

/// Which seat a fact is about.
struct SeatFact {
  std::uint32_t meeting = 0;
  PartyId party;
};
BOOST_DESCRIBE_STRUCT(SeatFact, (), (meeting, party))

/// The mail system of the recipient took the summons; no bounce until `presumed_at` makes it
/// presumed.
struct DeliveryAccepted : SeatFact {
  static constexpr std::string_view id = "delivery_accepted";
  static constexpr int version = 1;
  Instant presumed_at;
};
BOOST_DESCRIBE_STRUCT(DeliveryAccepted, (SeatFact), (presumed_at))

struct SummonsDelivered : SeatFact {
  static constexpr std::string_view id = "summons_delivered";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(SummonsDelivered, (SeatFact), ())

struct DeliveryPresumed : SeatFact {
  static constexpr std::string_view id = "delivery_presumed";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(DeliveryPresumed, (SeatFact), ())

struct DeliveryFailed : SeatFact {
  static constexpr std::string_view id = "delivery_failed";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(DeliveryFailed, (SeatFact), ())

/// A bounce after the summons had provably arrived: the address is flagged, the seat is as it was.
struct AddressBounced : SeatFact {
  static constexpr std::string_view id = "address_bounced";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(AddressBounced, (SeatFact), ())

struct SummonsOpened : SeatFact {
  static constexpr std::string_view id = "summons_opened";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(SummonsOpened, (SeatFact), ())

struct SummonsAcknowledged : SeatFact {
  static constexpr std::string_view id = "summons_acknowledged";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(SummonsAcknowledged, (SeatFact), ())

struct SeatAnswered : SeatFact {
  static constexpr std::string_view id = "seat_answered";
  static constexpr int version = 1;
  AnswerKind answer = AnswerKind::attends;
  Instant given_at;
  std::optional<UnitId> forward_to;
};
BOOST_DESCRIBE_STRUCT(SeatAnswered, (SeatFact), (answer, given_at, forward_to))

/// `depth` is the new link's place in the chain, 1 for one named by the party itself: shorter than
/// the chain was, it replaces what stood there. `also_seated_for` warns: the same person sits for
/// them too.
struct SubstituteNamed : SeatFact {
  static constexpr std::string_view id = "substitute_named";
  static constexpr int version = 1;
  Substitute substitute;
  std::uint32_t depth = 1;
  std::vector<PartyId> also_seated_for;
};
BOOST_DESCRIBE_STRUCT(SubstituteNamed, (SeatFact), (substitute, depth, also_seated_for))

struct SubstituteConfirmed : SeatFact {
  static constexpr std::string_view id = "substitute_confirmed";
  static constexpr int version = 1;
  Substitute substitute;
};
BOOST_DESCRIBE_STRUCT(SubstituteConfirmed, (SeatFact), (substitute))

struct SubstituteDeclined : SeatFact {
  static constexpr std::string_view id = "substitute_declined";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(SubstituteDeclined, (SeatFact), ())

struct SeatTakenBack : SeatFact {
  static constexpr std::string_view id = "seat_taken_back";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(SeatTakenBack, (SeatFact), ())

struct AcknowledgeDeadlinePassed : SeatFact {
  static constexpr std::string_view id = "acknowledge_deadline_passed";
  static constexpr int version = 1;
  Instant due;
  Reach reach = Reach::unknown;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeDeadlinePassed, (SeatFact), (due, reach))

struct AnswerDeadlinePassed : SeatFact {
  static constexpr std::string_view id = "answer_deadline_passed";
  static constexpr int version = 1;
  Instant due;
  Reach reach = Reach::unknown;
};
BOOST_DESCRIBE_STRUCT(AnswerDeadlinePassed, (SeatFact), (due, reach))

/// A reminder goes out at this step of the ladder.
struct ReminderIssued : SeatFact {
  static constexpr std::string_view id = "reminder_issued";
  static constexpr int version = 1;
  ReminderStep step = ReminderStep::recipient;
};
BOOST_DESCRIBE_STRUCT(ReminderIssued, (SeatFact), (step))

/// A reminder lost its point while nobody could send it (after downtime), and is not sent.
struct ReminderSkipped : SeatFact {
  static constexpr std::string_view id = "reminder_skipped";
  static constexpr int version = 1;
  ReminderStep step = ReminderStep::recipient;
};
BOOST_DESCRIBE_STRUCT(ReminderSkipped, (SeatFact), (step))

struct AttendanceMarked {
  static constexpr std::string_view id = "attendance_marked";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  AttendanceMark mark;
};
BOOST_DESCRIBE_STRUCT(AttendanceMarked, (), (meeting, mark))

struct AttendanceUnmarked : SeatFact {
  static constexpr std::string_view id = "attendance_unmarked";
  static constexpr int version = 1;
};
BOOST_DESCRIBE_STRUCT(AttendanceUnmarked, (SeatFact), ())

using SeatEvent =
    boost::variant2::variant<DeliveryAccepted, SummonsDelivered, DeliveryPresumed, DeliveryFailed,
                             AddressBounced, SummonsOpened, SummonsAcknowledged, SeatAnswered,
                             SubstituteNamed, SubstituteConfirmed, SubstituteDeclined,
                             SeatTakenBack, AcknowledgeDeadlinePassed, AnswerDeadlinePassed,
                             ReminderIssued, ReminderSkipped, AttendanceMarked, AttendanceUnmarked>;

}  // namespace kallad
