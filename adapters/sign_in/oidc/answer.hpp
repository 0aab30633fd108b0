// What the issuer answers: in the browser's address, at the token endpoint, at the userinfo
// endpoint. Not a judgement of the ID token: id_token.hpp. Rule kept: a parameter that stands twice
// is read as neither (RFC 6749 3.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/sign_in/oidc/web_fetch.hpp"
#include "adapters/sign_in/people_file.hpp"

namespace kallad {

/// What the issuer gave the browser to carry back.
struct AuthorizationAnswer {
  std::string code;
  std::string state;
  std::string error;
  std::optional<std::string> issuer;
};

/// Nothing where a parameter stands twice or is encoded wrongly.
std::optional<AuthorizationAnswer> read_authorization_answer(std::string_view query);

struct Client {
  std::string id;
  std::string secret;  ///< empty: there is none
  bool secret_in_form = false;
};

struct CodeForTokens {
  std::string code;
  std::string redirect_url;
  std::string verifier;
};

struct Tokens {
  std::string id_token;
  std::string access_token;
};

Refusals not_trusted(std::string_view check);
Refusals unreachable(std::string_view check);

/// The whole answer with status 200. Refused: sign_in_issuer_unreachable with `what` and why.
OrRefusals<std::string> body_of(const WebRequest& request, const WebLimits& limits,
                                std::string_view what);

/// Refused: sign_in_issuer_unreachable, sign_in_not_trusted.
OrRefusals<Tokens> ask_for_tokens(const std::string& endpoint, const Client& client,
                                  const CodeForTokens& given, const WebLimits& limits);

/// More claims of the same subject, as a JSON object. Refused as above.
OrRefusals<std::string> ask_for_claims(const std::string& endpoint, const std::string& access_token,
                                       std::string_view subject, const WebLimits& limits);

}  // namespace kallad
