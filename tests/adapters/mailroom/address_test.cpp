// Letters to who answers for a unit in one case, instead of the unit's function mailbox.
// Not how an address is given: tests/adapters/api.
#include <gtest/gtest.h>

#include "adapters/mailroom/kept/addresses.hpp"
#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mail_house::addresses {
namespace {

using mailroom::Addresses;
using post_test::SmtpPeer;

TEST(PartyAddress, IsWhereThePartysLettersGoInThatCase) {
  const SmtpPeer peer;
  MailHouse house;
  const CaseId of_case{the_case};
  Addresses addresses{house.file};
  addresses.put(of_case, reception, "lena@skane.example", "Siv", house.clock.now);
  addresses.put(CaseId{"another"}, PartyId{"police/helsingborg"}, "x@y.example", "Siv",
                house.clock.now);
  house.send(peer);
  EXPECT_EQ(letters_to(peer, "lena@skane.example").size(), 1U);
  EXPECT_TRUE(letters_to(peer, psykos).empty());
  EXPECT_TRUE(letters_to(peer, "x@y.example").empty()) << "of another case";
  EXPECT_TRUE(house.seat().accepted);
  addresses.put(of_case, reception, "", "Siv", house.clock.now);
  EXPECT_TRUE(addresses.of_case(of_case).empty());
  house.tell(CancelMeeting{"Lokalen brann"});
  house.send(peer);
  EXPECT_EQ(letters_to(peer, psykos).size(), 1U) << "the mailbox again";
}

TEST(PartyAddress, GoesWhenTheCasesLettersHaveGone) {
  MailHouse house;
  Addresses addresses{house.file};
  addresses.put(CaseId{"old"}, reception, "lena@skane.example", "Siv", house.clock.now);
  house.file.forget_old(house.clock.now + std::chrono::days{400});
  EXPECT_EQ(addresses.of_case(CaseId{"old"}).size(), 1U);
  house.file.forget_old(house.clock.now + std::chrono::days{401});
  EXPECT_TRUE(addresses.of_case(CaseId{"old"}).empty());
}

}  // namespace
}  // namespace kallad::mail_house::addresses
