// What can be said of a meeting: calling, moving, cancelling, holding, closing attendance, ending.
// When each may be said stands in the case's table.
#pragma once

#include <string_view>

#include "engine/meeting/meeting.hpp"

namespace kallad {

/// Kallelse: calls the case's parties to a new meeting. `starts` is Europe/Stockholm. `parties`
/// left out: all that consent covers. A short notice needs its reason.
struct SendSummons {
  static constexpr std::string_view id = "send_summons";
  LocalTime starts;
  std::optional<std::string> place;
  std::optional<std::string> link;
  std::string purpose;
  std::vector<std::string> questions;
  std::vector<Expectation> expectations;
  std::vector<PartyId> parties;
  std::optional<std::string> short_notice_reason;
};
BOOST_DESCRIBE_STRUCT(SendSummons, (),
                      (starts, place, link, purpose, questions, expectations, parties,
                       short_notice_reason))

/// Tjänstemannamöte: officials only, a first step before a SIP meeting; all are invited.
struct CallOfficialsMeeting {
  static constexpr std::string_view id = "call_officials_meeting";
  LocalTime starts;
  std::optional<std::string> place;
  std::optional<std::string> link;
  std::string purpose;
};
BOOST_DESCRIBE_STRUCT(CallOfficialsMeeting, (), (starts, place, link, purpose))

/// What an officials' meeting came to, and who was there.
struct RecordOfficialsMeeting {
  static constexpr std::string_view id = "record_officials_meeting";
  std::vector<PartyId> present;
  std::string outcome;
};
BOOST_DESCRIBE_STRUCT(RecordOfficialsMeeting, (), (present, outcome))

/// Sends the summons to a party that joined after the others were called.
struct SummonParty {
  static constexpr std::string_view id = "summon_party";
  PartyId party;
};
BOOST_DESCRIBE_STRUCT(SummonParty, (), (party))

/// A new time or place before the start: a new version that asks everybody for a new answer.
struct ChangeMeeting {
  static constexpr std::string_view id = "change_meeting";
  std::optional<LocalTime> starts;
  std::optional<std::string> place;
  std::optional<std::string> link;
  std::optional<std::string> reason;
  std::optional<std::string> short_notice_reason;
};
BOOST_DESCRIBE_STRUCT(ChangeMeeting, (), (starts, place, link, reason, short_notice_reason))

/// Calls the meeting off in time, before its start.
struct CancelMeeting {
  static constexpr std::string_view id = "cancel_meeting";
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelMeeting, (), (reason))

/// Mötesledare and mötessekreterare; neither is tied to a profession.
struct AssignRoles {
  static constexpr std::string_view id = "assign_roles";
  std::optional<std::string> chair;
  std::optional<std::string> secretary;
};
BOOST_DESCRIBE_STRUCT(AssignRoles, (), (chair, secretary))

/// The meeting begins.
struct OpenMeeting {
  static constexpr std::string_view id = "open_meeting";
};
BOOST_DESCRIBE_STRUCT(OpenMeeting, (), ())

/// The chair says who was there. Marks made before are kept; a mark here takes the place of an
/// earlier one.
struct CloseAttendance {
  static constexpr std::string_view id = "close_attendance";
  std::vector<AttendanceMark> marks;
};
BOOST_DESCRIBE_STRUCT(CloseAttendance, (), (marks))

/// Puts a mark right after attendance was closed. `meeting` left out: the latest.
struct CorrectAttendance {
  static constexpr std::string_view id = "correct_attendance";
  AttendanceMark mark;
  std::string reason;
  std::optional<std::uint32_t> meeting;
};
BOOST_DESCRIBE_STRUCT(CorrectAttendance, (), (mark, reason, meeting))

/// Called off at the table: the meeting could not be held, because of these parties.
struct CallOffMeeting {
  static constexpr std::string_view id = "call_off_meeting";
  std::vector<PartyId> causes;
  std::vector<AttendanceMark> marks;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(CallOffMeeting, (), (causes, marks, reason))

/// The meeting ends with a day of follow-up, or with the motive for having none.
struct EndMeeting {
  static constexpr std::string_view id = "end_meeting";
  std::optional<Date> follow_up_on;
  std::optional<std::string> no_follow_up_motive;
};
BOOST_DESCRIBE_STRUCT(EndMeeting, (), (follow_up_on, no_follow_up_motive))

}  // namespace kallad
