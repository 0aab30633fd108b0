// Nothing that leaves the product tells who or why: data chosen to provoke it, real mails, all of
// each mail read: heads, parts, file names, calendar entries, links.
// Not the letters' texts alone: tests/adapters/letter. Rule held (domain 6): case number, time,
// place or link, and nothing that tells who or why.
#include <gtest/gtest.h>

#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mail_house::leaks {

using post_test::SmtpPeer;

/// What a case may be given by people who are not careful. `{}` is left to the test.
struct Provoking {
  const char* place;
  const char* link;
  const char* purpose;
};

const Provoking provoking[] = {
    {"Hos Karin Påhittad, Storgatan 3", "https://video.example/karin.pahittad", "Karins missbruk"},
    {"Rum 3, fråga efter Påhittad", "https://video.example/?n=P%C3%A5hittad", "Suicidrisk"},
    {"19701063-2391", "https://video.example/197010632391", "Avhysning"},
    {"Stadshuset, KARIN P.", "https://video.example/r/2f6c", "Sekretesskänsligt"},
    {"karin påhittad", "https://KARIN.example/x", "Våld i hemmet"},
};

std::string told(const Provoking& one, int number) {
  const std::string source{KALLAD_SOURCE_DIR};
  const std::string id = "nv-2026-1" + std::to_string(number);
  return "# A case whose fields tell too much.\nuse " + source +
         "/tests/scenes/northwest_skane.scene\ncase " + id + " number=" + id +
         " person.name=\"Karin Påhittad\" person.identity_number=19701063-2391"
         " need=\"Bor på gatan sedan vräkningen\" coordinator.name=\"Siv Samordnare\""
         " parties helsingborg/vuxen, region/fact, region/bup-helsingborg, den-enskilde\n"
         "2026-03-02 09:00  coordinator  record_consent until=2027-03-02\n"
         "2026-03-02 09:05  coordinator  send_summons starts=2026-03-20T13:00 place=\"" +
         std::string{one.place} + "\" link=\"" + one.link + "\" purpose=\"" + one.purpose +
         "\" questions=\"Varför slutade Karin ta sin medicin?\"\n"
         "2026-03-02 09:30  coordinator  answer region/bup-helsingborg cannot_come\n"
         "2026-03-02 09:40  region/fact  name_substitute name=\"Vera Vikarie\" role=kurator"
         " contact=vera@skane.example mandate=yes\n";
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

/// All the words of a mail as another program reads them, and the mail's bytes.
std::string all_of(const json& letter) {
  return lower(letter.dump() + post_test::read_by_python(letter["bytes"]).dump());
}

TEST(MailLeaks, NoMailTellsWhoOrWhyWhateverIsWrittenInTheCase) {
  std::size_t mails = 0;
  int number = 0;
  for (const Provoking& one : provoking) {
    const SmtpPeer peer;
    MailHouse house{MailHouse::Plain{told(one, ++number)}};
    house.send(peer);
    house.clock.now += std::chrono::hours{7 * 24};
    house.desk().fire_due(house.clock.now);
    house.send(peer);
    for (const json& letter : peer.letters()) {
      const std::string text = all_of(letter);
      for (const char* word : {"karin", "hittad", "19701063", "197010632391", "missbruk", "suicid",
                               "avhysning", "vräk", "medicin", "våld", "sekretessk", "vera vik"}) {
        EXPECT_EQ(text.find(word), std::string::npos) << word << " to " << letter["to"][0];
      }
      ++mails;
    }
  }
  EXPECT_GT(mails, 20U);
  std::cout << mails << " mails read\n";
}

}  // namespace kallad::mail_house::leaks
