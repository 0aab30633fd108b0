// Reading X-Forwarded-For and X-Forwarded-Proto.
// Not Forwarded (RFC 7239): no proxy of the installations we know sends it alone. Rule kept: read
// from the right, for only what our own proxy has added is true.
#include "adapters/http/wire/forwarded.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <string_view>

#include "adapters/http/wire/letters.hpp"

namespace kallad::http {
namespace {

bool is_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

/// Some proxies add the port the client came from: "192.0.2.7:5123", "[2001:db8::7]:5123".
std::string without_port(std::string text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || text.find_first_not_of("0123456789", colon + 1) < text.size()) {
    return text;
  }
  const std::string host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) return host.substr(1, host.size() - 2);
  return host.find(':') == std::string::npos ? host : text;
}

/// All values of the header as one list.
std::string joined(const std::vector<std::pair<std::string, std::string>>& headers,
                   std::string_view name) {
  std::string out;
  for (const auto& [key, value] : headers) {
    if (key == name) out.append(out.empty() ? "" : ",").append(value);
  }
  return out;
}

std::string take_last(std::string_view& list) {
  const auto comma = list.rfind(',');
  const auto from = comma == std::string_view::npos ? 0 : comma + 1;
  std::string last(trimmed(list.substr(from)));
  list = list.substr(0, comma == std::string_view::npos ? 0 : comma);
  return last;
}

}  // namespace

Origin origin_of(const std::vector<std::pair<std::string, std::string>>& headers,
                 const std::string& peer, bool tls, const std::vector<std::string>& trusted) {
  const auto is_trusted = [&](const std::string& address) {
    return std::ranges::find(trusted, address) != trusted.end();
  };
  if (!is_trusted(peer)) return {.client = peer, .secure = tls};
  Origin out{.client = peer, .secure = tls, .via_proxy = true};
  const std::string proto = joined(headers, "x-forwarded-proto");
  std::string_view protos = proto;
  if (!proto.empty()) out.secure = lower_case(take_last(protos)) == "https";
  const std::string addresses = joined(headers, "x-forwarded-for");
  for (std::string_view left = addresses; !left.empty();) {
    const std::string last = without_port(take_last(left));
    if (!is_address(last)) break;
    out.client = last;
    if (!is_trusted(last)) break;
  }
  return out;
}

}  // namespace kallad::http
