// What we write, letter by letter: requests, later versions, cancellations, feeds, and what is
// refused. Not what others make of it: readers_test.cpp. Rules kept: neutral and private (domain.md
// 6), one VTIMEZONE of two rules, UTC where the wall clock is not enough, the same entries the same
// bytes.
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/calendar/stockholm_rules.hpp"
#include "tests/adapters/calendar/entries.hpp"

namespace kallad::calendar_test {
namespace writing {
namespace {

using namespace std::chrono_literals;
using calendar::FeedEntry;
using calendar::Invitation;
using calendar::write_feed;
using calendar::WriteFault;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string request(const Invitation& invitation) { return write_request(invitation, home()).text; }

TEST(Request, IsWrittenLikeThis) {
  const std::vector<std::string> wanted = {
      "BEGIN:VCALENDAR",
      "PRODID:-//Kallad//Kallad//SV",
      "VERSION:2.0",
      "CALSCALE:GREGORIAN",
      "METHOD:REQUEST",
      "BEGIN:VTIMEZONE",
      "TZID:Europe/Stockholm",
      "X-LIC-LOCATION:Europe/Stockholm",
      "BEGIN:STANDARD",
      "DTSTART:19961027T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "TZNAME:CET",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:19970330T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "TZNAME:CEST",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "UID:k7f3a9c2e1b04d58@kallad.example",
      "SEQUENCE:1",
      "DTSTAMP:20261026T080000Z",
      "DTSTART;TZID=Europe/Stockholm:20261104T090000",
      "DTEND;TZID=Europe/Stockholm:20261104T103000",
      "SUMMARY:SIP-möte 2026-0012",
      "DESCRIPTION:SIP-möte 2026-0012.\\nSvara eller utse en ersättare här: "
      "https://sip.example/s/abc123",
      "LOCATION:Rådhuset\\, rum 3",
      "URL:https://sip.example/s/abc123",
      "CLASS:PRIVATE",
      "TRANSP:OPAQUE",
      "STATUS:CONFIRMED",
      "ORGANIZER;CN=Samordningen:mailto:samordning@kommun.example",
      "ATTENDEE;CN=Psykosmottagningen;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:"
      "mailto:mottagning@region.example",
      "END:VEVENT",
      "END:VCALENDAR"};
  EXPECT_EQ(unfolded_lines(request(an_invitation())), wanted);
}

TEST(Request, SaysTheSameInEnglish) {
  Invitation invitation = an_invitation();
  invitation.entry.language = Language::english;
  invitation.entry.meeting_url = "https://video.example/r/1?x=a,b;c";
  const std::string text = request(invitation);
  const auto lines = unfolded_lines(text);
  const auto wanted =
      "DESCRIPTION:SIP meeting 2026-0012.\\nAnswer or name a substitute here: "
      "https://sip.example/s/abc123\\nJoin the meeting here: https://video.example/r/1?x=a\\,b\\;c";
  EXPECT_EQ(std::ranges::count(lines, wanted), 1);
  EXPECT_TRUE(has(text, "SUMMARY:SIP meeting 2026-0012\r\n"));
}

TEST(Request, HasTheMeetingsLinkForPlaceWhereThereIsNoOther) {
  Invitation invitation = an_invitation();
  invitation.entry.place.reset();
  EXPECT_FALSE(has(request(invitation), "\r\nLOCATION"));
  invitation.entry.meeting_url = "https://video.example/r/1";
  EXPECT_TRUE(has(request(invitation), "\r\nLOCATION:https://video.example/r/1\r\n"));
}

TEST(Request, TellsWhatHasBeenAnswered) {
  Invitation invitation = an_invitation();
  const std::vector<std::pair<calendar::Participation, std::string>> all = {
      {calendar::Participation::accepted, "ACCEPTED"},
      {calendar::Participation::declined, "DECLINED"},
      {calendar::Participation::tentative, "TENTATIVE"},
      {calendar::Participation::delegated, "DELEGATED"}};
  for (const auto& [said, word] : all) {
    invitation.participation = said;
    const auto lines = unfolded_lines(request(invitation));
    EXPECT_EQ(std::ranges::count_if(
                  lines, [&](const auto& line) { return has(line, "PARTSTAT=" + word + ";"); }),
              1);
  }
}

TEST(Request, IsFoldedWhateverTheLength) {
  Invitation invitation = an_invitation();
  const std::string letters = "aåa€a𝄞";
  for (std::size_t length = 0; length < 320; ++length) {
    invitation.entry.place = std::string(length, 'a');
    invitation.attendee.display = std::string(length % 75, 'b');
    for (std::size_t i = 0; i < length / 20; ++i) *invitation.entry.place += letters;
    const auto text = request(invitation);
    for (const std::string& line : raw_lines(text)) {
      EXPECT_LE(line.size(), 75U) << line;
      EXPECT_NE(line, " ");
    }
    const auto lines = unfolded_lines(text);
    EXPECT_EQ(std::ranges::count(lines, "LOCATION:" + *invitation.entry.place), 1) << length;
    EXPECT_EQ(lines.back(), "END:VCALENDAR");
  }
}

TEST(Cancel, SaysSoAndHasNoLink) {
  Invitation invitation = an_invitation();
  invitation.entry.sequence = 2;
  const std::string text = write_cancel(invitation, home()).text;
  EXPECT_TRUE(has(text, "METHOD:CANCEL\r\n"));
  EXPECT_TRUE(has(text, "SEQUENCE:2\r\n"));
  EXPECT_TRUE(has(text, "STATUS:CANCELLED\r\n"));
  EXPECT_TRUE(has(text, "SUMMARY:Inställt: SIP-möte 2026-0012\r\n"));
  EXPECT_TRUE(has(text, "DESCRIPTION:Inställt: SIP-möte 2026-0012.\\nMötet är inställt.\r\n"));
  EXPECT_FALSE(has(text, "RSVP"));
}

TEST(Time, IsInUtcWhereTheWallClockIsReadTwoWays) {
  Invitation invitation = an_invitation();
  invitation.entry.start = std::chrono::sys_days{std::chrono::year{2026} / 10 / 24} + 22h;
  invitation.entry.end = std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + 30min;
  EXPECT_TRUE(has(request(invitation), "DTSTART:20261024T220000Z\r\nDTEND:20261025T003000Z\r\n"));
  EXPECT_FALSE(has(request(invitation), "VTIMEZONE"));
  invitation.entry.end = std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + 2h;
  EXPECT_TRUE(has(request(invitation), "DTEND;TZID=Europe/Stockholm:20261025T030000\r\n"));
}

TEST(Time, IsSafeOutsideTheHourThatExistsTwice) {
  const Instant change = std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + 1h;
  for (const auto off : {-60min, -1min, 0min, 59min}) {
    EXPECT_FALSE(calendar::is_safe_as_local(change + off, home())) << off.count();
  }
  EXPECT_TRUE(calendar::is_safe_as_local(change - 61min, home()));
  EXPECT_TRUE(calendar::is_safe_as_local(change + 60min, home()));
}

TEST(Time, IsInUtcShouldSwedenLeaveSummerTime) {
  const Zone always_winter({{Instant{}, 1h}});
  const Invitation winter = an_invitation();
  EXPECT_TRUE(has(write_request(winter, always_winter).text, "DTSTART;TZID="));
  Invitation summer = winter;
  summer.entry.start = std::chrono::sys_days{std::chrono::year{2031} / 7 / 1} + 8h;
  summer.entry.end = summer.entry.start + 1h;
  EXPECT_TRUE(has(write_request(summer, always_winter).text, "DTSTART:20310701T080000Z"));
}

TEST(Feed, IsTheSameBytesInWhateverOrder) {
  FeedEntry first{an_invitation().entry, false};
  FeedEntry second = first;
  second.entry.uid = "another@kallad.example";
  second.entry.start -= 24h;
  second.entry.end -= 24h;
  second.cancelled = true;
  const auto feed = write_feed({first, second}, Language::swedish, home());
  EXPECT_EQ(feed.text, write_feed({second, first}, Language::swedish, home()).text);
  const auto lines = unfolded_lines(feed.text);
  for (const char* wanted :
       {"METHOD:PUBLISH", "NAME:SIP-möten", "X-WR-CALNAME:SIP-möten", "X-PUBLISHED-TTL:PT1H",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-WR-TIMEZONE:Europe/Stockholm",
        "STATUS:CANCELLED", "STATUS:CONFIRMED"}) {
    EXPECT_EQ(std::ranges::count(lines, wanted), 1) << wanted;
  }
  EXPECT_FALSE(has(feed.text, "ATTENDEE"));
  EXPECT_LT(feed.text.find("another@"), feed.text.find("k7f3"));
}

TEST(Feed, MayBeEmpty) {
  const auto feed = write_feed({}, Language::english, home());
  EXPECT_FALSE(feed.fault);
  EXPECT_TRUE(has(feed.text, "NAME:SIP meetings\r\n"));
  EXPECT_FALSE(has(feed.text, "VEVENT"));
}

/// A field that is spoiled, and what that is called.
struct Spoiled {
  WriteFault fault;
  void (*spoil)(Invitation&);
};

TEST(Refused, IsWhatCannotStandThere) {
  const std::vector<Spoiled> all = {
      {WriteFault::uid, [](Invitation& i) { i.entry.uid = ""; }},
      {WriteFault::uid, [](Invitation& i) { i.entry.uid = "a\r\nX-EVIL:1"; }},
      {WriteFault::uid, [](Invitation& i) { i.entry.uid = std::string(256, 'a'); }},
      {WriteFault::sequence, [](Invitation& i) { i.entry.sequence = 1U << 31U; }},
      {WriteFault::case_number, [](Invitation& i) { i.entry.case_number = CaseId{"Vik Vikarie"}; }},
      {WriteFault::time, [](Invitation& i) { i.entry.end = i.entry.start; }},
      {WriteFault::time, [](Invitation& i) { i.entry.start += 1ms; }},
      {WriteFault::time, [](Invitation& i) { i.entry.end += 24h * 365 * 100; }},
      {WriteFault::time, [](Invitation& i) { i.entry.stamped_at = Instant{}; }},
      {WriteFault::place, [](Invitation& i) { i.entry.place = "a\nb"; }},
      {WriteFault::place, [](Invitation& i) { i.entry.place = "a\xe2\x80\xa8X-EVIL:1"; }},
      {WriteFault::place, [](Invitation& i) { i.entry.place = "a\xc2\x85X-EVIL:1"; }},
      {WriteFault::place, [](Invitation& i) { i.entry.place = "\xff"; }},
      {WriteFault::place, [](Invitation& i) { i.entry.place = std::string(501, 'a'); }},
      {WriteFault::url, [](Invitation& i) { i.entry.meeting_url = "http://video.example/"; }},
      {WriteFault::url, [](Invitation& i) { i.entry.answer_url = "https://a.example/\r\nX:1"; }},
      {WriteFault::url, [](Invitation& i) { i.entry.answer_url = "https://a.example/å"; }},
      {WriteFault::url, [](Invitation& i) { i.entry.answer_url = "https://"; }},
      {WriteFault::address, [](Invitation& i) { i.entry.organizer.address = "nobody"; }},
      {WriteFault::address, [](Invitation& i) { i.attendee.address = "a@b.example\r\nX:1"; }},
      {WriteFault::display, [](Invitation& i) { i.attendee.display = "a\tb"; }},
      {WriteFault::display, [](Invitation& i) { i.entry.organizer.display = "a\rb"; }},
  };
  for (std::size_t n = 0; n < all.size(); ++n) {
    Invitation invitation = an_invitation();
    all[n].spoil(invitation);
    for (const auto& written :
         {write_request(invitation, home()), write_cancel(invitation, home())}) {
      EXPECT_EQ(written.fault, all[n].fault) << n;
      EXPECT_TRUE(written.text.empty()) << n;
    }
  }
}

TEST(Refused, IsAFeedWithOneBadEntry) {
  FeedEntry bad{an_invitation().entry, false};
  bad.entry.uid = " ";
  const auto feed = write_feed({{an_invitation().entry, false}, bad}, Language::swedish, home());
  EXPECT_EQ(feed.fault, WriteFault::uid);
  EXPECT_TRUE(feed.text.empty());
}

}  // namespace
}  // namespace writing
}  // namespace kallad::calendar_test
