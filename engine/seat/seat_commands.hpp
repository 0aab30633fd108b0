// What can be said to a seat. The first group comes from people, the mail and the clock; the second
// is what the machine hears when a command of the first group, or of the meeting, means different
// things in different circumstances (a report that is good or bad, a decline at the end or inside a
// chain).
#pragma once

#include <boost/describe.hpp>
#include <boost/variant2/variant.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "engine/seat/seat.hpp"

namespace kallad {

/// Which seat. Left out, the meeting is the latest one of the case and the version its present one;
/// a stated version guards against answering a summons that has been replaced.
struct SeatRef {
  PartyId party;
  std::optional<std::uint32_t> meeting;
  std::optional<std::uint32_t> version;
};
BOOST_DESCRIBE_STRUCT(SeatRef, (), (party, meeting, version))

enum class DeliveryReport { accepted, delivered, failed };
BOOST_DESCRIBE_ENUM(DeliveryReport, accepted, delivered, failed)

/// The letter adapter tells what became of a summons.
struct RecordDelivery : SeatRef {
  static constexpr std::string_view id = "record_delivery";
  DeliveryReport report = DeliveryReport::delivered;
};
BOOST_DESCRIBE_STRUCT(RecordDelivery, (SeatRef), (report))

/// The party has opened the page of its summons.
struct OpenSummons : SeatRef {
  static constexpr std::string_view id = "open_summons";
};
BOOST_DESCRIBE_STRUCT(OpenSummons, (SeatRef), ())

/// Kvittens: received, we are dealing with it.
struct Acknowledge : SeatRef {
  static constexpr std::string_view id = "acknowledge";
};
BOOST_DESCRIBE_STRUCT(Acknowledge, (SeatRef), ())

/// The party's answer. `given_at` (Europe/Stockholm) is when an answer by phone or paper was given;
/// `forward_to` is required with forwarded, and only with it.
struct AnswerSummons : SeatRef {
  static constexpr std::string_view id = "answer";
  AnswerKind answer = AnswerKind::attends;
  std::optional<UnitId> forward_to;
  std::optional<LocalTime> given_at;
};
BOOST_DESCRIBE_STRUCT(AnswerSummons, (SeatRef), (answer, forward_to, given_at))

/// The party, or its confirmed substitute, names who comes instead.
struct NameSubstitute : SeatRef {
  static constexpr std::string_view id = "name_substitute";
  Substitute substitute;
};
BOOST_DESCRIBE_STRUCT(NameSubstitute, (SeatRef), (substitute))

/// The substitute says yes, and fills in what the naming left open.
struct ConfirmSubstitute : SeatRef {
  static constexpr std::string_view id = "confirm_substitute";
  std::optional<std::string> name;
  std::optional<std::string> role;
  std::optional<std::string> contact;
  std::optional<Mandate> mandate;
  std::optional<bool> briefed;
};
BOOST_DESCRIBE_STRUCT(ConfirmSubstitute, (SeatRef), (name, role, contact, mandate, briefed))

/// The substitute says no; the duty is with whoever named the substitute.
struct DeclineSubstitution : SeatRef {
  static constexpr std::string_view id = "decline_substitution";
};
BOOST_DESCRIBE_STRUCT(DeclineSubstitution, (SeatRef), ())

/// The first representative comes after all.
struct TakeBackSeat : SeatRef {
  static constexpr std::string_view id = "take_back_seat";
};
BOOST_DESCRIBE_STRUCT(TakeBackSeat, (SeatRef), ())

/// Attendance before it is closed: by chair, secretary or coordinator, or by checking in.
struct MarkAttendance {
  static constexpr std::string_view id = "mark_attendance";
  AttendanceMark mark;
  std::optional<std::uint32_t> meeting;
};
BOOST_DESCRIBE_STRUCT(MarkAttendance, (), (mark, meeting))

/// Takes a mark back that was not yet closed.
struct UnmarkAttendance : SeatRef {
  static constexpr std::string_view id = "unmark_attendance";
};
BOOST_DESCRIBE_STRUCT(UnmarkAttendance, (SeatRef), ())

using SeatCommand =
    boost::variant2::variant<RecordDelivery, OpenSummons, Acknowledge, AnswerSummons,
                             NameSubstitute, ConfirmSubstitute, DeclineSubstitution, TakeBackSeat,
                             MarkAttendance, UnmarkAttendance>;

namespace seat {

/// What the machine hears. Each stands in seat_table.hpp.
struct Send {
  static constexpr std::string_view id = "send_summons";
};
struct DeliveryAcceptedBy {
  static constexpr std::string_view id = "record_delivery:accepted";
};
struct DeliveryProven {
  static constexpr std::string_view id = "record_delivery:delivered";
};
struct DeliveryBroken {
  static constexpr std::string_view id = "record_delivery:failed";
};
struct ReportAfterProof {
  static constexpr std::string_view id = "record_delivery:after_proof";
};
struct PresumeDelivery {
  static constexpr std::string_view id = "pass_time:presume_delivery";
};
struct PassAcknowledgeDeadline {
  static constexpr std::string_view id = "pass_time:acknowledge_deadline";
};
struct PassAnswerDeadline {
  static constexpr std::string_view id = "pass_time:answer_deadline";
};
struct Remind {
  static constexpr std::string_view id = "pass_time:reminder";
  ReminderStep step = ReminderStep::recipient;
};
/// An answer given before the one that stands and registered after it: kept, and nothing else.
struct AnswerOvertaken : AnswerSummons {
  static constexpr std::string_view id = "answer:overtaken";
};
/// A substitute names the one who first spoke for the party: that is no new link, it is taking
/// back.
struct HandBack : NameSubstitute {
  static constexpr std::string_view id = "name_substitute:hand_back";
};
struct DeclineInChain {
  static constexpr std::string_view id = "decline_substitution:in_chain";
};
struct SettlePresent {
  static constexpr std::string_view id = "close_attendance:present";
};
struct SettleAbsent {
  static constexpr std::string_view id = "close_attendance:absent";
};
struct MakeVoid {
  static constexpr std::string_view id = "change_meeting";
};

}  // namespace seat
}  // namespace kallad
