// What has happened to a meeting. Frozen on disk: a new meaning is a new version.
// Not the commands that lead to it: meeting_commands.hpp.
#pragma once

#include <boost/variant2/variant.hpp>
#include <string_view>

#include "engine/meeting/meeting.hpp"

namespace kallad {

/// One party's seat as it was sent; the deadlines are moments, reckoned from the routine of that
/// day.
struct SummonedSeat {
  PartyId party;
  Calling calling = Calling::invited;
  std::optional<Instant> acknowledge_by;
  std::optional<Instant> answer_by;
  bool operator==(const SummonedSeat&) const = default;
};
BOOST_DESCRIBE_STRUCT(SummonedSeat, (), (party, calling, acknowledge_by, answer_by))

/// A meeting was called and its summons sent. `waiting` are parties that could not be called
/// (outside the consent); `warnings` are what the coordinator was told.
struct SummonsSent {
  static constexpr std::string_view id = "summons_sent";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  std::uint32_t round = 1;
  MeetingNotice notice;
  std::vector<SummonedSeat> seats;
  std::vector<PartyId> waiting;
  std::vector<std::string> warnings;
  std::optional<std::string> short_notice_reason;
};
BOOST_DESCRIBE_STRUCT(SummonsSent, (),
                      (meeting, round, notice, seats, waiting, warnings, short_notice_reason))

struct OfficialsMeetingCalled {
  static constexpr std::string_view id = "officials_meeting_called";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  std::uint32_t round = 1;
  MeetingNotice notice;
  std::vector<PartyId> invited;
};
BOOST_DESCRIBE_STRUCT(OfficialsMeetingCalled, (), (meeting, round, notice, invited))

struct OfficialsMeetingRecorded {
  static constexpr std::string_view id = "officials_meeting_recorded";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  std::vector<PartyId> present;
  std::string outcome;
};
BOOST_DESCRIBE_STRUCT(OfficialsMeetingRecorded, (), (meeting, present, outcome))

/// A party that joined later was called.
struct PartySummoned {
  static constexpr std::string_view id = "party_summoned";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  SummonedSeat seat;
};
BOOST_DESCRIBE_STRUCT(PartySummoned, (), (meeting, seat))

/// A new version of the meeting: the seats of the one before are void, with their answers.
struct MeetingChanged {
  static constexpr std::string_view id = "meeting_changed";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  std::uint32_t meeting_version = 1;
  MeetingNotice notice;
  std::vector<SummonedSeat> seats;
  std::vector<PartyId> waiting;
  std::vector<std::string> warnings;
  std::optional<std::string> reason;
  std::optional<std::string> short_notice_reason;
};
BOOST_DESCRIBE_STRUCT(MeetingChanged, (),
                      (meeting, meeting_version, notice, seats, waiting, warnings, reason,
                       short_notice_reason))

struct MeetingCancelled {
  static constexpr std::string_view id = "meeting_cancelled";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(MeetingCancelled, (), (meeting, reason))

struct RolesAssigned {
  static constexpr std::string_view id = "roles_assigned";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  std::string chair;
  std::string secretary;
};
BOOST_DESCRIBE_STRUCT(RolesAssigned, (), (meeting, chair, secretary))

struct MeetingOpened {
  static constexpr std::string_view id = "meeting_opened";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
};
BOOST_DESCRIBE_STRUCT(MeetingOpened, (), (meeting))

/// Every summoned party with the duty is among the marks.
struct AttendanceClosed {
  static constexpr std::string_view id = "attendance_closed";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  std::vector<AttendanceMark> marks;
};
BOOST_DESCRIBE_STRUCT(AttendanceClosed, (), (meeting, marks))

struct AttendanceCorrected {
  static constexpr std::string_view id = "attendance_corrected";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  AttendanceMark mark;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AttendanceCorrected, (), (meeting, mark, reason))

/// Called off at the table, with those who caused it and the marks made so far.
struct MeetingCalledOff {
  static constexpr std::string_view id = "meeting_called_off";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  std::vector<PartyId> causes;
  std::vector<AttendanceMark> marks;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(MeetingCalledOff, (), (meeting, causes, marks, reason))

struct MeetingEnded {
  static constexpr std::string_view id = "meeting_ended";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  std::optional<Date> follow_up_on;
  std::optional<std::string> no_follow_up_motive;
  std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(MeetingEnded, (), (meeting, follow_up_on, no_follow_up_motive, warnings))

/// The summons was handed to another unit of the same huvudman. The duty stays until that unit
/// takes it.
struct SummonsForwarded {
  static constexpr std::string_view id = "summons_forwarded";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  PartyId from;
  PartyId to;
};
BOOST_DESCRIBE_STRUCT(SummonsForwarded, (), (meeting, from, to))

/// The first unit answers for itself after all, before the other took the summons on.
struct ForwardingTakenBack {
  static constexpr std::string_view id = "forwarding_taken_back";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  PartyId from;
  PartyId to;
};
BOOST_DESCRIBE_STRUCT(ForwardingTakenBack, (), (meeting, from, to))

/// The receiving unit has acknowledged or answered: the duty is its own, with its own deadline.
struct DutyMoved {
  static constexpr std::string_view id = "duty_moved";
  static constexpr int version = 1;
  std::uint32_t meeting = 0;
  PartyId from;
  PartyId to;
  Instant answer_by;
};
BOOST_DESCRIBE_STRUCT(DutyMoved, (), (meeting, from, to, answer_by))

using MeetingEvent =
    boost::variant2::variant<SummonsSent, OfficialsMeetingCalled, OfficialsMeetingRecorded,
                             PartySummoned, MeetingChanged, MeetingCancelled, RolesAssigned,
                             MeetingOpened, AttendanceClosed, AttendanceCorrected, MeetingCalledOff,
                             MeetingEnded, SummonsForwarded, ForwardingTakenBack, DutyMoved>;

namespace meeting {

/// The meeting after the event (SummonsSent and OfficialsMeetingCalled make a new one of a fresh
/// Meeting). Never refuses.
Meeting evolve(Meeting meeting, const MeetingEvent& event, const Stamp& stamp);

}  // namespace meeting
}  // namespace kallad
