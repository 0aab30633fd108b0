// Bytes that are no good reply: cut, huge, deep, broken, or made to make us work for ever.
// Not random ones: tests/fuzz/calendar_fuzz.cpp. Rule kept: each is a named fault or read for what
// is well formed in it, and nothing is thrown.
#include <gtest/gtest.h>

#include <chrono>

#include "adapters/calendar/reply/content_lines.hpp"
#include "tests/adapters/calendar/entries.hpp"

namespace kallad::calendar_test {
namespace hostile {
namespace {

using calendar::ReadFault;
using calendar::RepliesRead;
using calendar::reply_limits;

RepliesRead read(const std::string& bytes) { return calendar::read_replies(bytes, home()); }

std::string in_calendar(const std::string& lines) {
  return "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n" + lines + "END:VCALENDAR\r\n";
}

std::string in_event(const std::string& lines) {
  return in_calendar("BEGIN:VEVENT\r\nUID:u\r\n" + lines + "END:VEVENT\r\n");
}

std::string many(std::size_t count, const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(Hostile, HasItsFaultNamed) {
  const std::vector<std::pair<std::string, ReadFault>> all = {
      {"", ReadFault::not_a_calendar},
      {"hej", ReadFault::not_a_calendar},
      {"BEGIN:VEVENT\r\nEND:VEVENT\r\n", ReadFault::not_a_calendar},
      {"END:VCALENDAR\r\n", ReadFault::not_a_calendar},
      {"BEGIN:VCALENDAR\r\n", ReadFault::cut_off},
      {"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:u\r\n", ReadFault::cut_off},
      {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", ReadFault::not_a_calendar},
      {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR", ReadFault::no_method},
      {in_calendar(""), ReadFault::no_event},
      {"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n", ReadFault::not_a_reply},
      {"BEGIN:VCALENDAR\r\nMETHOD:X\r\nEND:VCALENDAR\r\n", ReadFault::not_a_reply},
      {in_event(std::string("COMMENT:a\0b\r\n", 13)), ReadFault::not_text},
      {in_event("COMMENT:\xff\xfe\r\n"), ReadFault::not_text},
      {in_event("COMMENT:" + std::string(reply_limits.line, 'a') + "\r\n"),
       ReadFault::line_too_long},
      {in_event("COMMENT:a\r\n" +
                many(reply_limits.line / 1000 + 1, " " + std::string(1001, 'a') + "\n")),
       ReadFault::line_too_long},
      {std::string(reply_limits.bytes + 1, '\n'), ReadFault::too_large},
      {in_event(many(reply_limits.lines, "A:b\r\n")), ReadFault::too_many},
      {in_calendar(many(reply_limits.components, "BEGIN:VEVENT\nEND:VEVENT\n")),
       ReadFault::too_many},
      {many(2000, "BEGIN:VCALENDAR\r\n"), ReadFault::too_deep},
      {in_event("BEGIN:A\nBEGIN:B\nBEGIN:C\nEND:C\nEND:B\nEND:A\n"), ReadFault::too_deep},
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(read(all[i].first).fault, all[i].second) << i;
    EXPECT_TRUE(read(all[i].first).replies.empty()) << i;
  }
}

TEST(Hostile, EndsALineInEachWayAndUnfoldsInsideALetter) {
  for (const std::string end : {"\r\n", "\n", "\r"}) {
    std::string text = in_event("COMMENT:hall\xc3\r\n \xa5\r\n\tbar\r\n");
    std::string other;
    for (const char c : text) {
      if (c == '\n') other += end;
      if (c != '\n' && c != '\r') other += c;
    }
    const auto found = read("\xef\xbb\xbf" + other);
    ASSERT_FALSE(found.fault);
    EXPECT_EQ(found.replies.at(0).comment, "hallåbar");
  }
}

TEST(Hostile, PassesOverLinesThatAreNone) {
  const auto found =
      read(in_event("no colon\r\n:no name\r\nATTENDEE;CN=\"open:mailto:a@b.example\r\n"
                    "ATTENDEE;CN=\"x\"y:mailto:a@b.example\r\nA B:c\r\n"
                    "attendee;partstat=Accepted;LONELY;CN=:MAILTO:a@b.example\r\nCOMMENT:a\x0b"
                    "b\r\n"));
  ASSERT_EQ(found.replies.size(), 1U);
  ASSERT_EQ(found.replies[0].attendees.size(), 1U);
  EXPECT_EQ(found.replies[0].attendees[0].address, "a@b.example");
  EXPECT_EQ(found.replies[0].attendees[0].says, calendar::PartStat::accepted);
  EXPECT_EQ(found.replies[0].comment, "a b");
}

TEST(Hostile, LeavesAnUnknownEscapeAsItStands) {
  const auto found = read(in_event("COMMENT:a\\\\n\\nb\\,\\;\\å\\\n"));
  EXPECT_EQ(found.replies.at(0).comment, "a\\n\nb,;\\å\\");
}

TEST(Hostile, KeepsAllSubstitutesHoweverTheyAreWritten) {
  for (const char* written :
       {"\"mailto:a@b.example\",\"mailto:c@d.example\"",
        "\"mailto:a@b.example,mailto:c@d.example\"",
        "a@b.example;DELEGATED-TO=\"MAILTO:C@D.example\"",
        "\"mailto:a@b.example\",\"mailto:c@d.example\",\"mailto:A@b.example\",junk"}) {
    const auto found = read(in_event("ATTENDEE;DELEGATED-TO=" + std::string(written) +
                                     ";PARTSTAT=DELEGATED:mailto:x@y.example\n"));
    ASSERT_EQ(found.replies.size(), 1U) << written;
    EXPECT_EQ(found.replies[0].attendees.at(0).delegated_to,
              (std::vector<std::string>{"a@b.example", "c@d.example"}))
        << written;
  }
}

TEST(Hostile, HasNoValueThatIsNotWellFormed) {
  for (const char* line : {"SEQUENCE:-1", "SEQUENCE:1x", "SEQUENCE:99999999999999999999",
                           "SEQUENCE:", "SEQUENCE:+1"}) {
    EXPECT_EQ(read(in_event(std::string(line) + "\n")).replies.at(0).sequence, std::nullopt)
        << line;
  }
  for (const char* line :
       {"20261104", "20261104T0900", "20261131T090000Z", "20261104T250000Z", "20261104T096000Z",
        "99991104T090000Z", "19691231T235959Z", "00000000T000000Z", "2026110aT090000Z", "",
        "20261104T090000ZZ", "-0261104T090000Z"}) {
    const auto found = read(in_event("DTSTART:" + std::string(line) + "\n"));
    EXPECT_EQ(found.replies.at(0).start.has_value(), std::string_view(line) == "20261104") << line;
  }
}

TEST(Hostile, TakesALengthForAnEnd) {
  using namespace std::chrono_literals;
  const std::string start = "DTSTART:20261104T080000Z\n";
  const auto end_after = [&](const std::string& length) {
    return read(in_event(start + "DURATION:" + length + "\n")).replies.at(0).end;
  };
  const Instant from = std::chrono::sys_days{std::chrono::year{2026} / 11 / 4} + 8h;
  EXPECT_EQ(end_after("PT1H30M"), from + 90min);
  EXPECT_EQ(end_after("P1D"), from + 24h);
  for (const char* bad : {"-PT1H", "P", "PT", "P99999999999W", "1H", "PT1H\\n", "P9999D"}) {
    EXPECT_EQ(end_after(bad), std::nullopt) << bad;
  }
}

std::string with_zone(const std::string& rules) {
  return in_calendar("BEGIN:VTIMEZONE\nTZID:Z\n" + rules +
                     "END:VTIMEZONE\nBEGIN:VEVENT\nUID:u\n"
                     "DTSTART;TZID=Z:20261104T090000\nEND:VEVENT\n");
}

std::string observance(const std::string& extra, const std::string& start = "16010101T000000") {
  return "BEGIN:STANDARD\nDTSTART:" + start + "\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0200\n" + extra +
         "END:STANDARD\n";
}

TEST(Zone, IsReckonedWithWhereItsRulesArePlain) {
  EXPECT_EQ(iso(read(with_zone(observance(""))).replies.at(0).start.value()),
            "2026-11-04T07:00:00Z");
  const auto yearly = observance("RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\n");
  EXPECT_EQ(iso(read(with_zone(yearly)).replies.at(0).start.value()), "2026-11-04T07:00:00Z");
}

TEST(Zone, IsNotUnderstoodWhereTheyAreNot) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string& rules : std::vector<std::string>{
           observance("RRULE:FREQ=SECONDLY\n"),
           observance("RRULE:FREQ=YEARLY;BYSECOND=0,1,2,3;BYMINUTE=0,1,2;BYHOUR=1\n"),
           observance("RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE\n"),
           observance("RRULE:FREQ=YEARLY;BYMONTH=1,2\n"),
           observance("RRULE:FREQ=YEARLY;INTERVAL=0\n"),
           observance("RRULE:FREQ=YEARLY;COUNT=99999999\n"),
           observance("RDATE:20200101T000000\n"),
           observance("", "0000"),
           many(21, observance("")),
           std::string("BEGIN:OTHER\nEND:OTHER\n"),
           std::string(),
       }) {
    const auto found = read(with_zone(rules));
    ASSERT_FALSE(found.fault) << rules;
    EXPECT_EQ(found.replies.at(0).start, std::nullopt) << rules;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{2});
}

TEST(Zone, OfHomeHasManyNamesAndNeedsNoTable) {
  for (const char* name : {"Europe/Stockholm", "W. Europe Standard Time", "Romance Standard Time",
                           "\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\""}) {
    const auto found = read(in_event("DTSTART;TZID=" + std::string(name) + ":20370715T090000\n"));
    EXPECT_EQ(iso(found.replies.at(0).start.value()), "2037-07-15T07:00:00Z") << name;
  }
  EXPECT_EQ(iso(read(in_event("DTSTART:20260715T090000\n")).replies.at(0).start.value()),
            "2026-07-15T07:00:00Z");
  EXPECT_EQ(read(in_event("DTSTART;TZID=Mars:20260715T090000\n")).replies.at(0).start,
            std::nullopt);
}

}  // namespace
}  // namespace hostile
}  // namespace kallad::calendar_test
