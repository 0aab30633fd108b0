// A case that is disposed of counts as it did before, in every figure of its year, by rows and by
// streams, and also for a moment before it was disposed of. Not the disposal: engine/disposal.
// Rule kept (domain 6): the statistics stand.
#include <gtest/gtest.h>

#include "adapters/report/stored/stored_log.hpp"
#include "tests/adapters/report/played.hpp"

namespace kallad::report::test::disposed {
namespace {

std::filesystem::path scene(const char* name) {
  return std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/scenes" / name;
}

KeyFigures figures_of(const Log& log, Instant frozen_at) {
  FigurePublication all;
  all.threshold = 0;
  all.by_sex = true;
  return gather_figures(log, {northwest, 2026, frozen_at}, all, support::sweden());
}

TEST(DisposedCase, CountsAsItDidBefore) {
  Played kept{{scene("process/the_seven_steps.scene")}};
  Played gone{{scene("disposal/statistics_stand.scene")}};
  Reader reader{gone.place()};
  for (const Instant frozen_at : {end_of(2026, 12, 31), end_of(2036, 12, 31), end_of(2040, 1, 1)}) {
    KeyFigures before = figures_of(kept.log(), frozen_at);
    ASSERT_EQ(find_figure(before, FigureId::carried_out_sips)->of.value, 1U);
    EXPECT_EQ(figures_of(log_of(reader), frozen_at), before);
    EXPECT_EQ(figures_of(gone.log(), frozen_at), before);
  }
}

}  // namespace
}  // namespace kallad::report::test::disposed
