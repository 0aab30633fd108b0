// Pages behind the same gate as the API: who is let in, what a no looks like, how a form goes on.
// Not how they look. Rules kept: a form without the session's word changes nothing; programs get
// their problems as JSON as before; nothing of a person stands in an address or a cookie of ours.
#include <gtest/gtest.h>

#include "adapters/web/frame/frame.hpp"
#include "adapters/web/look/look.hpp"
#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::pages_testing {

namespace {

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

/// What stands in a hidden field; in the page's own form, where the shell has one of that name too.
std::string hidden(const Reply& reply, const std::string& name) {
  const std::string before = "name=\"" + name + "\" value=\"";
  const auto at = reply.text.rfind(before);
  if (at == std::string::npos) return {};
  const auto from = at + before.size();
  return reply.text.substr(from, reply.text.find('"', from) - from);
}

std::vector<std::string> cookies_of(const Reply& reply) {
  std::vector<std::string> all;
  for (const auto& [name, value] : reply.headers) {
    if (name == "set-cookie") all.push_back(value);
  }
  return all;
}

const Guest nobody;

}  // namespace

TEST(Pages, LeadToSignInAndBack) {
  WebHouse house;
  const Reply sent = house.see(nobody, "/account?x=1");
  EXPECT_EQ(sent.status, 303U);
  EXPECT_EQ(sent.header("location"), "/sign-in?next=%2Faccount%3Fx%3D1");
  EXPECT_TRUE(has(house.see(nobody, sent.header("location")), "value=\"/account?x=1\""));
}

TEST(Pages, SignInByAForm) {
  WebHouse house;
  Guest anna = house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  house.clock.now += std::chrono::minutes{2};
  const Fields good{{"user_name", "anna"},
                    {"password", "en mening som ingen gissar"},
                    {"code", totp_code(anna.secret, house.clock.now)},
                    {"next", "/account"}};
  Fields bad = good;
  bad[1].second = "fel mening";
  const Reply no = house.send_bare(nobody, "/sign-in", bad);
  EXPECT_EQ(no.status, 422U);
  EXPECT_TRUE(has(no, "value=\"anna\""));
  EXPECT_FALSE(has(no, "fel mening"));
  EXPECT_TRUE(has(no, "Kontrollera användarnamn, lösenord och engångskod"));
  const Reply yes = house.send_bare(nobody, "/sign-in", good);
  EXPECT_EQ(yes.status, 303U);
  EXPECT_EQ(yes.header("location"), "/account");
  EXPECT_TRUE(yes.header("set-cookie").starts_with("__Host-kallad="));
}

TEST(Pages, TakeNoFormWithoutTheSessionsWord) {
  WebHouse house;
  const Guest& admin = house.administrator;
  EXPECT_EQ(house.send_bare(admin, "/sign-out", {}).status, 403U);
  EXPECT_EQ(house.send_bare(admin, "/sign-out", {{"csrf", "guess"}}).status, 403U);
  EXPECT_EQ(house.see(admin, "/account").status, 200U);
  const Reply out = house.send(admin, "/sign-out", {});
  EXPECT_EQ(out.status, 303U);
  EXPECT_EQ(house.see(admin, "/account").status, 303U);
}

TEST(Pages, TellWhatWasDoneOnceAndNothingElse) {
  WebHouse house;
  const Reply out = house.send(house.administrator, "/sign-out", {});
  Guest back;
  for (const std::string& one : cookies_of(out)) {
    if (one.starts_with("__Host-kallad-done=")) back.cookie = one.substr(0, one.find(';'));
  }
  EXPECT_EQ(back.cookie, "__Host-kallad-done=done.signed_out");
  const Reply page = house.see(back, "/sign-in");
  EXPECT_TRUE(has(page, "Du är utloggad."));
  EXPECT_TRUE(page.header("set-cookie").find("Max-Age=0") != std::string::npos);
  Guest forged;
  forged.cookie = "__Host-kallad-done=menu.my_day";
  EXPECT_FALSE(has(house.see(forged, "/sign-in"), "Min dag</p>"));
}

TEST(Pages, ShowANoToPeopleAndJsonToPrograms) {
  WebHouse house;
  const Reply page = house.see(nobody, "/nowhere");
  EXPECT_EQ(page.status, 404U);
  EXPECT_TRUE(has(page, "<h1") && has(page, "Sidan finns inte"));
  EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(house.ask("GET", "/nowhere").rule(), "path_unknown");
  EXPECT_EQ(house.ask("DELETE", "/account", {}, {{"accept", "text/html"}}).header("allow"),
            "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(house.ask("GET", "/api/v1/me").status, 401U);
}

TEST(Pages, AreInTheLanguageOneChose) {
  WebHouse house;
  const Reply chosen =
      house.send_bare(nobody, "/language", {{"language", "en"}, {"back", "/help"}});
  EXPECT_EQ(chosen.header("location"), "/help");
  Guest english;
  const std::string given = chosen.header("set-cookie");
  english.cookie = given.substr(0, given.find(';'));
  EXPECT_TRUE(has(house.see(english, "/help"), "<html lang=\"en\""));
  const Reply away =
      house.send_bare(nobody, "/language", {{"language", "sv"}, {"back", "//evil.example"}});
  EXPECT_EQ(away.header("location"), "/");
}

TEST(Pages, KeepAFormWhoseSessionHadEndedForItsPersonAlone) {
  WebHouse house;
  Guest anna = house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  Guest eva = house.invite("eva", "Eva Lind", "helsingborg/vuxen", {"coordinator"});
  const Reply shown = house.see(anna, "/account");
  const Fields typed{{"csrf", hidden(shown, "csrf")},
                     {"owner", hidden(shown, "owner")},
                     {"key", hidden(shown, "key")},
                     {"current", "något hon skrev"}};
  const Reply kept = house.send_bare(nobody, "/account", typed);
  EXPECT_EQ(kept.status, 401U);
  EXPECT_FALSE(has(kept, "något hon skrev"));  // sealed
  house.clock.now += std::chrono::minutes{2};
  const auto signed_in_by = [&](const Guest& who) {
    return house.send_bare(nobody, "/sign-in",
                           {{"user_name", who.user_name},
                            {"password", "en mening som ingen gissar"},
                            {"code", totp_code(who.secret, house.clock.now)},
                            {"kept", hidden(kept, "kept")}});
  };
  EXPECT_EQ(signed_in_by(eva).status, 303U);
  const Reply resumed = signed_in_by(anna);
  EXPECT_EQ(resumed.status, 200U);
  EXPECT_TRUE(has(resumed, "action=\"/account\""));
  EXPECT_EQ(hidden(resumed, "current"), "något hon skrev");
  EXPECT_EQ(hidden(resumed, "key"), hidden(shown, "key"));
  EXPECT_NE(hidden(resumed, "csrf"), hidden(shown, "csrf"));
}

TEST(Pages, KeepNoFormThatNobodyWasShown) {
  WebHouse house;
  const Reply forged = house.send_bare(nobody, "/account", {{"current", "x"}});
  EXPECT_EQ(forged.status, 303U);
}

TEST(Look, IsKeptForEverUnderTheNameOfItsContent) {
  WebHouse house;
  const Reply plain = house.ask("GET", web::look_path("style.css"));
  EXPECT_EQ(plain.status, 200U);
  EXPECT_EQ(plain.header("cache-control"), "public, max-age=31536000, immutable");
  const Reply small =
      house.ask("GET", web::look_path("style.css"), {}, {{"accept-encoding", "br, gzip"}});
  EXPECT_EQ(small.header("content-encoding"), "gzip");
  EXPECT_LT(small.text.size() * 4, plain.text.size());
  EXPECT_EQ(house.ask("GET", "/look/0000000000000000/style.css").status, 404U);
  EXPECT_EQ(house.ask("GET", web::look_path("nothing.css")).status, 404U);
}

TEST(OwnAddress, IsALocalPathAndNothingElse) {
  for (const char* good : {"/", "/cases/sip-1?x=%2F", "/a/../b"}) {
    EXPECT_TRUE(web::is_own_address(good)) << good;
  }
  for (const char* bad : {"", "cases", "//evil.example", "/\\evil.example", "https://evil.example",
                          "/a b", "/a\nb", "javascript:1", "/å"}) {
    EXPECT_FALSE(web::is_own_address(bad)) << bad;
  }
}

}  // namespace kallad::testing::pages_testing
