// Random values of what cases count as, for those who write them down and read them. Not cases that
// could be: every member is as likely to be one thing as another. Only inside a property.
#pragma once

#include <rapidcheck.h>

#include <string>

#include "engine/count/counted_case.hpp"

namespace kallad::count::test {

inline int below(int n) { return *rc::gen::resize(100, rc::gen::inRange(0, n)); }

inline Date any_day() {
  const std::chrono::sys_days first{std::chrono::year{2020} / 1 / 1};
  return Date{first + std::chrono::days{below(4'000)}};
}

inline UnitId any_unit() { return UnitId{"unit/" + std::to_string(below(5))}; }

inline Observation any_observation() {
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

inline CountedDeficiency any_deficiency() {
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

/// Any value, as long as its form can say it.
inline CountedCase any_counted() {
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

}  // namespace kallad::count::test
