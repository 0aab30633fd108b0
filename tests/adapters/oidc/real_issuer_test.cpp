// Signing in with a certified issuer that others wrote, over its own pages, as a browser does it.
// Not attacks: it does as it should. Rule kept: where it is not installed the test says so and is
// skipped, which counts as not shown.
#include "tests/adapters/oidc/real_issuer.hpp"

#include "adapters/clock/clock.hpp"
#include "adapters/sign_in/federated/federation.hpp"
#include "adapters/sign_in/people.hpp"
#include "tests/adapters/oidc/oidc_stage.hpp"

namespace kallad::testing {
namespace real_issuer_test {
namespace {

struct RealIssuerTest : ::testing::Test {
  void SetUp() override {
    if (const std::string missing = RealIssuer::missing(); !missing.empty())
      GTEST_SKIP() << missing;
    key.fill(7);
    keyring.emplace(key);
    issuer.emplace(back, "a secret: 1+1=2");
    settings.issuer = issuer->name();
    settings.client_id = "kallad";
    settings.client_secret = "a secret: 1+1=2";
    settings.redirect_url = back;
    settings.claims = claim_settings();
    oidc.emplace(settings, *keyring);
  }
  Instant now() { return clock.now(); }
  OidcWay begun() {
    auto way = oidc->begin(now());
    if (!boost::variant2::get_if<OidcWay>(&way)) throw std::runtime_error(why(way));
    return boost::variant2::get<OidcWay>(way);
  }

  const std::string back = "http://localhost:9/back";
  SystemClock clock;
  InstallationKey key{};
  std::optional<Keyring> keyring;
  std::optional<RealIssuer> issuer;
  OidcSettings settings;
  std::optional<OidcSignIn> oidc;
};

TEST_F(RealIssuerTest, SignsAPersonInToASession) {
  const OidcWay way = begun();
  const std::string query = browse_to_the_end(way.url, back, "asa-1");
  const auto person = oidc->finish(query, way.cookie, now());
  ASSERT_EQ(why(person), "");
  const auto& asa = boost::variant2::get<FederatedPerson>(person);
  EXPECT_EQ(
      asa,
      (FederatedPerson{
          issuer->name(), "asa-1", "Åsa Exempel", UnitId{"helsingborg/vuxen"}, {"coordinator"}}));
  ScratchFolder folder;
  People people{{.file = folder / "people.sqlite", .sessions = {}, .cost = {1, 8192}}, key};
  Federation federation{people.file, people.sessions, people.keyring};
  const auto in = federation.sign_in(asa, "Firefox", now());
  ASSERT_EQ(why(in), "");
  const auto session =
      people.sessions.session(boost::variant2::get<SignedIn>(in).session.token, now());
  ASSERT_TRUE(session);
  EXPECT_EQ(session->shown_name, "Åsa Exempel");
  EXPECT_EQ(session->positions, std::vector<std::string>{"coordinator"});
}

TEST_F(RealIssuerTest, TakesACodeOnce) {
  const OidcWay way = begun();
  const std::string query = browse_to_the_end(way.url, back, "asa-1");
  EXPECT_EQ(why(oidc->finish(query, way.cookie, now())), "");
  EXPECT_EQ(why(oidc->finish(query, way.cookie, now())), "sign_in_begin_anew:used");
  oidc.emplace(settings, *keyring);
  EXPECT_EQ(why(oidc->finish(query, way.cookie, now())),
            "sign_in_issuer_unreachable:token_status_400");
}

TEST_F(RealIssuerTest, TakesNeitherAWrongSecretNorAnotherVerifier) {
  const OidcWay way = begun();
  const OidcWay other = begun();
  std::string query = browse_to_the_end(way.url, back, "asa-1");
  const auto state = [](const OidcWay& of) {
    return fields_in(of.url.substr(of.url.find('?') + 1)).at("state");
  };
  std::string moved = query;
  moved.replace(moved.find(state(way)), 64, state(other));
  EXPECT_EQ(why(oidc->finish(moved, other.cookie, now())),
            "sign_in_issuer_unreachable:token_status_400")
      << "a code injected into another browser's way has another verifier";
  const OidcWay third = begun();
  query = browse_to_the_end(third.url, back, "asa-1");
  settings.client_secret = "another";
  oidc.emplace(settings, *keyring);
  EXPECT_EQ(why(oidc->finish(query, third.cookie, now())),
            "sign_in_issuer_unreachable:token_status_401");
}

}  // namespace
}  // namespace real_issuer_test
}  // namespace kallad::testing
