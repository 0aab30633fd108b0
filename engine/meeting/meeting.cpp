// Questions to a meeting.
// Not a change of it: meeting_evolve.cpp does that.
#include "engine/meeting/meeting.hpp"

#include <algorithm>

namespace kallad::meeting {

namespace {
template <class Seats>
auto* find_in(Seats& seats, const PartyId& party) {
  const auto found = std::find_if(seats.begin(), seats.end(),
                                  [&](const Seat& seat) { return seat.party == party; });
  return found == seats.end() ? nullptr : &*found;
}
}  // namespace

const Seat* find_seat(const Meeting& meeting, const PartyId& party) {
  return find_in(meeting.seats, party);
}
Seat* find_seat(Meeting& meeting, const PartyId& party) { return find_in(meeting.seats, party); }

bool is_live(const Meeting& meeting) {
  return meeting.status == MeetingStatus::called || meeting.status == MeetingStatus::open;
}

std::vector<PartyId> unmarked(const Meeting& meeting) {
  std::vector<PartyId> parties;
  for (const auto& seat : meeting.seats) {
    if (seat.has_duty && !seat.mark) parties.push_back(seat.party);
  }
  return parties;
}

}  // namespace kallad::meeting
