// Recorded shapes of replies, built by us after what Outlook and Exchange, Google, Apple,
// Thunderbird and Kontact are known to write: what is read of each, and what it means for the seat.
// Not mails of anybody. Rule kept (issue 5, part 3): a clear answer from the known address is
// clear, everything else is a suggestion.
#include <gtest/gtest.h>

#include "adapters/calendar/reply/reply_match.hpp"
#include "tests/adapters/calendar/entries.hpp"

namespace kallad::calendar_test {
namespace recorded_replies {
namespace {

using namespace std::chrono_literals;
using calendar::AttendeeSays;
using calendar::CalendarReply;
using calendar::Meaning;
using calendar::PartStat;
using calendar::ReplyMethod;
using calendar::SentInvitation;
using calendar::UnclearReason;

constexpr const char* kSeat = "mottagning@region.example";
constexpr const char* kSubstitute = "vik.vikarie@region.example";

CalendarReply read(const std::string& name, std::size_t count = 1) {
  const auto read = calendar::read_replies(recorded(name + ".ics"), home());
  EXPECT_FALSE(read.fault) << name;
  EXPECT_EQ(read.replies.size(), count) << name;
  return read.replies.empty() ? CalendarReply{} : read.replies.front();
}

SentInvitation sent() {
  const auto entry = an_invitation().entry;
  SentInvitation out;
  out.uid = entry.uid;
  out.sequence = entry.sequence;
  out.stamped_at = entry.stamped_at;
  out.start = entry.start;
  out.end = entry.end;
  out.addresses = {kSeat};
  return out;
}

/// A file, who mailed it, and what it means; `reason` counts with unclear only.
struct Shape {
  const char* file;
  const char* from;
  Meaning meaning;
  const char* who;
  UnclearReason reason = UnclearReason::other_meeting;
};

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> table = {
      {"outlook_accepted", kSeat, Meaning::attends, kSeat},
      {"outlook_declined", "Mottagning@Region.example", Meaning::cannot_come, kSeat},
      {"outlook_tentative", kSeat, Meaning::tentative, kSeat},
      {"outlook_old_version", kSeat, Meaning::stale, kSeat},
      {"outlook_counter", kSeat, Meaning::asks_another_time, kSeat},
      {"outlook_counter_finland", kSeat, Meaning::asks_another_time, kSeat},
      {"outlook_accepted", kSubstitute, Meaning::someone_else, kSubstitute},
      {"outlook_accepted", "", Meaning::someone_else, kSeat},
      {"exchange_no_address", kSeat, Meaning::unclear, "", UnclearReason::no_attendee},
      {"exchange_assistant", "reception@region.example", Meaning::someone_else,
       "reception@region.example"},
      {"exchange_assistant", kSeat, Meaning::someone_else, "reception@region.example"},
      {"google_accepted", kSeat, Meaning::attends, kSeat},
      {"google_declined", kSeat, Meaning::cannot_come, kSeat},
      {"google_counter", kSeat, Meaning::asks_another_time, kSeat},
      {"google_forwarded", kSubstitute, Meaning::someone_else, kSubstitute},
      {"apple_accepted", kSeat, Meaning::attends, kSeat},
      {"apple_declined", kSeat, Meaning::cannot_come, kSeat},
      {"apple_old_time", kSeat, Meaning::stale, kSeat},
      {"thunderbird_accepted", kSeat, Meaning::attends, kSeat},
      {"thunderbird_declined", kSeat, Meaning::cannot_come, kSeat},
      {"kontact_delegated", kSeat, Meaning::names_substitute, kSubstitute},
      {"kontact_delegated", kSubstitute, Meaning::someone_else, kSubstitute},
      {"kontact_delegated_several", kSeat, Meaning::unclear, kSeat,
       UnclearReason::several_substitutes},
      {"kontact_delegated_elsewhere", kSeat, Meaning::unclear, "handlaggare@kommun.example",
       UnclearReason::other_organisation},
      {"kontact_substitute_accepts", kSubstitute, Meaning::someone_else, kSubstitute},
      {"kontact_refresh", kSeat, Meaning::asks_for_copy, kSeat},
      {"kontact_decline_counter", kSeat, Meaning::unclear, "", UnclearReason::not_an_answer},
  };
  return table;
}

TEST(Recorded, EachLandsWhereItShould) {
  for (const Shape& shape : shapes()) {
    const auto match = match_reply(sent(), read(shape.file), shape.from);
    EXPECT_EQ(match.meaning, shape.meaning) << shape.file << " from " << shape.from;
    EXPECT_EQ(match.who, shape.who) << shape.file << " from " << shape.from;
    EXPECT_EQ(match.reason.has_value(), shape.meaning == Meaning::unclear) << shape.file;
    EXPECT_EQ(match.reason.value_or(shape.reason), shape.reason) << shape.file;
  }
}

TEST(Recorded, OutlookIsReadWithoutAnOrganizer) {
  const auto reply = read("outlook_declined");
  EXPECT_EQ(reply.method, ReplyMethod::reply);
  EXPECT_EQ(reply.product, "Microsoft Exchange Server 2010");
  EXPECT_EQ(reply.uid, sent().uid);
  EXPECT_EQ(reply.sequence, 1U);
  EXPECT_EQ(iso(reply.stamped_at.value()), "2026-10-27T10:15:00Z");
  EXPECT_EQ(reply.start, sent().start);
  EXPECT_EQ(reply.end, sent().end);
  EXPECT_EQ(reply.comment, "Vi har utbildning den dagen, tyvärr.");
  ASSERT_EQ(reply.attendees.size(), 1U);
  EXPECT_EQ(reply.attendees[0].address, kSeat);
  EXPECT_EQ(reply.attendees[0].name, "Psykosmottagningen");
  EXPECT_EQ(reply.attendees[0].says, PartStat::declined);
}

TEST(Recorded, ANewTimeIsReadInItsOwnZone) {
  const auto home_time = match_reply(sent(), read("outlook_counter"), kSeat);
  EXPECT_EQ(iso(home_time.start.value()), "2026-11-04T12:00:00Z");
  EXPECT_EQ(iso(home_time.end.value()), "2026-11-04T13:30:00Z");
  EXPECT_EQ(home_time.says, PartStat::tentative);
  EXPECT_EQ(home_time.comment, "Eftermiddagen passar bättre.");
  const auto finnish = match_reply(sent(), read("outlook_counter_finland"), kSeat);
  EXPECT_EQ(iso(finnish.start.value()), "2026-11-04T12:00:00Z");
  EXPECT_EQ(iso(finnish.end.value()), "2026-11-04T13:30:00Z");
  const auto google = match_reply(sent(), read("google_counter"), kSeat);
  EXPECT_EQ(iso(google.start.value()), "2026-11-05T12:00:00Z");
  EXPECT_EQ(google.comment, "Kan vi ta torsdagen?");
}

TEST(Recorded, GooglesWordsStandInAParameter) {
  EXPECT_EQ(read("google_accepted").comment, "Vi kommer, två personer");
}

TEST(Recorded, AppleLeavesTheVersionOut) {
  EXPECT_EQ(read("apple_accepted").sequence, std::nullopt);
  EXPECT_EQ(read("apple_declined").sequence, 0U);
  EXPECT_EQ(read("apple_accepted").attendees.at(0).address, kSeat);
  SentInvitation later = sent();
  later.stamped_at += 24h * 7;
  EXPECT_EQ(match_reply(later, read("apple_accepted"), kSeat).meaning, Meaning::stale);
}

TEST(Recorded, AllOfSeveralSubstitutesAreKept) {
  const auto match = match_reply(sent(), read("kontact_delegated_several"), kSeat);
  EXPECT_EQ(match.named, (std::vector<std::string>{kSubstitute, "siv.stedet@region.example"}));
  EXPECT_EQ(match.says, PartStat::delegated);
}

TEST(Recorded, ASubstituteHasANameWhereItWasWritten) {
  EXPECT_EQ(match_reply(sent(), read("kontact_delegated"), kSeat).name, "Vik Vikarie");
}

TEST(Recorded, TheSubstituteThatStandsConfirms) {
  SentInvitation with = sent();
  with.substitute = "mailto:Vik.Vikarie@region.example";
  const auto yes = match_reply(with, read("kontact_substitute_accepts"), kSubstitute);
  EXPECT_EQ(yes.meaning, Meaning::substitute_confirms);
  EXPECT_EQ(yes.who, kSubstitute);
  // The same words from another mailbox prove nothing.
  EXPECT_EQ(match_reply(with, read("kontact_substitute_accepts"), "eve@else.example").meaning,
            Meaning::someone_else);
  // A copy of a forwarded invitation, answered by the substitute alone.
  EXPECT_EQ(match_reply(with, read("google_forwarded"), kSubstitute).meaning,
            Meaning::substitute_confirms);
}

TEST(Recorded, EveryEventIsAReply) {
  const auto read = calendar::read_replies(recorded("two_events.ics"), home());
  ASSERT_EQ(read.replies.size(), 2U);
  EXPECT_EQ(read.replies[0].uid, sent().uid);
  EXPECT_EQ(read.replies[1].uid, "another-meeting@kallad.example");
  EXPECT_EQ(match_reply(sent(), read.replies[0], kSeat).meaning, Meaning::attends);
  EXPECT_EQ(match_reply(sent(), read.replies[1], kSeat).reason, UnclearReason::other_meeting);
}

}  // namespace
}  // namespace recorded_replies
}  // namespace kallad::calendar_test
