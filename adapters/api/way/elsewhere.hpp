// Signing in with somebody else's word: an OpenID Connect issuer, or a proxy that is trusted by
// name. Not how their word is checked: adapters/sign_in. Rule kept: waiting for an issuer holds up
// nobody else, so it has threads of its own.
#pragma once

#include <optional>

#include "adapters/api/way/workers.hpp"
#include "adapters/sign_in/federated/federation.hpp"
#include "adapters/sign_in/federated/trusted_header.hpp"
#include "adapters/sign_in/oidc/oidc_sign_in.hpp"
#include "adapters/sign_in/people.hpp"

namespace kallad::api {

/// What is not set is not offered.
struct ElsewhereSettings {
  std::optional<OidcSettings> oidc;
  TrustedHeaders headers;
};

struct Elsewhere {
  Elsewhere(ElsewhereSettings settings, People& people)
      : headers(std::move(settings.headers)),
        federation(people.file, people.sessions, people.keyring) {
    if (settings.oidc) oidc.emplace(*std::move(settings.oidc), people.keyring);
  }

  TrustedHeaders headers;
  Federation federation;
  std::optional<OidcSignIn> oidc;
  Workers workers{2};
};

}  // namespace kallad::api
