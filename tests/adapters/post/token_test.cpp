// Signing in at mail servers with a token instead of a password, as large houses ask for: against
// aiosmtpd and Dovecot, which ask the server that gave the token. Not how tokens are asked for:
// tests/adapters/client_token.
#include <gtest/gtest.h>

#include "adapters/post/inbox.hpp"
#include "adapters/post/relay.hpp"
#include "adapters/sign_in/client_token/client_token.hpp"
#include "tests/adapters/post/letters.hpp"
#include "tests/adapters/post/peers.hpp"

namespace kallad::post_test::tokens {
namespace {

using post::Security;
using post::Trouble;

/// A source of the peer's tokens, as the program makes one.
struct Source {
  explicit Source(const TokenPeer& peer, const std::string& secret = "hemligt")
      : client({peer.url("/token"), "kallad", secret}) {}
  post::BearerToken bearer() {
    return [this](bool anew) { return client.token(anew); };
  }
  ClientToken client;
};

post::ServerSettings by_token(post::ServerSettings settings, Source& source) {
  settings.user = "kallad";
  settings.password = {};
  settings.token = source.bearer();
  return settings;
}

Trouble sent_with(const post::ServerSettings& settings) {
  post::Relay relay{settings};
  return relay
      .send({"svar@kallad.example", {"vuxen@example.se"}, "id"}, post::compose(full_letter()).bytes)
      .at(0)
      .trouble;
}

TEST(MailToken, SignsInAtTheRelayOnceForManyLetters) {
  const TokenPeer peer;
  const SmtpPeer smtp{{"starttls", "auth", "tokens=" + peer.url("/introspect/")}};
  Source source{peer};
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(sent_with(by_token(smtp.settings(Security::starttls), source)), Trouble::none);
  ASSERT_EQ(smtp.letters().size(), 3U);
  EXPECT_EQ(smtp.letters()[0]["user"], "kallad");
  EXPECT_EQ(peer.given(), 1);
}

TEST(MailToken, WithdrawnItIsAskedForAnew) {
  const TokenPeer peer;
  const SmtpPeer smtp{{"starttls", "auth", "tokens=" + peer.url("/introspect/")}};
  Source source{peer};
  const auto settings = by_token(smtp.settings(Security::starttls), source);
  EXPECT_EQ(sent_with(settings), Trouble::none);
  peer.revoke_all();
  EXPECT_EQ(sent_with(settings), Trouble::none);
  EXPECT_EQ(peer.given(), 2);
}

TEST(MailToken, WithoutOneNobodyIsSignedIn) {
  const TokenPeer peer;
  const SmtpPeer smtp{{"starttls", "auth", "tokens=" + peer.url("/introspect/")}};
  Source wrong{peer, "another secret"};
  EXPECT_EQ(sent_with(by_token(smtp.settings(Security::starttls), wrong)), Trouble::sign_in);
  EXPECT_TRUE(smtp.letters().empty());
}

TEST(MailToken, OpensTheBox) {
  const TokenPeer peer;
  const ImapPeer imap{{}, &peer};
  imap.deliver("Subject: Svar\r\nMessage-ID: <1@example.se>\r\n\r\nJag kommer.\r\n");
  Source source{peer};
  post::InboxSettings settings;
  settings.server = by_token(imap.settings(Security::tls), source);
  post::Inbox box{settings};
  const auto listed = box.look({});
  EXPECT_EQ(listed.trouble, Trouble::none);
  EXPECT_EQ(listed.waiting.size(), 1U);
}

TEST(ClientToken, IsKeptUntilAMinuteBeforeItsEnd) {
  const TokenPeer peer{600};
  auto now = std::chrono::steady_clock::time_point{} + std::chrono::hours{1};
  ClientToken client{{peer.url("/token"), "kallad", "hemligt", "mail"}, [&now] { return now; }};
  EXPECT_EQ(client.token(false), "token-1-mail");
  now += std::chrono::seconds{539};
  EXPECT_EQ(client.token(false), "token-1-mail");
  now += std::chrono::seconds{1};
  EXPECT_EQ(client.token(false), "token-2-mail");
  EXPECT_EQ(client.token(true), "token-3-mail") << "it was refused";
  EXPECT_EQ(peer.given(), 3);
}

TEST(ClientToken, IsNoneWhereTheServerIsNotThereOrSaysSomethingElse) {
  const TokenPeer peer;
  const auto token_from = [](const std::string& url) {
    return ClientToken{{url, "kallad", "hemligt"}}.token(false);
  };
  EXPECT_EQ(token_from("http://127.0.0.1:1/token"), std::nullopt);
  EXPECT_EQ(token_from(peer.url("/given")), std::nullopt);
  EXPECT_EQ(token_from(peer.url("/revoke")), std::nullopt);
  EXPECT_EQ(token_from("ftp://127.0.0.1/token"), std::nullopt);
}

}  // namespace
}  // namespace kallad::post_test::tokens
