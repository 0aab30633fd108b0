// The text forms of due rows, refusals and overview lines: what is written is read back as it was.
// Not what falls due: tests/engine.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <boost/mp11.hpp>

#include "adapters/brain/rows.hpp"

namespace kallad {
namespace {

std::vector<DueKind> kinds() {
  std::vector<DueKind> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<DueKind>>(
      [&](auto each) { all.push_back(each.value); });
  return all;
}

RC_GTEST_PROP(Rows, ADueRowIsReadBackAsItWas, ()) {
  const auto all = kinds();
  Due due;
  due.at = Instant{std::chrono::milliseconds{*rc::gen::arbitrary<std::int64_t>()}};
  due.kind = all[*rc::gen::inRange<std::size_t>(0, all.size())];
  due.number = *rc::gen::arbitrary<std::uint32_t>();
  due.about = *rc::gen::element<std::string>("", "region/bup", "anna", "a.b-c_d/e");
  RC_ASSERT(due_of(due_row(due)) == due);
}

TEST(Rows, ARowThisProgramHasNotWrittenIsRefused) {
  const Instant at{};
  EXPECT_THROW(due_of({at, "no_such_kind", "1"}), std::invalid_argument);
  EXPECT_THROW(due_of({at, "answer_deadline", ""}), std::invalid_argument);
  EXPECT_THROW(due_of({at, "answer_deadline", "x:y"}), std::invalid_argument);
  EXPECT_THROW(due_of({at, "answer_deadline", "1 region"}), std::invalid_argument);
  EXPECT_THROW(due_of({at, "answer_deadline", "99999999999:region"}), std::invalid_argument);
  EXPECT_EQ(due_of({at, "answer_deadline", "1:"}).about, "");
}

TEST(Rows, RefusalsKeepSeveralValuesOfOneName) {
  const Refusals refusals{{"form_incomplete", {{"field", "found_at"}, {"field", "causes"}}},
                          {"meeting_is_cancelled", {}}};
  const auto rows = read_refusals(refusals_text(refusals));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (RefusalRow{"form_incomplete", {{"field", "found_at"}, {"field", "causes"}}}));
  EXPECT_EQ(rows[1].rule, "meeting_is_cancelled");
  EXPECT_TRUE(read_refusals("the disk is full").empty());
}

TEST(Rows, AnOverviewLineNamesTheCaseAndNeverThePerson) {
  CaseFile file;
  EXPECT_EQ(case_row(file), "null") << "not opened";
  file.running.id = CaseId{"2026-1"};
  file.running.opened = Cited{};
  file.running.person = {"Anna Exempel", "19121212-1212", Protection::none};
  file.running.need = "Stöd till Anna";
  file.running.coordinator = {UnitId{"helsingborg/vuxen"}, "Kim Ek"};
  Meeting meeting;
  meeting.notice.starts = Instant{std::chrono::hours{1}};
  file.running.meetings.push_back(meeting);
  file.deficiencies.resize(2);
  file.deficiencies[1].state = DeficiencyState::withdrawn;
  EXPECT_EQ(case_row(file),
            R"({"id":"2026-1","kind":"sip","step":"preparation","round":1,)"
            R"("coordinator":"helsingborg/vuxen","next_meeting":"1970-01-01T01:00:00Z",)"
            R"("open_deficiencies":1})");
}

}  // namespace
}  // namespace kallad
