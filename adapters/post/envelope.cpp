// Addresses as envelopes have them, with tokens put in and taken out.
// Not a parser of addresses: is_address (mime/compose.hpp) says what one is.
#include "adapters/post/envelope.hpp"

#include "adapters/post/mime/compose.hpp"
#include "adapters/post/mime/words.hpp"

namespace kallad::post {

namespace {

bool is_token(std::string_view text) {
  return !text.empty() && text.size() <= 40 &&
         text.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
             "0123456789._-") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> with_token(std::string_view address, std::string_view token) {
  if (!is_address(address) || !is_token(token)) return {};
  std::string out{address};
  out.insert(out.find('@'), "+" + std::string{token});
  if (!is_address(out)) return {};
  return out;
}

std::optional<std::string> token_in(std::string_view given, std::string_view address) {
  const auto at = address.find('@');
  if (at == std::string_view::npos || given.size() <= address.size() + 1) return {};
  const auto local = given.substr(0, at);
  const auto host = given.substr(given.size() - (address.size() - at));
  const auto token = given.substr(at + 1, given.size() - address.size() - 1);
  if (given[at] != '+' || !is_token(token) ||
      lower_ascii(local) != lower_ascii(address.substr(0, at)) ||
      lower_ascii(host) != lower_ascii(address.substr(at)))
    return {};
  return std::string{token};
}

std::string xtext(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '+' && c != '=')
      out += c;
    else
      out += {'+', digits[byte >> 4U], digits[byte & 0xFU]};
  }
  return out;
}

}  // namespace kallad::post
