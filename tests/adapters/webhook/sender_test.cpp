// Tests of sending, over real sockets and TLS to our own HTTP server.
// Not of when something is sent: runner_test.cpp. Rule kept: a receiver that is slow, huge, false
// or elsewhere costs a bounded time and gets nothing it should not.
#include <algorithm>
#include <chrono>

#include "adapters/webhook/sender.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/adapters/webhook/receiver.hpp"

namespace kallad::webhook_test::sending {
namespace {

using namespace std::chrono_literals;
using webhook::Fate;
using webhook::Net;
using webhook::Sender;
using webhook::Sent;

const Net kLocal{.plain_localhost = true};

webhook::Message message(const std::string& url, std::int64_t number = 1) {
  return {number, url, "msg_1", "1772438400", "v1,abc", R"({"type":"seat_answered"})"};
}

/// Sends one and tells what became of it.
Sent send(Sender& sender, const std::string& url) {
  sender.start(message(url));
  const auto end = std::chrono::steady_clock::now() + 20s;
  while (std::chrono::steady_clock::now() < end) {
    const auto all = sender.finished(100ms);
    if (!all.empty()) return all.at(0);
  }
  ADD_FAILURE() << "nothing came of it";
  return {};
}

Sent send(const std::string& url, const Net& net = kLocal,
          std::chrono::milliseconds whole = 500ms) {
  Sender sender{net, {.connect = 2s, .whole = whole}};
  return send(sender, url);
}

Receiver::Say always(HttpResponse answer) {
  return [answer = std::move(answer)](int, const HttpRequest&) { return answer; };
}

TEST(Sender, PostsWhatIsSignedAndNothingOfOurOwn) {
  const Receiver receiver;
  EXPECT_EQ(send(receiver.url()).fate, Fate::delivered);
  ASSERT_EQ(receiver.count(), 1);
  const HttpRequest got = receiver.got().at(0);
  EXPECT_EQ(got.method, "POST");
  EXPECT_EQ(got.path, "/hook");
  EXPECT_EQ(got.body, R"({"type":"seat_answered"})");
  std::vector<std::string> names;
  for (const auto& [name, value] : got.headers) names.push_back(name);
  std::ranges::sort(names);
  EXPECT_EQ(names, (std::vector<std::string>{"accept", "content-length", "content-type", "host",
                                             "user-agent", "webhook-id", "webhook-signature",
                                             "webhook-timestamp"}));
  EXPECT_EQ(header(got, "webhook-id"), "msg_1");
  EXPECT_EQ(header(got, "webhook-timestamp"), "1772438400");
  EXPECT_EQ(header(got, "webhook-signature"), "v1,abc");
  EXPECT_EQ(header(got, "content-type"), "application/json");
}

TEST(Sender, TellsWhatTheReceiverSaid) {
  const std::vector<std::pair<unsigned, Fate>> all{
      {200, Fate::delivered}, {204, Fate::delivered}, {410, Fate::gone},   {404, Fate::refused},
      {400, Fate::refused},   {429, Fate::refused},   {500, Fate::refused}};
  for (const auto& [status, fate] : all) {
    const Receiver receiver{always({.status = status})};
    const Sent sent = send(receiver.url());
    EXPECT_EQ(sent.fate, fate) << status;
    EXPECT_EQ(sent.status, status);
  }
}

TEST(Sender, FollowsNoRedirect) {
  const Receiver elsewhere;
  for (const unsigned status : {301U, 302U, 303U, 307U, 308U}) {
    const Receiver receiver{always({.status = status, .headers = {{"Location", elsewhere.url()}}})};
    EXPECT_EQ(send(receiver.url()).fate, Fate::redirected);
    EXPECT_EQ(receiver.count(), 1);
  }
  EXPECT_EQ(elsewhere.count(), 0);
}

TEST(Sender, WaitsForNobodyLong) {
  const Receiver receiver{[](int, const HttpRequest&) { return std::nullopt; }};
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(send(receiver.url()).fate, Fate::too_slow);
  EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
  EXPECT_EQ(receiver.count(), 1);
}

TEST(Sender, OneThatIsSlowHoldsUpNoOther) {
  const Receiver slow{[](int, const HttpRequest&) { return std::nullopt; }};
  const Receiver quick;
  Sender sender{kLocal, {.connect = 2s, .whole = 3s}};
  sender.start(message(slow.url(), 1));
  for (std::int64_t number = 2; number < 20; ++number) sender.start(message(quick.url(), number));
  std::vector<Sent> all;
  while (all.size() < 19) {
    for (const Sent& one : sender.finished(100ms)) all.push_back(one);
  }
  EXPECT_EQ(all.back().number, 1);
  EXPECT_EQ(all.back().fate, Fate::too_slow);
  EXPECT_EQ(std::ranges::count(all, Fate::delivered, &Sent::fate), 18);
}

TEST(Sender, ReadsNoMoreOfAnAnswerThanItMust) {
  // The status counts; what comes after is cut off.
  const Receiver huge{always({.status = 200, .body = std::string(5'000'000, 'x')})};
  EXPECT_EQ(send(huge.url(), kLocal, 10s).fate, Fate::delivered);
  const Receiver refusing{always({.status = 503, .body = std::string(1'000'000, 'x')})};
  EXPECT_EQ(send(refusing.url(), kLocal, 10s).fate, Fate::refused);
  const Receiver heads{
      always({.status = 200, .headers = HttpHeaders(400, {"X-More", std::string(400, 'x')})})};
  EXPECT_EQ(send(heads.url(), kLocal, 10s).fate, Fate::unreadable);
}

TEST(Sender, SpeaksTlsWithThoseItCanTrust) {
  const kallad::testing::ScratchFolder folder;
  const TlsFiles files = make_certificate(folder.path(), "receiver");
  const TlsFiles others = make_certificate(folder.path(), "other");
  const Receiver receiver{{}, files};
  Net net{.private_addresses = true, .authorities = files.certificate};
  EXPECT_EQ(send(receiver.url(), net).fate, Fate::delivered);
  EXPECT_EQ(send(receiver.url("127.0.0.1"), net).fate, Fate::delivered);
  net.authorities = others.certificate;
  EXPECT_EQ(send(receiver.url(), net).fate, Fate::not_trusted);
  net.authorities.clear();
  EXPECT_EQ(send(receiver.url(), net).fate, Fate::not_trusted);
  EXPECT_EQ(receiver.count(), 2);
}

TEST(Sender, RefusesACertificateForAnotherName) {
  const kallad::testing::ScratchFolder folder;
  const TlsFiles files = make_certificate(folder.path(), "receiver");
  const Receiver receiver{{}, files};
  const Net net{.private_addresses = true, .authorities = files.certificate};
  EXPECT_EQ(send(receiver.url("b.localhost"), net).fate, Fate::not_trusted);
  EXPECT_EQ(receiver.count(), 0);
}

TEST(Sender, ConnectsToNoInnerAddressWhateverItIsCalled) {
  const kallad::testing::ScratchFolder folder;
  const TlsFiles files = make_certificate(folder.path(), "receiver");
  const Receiver receiver{{}, files};
  const Net net{.authorities = files.certificate};
  // Names that resolve to the loopback, and addresses that got past everything before.
  for (const char* host : {"localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.1",
                           "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    EXPECT_EQ(send(receiver.url(host), net).fate, Fate::address_not_allowed) << host;
  EXPECT_EQ(send("https://169.254.169.254/", {.private_addresses = true}).fate,
            Fate::address_not_allowed);
  EXPECT_EQ(receiver.count(), 0);
}

TEST(Sender, UsesNoOtherProtocolAndNoPasswordWhateverIsStored) {
  for (const char* url : {"file:///etc/hostname", "gopher://127.0.0.1/", "ftp://127.0.0.1/"})
    EXPECT_NE(send(url).fate, Fate::delivered) << url;
  const Receiver receiver;
  EXPECT_EQ(send(receiver.url(), {}).fate, Fate::address_not_allowed);
  std::string with_user = receiver.url();
  with_user.insert(7, "user:pass@");
  EXPECT_NE(send(with_user).fate, Fate::delivered);
  EXPECT_EQ(receiver.count(), 0);
}

TEST(Sender, GoesRoundNoProxyOfTheEnvironment) {
  const Receiver proxy;
  const Receiver receiver;
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy"})
    setenv(name, proxy.url().c_str(), 1);
  EXPECT_EQ(send(receiver.url()).fate, Fate::delivered);
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy"}) unsetenv(name);
  EXPECT_EQ(proxy.count(), 0);
}

TEST(Sender, TellsWhereNobodyAnswers) {
  std::string url;
  {
    const Receiver gone;
    url = gone.url();
  }
  EXPECT_EQ(send(url).fate, Fate::not_reached);
}

}  // namespace
}  // namespace kallad::webhook_test::sending
