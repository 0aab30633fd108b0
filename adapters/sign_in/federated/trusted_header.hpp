// Claims in the headers of a named proxy, which has signed the person in (SAML sites).
// Not a sign-in for others: from anybody but that proxy such headers are not believed, and it is
// told that they came. Rule kept: what could have slipped past the proxy from a client is refused.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "adapters/sign_in/federated/claims.hpp"

namespace kallad {

/// Names of headers in lower case. The proxy must set each of them or take it away, whatever the
/// client sent. An empty subject means that no proxy signs people in.
struct TrustedHeaders {
  std::string subject;
  ClaimSettings claims;
};

/// What the headers of one request came to.
struct HeaderAnswer {
  std::optional<OrRefusals<FederatedPerson>> who;  ///< nothing where the proxy named nobody
  bool disbelieved = false;  ///< somebody else sent the proxy's headers: to be logged
};

/// `headers`: names in lower case and values, in the order sent. Several values of one header are
/// parted by ';'. `via_proxy`: the peer of this connection is the named proxy.
HeaderAnswer person_in_headers(const TrustedHeaders& trusted,
                               std::span<const std::pair<std::string, std::string>> headers,
                               bool via_proxy);

}  // namespace kallad
