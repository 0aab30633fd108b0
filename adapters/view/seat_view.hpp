// A seat and a meeting as they are shown: plain described values, so that JSON, a page and a story
// name the same things by the same words. Not the engine's seat, which knows more than is shown.
#pragma once

#include "engine/meeting/meeting.hpp"

namespace kallad {

/// One link of a chain of substitutes.
struct SubstituteView {
  std::string name;
  std::string role;
  Mandate mandate = Mandate::yes;
  bool briefed = false;
  std::optional<UnitId> unit;
  std::optional<Instant> named_at;
  std::optional<Instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(SubstituteView, (),
                      (name, role, mandate, briefed, unit, named_at, confirmed_at))

/// One party's place at one version of one meeting. `substitute` is who sits there now.
struct SeatView {
  PartyId party;
  SeatState state = SeatState::created;
  Calling calling = Calling::invited;
  bool has_duty = false;
  Reach reach = Reach::unknown;
  std::uint32_t meeting = 0;
  std::uint32_t version = 1;
  std::optional<AnswerKind> answer;
  std::optional<Instant> answered_at;
  std::optional<std::string> substitute;
  std::optional<bool> substitute_confirmed;
  std::vector<SubstituteView> chain;
  std::optional<PartyId> forwarded_to;
  std::optional<PartyId> forwarded_from;
  std::optional<Attendance> attendance;
  std::optional<Mandate> mandate;  ///< as the chair saw it
  std::optional<Instant> arrived_at;
  std::optional<Instant> sent_at;
  std::optional<Instant> reached_at;
  std::optional<Instant> opened_at;
  std::optional<Instant> acknowledged_at;
  std::optional<Instant> acknowledge_by;
  std::optional<Instant> answer_by;
  std::optional<Instant> acknowledge_lapsed_at;
  std::optional<Instant> answer_lapsed_at;
  std::vector<ReminderStep> reminders;
  bool address_bounced = false;
};
BOOST_DESCRIBE_STRUCT(SeatView, (),
                      (party, state, calling, has_duty, reach, meeting, version, answer,
                       answered_at, substitute, substitute_confirmed, chain, forwarded_to,
                       forwarded_from, attendance, mandate, arrived_at, sent_at, reached_at,
                       opened_at, acknowledged_at, acknowledge_by, answer_by, acknowledge_lapsed_at,
                       answer_lapsed_at, reminders, address_bounced))

/// One meeting. `voided` are seats of its earlier versions, with their answers.
struct MeetingView {
  std::uint32_t number = 0;
  std::uint32_t round = 1;
  std::uint32_t version = 1;
  MeetingForm form = MeetingForm::sip;
  MeetingStatus status = MeetingStatus::called;
  Instant starts;
  std::optional<std::string> place;
  std::optional<std::string> link;
  std::string purpose;
  std::vector<std::string> questions;
  std::vector<Expectation> expectations;
  std::string chair;
  std::string secretary;
  std::optional<Instant> attendance_closed_at;
  std::optional<Instant> not_held_at;
  std::optional<Instant> ended_at;
  std::vector<PartyId> causes;
  std::optional<Date> follow_up_on;
  std::vector<SeatView> seats;
  std::vector<SeatView> voided;
};
BOOST_DESCRIBE_STRUCT(MeetingView, (),
                      (number, round, version, form, status, starts, place, link, purpose,
                       questions, expectations, chair, secretary, attendance_closed_at, not_held_at,
                       ended_at, causes, follow_up_on, seats, voided))

/// A seat of the meeting of that number, as it is shown.
SeatView view_of(const Seat& seat, std::uint32_t meeting);

/// A meeting with all its seats, as it is shown.
MeetingView view_of(const Meeting& meeting);

}  // namespace kallad
