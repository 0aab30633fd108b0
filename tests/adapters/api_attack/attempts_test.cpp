// Attempts to get in, or further, by hand: forged and changed sessions, somebody else's key,
// version and place in a list, bodies that two readers could read differently, fields nobody asked
// for. Not the bytes of HTTP (tests/adapters/http), and not who may what (matrix_test.cpp).
#include <chrono>

#include "adapters/sign_in/secret/password.hpp"
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::attempts {
namespace {

std::string token_in(const Guest& who) { return who.cookie.substr(who.cookie.find('=') + 1); }

unsigned status_with(ApiHouse& house, HttpHeaders headers) {
  return house.ask("GET", "/api/v1/me", {}, std::move(headers)).status;
}

TEST(ApiAttempts, AChangedOrCutTokenIsNobodys) {
  RegionStory story;
  const std::string token = token_in(story.siv);
  const std::string name = "__Host-kallad=";
  EXPECT_EQ(status_with(story.house, {{"cookie", name + token}}), 200U);
  for (std::size_t at = 0; at < token.size(); ++at) {
    for (const unsigned bit : {1U, 4U, 32U}) {
      std::string changed = token;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ bit);
      EXPECT_EQ(status_with(story.house, {{"cookie", name + changed}}), 401U) << at;
    }
    EXPECT_EQ(status_with(story.house, {{"cookie", name + token.substr(0, at)}}), 401U) << at;
  }
  std::string upper = token;
  for (char& c : upper) c = static_cast<char>(std::toupper(c));
  for (const std::string& other : {token + "0", "0" + token, token + token, upper, " " + token,
                                   token + "%20", "\"" + token + "\""}) {
    EXPECT_EQ(status_with(story.house, {{"cookie", name + other}}), 401U) << other;
  }
}

TEST(ApiAttempts, ATokenCountsOnlyInItsOwnPlace) {
  RegionStory story;
  const std::string token = token_in(story.siv);
  const auto issued =
      story.house.post(story.siv, "/api/v1/me/tokens", {{"name", "x"}, {"days", 1}});
  const std::string program = issued.body()["token"];
  const std::string name = "__Host-kallad=";
  EXPECT_EQ(status_with(story.house, {{"authorization", "Bearer " + program}}), 200U);
  for (const HttpHeaders& headers :
       {HttpHeaders{{"authorization", "Bearer " + token}},
        HttpHeaders{{"authorization", "Bearer kld_" + token}},
        HttpHeaders{{"authorization", "bearer " + program}},
        HttpHeaders{{"authorization", "Bearer  " + program}},
        HttpHeaders{{"authorization", "Bearer " + program.substr(4)}},
        HttpHeaders{{"cookie", name + program}}, HttpHeaders{{"cookie", "kallad=" + token}},
        HttpHeaders{{"cookie", "__host-kallad=" + token}},
        HttpHeaders{{"cookie", name + token + "; " + name + token}},
        HttpHeaders{{"cookie", name + token}, {"cookie", name + "x"}},
        HttpHeaders{{"cookie", name + token}, {"authorization", ""}},
        HttpHeaders{{"cookie", name + token}, {"authorization", "Basic c2l2Og=="}}}) {
    EXPECT_EQ(status_with(story.house, headers), 401U) << headers.back().second;
  }
}

TEST(ApiAttempts, ASessionIsNewWithEverySignInAndASetOneIsNotTaken) {
  RegionStory story;
  const std::string set = "__Host-kallad=" + std::string(96, 'a');
  story.house.clock.now += 1min;
  const json form{{"user_name", story.siv.user_name},
                  {"password", "en mening som ingen gissar"},
                  {"code", totp_code(story.siv.secret, story.house.clock.now)}};
  const Reply in =
      story.house.ask("POST", "/api/v1/sign-in", form.dump(), {{"cookie", set + "; a=b"}});
  ASSERT_EQ(in.status, 200U) << in.text;
  const Guest again = ApiHouse::seated(story.siv, in);
  EXPECT_NE(again.cookie, set);
  EXPECT_NE(again.cookie, story.siv.cookie);
  EXPECT_EQ(status_with(story.house, {{"cookie", set}}), 401U);
  const std::string cookie = in.header("set-cookie");
  for (const char* part : {"HttpOnly", "Secure", "SameSite=Strict", "Path=/"}) {
    EXPECT_NE(cookie.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(cookie.find("Domain"), std::string::npos);
  // A changed password ends all sessions but the one that comes with it.
  const json change{{"current", "en mening som ingen gissar"},
                    {"wanted", "en helt annan mening som ingen gissar"}};
  const Reply changed = story.house.post(again, "/api/v1/me/password", change);
  ASSERT_EQ(changed.status, 200U) << changed.text;
  EXPECT_EQ(story.house.get(again, "/api/v1/me").status, 401U);
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/me").status, 401U);
  EXPECT_EQ(story.house.get(ApiHouse::seated(again, changed), "/api/v1/me").status, 200U);
}

TEST(ApiAttempts, ACodeAndALinkAreGoodOnce) {
  RegionStory story;
  story.house.clock.now += 1min;
  const json form{{"user_name", story.siv.user_name},
                  {"password", "en mening som ingen gissar"},
                  {"code", totp_code(story.siv.secret, story.house.clock.now)}};
  EXPECT_EQ(story.house.ask("POST", "/api/v1/sign-in", form.dump()).status, 200U);
  EXPECT_EQ(story.house.ask("POST", "/api/v1/sign-in", form.dump()).status, 401U);
  const Reply invited = story.house.post(story.house.administrator, "/api/v1/accounts",
                                         {{"user_name", "nya"},
                                          {"shown_name", "Nya Någon"},
                                          {"unit", "helsingborg/vuxen"},
                                          {"positions", {"attendee"}}});
  const json link{{"token", invited.body()["token"]}};
  story.house.accept(link["token"]);
  EXPECT_EQ(story.house.ask("POST", "/api/v1/enrolment/look", link.dump()).status, 404U);
}

/// How long it takes to say no to a password, the shortest of some: what an attacker with patience
/// measures.
double least_seconds(PasswordHasher& hasher, const std::string& hash) {
  double least = 1e9;
  for (int i = 0; i < 7; ++i) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_FALSE(hasher.fits("fel mening som ingen har", hash));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    least = std::min(least, took.count());
  }
  return least;
}

TEST(ApiAttempts, AnUnknownUserIsToldTheSameAfterTheSameTime) {
  RegionStory story;
  const auto answer = [&](const char* user) {
    const json form{{"user_name", user}, {"password", "fel mening som ingen har"}, {"code", "1"}};
    return story.house.ask("POST", "/api/v1/sign-in", form.dump()).text;
  };
  EXPECT_EQ(answer("siv"), answer("finns-inte"));
  story.house.post(story.house.administrator, "/api/v1/accounts/" + story.ove.account + "/lock",
                   nullptr);
  EXPECT_EQ(answer("ove"), answer("finns-inte-heller"));
  PasswordHasher hasher{{2, 16UL * 1024 * 1024}};
  const double known = least_seconds(hasher, hasher.hash("en mening som ingen gissar"));
  const double unknown = least_seconds(hasher, {});
  EXPECT_LT(unknown, 3 * known);
  EXPECT_LT(known, 3 * unknown);
}

TEST(ApiAttempts, WhoGuessesShutsNobodyElseOut) {
  RegionStory story;
  const json wrong{{"user_name", "siv"}, {"password", "fel mening som ingen har"}, {"code", "1"}};
  unsigned last = 0;
  for (int i = 0; i < 10; ++i)
    last = story.house.ask("POST", "/api/v1/sign-in", wrong.dump()).status;
  EXPECT_EQ(last, 429U);
  // The one whose name it is, even from the guesser's own network, waits no more than a minute.
  story.house.clock.now += 1min;
  const json right{{"user_name", "siv"},
                   {"password", "en mening som ingen gissar"},
                   {"code", totp_code(story.siv.secret, story.house.clock.now)}};
  EXPECT_EQ(story.house.ask("POST", "/api/v1/sign-in", right.dump()).status, 200U);
}

TEST(ApiAttempts, ABrowserThatIsKnownHasTriesOfItsOwn) {
  RegionStory story;
  std::string device;
  {
    Guest eva = story.house.invite("eva", "Eva Enhet", "helsingborg/vuxen", {"attendee"});
    story.house.clock.now += 1min;
    const json form{{"user_name", "eva"},
                    {"password", "en mening som ingen gissar"},
                    {"code", totp_code(eva.secret, story.house.clock.now)}};
    const Reply in = story.house.ask("POST", "/api/v1/sign-in", form.dump());
    for (const auto& [name, value] : in.headers) {
      if (name == "set-cookie" && value.find("device") != std::string::npos) device = value;
    }
    device = device.substr(0, device.find(';'));
  }
  ASSERT_FALSE(device.empty());
  const json at_eva{{"user_name", "eva"}, {"password", "fel mening som ingen har"}, {"code", "1"}};
  for (int i = 0; i < 10; ++i) story.house.ask("POST", "/api/v1/sign-in", at_eva.dump());
  EXPECT_EQ(story.house.ask("POST", "/api/v1/sign-in", at_eva.dump()).status, 429U);
  EXPECT_EQ(story.house.ask("POST", "/api/v1/sign-in", at_eva.dump(), {{"cookie", device}}).status,
            401U)
      << "the browser that is known has tries of its own";
}

TEST(ApiAttempts, AKeyUsedByAnotherTellsNothingOfWhatItDid) {
  RegionStory story;
  story.prepare();
  const HttpHeaders key{{"idempotency-key", "gemensam"}};
  const json body = story.opening();
  const Reply mine = story.house.post(story.siv, "/api/v1/cases", body, key);
  ASSERT_EQ(mine.status, 422U) << "an active SIP of the same person has to be acknowledged";
  json acknowledged = body;
  acknowledged["existing_sip_acknowledged"] = true;
  const Reply opened = story.house.post(story.siv, "/api/v1/cases", acknowledged, key);
  ASSERT_EQ(opened.status, 201U) << opened.text;
  json theirs = acknowledged;
  theirs["coordinator"] = {{"unit", "hoganas/vuxen"}, {"name", "Ove Utomstående"}};
  const Reply other = story.house.post(story.ove, "/api/v1/cases", theirs, key);
  ASSERT_EQ(other.status, 201U) << other.text;
  EXPECT_FALSE(other.body()["repeated"]);
  EXPECT_NE(other.header("location"), opened.header("location"));
  EXPECT_EQ(story.house.get(story.ove, opened.header("location")).status, 404U);
}

TEST(ApiAttempts, ARepeatIsAnsweredOnlyToWhoStillMay) {
  RegionStory story;
  story.summon();
  const HttpHeaders key{{"idempotency-key", "svar"}};
  const json answer{{"party", RegionStory::region}, {"answer", "attends"}};
  const std::string target = story.place + "/answer";
  EXPECT_EQ(story.house.post(story.rut, target, answer, key).status, 200U);
  EXPECT_TRUE(story.house.post(story.rut, target, answer, key).body()["repeated"]);
  story.house.must(story.siv, story.place + "/withdraw_consent",
                   {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  EXPECT_EQ(story.house.post(story.rut, target, answer, key).rule(), "may_only_read");
}

TEST(ApiAttempts, AVersionOfAnotherCaseOrOfNoNumberIsNoVersion) {
  RegionStory story;
  story.prepare();
  const std::string long_one = story.place;
  json body = story.opening();
  body["existing_sip_acknowledged"] = true;
  const Reply opened = story.house.say(story.siv, "/api/v1/cases", body);
  const std::string other = opened.header("location");
  const std::string etag = story.house.get(story.siv, long_one).header("etag");
  ASSERT_NE(etag, story.house.get(story.siv, other).header("etag"));
  int n = 0;
  const auto try_with = [&](const std::string& match) {
    return story.house.post(story.siv, other + "/add_party", {{"party", "x"}, {"kind", "person"}},
                            {{"idempotency-key", std::to_string(++n)}, {"if-match", match}});
  };
  EXPECT_EQ(try_with(etag).status, 412U);
  for (const char* match : {"*", "\"\"", "\"-1\"", "\"+1\"", "\" 1\"", "\"1\", \"2\"", "W/\"1\"",
                            "\"1e0\"", "\"0x1\"", "\"18446744073709551616\"", "1", "\"1", "'1'"}) {
    EXPECT_EQ(try_with(match).rule(), "bad_if_match") << match;
  }
  EXPECT_EQ(try_with("\"18446744073709551615\"").status, 412U);
  EXPECT_EQ(try_with("\"0\"").status, 412U);
}

TEST(ApiAttempts, ACursorOnlyMovesAndNeverOpens) {
  RegionStory story;
  story.prepare();
  for (const char* after : {"-1", "x", "1 OR 1=1", "%00", "1e3", "9223372036854775808", "%31%00"}) {
    for (const Guest* who : {&story.siv, &story.ove}) {
      const Reply reply =
          story.house.get(*who, std::string{"/api/v1/cases?after="} + after + "&limit=1");
      EXPECT_TRUE(reply.status == 400U || reply.body()["cases"].size() <= 1U) << reply.text;
      if (who == &story.ove) {
        EXPECT_EQ(reply.text.find("sip-"), std::string::npos) << after;
      }
    }
  }
  for (const char* limit : {"0", "201", "-5", "1;2", "99999999999999999999"}) {
    EXPECT_EQ(story.house.get(story.siv, std::string{"/api/v1/cases?limit="} + limit).rule(),
              "bad_page")
        << limit;
  }
  EXPECT_EQ(story.house.get(story.ada, "/api/v1/access-log?before=x").rule(), "bad_page");
  EXPECT_EQ(story.house.get(story.ada, "/api/v1/access-log?before=-9223372036854775808").status,
            200U);
  EXPECT_EQ(story.house.get(story.house.administrator, "/api/v1/accounts?after='--").status, 200U);
}

TEST(ApiAttempts, AFeedIsNotTalkedIntoTellingMore) {
  RegionStory story;
  story.prepare();
  for (const char* last : {"0", "-1", "1", "99999999999", "9223372036854775807", "x", "1 2"}) {
    std::promise<HttpResponse> given;
    HttpRequest request{.method = "GET", .path = "/api/v1/events", .query = {}, .client = {}};
    request.headers = {{"cookie", story.ove.cookie}, {"last-event-id", last}};
    request.secure = true;
    auto coming = given.get_future();
    const Reply reply = story.house.ask("GET", "/api/v1/events", {}, request.headers);
    EXPECT_EQ(reply.status, 200U) << last;
  }
  const auto theirs = story.house.follow(story.ove);
  ASSERT_TRUE(theirs);
  story.house.must(story.siv, story.place + "/add_party",
                   {{"party", "tolk"}, {"kind", "interpreter"}, {"name", "Tora Tolk"}});
  std::this_thread::sleep_for(600ms);
  EXPECT_EQ(theirs->take().find("sip-"), std::string::npos);
}

TEST(ApiAttempts, FieldsNobodyAskedForAreRefusedByName) {
  RegionStory story;
  story.prepare();
  const Guest& admin = story.house.administrator;
  json invitation{{"user_name", "mallory"},
                  {"shown_name", "M"},
                  {"unit", "hoganas/vuxen"},
                  {"positions", {"attendee"}},
                  {"state", "active"}};
  EXPECT_EQ(story.house.post(admin, "/api/v1/accounts", invitation).rule(), "unknown_field");
  invitation.erase("state");
  invitation["positions"] = {"attendee", "root"};
  EXPECT_EQ(story.house.post(admin, "/api/v1/accounts", invitation).status, 422U);
  json opening = story.opening();
  opening["step"] = "meeting";
  opening["id"] = "sip-11111-11111";
  const Reply opened = story.house.say(story.siv, "/api/v1/cases", opening);
  EXPECT_EQ(opened.rule(), "unknown_field") << opened.text;
  const json consent{
      {"by", "Anna Påhittad"}, {"capacity", "person"}, {"actor", {{"role", "clock"}}}};
  EXPECT_EQ(story.house.say(story.siv, story.place + "/withdraw_consent", consent).rule(),
            "unknown_field");
  const json as_other{{"user_name", "siv"}, {"password", "x"}, {"code", "1"}, {"account", "a"}};
  EXPECT_EQ(story.house.ask("POST", "/api/v1/sign-in", as_other.dump()).status, 422U);
  EXPECT_EQ(story.house.say(story.siv, story.place + "/pass_time", json::object()).status, 404U);
  EXPECT_EQ(story.house.say(story.siv, story.place + "/record_delivery", json::object()).status,
            404U);
}

TEST(ApiAttempts, ABodyThatCanBeReadInTwoWaysIsNotRead) {
  RegionStory story;
  story.prepare();
  const auto etag = story.house.get(story.siv, story.place).header("etag");
  int n = 0;
  const auto rule_of = [&](const std::string& body) {
    const Reply reply = story.house.ask("POST", story.place + "/add_party", body,
                                        {{"cookie", story.siv.cookie},
                                         {"x-csrf-token", story.siv.word},
                                         {"idempotency-key", std::to_string(++n)},
                                         {"if-match", etag}});
    EXPECT_TRUE(reply.status == 400U || reply.status == 422U) << body.substr(0, 60) << reply.text;
    return reply.rule();
  };
  EXPECT_EQ(rule_of(R"({"party":"x","party":"y","kind":"person"})"), "duplicate_field");
  EXPECT_EQ(rule_of(std::string(200'000, '[')), "too_deep");
  EXPECT_EQ(rule_of(R"({"party":"x","kind":"person","name":")" + std::string("\xc3\x28") + "\"}"),
            "bad_text");
  EXPECT_EQ(rule_of("\xEF\xBB\xBF{}"), "not_json");
  EXPECT_EQ(rule_of(""), "not_json");
  EXPECT_EQ(rule_of("{} {}"), "not_json");
  EXPECT_EQ(rule_of(std::string("{}\0", 3)), "not_json");
  EXPECT_EQ(rule_of("{\"party\":\"x\",\"kind\":\"person\",}"), "not_json");
  EXPECT_EQ(rule_of("NaN"), "not_json");
  EXPECT_EQ(rule_of(R"({"party":1e999,"kind":"person"})"), "number_too_large");
  EXPECT_EQ(rule_of(R"({"party":"../x","kind":"person"})"), "bad_id");
  EXPECT_EQ(rule_of("party=x&kind=person"), "not_json");
  EXPECT_EQ(story.house.get(story.siv, story.place).header("etag"), etag);
}

TEST(ApiAttempts, OtherMethodsOnAChangeChangeNothing) {
  RegionStory story;
  story.prepare();
  const auto etag = story.house.get(story.siv, story.place).header("etag");
  for (const char* method :
       {"GET", "HEAD", "PUT", "PATCH", "DELETE", "PROPFIND", "POSTX", "post"}) {
    const Reply reply =
        story.house.ask(method, story.place + "/close_case", R"({"reason":"moved"})",
                        {{"cookie", story.siv.cookie},
                         {"x-csrf-token", story.siv.word},
                         {"x-http-method-override", "POST"},
                         {"idempotency-key", method},
                         {"if-match", etag}});
    EXPECT_EQ(reply.status, 405U) << method;
    EXPECT_EQ(reply.header("allow"), "POST, OPTIONS");
  }
  EXPECT_EQ(story.house.get(story.siv, story.place).header("etag"), etag);
}

TEST(ApiAttempts, IdsOfOthersAndOfOtherThingsOpenNothing) {
  RegionStory story;
  story.prepare();
  const std::string id = story.place.substr(story.place.rfind('/') + 1);
  std::string upper = id;
  for (char& c : upper) c = static_cast<char>(std::toupper(c));
  for (const std::string& other :
       {upper, id + "%20", "%20" + id, id + "%2F", id + "%00", id + ".", "." + id, id + ";x",
        std::string{"register"}, std::string{"%72egister"}, std::string{"1"}, std::string{"*"},
        id.substr(0, id.size() - 1), std::string{"'%20OR%20'1'='1"}, std::string(10'000, 'a')}) {
    const Reply reply = story.house.get(story.siv, "/api/v1/cases/" + other);
    EXPECT_EQ(reply.status, 404U) << other.substr(0, 40);
  }
  const std::string target = "/api/v1/accounts/" + story.siv.account + "/lock";
  EXPECT_EQ(story.house.post(story.ove, target, nullptr).rule(), "position_missing");
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/me").status, 200U);
}

}  // namespace
}  // namespace kallad::testing::attempts
