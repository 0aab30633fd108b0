// What a decision stands on besides the case itself: the register, the routine and the calendar as
// they are when the command comes. Not stored: what a decision took from here is written into its
// events, so that a changed routine counts only for what is sent afterwards (rulings, "Declining
// and deadlines").
#pragma once

#include <vector>

#include "engine/deadline/calendar.hpp"
#include "engine/deadline/routine.hpp"
#include "engine/register/register.hpp"

namespace kallad {

/// The ground of one decision. Lives as long as the decision; nothing here is owned.
struct Ground {
  const Register& known;
  const std::vector<Routine>& routines;
  const Calendar& calendar;
  /// Other cases of the same person that are not closed; an active SIP is warned about when
  /// opening.
  std::vector<CaseId> other_cases;
};

}  // namespace kallad
