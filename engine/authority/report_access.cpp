// The two questions about reports.
// Not about deficiencies one by one: sight.cpp.
#include "engine/authority/report_access.hpp"

#include <algorithm>

#include "engine/authority/sight.hpp"

namespace kallad::authority {

namespace {

bool is_of_secretary(const Caller& caller, const CouncilId& council, const Register& known) {
  const auto found = known.councils.find(council);
  return found != known.councils.end() && !caller.unit.empty() &&
         found->second.secretary_unit == caller.unit;
}

}  // namespace

bool may_publish_reports(const Caller& caller, const CouncilId& council, const Register& known) {
  return has(caller, Position::council_secretary) && is_of_secretary(caller, council, known);
}

bool may_read_reports(const Caller& caller, const CouncilId& council, const Register& known,
                      Date day) {
  if (may_publish_reports(caller, council, known)) return true;
  if (!has(caller, Position::report_reader)) return false;
  if (is_of_secretary(caller, council, known)) return true;
  return std::ranges::any_of(known.agreements, [&](const auto& each) {
    const Agreement& agreement = each.second;
    return agreement.council == council &&
           duty_of(known, caller.unit, agreement.id, day) != Duty::outsider;
  });
}

}  // namespace kallad::authority
