// The signature of one webhook, as the Standard Webhooks specification has it: HMAC-SHA-256 over
// id, time and body. Not the keeping of secrets: endpoints.hpp. Rule kept: time and id are signed
// with the body, so that nobody can send an old message again as a new one.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/spine/instant.hpp"

namespace kallad::webhook {

/// A new secret: "whsec_" and 32 random bytes in Base64.
std::string new_secret();

/// The webhook-timestamp of a moment: whole seconds since 1970.
std::string timestamp_of(Instant moment);

/// The webhook-signature: "v1," and Base64, once for each secret, with a space between. Throws
/// std::invalid_argument where a secret has not the form of one.
std::string signature_of(std::span<const std::string> secrets, std::string_view id,
                         std::string_view timestamp, std::string_view body);

}  // namespace kallad::webhook
