// Tests of the token: it comes back whole, tells nothing, and none but ours is opened.
// Not of what the link leads to: see target_test.cpp.
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "adapters/answer_link/link_token.hpp"

namespace kallad {
namespace {

LinkKey link_key(unsigned id, char letter = 'k') { return {id, std::string(32, letter)}; }

LinkName some_link() {
  return {LinkHolder::substitute, CaseId{"01kb0r7k3w5s8m2x9c4t6v1d0h"}, 4711,
          mark_of(PartyId{"region/psykosmottagning"})};
}

LinkName any_link() {
  LinkName name;
  name.holder = *rc::gen::element(LinkHolder::party, LinkHolder::substitute, LinkHolder::check_in);
  name.of_case = CaseId{*rc::gen::nonEmpty(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string{"abcxyz0189-/._"})))};
  name.of_case.text.resize(std::min<std::size_t>(name.of_case.text.size(), 64));
  name.event = *rc::gen::arbitrary<std::uint32_t>();
  name.party = mark_of(PartyId{*rc::gen::arbitrary<std::string>()});
  return name;
}

std::string bytes_of(std::string token) {
  for (char& letter : token) letter = letter == '-' ? '+' : letter == '_' ? '/' : letter;
  token.resize((token.size() + 3) / 4 * 4, '=');
  std::string raw(token.size(), '\0');
  const auto* text = reinterpret_cast<const unsigned char*>(token.data());
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(raw.data()), text,
                                     static_cast<int>(token.size()));
  raw.resize(static_cast<std::size_t>(length));
  return raw;
}

RC_GTEST_PROP(LinkToken, NamesWhatItWasMadeFor, ()) {
  const LinkKeyring keys{{link_key(3)}};
  const LinkName name = any_link();
  RC_ASSERT(keys.open(keys.seal(name)) == name);
}

RC_GTEST_PROP(LinkToken, OfAnotherNameIsAnotherToken, ()) {
  const LinkKeyring keys{{link_key(3)}};
  const LinkName one = any_link();
  const LinkName other = any_link();
  RC_ASSERT((keys.seal(one) == keys.seal(other)) == (one == other));
}

RC_GTEST_PROP(LinkToken, WithOneLetterChangedOpensNothing, ()) {
  const LinkKeyring keys{{link_key(3), link_key(4, 'l')}};
  std::string token = keys.seal(any_link());
  const auto at = *rc::gen::inRange<std::size_t>(0, token.size());
  const char was = token[at];
  token[at] = *rc::gen::arbitrary<char>();
  RC_ASSERT(keys.open(token).has_value() == (token[at] == was));
}

TEST(LinkToken, WithOneBitChangedOpensNothing) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const LinkKeyring keys{{link_key(3)}};
  const std::string token = keys.seal(some_link());
  for (std::size_t at = 0; at < token.size(); ++at) {
    for (unsigned bit = 1; bit < 64; bit <<= 1U) {
      std::string changed = token;
      changed[at] = digits[digits.find(token[at]) ^ bit];
      EXPECT_FALSE(keys.open(changed)) << at << ' ' << bit;
    }
  }
}

TEST(LinkToken, CutShortOrMadeLongerOpensNothing) {
  const LinkKeyring keys{{link_key(3)}};
  const std::string token = keys.seal(some_link());
  for (std::size_t length = 0; length < token.size(); ++length) {
    EXPECT_FALSE(keys.open(token.substr(0, length))) << length;
  }
  for (const char* more : {"A", "AAAA", "=", "==", " ", "\n", "\\"}) {
    EXPECT_FALSE(keys.open(token + more)) << more;
  }
  EXPECT_FALSE(keys.open(std::string(1'000'000, 'A')));
}

TEST(LinkToken, HasOneSpellingOnly) {
  const LinkKeyring keys{{link_key(3)}};
  LinkName name = some_link();
  for (name.event = 0; name.event < 200; ++name.event) {
    std::string token = keys.seal(name);
    EXPECT_EQ(token.find_first_of("+/="), std::string::npos);
    std::string other = token;
    for (char& letter : other) letter = letter == '-' ? '+' : letter == '_' ? '/' : letter;
    EXPECT_EQ(keys.open(other).has_value(), other == token);
  }
}

TEST(LinkToken, FitsIntoALineOfAMail) {
  const LinkKeyring keys{{link_key(3)}};
  ASSERT_EQ(some_link().of_case.text.size(), 26U);
  EXPECT_LT(("/s/" + keys.seal(some_link())).size(), 76U);
}

TEST(LinkToken, IsTheSameEachTimeSoThatAReminderCarriesTheLinkOfItsSummons) {
  const LinkKeyring before{{link_key(3)}};
  const LinkKeyring after_restart{{link_key(3), link_key(2)}};
  EXPECT_EQ(before.seal(some_link()), after_restart.seal(some_link()));
}

// Links stand in letters that were sent: what opens them may not change. Never edit this one.
TEST(LinkToken, OfTheFirstVersionIsOpenedForEver) {
  const LinkKeyring keys{{link_key(3)}};
  EXPECT_EQ(keys.open("E9iafit4wTloQ9jIH9dfLY_SVwANrxbIGITyzD020Mq71srqg5NZbl5XRRDneLFgiin309xB"),
            some_link());
}

TEST(LinkToken, OfAVersionNotKnownOpensNothing) {
  const LinkKeyring keys{{link_key(3)}};
  const std::string token = keys.seal(some_link());
  ASSERT_EQ(bytes_of(token)[0], '\x13');
  EXPECT_FALSE(keys.open("I" + token.substr(1)));  // version 2, key 3
  EXPECT_FALSE(keys.open("A" + token.substr(1)));  // version 0
}

TEST(LinkToken, OfAForeignKeyOpensNothing) {
  const LinkKeyring ours{{link_key(3, 'a'), link_key(4, 'b')}};
  EXPECT_FALSE(ours.open(LinkKeyring{{link_key(3, 'x')}}.seal(some_link())));
  EXPECT_FALSE(ours.open(LinkKeyring{{link_key(4, 'a')}}.seal(some_link())));
  EXPECT_FALSE(ours.open(LinkKeyring{{link_key(5, 'a')}}.seal(some_link())));
}

TEST(LinkToken, LivesThroughAChangeOfKeysAndDiesWithItsKey) {
  const std::string old = LinkKeyring{{link_key(1, 'a')}}.seal(some_link());
  const LinkKeyring both{{link_key(2, 'b'), link_key(1, 'a')}};
  EXPECT_EQ(both.open(old), some_link());
  EXPECT_EQ(both.seal(some_link()), LinkKeyring{{link_key(2, 'b')}}.seal(some_link()));
  EXPECT_FALSE((LinkKeyring{{link_key(2, 'b')}}.open(old)));
}

TEST(LinkToken, TellsNothingInClear) {
  const LinkKeyring keys{{link_key(3)}};
  const LinkName name = some_link();
  const std::string raw = bytes_of(keys.seal(name));
  EXPECT_EQ(raw.find(name.of_case.text.substr(0, 4)), std::string::npos);
  EXPECT_EQ(raw.find(std::string(name.party.begin(), name.party.end())), std::string::npos);
  // Two seats of one case have nothing in common but version and key: no log ties them together.
  LinkName other = name;
  other.event += 1;
  const std::string second = bytes_of(keys.seal(other));
  std::size_t alike = 0;
  for (std::size_t at = 1; at < raw.size(); ++at) alike += raw[at] == second[at] ? 1U : 0U;
  EXPECT_EQ(raw[0], second[0]);
  EXPECT_LT(alike, 4U);
}

TEST(LinkKeyring, RefusesKeysThatAreNone) {
  EXPECT_THROW(LinkKeyring({}), std::invalid_argument);
  EXPECT_THROW(LinkKeyring({link_key(1), link_key(1, 'b')}), std::invalid_argument);
  EXPECT_THROW(LinkKeyring({link_key(1), link_key(2), link_key(3)}), std::invalid_argument);
  EXPECT_THROW(LinkKeyring({link_key(16)}), std::invalid_argument);
  EXPECT_THROW(LinkKeyring({{1, std::string(31, 'k')}}), std::invalid_argument);
  EXPECT_NO_THROW(LinkKeyring({link_key(0), link_key(15)}));
}

TEST(LinkCommandId, IsOneForOneFormOfOneLink) {
  const LinkName name = some_link();
  LinkName other = name;
  other.event += 1;
  EXPECT_EQ(command_id_of(name, "n1"), command_id_of(name, "n1"));
  const std::set<std::string> all{command_id_of(name, "n1"), command_id_of(name, "n2"),
                                  command_id_of(other, "n1")};
  EXPECT_EQ(all.size(), 3U);
  for (const auto& id : all) {
    EXPECT_TRUE(id.starts_with("link-"));
    EXPECT_EQ(id.size(), 37U);
  }
}

}  // namespace
}  // namespace kallad
