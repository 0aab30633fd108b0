// Signing in with an issuer that does as it should, and as it may: keys that change, claims that
// come apart, secrets sent otherwise. Not attacks: attack_test.cpp.
// Rule kept: what a browser carries is enough; nothing is stored for those who do not come back.
#include "tests/adapters/oidc/oidc_stage.hpp"

namespace kallad::testing {
namespace flow_test {
namespace {

using FlowTest = OidcTest;

TEST_F(FlowTest, APersonComesBackWithUnitAndPositions) {
  const auto person = sign_in();
  ASSERT_EQ(why(person), "");
  EXPECT_EQ(
      boost::variant2::get<FederatedPerson>(person),
      (FederatedPerson{
          issuer.name(), "ada-1", "Ada Exempel", UnitId{"helsingborg/vuxen"}, {"coordinator"}}));
}

TEST_F(FlowTest, TheAddressSaysWhatOAuthWantsAndNoSecret) {
  const OidcWay way = begun();
  ASSERT_TRUE(way.url.starts_with(issuer.name() + "/authorize?"));
  const auto fields = fields_in(way.url.substr(way.url.find('?') + 1));
  EXPECT_EQ(fields.at("redirect_uri"), "https://kallad.example/back");
  EXPECT_EQ(fields.at("scope"), "openid profile");
  EXPECT_EQ(fields.at("state").size(), 64U);
  EXPECT_NE(fields.at("state"), fields.at("nonce"));
  EXPECT_EQ(fields.at("code_challenge").size(), 43U);
  EXPECT_EQ(fields.count("acr_values"), 0U);
  EXPECT_EQ(way.url.find("cret"), std::string::npos);
  EXPECT_EQ(way.cookie.find(fields.at("state")), std::string::npos) << "the cookie is sealed";
}

TEST_F(FlowTest, EachWayHasItsOwnWords) {
  const OidcWay one = begun();
  const OidcWay two = begun();
  EXPECT_NE(one.url, two.url);
  EXPECT_NE(one.cookie, two.cookie);
}

TEST_F(FlowTest, AnEndpointWithAQueryKeepsIt) {
  issuer.bend_document(
      [&](json& said) { said["authorization_endpoint"] = issuer.name() + "/authorize?tenant=3"; });
  EXPECT_TRUE(begun().url.starts_with(issuer.name() + "/authorize?tenant=3&response_type=code&"));
}

TEST_F(FlowTest, EverySignatureOfOursIsTaken) {
  EXPECT_EQ(fault_of([](json& header, json&) { header["alg"] = "PS256"; }), "");
  issuer.bend_token({});
  issuer.set_key("2026-b", SigningKey::elliptic());
  tick(61s);
  EXPECT_EQ(sign_in_fault(), "");
}

TEST_F(FlowTest, DocumentAndKeysAreFetchedOnceForManySignIns) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(sign_in_fault(), "");
  EXPECT_EQ(issuer.asked("/.well-known/openid-configuration"), 1);
  EXPECT_EQ(issuer.asked("/keys"), 1);
  EXPECT_EQ(issuer.asked("/token"), 3);
  tick(1h);
  EXPECT_EQ(sign_in_fault(), "");
  EXPECT_EQ(issuer.asked("/.well-known/openid-configuration"), 2);
  EXPECT_EQ(issuer.asked("/keys"), 2);
}

TEST_F(FlowTest, ANewKeyIsFetchedWhenItIsFirstUsed) {
  EXPECT_EQ(sign_in_fault(), "");
  issuer.set_key("2026-b", SigningKey::rsa());
  tick(61s);
  EXPECT_EQ(sign_in_fault(), "");
  EXPECT_EQ(issuer.asked("/keys"), 2);
}

TEST_F(FlowTest, ClaimsThatTheTokenLacksAreAskedFor) {
  json rest = ada_claims;
  rest.erase("roles");
  issuer.set_claims({{"sub", "ada-1"}, {"roles", "sip-chef"}}, rest);
  const auto person = sign_in();
  ASSERT_EQ(why(person), "");
  EXPECT_EQ(boost::variant2::get<FederatedPerson>(person).positions,
            std::vector<std::string>{"unit_head"})
      << "what the token says goes before";
  issuer.set_claims(ada_claims, {});
  EXPECT_EQ(sign_in_fault(), "");
  EXPECT_EQ(issuer.asked("/userinfo"), 1) << "asked although nothing was missing";
}

TEST_F(FlowTest, ASecretGoesInTheFormWhereTheIssuerWantsItSo) {
  std::string body;
  issuer.bend_document(
      [](json& said) { said["token_endpoint_auth_methods_supported"] = {"client_secret_post"}; });
  issuer.set_page("/token", [&](const HttpRequest& request) {
    body = request.body + (request.header("authorization") ? " with a header" : "");
    return HttpResponse{.status = 400};
  });
  EXPECT_EQ(sign_in_fault(), "sign_in_issuer_unreachable:token_status_400");
  EXPECT_EQ(fields_in(body).at("client_secret"), "s:e cret");
  EXPECT_EQ(fields_in(body).at("client_id"), "kallad");
}

TEST_F(FlowTest, APublicClientNamesItselfAndProvesItselfByPkce) {
  settings.client_secret.clear();
  start_anew();
  std::string body;
  issuer.set_page("/token", [&](const HttpRequest& request) {
    body = request.body + (request.header("authorization") ? " with a header" : "");
    return HttpResponse{.status = 400};
  });
  sign_in();
  const auto form = fields_in(body);
  EXPECT_EQ(form.at("client_id"), "kallad");
  EXPECT_EQ(form.at("code_verifier").size(), 64U);
  EXPECT_EQ(form.count("client_secret"), 0U);
}

TEST_F(FlowTest, ALevelOfTrustIsAskedForAndMustBeReached) {
  settings.acr = "loa3 loa4";
  start_anew();
  EXPECT_NE(begun().url.find("&acr_values=loa3%20loa4"), std::string::npos);
  EXPECT_EQ(sign_in_fault(), "sign_in_not_trusted:claim_acr");
  for (const char* low : {"loa2", "loa", "loa3 loa4", ""})
    EXPECT_EQ(fault_of([&](json&, json& claims) { claims["acr"] = low; }),
              "sign_in_not_trusted:claim_acr");
  EXPECT_EQ(fault_of([](json&, json& claims) { claims["acr"] = "loa4"; }), "");
}

TEST_F(FlowTest, ClocksMayBeAMinuteApart) {
  const auto shifted = [&](std::int64_t seconds) {
    return fault_of([seconds](json&, json& claims) {
      for (const char* name : {"iat", "exp"})
        claims[name] = claims[name].get<std::int64_t>() + seconds;
    });
  };
  EXPECT_EQ(shifted(60), "");
  EXPECT_EQ(shifted(61), "sign_in_not_trusted:claim_iat");
  EXPECT_EQ(shifted(-359), "");
  EXPECT_EQ(shifted(-360), "sign_in_not_trusted:claim_exp");
}

TEST_F(FlowTest, WhoCancelsIsToldSo) {
  const OidcWay way = begun();
  const auto fields = fields_in(way.url.substr(way.url.find('?') + 1));
  EXPECT_EQ(why(back("error=access_denied&error_description=x&state=" + fields.at("state") +
                         "&iss=" + issuer.name(),
                     way)),
            "sign_in_cancelled");
}

TEST_F(FlowTest, ARestartBetweenOutAndBackIsNotNoticed) {
  const OidcWay way = begun();
  const std::string query = issuer.sign_in_at(way.url);
  start_anew();
  EXPECT_EQ(why(back(query, way)), "");
}

}  // namespace
}  // namespace flow_test
}  // namespace kallad::testing
