// What the issuer says of itself, and its keys: fetched, checked and remembered for a while.
// Not a sign-in: oidc_sign_in.hpp. Rules kept: an issuer that calls itself by another name than the
// setting is not it; whoever sends tokens with unknown keys cannot make us ask without end; after a
// failure nobody waits again for a while.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "adapters/sign_in/oidc/key_set.hpp"
#include "adapters/sign_in/oidc/web_fetch.hpp"
#include "adapters/sign_in/people_file.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// What is used of OpenID Connect Discovery's document.
struct IssuerDocument {
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string jwks_uri;
  std::string userinfo_endpoint;  ///< empty where there is none
  bool names_itself = false;      ///< in every answer (RFC 9207)
  bool secret_in_form = false;    ///< it takes the client's secret in the form alone
};

/// Both may be refused: sign_in_issuer_unreachable, sign_in_not_trusted. Safe for many threads;
/// blocks while it asks.
class Issuer {
 public:
  Issuer(std::string name, WebLimits limits) : name_(std::move(name)), limits_(limits) {}

  OrRefusals<IssuerDocument> document(Instant now);
  /// The issuer's key by this id, for this algorithm. Where it is not known the keys are fetched
  /// once more, at most once a minute.
  OrRefusals<VerifyingKey> key(std::string_view kid, SigningAlgorithm algorithm, Instant now);

  const std::string& name() const { return name_; }
  const WebLimits& limits() const { return limits_; }

 private:
  template <class Value>
  struct Kept {
    std::optional<Value> value;
    Instant fetched{};  ///< the value
    Instant asked{};    ///< last, with whatever success
    Refusals why;       ///< where the last question failed
  };
  void refresh_document(Instant now);
  void refresh_keys(Instant now);

  const std::string name_;
  const WebLimits limits_;
  std::mutex mutex_;
  Kept<IssuerDocument> document_;
  Kept<KeySet> keys_;
};

}  // namespace kallad
