// Letters handed to a real SMTP server: taken, refused, broken off, in each kind of TLS.
// Not what is in them: compose_test.cpp. Rule kept: a letter counts as delivered exactly where the
// server wrote it down and said so.
#include "adapters/post/relay.hpp"

#include <gtest/gtest.h>

#include <map>
#include <thread>

#include "adapters/post/mime/compose.hpp"
#include "tests/adapters/post/letters.hpp"
#include "tests/adapters/post/peers.hpp"

namespace kallad::post_test::relaying {

using post::About;
using post::Envelope;
using post::Fate;
using post::Relay;
using post::Security;
using post::Sent;
using post::ServerSettings;
using post::Trouble;

const std::string kBytes = "Subject: x\r\n\r\n.dot\r\n..\r\n.\r\nend\r\n";

Envelope to(const std::string& recipient, const std::string& token = "t0k") {
  return {"bounce+" + token + "@kallad.example", {recipient}, "id"};
}

Sent send_one(Relay& relay, const std::string& recipient, const std::string& token = "t0k") {
  return relay.send(to(recipient, token), kBytes).at(0);
}

TEST(Relay, hands_over_the_letter_as_it_is_with_its_envelope) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  const std::string bytes = post::compose(full_letter()).bytes;
  const auto sent = relay.send({"bounce+t0k@kallad.example",
                                {"oppenvard@region.example", "chef@region.example"},
                                "2026+17=å"},
                               bytes);
  ASSERT_EQ(sent.size(), 2U);
  for (const Sent& each : sent) {
    EXPECT_EQ(each.fate, Fate::delivered_to_relay);
    EXPECT_EQ(each.code, 250);
    EXPECT_EQ(each.status, "2.0.0");
  }
  const auto letters = peer.letters();
  ASSERT_EQ(letters.size(), 1U);
  EXPECT_EQ(letters[0]["bytes"], bytes);
  EXPECT_EQ(letters[0]["sender"], "bounce+t0k@kallad.example");
  EXPECT_EQ(letters[0]["to"].size(), 2U);
  EXPECT_EQ(letters[0]["name"], "kallad.example");
  EXPECT_EQ(letters[0]["mail_told"],
            nlohmann::json::array({"RET=HDRS", "ENVID=2026+2B17+3D+C3+A5"}));
  EXPECT_EQ(
      letters[0]["rcpt_told"]["TO:<chef@region.example>"],
      nlohmann::json::array({"NOTIFY=SUCCESS,FAILURE,DELAY", "ORCPT=rfc822;chef@region.example"}));
}

TEST(Relay, dots_and_ends_of_lines_arrive_and_end_no_letter) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  EXPECT_EQ(send_one(relay, "a@b.example").fate, Fate::delivered_to_relay);
  const std::string sly = "X: y\r\n\r\nend\n.\nMAIL FROM:<x@y>\r.\rQUIT";
  EXPECT_EQ(relay.send(to("a@b.example"), sly).at(0).fate, Fate::delivered_to_relay);
  const auto letters = peer.letters();
  ASSERT_EQ(letters.size(), 2U);
  EXPECT_EQ(letters[0]["bytes"], kBytes);
  EXPECT_EQ(letters[1]["bytes"], "X: y\r\n\r\nend\r\n.\r\nMAIL FROM:<x@y>\r\n.\r\nQUIT\r\n");
}

TEST(Relay, keeps_its_connection_also_past_refusals) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(send_one(relay, "a@b.example").fate, Fate::delivered_to_relay);
    EXPECT_EQ(send_one(relay, "no.one@b.example").fate, Fate::permanent);
    EXPECT_EQ(send_one(relay, "a@b.example", "refuse").fate, Fate::permanent);
  }
  for (const auto& letter : peer.letters()) EXPECT_EQ(letter["session"], 1);
}

TEST(Relay, tells_what_became_of_each_recipient) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  const auto sent =
      relay.send({"bounce@kallad.example",
                  {"a@b.example", "no.one@b.example", "later.on@b.example", "many.of@b.example",
                   "policy.of@b.example", "c@d.example", "e@f.example> SIZE=1"}},
                 kBytes);
  ASSERT_EQ(sent.size(), 7U);
  const std::vector<Fate> fates = {
      Fate::delivered_to_relay, Fate::permanent,          Fate::temporary, Fate::temporary,
      Fate::permanent,          Fate::delivered_to_relay, Fate::permanent};
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(sent[i].fate, fates[i]) << i;
  EXPECT_EQ(sent[1].code, 550);
  EXPECT_EQ(sent[1].status, "5.1.1");
  EXPECT_EQ(sent[1].about, About::recipient);
  EXPECT_EQ(sent[2].status, "4.7.1");
  EXPECT_EQ(sent[2].text, "4.7.1 greylisted");
  EXPECT_EQ(sent[3].code, 552);
  EXPECT_EQ(sent[3].status, "");
  EXPECT_EQ(peer.letters().at(0)["to"], nlohmann::json::array({"a@b.example", "c@d.example"}));
}

TEST(Relay, only_a_refused_address_is_a_bad_address) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  EXPECT_TRUE(is_bad_address(send_one(relay, "no.one@b.example")));
  EXPECT_TRUE(is_bad_address(send_one(relay, "å@b.example")));
  EXPECT_FALSE(is_bad_address(send_one(relay, "policy.of@b.example")));
  EXPECT_FALSE(is_bad_address(send_one(relay, "later.on@b.example")));
  EXPECT_FALSE(is_bad_address(send_one(relay, "a@b.example", "refuse")));
  EXPECT_FALSE(is_bad_address(send_one(relay, "a@b.example", "unwelcome")));
  EXPECT_FALSE(is_bad_address(send_one(relay, "a@b.example")));
}

TEST(Relay, tells_what_the_refusal_was_about) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  const Sent sender = send_one(relay, "a@b.example", "unwelcome");
  EXPECT_EQ(sender.fate, Fate::permanent);
  EXPECT_EQ(sender.about, About::sender);
  const Sent letter = send_one(relay, "a@b.example", "refuse");
  EXPECT_EQ(letter.about, About::letter);
  EXPECT_EQ(letter.status, "5.6.0");
  EXPECT_EQ(send_one(relay, "a@b.example", "refuse-later").fate, Fate::temporary);
  const Sent unsigned_in = send_one(relay, "a@b.example", "sign-in");
  EXPECT_EQ(unsigned_in.fate, Fate::unreachable);
  EXPECT_EQ(unsigned_in.trouble, Trouble::sign_in);
}

TEST(Relay, a_letter_broken_off_half_way_is_not_delivered) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  const Sent sent = send_one(relay, "a@b.example", "drop-in-data");
  EXPECT_EQ(sent.fate, Fate::uncertain);  // short letters leave in one piece, with their dot
  const std::string large = "Subject: x\r\n\r\n" + std::string(8'000'000, 'x') + "\r\n";
  const Sent half = relay.send(to("a@b.example", "drop-in-data"), large).at(0);
  EXPECT_EQ(half.fate, Fate::unreachable);
  EXPECT_EQ(half.trouble, Trouble::broken_off);
  EXPECT_TRUE(peer.letters().empty());
  EXPECT_EQ(send_one(relay, "a@b.example").fate, Fate::delivered_to_relay);
}

TEST(Relay, no_answer_to_the_whole_letter_is_uncertain) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  const Sent sent = send_one(relay, "a@b.example", "drop-after-data");
  EXPECT_EQ(sent.fate, Fate::uncertain);
  EXPECT_EQ(sent.trouble, Trouble::broken_off);
  EXPECT_EQ(peer.letters().size(), 1U);
}

TEST(Relay, what_was_refused_stays_refused_when_the_line_breaks) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  const auto sent = relay.send(
      {"bounce@kallad.example", {"a@b.example", "no.one@b.example", "gone.now@b.example"}}, kBytes);
  EXPECT_EQ(sent[0].fate, Fate::unreachable);
  EXPECT_EQ(sent[1].fate, Fate::permanent);
  EXPECT_EQ(sent[2].fate, Fate::unreachable);
}

TEST(Relay, begins_anew_where_a_kept_line_has_gone) {
  SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  EXPECT_EQ(send_one(relay, "a@b.example", "hang-up").fate, Fate::delivered_to_relay);
  std::this_thread::sleep_for(std::chrono::milliseconds{200});
  EXPECT_EQ(send_one(relay, "a@b.example").fate, Fate::delivered_to_relay);
  peer.stop();
  const Sent sent = send_one(relay, "a@b.example");
  EXPECT_EQ(sent.fate, Fate::unreachable);
  EXPECT_EQ(sent.trouble, Trouble::not_reached);
  peer.start();
  EXPECT_EQ(send_one(relay, "a@b.example").fate, Fate::delivered_to_relay);
}

TEST(Relay, a_server_that_closes_is_not_asked_for_ever) {
  const SmtpPeer peer;
  Relay relay{peer.settings(Security::none)};
  EXPECT_EQ(send_one(relay, "a@b.example", "busy").fate, Fate::unreachable);
  EXPECT_EQ(send_one(relay, "a@b.example").fate, Fate::delivered_to_relay);
  EXPECT_EQ(send_one(relay, "a@b.example", "busy").fate, Fate::unreachable);
}

TEST(Relay, every_wait_ends) {
  const SmtpPeer peer;
  ServerSettings settings = peer.settings(Security::none);
  settings.acceptance = std::chrono::seconds{1};
  const auto began = std::chrono::steady_clock::now();
  {
    Relay relay{settings};
    const Sent sent = send_one(relay, "a@b.example", "slow");
    EXPECT_EQ(sent.fate, Fate::uncertain);
    EXPECT_EQ(sent.trouble, Trouble::too_slow);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{5});
}

TEST(Relay, a_wait_ends_when_asked_to_stop) {
  const SmtpPeer peer;
  std::stop_source stop;
  const auto began = std::chrono::steady_clock::now();
  {
    Relay relay{peer.settings(Security::none), stop.get_token()};
    std::jthread later{[&] {
      std::this_thread::sleep_for(std::chrono::milliseconds{500});
      stop.request_stop();
    }};
    EXPECT_EQ(send_one(relay, "a@b.example", "slow").trouble, Trouble::stopped);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{5});
}

TEST(Relay, signs_in_under_tls_of_either_kind) {
  for (const auto& [option, security] : {std::pair{"starttls", Security::starttls},
                                         {"starttls", Security::starttls_if_offered},
                                         {"tls", Security::tls}}) {
    const SmtpPeer peer{{option, "auth"}};
    ServerSettings settings = peer.settings(security);
    settings.user = "kallad";
    settings.password = "hemligt-å";
    Relay relay{settings};
    EXPECT_EQ(send_one(relay, "a@b.example").fate, Fate::delivered_to_relay) << option;
    EXPECT_EQ(peer.letters().at(0)["user"], "kallad");
    EXPECT_EQ(peer.letters().at(0)["tls"], true);
  }
}

Trouble trouble_with(const ServerSettings& settings) {
  Relay relay{settings};
  const Sent sent = send_one(relay, "a@b.example");
  EXPECT_EQ(sent.fate, Fate::unreachable);
  EXPECT_EQ(sent.about, About::connection);
  return sent.trouble;
}

TEST(Relay, a_wrong_password_is_no_recipients_fault) {
  const SmtpPeer peer{{"starttls", "auth"}};
  ServerSettings settings = peer.settings(Security::starttls);
  settings.user = "kallad";
  settings.password = "fel";
  EXPECT_EQ(trouble_with(settings), Trouble::sign_in);
  settings.user.clear();
  EXPECT_EQ(trouble_with(settings), Trouble::sign_in);
}

TEST(Relay, goes_no_further_without_the_tls_it_needs) {
  const SmtpPeer peer;
  EXPECT_EQ(trouble_with(peer.settings(Security::starttls)), Trouble::no_tls);
  ServerSettings settings = peer.settings(Security::starttls_if_offered);
  Relay relay{settings};
  EXPECT_EQ(send_one(relay, "a@b.example").fate, Fate::delivered_to_relay);
  settings.user = "kallad";
  settings.password = "hemligt-å";
  EXPECT_EQ(trouble_with(settings), Trouble::no_tls);
}

TEST(Relay, trusts_only_certificates_of_those_it_is_told_to_trust) {
  for (const auto& [option, security] :
       {std::pair{"starttls", Security::starttls}, {"tls", Security::tls}}) {
    const SmtpPeer peer{{option}};
    ServerSettings settings = peer.settings(security);
    settings.ca_file.clear();
    EXPECT_EQ(trouble_with(settings), Trouble::not_trusted) << option;
    const SmtpPeer other{{option}};
    settings.ca_file = other.settings(security).ca_file;
    EXPECT_EQ(trouble_with(settings), Trouble::not_trusted) << option;
    settings = peer.settings(security);
    settings.host = "127.0.0.1";  // there, but not in the certificate
    EXPECT_EQ(trouble_with(settings), Trouble::not_trusted) << option;
  }
}

TEST(Relay, settings_that_would_send_a_password_in_the_clear_are_refused) {
  ServerSettings settings;
  settings.host = "relay.example";
  settings.port = 25;
  settings.security = Security::none;
  EXPECT_EQ(fault_of(settings), Trouble::none);
  settings.user = "kallad";
  EXPECT_EQ(fault_of(settings), Trouble::settings);
  settings.host = "localhost";
  EXPECT_EQ(fault_of(settings), Trouble::none);
  settings.host = "localhost/\r\nX";
  EXPECT_EQ(trouble_with(settings), Trouble::settings);
  settings.host = "localhost";
  settings.our_name = "a b";
  EXPECT_EQ(trouble_with(settings), Trouble::settings);
}

TEST(Relay, one_in_ten_refused_and_the_rest_taken_once_each) {
  const SmtpPeer peer{{"tenth"}};
  Relay relay{peer.settings(Security::none)};
  std::map<Fate, int> count;
  constexpr int letters = 2'000;
  for (int i = 0; i < letters; ++i)
    ++count[send_one(relay, "a" + std::to_string(i) + "@b.example").fate];
  EXPECT_EQ(count[Fate::delivered_to_relay], letters * 9 / 10);
  EXPECT_EQ(count[Fate::permanent], letters / 20);
  EXPECT_EQ(count[Fate::temporary], letters / 20);
  std::map<std::string, int> taken;
  for (const auto& letter : peer.letters()) {
    ++taken[letter["to"][0]];
    ASSERT_EQ(letter["session"], 1);
  }
  EXPECT_EQ(taken.size(), letters * 9UL / 10);
}

TEST(Envelope, tokens_go_into_the_address_and_come_out_again) {
  EXPECT_EQ(post::with_token("bounce@k.example", "aB_9.-"), "bounce+aB_9.-@k.example");
  for (const char* bad : {"", "a b", "a@b", "a\r\n", "å", "a+b"})
    EXPECT_EQ(post::with_token("bounce@k.example", bad), std::nullopt) << bad;
  EXPECT_EQ(post::with_token("none", "a"), std::nullopt);
  EXPECT_EQ(post::token_in("Bounce+aB@K.example", "bounce@k.example"), "aB");
  for (const char* other :
       {"bounce@k.example", "bounce+@k.example", "bounce+a@x.example", "b+a@k",
        "xbounce+a@k.example", "bounce+a@k.example.x", "bounce+a b@k.example", ""})
    EXPECT_EQ(post::token_in(other, "bounce@k.example"), std::nullopt) << other;
}

}  // namespace kallad::post_test::relaying
