// Accounts of people who come from elsewhere: one for each issuer and subject, with the rights that
// are given now. Not claims: claims_test.cpp.
// Rule kept: nobody inherits an account by a name, and a lock holds against every issuer.
#include "adapters/sign_in/federated/federation.hpp"

#include <fstream>
#include <iterator>
#include <thread>

#include "tests/adapters/sign_in/people_stage.hpp"

namespace kallad::testing {
namespace federation_test {
namespace {

struct FederationTest : PeopleTest {
  Federation federation() { return {people->file, people->sessions, people->keyring}; }
  SignedIn in(const FederatedPerson& who) {
    return good(federation().sign_in(who, "Firefox", now));
  }
  Account account(const SignedIn& who) { return people->accounts.find(who.account).value(); }
  std::int64_t accounts() {
    return people->file.read([](SQLite::Database& database) {
      return database.execAndGet("SELECT count(*) FROM accounts").getInt64();
    });
  }

  const FederatedPerson ada{
      "https://idp.example", "19121212-1212", "Ada Exempel", UnitId{"region/psyk"}, {"attendee"}};
};

TEST_F(FederationTest, TheFirstSignInMakesAnAccountAndTheNextFindsIt) {
  const SignedIn first = in(ada);
  const auto session = people->sessions.session(first.session.token, now).value();
  EXPECT_EQ(session.shown_name, "Ada Exempel");
  EXPECT_EQ(session.unit, UnitId{"region/psyk"});
  EXPECT_EQ(session.positions, std::vector<std::string>{"attendee"});
  now += 1h;
  const SignedIn second = in(ada);
  EXPECT_EQ(second.account, first.account);
  EXPECT_NE(second.session.token, first.session.token);
  EXPECT_EQ(accounts(), 1);
}

TEST_F(FederationTest, AnotherIssuerOrSubjectIsAnotherPerson) {
  const std::string one = in(ada).account;
  FederatedPerson other = ada;
  other.issuer = "proxy";
  EXPECT_NE(in(other).account, one);
  other = ada;
  other.subject = "19121212-1213";
  EXPECT_NE(in(other).account, one);
  other = ada;
  other.issuer += other.subject.front();
  other.subject.erase(0, 1);
  EXPECT_NE(in(other).account, one) << "issuer and subject run together";
}

TEST_F(FederationTest, NobodyInheritsALocalAccountByItsName) {
  const Somebody local = eva();
  FederatedPerson namesake = ada;
  namesake.subject = local.user_name;
  namesake.shown_name = "Eva Exempel";
  EXPECT_NE(in(namesake).account, local.account);
  namesake.subject = "administrator";
  const SignedIn outside = in(namesake);
  const auto link = people->enrolment.invite({"admin2", "A", UnitId{"u"}, {"administrator"}}, now);
  EXPECT_NE(good(link).account, outside.account);
}

TEST_F(FederationTest, TheFirstAdministratorCanStillBeMadeAfterwards) {
  const std::string outside = in(ada).account;
  const auto link = people->enrolment.first_administrator_link(now);
  ASSERT_TRUE(link);
  EXPECT_NE(link->account, outside);
}

TEST_F(FederationTest, HasNoPasswordAtTheDoor) {
  const Account made = account(in(ada));
  for (const char* password : {"", "ett långt lösenord"}) {
    EXPECT_EQ(answer({made.user_name, password, "000000", "192.0.2.1", "", "Firefox"}),
              "sign_in_failed");
    now += 1h;
  }
  const auto session = people->sessions.session(in(ada).session.token, now).value();
  EXPECT_EQ(
      why_not(people->sign_in.change_password(session, {"", "gröna hästar äter hö", ""}, now)),
      "sign_in_failed");
}

TEST_F(FederationTest, OtherRightsEndFormerSessions) {
  const SignedIn before = in(ada);
  EXPECT_TRUE(is_in(before.session.token));
  FederatedPerson moved = ada;
  moved.unit = UnitId{"helsingborg/vuxen"};
  const SignedIn after = in(moved);
  EXPECT_FALSE(is_in(before.session.token));
  EXPECT_TRUE(is_in(after.session.token));
  moved.positions = {"coordinator"};
  in(moved);
  EXPECT_FALSE(is_in(after.session.token));
}

TEST_F(FederationTest, AnotherNameEndsNothingAndShowsAtOnce) {
  const SignedIn before = in(ada);
  EXPECT_TRUE(is_in(before.session.token));
  FederatedPerson married = ada;
  married.shown_name = "Ada Exempelsson";
  in(married);
  EXPECT_EQ(people->sessions.session(before.session.token, now).value().shown_name,
            "Ada Exempelsson");
}

TEST_F(FederationTest, ALockHoldsAgainstEveryIssuer) {
  const SignedIn before = in(ada);
  good(people->accounts.lock(before.account));
  FederatedPerson more = ada;
  more.positions = {"administrator"};
  EXPECT_EQ(why_not(federation().sign_in(more, "Firefox", now)), "account_not_active");
  EXPECT_EQ(account(before).positions, ada.positions) << "refused, and changed all the same";
  EXPECT_FALSE(is_in(before.session.token));
  good(people->accounts.unlock(before.account));
  EXPECT_EQ(in(ada).account, before.account);
  good(people->accounts.close(before.account));
  EXPECT_EQ(why_not(federation().sign_in(ada, "Firefox", now)), "account_not_active");
}

TEST_F(FederationTest, AThiefOfTheFileLearnsNoSubject) {
  in(ada);
  std::string bytes;
  for (const char* name : {"people.sqlite", "people.sqlite-wal"}) {
    std::ifstream file{folder / name, std::ios::binary};
    bytes.append(std::istreambuf_iterator<char>{file}, {});
  }
  ASSERT_NE(bytes.find("Ada Exempel"), std::string::npos);
  EXPECT_EQ(bytes.find("19121212"), std::string::npos);
  EXPECT_EQ(bytes.find("idp.example"), std::string::npos);
}

TEST_F(FederationTest, OfManyFirstSignInsAtOnceOneAccountComes) {
  constexpr int at_once = 8;
  std::vector<std::string> made(at_once);
  std::vector<std::thread> threads;
  for (std::string& each : made) threads.emplace_back([&] { each = in(ada).account; });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::set<std::string>(made.begin(), made.end()).size(), 1U);
  EXPECT_EQ(accounts(), 1);
}

}  // namespace
}  // namespace federation_test
}  // namespace kallad::testing
