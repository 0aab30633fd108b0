// Tests of where webhooks may go: what URLs are taken, and what network addresses are whose.
// Not of connecting: sender_test.cpp. Rule kept: what is refused stands beside the nearest that is
// taken.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>

#include "adapters/webhook/address.hpp"

namespace kallad::webhook_test::address {
namespace {

using webhook::Net;
using webhook::Reach;

sockaddr_storage address(const std::string& text) {
  sockaddr_storage out{};
  sockaddr_in four{};
  sockaddr_in6 six{};
  if (inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1) {
    four.sin_family = AF_INET;
    std::memcpy(&out, &four, sizeof four);
  } else {
    EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &six.sin6_addr), 1) << text;
    six.sin6_family = AF_INET6;
    std::memcpy(&out, &six, sizeof six);
  }
  return out;
}

Reach reach(const std::string& text) {
  const sockaddr_storage at = address(text);
  return webhook::reach_of(*reinterpret_cast<const sockaddr*>(&at));
}

TEST(Address, OnTheInternet) {
  for (const char* one :
       {"1.1.1.1",         "9.255.255.255",   "11.0.0.0",        "100.63.255.255", "100.128.0.0",
        "126.255.255.255", "128.0.0.0",       "169.253.255.255", "169.255.0.0",    "172.15.255.255",
        "172.32.0.0",      "192.167.255.255", "192.169.0.0",     "198.17.255.255", "198.20.0.0",
        "223.255.255.255", "2606:4700::1111", "2001:200::1",     "2a00:1450::1",   "::ffff:1.1.1.1",
        "64:ff9b::101:101"})
    EXPECT_EQ(reach(one), Reach::everyone) << one;
}

TEST(Address, OfOnesOwn) {
  for (const char* one :
       {"10.0.0.0", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.1.2.3",
        "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255", "::1", "fc00::1",
        "fdff::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1"})
    EXPECT_EQ(reach(one), Reach::own) << one;
}

TEST(Address, NeverGoneTo) {
  for (const char* one : {"0.0.0.0",         "0.1.2.3",
                          "169.254.169.254", "192.0.0.192",
                          "192.0.2.1",       "192.88.99.1",
                          "198.18.0.1",      "198.19.255.255",
                          "198.51.100.1",    "203.0.113.1",
                          "224.0.0.1",       "240.0.0.1",
                          "255.255.255.255", "::",
                          "fe80::1",         "ff02::1",
                          "fec0::1",         "::ffff:169.254.169.254",
                          "::ffff:0.0.0.0",  "64:ff9b::a9fe:a9fe",
                          "2001::1",         "2001:db8::1",
                          "2002:7f00:1::",   "3fff::1",
                          "::7f00:1",        "100::1",
                          "4000::1"})
    EXPECT_EQ(reach(one), Reach::never) << one;
}

bool may(const Net& net, bool plain, const std::string& text) {
  const sockaddr_storage at = address(text);
  return webhook::may_connect(net, plain, *reinterpret_cast<const sockaddr*>(&at));
}

TEST(Address, SettingsOpenTheOwnNetworkAndNothingMore) {
  const Net inside{.private_addresses = true};
  EXPECT_FALSE(may({}, false, "10.0.0.1"));
  EXPECT_TRUE(may(inside, false, "10.0.0.1"));
  EXPECT_FALSE(may(inside, false, "169.254.169.254"));
  const Net local{.plain_localhost = true};
  EXPECT_FALSE(may(local, false, "127.0.0.1"));
  EXPECT_TRUE(may(local, true, "127.0.0.1"));
  EXPECT_TRUE(may(local, true, "::1"));
  EXPECT_FALSE(may(local, true, "10.0.0.1"));
  EXPECT_FALSE(may(local, true, "1.1.1.1"));  // a name that claims to be localhost
  EXPECT_FALSE(may({}, true, "127.0.0.1"));
}

/// The URL as it is kept, or the rule that refuses it.
std::string kept(const std::string& url, const Net& net = {}) {
  const auto checked = webhook::checked_url(url, net);
  if (const auto* why = boost::variant2::get_if<Refusals>(&checked))
    return std::string{why->at(0).rule};
  return boost::variant2::get<std::string>(checked);
}

TEST(Url, IsKeptInOneForm) {
  EXPECT_EQ(kept("https://system.example/kallad?x=1"), "https://system.example/kallad?x=1");
  EXPECT_EQ(kept("HTTPS://system.example:8443/a#part"), "https://system.example:8443/a");
  EXPECT_EQ(kept("https://1.1.1.1/"), "https://1.1.1.1/");
  EXPECT_EQ(kept("https://0x01010101/"), "https://1.1.1.1/");
}

TEST(Url, IsHttpsOnly) {
  for (const char* one : {"http://system.example/", "ftp://system.example/", "file:///etc/passwd",
                          "gopher://127.0.0.1:25/_", "http://localhost/"})
    EXPECT_EQ(kept(one), "webhook_url_not_https") << one;
}

TEST(Url, IsWholeAndNamesNobody) {
  EXPECT_EQ(kept("https://user@system.example/"), "webhook_url_has_user");
  EXPECT_EQ(kept("https://a:b@system.example/"), "webhook_url_has_user");
  EXPECT_EQ(kept("https://system.example@127.0.0.1/"), "webhook_url_has_user");
  EXPECT_EQ(kept("https://system.example/" + std::string(2000, 'a')), "webhook_url_too_long");
  for (const char* one : {"", "system.example", "/hook", "https://", "https://a b/",
                          "https://system.example/\r\nX: y", "https://[::1/", "javascript:alert(1)",
                          "https://system.example:99999/"})
    EXPECT_TRUE(kept(one).starts_with("webhook_url_")) << one;
  EXPECT_EQ(kept(std::string{"https://system.example/\0.evil", 29}), "webhook_url_form");
}

TEST(Url, WrittenAsAnInnerAddressInAnyWay) {
  for (const char* one :
       {"https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/",
        "https://0x7f.1/", "https://017700000001/", "https://0177.0.0.1/", "https://[::1]/",
        "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data", "https://2852039166/",
        "https://[fe80::1%25eth0]/", "https://[fd00::1]/", "https://0/", "https://0.0.0.0/",
        "https://[::]/"})
    EXPECT_EQ(kept(one), "webhook_address_not_allowed") << one;
  EXPECT_EQ(kept("https://10.0.0.1/", {.private_addresses = true}), "https://10.0.0.1/");
  EXPECT_EQ(kept("https://169.254.169.254/", {.private_addresses = true}),
            "webhook_address_not_allowed");
}

TEST(Url, WithoutTlsForLocalhostAlone) {
  const Net local{.plain_localhost = true};
  EXPECT_EQ(kept("http://localhost:8080/a", local), "http://localhost:8080/a");
  EXPECT_EQ(kept("http://127.0.0.1:8080/a", local), "http://127.0.0.1:8080/a");
  EXPECT_EQ(kept("http://[::1]:8080/a", local), "http://[::1]:8080/a");
  EXPECT_EQ(kept("http://localhost.example/", local), "webhook_url_not_https");
  EXPECT_EQ(kept("http://10.0.0.1/", local), "webhook_url_not_https");
}

}  // namespace
}  // namespace kallad::webhook_test::address
