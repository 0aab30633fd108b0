// The fate of rows of principals, units, councils and agreements: new, changed, unchanged, refused,
// lacking; and that what is planned is what the engine then takes. Members: plan_members_test.cpp.
#include "adapters/import/plan.hpp"

#include "tests/adapters/import/importing.hpp"

namespace kallad::importing::plan_test {
namespace {

Plan plan(const Ledger& ledger, std::initializer_list<std::string_view> texts) {
  return plan_import(ledger, files(texts));
}

TEST(Plan, TakesInAWholeRegisterInWhateverOrderItIsGiven) {
  const Plan whole = plan({}, {some_agreements, some_units, some_councils, some_principals});
  EXPECT_EQ(count(whole, Fate::added), 6U);
  EXPECT_EQ(whole.rows.size(), 6U);
  Ledger ledger;
  take(ledger, whole);
  EXPECT_EQ(ledger.known.units.at(UnitId{"stad/vuxen"}).mailbox, "vuxen@stad.example");
  EXPECT_EQ(ledger.known.principals.at(PrincipalId{"stad"}).kind, PrincipalKind::municipality);
  EXPECT_EQ(ledger.known.agreements.at(AgreementId{"norr"}).council, CouncilId{"norr"});
}

TEST(Plan, ASecondTimeChangesNothing) {
  const Plan again =
      plan(some_ledger(), {some_principals, some_units, some_councils, some_agreements});
  EXPECT_EQ(count(again, Fate::unchanged), again.rows.size());
  EXPECT_EQ(again.rows.size(), 6U);
  EXPECT_TRUE(again.commands.empty());
}

TEST(Plan, SaysWhichFieldsChangeAndLeavesColumnsAloneThatAreNotThere) {
  Ledger ledger = some_ledger();
  const Plan change = plan(ledger, {"enhet;chef;ställföreträdare\n"
                                    "stad/vuxen;Doris Påhittad;Einar Påhittad | Frida Påhittad\n"});
  EXPECT_EQ(lines_of(change), (Lines{"t1.csv:2 stad/vuxen changed [chef:  -> Doris Påhittad] "
                                     "[ställföreträdare:  -> Einar Påhittad | Frida Påhittad]",
                                     "region/psykos lacking"}));
  take(ledger, change);
  const Unit& unit = ledger.known.units.at(UnitId{"stad/vuxen"});
  EXPECT_EQ(unit.deputies, (std::vector<std::string>{"Einar Påhittad", "Frida Påhittad"}));
  EXPECT_EQ(unit.mailbox, "vuxen@stad.example");
}

TEST(Plan, AnEmptyCellEmptiesTheField) {
  Ledger ledger = some_ledger();
  const Plan change = plan(ledger, {"enhet;funktionsbrevlåda\nstad/vuxen;\n"});
  EXPECT_EQ(lines_of(change).front(),
            "t1.csv:2 stad/vuxen changed [funktionsbrevlåda: vuxen@stad.example -> ] "
            "(mailbox_missing)");
  take(ledger, change);
  EXPECT_EQ(ledger.known.units.at(UnitId{"stad/vuxen"}).mailbox, "");
}

TEST(Plan, WhatIsNewNeedsItsColumns) {
  EXPECT_EQ(lines_of(plan(some_ledger(), {"enhet;chef\nstad/ny;Doris Påhittad\n"})).front(),
            "t1.csv:2 stad/ny refused {column_missing 2:0} {column_missing 2:0}");
}

TEST(Plan, RefusesCellsThatHaveNotTheFormOfTheirColumn) {
  const Ledger ledger = some_ledger();
  EXPECT_EQ(lines_of(plan(ledger, {"huvudman;namn;slag\nÅby;Åby;kommun\nby;By;by\n"})),
            (Lines{"t1.csv:2  refused {bad_id 2:1}", "t1.csv:3 by refused {unknown_value 3:7}",
                   "region lacking", "stad lacking"}));
  const Plan agreements =
      plan(ledger,
           {"överenskommelse;gäller_från;gäller_till\nnorr;2026-02-30;\nsyd;2026-01-01;snart\n"});
  EXPECT_EQ(lines_of(agreements)[0], "t1.csv:2 norr refused {bad_date 2:6}");
  EXPECT_TRUE(agreements.rows[1].refusals.front().why.rule == "bad_date");
  EXPECT_TRUE(agreements.commands.empty());
}

TEST(Plan, AsksTheEngineAndPointsAtTheCell) {
  EXPECT_EQ(lines_of(plan(some_ledger(), {"enhet;namn;huvudman;hsa-id\n"
                                          "stad/a;A;byn;\n"
                                          "stad/b;B;stad;SE12-x\n"
                                          "stad/c;;stad;SE2321000016-1A2B\n"})),
            (Lines{"t1.csv:2 stad/a refused {principal_unknown 2:10}",
                   "t1.csv:3 stad/b refused {hsa_id_malformed 3:15}",
                   "t1.csv:4 stad/c refused {name_required 4:8}", "region/psykos lacking",
                   "stad/vuxen lacking"}));
}

TEST(Plan, MailboxesLookLikeAddresses) {
  const auto fate = [](const std::string& mailbox, const std::string& contact) {
    const std::string text = "enhet;funktionsbrevlåda;chefens_kontakt\nstad/vuxen;\"" + mailbox +
                             "\";\"" + contact + "\"\n";
    return plan(some_ledger(), {text}).rows.front();
  };
  EXPECT_EQ(fate("buf@stad.example", "070-123 45 67").fate, Fate::changed);
  EXPECT_EQ(fate("buf@stad.example", "chef@stad.example").fate, Fate::changed);
  for (const char* wrong : {"stad.example", "@stad.example", "a@stad", "a@@stad.example",
                            "a b@stad.example", "a@b.se, c@d.se", "a@stad.", "a@.se", "a@b..se"}) {
    const RowFate row = fate(wrong, "");
    ASSERT_EQ(row.fate, Fate::refused) << wrong;
    EXPECT_EQ(row.refusals.front().why.rule, "address_malformed");
    EXPECT_EQ(row.refusals.front().at, (Place{2, 12}));
  }
  EXPECT_EQ(fate("buf@stad.example", "chef@stad").fate, Fate::refused);
}

TEST(Plan, TellsOfAMailboxThatLettersComeBackFrom) {
  Ledger ledger = some_ledger();
  const Date day{std::chrono::year{2026} / 3 / 2};
  const auto verdict = ledger::decide(ledger, RecordMailboxCheck{UnitId{"stad/vuxen"}, day, true});
  ledger::apply(ledger, verdict.events().front());
  EXPECT_EQ(lines_of(plan(ledger, {some_units}))[1],
            "t1.csv:3 stad/vuxen unchanged (mailbox_bounced)");
  EXPECT_EQ(lines_of(plan(ledger, {"enhet;funktionsbrevlåda\nstad/vuxen;ny@stad.example\n"}))[0],
            "t1.csv:2 stad/vuxen changed "
            "[funktionsbrevlåda: vuxen@stad.example -> ny@stad.example]");
}

TEST(Plan, RefusesBothRowsOfOneKeyAlsoInDifferentFiles) {
  const Plan twice = plan(
      some_ledger(), {"enhet;chef\nstad/vuxen;A\nregion/psykos;C\n", "enhet;chef\nstad/vuxen;B\n"});
  EXPECT_EQ(lines_of(twice), (Lines{"t1.csv:2 stad/vuxen refused {row_twice 2:0}",
                                    "t1.csv:3 region/psykos changed [chef:  -> C]",
                                    "t2.csv:2 stad/vuxen refused {row_twice 2:0}"}));
  EXPECT_EQ(twice.rows[0].refusals[0].why.data[1].second, "t2.csv:2");
  EXPECT_EQ(twice.rows[2].refusals[0].why.data[1].second, "t1.csv:2");
  EXPECT_EQ(twice.commands.size(), 1U);
}

TEST(Plan, AProviderMayStandAboveThePrincipalItIsBoundLike) {
  const Plan chain = plan({}, {"huvudman;namn;slag;bunden_som\n"
                               "c;C;privat utförare;b\n"
                               "b;B;private_provider;a\n"
                               "a;A;region;\n"
                               "d;D;privat utförare;\n"
                               "e;E;privat utförare;f\n"});
  EXPECT_EQ(lines_of(chain)[3],
            "t1.csv:5 d added [huvudman:  -> d] [namn:  -> D] "
            "[slag: annan organisation -> privat utförare] (provider_bound_like_nobody)");
  EXPECT_EQ(lines_of(chain)[4], "t1.csv:6 e refused {principal_unknown 6:21}");
  EXPECT_EQ(count(chain, Fate::added), 4U);
  Ledger ledger;
  take(ledger, chain);
  EXPECT_EQ(ledger.known.principals.at(PrincipalId{"c"}).bound_like, PrincipalId{"b"});
}

TEST(Plan, CellsThatLookLikeFormulasAreNames) {
  Ledger ledger = some_ledger();
  take(ledger, plan(ledger, {"enhet;chef\nstad/vuxen;=1+1\n"}));
  EXPECT_EQ(ledger.known.units.at(UnitId{"stad/vuxen"}).head, "=1+1");
}

}  // namespace
}  // namespace kallad::importing::plan_test
