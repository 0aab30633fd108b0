// Working days in a zone: which days are worked, and how to count them forwards and back.
// Not a clock and not a deadline: what must be done by when is in deadlines.hpp.
// Rule kept (domain.md 3, "silence climbs a ladder"): times are counted in working days by Swedish
// public holidays in the zone's local days; day 0 is the day counted from.
#pragma once

#include <vector>

#include "engine/spine/instant.hpp"
#include "engine/spine/zone.hpp"

namespace kallad {

/// The working calendar of the service: Swedish holidays, and the closed days an administrator has
/// added.
class Calendar {
 public:
  /// `closed_days`: days besides weekends, red days and eves on which nobody is expected to work;
  /// in any order, also repeated.
  explicit Calendar(Zone zone, std::vector<Date> closed_days = {});

  const Zone& zone() const { return zone_; }
  /// Neither a rest day (holidays.hpp) nor a closed day.
  bool is_working_day(Date day) const;
  /// The working day `days` after `day`, or before it where `days` is negative. 0 gives `day`
  /// itself, worked or not; any other count lands on a working day.
  Date add_working_days(Date day, int days) const;
  /// `day` itself where it is worked, else the next working day.
  Date working_day_on_or_after(Date day) const;
  /// `day` itself where it is worked, else the working day before it.
  Date working_day_on_or_before(Date day) const;
  /// The last working day strictly before `day`.
  Date working_day_before(Date day) const;
  /// The number of working days after `from` up to and including `to`; where `to` is earlier, minus
  /// the number from `to` up to but not including `from`. So add_working_days(d, n) is n from d,
  /// for every n.
  int working_days_between(Date from, Date to) const;

 private:
  bool is_worked(std::chrono::sys_days day) const;

  Zone zone_;
  std::vector<Date> closed_days_;  // in rising order, each once
};

}  // namespace kallad
