// The pages of administration about the register: who has them, mailboxes that stand out, and each
// form's way to the register and back. Not the register's rules: tests/engine/register. Rule kept:
// who keeps no register sees none of these pages, and is told of none in the menu.
#include <gtest/gtest.h>

#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::admin_register_testing {
namespace {

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

const std::string unit = "/admin/units/helsingborg%2Fvuxen";

struct Administration {
  WebHouse house;

  /// What the register says of a unit, as its keeper sees it.
  json unit_now(const std::string& id) {
    const json known = house.get(house.administrator, "/api/v1/register").body();
    for (const json& each : known["units"]) {
      if (each["id"] == id) return each;
    }
    return {};
  }
  Fields unit_form(const std::string& mailbox) {
    const json now = unit_now("helsingborg/vuxen");
    return {{"key", "unit-" + mailbox},
            {"unit-name", now["name"]},
            {"unit-principal", now["principal"]},
            {"unit-mailbox", mailbox},
            {"unit-head", "Hanna Chef"},
            {"unit-head_contact", "hanna@kommun.example"},
            {"unit-deputies", "Åke Ett\r\n\r\nÖrjan Två"},
            {"unit-hsa_id", ""}};
  }
};

TEST(AdminRegister, IsForAdministratorsAlone) {
  Administration world;
  EXPECT_TRUE(has(world.house.see(world.house.administrator, "/"), "href=\"/admin\""));
  const Guest head = world.house.invite("hanna", "Hanna Chef", "helsingborg/vuxen",
                                        {"unit_head", "coordinator", "council_secretary"});
  EXPECT_FALSE(has(world.house.see(head, "/"), "href=\"/admin\""));
  for (const char* page : {"/admin", "/admin/units", "/admin/organisations", "/admin/units/new",
                           "/admin/units/helsingborg%2Fvuxen", "/admin/agreements/new",
                           "/admin/units/helsingborg%2Fvuxen/edit", "/admin/principals/new"}) {
    EXPECT_EQ(world.house.see(head, page).status, 403U) << page;
    EXPECT_EQ(world.house.see(world.house.administrator, page).status, 200U) << page;
  }
  const json before = world.unit_now("helsingborg/vuxen");
  EXPECT_EQ(world.house.send(head, unit + "/edit", world.unit_form("x@x.example")).status, 403U);
  EXPECT_EQ(world.house.send(head, unit, {{"key", "k"}, {"found", "good"}}).status, 403U);
  EXPECT_EQ(world.unit_now("helsingborg/vuxen"), before);
}

TEST(AdminRegister, AMailboxThatBouncesStandsOutUntilItIsSeenTo) {
  Administration world;
  const Guest& admin = world.house.administrator;
  EXPECT_FALSE(has(world.house.see(admin, "/admin"), "Brevlådor som studsar"));
  const Reply bounced = world.house.send(admin, unit, {{"key", "1"}, {"found", "bounced"}});
  ASSERT_EQ(bounced.status, 303U) << bounced.text;
  EXPECT_EQ(bounced.header("location"), unit);
  EXPECT_TRUE(has(world.house.see(admin, "/admin"), "Brevlådor som studsar"));
  const Reply list = world.house.see(admin, "/admin/units?mailbox=bounced");
  EXPECT_TRUE(has(list, "(1)") && has(list, "data-color=\"danger\">studsar"));
  EXPECT_TRUE(has(world.house.see(admin, unit), "Kallelser kommer inte fram."));
  world.house.clock.now += std::chrono::hours{24};
  world.house.sign_in(world.house.administrator);
  EXPECT_EQ(world.house.send(admin, unit, {{"key", "2"}, {"found", "good"}}).status, 303U);
  const Reply page = world.house.see(admin, unit);
  EXPECT_FALSE(has(page, "Kallelser kommer inte fram."));
  EXPECT_TRUE(has(page, "brev studsar.") && has(page, "brev kommer fram."));
  EXPECT_EQ(world.unit_now("helsingborg/vuxen")["mailbox_check"]["bounced"], false);
}

TEST(AdminRegister, AUnitIsChangedByItsFormAndTheChangeIsTold) {
  Administration world;
  const Guest& admin = world.house.administrator;
  const std::string old = world.unit_now("helsingborg/vuxen")["mailbox"];
  EXPECT_TRUE(has(world.house.see(admin, unit + "/edit"), "value=\"" + old + "\""));
  const Reply sent = world.house.send(admin, unit + "/edit", world.unit_form("ny@kommun.example"));
  ASSERT_EQ(sent.status, 303U) << sent.text;
  const json now = world.unit_now("helsingborg/vuxen");
  EXPECT_EQ(now["mailbox"], "ny@kommun.example");
  EXPECT_EQ(now["deputies"], json({"Åke Ett", "Örjan Två"}));
  EXPECT_TRUE(has(world.house.see(admin, unit),
                  "Funktionsbrevlåda: från " + old + " till ny@kommun.example."));
}

TEST(AdminRegister, WhatWasTypedStaysWhereTheRegisterSaysNo) {
  Administration world;
  const Guest& admin = world.house.administrator;
  Fields wrong = world.unit_form("kvar@kommun.example");
  wrong.back().second = "SE12";
  const Reply page = world.house.send(admin, unit + "/edit", wrong);
  EXPECT_EQ(page.status, 422U);
  EXPECT_TRUE(has(page, "value=\"kvar@kommun.example\"") && has(page, "value=\"SE12\""));
  EXPECT_TRUE(has(page, "id=\"unit-hsa_id-error\""));
}

TEST(AdminRegister, AnOldFormTakesNothingFromSomebodyElse) {
  Administration world;
  const Guest& admin = world.house.administrator;
  Fields old = world.unit_form("min@kommun.example");
  old.emplace_back(
      "version",
      std::to_string(
          world.house.get(admin, "/api/v1/register").body()["version"].get<std::uint64_t>()));
  ASSERT_EQ(
      world.house.send(admin, unit + "/edit", world.unit_form("hennes@kommun.example")).status,
      303U);
  EXPECT_EQ(world.house.send(admin, unit + "/edit", old).status, 412U);
  EXPECT_EQ(world.unit_now("helsingborg/vuxen")["mailbox"], "hennes@kommun.example");
}

TEST(AdminRegister, ANewThingNeverTakesThePlaceOfOneThatIsThere) {
  Administration world;
  const Guest& admin = world.house.administrator;
  Fields form = world.unit_form("x@kommun.example");
  form.emplace_back("unit-id", "helsingborg/vuxen");
  const Reply page = world.house.send(admin, "/admin/units/new", form);
  EXPECT_EQ(page.status, 422U);
  EXPECT_TRUE(has(page, "Beteckningen används redan."));
  form.back().second = "helsingborg/ny";
  EXPECT_EQ(world.house.send(admin, "/admin/units/new", form).header("location"),
            "/admin/units/helsingborg%2Fny");
  EXPECT_EQ(world.unit_now("helsingborg/ny")["mailbox"], "x@kommun.example");
  form.back().second = "Helsingborg!";
  EXPECT_TRUE(has(world.house.send(admin, "/admin/units/new", form), "id=\"unit-id-error\""));
}

TEST(AdminRegister, PrincipalsAndCouncilsAreRecorded) {
  Administration world;
  const Guest& admin = world.house.administrator;
  EXPECT_EQ(world.house
                .send(admin, "/admin/principals/new",
                      {{"key", "p"},
                       {"principal-id", "omsorg"},
                       {"principal-name", "Omsorg AB"},
                       {"principal-kind", "private_provider"},
                       {"principal-bound_like", "helsingborg"}})
                .status,
            303U);
  EXPECT_EQ(world.house
                .send(admin, "/admin/councils/northwest/edit",
                      {{"key", "c"},
                       {"council-name", "Nya samrådet"},
                       {"council-secretary_unit", "helsingborg/vuxen"}})
                .status,
            303U);
  const Reply page = world.house.see(admin, "/admin/organisations");
  EXPECT_TRUE(has(page, "Omsorg AB") && has(page, "Privat utförare") && has(page, "Bunden som"));
  EXPECT_TRUE(has(page, "Nya samrådet"));
}

TEST(AdminRegister, AnAgreementGetsAMemberAndLosesOne) {
  Administration world;
  const Guest& admin = world.house.administrator;
  Fields form{{"key", "a"},
              {"agreement-name", "Överenskommelsen"},
              {"agreement-council", "northwest"},
              {"agreement-valid_from", "2026-01-01"},
              {"agreement-valid_until", ""},
              {"member-0", "helsingborg"},
              {"member-0-duty", "no"},
              {"add", "region"}};
  Fields adding = form;
  adding.emplace_back("act", "add");
  const std::string place = "/admin/agreements/northwest/edit";
  const Reply shown = world.house.send(admin, place, adding);
  EXPECT_EQ(shown.status, 200U);
  EXPECT_TRUE(has(shown, "name=\"member-1\" value=\"region\""));
  form.back() = {"act", "save"};
  form.emplace_back("member-1", "region");
  form.emplace_back("member-1-duty", "may");
  form.emplace_back("member-1-unit", "region/psykosmottagning-helsingborg");
  const Reply saved = world.house.send(admin, place, form);
  ASSERT_EQ(saved.status, 303U) << saved.text;
  const json known = world.house.get(admin, "/api/v1/register").body();
  for (const json& each : known["agreements"]) {
    if (each["id"] != "northwest") continue;
    EXPECT_EQ(each["members"], json::parse(R"([{"principal":"region","duty_to_attend":false,
                               "units":["region/psykosmottagning-helsingborg"]}])"));
  }
}

TEST(AdminRegister, TheFilterFindsByWordsWhateverTheirCase) {
  Administration world;
  const Guest& admin = world.house.administrator;
  const Reply found = world.house.see(admin, "/admin/units?text=PSYKOSMOTTAGNING");
  EXPECT_TRUE(has(found, "/admin/units/region%2Fpsykosmottagning-helsingborg"));
  EXPECT_FALSE(has(found, "href=\"/admin/units/helsingborg%2Fvuxen\""));
  EXPECT_TRUE(has(world.house.see(admin, "/admin/units?text=finns-inte"), "Ingen enhet att visa."));
  EXPECT_TRUE(has(world.house.see(admin, "/admin/units?text=%C3%A5storp%2C+VUXEN"), "(1)"));
  const std::string all = world.house.see(admin, "/admin/units").text;
  const auto at = [&](const char* name) { return all.find(std::string{">"} + name + "</a>"); };
  EXPECT_LT(at("Beroendemottagningen"), at("BUP Helsingborg"));
  EXPECT_LT(at("Vårdcentralen"), at("Åstorp, Vuxen"));
  EXPECT_LT(at("Åstorp, Vuxen"), at("Ängelholm, Vuxen"));
}

}  // namespace
}  // namespace kallad::testing::admin_register_testing
