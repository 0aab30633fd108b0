// What an attacker, a broken issuer or a stolen address can try; each try ends with a named
// refusal. Not that signing in works: flow_test.cpp. Rule kept: nothing is believed before all of
// it holds.
#include <thread>

#include "tests/adapters/oidc/oidc_stage.hpp"

namespace kallad::testing {
namespace attack_test {
namespace {

using AttackTest = OidcTest;

HttpResponse plain(std::string body) { return {.body = std::move(body)}; }

TEST_F(AttackTest, ATokenWithoutSignatureIsNotRead) {
  for (const char* none : {"none", "None", "NONE", ""})
    EXPECT_EQ(fault_of([&](json& header, json&) { header["alg"] = none; }),
              "sign_in_not_trusted:id_token");
  EXPECT_EQ(fault_of([](json& header, json&) { header.erase("alg"); }),
            "sign_in_not_trusted:id_token");
}

TEST_F(AttackTest, ThePublicKeyIsNoSharedSecret) {
  EXPECT_EQ(fault_of([](json& header, json&) { header["alg"] = "HS256"; }),
            "sign_in_not_trusted:id_token");
}

TEST_F(AttackTest, AnotherKeysSignatureIsNone) {
  issuer.bend_token({});
  EXPECT_EQ(sign_in_fault(), "");
  issuer.set_key("2026-a", SigningKey::rsa());
  EXPECT_EQ(sign_in_fault(), "sign_in_not_trusted:signature");
}

TEST_F(AttackTest, AKeyInTheHeaderIsNotTheIssuers) {
  const SigningKey own = SigningKey::rsa();
  issuer.set_page("/token", [&](const HttpRequest&) {
    return plain(
        json{{"id_token", token_of({{"alg", "RS256"}, {"kid", "2026-a"}, {"jwk", own.jwk("x")}},
                                   ada_claims, own)}}
            .dump());
  });
  EXPECT_EQ(sign_in_fault(), "sign_in_not_trusted:signature");
}

TEST_F(AttackTest, ASignatureIsForOneAlgorithmOfItsKeysKind) {
  EXPECT_EQ(sign_in_fault(), "");
  EXPECT_EQ(fault_of([](json& header, json&) { header["typ"] = "at+jwt"; }),
            "sign_in_not_trusted:id_token");
  EXPECT_EQ(fault_of([](json& header, json&) { header["crit"] = {"exp"}; }),
            "sign_in_not_trusted:id_token");
}

TEST_F(AttackTest, EveryChangedByteOfATokenIsFound) {
  std::string token;
  issuer.set_page("/token", [&](const HttpRequest&) {
    return plain(json{{"id_token", token}}.dump());
  });
  const SigningKey own = SigningKey::elliptic();
  issuer.set_key("ec", own);
  const std::string whole = token_of({{"alg", "ES256"}, {"kid", "ec"}}, ada_claims, own);
  token = whole;
  EXPECT_EQ(sign_in_fault(), "sign_in_not_trusted:claim_iss") << "the signature itself is good";
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    token = whole;
    token[at] = token[at] == 'A' ? 'B' : 'A';
    const std::string fault = sign_in_fault();
    EXPECT_TRUE(fault == "sign_in_not_trusted:id_token" || fault == "sign_in_not_trusted:key" ||
                fault == "sign_in_not_trusted:signature")
        << at << " " << fault;
  }
  for (const std::string& bad : {whole + "=", whole + ".", "." + whole,
                                 whole.substr(0, whole.rfind('.')), std::string(40'000, 'A')}) {
    token = bad;
    EXPECT_EQ(sign_in_fault(), "sign_in_not_trusted:id_token");
  }
}

TEST_F(AttackTest, ATokenForAnotherIssuerOrClientIsNotOurs) {
  const auto claim = [&](const char* name, const json& value) {
    return fault_of([=](json&, json& claims) { claims[name] = value; });
  };
  EXPECT_EQ(claim("iss", "https://evil.example"), "sign_in_not_trusted:claim_iss");
  EXPECT_EQ(claim("iss", issuer.name() + "/"), "sign_in_not_trusted:claim_iss");
  EXPECT_EQ(claim("iss", {issuer.name()}), "sign_in_not_trusted:claim_iss");
  for (const json& aud : {json("other"), json("Kallad"), json::array({"other"}), json::array(),
                          json(), json{{"kallad", true}}})
    EXPECT_EQ(claim("aud", aud), "sign_in_not_trusted:claim_aud") << aud;
  EXPECT_EQ(claim("aud", {"kallad", "other"}), "sign_in_not_trusted:claim_azp");
  EXPECT_EQ(claim("azp", "other"), "sign_in_not_trusted:claim_azp");
  EXPECT_EQ(claim("aud", json::array({"kallad"})), "");
  EXPECT_EQ(fault_of([](json&, json& claims) {
              claims["aud"] = {"other", "kallad"};
              claims["azp"] = "kallad";
            }),
            "");
}

TEST_F(AttackTest, ATokenOfAnotherSignInIsNotThisOne) {
  EXPECT_EQ(fault_of([](json&, json& claims) { claims["nonce"] = std::string(64, 'a'); }),
            "sign_in_not_trusted:claim_nonce");
  EXPECT_EQ(fault_of([](json&, json& claims) { claims.erase("nonce"); }),
            "sign_in_not_trusted:claim_nonce");
}

TEST_F(AttackTest, ATokenHasItsTime) {
  const auto claim = [&](const char* name, const json& value) {
    return fault_of([=](json&, json& claims) { claims[name] = value; });
  };
  const auto seconds = now.load() / 1000;
  for (const json& bad : {json(seconds - 3600), json("2099-01-01"), json(), json(-1e300)})
    EXPECT_EQ(claim("exp", bad), "sign_in_not_trusted:claim_exp") << bad;
  for (const json& bad : {json(seconds - 3600), json(seconds + 3600), json(), json(1e300)})
    EXPECT_EQ(claim("iat", bad), "sign_in_not_trusted:claim_iat") << bad;
  EXPECT_EQ(claim("nbf", seconds + 3600), "sign_in_not_trusted:claim_nbf");
  EXPECT_EQ(claim("nbf", "soon"), "sign_in_not_trusted:claim_nbf");
}

TEST_F(AttackTest, ASubjectMustBeThere) {
  for (const json& bad : {json(""), json(7), json(), json(std::string(256, 'a'))})
    EXPECT_EQ(fault_of([&](json&, json& claims) { claims["sub"] = bad; }),
              "sign_in_not_trusted:claim_sub");
}

TEST_F(AttackTest, AnAnswerCountsOnlyInTheBrowserThatWasSent) {
  const OidcWay victim = begun();
  const OidcWay attacker = begun();
  const std::string query = issuer.sign_in_at(attacker.url);
  EXPECT_EQ(why(back(query, victim)), "sign_in_begin_anew:state");
  EXPECT_EQ(why(oidc->finish(query, "", moment())), "sign_in_begin_anew:cookie");
  EXPECT_EQ(why(oidc->finish(query, keyring->seal("a secret for codes"), moment())),
            "sign_in_begin_anew:cookie");
  InstallationKey other{};
  const Keyring others{other};
  EXPECT_EQ(why(oidc->finish(query, others.seal(*keyring->unseal(attacker.cookie)), moment())),
            "sign_in_begin_anew:cookie");
  EXPECT_EQ(why(back(query, attacker)), "") << "a foreign try uses nothing up";
}

TEST_F(AttackTest, AnAnswerCountsOnce) {
  const OidcWay way = begun();
  const std::string query = issuer.sign_in_at(way.url);
  EXPECT_EQ(why(back(query, way)), "");
  EXPECT_EQ(why(back(query, way)), "sign_in_begin_anew:used");
  start_anew();
  EXPECT_EQ(why(back(query, way)), "sign_in_issuer_unreachable:token_status_400")
      << "after a restart the issuer knows the code";
}

TEST_F(AttackTest, AnAnswerMustComeSoon) {
  const OidcWay late = begun();
  const std::string query = issuer.sign_in_at(late.url);
  tick(10min + 1ms);
  EXPECT_EQ(why(back(query, late)), "sign_in_begin_anew:time");
  const OidcWay in_time = begun();
  const std::string other = issuer.sign_in_at(in_time.url);
  tick(10min);
  EXPECT_EQ(why(back(other, in_time)), "");
  const OidcWay future = begun();
  tick(-2min);
  EXPECT_EQ(why(back(issuer.sign_in_at(future.url), future)), "sign_in_begin_anew:time");
}

TEST_F(AttackTest, AnotherIssuersAnswerIsNotMixedUpWithOurs) {
  const OidcWay way = begun();
  std::string query = issuer.sign_in_at(way.url);
  const std::string without = query.substr(0, query.find("&iss="));
  EXPECT_EQ(why(back(without + "&iss=https%3A%2F%2Fevil.example", way)),
            "sign_in_not_trusted:answer_issuer");
  const OidcWay again = begun();
  query = issuer.sign_in_at(again.url);
  EXPECT_EQ(why(back(query.substr(0, query.find("&iss=")), again)),
            "sign_in_not_trusted:answer_issuer")
      << "this issuer says that it names itself";
  EXPECT_EQ(issuer.asked("/token"), 0) << "the code was sent before it was known whose it is";
}

TEST_F(AttackTest, AQueryThatSaysAThingTwiceOrBadlySaysNothing) {
  const OidcWay way = begun();
  const std::string query = issuer.sign_in_at(way.url);
  for (const std::string& bad :
       {query + "&code=x", query + "&state=x", "%73tate=x&" + query, query + "&a=%zz",
        query + "&a=%4", std::string{}, query + "&x=" + std::string(9'000, 'x')})
    EXPECT_EQ(why(back(bad, way)), "sign_in_begin_anew:state") << bad;
  EXPECT_EQ(why(back(query + "&session_state=x&session_state=y&empty&=", way)), "");
}

TEST_F(AttackTest, ALargeAnswerIsNotReadToItsEnd) {
  const std::string large(1024UL * 1024, ' ');
  issuer.set_page("/keys", [&](const HttpRequest&) { return plain(large); });
  EXPECT_EQ(sign_in_fault(), "sign_in_issuer_unreachable:keys_too_large");
  issuer.set_page("/token", [&](const HttpRequest&) { return plain(large); });
  EXPECT_EQ(sign_in_fault(), "sign_in_issuer_unreachable:token_too_large");
}

TEST_F(AttackTest, ASetOfVeryManyKeysIsRefused) {
  json keys = json::array();
  for (int i = 0; i < 101; ++i) keys.push_back({{"kty", "oct"}});
  issuer.set_page("/keys", [&](const HttpRequest&) { return plain(json{{"keys", keys}}.dump()); });
  EXPECT_EQ(sign_in_fault(), "sign_in_not_trusted:keys");
}

TEST_F(AttackTest, ASlowIssuerIsLeftAndForAWhileNotAskedAgain) {
  settings.web.whole = 200ms;
  start_anew();
  issuer.set_page("/.well-known/openid-configuration", std::nullopt);
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(why(oidc->begin(moment())), "sign_in_issuer_unreachable:document_too_slow");
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(why(oidc->begin(moment())), "sign_in_issuer_unreachable:document_too_slow");
  EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
  EXPECT_EQ(issuer.asked("/.well-known/openid-configuration"), 1);
  issuer.clear_pages();
  tick(10s);
  EXPECT_EQ(sign_in_fault(), "");
}

TEST_F(AttackTest, ARedirectIsNotFollowed) {
  const auto elsewhere = [&](const HttpRequest&) {
    return HttpResponse{.status = 302, .headers = {{"location", issuer.name() + "/evil"}}};
  };
  for (const char* path : {"/keys", "/token"}) {
    issuer.set_page(path, elsewhere);
    EXPECT_TRUE(sign_in_fault().ends_with("_status_302")) << path;
    issuer.clear_pages();
    tick(10s);
  }
  EXPECT_EQ(issuer.asked("/evil"), 0);
}

TEST_F(AttackTest, UnknownKeysDoNotMakeUsAskWithoutEnd) {
  EXPECT_EQ(sign_in_fault(), "");
  tick(61s);
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(fault_of([i](json& header, json&) { header["kid"] = std::to_string(i); }),
              "sign_in_not_trusted:key");
  EXPECT_EQ(issuer.asked("/keys"), 2);
}

TEST_F(AttackTest, AWithdrawnKeyIsForgottenWithinTheHour) {
  EXPECT_EQ(sign_in_fault(), "");
  issuer.set_page("/keys", [](const HttpRequest&) { return plain(R"({"keys":[]})"); });
  tick(59min);
  EXPECT_EQ(sign_in_fault(), "");
  tick(1min);
  EXPECT_EQ(sign_in_fault(), "sign_in_not_trusted:key");
}

TEST_F(AttackTest, OldKeysDoNotLiveOnByQuestionsThatFail) {
  EXPECT_EQ(sign_in_fault(), "");
  issuer.set_page("/keys", [](const HttpRequest&) { return HttpResponse{.status = 500}; });
  tick(59min);
  EXPECT_EQ(fault_of([](json& header, json&) { header["kid"] = "x"; }),
            "sign_in_issuer_unreachable:keys_status_500");
  issuer.bend_token({});
  tick(1min);
  EXPECT_EQ(sign_in_fault(), "sign_in_issuer_unreachable:keys_status_500");
}

TEST_F(AttackTest, ADocumentThatIsNotTheIssuersIsRefused) {
  const auto document = [&](const char* name, const json& value) {
    issuer.bend_document([=](json& said) { said[name] = value; });
    start_anew();
    return why(oidc->begin(moment()));
  };
  EXPECT_EQ(document("issuer", "https://evil.example"), "sign_in_not_trusted:document_issuer");
  EXPECT_EQ(document("issuer", issuer.name() + "/"), "sign_in_not_trusted:document_issuer");
  EXPECT_EQ(document("code_challenge_methods_supported", {"plain"}),
            "sign_in_not_trusted:document_pkce");
  for (const char* url : {"http://evil.example/token", "file:///etc/passwd", "", "/token",
                          "http://localhost@evil.example/", "http://127.0.0.1.evil.example/",
                          "https://user:pw@idp.example/", "javascript:alert(1)"})
    for (const char* endpoint : {"token_endpoint", "jwks_uri", "authorization_endpoint"})
      EXPECT_EQ(document(endpoint, url), "sign_in_not_trusted:document_endpoint") << url;
  issuer.set_page("/.well-known/openid-configuration",
                  [](const HttpRequest&) { return plain("<html>"); });
  start_anew();
  EXPECT_EQ(why(oidc->begin(moment())), "sign_in_not_trusted:document");
}

TEST_F(AttackTest, PlainHttpIsForThisMachineAlone) {
  settings.issuer = "http://idp.example";
  start_anew();
  EXPECT_EQ(why(oidc->begin(moment())), "sign_in_not_trusted:issuer_address");
}

TEST_F(AttackTest, ClaimsOfAnotherSubjectAreNotTaken) {
  json others = ada_claims;
  others["sub"] = "bo-2";
  issuer.set_claims({{"sub", "ada-1"}}, others);
  EXPECT_EQ(sign_in_fault(), "sign_in_not_trusted:claims_sub");
}

TEST_F(AttackTest, NamesThatPlayTricksAreTamed) {
  json claims = ada_claims;
  claims["name"] = "\u202Eadministratör\u200B\n\nAda";
  issuer.set_claims(claims, {});
  const auto person = sign_in();
  ASSERT_EQ(why(person), "");
  EXPECT_EQ(boost::variant2::get<FederatedPerson>(person).shown_name, "administratör Ada");
  claims["name"] = "\u202E\u200B";
  issuer.set_claims(claims, {});
  EXPECT_EQ(sign_in_fault(), "sign_in_name_missing");
}

TEST_F(AttackTest, WithoutAKnownUnitNobodyComesIn) {
  json claims = ada_claims;
  claims.erase("unit_hsa_id");
  issuer.set_claims(claims, claims);
  EXPECT_EQ(sign_in_fault(), "sign_in_unit_missing");
  claims["unit_hsa_id"] = "SE2120001157-ZZZZ";
  issuer.set_claims(claims, {});
  EXPECT_EQ(sign_in_fault(), "sign_in_unit_unknown:SE2120001157-ZZZZ");
  claims["unit_hsa_id"] = {{"value", "SE2120001157-A001"}};
  issuer.set_claims(claims, {});
  EXPECT_EQ(sign_in_fault(), "sign_in_unit_missing");
}

TEST_F(AttackTest, ManyWhoComeBackAtOnceWithOneAnswerAreOne) {
  const OidcWay way = begun();
  const std::string query = issuer.sign_in_at(way.url);
  std::atomic<int> in = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] { in += why(oidc->finish(query, way.cookie, moment())).empty(); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(in, 1);
}

}  // namespace
}  // namespace attack_test
}  // namespace kallad::testing
