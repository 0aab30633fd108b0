// What is sent of the plan and of who comes: each letter while it is needed, to whom, and where it
// leads. Not when it is wished (tests/engine/between/following_test.cpp).
#include <gtest/gtest.h>

#include "adapters/letter/compose.hpp"
#include "adapters/letter/digest.hpp"
#include "adapters/letter/schedule.hpp"
#include "engine/spine/table.hpp"
#include "tests/adapters/letter/letters_house.hpp"

namespace kallad::letter::plan_letters_test {
namespace {

using namespace std::chrono_literals;
using letters_house::has;
using letters_house::House;
using links::coordinator;
using links::march;
using links::staff;
using links::the_reception;
using support::adults;
using support::day;
using support::reception;
using enum WishKind;

constexpr Date last_day{std::chrono::year{2026}, std::chrono::April, std::chrono::day{8}};

LocalTime april(unsigned day, int hour = 9) {
  return LocalTime{std::chrono::local_days{std::chrono::year{2026} / 4 / day}} +
         std::chrono::hours{hour};
}

std::string recipients(const Letter& letter) {
  std::string all;
  for (const Recipient& one : letter.recipients) {
    all += std::string{table::state_id(one.kind)} + ":" + one.address + ";";
  }
  return all;
}

const std::string mailbox_of_reception = "mailbox:" + reception.text + "@example.se;";

/// Held on Friday 20 March: adults and the reception came, the police did not.
struct PlannedHouse : House {
  PlannedHouse() {
    until(march(20, 15));
    CloseAttendance close;
    close.marks = {{party_of(adults), Attendance::present, {}, {}},
                   {the_reception, Attendance::present, {}, {}},
                   {party_of(support::police), Attendance::absent, {}, {}},
                   {links::anna, Attendance::absent, {}, {}}};
    tell({Role::chair, adults, "Mats Mötesledare"}, close);
  }
  void record(Date last, const std::string& id = "samtal") {
    Activity made;
    made.id = ActivityId{id};
    made.what = "Samtal varje vecka om det svåra";
    made.owner = the_reception;
    made.due = last;
    tell(coordinator, RecordActivity{made});
  }
  void report(ActivityStatus status) {
    tell(staff(reception), ReportActivity{ActivityId{"samtal"}, status, {}});
  }
};

TEST(PlanLetters, TheUnitIsRemindedOfTheDayAndNotOfWhatItIs) {
  PlannedHouse house;
  house.record(last_day);
  EXPECT_EQ(house.none(activity_reminder, the_reception, 0).why, NoLetter::already_done)
      << "not before its time";
  house.until(LocalTime{march(30)});
  const Letter letter = house.letter(activity_reminder, the_reception, 0);
  EXPECT_EQ(recipients(letter), mailbox_of_reception);
  EXPECT_EQ(letter.subject,
            "Påminnelse: en aktivitet ska vara klar onsdag den 8 april 2026, ärende sip-2026-17");
  EXPECT_EQ(letter.link, "https://kallad.example.se/cases/sip-2026-17");
  EXPECT_FALSE(has(letter.text, "Samtal"));
  EXPECT_EQ(house.none(activity_reminder, party_of(adults), 0).why, NoLetter::already_done);
}

TEST(PlanLetters, AreQuietOnceTheActivityIsReportedDone) {
  PlannedHouse house;
  house.record(last_day);
  house.until(march(30));
  house.report(ActivityStatus::started);
  house.letter(activity_reminder, the_reception, 0);
  house.report(ActivityStatus::done);
  EXPECT_EQ(house.none(activity_reminder, the_reception, 0).why, NoLetter::already_done);
  house.until(april(20));
  EXPECT_EQ(house.none(activity_overdue, the_reception, 0).why, NoLetter::already_done);
  EXPECT_EQ(house.none(activity_overdue_to_head, the_reception, 0).why, NoLetter::already_done);
}

TEST(PlanLetters, ALateActivityIsToldTheUnitAndDaysLaterItsHead) {
  PlannedHouse house;
  house.record(last_day);
  house.record(Date{std::chrono::year{2026} / 6 / 1}, "senare");
  house.until(april(9));
  EXPECT_EQ(house.none(activity_reminder, the_reception, 0).why, NoLetter::already_done);
  EXPECT_EQ(recipients(house.letter(activity_overdue, the_reception, 0)), mailbox_of_reception);
  EXPECT_EQ(house.none(activity_overdue_to_head, the_reception, 0).why, NoLetter::already_done);
  house.until(april(14));
  const Letter to_head = house.letter(activity_overdue_to_head, the_reception, 0);
  EXPECT_EQ(recipients(to_head), mailbox_of_reception) << "no contact of the head is registered";
  Register known = house.ground().known;
  known.units.at(reception).head_contact = "Eva Chef <eva@region.example.se>";
  const Ground ground{known, house.ground().routines, support::sweden(), {}};
  const auto told = recipients_of(house.file(), to_head.wish, house.from(ground), house.now);
  EXPECT_EQ(told, (std::vector<Recipient>{{RecipientKind::head, "eva@region.example.se"}}));
  EXPECT_TRUE(has(to_head.text, "onsdag den 8 april 2026")) << "the late one of two";
  house.record(Date{std::chrono::year{2026} / 5 / 8});
  EXPECT_EQ(house.none(activity_overdue_to_head, the_reception, 0).why, NoLetter::already_done)
      << "it has another day now";
}

TEST(PlanLetters, NothingOfThePlanIsSentWithoutConsentToThoseWhoLeftOrOfAClosedCase) {
  PlannedHouse house;
  house.record(last_day);
  house.tell(coordinator, HandOutCopy{{the_reception}});
  house.until(march(30));
  CaseFile file = house.file();
  const auto why = [&](WishKind kind) {
    const auto made = house.compose_of(file, {kind, 0, the_reception});
    const auto* none = boost::variant2::get_if<NothingToSend>(&made);
    return none ? none->why : NoLetter::not_a_letter;
  };
  for (const WishKind kind : {activity_reminder, plan_copy_told}) {
    const CaseFile before = file;
    EXPECT_EQ(why(kind), NoLetter::not_a_letter) << "it is sent";
    file.running.step = Step::closed;
    EXPECT_EQ(why(kind), NoLetter::case_closed);
    file = before;
    file.running.consent.given->until = day(2026, 3, 29);
    EXPECT_EQ(why(kind), NoLetter::outside_consent);
    file = before;
    for (Party& party : file.running.parties) party.left = Cited{};
    EXPECT_EQ(why(kind), NoLetter::party_left);
    file = before;
  }
  EXPECT_EQ(house.none(activity_reminder, links::anna, 0).why, NoLetter::no_seat);
}

/// The meeting has ended with the law's four points in the plan, and nobody has said yes or no.
struct EndedHouse : PlannedHouse {
  EndedHouse() {
    PlanPoints points;
    points.efforts_needed = "Boendestöd och behandling";
    points.responsibilities = {{support::helsingborg, "Boendestöd"}, {support::region, "Samtal"}};
    points.no_others_measures = true;
    points.overall_responsible = support::region;
    tell(coordinator, RecordPlanPoints{points});
    EndMeeting end;
    end.follow_up_on = Date{std::chrono::year{2026} / 5 / 20};
    tell({Role::chair, adults, "Mats Mötesledare"}, end);
  }
  const PartyId of_region{support::region.text};
};

TEST(PlanLetters, WhoseYesIsMissingIsAskedByALinkWithNothingOfThePersonOrThePlan) {
  EndedHouse house;
  const Letter letter = house.letter(agreement_asked, the_reception);
  EXPECT_EQ(recipients(letter), mailbox_of_reception);
  EXPECT_EQ(letter.subject, "Godkänner ni planen? Ärende sip-2026-17");
  EXPECT_TRUE(has(letter.link, "https://kallad.example.se/s/"));
  EXPECT_TRUE(has(letter.text, "fredag den 20 mars 2026"));
  for (const char* word : {"Anna", "Samtal", "Boendestöd"}) EXPECT_FALSE(has(letter.text, word));
  EXPECT_FALSE(can_wait_together(agreement_asked)) << "it leaves at once";
  EXPECT_EQ(house.none(agreement_asked, links::anna).why, NoLetter::meeting_begun)
      << "people agree to nothing by mail";
}

TEST(PlanLetters, TheQuestionFallsAwayWithTheAnswerTheConsentAndTheTime) {
  EndedHouse yes;
  yes.tell(staff(reception), AgreePlan{yes.of_region});
  EXPECT_EQ(yes.none(agreement_asked, the_reception).why, NoLetter::already_answered);
  EndedHouse no;
  no.tell(staff(reception), DeclinePlan{no.of_region, "Vi har inte resurserna"});
  EXPECT_EQ(no.none(agreement_asked, the_reception).why, NoLetter::already_answered);
  EndedHouse late;
  late.until(april(25));
  EXPECT_EQ(late.none(agreement_asked, the_reception).why, NoLetter::meeting_begun);
  EndedHouse shielded;
  CaseFile file = shielded.file();
  file.running.person.protection = Protection::secrecy_mark;
  const auto made = shielded.compose_of(file, {agreement_asked, 1, the_reception});
  EXPECT_TRUE(boost::variant2::holds_alternative<NothingToSend>(made));
}

TEST(PlanLetters, ANoIsToldTheCoordinatorWhileItStandsAndNotWhoseNorWhy) {
  EndedHouse house;
  EXPECT_EQ(house.none(plan_declined_to_coordinator, {}, 0).why, NoLetter::already_done);
  house.tell(staff(reception), DeclinePlan{house.of_region, "Vi har inte resurserna"});
  const Letter letter = house.letter(plan_declined_to_coordinator, {}, 0);
  EXPECT_EQ(recipients(letter), "coordinator:" + adults.text + "@example.se;");
  EXPECT_EQ(letter.link, "https://kallad.example.se/cases/sip-2026-17");
  for (const char* word : {"Anna", "resurserna", "Region"}) EXPECT_FALSE(has(letter.text, word));
  house.tell(staff(reception), AgreePlan{house.of_region});
  EXPECT_EQ(house.none(plan_declined_to_coordinator, {}, 0).why, NoLetter::already_done);
}

TEST(PlanLetters, WhoGotACopyIsThankedAndToldWhereToRead) {
  PlannedHouse house;
  EXPECT_EQ(house.none(plan_copy_told, the_reception, 0).why, NoLetter::already_done)
      << "it has no copy";
  house.tell(coordinator, HandOutCopy{{the_reception, party_of(support::police), links::anna}});
  const Letter letter = house.letter(plan_copy_told, the_reception, 0);
  EXPECT_EQ(recipients(letter), mailbox_of_reception);
  EXPECT_TRUE(has(letter.text, "Tack för att ni kom till mötet fredag den 20 mars 2026."));
  EXPECT_EQ(letter.link, "https://kallad.example.se/cases/sip-2026-17");
  EXPECT_FALSE(has(house.letter(plan_copy_told, party_of(support::police), 0).text, "Tack"))
      << "nobody came from there";
  EXPECT_FALSE(can_wait_together(plan_copy_told)) << "it follows a human's act and leaves at once";
}

TEST(PlanLetters, TheChairIsLedToTheMeetingWhereItStandsWhoComes) {
  House house;
  house.until(march(19));
  const Letter letter = house.letter(coming_list, {});
  EXPECT_EQ(recipients(letter), "coordinator:" + adults.text + "@example.se;");
  EXPECT_EQ(letter.link, "https://kallad.example.se/cases/sip-2026-17/meeting");
  EXPECT_EQ(letter.subject,
            "Vilka som kommer: SIP-möte fredag den 20 mars 2026, ärende sip-2026-17");
  house.tell(coordinator, AssignRoles{"Mats Möte <mats@example.se>", {}});
  EXPECT_EQ(recipients(house.letter(coming_list, {})), "chair:mats@example.se;");
  house.until(march(20, 13));
  EXPECT_EQ(house.none(coming_list, {}).why, NoLetter::meeting_begun);
}

TEST(PlanLetters, WhoComesIsNotToldOfAMeetingThatIsOffNorWithoutConsent) {
  House house;
  house.tell(coordinator, CancelMeeting{"Sjukdom"});
  EXPECT_EQ(house.none(coming_list, {}).why, NoLetter::meeting_cancelled);
  House other;
  other.tell({Role::person, {}, "Anna Exempel"}, WithdrawConsent{"Anna Exempel", Capacity::person});
  EXPECT_EQ(other.none(coming_list, {}).why, NoLetter::consent_withdrawn);
  EXPECT_EQ(other.none(coming_list, {}, 7).why, NoLetter::no_seat);
}

TEST(PlanLetters, LeaveInOfficeHoursAndStandInADigest) {
  const Instant night = support::at(day(2026, 4, 4), 0h);
  for (const WishKind kind :
       {activity_reminder, activity_overdue, activity_overdue_to_head, coming_list}) {
    EXPECT_TRUE(can_wait_together(kind)) << table::state_id(kind);
    EXPECT_EQ(send_at(night, kind, {}, support::sweden()), support::at(day(2026, 4, 7), 9h))
        << table::state_id(kind) << ": after Easter";
  }
  EXPECT_EQ(send_at(night, plan_copy_told, {}, support::sweden()), night);
}

TEST(PlanLetters, AreToldInAdvanceWithTheirDays) {
  PlannedHouse house;
  house.record(last_day);
  const Ground standing = house.ground();
  std::string all;
  for (const PlannedLetter& one : letters_to_come(house.file(), house.from(standing))) {
    if (is_about_activity(one.wish.kind)) {
      all += iso(one.at) + " " + std::string{table::state_id(one.wish.kind)} + "\n";
    }
  }
  EXPECT_EQ(all,
            "2026-03-30T07:00:00Z activity_reminder\n"
            "2026-04-09T07:00:00Z activity_overdue\n"
            "2026-04-14T07:00:00Z activity_overdue_to_head\n");
}

}  // namespace
}  // namespace kallad::letter::plan_letters_test
