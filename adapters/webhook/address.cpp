// Networks after the registries of IANA for special addresses, in both families as 16 bytes.
// Not a second reading of URLs: libcurl's own reader is asked, the one that will connect.
#include "adapters/webhook/address.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

namespace kallad::webhook {

namespace {

using Address = std::array<std::uint8_t, 16>;

struct Network {
  Address start;
  unsigned bits;
  Reach reach;
};

constexpr Address four(std::uint8_t a, std::uint8_t b, std::uint8_t c) {
  return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, 0};
}
constexpr Address six(std::uint8_t a, std::uint8_t b, std::uint8_t c = 0, std::uint8_t d = 0) {
  return {a, b, c, d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
}

/// The first that fits decides.
constexpr auto networks = std::to_array<Network>({
    {four(10, 0, 0), 96 + 8, Reach::own},
    {four(100, 64, 0), 96 + 10, Reach::own},
    {four(127, 0, 0), 96 + 8, Reach::own},
    {four(172, 16, 0), 96 + 12, Reach::own},
    {four(192, 168, 0), 96 + 16, Reach::own},
    {four(0, 0, 0), 96 + 8, Reach::never},
    {four(169, 254, 0), 96 + 16, Reach::never},
    {four(192, 0, 0), 96 + 24, Reach::never},
    {four(192, 0, 2), 96 + 24, Reach::never},
    {four(192, 88, 99), 96 + 24, Reach::never},
    {four(198, 18, 0), 96 + 15, Reach::never},
    {four(198, 51, 100), 96 + 24, Reach::never},
    {four(203, 0, 113), 96 + 24, Reach::never},
    {four(224, 0, 0), 96 + 3, Reach::never},  // multicast and reserved
    {four(0, 0, 0), 96, Reach::everyone},
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, Reach::own},
    {six(0xfc, 0), 7, Reach::own},
    {six(0x20, 0x01, 0, 0), 23, Reach::never},  // Teredo and other tunnels
    {six(0x20, 0x01, 0x0d, 0xb8), 32, Reach::never},
    {six(0x20, 0x02), 16, Reach::never},  // 6to4
    {six(0x3f, 0xff), 20, Reach::never},
    {six(0x20, 0), 3, Reach::everyone},
});

constexpr Address translated = six(0x00, 0x64, 0xff, 0x9b);  ///< 64:ff9b::/96, NAT64

bool starts_with(const Address& address, const Address& start, unsigned bits) {
  const unsigned whole = bits / 8;
  if (!std::equal(start.begin(), start.begin() + whole, address.begin())) return false;
  const unsigned rest = bits % 8;
  return rest == 0 || (address[whole] ^ start[whole]) >> (8 - rest) == 0;
}

/// IPv4 as ::ffff:a.b.c.d; nothing where it is neither family.
std::optional<Address> address_in(const sockaddr& given) {
  Address address = four(0, 0, 0);
  if (given.sa_family == AF_INET) {
    sockaddr_in of{};
    std::memcpy(&of, &given, sizeof of);
    std::memcpy(address.data() + 12, &of.sin_addr, 4);
    return address;
  }
  if (given.sa_family != AF_INET6) return std::nullopt;
  sockaddr_in6 of{};
  std::memcpy(&of, &given, sizeof of);
  std::memcpy(address.data(), &of.sin6_addr, 16);
  if (starts_with(address, translated, 96))
    std::ranges::copy_n(four(0, 0, 0).begin(), 12, address.begin());
  return address;
}

struct Gone {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, Gone>;

std::string part(const Url& url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, 0) != CURLUE_OK) return {};
  std::string copy{text};
  curl_free(text);
  return copy;
}

/// The network address that a host is written as; nothing for a name.
std::optional<sockaddr_storage> literal(std::string host) {
  sockaddr_storage address{};
  sockaddr_in four{};
  four.sin_family = AF_INET;
  if (inet_pton(AF_INET, host.c_str(), &four.sin_addr) == 1) {
    std::memcpy(&address, &four, sizeof four);
    return address;
  }
  if (host.size() < 2 || host.front() != '[') return std::nullopt;
  host = host.substr(1, host.find_first_of("%]") - 1);
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  if (inet_pton(AF_INET6, host.c_str(), &six.sin6_addr) != 1) return std::nullopt;
  std::memcpy(&address, &six, sizeof six);
  return address;
}

bool is_localhost(const std::string& host) {
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

constexpr std::size_t longest_url = 2000;

}  // namespace

Reach reach_of(const sockaddr& given) {
  const auto address = address_in(given);
  if (!address) return Reach::never;
  for (const Network& network : networks) {
    if (starts_with(*address, network.start, network.bits)) return network.reach;
  }
  return Reach::never;
}

bool is_loopback(const sockaddr& given) {
  const auto address = address_in(given);
  return address && (starts_with(*address, four(127, 0, 0), 96 + 8) ||
                     starts_with(*address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128));
}

bool may_connect(const Net& net, bool plain, const sockaddr& address) {
  if (plain) return net.plain_localhost && is_loopback(address);
  const Reach reach = reach_of(address);
  return reach == Reach::everyone || (reach == Reach::own && net.private_addresses);
}

OrRefusals<std::string> checked_url(const std::string& given, const Net& net) {
  if (given.size() > longest_url)
    return Refusals{Refusal{"webhook_url_too_long", {{"most", std::to_string(longest_url)}}}};
  const Url url{curl_url()};
  const CURLUcode read = curl_url_set(url.get(), CURLUPART_URL, given.c_str(), CURLU_DISALLOW_USER);
  if (read == CURLUE_USER_NOT_ALLOWED) return Refusals{Refusal{"webhook_url_has_user", {}}};
  if (read == CURLUE_UNSUPPORTED_SCHEME) return Refusals{Refusal{"webhook_url_not_https", {}}};
  if (read != CURLUE_OK || given.find('\0') != std::string::npos)
    return Refusals{Refusal{"webhook_url_form", {}}};
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const std::string scheme = part(url, CURLUPART_SCHEME);
  const std::string host = part(url, CURLUPART_HOST);
  const bool plain = scheme == "http";
  if (scheme != "https" && !(plain && net.plain_localhost && is_localhost(host)))
    return Refusals{Refusal{"webhook_url_not_https", {}}};
  const auto address = literal(host);
  if (address && !may_connect(net, plain, *reinterpret_cast<const sockaddr*>(&*address)))
    return Refusals{Refusal{"webhook_address_not_allowed", {}}};
  return part(url, CURLUPART_URL);
}

}  // namespace kallad::webhook
