// The server stood still for a week: the exact list of letters that leave when it starts.
// Not what each letter says. Rule held (rulings, "Declining and deadlines"): reminders that have
// lost their point are not sent, and nobody gets five letters.
#include <gtest/gtest.h>

#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mail_house::week {

using post_test::SmtpPeer;

std::vector<std::string> subjects(const SmtpPeer& peer) {
  std::vector<std::string> all;
  for (const json& letter : peer.letters()) {
    const json read = post_test::read_by_python(letter["bytes"]);
    all.push_back(letter["to"][0].get<std::string>() + ": " + read["subject"].get<std::string>());
  }
  return all;
}

TEST(MailAfterAWeek, IsExactlyWhatIsStillNeeded) {
  const SmtpPeer peer;
  MailHouse house;
  house.clock.now += std::chrono::hours{7 * 24};  // Monday again, 10.00
  EXPECT_EQ(house.desk().fire_due(house.clock.now).accidents, 0U);
  house.send(peer);
  const std::vector<std::string> wanted{
      "vuxen@helsingborg.example: Kallelse till SIP-möte fredag den 20 mars 2026, ärende"
      " nv-2026-051",
      "psykos.helsingborg@skane.example: Kallelse till SIP-möte fredag den 20 mars 2026, ärende"
      " nv-2026-051",
      "helsingborg@polisen.example: Kallelse till SIP-möte fredag den 20 mars 2026, ärende"
      " nv-2026-051"};
  EXPECT_EQ(subjects(peer), wanted);
  house.send(peer);
  EXPECT_EQ(subjects(peer).size(), wanted.size());
}

}  // namespace kallad::mail_house::week
