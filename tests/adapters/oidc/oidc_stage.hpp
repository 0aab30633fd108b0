// What tests of OpenID Connect share: an issuer, a sign-in that trusts it, and a browser that goes
// there and back. Not a mock of any part under test. Rule kept: only plainly invented people.
#pragma once

#include <gtest/gtest.h>

#include "adapters/sign_in/oidc/oidc_sign_in.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/adapters/oidc/lying_issuer.hpp"

namespace kallad::testing {

using namespace std::chrono_literals;
using nlohmann::json;

inline const json ada_claims{{"sub", "ada-1"},
                             {"name", "Ada Exempel"},
                             {"unit_hsa_id", "SE2120001157-A001"},
                             {"roles", {"sip-samordnare", "annat"}}};

inline ClaimSettings claim_settings() {
  return {{},
          {{"sip-samordnare", "coordinator"}, {"sip-chef", "unit_head"}},
          [](std::string_view hsa_id) -> std::optional<UnitId> {
            if (hsa_id != "SE2120001157-A001") return std::nullopt;
            return UnitId{"helsingborg/vuxen"};
          }};
}

/// The rules by which it was refused with what failed, "rule:check"; empty where it was not.
template <class Outcome>
std::string why(const Outcome& outcome) {
  std::string told;
  if (const auto* refusals = boost::variant2::get_if<Refusals>(&outcome)) {
    for (const Refusal& refusal : *refusals) {
      told += (told.empty() ? "" : " ") + std::string{refusal.rule};
      for (const auto& [name, value] : refusal.data) told += ":" + value;
    }
  }
  return told;
}

struct OidcTest : ::testing::Test {
  OidcTest() {
    key.fill(7);
    keyring.emplace(key);
    issuer.set_claims(ada_claims, json::object());
    settings.issuer = issuer.name();
    settings.client_id = "kallad";
    settings.client_secret = "s:e cret";
    settings.redirect_url = "https://kallad.example/back";
    settings.claims = claim_settings();
    settings.web.whole = 2'000ms;
    start_anew();
  }

  void start_anew() { oidc.emplace(settings, *keyring); }
  void tick(std::chrono::milliseconds time) { now.store(now.load() + time.count()); }
  Instant moment() const { return Instant{std::chrono::milliseconds{now.load()}}; }

  OidcWay begun() {
    auto way = oidc->begin(moment());
    if (!boost::variant2::get_if<OidcWay>(&way)) throw std::runtime_error(why(way));
    return boost::variant2::get<OidcWay>(way);
  }
  OrRefusals<FederatedPerson> back(const std::string& query, const OidcWay& way) {
    return oidc->finish(query, way.cookie, moment());
  }
  /// There and back again.
  OrRefusals<FederatedPerson> sign_in() {
    const OidcWay way = begun();
    return back(issuer.sign_in_at(way.url), way);
  }
  std::string sign_in_fault() { return why(sign_in()); }
  /// What is said of a token that a claim or a header of is bent.
  std::string fault_of(LyingIssuer::Bend bend) {
    issuer.bend_token(std::move(bend));
    return sign_in_fault();
  }

  std::atomic<std::int64_t> now{HandClock{}.now.time_since_epoch().count()};
  LyingIssuer issuer{[this] { return moment(); }};
  InstallationKey key{};
  std::optional<Keyring> keyring;
  OidcSettings settings;
  std::optional<OidcSignIn> oidc;
};

}  // namespace kallad::testing
