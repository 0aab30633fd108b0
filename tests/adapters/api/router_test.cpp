// Routes: which path opens what, and that no other spelling of a path opens anything.
// Not what routes do. Rule kept: 404 for an unknown path, 405 with Allow for another method.
#include "adapters/api/way/router.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

namespace kallad::api::router_test {
namespace {

Route route(std::string method, std::string pattern, std::string id) {
  return {.method = std::move(method),
          .pattern = std::move(pattern),
          .id = std::move(id),
          .about = "",
          .handle = {}};
}

Router small() {
  return Router{{route("GET", "/api/v1/cases", "list"), route("POST", "/api/v1/cases", "open"),
                 route("GET", "/api/v1/cases/{case}", "show"),
                 route("POST", "/api/v1/cases/{case}/send_summons", "send")}};
}

std::string found(std::string_view method, std::string_view path) {
  static const Router router = small();
  const Matched matched = router.match(method, path);
  return matched.route ? matched.route->id : std::to_string(matched.status);
}

TEST(Router, MatchesMethodAndPath) {
  EXPECT_EQ(found("GET", "/api/v1/cases"), "list");
  EXPECT_EQ(found("POST", "/api/v1/cases"), "open");
  EXPECT_EQ(found("HEAD", "/api/v1/cases/nv-1"), "show");
  EXPECT_EQ(found("POST", "/api/v1/cases/nv-1/send_summons"), "send");
}

TEST(Router, NoOtherSpellingOfAPathOpensAnything) {
  for (const char* path :
       {"/API/v1/cases", "/api/v1/cases/", "//api/v1/cases", "/api/v1//cases", "/api/v1/./cases",
        "/api/v1/cases/..", "/api/v1/cases/%2e%2e", "/api/v1/x/../cases", "/api/v1/cases/%00",
        "/api/v1/cases/%zz", "/api/v1/cases/%4", "api/v1/cases", "", "*", "/api/v1/cases/nv-1/",
        "/api/v1/cases/nv-1/SEND_SUMMONS", "/api/v1/cases;x=1"}) {
    EXPECT_EQ(found("GET", path), "404") << path;
  }
}

TEST(Router, TellsWhichMethodsAPathHas) {
  const Router router = small();
  const Matched matched = router.match("DELETE", "/api/v1/cases");
  EXPECT_EQ(matched.status, 405U);
  EXPECT_EQ(matched.allow, "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(found("get", "/api/v1/cases"), "405");
}

TEST(Router, DecodesSegmentsOneByOne) {
  const Router router = small();
  EXPECT_EQ(router.match("GET", "/api/v1/cases/a%2Fb").values, std::vector<std::string>{"a/b"});
  EXPECT_EQ(router.match("GET", "/api/v1/%63ases").route, &router.routes()[0]);
  EXPECT_FALSE(decoded_segment(std::string{"a\0b", 3}));
}

TEST(Router, RefusesTwoRoutesOfOneNameOrPlace) {
  EXPECT_THROW(Router({route("GET", "/a", "x"), route("GET", "/a", "y")}), std::logic_error);
  EXPECT_THROW(Router({route("GET", "/a", "x"), route("GET", "/b", "x")}), std::logic_error);
}

TEST(Router, ReadsValuesOfTheQuery) {
  EXPECT_EQ(query_value("limit=20&after=7", "after"), "7");
  EXPECT_EQ(query_value("limit=20&after=7", "aft"), "");
  EXPECT_EQ(query_value("limit&after=", "limit"), "");
  EXPECT_EQ(query_value("a=%41", "a"), "A");
  EXPECT_EQ(query_value("a=%C3%A5", "a"), "å");
  for (const char* no_text : {"a=%ED%A0%BD", "a=%FF", "a=x%C3", "a=%C0%AF"})
    EXPECT_EQ(query_value(no_text, "a"), "") << no_text;
}

RC_GTEST_PROP(RouterProperty, AnyBytesMatchNothingOrOneRoute, (const std::string& path)) {
  static const Router router = small();
  const Matched matched = router.match("GET", "/api/v1/cases/" + path);
  if (matched.route) RC_ASSERT(matched.values.size() == 1U);
  RC_ASSERT(matched.route || matched.status == 404U || matched.status == 405U);
}

}  // namespace
}  // namespace kallad::api::router_test
