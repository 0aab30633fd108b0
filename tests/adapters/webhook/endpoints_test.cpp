// Tests of what an administrator does with endpoints, and of what lies in the file.
// Not of sending. Rule kept: each refusal is tested beside what is allowed.
#include <fstream>

#include "tests/adapters/webhook/world.hpp"

namespace kallad::webhook_test::managing {
namespace {

const std::string kUrl = "https://system.example/kallad";

TEST(Endpoints, AreAddedListedAndRemoved) {
  World world;
  const auto added = world.add(kUrl, {"seat_answered", "case_closed"});
  EXPECT_TRUE(added.secret.starts_with("whsec_"));
  const auto all = world.endpoints().list();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].id, added.id);
  EXPECT_EQ(all[0].url, kUrl);
  EXPECT_EQ(all[0].unit, adults);
  EXPECT_EQ(all[0].kinds, (std::vector<std::string>{"seat_answered", "case_closed"}));
  EXPECT_EQ(all[0].state, "enabled");
  EXPECT_EQ(all[0].made, world.clock.now);
  EXPECT_FALSE(all[0].delivered);
  EXPECT_EQ(rules_of(world.endpoints().remove(added.id)), "");
  EXPECT_TRUE(world.endpoints().list().empty());
}

TEST(Endpoints, SayEverythingThatIsWrongAtOnce) {
  World world;
  auto endpoints = world.endpoints();
  const auto refused =
      endpoints.add({"http://system.example/", UnitId{}, {"seat_answered", "no_such"}}, {});
  EXPECT_EQ(rules_of(boost::variant2::get<Refusals>(refused)),
            "webhook_url_not_https webhook_kind_unknown webhook_unit_required");
  EXPECT_TRUE(endpoints.list().empty());
  // The register's events are no case's.
  EXPECT_EQ(rules_of(boost::variant2::get<Refusals>(
                endpoints.add({kUrl, adults, {"unit_recorded"}}, {}))),
            "webhook_kind_unknown");
}

TEST(Endpoints, ThatDoNotExistAreSaidSo) {
  World world;
  auto endpoints = world.endpoints();
  EXPECT_EQ(rules_of(boost::variant2::get<Refusals>(endpoints.replace_secret("wh_0"))),
            "webhook_unknown");
  EXPECT_EQ(rules_of(endpoints.drop_former_secret("wh_0")), "webhook_unknown");
  EXPECT_EQ(rules_of(endpoints.disable("wh_0")), "webhook_unknown");
  EXPECT_EQ(rules_of(endpoints.enable("wh_0")), "webhook_unknown");
  EXPECT_EQ(rules_of(endpoints.remove("wh_0")), "webhook_unknown");
  EXPECT_EQ(rules_of(world.deliveries().resend("wh_0", 1, {})), "webhook_unknown");
  EXPECT_FALSE(endpoints.find("wh_0"));
}

TEST(Endpoints, HaveTwoSecretsAtMost) {
  World world;
  auto endpoints = world.endpoints();
  const auto added = world.add(kUrl);
  EXPECT_FALSE(endpoints.find(added.id)->has_former_secret);
  const auto second = given(endpoints.replace_secret(added.id));
  EXPECT_NE(second, added.secret);
  EXPECT_TRUE(endpoints.find(added.id)->has_former_secret);
  EXPECT_EQ(rules_of(endpoints.drop_former_secret(added.id)), "");
  EXPECT_FALSE(endpoints.find(added.id)->has_former_secret);
}

TEST(Endpoints, AreStillThereAfterARestart) {
  kallad::testing::ScratchFolder folder;
  InstallationKey key{};
  const Keyring keyring{key};
  const auto file = folder / "webhooks.sqlite";
  {
    webhook::WebhookFile first{file, keyring};
    given(webhook::Endpoints{first, {}}.add({kUrl, adults, {}}, {}));
  }
  webhook::WebhookFile again{file, keyring};
  EXPECT_EQ(webhook::Endpoints(again, {}).list().size(), 1U);
}

TEST(Endpoints, LeaveNoSecretReadableInTheFile) {
  World world;
  const auto added = world.add(kUrl);
  const auto second = given(world.endpoints().replace_secret(added.id));
  for (const char* name : {"webhooks.sqlite", "webhooks.sqlite-wal"}) {
    std::ifstream file{world.folder / name, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    EXPECT_EQ(bytes.find(added.secret), std::string::npos);
    EXPECT_EQ(bytes.find(second.substr(6)), std::string::npos);
  }
}

TEST(Endpoints, KnowEveryKindOfEventOfACase) {
  const auto& kinds = webhook::event_kinds();
  EXPECT_TRUE(std::ranges::is_sorted(kinds));
  for (const char* one : {"case_opened", "seat_answered", "summons_sent", "plan_agreed",
                          "deficiency_drafted", "case_closed"})
    EXPECT_TRUE(std::ranges::binary_search(kinds, one)) << one;
  EXPECT_FALSE(std::ranges::binary_search(kinds, "unit_recorded"));
}

}  // namespace
}  // namespace kallad::webhook_test::managing
