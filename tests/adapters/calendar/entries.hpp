// Made-up meetings for the tests of calendar texts, and the programs of others that read them.
// Not fixtures with a story: each test says what differs. Rule kept: plainly invented units and
// addresses under .example.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/calendar/invitation.hpp"
#include "tests/support/swedish_time.hpp"

namespace kallad::calendar_test {

inline const Zone& home() { return support::sweden().zone(); }

/// Summons to 2026-11-04 09:00-10:30 in Stockholm, version 1.
inline calendar::Invitation an_invitation() {
  using namespace std::chrono_literals;
  const Date day = support::day(2026, 11, 4);
  calendar::Invitation out;
  out.entry.uid = "k7f3a9c2e1b04d58@kallad.example";
  out.entry.sequence = 1;
  out.entry.stamped_at = support::at(support::day(2026, 10, 26), 9h);
  out.entry.start = support::at(day, 9h);
  out.entry.end = support::at(day, 10h + 30min);
  out.entry.case_number = CaseId{"2026-0012"};
  out.entry.organizer = {"samordning@kommun.example", "Samordningen"};
  out.entry.place = "Rådhuset, rum 3";
  out.entry.answer_url = "https://sip.example/s/abc123";
  out.attendee = {"mottagning@region.example", "Psykosmottagningen"};
  return out;
}

/// What one reader understood of one meeting: field to text.
using Understood = std::map<std::string, std::string>;

/// A reader of others: readers.py's name for it, or "ical.js".
using ReaderName = std::string;

/// Why the reader cannot be asked; empty where it can.
std::string missing_reader(const ReaderName& reader);

/// What the reader understands of the texts, by uid. Throws where it takes one not at all.
std::map<std::string, Understood> read_with(const ReaderName& reader,
                                            const std::vector<std::string>& texts);

/// The lines of a text without their CRLF, as they stand; throws where a line ends otherwise.
std::vector<std::string> raw_lines(const std::string& text);

/// The same, unfolded.
std::vector<std::string> unfolded_lines(const std::string& text);

/// The file under replies/, with its bytes.
std::string recorded(const std::string& name);

}  // namespace kallad::calendar_test
