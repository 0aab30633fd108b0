// Support for the tests of a meeting: a stamp that counts, a meeting that has been called, and
// short names. Not a test, and no stand-in: facts are folded by the real meeting.
#pragma once

#include <gtest/gtest.h>

#include "adapters/clock/stockholm.hpp"
#include "engine/meeting/calling.hpp"

namespace kallad::meeting {

inline const PartyId adults{"helsingborg/vuxen"};
inline const PartyId clinic{"region/psykosmottagning"};
inline const PartyId health_centre{"region/vardcentral"};
inline const PartyId anna{"anna"};

inline Date day(int year, unsigned month, unsigned number) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

/// Facts that happen one after the other, an hour apart, from Monday 2 March 2026 at 9.00.
class Table {
 public:
  Calendar calendar{stockholm()};
  Meeting meeting;
  Instant now = calendar.zone().at_hour(day(2026, 3, 2), 9);
  std::uint32_t events = 0;

  Table& take(const MeetingEvent& event) {
    now += std::chrono::hours{1};
    meeting = evolve(std::move(meeting), event, {now, {}, ++events});
    return *this;
  }
  Cited last() const { return {events, now}; }
  const Seat& seat(const PartyId& party) const {
    const Seat* found = find_seat(meeting, party);
    EXPECT_NE(found, nullptr) << party.text;
    return *found;
  }
};

inline SummonedSeat summoned(const PartyId& party) {
  const Calendar calendar{stockholm()};
  return {party, Calling::summoned, calendar.zone().end_of(day(2026, 3, 4)),
          calendar.zone().end_of(day(2026, 3, 9))};
}
inline SummonedSeat invited(const PartyId& party) { return {party, Calling::invited, {}, {}}; }

/// Called to 20 March: two summoned, Anna invited, the health centre waiting outside the consent.
inline Table called() {
  Table table;
  MeetingNotice notice;
  notice.starts = table.calendar.zone().at_hour(day(2026, 3, 20), 13);
  notice.purpose = "Samordna";
  table.take(SummonsSent{
      1, 1, notice, {summoned(adults), summoned(clinic), invited(anna)}, {health_centre}, {}, {}});
  return table;
}

inline AttendanceMark mark(const PartyId& party, Attendance attendance) {
  return {party, attendance, {}, {}};
}

}  // namespace kallad::meeting
