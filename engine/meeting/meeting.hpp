// A meeting: its time and place, its seats, and whether it was held.
// Not the plan that comes out of it. A new date before the start is a new version of the same
// meeting; after "not held" it is a new meeting in the same round (rulings, "Meetings").
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/seat/seat.hpp"
#include "engine/seat/seat_facts.hpp"

namespace kallad {

/// A SIP meeting, a meeting of officials only (is not a SIP), or a standing coordination meeting.
enum class MeetingForm { sip, officials, coordination };
BOOST_DESCRIBE_ENUM(MeetingForm, sip, officials, coordination)

/// What is expected of one party at the meeting.
struct Expectation {
  PartyId party;
  std::string text;
  bool operator==(const Expectation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Expectation, (), (party, text))

/// What a summons says to all. `link` is for digital attendance.
struct MeetingNotice {
  MeetingForm form = MeetingForm::sip;
  Instant starts;
  std::optional<std::string> place;
  std::optional<std::string> link;
  std::string purpose;
  std::vector<std::string> questions;
  std::vector<Expectation> expectations;
  bool operator==(const MeetingNotice&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingNotice, (),
                      (form, starts, place, link, purpose, questions, expectations))

struct Meeting {
  std::uint32_t number = 0;  ///< from 1 in the case
  std::uint32_t round = 1;
  std::uint32_t version = 1;
  MeetingNotice notice;
  MeetingStatus status = MeetingStatus::called;
  std::vector<Seat> seats;
  std::vector<Seat> voided;  ///< seats of earlier versions, with their answers
  std::string chair;
  std::string secretary;
  std::optional<Cited> attendance_closed;
  std::optional<Cited> not_held;
  std::vector<PartyId> causes;  ///< who caused that it was not held
  std::optional<Cited> ended;
  std::optional<Date> follow_up_on;
};

namespace meeting {

/// The seat of a party, or null.
const Seat* find_seat(const Meeting& meeting, const PartyId& party);
Seat* find_seat(Meeting& meeting, const PartyId& party);

/// Whether people can still answer and be marked.
bool is_live(const Meeting& meeting);

/// The summoned parties that have the duty and are not marked yet.
std::vector<PartyId> unmarked(const Meeting& meeting);

}  // namespace meeting
}  // namespace kallad
