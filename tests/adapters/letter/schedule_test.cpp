// When letters leave, which are to come, and what a week without a program comes to: the exact list
// of letters. Not of what falls due (engine/seat).
#include "adapters/letter/schedule.hpp"

#include <gtest/gtest.h>

#include "adapters/brain/letters.hpp"
#include "adapters/letter/digest.hpp"
#include "adapters/letter/need.hpp"
#include "adapters/letter/waiting.hpp"
#include "engine/spine/table.hpp"
#include "tests/adapters/letter/letters_house.hpp"

namespace kallad::letter::schedule_test {
namespace {

using namespace std::chrono_literals;
using letters_house::has;
using letters_house::House;
using links::answer;
using links::march;
using links::staff;
using links::the_reception;
using support::adults;
using support::day;
using support::reception;

std::string wall_of(Instant moment) {
  const LocalTime reading = support::sweden().zone().to_local(moment);
  const auto date = std::chrono::floor<std::chrono::days>(reading);
  const std::chrono::hh_mm_ss time{reading - date};
  const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return iso(Date{date}) + " " + two(time.hours().count()) + ":" + two(time.minutes().count());
}

std::string reminded(Date date, std::chrono::milliseconds clock, Routine routine = {}) {
  return wall_of(
      send_at(support::at(date, clock), WishKind::reminder_to_head, routine, support::sweden()));
}

TEST(LetterSchedule, RemindersLeaveInOfficeHoursOnWorkingDays) {
  const Date friday = day(2026, 3, 6);
  EXPECT_EQ(reminded(friday, 9h), "2026-03-06 09:00");
  EXPECT_EQ(reminded(friday, 16h + 59min), "2026-03-06 16:59");
  EXPECT_EQ(reminded(friday, 17h), "2026-03-09 09:00") << "over the weekend";
  EXPECT_EQ(reminded(friday, 0h + 1min), "2026-03-06 09:00");
  EXPECT_EQ(reminded(day(2026, 3, 7), 11h), "2026-03-09 09:00");
  EXPECT_EQ(reminded(day(2026, 4, 2), 18h), "2026-04-07 09:00") << "over Easter";
  EXPECT_EQ(reminded(day(2026, 12, 23), 20h), "2026-12-28 09:00") << "over Christmas";
}

TEST(LetterSchedule, KeepsTheWallsHoursAcrossBothClockChanges) {
  EXPECT_EQ(reminded(day(2027, 3, 26), 18h), "2027-03-30 09:00") << "Easter and the change";
  EXPECT_EQ(reminded(day(2026, 10, 23), 18h), "2026-10-26 09:00");
  const auto hours = support::at(day(2026, 10, 26), 9h) - support::at(day(2026, 10, 25), 9h);
  EXPECT_EQ(hours, 24h);
}

TEST(LetterSchedule, FollowsTheRoutinesHour) {
  Routine early;
  early.reminder_hour = 7;
  EXPECT_EQ(reminded(day(2026, 3, 6), 6h, early), "2026-03-06 07:00");
  Routine late;
  late.reminder_hour = 23;
  EXPECT_EQ(reminded(day(2026, 3, 6), 23h + 30min, late), "2026-03-06 23:30");
  EXPECT_EQ(reminded(day(2026, 3, 6), 10h, late), "2026-03-06 23:00");
}

TEST(LetterSchedule, AKallelseAndWhatFollowsAnAnswerLeaveAtOnce) {
  const Instant night = support::at(day(2026, 3, 7), 3h);
  for (const WishKind kind : {WishKind::summons, WishKind::changed_summons, WishKind::cancellation,
                              WishKind::forwarded_summons, WishKind::substitute_link,
                              WishKind::decline_explained, WishKind::answer_confirmed}) {
    EXPECT_EQ(send_at(night, kind, {}, support::sweden()), night) << table::state_id(kind);
  }
  EXPECT_NE(send_at(night, WishKind::draft_to_coordinator, {}, support::sweden()), night);
}

// --- to come ------------------------------------------------------------------------------------

std::string to_come(House& house, const PartyId& party) {
  const Ground standing = house.ground();
  std::string all;
  for (const PlannedLetter& one : letters_to_come(house.file(), house.from(standing))) {
    const bool is_own = one.wish.to == party || one.wish.to.empty();
    if (!is_own) continue;
    all += wall_of(one.at) + " " + std::string{table::state_id(one.wish.kind)};
    all += one.why_not ? " " + std::string{rule_of(*one.why_not)} + "\n" : "\n";
  }
  return all;
}

TEST(LetterSchedule, TellsInAdvanceWhatASeatIsRemindedOfAndWhen) {
  House house;
  EXPECT_EQ(to_come(house, the_reception),
            "2026-03-04 09:00 reminder_to_recipient\n"
            "2026-03-05 09:00 reminder_to_mailbox\n"
            "2026-03-06 09:00 reminder_to_head\n"
            "2026-03-10 09:00 no_answer_to_coordinator\n"
            "2026-03-19 09:00 coming_list\n"
            "2026-03-23 09:00 attendance_reminder\n");
  house.until(march(5, 8));
  EXPECT_EQ(to_come(house, the_reception),
            "2026-03-05 09:00 reminder_to_mailbox\n"
            "2026-03-06 09:00 reminder_to_head\n"
            "2026-03-10 09:00 no_answer_to_coordinator\n"
            "2026-03-19 09:00 coming_list\n"
            "2026-03-23 09:00 attendance_reminder\n");
  house.tell(staff(reception), answer(the_reception, AnswerKind::attends));
  EXPECT_EQ(to_come(house, the_reception),
            "2026-03-19 09:00 coming_list\n"
            "2026-03-23 09:00 attendance_reminder\n");
}

TEST(LetterSchedule, TellsInAdvanceThatAnAddressIsMissing) {
  House house;
  Register known = house.ground().known;
  known.units.at(reception).mailbox = "";
  const Ground standing{known, house.ground().routines, support::sweden(), {}};
  const auto letters = letters_to_come(house.file(), house.from(standing));
  ASSERT_FALSE(letters.empty());
  for (const PlannedLetter& one : letters) {
    EXPECT_EQ(one.why_not.has_value(), one.wish.to == the_reception && is_reminder(one.wish.kind))
        << table::state_id(one.wish.kind);
  }
}

// --- a week without a program -------------------------------------------------------------------

/// One round over the outbox as it stands: "kind subject -> address; ..." of what leaves now.
std::vector<std::string> round_of(House& house, Instant now) {
  std::vector<Wish> waiting;
  for (const OutboxRow& row : house.letters()) {
    waiting.push_back(wish_of(row));
  }
  const CaseFile file = house.file();
  const Ground standing = house.ground();
  std::vector<Letter> leaving;
  for (const StillWaiting& one : still_waiting(waiting)) {
    if (send_at(now, one.wish.kind, standing.routines.front(), support::sweden()) > now) continue;
    auto made = compose(file, one.wish, house.from(standing), Language::swedish, now);
    if (auto* letter = boost::variant2::get_if<Letter>(&made)) leaving.push_back(*letter);
  }
  std::vector<std::string> told;
  for (const Mailing& one : digest(std::move(leaving), house.texts)) {
    told.push_back(std::string{one.is_digest() ? "digest" : table::state_id(one.letter.wish.kind)} +
                   " -> " + one.letter.recipients.front().address);
  }
  return told;
}

TEST(LetterSchedule, AfterAWeekWithoutAProgramExactlyWhatIsStillNeededLeaves) {
  House house;
  house.until(march(12, 3));
  const std::string to_reception = " -> " + reception.text + "@example.se";
  const std::string to_adults = " -> " + adults.text + "@example.se";
  const std::string to_police = " -> " + support::police.text + "@example.se";
  EXPECT_EQ(round_of(house, house.now),
            (std::vector<std::string>{"summons" + to_adults, "summons" + to_reception,
                                      "summons" + to_police}))
      << "at night no word to the coordinator, and no reminder beside a kallelse";
  house.until(march(12, 9));
  EXPECT_EQ(round_of(house, house.now),
            (std::vector<std::string>{"summons" + to_adults, "summons" + to_reception,
                                      "summons" + to_police, "digest" + to_adults}));
  house.until(march(20, 14));
  EXPECT_EQ(round_of(house, house.now), (std::vector<std::string>{"digest" + to_adults}))
      << "the meeting has begun: nobody is called to it";
}

// --- digests ------------------------------------------------------------------------------------

Letter letter_of(WishKind kind, const std::string& address, const std::string& of_case) {
  Letter one;
  one.wish.kind = kind;
  one.of_case = CaseId{of_case};
  one.recipients = {{RecipientKind::mailbox, address}};
  one.subject = "Påminnelse <" + of_case + ">";
  one.link = "https://kallad.example.se/s/" + of_case;
  one.sender = one.reply_to = of_case;
  return one;
}

std::string grouped(const std::vector<Letter>& letters) {
  std::string all;
  for (const Mailing& one : digest(letters, {})) {
    all += one.is_digest() ? "[" : "";
    for (const std::size_t place : one.stands_for) all += std::to_string(place);
    all += one.is_digest() ? "]" : "";
    all += " ";
  }
  return all;
}

TEST(LetterDigest, PutsTogetherWhatTheSamePeopleGet) {
  const Letter a = letter_of(WishKind::reminder_to_head, "a@example.se", "1");
  const Letter b = letter_of(WishKind::no_answer_to_coordinator, "a@example.se", "2");
  const Letter other = letter_of(WishKind::reminder_to_head, "b@example.se", "3");
  const Letter summons = letter_of(WishKind::summons, "a@example.se", "4");
  Letter english = letter_of(WishKind::reminder_to_head, "a@example.se", "5");
  english.language = Language::english;
  EXPECT_EQ(grouped({a, summons, other, b, english, summons}), "[03] 1 2 4 5 ");
  EXPECT_EQ(grouped({a}), "0 ");
  EXPECT_EQ(grouped({}), "");
}

TEST(LetterDigest, NamesEachLetterOnceWithItsLink) {
  const auto made = digest({letter_of(WishKind::reminder_to_head, "a@example.se", "1"),
                            letter_of(WishKind::reminder_to_head, "a@example.se", "2")},
                           {});
  ASSERT_EQ(made.size(), 1U);
  const Letter& letter = made.front().letter;
  EXPECT_EQ(letter.subject, "2 ärenden väntar på dig");
  EXPECT_TRUE(has(letter.text, "Påminnelse <1>:\nhttps://kallad.example.se/s/1\n"));
  EXPECT_TRUE(
      has(letter.html, "<a href=\"https://kallad.example.se/s/2\">Påminnelse &lt;2&gt;</a>"));
  EXPECT_EQ(letter.of_case, CaseId{});
  EXPECT_EQ(letter.reply_to, "") << "several units send it";
}

}  // namespace
}  // namespace kallad::letter::schedule_test
