// A header that stands twice may be one of the client's beside one of the proxy's: nobody can tell
// which, so it is refused. Not a fallback: such a request is nobody's.
#include "adapters/sign_in/federated/trusted_header.hpp"

#include <algorithm>

namespace kallad {

namespace {

constexpr std::string_view proxy_issuer = "proxy";

std::vector<std::string> parted(std::string_view text) {
  std::vector<std::string> values;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    if (end > 0) values.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return values;
}

}  // namespace

HeaderAnswer person_in_headers(const TrustedHeaders& trusted,
                               std::span<const std::pair<std::string, std::string>> headers,
                               bool via_proxy) {
  const ClaimNames& names = trusted.claims.names;
  ClaimValues claims;
  bool twice = false;
  for (const auto& [name, value] : headers) {
    const bool ours = name == trusted.subject || name == names.name || name == names.unit ||
                      name == names.positions;
    if (trusted.subject.empty() || !ours) continue;
    const bool one = name == trusted.subject || name == names.name;
    twice = !claims.emplace(name, one ? std::vector{value} : parted(value)).second || twice;
  }
  if (!via_proxy) return {{}, !claims.empty()};
  const auto subject = claims.find(trusted.subject);
  if (subject == claims.end() || subject->second.front().empty()) return {};
  if (twice) return {Refusals{{"sign_in_not_trusted", {{"check", "header_twice"}}}}, false};
  return {person_of(trusted.claims, std::string{proxy_issuer}, subject->second.front(), claims),
          false};
}

}  // namespace kallad
