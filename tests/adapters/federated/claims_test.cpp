// Claims become a person, or say what is missing; headers are believed from the named proxy alone.
// Not accounts: federation_test.cpp. Rule kept: what the tables do not name gives no right.
#include "adapters/sign_in/federated/claims.hpp"

#include <gtest/gtest.h>

#include "adapters/sign_in/federated/shown_name.hpp"
#include "adapters/sign_in/federated/trusted_header.hpp"
#include "tests/adapters/sign_in/people_stage.hpp"

namespace kallad::testing {
namespace claims_test {
namespace {

std::optional<UnitId> unit_of(std::string_view hsa_id) {
  if (hsa_id != "SE2120001157-A001") return std::nullopt;
  return UnitId{"helsingborg/vuxen"};
}

ClaimSettings settings() {
  return {{"name", "unit_hsa_id", "roles"},
          good(position_table_in("sip-samordnare=coordinator; CN=sip,OU=chefer=unit_head")),
          unit_of};
}

ClaimValues evas() {
  return {{"name", {"Eva Exempel"}},
          {"unit_hsa_id", {"SE2120001157-A001"}},
          {"roles", {"annat", "CN=sip,OU=chefer", "sip-samordnare", "sip-samordnare"}}};
}

auto person(const ClaimValues& claims, std::string subject = "248289761001") {
  return person_of(settings(), "https://idp.example", std::move(subject), claims);
}

std::string fault(const std::string& claim, const std::vector<std::string>& values) {
  ClaimValues claims = evas();
  claims[claim] = values;
  return why_not(person(claims));
}

TEST(Claims, BecomeAPersonOfAUnitWithPositions) {
  EXPECT_EQ(good(person(evas())), (FederatedPerson{"https://idp.example",
                                                   "248289761001",
                                                   "Eva Exempel",
                                                   UnitId{"helsingborg/vuxen"},
                                                   {"coordinator", "unit_head"}}));
}

TEST(Claims, EveryFaultIsToldAtOnce) {
  EXPECT_EQ(why_not(person({}, "")),
            "sign_in_not_trusted sign_in_name_missing sign_in_unit_missing sign_in_no_position");
}

TEST(Claims, AUnitMustBeKnownAndOne) {
  EXPECT_EQ(fault("unit_hsa_id", {"SE2120001157-A002"}), "sign_in_unit_unknown");
  EXPECT_EQ(fault("unit_hsa_id", {""}), "sign_in_unit_missing");
  EXPECT_EQ(fault("unit_hsa_id", {"SE2120001157-A001", "SE2120001157-A002"}),
            "sign_in_unit_several");
  EXPECT_EQ(fault("unit_hsa_id", {"SE2120001157-A001", " SE2120001157-A001 "}), "");
}

TEST(Claims, AValueThatIsNotInTheTableGivesNoPosition) {
  for (const char* value : {"administrator", "coordinator", "SIP-samordnare", "sip", "*", ""})
    EXPECT_EQ(fault("roles", {value}), "sign_in_no_position") << value;
}

TEST(Claims, ARowForEverybodyGivesItsPositionToThoseWithoutAny) {
  ClaimSettings all = settings();
  all.positions = good(position_table_in("*=attendee; chef=unit_head"));
  ClaimValues claims = evas();
  claims.erase("roles");
  EXPECT_EQ(good(person_of(all, "i", "s", claims)).positions, std::vector<std::string>{"attendee"});
  claims["roles"] = {"chef"};
  EXPECT_EQ(good(person_of(all, "i", "s", claims)).positions,
            (std::vector<std::string>{"attendee", "unit_head"}));
}

TEST(Claims, ASubjectIsAShortPrintableText) {
  for (const std::string& bad : {std::string{}, std::string{" "}, std::string(256, 'a'),
                                 std::string{"a\nb"}, std::string("a\0b", 3)})
    EXPECT_EQ(why_not(person(evas(), bad)), "sign_in_not_trusted") << bad;
  EXPECT_EQ(why_not(person(evas(), std::string(255, 'a'))), "");
}

TEST(Claims, ATableOfPositionsIsReadWholeOrNotAtAll) {
  EXPECT_TRUE(good(position_table_in("")).empty());
  EXPECT_EQ(good(position_table_in(" a = auditor ;; b=attendee ;")),
            (PositionTable{{"a", "auditor"}, {"b", "attendee"}}));
  EXPECT_EQ(why_not(position_table_in("a=boss; =auditor; auditor")),
            "unknown_position position_table_form position_table_form");
}

TEST(ShownName, KeepsLettersOfAllScripts) {
  for (const char* name : {"Eva Exempel", "Åsa Öberg-Ängström", "Łukasz Żółć", "محمد مثال", "李雷",
                           "Ægir Þórsson", "D'Arc", "𝒜 Exempel"})
    EXPECT_EQ(fit_to_show(name), name);
}

TEST(ShownName, LosesWhatHidesOrTurnsRound) {
  EXPECT_EQ(fit_to_show("Eva\u202E lepmexE"), "Eva lepmexE");
  EXPECT_EQ(fit_to_show("  Eva\r\n\tExempel\u00A0 "), "Eva Exempel");
  EXPECT_EQ(fit_to_show("E\u200Bva\u2066\uFEFF\u00AD\x07"), "Eva");
  EXPECT_EQ(fit_to_show("\u200B\u202E "), "");
  EXPECT_EQ(fit_to_show("\u3164\U000E0041"), "");
}

TEST(ShownName, IsNothingWhereTheBytesAreNoText) {
  for (const char* bad : {"\xE5sa", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "Eva\xC3",
                          "\x80", "\xE2\x82", "\xF0\x80\x80\xAF"})
    EXPECT_EQ(fit_to_show(bad), "");
}

TEST(ShownName, HasAtMostAHundredCharacters) {
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "å";
  EXPECT_EQ(fit_to_show(longest + "åå"), longest);
}

TrustedHeaders proxy() {
  TrustedHeaders trusted{"x-subject", settings()};
  trusted.claims.names = {"x-name", "x-unit", "x-roles"};
  return trusted;
}

using Headers = std::vector<std::pair<std::string, std::string>>;

Headers evas_headers() {
  return {{"host", "kallad.example"},
          {"x-subject", "SE2120001157-1234"},
          {"x-name", "Eva Exempel"},
          {"x-unit", "SE2120001157-A001"},
          {"x-roles", "annat;sip-samordnare"}};
}

TEST(TrustedHeader, FromTheNamedProxySaysWho) {
  const HeaderAnswer answer = person_in_headers(proxy(), evas_headers(), true);
  EXPECT_EQ(good(answer.who.value()), (FederatedPerson{"proxy",
                                                       "SE2120001157-1234",
                                                       "Eva Exempel",
                                                       UnitId{"helsingborg/vuxen"},
                                                       {"coordinator"}}));
  EXPECT_FALSE(answer.disbelieved);
}

TEST(TrustedHeader, FromAnybodyElseIsNotBelievedAndTold) {
  const HeaderAnswer answer = person_in_headers(proxy(), evas_headers(), false);
  EXPECT_FALSE(answer.who);
  EXPECT_TRUE(answer.disbelieved);
  EXPECT_TRUE(
      person_in_headers(proxy(), Headers{{"x-roles", "sip-samordnare"}}, false).disbelieved);
  EXPECT_FALSE(person_in_headers(proxy(), Headers{{"host", "kallad.example"}}, false).disbelieved);
}

TEST(TrustedHeader, ThatStandsTwiceIsRefused) {
  for (const std::size_t twice : {1U, 2U, 3U, 4U}) {
    Headers headers = evas_headers();
    headers.push_back(headers[twice]);
    const HeaderAnswer answer = person_in_headers(proxy(), headers, true);
    EXPECT_EQ(why_not(answer.who.value()), "sign_in_not_trusted") << headers[twice].first;
  }
}

TEST(TrustedHeader, WithoutSubjectNamesNobody) {
  Headers headers = evas_headers();
  headers[1].second.clear();
  EXPECT_FALSE(person_in_headers(proxy(), headers, true).who);
  headers.erase(headers.begin() + 1);
  EXPECT_FALSE(person_in_headers(proxy(), headers, true).who);
  headers.insert(headers.begin(), {"x_subject", "SE2120001157-1234"});
  EXPECT_FALSE(person_in_headers(proxy(), headers, true).who) << "another header's name";
}

TEST(TrustedHeader, IsOffWhereNoSubjectIsSet) {
  TrustedHeaders off = proxy();
  off.subject.clear();
  Headers headers = evas_headers();
  headers.emplace_back("", "SE2120001157-1234");
  EXPECT_FALSE(person_in_headers(off, headers, true).who);
  EXPECT_FALSE(person_in_headers(off, headers, false).disbelieved);
}

TEST(TrustedHeader, ASubjectWithSemicolonsIsOneSubject) {
  Headers headers = evas_headers();
  headers[1].second = "a;b";
  EXPECT_EQ(good(person_in_headers(proxy(), headers, true).who.value()).subject, "a;b");
}

}  // namespace
}  // namespace claims_test
}  // namespace kallad::testing
