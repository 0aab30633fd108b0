// Every letter of a meeting's life as another, strict program takes it: heads, lines, parts, and
// the calendar entry across both clock changes. Not who is told what: tests/adapters/mailroom.
// Rule kept: what leaves is right by RFC 5322, 2045, 5545 and 6047, also where programs forgive.
#include <cstdlib>

#include "tests/adapters/mailbag/bag.hpp"

namespace kallad::mailbag {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;

/// What a strict reader finds wrong, a line each; empty where all is well.
std::string faults_of(const mail_house::json& letters, const std::filesystem::path& folder) {
  const auto in = folder / "letters.json";
  const auto out = folder / "faults.txt";
  std::ofstream{in} << letters.dump();
  const std::string command = "/usr/bin/python3 " + std::string{KALLAD_SOURCE_DIR} +
                              "/tests/adapters/mailbag/strict_reader.py < " + in.string() + " > " +
                              out.string() + " 2>&1";
  const bool ran = std::system(command.c_str()) == 0;
  std::ifstream told{out};
  const std::string text{std::istreambuf_iterator<char>{told}, {}};
  return ran ? text : "the reader did not end well:\n" + text;
}

}  // namespace

TEST(LettersLeaving, AreReadByAStrictReaderWithoutAFault) {
  const post_test::SmtpPeer peer;
  mail_house::MailHouse house{the_box};
  const auto send = [&] { house.send(peer); };
  send();
  NameSubstitute substitute;
  substitute.party = reception;
  substitute.meeting = 1;
  substitute.version = 1;
  substitute.substitute = {"Eva Ek", "kurator", "eva@region.example", Mandate::yes, false, {}};
  house.tell(substitute);
  send();
  for (const auto day : {local_days{days{20'542}}, local_days{days{20'754}}}) {  // 30 March, 28 Oct
    ChangeMeeting moved;
    moved.starts = LocalTime{day} + hours{9};
    moved.place = "Rådhuset, \"Åsrummet\"; våning 3, ingång från Östra Storgatan bakom biblioteket";
    house.tell(moved);
    send();
  }
  house.clock.now += days{7};
  house.desk().fire_due(house.clock.now);
  send();
  house.tell(CancelMeeting{"Sjukdom"});
  send();
  const auto letters = peer.letters();
  EXPECT_GT(letters.size(), 12U);
  EXPECT_EQ(faults_of(letters, house.folder.path()), "");
  // The reader finds what is wrong, or its silence says nothing.
  auto broken = mail_house::json::array({letters.front(), letters.front()});
  const std::string fault = faults_of(broken, house.folder.path());
  EXPECT_NE(fault.find("Message-ID again"), std::string::npos) << fault;
  EXPECT_NE(fault.find("REQUEST after ("), std::string::npos) << fault;
}

}  // namespace kallad::mailbag
