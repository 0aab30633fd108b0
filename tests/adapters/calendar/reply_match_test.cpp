// What a reply means, question by question: ours, present version, who speaks, what is said.
// Not the reading of bytes: replies are made here as values. Rule kept (domain.md 8, "Mail"): only
// what leaves no doubt is clear.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "adapters/calendar/reply/reply_match.hpp"
#include "tests/support/many.hpp"

namespace kallad::calendar_test {
namespace matching {
namespace {

using namespace std::chrono_literals;
using calendar::AttendeeSays;
using calendar::CalendarReply;
using calendar::Meaning;
using calendar::PartStat;
using calendar::ReplyMatch;
using calendar::ReplyMethod;
using calendar::SentInvitation;
using calendar::UnclearReason;

constexpr const char* kSeat = "unit@region.example";
constexpr const char* kOther = "vik@region.example";
const Instant kSentAt = std::chrono::sys_days{std::chrono::year{2026} / 10 / 26} + 8h;

SentInvitation sent() {
  return {"uid-1", 2,  kSentAt, kSentAt + 24h, kSentAt + 25h, {kSeat, "funk@region.example"},
          {},      {}, {}};
}

AttendeeSays says(const std::string& address, PartStat what) {
  return {address, {}, what, {}, {}, {}};
}

CalendarReply reply(PartStat what) {
  CalendarReply out;
  out.product = "some program";
  out.uid = "uid-1";
  out.sequence = 2;
  out.stamped_at = kSentAt + 1h;
  out.start = kSentAt + 24h;
  out.end = kSentAt + 25h;
  out.attendees = {says(kSeat, what)};
  return out;
}

ReplyMatch match(const CalendarReply& of, const char* from = kSeat) {
  return match_reply(sent(), of, from);
}

TEST(Match, SaysWhatWasSaid) {
  EXPECT_EQ(match(reply(PartStat::accepted)).meaning, Meaning::attends);
  EXPECT_EQ(match(reply(PartStat::declined)).meaning, Meaning::cannot_come);
  EXPECT_EQ(match(reply(PartStat::tentative)).meaning, Meaning::tentative);
  EXPECT_EQ(match(reply(PartStat::needs_action)).reason, UnclearReason::no_answer);
  EXPECT_EQ(match(reply(PartStat::other)).reason, UnclearReason::unknown_answer);
  EXPECT_EQ(match(reply(PartStat::delegated)).reason, UnclearReason::no_substitute);
}

TEST(Match, TakesEveryAddressOfTheSeatForTheSeat) {
  CalendarReply from_box = reply(PartStat::accepted);
  EXPECT_EQ(match(from_box, "FUNK@region.example").meaning, Meaning::attends);
  from_box.attendees[0].address = "funk@region.example";
  from_box.attendees[0].sent_by = kSeat;
  EXPECT_EQ(match(from_box).meaning, Meaning::attends);
}

TEST(Match, IsOfThePresentVersionOnly) {
  CalendarReply of = reply(PartStat::accepted);
  of.sequence = 1;
  EXPECT_EQ(match(of).meaning, Meaning::stale);
  EXPECT_EQ(match(of).says, PartStat::accepted);
  of.sequence = 3;
  EXPECT_EQ(match(of).reason, UnclearReason::newer_than_sent);
  of.sequence = 0;
  EXPECT_EQ(match(of).meaning, Meaning::stale);
  of.uid = "uid-2";
  EXPECT_EQ(match(of).reason, UnclearReason::other_meeting);
}

TEST(Match, GoesByTimeWhereTheVersionIsLeftOut) {
  CalendarReply of = reply(PartStat::accepted);
  of.sequence.reset();
  EXPECT_EQ(match(of).meaning, Meaning::attends);
  of.stamped_at = kSentAt;  // some copy the stamp of the request
  EXPECT_EQ(match(of).meaning, Meaning::attends);
  of.stamped_at = kSentAt - 1s;
  EXPECT_EQ(match(of).meaning, Meaning::stale);
  of.stamped_at.reset();
  EXPECT_EQ(match(of).reason, UnclearReason::version_unknown);
  of.stamped_at = kSentAt + 1h;
  of.start = kSentAt + 23h;
  EXPECT_EQ(match(of).meaning, Meaning::stale);
  of.start.reset();
  EXPECT_EQ(match(of).meaning, Meaning::attends);
}

TEST(Match, NeedsNoTimeWhereThereWasOneVersionOnly) {
  SentInvitation first = sent();
  first.sequence = 0;
  CalendarReply of = reply(PartStat::declined);
  of.sequence.reset();
  of.stamped_at.reset();
  of.start.reset();
  EXPECT_EQ(match_reply(first, of, kSeat).meaning, Meaning::cannot_come);
}

TEST(Match, IsOvertakenByALaterReply) {
  SentInvitation answered = sent();
  answered.last_reply_at = kSentAt + 2h;
  EXPECT_EQ(match_reply(answered, reply(PartStat::accepted), kSeat).meaning, Meaning::stale);
  answered.last_reply_at = kSentAt + 1h;
  EXPECT_EQ(match_reply(answered, reply(PartStat::accepted), kSeat).meaning, Meaning::attends);
}

TEST(Match, TellsWhoSpeaksInThePartysPlace) {
  CalendarReply of = reply(PartStat::accepted);
  EXPECT_EQ(match(of, kOther).meaning, Meaning::someone_else);
  EXPECT_EQ(match(of, kOther).who, kOther);
  EXPECT_EQ(match(of, "no address").meaning, Meaning::someone_else);
  of.attendees[0].sent_by = kOther;
  EXPECT_EQ(match(of).who, kOther);
  of = reply(PartStat::declined);
  of.attendees = {says("a@else.example", PartStat::accepted), says(kOther, PartStat::declined)};
  EXPECT_EQ(match(of, kOther).who, kOther);
  EXPECT_EQ(match(of, kOther).says, PartStat::declined);
}

TEST(Match, NamesOneSubstituteOfTheSameOrganisation) {
  CalendarReply of = reply(PartStat::delegated);
  of.attendees[0].delegated_to = {kOther};
  EXPECT_EQ(match(of).meaning, Meaning::names_substitute);
  EXPECT_EQ(match(of).who, kOther);
  of.attendees[0].delegated_to = {"vik@else.example"};
  EXPECT_EQ(match(of).reason, UnclearReason::other_organisation);
  EXPECT_EQ(match(of).who, "vik@else.example");
  SentInvitation wide = sent();
  wide.domains = {"region.example", "else.example"};
  EXPECT_EQ(match_reply(wide, of, kSeat).meaning, Meaning::names_substitute);
  of.attendees[0].delegated_to = {"vik@evil-region.example"};
  EXPECT_EQ(match(of).reason, UnclearReason::other_organisation);
  of.attendees[0].delegated_to = {"funk@region.example"};
  EXPECT_EQ(match(of).reason, UnclearReason::no_substitute);
  of.attendees[0].delegated_to = {kOther, "siv@region.example"};
  EXPECT_EQ(match(of).reason, UnclearReason::several_substitutes);
}

TEST(Match, ReadsADelegationFromTheOtherSideToo) {
  CalendarReply of = reply(PartStat::delegated);
  AttendeeSays other = says(kOther, PartStat::needs_action);
  other.delegated_from = {kSeat};
  other.name = "Vik Vikarie";
  of.attendees.push_back(other);
  EXPECT_EQ(match(of).meaning, Meaning::names_substitute);
  EXPECT_EQ(match(of).name, "Vik Vikarie");
  of.attendees[1].name = "vik@region.example";
  EXPECT_EQ(match(of).name, "");
}

TEST(Match, HearsTheSubstituteThatStands) {
  SentInvitation with = sent();
  with.substitute = kOther;
  CalendarReply of = reply(PartStat::declined);
  of.attendees = {says(kOther, PartStat::declined)};
  EXPECT_EQ(match_reply(with, of, kOther).meaning, Meaning::substitute_declines);
  of.attendees[0].says = PartStat::tentative;
  EXPECT_EQ(match_reply(with, of, kOther).meaning, Meaning::tentative);
  of.attendees[0].says = PartStat::delegated;
  of.attendees[0].delegated_to = {"siv@region.example"};
  EXPECT_EQ(match_reply(with, of, kOther).meaning, Meaning::someone_else);
  EXPECT_EQ(match_reply(with, of, kOther).named, std::vector<std::string>{"siv@region.example"});
  // The party itself still speaks for its seat.
  EXPECT_EQ(match_reply(with, reply(PartStat::accepted), kSeat).meaning, Meaning::attends);
}

TEST(Match, IsUnclearWhereItContradictsItself) {
  CalendarReply of = reply(PartStat::accepted);
  of.attendees.push_back(says(kSeat, PartStat::declined));
  EXPECT_EQ(match(of).reason, UnclearReason::contradicts_itself);
  of.attendees[1].says = PartStat::accepted;
  EXPECT_EQ(match(of).meaning, Meaning::attends);
}

TEST(Match, AsksForAnotherTimeOnlyWithAnotherTime) {
  CalendarReply of = reply(PartStat::tentative);
  of.method = ReplyMethod::counter;
  EXPECT_EQ(match(of).reason, UnclearReason::no_new_time);
  of.end = kSentAt + 26h;
  EXPECT_EQ(match(of).meaning, Meaning::asks_another_time);
  EXPECT_EQ(match(of).start, of.start);
  of.start.reset();
  of.end.reset();  // said, but in a zone that was not understood
  EXPECT_EQ(match(of).meaning, Meaning::asks_another_time);
  of.start = kSentAt + 30h;
  EXPECT_EQ(match(of, kOther).meaning, Meaning::someone_else);
  EXPECT_EQ(match(of, kOther).start, of.start);
}

TEST(Match, SendsACopyToTheSeatAlone) {
  CalendarReply of = reply(PartStat::needs_action);
  of.method = ReplyMethod::refresh;
  of.sequence.reset();
  of.stamped_at.reset();
  EXPECT_EQ(match(of).meaning, Meaning::asks_for_copy);
  EXPECT_EQ(match(of, kOther).meaning, Meaning::unclear);
}

/// Any reply out of few words, so that the interesting ones meet.
rc::Gen<CalendarReply> any_reply() {
  const auto address = rc::gen::element<std::string>(kSeat, kSeat, kSeat, "", "funk@region.example",
                                                     kOther, kOther, "siv@else.example");
  const auto sender = rc::gen::element<std::string>("", "", "", "", kSeat, kOther);
  return rc::gen::exec([=] {
    CalendarReply out = reply(PartStat::accepted);
    out.method =
        *rc::gen::element(ReplyMethod::reply, ReplyMethod::reply, ReplyMethod::reply,
                          ReplyMethod::counter, ReplyMethod::refresh, ReplyMethod::decline_counter);
    out.uid = *rc::gen::element<std::string>("uid-1", "uid-1", "uid-1", "uid-2");
    out.sequence = *rc::gen::element<std::optional<std::uint32_t>>({}, 0, 1, 2, 2, 2, 3);
    out.stamped_at = kSentAt + std::chrono::hours{*rc::gen::inRange(-3, 4)};
    out.attendees.clear();
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      AttendeeSays each;
      each.address = *address;
      each.says = static_cast<PartStat>(*rc::gen::inRange(0, 6));
      each.sent_by = *sender;
      each.delegated_to =
          *rc::gen::resize(2, rc::gen::container<std::vector<std::string>>(address));
      out.attendees.push_back(each);
    }
    return out;
  });
}

/// Clear as far as an engine's command goes.
bool is_clear(Meaning meaning) {
  return meaning == Meaning::attends || meaning == Meaning::cannot_come ||
         meaning == Meaning::names_substitute || meaning == Meaning::substitute_confirms ||
         meaning == Meaning::substitute_declines;
}

TEST(MatchProperty, IsClearOnlyFromTheSeatOrItsSubstitute) {
  support::expect_holds_in(5000, "only known senders are clear", [] {
    SentInvitation to = sent();
    to.substitute = *rc::gen::element<std::optional<std::string>>(std::nullopt, kOther);
    const CalendarReply of = *any_reply();
    const auto from = *rc::gen::element<std::string>(kSeat, kSeat, kOther, "siv@else.example", "");
    const ReplyMatch found = match_reply(to, of, from);
    RC_CLASSIFY(is_clear(found.meaning), "clear");
    RC_ASSERT((found.meaning == Meaning::unclear) == found.reason.has_value());
    if (!is_clear(found.meaning)) return;
    const bool of_substitute = found.meaning == Meaning::substitute_confirms ||
                               found.meaning == Meaning::substitute_declines;
    RC_ASSERT(from == (of_substitute ? kOther : kSeat));
    RC_ASSERT(of.uid == to.uid);
    RC_ASSERT(of.method == ReplyMethod::reply);
    RC_ASSERT(!of.sequence || of.sequence == 2U);
  });
}

}  // namespace
}  // namespace matching
}  // namespace kallad::calendar_test
