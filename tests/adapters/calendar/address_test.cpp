// One form for the many ways of writing an address, and what is none.
// Not a test of mail servers. Rule kept: two ways of writing the same address are equal, and
// nothing else becomes one.
#include <gtest/gtest.h>

#include "adapters/calendar/address.hpp"

namespace kallad::calendar_test {
namespace addresses {
namespace {

using calendar::as_mailto;
using calendar::normal_address;

TEST(Address, HasOneForm) {
  for (const char* written :
       {"vik@region.example", "MAILTO:Vik@Region.Example", "mailto:vik@region.example",
        "mailto:vik%40region.example", " <vik@region.example> ", "MailTo:<VIK@region.example>",
        "mailto:vik@region.example?subject=Svar", "mailto:%76ik@region.example"}) {
    EXPECT_EQ(normal_address(written), "vik@region.example") << written;
  }
  EXPECT_EQ(normal_address("a+b.c_d%e@x-y.example"), "a+b.c_d%e@x-y.example");
  EXPECT_EQ(normal_address("mailto:a%25b@x.example"), "a%b@x.example");
}

TEST(Address, IsNoneOfThese) {
  for (const char* written : {"",
                              "mailto:",
                              "invalid:nomail",
                              "/o=Region/ou=Exchange/cn=vik",
                              "vik",
                              "@region.example",
                              "vik@",
                              "vik@@region.example",
                              "a b@region.example",
                              "vik@region..example",
                              ".vik@a.example",
                              "vik@a.example,siv@a.example",
                              "mailto:vik@a.example%0d%0aX:1",
                              "mailto:vik@a.example%00",
                              "mailto:vik%4",
                              "mailto:vik%zz@a.example",
                              "\"vik\"@a.example",
                              "vik@[127.0.0.1]",
                              "v\xc3\xadk@a.example",
                              "urn:uuid:1-2-3",
                              "https://a.example/@b"}) {
    EXPECT_EQ(normal_address(written), std::nullopt) << written;
  }
  EXPECT_TRUE(normal_address(std::string(64, 'a') + "@" + std::string(189, 'b')));
  EXPECT_FALSE(normal_address(std::string(64, 'a') + "@" + std::string(190, 'b')));
}

TEST(Address, IsTheSameAfterTheWayThroughAUri) {
  for (const char* address : {"vik@region.example", "a+b%c@x.example", "a&b=c?d#e/f@x.example",
                              "!#$%&'*+-/=?^_`{|}~@x.example"}) {
    EXPECT_EQ(normal_address(as_mailto(address)), address);
  }
  EXPECT_EQ(as_mailto("a&b?c@x.example"), "mailto:a%26b%3Fc@x.example");
}

}  // namespace
}  // namespace addresses
}  // namespace kallad::calendar_test
