// Choosing by day and moment, and naming parts. What is known only from a later moment on than the
// frozen one (whether somebody answered by a day to come) is not counted yet.
#include "engine/report/figures/observations.hpp"

#include <algorithm>
#include <iterator>

#include "engine/spine/table.hpp"

namespace kallad::report {

bool is_counted(const Observation& one, const FigureGround& ground, Date frozen_on) {
  const bool of_year = static_cast<int>(one.day.year()) == ground.year;
  return of_year && one.day <= frozen_on && (!one.from || *one.from <= ground.frozen_at);
}

std::vector<Observation> observations_of(const CountedCase& counted, const FigureGround& ground) {
  std::vector<Observation> seen;
  if (counted.council != ground.council) return seen;
  const Date frozen_on = ground.calendar.zone().day_of(ground.frozen_at);
  std::ranges::copy_if(counted.observations, std::back_inserter(seen),
                       [&](const Observation& one) { return is_counted(one, ground, frozen_on); });
  return seen;
}

std::string municipality_of(const CountedCase& counted, const Register& known) {
  std::string found{no_municipality};
  for (const PrincipalId& id : counted.principals) {
    const Principal* principal = find_principal(known, id);
    const bool is_municipality =
        principal != nullptr && principal->kind == PrincipalKind::municipality;
    if (!is_municipality) continue;
    if (found != no_municipality) return std::string{no_municipality};
    found = id.text;
  }
  return found;
}

PartKeys::PartKeys(const CountedCase& counted, const FigureGround& ground)
    : ground_(ground),
      municipality_(municipality_of(counted, ground.known)),
      sex_(table::state_id(counted.sex)) {}

std::string PartKeys::of(const Observation& seen, Dimension dimension) const {
  switch (dimension) {
    case Dimension::quarter:
      return std::to_string((static_cast<unsigned>(seen.day.month()) + 2) / 3);
    case Dimension::principal: {
      const Unit* unit = find_unit(ground_.known, seen.unit);
      return unit ? unit->principal.text : std::string{no_municipality};
    }
    case Dimension::unit:
      return seen.unit.text;
    case Dimension::municipality:
      return municipality_;
    case Dimension::age_group:
      return std::string{table::state_id(seen.age)};
    case Dimension::sex:
      return std::string{sex_};
    default:
      return {};
  }
}

}  // namespace kallad::report
