// Signing in with an OpenID Connect issuer: the authorization code flow with PKCE, state and nonce.
// Not the session and not the routes: a person comes out, Federation makes an account of it. Rules
// kept: an answer counts only in the browser that was sent out, once, within ten minutes; it is
// believed only by the token that comes straight from the issuer (RFC 9700).
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "adapters/sign_in/federated/claims.hpp"
#include "adapters/sign_in/oidc/issuer.hpp"
#include "adapters/sign_in/secret/secret.hpp"

namespace kallad {

/// How long the way to the issuer and back may take: also the life of the cookie.
inline constexpr std::chrono::minutes way_lifetime{10};

struct OidcSettings {
  std::string issuer;  ///< as it names itself, without anything added
  std::string client_id;
  std::string client_secret;  ///< empty: a public client, with PKCE alone
  std::string redirect_url;   ///< where the issuer sends the browser back to
  std::string scopes = "openid profile";
  std::string acr;  ///< levels of trust that are enough, with a space between; empty: any
  ClaimSettings claims;
  WebLimits web;
};

/// Where to send the browser, and the cookie that proves it is the same when it comes back. The
/// cookie must be HttpOnly and SameSite=Lax, for the browser comes from another site.
struct OidcWay {
  std::string url;
  std::string cookie;
};

/// Safe for many threads. Both commands block while the issuer is asked.
class OidcSignIn {
 public:
  OidcSignIn(OidcSettings settings, const Keyring& keyring);

  /// Refused: sign_in_issuer_unreachable, sign_in_not_trusted.
  OrRefusals<OidcWay> begin(Instant now);
  /// `query`: of the address the browser came back to, not decoded. The cookie is to be erased
  /// whatever the answer. Refused: sign_in_begin_anew (another browser, too late, used before),
  /// sign_in_cancelled, sign_in_issuer_unreachable, sign_in_not_trusted, and as person_of.
  OrRefusals<FederatedPerson> finish(std::string_view query, std::string_view cookie, Instant now);

 private:
  struct Way;
  std::optional<Way> way_in(std::string_view cookie) const;
  bool use_up(const std::string& state, Instant now);
  OrRefusals<FederatedPerson> exchange(const IssuerDocument& document, const std::string& code,
                                       const Way& way, Instant now);

  const OidcSettings settings_;
  const Keyring& keyring_;
  Issuer issuer_;
  std::mutex mutex_;
  std::map<std::string, Instant> used_;  ///< states that have come back, until they are too old
};

}  // namespace kallad
