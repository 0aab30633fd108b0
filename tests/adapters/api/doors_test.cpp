// Attempts to get around the gate: no session, an old one, a forged one, another's word, other
// methods, other spellings of a path; and what a feed tells whom.
// Not the authority matrix: tests/engine/authority tries every role on every command.
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing {
namespace {

unsigned status_of(ApiHouse& house, const std::string& method, const std::string& target,
                   HttpHeaders headers) {
  return house.ask(method, target, "{}", std::move(headers)).status;
}

TEST(ApiDoors, JsonIsNotTakenInWhatAnyPageCanSend) {
  ApiHouse house;
  for (const char* type : {"text/plain", "TEXT/PLAIN;charset=utf-8", "multipart/form-data; x=y",
                           "application/x-www-form-urlencoded"}) {
    const Reply reply = house.ask("POST", "/api/v1/sign-in", "{}", {{"content-type", type}});
    EXPECT_EQ(reply.status, 415U) << type;
    EXPECT_EQ(reply.rule(), "json_expected");
  }
  for (const char* type : {"application/json", "application/json; charset=utf-8", ""}) {
    const Reply reply = house.ask("POST", "/api/v1/sign-in", "{}", {{"content-type", type}});
    EXPECT_EQ(reply.status, 422U) << type;
  }
}

TEST(ApiDoors, WhoCameByTlsIsKeptThere) {
  ApiHouse house;
  const Reply reply = house.ask("GET", "/healthz");
  EXPECT_EQ(reply.header("strict-transport-security"), "max-age=31536000");
}

TEST(ApiDoors, EveryRouteButThoseForAnyoneWantsASession) {
  ApiHouse house;
  const json paths = json::parse(house.api().openapi())["paths"];
  int tried = 0;
  for (const auto& [pattern, methods] : paths.items()) {
    for (const auto& [method, operation] : methods.items()) {
      if (operation.contains("security")) continue;
      std::string target = pattern;
      while (target.find('{') != std::string::npos) {
        target.replace(target.find('{'), target.find('}') - target.find('{') + 1, "x");
      }
      std::string upper = method;
      for (char& c : upper) c = static_cast<char>(std::toupper(c));
      for (const HttpHeaders& headers :
           {HttpHeaders{}, HttpHeaders{{"cookie", "__Host-kallad="}},
            HttpHeaders{{"authorization", "Bearer " + std::string(96, 'a')}},
            HttpHeaders{{"authorization", "Basic YWRtaW46YWRtaW4="}}}) {
        EXPECT_EQ(status_of(house, upper, target, headers), 401U) << upper << " " << target;
      }
      ++tried;
    }
  }
  EXPECT_GT(tried, 60);
}

TEST(ApiDoors, AChangeNeedsTheSessionsOwnWord) {
  RegionStory story;
  story.open();
  const std::string target = story.place + "/add_party";
  const auto try_with = [&](HttpHeaders headers) {
    headers.emplace_back("cookie", story.siv.cookie);
    return story.house.ask("POST", target, "{}", std::move(headers)).rule();
  };
  EXPECT_EQ(try_with({}), "csrf_required");
  EXPECT_EQ(try_with({{"x-csrf-token", story.rut.word}}), "csrf_required");
  EXPECT_EQ(try_with({{"x-csrf-token", story.siv.word}, {"sec-fetch-site", "cross-site"}}),
            "csrf_required");
  EXPECT_EQ(try_with({{"x-csrf-token", story.siv.word}}), "idempotency_key_required");
}

TEST(ApiDoors, ASessionThatHasEndedOpensNothing) {
  RegionStory story;
  story.open();
  const Guest siv = story.siv;
  EXPECT_EQ(story.house.post(siv, "/api/v1/sign-out", nullptr).status, 204U);
  EXPECT_EQ(story.house.get(siv, story.place).status, 401U);
  story.house.clock.now += 31min;
  EXPECT_EQ(story.house.get(story.rut, "/api/v1/me").status, 401U);
}

TEST(ApiDoors, ALockedAccountIsOutAtOnceAlsoItsPrograms) {
  RegionStory story;
  const Reply token =
      story.house.post(story.siv, "/api/v1/me/tokens", {{"name", "journalkoppling"}, {"days", 30}});
  ASSERT_EQ(token.status, 201U) << token.text;
  const HttpHeaders program{
      {"authorization", "Bearer " + token.body()["token"].get<std::string>()}};
  EXPECT_EQ(story.house.ask("GET", "/api/v1/me", {}, program).status, 200U);
  EXPECT_EQ(story.house
                .post(story.house.administrator, "/api/v1/accounts/" + story.siv.account + "/lock",
                      nullptr)
                .status,
            204U);
  EXPECT_EQ(story.house.ask("GET", "/api/v1/me", {}, program).status, 401U);
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/me").status, 401U);
}

TEST(ApiDoors, OtherSpellingsOfAPathAreOtherPaths) {
  RegionStory story;
  story.open();
  for (const std::string& target :
       {std::string{"/API/v1/me"}, std::string{"/api/v1/ME"}, std::string{"/api/v1/me/"},
        std::string{"//api/v1/me"}, std::string{"/api/v1/./me"}, std::string{"/api/v1/x/../me"},
        std::string{"/api/v1/me%00"}, std::string{"/api/v1/%2e%2e/me"}}) {
    EXPECT_EQ(story.house.get(story.siv, target).status, 404U) << target;
  }
  EXPECT_EQ(story.house.get(story.ove, story.place + "?case=nv").status, 404U);
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/cases/register").rule(), "no_such_case");
}

TEST(ApiDoors, OtherMethodsDoNothing) {
  RegionStory story;
  story.open();
  for (const char* method : {"PUT", "DELETE", "PATCH", "TRACE"}) {
    const Reply reply =
        story.house.ask(method, story.place, "{}",
                        {{"cookie", story.siv.cookie}, {"x-csrf-token", story.siv.word}});
    EXPECT_EQ(reply.status, 405U) << method;
    EXPECT_EQ(reply.header("allow"), "GET, HEAD, OPTIONS") << method;
  }
  EXPECT_EQ(status_of(story.house, "OPTIONS", story.place, {}), 204U);
  EXPECT_EQ(status_of(story.house, "HEAD", story.place, {}), 401U);
}

TEST(ApiDoors, NobodyIsToldWhetherACaseOfOthersExists) {
  RegionStory story;
  story.prepare();
  const Reply theirs = story.house.get(story.ove, story.place);
  const Reply none = story.house.get(story.ove, "/api/v1/cases/sip-00000-00000");
  EXPECT_EQ(theirs.status, none.status);
  EXPECT_EQ(theirs.text, none.text);
  const HttpHeaders how{{"idempotency-key", "x"}, {"if-match", "\"1\""}};
  const json body{{"party", "ove"}, {"kind", "interpreter"}, {"name", "Ove"}};
  const auto say = [&](const std::string& place) {
    return story.house.post(story.ove, place + "/add_party", body, how).text;
  };
  EXPECT_EQ(say(story.place), say("/api/v1/cases/sip-00000-00000"));
}

TEST(ApiDoors, AKeyIsOnesOwn) {
  RegionStory story;
  story.summon();
  const HttpHeaders same{{"idempotency-key", "samma"}};
  const json of_region{{"party", RegionStory::region}, {"answer", "attends"}};
  EXPECT_EQ(story.house.post(story.rut, story.place + "/answer", of_region, same).status, 200U);
  const json of_town{{"party", "helsingborg/vuxen"}, {"answer", "attends"}};
  const Reply other = story.house.post(story.siv, story.place + "/answer", of_town, same);
  EXPECT_EQ(other.status, 200U) << other.text;
  EXPECT_FALSE(other.body()["repeated"]);
}

TEST(ApiDoors, EveryAnswerCarriesTheSecurityHeaders) {
  ApiHouse house;
  for (const char* target : {"/healthz", "/api", "/api/v1/me", "/nowhere"}) {
    const Reply reply = house.ask("GET", target);
    EXPECT_NE(reply.header("content-security-policy").find("default-src 'none'"),
              std::string::npos);
    EXPECT_EQ(reply.header("x-content-type-options"), "nosniff") << target;
  }
}

TEST(ApiDoors, ReadinessFollowsTheAlarm) {
  ApiHouse house;
  EXPECT_EQ(house.ask("GET", "/readyz").status, 200U);
  house.steady += 31s;
  EXPECT_EQ(house.ask("GET", "/readyz").status, 503U);
  EXPECT_EQ(house.ask("GET", "/healthz").status, 200U);
}

TEST(ApiDoors, WhatCouldNotBeDoneIsListedForTheAdministratorAlone) {
  RegionStory story;
  const Reply list = story.house.get(story.house.administrator, "/api/v1/trouble");
  EXPECT_EQ(list.body()["rows"].size(), 0U) << list.text;
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/trouble").rule(), "position_missing");
  const json row{{"stream", "sip-00000-00000"},
                 {"due", "2026-03-02T08:00:00Z"},
                 {"kind", "remind_head"},
                 {"subject", "1"}};
  EXPECT_EQ(story.house.post(story.house.administrator, "/api/v1/trouble/retry", row).rule(),
            "no_such_trouble");
}

TEST(ApiDoors, AProxysWordCountsFromTheProxyAlone) {
  ApiHouse house;
  const HttpHeaders headers{{"x-sign-in-subject", "s-1"},
                            {"x-sign-in-name", "Siv Samordnare"},
                            {"x-sign-in-unit", "SE1"},
                            {"x-sign-in-roles", "sip"}};
  EXPECT_EQ(house.ask("POST", "/api/v1/sign-in/proxy", {}, headers).status, 401U);
  EXPECT_NE(house.lines().find("proxy_headers_disbelieved"), std::string::npos);
  EXPECT_EQ(house.lines().find("Siv"), std::string::npos);
  house.via_proxy = true;
  const Reply in = house.ask("POST", "/api/v1/sign-in/proxy", {}, headers);
  ASSERT_EQ(in.status, 200U) << in.text;
  EXPECT_EQ(in.body()["unit"], "helsingborg/vuxen");
  const Guest siv = ApiHouse::seated({}, in);
  EXPECT_EQ(house.get(siv, "/api/v1/me").body()["positions"], json{"coordinator"});
  HttpHeaders stranger = headers;
  stranger[2].second = "SE2";
  EXPECT_EQ(house.ask("POST", "/api/v1/sign-in/proxy", {}, stranger).rule(),
            "sign_in_unit_unknown");
}

TEST(ApiDoors, SignInAtAnIssuerIsNoAddressWhereNoneIsSet) {
  ApiHouse house;
  EXPECT_EQ(house.ask("GET", "/api/v1/sign-in/oidc").rule(), "path_unknown");
  EXPECT_EQ(house.ask("GET", "/api/v1/sign-in/oidc/back?code=x&state=y").rule(), "path_unknown");
}

std::string waited_for(EventFeed& feed, const std::string& wanted) {
  std::string all;
  for (int tries = 0; tries < 200 && all.find(wanted) == std::string::npos; ++tries) {
    std::this_thread::sleep_for(20ms);
    all += feed.take();
  }
  return all;
}

TEST(ApiDoors, AFeedTellsWhatHappensToThoseWhoMaySeeItOnly) {
  RegionStory story;
  story.prepare();
  const auto mine = story.house.follow(story.siv);
  const auto others = story.house.follow(story.ove);
  ASSERT_TRUE(mine && others);
  story.house.must(story.siv, story.place + "/send_summons",
                   {{"starts", "2026-03-20T13:00"},
                    {"place", "Stadshuset"},
                    {"purpose", "Stöd"},
                    {"questions", {"Vem gör vad?"}}});
  const std::string told = waited_for(*mine, "summons_sent");
  EXPECT_NE(told.find("summons_sent"), std::string::npos) << told;
  EXPECT_EQ(told.find("Stadshuset"), std::string::npos);
  EXPECT_EQ(others->take().find("summons_sent"), std::string::npos);
  story.house.post(story.siv, "/api/v1/sign-out", nullptr);
  for (int tries = 0; tries < 200 && !mine->closed(); ++tries) std::this_thread::sleep_for(20ms);
  EXPECT_TRUE(mine->closed());
}

TEST(ApiDoors, NobodyIsInvitedToAUnitThatTheRegisterLacks) {
  ApiHouse house;
  const Reply reply = house.post(house.administrator, "/api/v1/accounts",
                                 {{"user_name", "bosse"},
                                  {"shown_name", "Bo"},
                                  {"unit", "ingen/enhet"},
                                  {"positions", {"coordinator"}}});
  EXPECT_EQ(reply.status, 422U);
  EXPECT_EQ(reply.rule(), "unit_unknown");
}

}  // namespace
}  // namespace kallad::testing
