// Who a letter goes to and whom the post office tells when it cannot be delivered (RFC 5321, 3461).
// Not what stands in the letter's head. Rule kept: nothing in an envelope can become a command.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kallad::post {

struct Envelope {
  std::string from;             ///< where bounces go, with_token(); empty: nowhere
  std::vector<std::string> to;  ///< addresses; copies too
  std::string id = {};          ///< opaque, comes back in delivery reports; may be empty
};

/// "bounce@host" and "t0k" give "bounce+t0k@host". Tokens are letters, digits, '.', '_' and '-', at
/// most 40; nothing where it is another or the address is none.
std::optional<std::string> with_token(std::string_view address, std::string_view token);

/// The token in an address made of `address` by with_token; nothing where it is another's. Case
/// of address and host is looked past; the token is given as it stands.
std::optional<std::string> token_in(std::string_view given, std::string_view address);

/// As the value of a parameter (xtext): '+', '=' and all that is not plain ASCII as +XX.
std::string xtext(std::string_view text);

}  // namespace kallad::post
