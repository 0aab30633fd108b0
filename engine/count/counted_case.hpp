// What a case counts as, without the person: all that key figures and yearly reports of any year
// take from it, as a described value. Not the adding up (engine/report) and not a copy of the case:
// no name, number, free text or member of staff is in it, and no party that is no unit.
// Rules kept: a meeting that was moved or cancelled in time is no meeting; a party that was never
// reached is neither absent nor late (rulings, "Delivered"); the person and those invited are never
// absent (domain 2); a deficiency has come in when it has left its unit (seed 001).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "engine/case/case.hpp"
#include "engine/count/figure_id.hpp"
#include "engine/count/person_traits.hpp"
#include "engine/deadline/calendar.hpp"
#include "engine/deficiency/deficiency.hpp"
#include "engine/register/register.hpp"

namespace kallad::count {

/// One thing that counts. Of figures that share a population (attended, substituted, absent) there
/// is one for each party.
struct Observation {
  FigureId figure = FigureId::new_sips;
  Date day;                          ///< local day by which it belongs to its year
  UnitId unit;                       ///< the party's, or the coordinating one
  bool counts = true;                ///< of a share: whether it is among the numerator
  bool missing = false;              ///< the fact is missing; it is in no population
  std::optional<std::int32_t> days;  ///< working days
  AgeGroup age = AgeGroup::unknown;  ///< the person's on `day`
  std::optional<Instant> from;       ///< before this moment it is not known yet and not counted
  bool operator==(const Observation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Observation, (), (figure, day, unit, counts, missing, days, age, from))

/// How far a deficiency that came in has got.
enum class Outcome { with_parties, with_council, accepted, not_a_deficiency };
BOOST_DESCRIBE_ENUM(Outcome, with_parties, with_council, accepted, not_a_deficiency)

/// One deficiency that has left its unit.
struct CountedDeficiency {
  Date registered;  ///< local day of the first draft: gives the year, and whom an agreement binds
  Date came_in;     ///< local day on which it first left its unit
  UnitId counterpart;  ///< empty: an outsider without unit
  UnitId reporter;
  Outcome outcome = Outcome::with_parties;
  std::optional<NotDeficiencyReason> reason;  ///< of "ej brist"
  Origin origin = Origin::automatic;
  std::vector<DeficiencyKind> kinds;
  std::vector<Cause> causes;  ///< in the order of their list, each once
  bool operator==(const CountedDeficiency&) const = default;
};
BOOST_DESCRIBE_STRUCT(CountedDeficiency, (),
                      (registered, came_in, counterpart, reporter, outcome, reason, origin, kinds,
                       causes))

/// What one case counts as.
struct CountedCase {
  CouncilId council;
  AgreementId agreement;
  CaseKind kind = CaseKind::sip;
  Sex sex = Sex::unknown;
  std::vector<PrincipalId> principals;  ///< of the parties, in order; none of a protected person
  std::vector<Observation> observations;
  std::vector<CountedDeficiency> deficiencies;
  bool operator==(const CountedCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(CountedCase, (),
                      (council, agreement, kind, sex, principals, observations, deficiencies))

/// What the case counts as, as it stands: for every frozen moment after which it has no event, what
/// of it has its day, and its `from`, by then. A coordination case, or one that is not opened, has
/// no observations. Days are local to the calendar's zone, and working days are the calendar's.
CountedCase counted(const Case& running, const std::vector<Deficiency>& deficiencies,
                    const Calendar& calendar);

/// Its deficiencies alone; no calendar is needed to count them.
std::vector<CountedDeficiency> counted_deficiencies(const Case& running,
                                                    const std::vector<Deficiency>& deficiencies,
                                                    const Zone& zone);

/// The same as it may be kept when the case itself is disposed of: each day is the last of its
/// quarter, and no moment is left. What is frozen after its year counts it as it counts the exact
/// one, but for a report with a deficiency that came in within the frozen moment's own quarter:
/// that one is not in yet. The register says on which days an agreement that begins or ends within
/// the quarter holds: a deficiency keeps the quarter's last day on which the case's agreement stood
/// as it did on the exact one.
CountedCase coarsened(CountedCase exact, const Register& known);

}  // namespace kallad::count
