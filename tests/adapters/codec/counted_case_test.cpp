// What a case counts as goes through the codec whole: it stands in an event, on disk, for good.
// Not what is in the value: tests/engine/count. Rule kept: a written value is read again, equal.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "engine/count/counted_case.hpp"
#include "tests/support/many.hpp"

namespace kallad::count::codec_test {
namespace {

int below(int n) { return *rc::gen::resize(100, rc::gen::inRange(0, n)); }

Date any_day() {
  const std::chrono::sys_days first{std::chrono::year{2020} / 1 / 1};
  return Date{first + std::chrono::days{below(4'000)}};
}

UnitId any_unit() { return UnitId{"unit/" + std::to_string(below(5))}; }

Observation any_observation() {
  Observation one{static_cast<FigureId>(below(16)),
                  any_day(),
                  any_unit(),
                  below(2) == 0,
                  below(2) == 0,
                  std::nullopt,
                  static_cast<AgeGroup>(below(7)),
                  std::nullopt};
  if (below(2) == 0) one.days = below(400) - 200;
  if (below(4) == 0) one.from = Instant{std::chrono::milliseconds{1'790'000'000'000LL + below(9)}};
  return one;
}

CountedDeficiency any_deficiency() {
  CountedDeficiency one{any_day(),
                        any_day(),
                        any_unit(),
                        any_unit(),
                        static_cast<Outcome>(below(4)),
                        std::nullopt,
                        static_cast<Origin>(below(2)),
                        {},
                        {}};
  if (below(2) == 0) one.reason = static_cast<NotDeficiencyReason>(below(4));
  for (int more = below(3); more > 0; --more) {
    one.kinds.push_back(static_cast<DeficiencyKind>(below(7)));
    one.causes.push_back(static_cast<Cause>(below(12)));
  }
  return one;
}

CountedCase any_counted() {
  CountedCase value{CouncilId{"northwest"},
                    AgreementId{"nv-2020"},
                    static_cast<CaseKind>(below(3)),
                    static_cast<Sex>(below(3)),
                    {},
                    {},
                    {}};
  for (int more = below(3); more > 0; --more) {
    value.principals.push_back(PrincipalId{"principal" + std::to_string(more)});
  }
  for (int more = below(20); more > 0; --more) value.observations.push_back(any_observation());
  for (int more = below(3); more > 0; --more) value.deficiencies.push_back(any_deficiency());
  return value;
}

TEST(CountedCase, IsReadAsItWasWritten) {
  support::expect_holds_in(2'000, "what a case counts as is read as it was written", [] {
    const CountedCase value = any_counted();
    const auto again = codec::read_text<CountedCase>(codec::write_compact(value));
    RC_ASSERT(again.ok());
    RC_ASSERT(again.value() == value);
  });
}

}  // namespace
}  // namespace kallad::count::codec_test
