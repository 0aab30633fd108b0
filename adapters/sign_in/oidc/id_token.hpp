// An ID token: its parts, and what must hold for its claims (OpenID Connect Core 3.1.3.7).
// Not the signature: key_set.hpp. Rule kept: nothing in a token is believed before its signature
// and all of these hold.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/sign_in/oidc/key_set.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// How far two clocks may be apart.
inline constexpr std::chrono::seconds clock_skew{60};
/// How old a token may be that was asked for just now.
inline constexpr std::chrono::minutes longest_since_issued{10};

/// A token taken apart; nothing of it has been checked but its form.
struct UncheckedToken {
  SigningAlgorithm algorithm{};
  std::string kid;  ///< empty where the header names none
  std::string signed_text;
  std::string payload;  ///< bytes, said to be JSON
  std::string signature;
};

/// Nothing where it is no signed token in compact form, or by another algorithm than ours, or where
/// its header wants something that is not understood here.
std::optional<UncheckedToken> read_id_token(std::string_view token);

/// What the token must say.
struct ExpectedToken {
  std::string issuer;
  std::string client_id;
  std::string nonce;
  std::string acr;  ///< the levels of trust that are enough, with a space between; empty: any
  Instant now{};
};

/// The first claim at fault: "iss", "aud", "azp", "exp", "iat", "nbf", "nonce", "sub", "acr"; empty
/// where none is.
std::string_view fault_in_claims(const nlohmann::json& claims, const ExpectedToken& expected);

}  // namespace kallad
