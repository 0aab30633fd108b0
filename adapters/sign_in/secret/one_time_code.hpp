// One-time codes: TOTP (RFC 6238: SHA-1, six digits, 30 seconds, what every app can) and recovery
// codes. Stores nothing: which step was used last is the account's to remember.
// Rule kept: a code is good one step around now, and only once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/sign_in/secret/secret.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// A new secret of 160 bits, as bytes.
std::string new_totp_secret();
/// The secret in Base32, as a person types it into an app.
std::string totp_secret_text(std::string_view secret);
/// The address an app reads from a QR code: otpauth://totp/...
std::string otpauth_uri(std::string_view secret, std::string_view user_name,
                        std::string_view issuer);

/// The code of the step at `now`, as an app shows it.
std::string totp_code(std::string_view secret, Instant now);
/// Which step the code belongs to: one around `now`, and later than `last_used`. Nothing where it
/// fits none.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now,
                                      std::int64_t last_used);

/// Ten codes of 80 bits, in groups of four letters and digits.
std::vector<std::string> new_recovery_codes();
/// What is stored of a recovery code, however it was typed. Keyed, for it is short.
std::string recovery_digest(const Keyring& keyring, std::string_view account,
                            std::string_view code);

}  // namespace kallad
