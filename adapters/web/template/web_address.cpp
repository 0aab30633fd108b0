// The two schemes, at the very beginning: browsers skip blanks before one, and we press nothing
// that begins with a blank.
#include "adapters/web/template/web_address.hpp"

#include <algorithm>

namespace kallad::web {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view text, std::string_view scheme) {
  return text.size() > scheme.size() &&
         std::ranges::equal(text.substr(0, scheme.size()), scheme, {}, lower);
}

}  // namespace

bool is_web_address(std::string_view text) {
  return begins_with(text, "https://") || begins_with(text, "http://");
}

}  // namespace kallad::web
