// The invented cases and the way rid of them: the page that says what goes, the press, and that
// nothing of them is found afterwards. A whole server on stories told as examples. Not the rules
// (tests/engine/disposal, tests/engine/register) and not a restore (tests/adapters/gone, browser).
// Rules kept: what is no example is not touched, nor what it uses.
#include <gtest/gtest.h>

#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::demo_testing {

namespace {

bool says(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

std::vector<std::filesystem::path> stories() {
  const std::filesystem::path folder{KALLAD_SOURCE_DIR "/tests/scenes/demo"};
  return {folder / "02_never_seen.scene", folder / "17_under_way_at_new_year.scene"};
}

/// Two stories with five cases, and the examples' own Siv.
struct Demo {
  Demo() : siv(example("siv", "Siv Samordnare", "helsingborg/vuxen", {"coordinator"})) {}

  Guest example(const std::string& user, const std::string& name, const std::string& unit,
                const std::vector<std::string>& positions) {
    const auto link = house.people().enrolment.invite({user, name, UnitId{unit}, positions, true},
                                                      house.clock.now);
    return house.accept(boost::variant2::get<Invitation>(link).token);
  }
  Reply page(const Guest& who) { return house.see(who, "/admin/demo"); }
  Reply remove(const Guest& who, bool sure = true) {
    Fields fields{{"key", "remove-the-examples"}};
    if (sure) fields.emplace_back("sure", "yes");
    return house.send(who, "/admin/demo", fields);
  }
  Reply again(const Guest& who) {
    return house.ask("POST", "/api/v1/sign-in",
                     json{{"user_name", who.user_name},
                          {"password", "en mening som ingen gissar"},
                          {"code", totp_code(who.secret, house.clock.now)}}
                         .dump());
  }
  /// A real case that `who` opens for Helsingborg, whose unit is an example.
  std::string open_real(const Guest& who) {
    const Reply reply = house.say(
        who, "/api/v1/cases",
        {{"kind", "sip"},
         {"person", {{"name", "Riktig Person"}, {"identity_number", ""}, {"protection", "none"}}},
         {"need", "Boende"},
         {"council", "northwest"},
         {"agreement", "northwest"},
         {"coordinator", {{"unit", "helsingborg/vuxen"}, {"name", "Siv Samordnare"}}},
         {"law", "sol_hsl"}});
    EXPECT_EQ(reply.status, 201U) << reply.text;
    return reply.header("location").substr(std::string{"/api/v1/cases/"}.size());
  }
  json listed(const Guest& who) { return house.get(who, "/api/v1/cases").body()["cases"]; }

  WebHouse house{stories(), scene::Telling::examples};
  Guest siv;
};

TEST(DemoPage, SaysWhatGoesAndAsksBeforeItGoes) {
  Demo demo;
  EXPECT_TRUE(says(demo.house.see(demo.siv, "/"), "här finns påhittade ärenden"));
  EXPECT_FALSE(says(demo.house.see(demo.siv, "/"), "href=\"/admin/demo\"")) << "not hers to remove";
  for (const char* page : {"/", "/admin"})
    EXPECT_TRUE(says(demo.house.see(demo.house.administrator, page), "href=\"/admin/demo\""));
  const Reply page = demo.page(demo.house.administrator);
  for (const char* text : {"5 exempelärenden", "1 exempelkonton", "Siv Samordnare", "16 huvudmän",
                           "1 överenskommelse", "1 lokalt samråd", "Åtkomstloggen"})
    EXPECT_TRUE(says(page, text)) << text;
  const Reply unsure = demo.remove(demo.house.administrator, false);
  EXPECT_EQ(unsure.status, 422U);
  EXPECT_TRUE(says(unsure, "id=\"sure-error\""));
  EXPECT_TRUE(says(demo.page(demo.house.administrator), "5 exempelärenden")) << "nothing went";
}

TEST(DemoPage, IsTheAdministratorsAlone) {
  Demo demo;
  EXPECT_EQ(demo.page(demo.siv).status, 403U);
  EXPECT_EQ(demo.remove(demo.siv).status, 403U);
  EXPECT_EQ(demo.house
                .post(demo.house.administrator, "/api/v1/register/remove_example_entries",
                      {{"kept", json::object()}}, {{"idempotency-key", "k"}})
                .status,
            404U)
      << "it is no command of the API";
}

TEST(DemoPage, MarksEachExampleInListsAndOnItsPage) {
  Demo demo;
  const std::string real = demo.open_real(demo.siv);
  EXPECT_TRUE(says(demo.house.see(demo.siv, "/cases/nv-2026-018"), "Allt i ärendet är påhittat."));
  EXPECT_FALSE(says(demo.house.see(demo.siv, "/cases/" + real), "Allt i ärendet är påhittat."));
}

TEST(DemoPage, AfterwardsNothingOfThemIsFoundAndNobodySignsIn) {
  Demo demo;
  ASSERT_FALSE(demo.listed(demo.siv).empty());
  ASSERT_FALSE(demo.house.desk().outbox(100).empty());
  const Reply done = demo.remove(demo.house.administrator);
  ASSERT_EQ(done.status, 303U) << done.text;
  EXPECT_EQ(demo.house.get(demo.siv, "/api/v1/cases").status, 401U) << "her session has ended";
  EXPECT_EQ(demo.again(demo.siv).status, 401U);
  const Guest kim = demo.house.invite("kim", "Kim Riktig", "", {"administrator"});
  EXPECT_EQ(demo.house.see(kim, "/cases/nv-2026-018").status, 404U);
  EXPECT_TRUE(demo.house.desk().outbox(100).empty()) << "no letter goes out";
  EXPECT_FALSE(demo.house.desk().next_due().has_value()) << "nothing falls due";
  const json known = demo.house.get(kim, "/api/v1/register").body();
  for (const char* part : {"principals", "units", "agreements", "councils"})
    EXPECT_TRUE(known.value(part, json::array()).empty()) << part;
  EXPECT_TRUE(demo.house.get(kim, "/api/v1/disposals/done").body()["copies"].empty());
  EXPECT_TRUE(says(demo.page(kim), "Det finns inga exempel kvar"));
  EXPECT_FALSE(says(demo.house.see(kim, "/"), "här finns påhittade"));
  EXPECT_EQ(demo.remove(kim).status, 303U) << "once more is no harm";
}

TEST(DemoPage, ARealCaseAndAllItUsesStay) {
  Demo demo;
  const std::string real = demo.open_real(demo.siv);
  const Guest ove = demo.house.invite("ove", "Ove Riktig", "hoganas/vuxen", {"coordinator"});
  const Guest eva =
      demo.house.invite("eva", "Eva Riktig", "helsingborg/vuxen", {"coordinator", "unit_head"});
  const Reply page = demo.page(demo.house.administrator);
  for (const char* text :
       {"Helsingborg, Vuxen", "Höganäs, Vuxen", "Helsingborgs stad", "leds av ett exempelkonto"})
    EXPECT_TRUE(says(page, text)) << text;
  EXPECT_TRUE(says(page, "href=\"/cases/" + real + "\""));
  ASSERT_EQ(demo.remove(demo.house.administrator).status, 303U);
  const json left = demo.listed(eva);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0]["id"], real);
  EXPECT_TRUE(says(demo.house.get(eva, "/api/v1/cases/" + real), "Riktig Person"));
  EXPECT_EQ(demo.house.see(eva, "/cases/" + real).status, 200U);
  EXPECT_EQ(demo.house.see(ove, "/").status, 200U);
  const json known = demo.house.get(demo.house.administrator, "/api/v1/register").body();
  EXPECT_EQ(known["agreements"].size(), 1U) << "the case is called under it";
  EXPECT_FALSE(says(demo.house.see(eva, "/"), "här finns påhittade"))
      << "what is left is their own";
}

TEST(DemoPage, AnExampleAdministratorDoesNotRemoveTheOwnAccount) {
  Demo demo;
  const Guest ada = demo.example("ada", "Ada Exempel", "", {"administrator"});
  const Reply page = demo.page(ada);
  EXPECT_TRUE(says(page, "Du är inloggad med ett exempelkonto"));
  EXPECT_TRUE(says(page, "href=\"/admin/people/new\""));
  EXPECT_TRUE(says(page, "Det finns redan en annan administratör"));
  EXPECT_FALSE(says(page, "id=\"sure\""));
  EXPECT_EQ(demo.remove(ada).status, 409U);
  EXPECT_FALSE(demo.listed(demo.siv).empty()) << "nothing went";
  EXPECT_EQ(demo.remove(demo.house.administrator).status, 303U);
  EXPECT_EQ(demo.again(ada).status, 401U);
}

TEST(DemoPage, AStoreWithoutExamplesSaysSo) {
  WebHouse house;
  EXPECT_TRUE(says(house.see(house.administrator, "/admin/demo"), "Det finns inga exempel kvar"));
  EXPECT_FALSE(says(house.see(house.administrator, "/admin"), "href=\"/admin/demo\""));
}

}  // namespace

}  // namespace kallad::testing::demo_testing
