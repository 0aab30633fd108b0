// What is wished after the meeting: reminders of activities, the list of who comes, word of the
// copy. Over Easter 2026 and the change to summer time, which lie in the same days. Rules kept:
// quiet when an activity is reported done; people are not reminded by mail; a withdrawal stops it.
#include <algorithm>

#include "engine/case/case_decide.hpp"
#include "engine/spine/table.hpp"
#include "tests/engine/between/story.hpp"

namespace kallad::between::following_test {
namespace {

using enum WishKind;

/// "2026-03-30T07:00:00Z activity_reminder region/x": the wishes of those kinds, as the log gives
/// them.
Ids wished(const Story& story, const std::vector<WishKind>& kinds) {
  Ids all;
  CaseFile file;
  for (const Logged& each : story.log) {
    file = evolve(std::move(file), each.event, each.stamp);
    for (const Wish& wish : reactions(file, each.event)) {
      if (std::ranges::find(kinds, wish.kind) == kinds.end()) continue;
      all.push_back(iso(each.stamp.at) + " " + std::string{table::state_id(wish.kind)} + " " +
                    (wish.to.empty() ? std::to_string(wish.number) : wish.to.text));
    }
  }
  return all;
}

const std::vector<WishKind> of_activities{activity_reminder, activity_overdue,
                                          activity_overdue_to_head};

RecordActivity activity(const PartyId& owner, Date last_day) {
  Activity made;
  made.id = ActivityId{"samtal"};
  made.what = "Samtal varje vecka";
  made.owner = owner;
  made.due = last_day;
  return {made};
}

constexpr Date after_easter{std::chrono::year{2026}, std::chrono::April, std::chrono::day{8}};

/// Called, held on Friday 20 March with both there, and at its plan.
struct Held : Story {
  Held() {
    summoned().delivered(clinic).delivered(adults);
    close(Attendance::present);
  }
  Held& with(const PartyId& owner, Date last_day = after_easter) {
    say(coordinator(), activity(owner, last_day));
    EXPECT_EQ(told, Ids{"activity_recorded"});
    return *this;
  }
};

TEST(Following, AUnitIsRemindedOfItsActivityOverEasterAndTheClockChange) {
  Held story;
  story.with(party_of(clinic)).until(local(2026, 4, 20));
  EXPECT_EQ(wished(story, of_activities),
            (Ids{"2026-03-30T07:00:00Z activity_reminder region/psykosmottagning",
                 "2026-04-08T22:00:00Z activity_overdue region/psykosmottagning",
                 "2026-04-14T07:00:00Z activity_overdue_to_head region/psykosmottagning"}));
  story.replays();
}

TEST(Following, FollowsTheNumbersOfTheRoutine) {
  Held story;
  story.routines.front().remind_activity_working_days_before = 0;
  story.routines.front().remind_activity_head_on_working_day = 1;
  story.routines.front().reminder_hour = 8;
  story.with(party_of(clinic)).until(local(2026, 4, 20));
  EXPECT_EQ(wished(story, of_activities),
            (Ids{"2026-04-08T06:00:00Z activity_reminder region/psykosmottagning",
                 "2026-04-08T22:00:00Z activity_overdue region/psykosmottagning",
                 "2026-04-09T06:00:00Z activity_overdue_to_head region/psykosmottagning"}));
}

TEST(Following, IsQuietOnceTheActivityIsReportedDone) {
  Held story;
  story.with(party_of(clinic)).until(local(2026, 3, 31));
  story.say(of_unit(clinic), ReportActivity{ActivityId{"samtal"}, ActivityStatus::done, {}});
  story.until(local(2026, 4, 20));
  EXPECT_EQ(wished(story, of_activities),
            Ids{"2026-03-30T07:00:00Z activity_reminder region/psykosmottagning"});
}

TEST(Following, AMovedDayIsRemindedOfAnew) {
  Held story;
  story.with(party_of(clinic)).until(local(2026, 3, 31));
  story.with(party_of(clinic), Date{std::chrono::year{2026} / 5 / 8}).until(local(2026, 5, 8, 12));
  EXPECT_EQ(wished(story, of_activities),
            (Ids{"2026-03-30T07:00:00Z activity_reminder region/psykosmottagning",
                 "2026-04-30T07:00:00Z activity_reminder region/psykosmottagning"}));
}

TEST(Following, WhatAPersonAnswersForIsTheCoordinatorsToAskOf) {
  Held story;
  story.with(anna).until(local(2026, 4, 20));
  EXPECT_EQ(wished(story, of_activities), Ids{});
  EXPECT_EQ(wished(story, {demand_to_coordinator}),
            (Ids{"2026-03-27T23:00:00Z demand_to_coordinator 1",
                 "2026-04-08T22:00:00Z demand_to_coordinator 0"}))
      << "the copy of the plan, and the activity";
}

TEST(Following, NothingIsRemindedOfOnceConsentIsWithdrawn) {
  Held story;
  story.with(party_of(clinic));
  story.say({Role::person, {}, "Anna Exempel"}, WithdrawConsent{"Anna Exempel", Capacity::person});
  ASSERT_EQ(story.told, Ids{"consent_withdrawn"});
  story.until(local(2026, 4, 20));
  EXPECT_EQ(wished(story, of_activities), Ids{});
}

TEST(Following, WhoComesIsToldTheWorkingDayBefore) {
  Story story;
  story.summoned().until(local(2026, 3, 20, 12));
  EXPECT_EQ(wished(story, {coming_list}), Ids{"2026-03-19T08:00:00Z coming_list 1"});
}

TEST(Following, WhoComesIsToldAnewOfAMovedMeetingAndBeforeEaster) {
  Story story;
  ChangeMeeting moved;
  moved.starts = local(2026, 4, 7, 13);
  story.summoned().say(coordinator(), moved);
  story.until(local(2026, 4, 7, 12));
  EXPECT_EQ(wished(story, {coming_list}), Ids{"2026-04-02T07:00:00Z coming_list 1"})
      << "Easter Monday is no working day";
}

TEST(Following, WhoComesIsNotToldOfAMeetingCalledAfterThatHour) {
  Story story;
  story.prepared().until(local(2026, 3, 19, 10));
  SendSummons send;
  send.starts = local(2026, 3, 20, 13);
  send.purpose = "Samordna";
  send.questions = {"Vem gör vad?"};
  send.short_notice_reason = "Brådskande";
  ASSERT_EQ(story.say(coordinator(), send), Ids{"summons_sent"});
  story.until(local(2026, 3, 20, 12));
  EXPECT_EQ(wished(story, {coming_list}), Ids{});
}

TEST(Following, UnitsHearThatTheyHaveACopyAndThePersonHasItOnPaper) {
  Held story;
  story.say(coordinator(), HandOutCopy{{party_of(clinic), anna}});
  ASSERT_EQ(story.told, Ids{"copy_handed_out"});
  EXPECT_EQ(story.wishes, (std::vector<Wish>{{plan_copy_told, 0, party_of(clinic)}}));
  ASSERT_EQ(story.file.running.plan.copies.size(), 2U) << "to whom and when is in the log";
  EXPECT_EQ(story.file.running.plan.copies.back().fact.at, story.now);
}

/// Held, with a plan that nobody has agreed to when the meeting ends.
struct Ended : Held {
  void plan() {
    PlanPoints points;
    points.efforts_needed = "Boendestöd och behandling";
    points.responsibilities = {{PrincipalId{"helsingborg"}, "Boendestöd"},
                               {PrincipalId{"region"}, "Behandling"}};
    points.no_others_measures = true;
    points.overall_responsible = PrincipalId{"region"};
    say(chair(), RecordPlanPoints{points});
    ASSERT_EQ(told, Ids{"plan_points_recorded"});
  }
  void end() {
    EndMeeting end;
    end.follow_up_on = Date{std::chrono::year{2026} / 5 / 20};
    say(chair(), end);
    ASSERT_EQ(told, Ids{"meeting_ended"});
  }
  std::vector<PartyId> asked() const {
    std::vector<PartyId> all;
    for (const Wish& one : wishes) {
      if (one.kind == agreement_asked) all.push_back(one.to);
    }
    return all;
  }
};

TEST(Following, EachHuvudmanIsAskedForItsYesWhenTheMeetingEnds) {
  Ended story;
  story.plan();
  story.end();
  EXPECT_EQ(story.asked(), (std::vector<PartyId>{party_of(adults), party_of(clinic)}));
}

TEST(Following, NobodyIsAskedTwiceNorBeforeTheLawsFourPointsAreThere) {
  Ended without;
  without.end();
  EXPECT_TRUE(without.asked().empty()) << "nobody can agree to it yet";
  without.plan();
  EXPECT_EQ(without.asked().size(), 2U) << "now they can";
  Ended story;
  story.plan();
  story.file.running.plan.agreements.push_back(
      {PartyId{"helsingborg"}, story.file.running.plan.content, {}});
  story.end();
  EXPECT_EQ(story.asked(), std::vector<PartyId>{party_of(clinic)}) << "the other has said yes";
}

TEST(Following, NobodyIsAskedByMailOfAPersonWithProtectedIdentity) {
  Ended story;
  story.plan();
  story.file.running.person.protection = Protection::secrecy_mark;
  story.end();
  EXPECT_TRUE(story.asked().empty());
}

TEST(Following, ANoToThePlanIsToldTheCoordinator) {
  const FileEvent no{PlanDeclinedBy{PartyId{"region"}, 1, "Vi har inte resurserna"}};
  EXPECT_EQ(reactions(Held{}.file, no), (std::vector<Wish>{{plan_declined_to_coordinator, 0, {}}}));
}

TEST(Following, ASubstituteOfAMovedMeetingIsReleased) {
  Story story;
  story.summoned().say(of_unit(clinic), substitute_for(clinic));
  ChangeMeeting moved;
  moved.starts = local(2026, 3, 24, 9);
  story.say(coordinator(), moved);
  const Wish released{substitute_released, 1, party_of(clinic)};
  EXPECT_EQ(std::ranges::count(story.wishes, released), 1);
  moved.starts = local(2026, 3, 25, 9);
  story.say(coordinator(), moved);
  EXPECT_EQ(std::ranges::count(story.wishes, released), 0) << "nobody was named for that time";
}

}  // namespace
}  // namespace kallad::between::following_test
