// Tests of the plan behind a link, after the meeting: who is asked, what they see of it, and that a
// yes or a no is to the plan that was read. Not the rules of agreement: those are the engine's
// tests.
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/answer_link/link_view.hpp"
#include "tests/adapters/answer_link/forms.hpp"

namespace kallad::links::agreement_test {
namespace {

using support::adults;
using support::reception;

CloseAttendance closing() {
  CloseAttendance marks;
  marks.marks = {{party_of(adults), Attendance::present, {}, {}},
                 {the_reception, Attendance::present, {}, {}}};
  return marks;
}

Activity activity(const char* id, const char* what, const PartyId& owner) {
  return {ActivityId{id}, what, owner, {}, support::day(2026, 4, 20), {}};
}

/// Held on 20 March, with a plan that has all it needs.
class Held {
 public:
  Held() {
    world.until(march(20, 13));
    world.tell(coordinator, OpenMeeting{});
    world.tell(coordinator, closing());
    world.tell(coordinator, RecordGoal{{GoalId{"g"}, "Jag vill sova", GoalKind::part, true}});
    world.tell(coordinator, RecordActivity{activity("a", "Besök varje vecka", the_reception)});
    world.tell(coordinator, RecordActivity{activity("b", "Stöd i hemmet", party_of(adults))});
    PlanPoints points;
    points.efforts_needed = "Samtal och stöd";
    points.responsibilities = {{world_principal(reception), "Behandling"},
                               {world_principal(adults), "Boendestöd"}};
    points.no_others_measures = true;
    points.overall_responsible = world_principal(reception);
    world.tell(coordinator, RecordPlanPoints{points});
  }

  PrincipalId world_principal(const UnitId& unit) {
    return world.ground().known.units.at(unit).principal;
  }
  LinkView seen(const LinkName& name) {
    return answer_link::show(world.file(), name, world.ground(), world.now);
  }
  AnswerForm form(LinkAct act) {
    AnswerForm made = form_of(act);
    made["content"] = std::to_string(world.file().running.plan.content);
    made["reason"] = "Vi har ingen tid i april";
    return made;
  }

  World world;
};

TEST(LinkAgreement, IsForThoseWhoseHuvudmanIsAskedAndForNobodyElse) {
  Held held;
  World& world = held.world;
  EXPECT_EQ(world.state(world.link(the_reception)), LinkState::agreement);
  EXPECT_EQ(world.state(world.link(party_of(adults))), LinkState::agreement);
  EXPECT_EQ(world.state(world.link(anna)), LinkState::over) << "the person agrees at the table";
  EXPECT_EQ(world.state(world.link(party_of(support::police))), LinkState::over);
  EXPECT_EQ(world.state(world.check_in(the_reception)), LinkState::over);
}

TEST(LinkAgreement, IsNotForAPlanOfSomebodyWithProtectedIdentity) {
  Held held;
  CaseFile file = held.world.file();
  file.running.person.protection = Protection::secrecy_mark;
  const LinkView view =
      answer_link::show(file, held.world.link(the_reception), held.world.ground(), held.world.now);
  EXPECT_EQ(view.state, LinkState::over);
  EXPECT_FALSE(view.agreement);
}

TEST(LinkAgreement, ShowsTheOwnPartOfThePlanAndNothingOfTheOthers) {
  Held held;
  const LinkView view = held.seen(held.world.link(the_reception));
  ASSERT_TRUE(view.agreement);
  EXPECT_EQ(view.agreement->efforts, "Behandling");
  ASSERT_EQ(view.agreement->activities.size(), 1U);
  EXPECT_EQ(view.agreement->activities.front().what, "Besök varje vecka");
  EXPECT_FALSE(view.agreement->agreed_at);
  EXPECT_TRUE(view.place == std::nullopt && view.link == std::nullopt);
  EXPECT_TRUE(view.withheld.empty());
  ASSERT_EQ(view.acts.size(), 2U);
  EXPECT_TRUE(view.acts[0].is_allowed() && view.acts[1].is_allowed());
}

TEST(LinkAgreement, HoldsBackWhatNamesThePerson) {
  Held held;
  held.world.tell(coordinator,
                  RecordActivity{activity("c", "Ring Anna Exempel varje dag", the_reception)});
  const LinkView view = held.seen(held.world.link(the_reception));
  EXPECT_EQ(view.agreement->activities.size(), 1U);
  EXPECT_EQ(view.withheld, std::vector<std::string_view>{"activities"});
}

TEST(LinkAgreement, TakesAYesForTheOwnHuvudmanAlone) {
  Held held;
  World& world = held.world;
  const LinkName name = world.link(the_reception);
  EXPECT_EQ(sent(world, name, held.form(LinkAct::agree_plan)), "plan_agreed");
  const auto& agreements = world.file().running.plan.agreements;
  ASSERT_EQ(agreements.size(), 1U);
  EXPECT_EQ(agreements.front().by.text, held.world_principal(reception).text);
  EXPECT_TRUE(held.seen(name).agreement->agreed_at);
  EXPECT_FALSE(held.seen(world.link(party_of(adults))).agreement->agreed_at);
}

TEST(LinkAgreement, TakesANoWithItsReasonAndAYesAfterIt) {
  Held held;
  World& world = held.world;
  const LinkName name = world.link(the_reception);
  AnswerForm form = held.form(LinkAct::decline_plan);
  EXPECT_EQ(fault(world, name, with(form, "reason", " ")), "missing_field:reason");
  EXPECT_EQ(sent(world, name, form), "plan_declined");
  EXPECT_EQ(held.seen(name).agreement->reason, "Vi har ingen tid i april");
  form = with(held.form(LinkAct::agree_plan), "nonce", "n2");
  EXPECT_EQ(sent(world, name, form), "plan_agreed");
  EXPECT_FALSE(held.seen(name).agreement->declined_at);
}

TEST(LinkAgreement, IsToThePlanThatWasRead) {
  Held held;
  World& world = held.world;
  const AnswerForm form = held.form(LinkAct::agree_plan);
  world.tell(coordinator, RecordActivity{activity("d", "Läkarbesök", the_reception)});
  EXPECT_EQ(fault(world, world.link(the_reception), form), "plan_has_changed");
  EXPECT_EQ(fault(world, world.link(the_reception), with(form, "content", "")),
            "missing_field:content");
}

TEST(LinkAgreement, NeedsTheNameOfWhoeverSaysItForTheUnit) {
  Held held;
  EXPECT_EQ(fault(held.world, held.world.link(the_reception),
                  with(held.form(LinkAct::agree_plan), "your_name", "")),
            "missing_field:your_name");
}

TEST(LinkAgreement, CannotBeMixedWithAnswersToTheSummons) {
  Held held;
  World& world = held.world;
  const LinkName name = world.link(the_reception);
  for (const LinkAct act : {LinkAct::attends, LinkAct::cannot_come, LinkAct::check_in}) {
    EXPECT_EQ(fault(world, name, full_form(act)), "not_by_this_link:act");
  }
  World called;
  EXPECT_EQ(fault(called, called.link(the_reception), form_of(LinkAct::agree_plan)),
            "not_by_this_link:act");
}

TEST(LinkAgreement, EndsAfterThirtyDaysWithTheCaseAndWithTheConsent) {
  Held held;
  World& world = held.world;
  const LinkName name = world.link(the_reception);
  const Zone& zone = support::sweden().zone();
  const Instant then = world.now;
  world.now = zone.to_instant(support::wall(support::day(2026, 4, 19), support::last_second));
  EXPECT_EQ(world.state(name), LinkState::agreement);
  world.now += std::chrono::seconds{1};
  EXPECT_EQ(world.state(name), LinkState::over);
  EXPECT_EQ(fault(world, name, held.form(LinkAct::agree_plan)), "link_over");
  world.now = then;
  world.tell(coordinator, WithdrawConsent{"Anna Exempel", Capacity::person});
  EXPECT_EQ(world.state(name), LinkState::consent_withdrawn);
}

TEST(LinkAgreement, IsThereWhilePointsAreMissingAndSaysSo) {
  World world;
  world.until(march(20, 13));
  world.tell(coordinator, OpenMeeting{});
  world.tell(coordinator, closing());
  const LinkName name = world.link(the_reception);
  const auto view = answer_link::show(world.file(), name, world.ground(), world.now);
  ASSERT_EQ(view.acts.size(), 2U);
  EXPECT_EQ(told(view.acts.front().why_not), "plan_points_missing");
}

TEST(LinkAgreement, IsTheSubstitutesToSayOnlyWithMandate) {
  for (const Mandate mandate : {Mandate::yes, Mandate::no}) {
    World world;
    NameSubstitute said = naming(the_reception, "Sara Skift");
    said.substitute.mandate = mandate;
    world.tell(staff(reception), said);
    const LinkName sara = world.last_substitute(the_reception);
    world.confirm("Sara Skift");
    world.until(march(20, 13));
    world.tell(coordinator, OpenMeeting{});
    world.tell(coordinator, closing());
    EXPECT_EQ(world.state(sara), mandate == Mandate::yes ? LinkState::agreement : LinkState::over);
  }
}

}  // namespace
}  // namespace kallad::links::agreement_test
