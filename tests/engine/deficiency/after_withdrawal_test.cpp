// What becomes of a deficiency that had left its unit when the person withdrew consent, and of the
// counterpart's words where the case has come to know somebody since. Not what leaves the unit for
// the first time: rules_test.cpp. Rules kept: rulings "Consent" (then nothing more is shared),
// "Edge cases" (without identity the cover says "withheld"), "Deficiency" (nobody is named).
#include "tests/engine/deficiency/way.hpp"

namespace kallad::deficiency {
namespace {

using enum DeficiencyState;

DeficiencyCover cover_in(const World& world) {
  return cover_of(world.deficiency, world.person, world.consent_withdrawn);
}

TEST(AfterWithdrawal, TheCounterpartKeepsWhatItHadAndTheCouncilIsToldNoName) {
  World world;
  lead_to(world, answered);
  EXPECT_EQ(cover_in(world).name, "Anna Testsson");
  world.consent_withdrawn = true;
  EXPECT_EQ(cover_in(world).name, "Anna Testsson") << "as it was handed to the counterpart";
  EXPECT_FALSE(world.deficiency.identity_withheld);
  const auto said = world.say(coordinator(), about_one<SendToCouncilSecretary>());
  ASSERT_TRUE(said.is_accepted());
  const auto& sent = boost::variant2::get<DeficiencySentToCouncilSecretary>(said.events().front());
  EXPECT_TRUE(sent.identity_withheld);
  EXPECT_TRUE(world.deficiency.identity_withheld);
  EXPECT_TRUE(cover_in(world).withheld);
  EXPECT_TRUE(cover_in(world).name.empty());
  EXPECT_TRUE(cover_in(world).identity_number.empty());
}

TEST(AfterWithdrawal, WithoutOneItGoesOnWithTheName) {
  World world;
  lead_to(world, with_council_secretary);
  EXPECT_FALSE(world.deficiency.identity_withheld);
  EXPECT_EQ(cover_in(world).name, "Anna Testsson");
}

TEST(AfterWithdrawal, TheCoverOfWhatWaitsInTheUnitSaysWithheld) {
  for (const auto state : {drafted, completed, with_own_manager, sent_back}) {
    World world;
    lead_to(world, state);
    EXPECT_FALSE(cover_in(world).withheld);
    world.consent_withdrawn = true;
    EXPECT_TRUE(cover_in(world).withheld);
  }
}

TEST(AfterWithdrawal, ACoverWithoutAPersonSaysWithheld) {
  World world;
  lead_to(world, with_counterpart);
  EXPECT_TRUE(cover_of(world.deficiency, Person{}, false).withheld);
}

TEST(AfterWithdrawal, SentBackItGoesToTheCounterpartWithoutTheNameOnlyByAHumansWord) {
  World world;
  lead_to(world, sent_back);
  world.consent_withdrawn = true;
  ASSERT_TRUE(world.say(own_staff(), about_one<ResumeDeficiency>()));
  ASSERT_TRUE(world.say(own_staff(), about_one<HandToOwnManager>()));
  EXPECT_EQ(rules_of(world.ask(own_head(), about_one<SendToCounterpart>())),
            Rules{"consent_to_pass_on_required"});
  auto withheld = about_one<CompleteDeficiency>();
  withheld.withhold_identity = true;
  ASSERT_TRUE(world.say(own_staff(), withheld));
  ASSERT_TRUE(world.say(own_head(), about_one<SendToCounterpart>()));
  EXPECT_TRUE(world.deficiency.identity_withheld);
}

// --- the counterpart's words ---------------------------------------------------------------------

TEST(PassedOn, TheCounterpartsObjectionIsHeldAgainstWhomTheCaseHasComeToKnow) {
  World world;
  lead_to(world, with_counterpart);
  ASSERT_TRUE(world.say(other_head(), contest("Cecilia sade att mötet var inställt.")));
  const auto send = [&] { return world.ask(coordinator(), about_one<SendToCouncilSecretary>()); };
  EXPECT_EQ(rules_of(send()), Rules{});
  world.beside = {"Cecilia Berg"};
  ASSERT_EQ(rules_of(send()), Rules{"relative_name_in_text"});
  using Data = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(send().refusals().front().data,
            (Data{{"deficiency", "1"}, {"field", "words"}, {"offset", "0"}, {"length", "7"}}));
  ASSERT_TRUE(world.say(other_head(), contest("En anhörig sade att mötet var inställt.")));
  EXPECT_EQ(rules_of(send()), Rules{}) << "said anew, the first words are replaced";
}

TEST(PassedOn, AnObjectionOfARoundBeforeStopsNothing) {
  World world;
  lead_to(world, with_counterpart);
  ASSERT_TRUE(world.say(other_head(), contest("Cecilia sade att mötet var inställt.")));
  ASSERT_TRUE(world.say(coordinator(), about_one<SendToCouncilSecretary>()));
  ASSERT_TRUE(world.say(secretary_of_council(), send_back("Skriv vad som gjorts.")));
  ASSERT_TRUE(world.say(own_staff(), about_one<ResumeDeficiency>()));
  ASSERT_TRUE(world.say(own_staff(), about_one<HandToOwnManager>()));
  ASSERT_TRUE(world.say(own_head(), about_one<SendToCounterpart>()));
  EXPECT_FALSE(standing_contest(world.deficiency));
  ASSERT_TRUE(world.say(other_head(), answer("Ny rutin för bevakning.")));
  world.beside = {"Cecilia Berg"};
  EXPECT_EQ(rules_of(world.ask(coordinator(), about_one<SendToCouncilSecretary>())), Rules{});
}

}  // namespace
}  // namespace kallad::deficiency
