// The form of addresses that letters can be sent to. Not the whole grammar of mail: quoted names
// and letters outside ASCII, which few servers take, are no address here.
#include "engine/register/mailbox.hpp"

#include <algorithm>

namespace kallad::registry {

namespace {

constexpr std::size_t longest_address = 254;

bool is_plain_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_made_of(std::string_view text, std::string_view signs) {
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return is_plain_sign(c) || signs.find(c) != std::string_view::npos;
  });
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > longest_address) return false;
  const std::string_view domain = text.substr(at + 1);
  const bool has_dots = domain.find('.') != std::string_view::npos && !domain.starts_with('.') &&
                        !domain.ends_with('.') && domain.find("..") == std::string_view::npos;
  return has_dots && is_made_of(text.substr(0, at), "!#$%&'*+-/=?^_{|}~.") &&
         is_made_of(domain, ".-");
}

bool is_secure_address(std::string_view text) {
  constexpr std::string_view prefix = "sdk:";
  return text.starts_with(prefix) && text.size() <= longest_address &&
         is_made_of(text.substr(prefix.size()), ".:_-@/");
}

bool is_mailbox(std::string_view text) { return is_mail_address(text) || is_secure_address(text); }

}  // namespace kallad::registry
