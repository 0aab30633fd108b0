// A whole report attacked: random years are counted, published, and read by one who knows all that
// adds up in it and tries the worlds that fit. Not the system the report was hidden in: the reader
// builds one of its own from the published cells and what the head of yearly_report.hpp says.
#include <gtest/gtest.h>

#include "engine/report/cause_lists.hpp"
#include "engine/spine/table.hpp"
#include "tests/engine/report/attacker.hpp"
#include "tests/engine/report/made_files.hpp"
#include "tests/support/many.hpp"

namespace kallad::report::test::year_attack {
namespace {

using enum Section;

/// The published cells of one kind as a system with the sums a reader knows; true values come from
/// the same year published without hiding.
class Reader {
 public:
  Reader(const YearlyReport& published, const YearlyReport& open)
      : published_(published), open_(open) {}

  std::size_t cell(Section section, std::string_view row = {}, std::string_view column = {}) {
    const std::size_t at = system_.add(*find_count(open_.cells, section, row, column)->value);
    hidden_.resize(at, false);  // slack between a part and its bound is a cell too
    hidden_.push_back(find_count(published_.cells, section, row, column)->state ==
                      CountState::hidden);
    return at;
  }

  /// Cells of that section and column, in the report's order.
  std::vector<std::size_t> rows(Section section, std::string_view column = {}) {
    std::vector<std::size_t> cells;
    for (const ReportCell& each : published_.cells) {
      if (each.section == section && each.column == column) {
        cells.push_back(cell(section, each.row, column));
      }
    }
    return cells;
  }

  CellSystem& system() { return system_; }

  std::size_t told(std::int64_t most) {
    hidden_.resize(system_.cells().size(), false);
    return Attacker{system_, hidden_, most}.told().size();
  }

 private:
  const YearlyReport& published_;
  const YearlyReport& open_;
  CellSystem system_;
  std::vector<bool> hidden_;
};

YearlyReport published(const YearTally& tally, int threshold) {
  Publication publication;
  publication.threshold = threshold;
  return tally.report(publication);
}

YearTally random_year() {
  const std::vector<UnitId> units{support::reception, support::care_centre, support::provider,
                                  support::police,    support::school,      UnitId{}};
  const std::vector<Cause> causes = causes_of(2026);
  YearTally tally{ground_of(2026)};
  const int count = *rc::gen::inRange(0, 14);
  for (int i = 0; i < count; ++i) {
    const auto party = *rc::gen::elementOf(units);
    auto one = received(party, support::day(2026, 3, 2));
    one.form.causes = *rc::gen::container<std::vector<Cause>>(*rc::gen::inRange<std::size_t>(0, 3),
                                                              rc::gen::elementOf(causes));
    if (*rc::gen::inRange(0, 4) == 0) {
      one = decided(
          one, DeficiencyOutcome::not_a_deficiency,
          *rc::gen::element(NotDeficiencyReason::internal_incident, NotDeficiencyReason::other));
    }
    tally.add(file_with({one}));
  }
  return tally;
}

TEST(YearAttack, OutcomesAndReasonsTellNothing) {
  support::expect_holds_in(400, "outcomes and reasons are safe", [] {
    const YearTally tally = random_year();
    const auto open = published(tally, 0);
    const auto seen = published(tally, 5);
    Reader reader{seen, open};
    const auto all = reader.cell(Section::came_in);
    const auto outcomes = reader.rows(outcome);
    const auto off = outcomes.back();
    const auto rest = reader.cell(counted);
    reader.system().sum(all, outcomes);
    reader.system().sum(all, {rest, off});
    reader.system().sum(off, reader.rows(reason));
    reader.system().sum(rest, reader.rows(origin));
    RC_ASSERT(reader.told(16) == 0U);
  });
}

TEST(YearAttack, OrganisationsTellNothing) {
  support::expect_holds_in(400, "levels of organisations are safe", [] {
    const YearTally tally = random_year();
    const auto open = published(tally, 0);
    const auto seen = published(tally, 5);
    Reader reader{seen, open};
    const auto all = reader.cell(Section::came_in);
    const auto groups = reader.rows(counterpart, "group");
    reader.system().sum(all, groups);
    reader.system().sum(groups[3], reader.rows(counterpart, "outside_principal"));
    for (const auto& [group, principal, units] :
         {std::tuple{0, "region",
                     std::vector<std::string>{"region/psykosmottagning", "region/vardcentral"}},
          std::tuple{1, "we-mind", std::vector<std::string>{"we-mind/helsingborg"}}}) {
      if (!find_count(seen.cells, counterpart, principal, "principal")) continue;
      const auto top = reader.cell(counterpart, principal, "principal");
      reader.system().sum(groups[static_cast<std::size_t>(group)], {top});
      std::vector<std::size_t> parts;
      for (const auto& unit : units) {
        if (find_count(seen.cells, counterpart, unit, "unit")) {
          parts.push_back(reader.cell(counterpart, unit, "unit"));
        }
      }
      reader.system().sum(top, parts);
    }
    RC_ASSERT(reader.told(16) == 0U);
  });
}

TEST(YearAttack, EachCauseOverTheGroupsTellsNothing) {
  support::expect_holds_in(400, "causes over groups are safe", [] {
    const YearTally tally = random_year();
    const auto open = published(tally, 0);
    const auto seen = published(tally, 5);
    for (const Cause each : causes_of(2026)) {
      const std::string row{table::state_id(each)};
      Reader reader{seen, open};
      const auto groups = reader.rows(counterpart, "group");
      const auto total = reader.cell(cause, row);
      std::vector<std::size_t> parts;
      for (const char* group : {"region", "private_provider", "municipality", "outside"}) {
        parts.push_back(reader.cell(cause, row, group));
        reader.system().at_most(parts.back(), groups[parts.size() - 1]);
      }
      reader.system().sum(total, parts);
      reader.system().sum(reader.cell(Section::came_in), groups);
      RC_ASSERT(reader.told(16) == 0U);
    }
  });
}

TEST(YearAttack, EveryThresholdIsKept) {
  support::expect_holds_in(200, "no shown count lies below the threshold", [] {
    const YearTally tally = random_year();
    const int threshold = *rc::gen::inRange(2, 12);
    for (const ReportCell& cell : published(tally, threshold).cells) {
      const auto value = cell.count.value.value_or(0);
      RC_ASSERT(value == 0U || value >= static_cast<std::uint32_t>(threshold));
    }
  });
}

}  // namespace
}  // namespace kallad::report::test::year_attack
