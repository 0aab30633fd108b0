// The members of agreements row by row: what stands and is not named stays, and a refused row is
// not stored with the others. Not who is bound on a day: the engine's duty_of is asked here.
#include "tests/adapters/import/importing.hpp"

namespace kallad::importing::plan_members_test {
namespace {

constexpr std::string_view head = "överenskommelse;huvudman;enhet;skyldig_att_komma\n";

Plan plan(const Ledger& ledger, const std::string& rows) {
  const std::string text = std::string{head} + rows;
  return plan_import(ledger, files({text}));
}

/// Both principals are members; of the region one unit need not come.
Ledger ledger_with_members() {
  Ledger ledger = some_ledger();
  take(ledger, plan(ledger, "norr;stad;;ja\nnorr;region;;ja\nnorr;region;region/psykos;nej\n"));
  return ledger;
}

Duty duty_in(const Ledger& ledger, const char* unit) {
  return duty_of(ledger.known, UnitId{unit}, AgreementId{"norr"},
                 Date{std::chrono::year{2026} / 6 / 1});
}

TEST(PlanMembers, AreTakenInAsOneAgreement) {
  Ledger ledger = some_ledger();
  const Plan three =
      plan(ledger, "norr;stad;;ja\nnorr;region;;ja\nnorr;region;region/psykos;nej\n");
  EXPECT_EQ(count(three, Fate::added), 3U);
  EXPECT_EQ(three.commands.size(), 1U);
  take(ledger, three);
  EXPECT_EQ(duty_in(ledger, "stad/vuxen"), Duty::bound);
  EXPECT_EQ(duty_in(ledger, "region/psykos"), Duty::may_come);
}

TEST(PlanMembers, WhatIsNotNamedStaysAndIsTold) {
  Ledger ledger = ledger_with_members();
  const Plan one = plan(ledger, "norr;stad;;nej\nnorr;region;;ja\n");
  EXPECT_EQ(lines_of(one),
            (Lines{"t1.csv:2 norr, stad changed [skyldig_att_komma: ja -> nej]",
                   "t1.csv:3 norr, region unchanged", "norr, region, region/psykos lacking"}));
  take(ledger, one);
  EXPECT_EQ(duty_in(ledger, "stad/vuxen"), Duty::may_come);
  EXPECT_EQ(duty_in(ledger, "region/psykos"), Duty::may_come);
}

TEST(PlanMembers, ARefusedRowIsNotStoredWithTheOthers) {
  Ledger ledger = some_ledger();
  const Plan some = plan(ledger,
                         "norr;stad;;kanske\n"
                         "norr;region;stad/vuxen;ja\n"
                         "norr;region;;ja\n"
                         "norr;region;region/psykos;ja\n"
                         "norr;region;region/psykos;nej\n"
                         "syd;region;;ja\n");
  EXPECT_EQ(lines_of(some), (Lines{"t1.csv:2 norr, stad refused {unknown_value 2:12}",
                                   "t1.csv:3 norr, region, stad/vuxen refused {unit_unknown 3:13}",
                                   "t1.csv:4 norr, region added [överenskommelse:  -> norr] "
                                   "[huvudman:  -> region]",
                                   "t1.csv:5 norr, region, region/psykos refused {row_twice 5:0}",
                                   "t1.csv:6 norr, region, region/psykos refused {row_twice 6:0}",
                                   "t1.csv:7 syd, region refused {agreement_unknown 7:1}"}));
  take(ledger, some);
  EXPECT_EQ(ledger.known.agreements.at(AgreementId{"norr"}).members,
            (std::vector<Member>{{PrincipalId{"region"}, true, {}}}));
}

TEST(PlanMembers, ARefusedRowOfAMemberThatStandsIsNotToldAsLacking) {
  const Plan one = plan(ledger_with_members(), "norr;stad;;kanske\n");
  EXPECT_EQ(lines_of(one), (Lines{"t1.csv:2 norr, stad refused {unknown_value 2:12}",
                                  "norr, region lacking", "norr, region, region/psykos lacking"}));
  EXPECT_TRUE(one.commands.empty());
}

TEST(PlanMembers, MayJoinAnAgreementOfTheSameImport) {
  Ledger ledger;
  const std::string members = std::string{head} + "norr;stad;;ja\n";
  take(ledger, plan_import(ledger, files({members, some_agreements, some_councils, some_units,
                                          some_principals})));
  EXPECT_EQ(duty_in(ledger, "stad/vuxen"), Duty::bound);
  EXPECT_EQ(duty_in(ledger, "region/psykos"), Duty::outsider);
}

TEST(PlanMembers, StandWhenTheirAgreementIsChanged) {
  Ledger ledger = ledger_with_members();
  take(ledger, plan_import(ledger, files({"överenskommelse;gäller_till\nnorr;2026-12-31\n"})));
  EXPECT_EQ(duty_in(ledger, "stad/vuxen"), Duty::bound);
  EXPECT_TRUE(ledger.known.agreements.at(AgreementId{"norr"}).valid_until);
}

}  // namespace
}  // namespace kallad::importing::plan_members_test
