// Letters to who has a telephone number or a secure address instead of a mailbox: against a service
// that verifies what it is handed. Not the choice of addresses: tests/adapters/letter.
#include <gtest/gtest.h>

#include "adapters/webhook/signature.hpp"
#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mail_house::gateway {
namespace {

using mailroom::Gateway;
using mailroom::GatewaySettings;
using post_test::SmtpPeer;

/// The service, and what it was told.
class ServicePeer {
 public:
  ServicePeer()
      : process_({"/usr/bin/python3", KALLAD_SOURCE_DIR "/tests/adapters/mailroom/gateway_peer.py",
                  (folder_.path / "log").string(), secret_}) {
    port_ = process_.line().substr(6);
  }
  GatewaySettings settings() const {
    return {"http://localhost:" + port_ + "/send", secret_, {}, {.sms = true, .sdk = true}};
  }
  std::vector<json> told() const {
    std::vector<json> all;
    std::ifstream in{folder_.path / "log"};
    for (std::string line; std::getline(in, line);) all.push_back(json::parse(line));
    return all;
  }

 private:
  post_test::Folder folder_;
  std::string secret_ = webhook::new_secret();
  post_test::Process process_;
  std::string port_;
};

struct Sms : ::testing::Test {
  mailroom::OutgoingCounters send(Gateway& gateway) {
    mailroom::OutgoingHouse ways = house.outgoing_house();
    ways.gateway = &gateway;
    mailroom::Outgoing outgoing{ways, smtp.settings(post::Security::none)};
    outgoing.round(house.clock.now);
    return outgoing.counters();
  }
  /// A substitute who is reached there is named.
  void name(const std::string& contact) {
    NameSubstitute naming;
    naming.party = reception;
    naming.substitute = {"Vera Vikarie", "kurator", contact, Mandate::yes, true, {}};
    house.tell(naming);
  }
  ServicePeer service;
  SmtpPeer smtp;
  MailHouse house;
};

TEST_F(Sms, ASubstituteWithAMobileNumberGetsTheOwnLinkAndNothingElse) {
  Gateway gateway{service.settings()};
  send(gateway);
  name("070-123 45 67");
  EXPECT_EQ(send(gateway).accepted, 1U);
  EXPECT_EQ(house.waiting(), 0U);
  const auto told = service.told();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0]["status"], 200) << "the signature holds";
  const json& data = told[0]["body"]["data"];
  EXPECT_EQ(data["channel"], "sms");
  EXPECT_EQ(data["to"], "+46701234567");
  const std::string link = data["link"];
  EXPECT_TRUE(link.starts_with("https://kallad.example/s/"));
  EXPECT_EQ(data["text"], "Kallad: något väntar på dig\nLäs och svara:\n" + link + "\n");
  for (const char* word : {the_case, "Karin", "Vera", "Stadshuset", "SIP", "mars"})
    EXPECT_EQ(told[0].dump().find(word), std::string::npos) << word;
  send(gateway);
  EXPECT_EQ(service.told().size(), 1U) << "nothing is sent twice";
}

TEST_F(Sms, ASecureAddressIsReachedByItsChannel) {
  Gateway gateway{service.settings()};
  name("sdk:0203:2120001234-social");
  send(gateway);
  ASSERT_EQ(service.told().size(), 1U);
  const json told = service.told()[0]["body"]["data"];
  EXPECT_EQ(told["channel"], "sdk");
  EXPECT_EQ(told["to"], "0203:2120001234-social");
}

TEST_F(Sms, WhatIsRefusedForNowGoesAgainWithTheSameIdAndMailsGoOn) {
  Gateway gateway{service.settings()};
  name("0701234503");  // +46701234503 ends with 503
  EXPECT_EQ(send(gateway).put_off, 1U);
  EXPECT_EQ(smtp.letters().size(), 3U) << "the parties' mails went all the same";
  house.clock.now += std::chrono::minutes{6};
  EXPECT_EQ(send(gateway).put_off, 1U);
  const auto told = service.told();
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0]["id"], told[1]["id"]);
}

TEST_F(Sms, OfANumberThatIsRefusedForGoodTheCoordinatorHears) {
  Gateway gateway{service.settings()};
  send(gateway);
  name("0701234404");
  EXPECT_EQ(send(gateway).failed, 1U);
  send(gateway);
  EXPECT_EQ(letters_to(smtp, "vuxen@helsingborg.example").size(), 2U)
      << "that the substitute was not reached";
}

TEST_F(Sms, WithoutAServiceANumberIsNoAddress) {
  house.send(smtp);
  name("070-123 45 67");
  house.send(smtp);
  house.send(smtp);
  EXPECT_EQ(letters_to(smtp, "vuxen@helsingborg.example").size(), 2U);
}

TEST_F(Sms, AServiceThatIsNotThereHoldsNobodyUp) {
  GatewaySettings nowhere = service.settings();
  nowhere.url = "http://localhost:1/send";
  Gateway gateway{nowhere};
  name("070-123 45 67");
  const auto counted = send(gateway);
  EXPECT_EQ(counted.put_off, 1U);
  EXPECT_EQ(counted.accepted, 3U);
  EXPECT_EQ(counted.trouble, "");
}

}  // namespace
}  // namespace kallad::mail_house::gateway
