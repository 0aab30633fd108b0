// Addresses to one form and to URIs (RFC 6068), by the letters RFC 5322 lets stand unquoted.
// Not quoted local parts and not addresses beyond ASCII: no unit has them, and each is a way to
// smuggle something in. Rule kept: escapes are undone before anything is judged.
#include "adapters/calendar/address.hpp"

#include <algorithm>

#include "adapters/http/wire/letters.hpp"

namespace kallad::calendar {

namespace {

constexpr std::size_t kLongest = 254;
constexpr std::string_view kMailto = "mailto:";

bool is_local_letter(char c) {
  return http::is_letter_or_digit(c) ||
         std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
}

bool is_domain_letter(char c) { return http::is_letter_or_digit(c) || c == '-' || c == '.'; }

bool has_empty_part(std::string_view text) {
  return text.empty() || text.front() == '.' || text.back() == '.' ||
         text.find("..") != std::string_view::npos;
}

/// Nothing where an escape is broken.
std::optional<std::string> without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const bool whole = i + 2 < text.size() && http::hex_value(text[i + 1]) >= 0 &&
                       http::hex_value(text[i + 2]) >= 0;
    if (!whole) return std::nullopt;
    out += static_cast<char>(http::hex_value(text[i + 1]) * 16 + http::hex_value(text[i + 2]));
    i += 2;
  }
  return out;
}

std::string_view without_brackets(std::string_view text) {
  text = http::trimmed(text);
  if (text.size() >= 2 && text.front() == '<' && text.back() == '>') {
    text = text.substr(1, text.size() - 2);
  }
  return http::trimmed(text);
}

}  // namespace

std::optional<std::string> normal_address(std::string_view written) {
  std::string lower = http::lower_case(without_brackets(written));
  if (lower.starts_with(kMailto)) {
    // Only a URI has escapes and headers: elsewhere % and ? are letters of the address.
    const std::string uri = lower.substr(kMailto.size());
    const auto plain = without_escapes(std::string_view(uri).substr(0, uri.find('?')));
    if (!plain) return std::nullopt;
    lower = http::lower_case(without_brackets(*plain));
  }
  const auto at = lower.find('@');
  if (at == std::string::npos || lower.size() > kLongest) return std::nullopt;
  const auto local = std::string_view(lower).substr(0, at);
  const auto domain = std::string_view(lower).substr(at + 1);
  const bool good = !has_empty_part(local) && !has_empty_part(domain) &&
                    std::ranges::all_of(local, is_local_letter) &&
                    std::ranges::all_of(domain, is_domain_letter);
  if (!good) return std::nullopt;
  return lower;
}

std::string_view domain_of(std::string_view address) {
  const auto at = address.rfind('@');
  return at == std::string_view::npos ? std::string_view{} : address.substr(at + 1);
}

std::string as_mailto(std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain = "!$'*+-._~@";
  std::string out(kMailto);
  for (const char c : address) {
    if (http::is_letter_or_digit(c) || plain.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte / 16U], digits[byte % 16U]};
  }
  return out;
}

}  // namespace kallad::calendar
