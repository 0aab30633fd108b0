// Six bits a letter, by a buffer of bits.
// Not a fast one: tokens are short.
#include "adapters/sign_in/oidc/base64url.hpp"

namespace kallad {

namespace {

constexpr std::string_view letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string base64url(std::string_view bytes) {
  std::string text;
  unsigned buffer = 0;
  unsigned bits = 0;
  for (const char c : bytes) {
    buffer = (buffer << 8U | static_cast<unsigned char>(c)) & 0xFFFFU;
    for (bits += 8; bits >= 6; bits -= 6) text += letters[buffer >> (bits - 6) & 0x3FU];
  }
  if (bits > 0) text += letters[buffer << (6 - bits) & 0x3FU];
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  unsigned buffer = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const auto letter = letters.find(c);
    if (letter == std::string_view::npos) return std::nullopt;
    buffer = (buffer << 6U | static_cast<unsigned>(letter)) & 0xFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(buffer >> bits & 0xFFU);
  }
  const bool rest_is_zero = (buffer & ((1U << bits) - 1)) == 0;
  if (bits >= 6 || !rest_is_zero) return std::nullopt;
  return bytes;
}

}  // namespace kallad
