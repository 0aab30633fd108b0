// Base64 for URLs without padding (RFC 7515 appendix C), as JSON Web Tokens use it.
// Not plain Base64. Rule kept: each text has one form only; what has another is not read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kallad {

std::string base64url(std::string_view bytes);
/// Nothing where there is another letter, padding, or bits that say nothing and are not zero.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace kallad
