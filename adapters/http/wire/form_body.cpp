// Decoding of forms, by the URL standard's rules for application/x-www-form-urlencoded.
// Not lenient where that standard is: a lone '%' is an error here, for no browser sends it.
#include "adapters/http/wire/form_body.hpp"

#include <algorithm>
#include <array>

namespace kallad::http {

namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// How many bytes follow the first one of a character; nothing where it cannot be a first one.
std::optional<int> following(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xC2 && first < 0xE0) return 1;
  if (first >= 0xE0 && first < 0xF0) return 2;
  if (first >= 0xF0 && first < 0xF5) return 3;
  return std::nullopt;
}

/// Whether the second byte makes a character too long, a surrogate or too large.
bool is_wrong_pair(unsigned char first, unsigned char second) {
  return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
         (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i++]);
    const auto more = following(first);
    if (!more || i + static_cast<std::size_t>(*more) > text.size()) return false;
    if (*more > 0 && is_wrong_pair(first, static_cast<unsigned char>(text[i]))) return false;
    for (int k = 0; k < *more; ++k, ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return false;
    }
  }
  return true;
}

std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i] == '+' ? ' ' : text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
      const int low = high >= 0 ? digit(text[i + 2]) : -1;
      if (low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (c == '\0') return std::nullopt;
    if (c == '\n' && out.ends_with('\r')) out.pop_back();
    out += c;
  }
  if (!is_utf8(out)) return std::nullopt;
  return out;
}

}  // namespace

std::optional<FormFields> read_form(std::string_view body) {
  FormFields fields;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('&', at), body.size());
    const std::string_view pair = body.substr(at, end - at);
    at = end + 1;
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = decoded(pair.substr(0, equals));
    auto value = decoded(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value || fields.size() == most_form_fields) return std::nullopt;
    fields.emplace_back(*std::move(name), *std::move(value));
  }
  return fields;
}

bool is_form(std::string_view content_type) {
  constexpr std::string_view form = "application/x-www-form-urlencoded";
  if (content_type.size() < form.size()) return false;
  const bool same =
      std::ranges::equal(content_type.substr(0, form.size()), form,
                         [](char left, char right) { return (left | 32) == (right | 32); });
  return same && (content_type.size() == form.size() || content_type[form.size()] == ';');
}

std::string form_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view{"-._~"}.find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return out;
}

}  // namespace kallad::http
