// Webhooks through the API: who sets them up, what is told to whom, and what is not.
// Not the sending's own failures: tests/adapters/webhook. The receiver is a real server.
#include "tests/adapters/api/region_story.hpp"
#include "tests/adapters/webhook/receiver.hpp"

namespace kallad::testing {
namespace {

using webhook_test::Receiver;

/// The kinds that were sent, in order.
std::vector<std::string> kinds_of(const Receiver& receiver) {
  std::vector<std::string> kinds;
  for (const HttpRequest& each : receiver.got()) kinds.push_back(json::parse(each.body)["type"]);
  return kinds;
}

struct HookStory : RegionStory {
  json add(const Receiver& receiver, const std::string& unit) {
    const Reply reply = house.post(house.administrator, "/api/v1/webhooks",
                                   {{"url", receiver.url()}, {"unit", unit}});
    EXPECT_EQ(reply.status, 201U) << reply.text;
    return reply.body();
  }
  void tell() { house.hooks().runner.tick(house.clock.now); }
};

TEST(ApiHook, AUnitIsToldOfWhatItMayKnowAndNothingElse) {
  HookStory story;
  const Receiver theirs;
  const Receiver foreign;
  story.tell();  // from now on
  story.add(theirs, RegionStory::region);
  story.add(foreign, "hoganas/vuxen");
  story.hold();
  story.tell();
  const auto kinds = kinds_of(theirs);
  EXPECT_EQ(std::ranges::count(kinds, "summons_sent"), 1) << json(kinds);
  EXPECT_EQ(std::ranges::count(kinds, "deficiency_drafted"), 0) << "of the coordinating unit alone";
  EXPECT_EQ(foreign.count(), 0);
  for (const HttpRequest& each : theirs.got()) {
    for (const std::string word : {"Anna", "19701063", "Boende", "Stadshuset", "Siv"}) {
      EXPECT_EQ(each.body.find(word), std::string::npos) << word;
    }
  }
}

TEST(ApiHook, AfterAWithdrawnConsentTheUnitIsToldNothingNew) {
  HookStory story;
  const Receiver theirs;
  story.tell();
  story.add(theirs, RegionStory::region);
  story.summon();
  story.tell();
  const int before = theirs.count();
  story.house.must(story.siv, story.place + "/withdraw_consent",
                   {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  story.house.must(story.siv, story.place + "/close_case", {{"reason", "consent_withdrawn"}});
  story.tell();
  const auto kinds = kinds_of(theirs);
  EXPECT_EQ(std::ranges::count(kinds, "case_closed"), 0);
  EXPECT_LE(theirs.count(), before + 1);
}

TEST(ApiHook, DeadLettersAreListedAndSentAgain) {
  HookStory story;
  bool broken = true;
  const Receiver receiver{[&broken](int, const HttpRequest&) -> std::optional<HttpResponse> {
    return HttpResponse{.status = broken ? 500U : 204U};
  }};
  story.tell();
  const std::string id = story.add(receiver, "helsingborg/vuxen")["id"];
  story.open();
  for (int day = 0; day < 6; ++day) {
    for (int hour = 0; hour < 24; ++hour) {
      story.tell();
      story.house.clock.now += 1h;
    }
  }
  for (Guest* guest : {&story.siv, &story.house.administrator}) story.house.sign_in(*guest);
  const auto& admin = story.house.administrator;
  const std::string path = "/api/v1/webhooks/" + id;
  const Reply letters = story.house.get(admin, path + "/dead-letters");
  const json dead = letters.body().value("letters", json::array());
  ASSERT_EQ(dead.size(), 1U) << letters.text << receiver.count();
  EXPECT_EQ(dead[0]["fate"], "refused");
  EXPECT_EQ(dead[0]["status"], 500);
  broken = false;
  EXPECT_EQ(story.house.post(admin, path + "/resend", {{"number", dead[0]["number"]}}).status,
            204U);
  story.tell();
  EXPECT_EQ(story.house.get(admin, path + "/dead-letters").body().value("letters", json{}).size(),
            0U);
  const std::string numbers = story.house.get(admin, "/metrics").text;
  EXPECT_NE(numbers.find("kallad_webhooks_delivered_total 1\n"), std::string::npos);
}

TEST(ApiHook, OnlyAnAdministratorSetsThemUpAndSecretsAreShownOnce) {
  HookStory story;
  const Receiver receiver;
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/webhooks").rule(), "position_missing");
  const json form{{"url", receiver.url()}, {"unit", RegionStory::region}};
  EXPECT_EQ(story.house.post(story.siv, "/api/v1/webhooks", form).status, 403U);
  const json made = story.add(receiver, RegionStory::region);
  const std::string secret = made["secret"];
  const std::string path = "/api/v1/webhooks/" + made["id"].get<std::string>();
  const auto& admin = story.house.administrator;
  const Reply list = story.house.get(admin, "/api/v1/webhooks");
  EXPECT_EQ(list.text.find(secret), std::string::npos);
  EXPECT_EQ(list.body()["webhooks"][0]["state"], "enabled");
  EXPECT_NE(story.house.post(admin, path + "/replace-secret", nullptr).body()["secret"], secret);
  EXPECT_TRUE(story.house.get(admin, path).body()["has_former_secret"]);
  EXPECT_EQ(story.house.post(admin, path + "/drop-former-secret", nullptr).status, 204U);
  EXPECT_EQ(story.house.post(admin, path + "/disable", nullptr).status, 204U);
  EXPECT_EQ(story.house.get(admin, path).body()["state"], "disabled");
  EXPECT_EQ(story.house.post(admin, path + "/enable", nullptr).status, 204U);
  const Reply gone =
      story.house.ask("DELETE", path, {}, {{"cookie", admin.cookie}, {"x-csrf-token", admin.word}});
  EXPECT_EQ(gone.status, 204U) << gone.text;
  EXPECT_EQ(story.house.get(admin, path).rule(), "webhook_unknown");
}

TEST(ApiHook, AnAddressThatMayNotBeReachedOrAnUnknownUnitIsRefused) {
  HookStory story;
  const auto add = [&](const std::string& url, const std::string& unit) {
    return story.house.post(story.house.administrator, "/api/v1/webhooks",
                            {{"url", url}, {"unit", unit}});
  };
  EXPECT_EQ(add("https://169.254.169.254/x", RegionStory::region).rule(),
            "webhook_address_not_allowed");
  EXPECT_EQ(add("ftp://example.org/x", RegionStory::region).rule(), "webhook_url_not_https");
  EXPECT_EQ(add("https://example.org/x", "ingen/enhet").rule(), "unit_unknown");
}

}  // namespace
}  // namespace kallad::testing
