// The council's lists of causes and how the list of one year is compared with that of another.
// Not the causes themselves: engine/deficiency. Rule kept (domain 3, issue 6): years with different
// lists are compared only over a mapping that is written down; where a cause was parted or joined
// the numbers are not added, since one deficiency can have both.
#pragma once

#include <boost/describe.hpp>
#include <vector>

#include "engine/deficiency/deficiency.hpp"

namespace kallad::report {

/// The causes of that year's list, in the order the council names them.
std::vector<Cause> causes_of(int year);

/// How a cause of a later list stands to an earlier list.
enum class CauseStep {
  same,
  widened,  ///< the same cause, taken wider: comparable with that in mind
  joined,   ///< of several earlier ones: their numbers cannot be added
  added,    ///< no earlier one
  dropped,  ///< an earlier one that the later list lacks
};
BOOST_DESCRIBE_ENUM(CauseStep, same, widened, joined, added, dropped)

/// One line of a comparison. `now` is empty for a dropped cause, `before` for an added one.
struct CauseMapping {
  CauseStep step = CauseStep::same;
  std::vector<Cause> now;
  std::vector<Cause> before;
  bool operator==(const CauseMapping&) const = default;
};
BOOST_DESCRIBE_STRUCT(CauseMapping, (), (step, now, before))

/// Whether the numbers of a line may be set beside each other.
bool is_comparable(CauseStep step);

/// Every cause of both years' lists exactly once: those of `year` in their order, then the dropped.
/// `earlier` is before `year`.
std::vector<CauseMapping> compare_causes(int year, int earlier);

}  // namespace kallad::report
