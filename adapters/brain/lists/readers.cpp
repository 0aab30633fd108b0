// From positions to kinds. The order of the questions is that of authority/sight.cpp: who leads
// sees most.
// Not deciding anything: a kind without a line in a list sees nothing in it.
#include "adapters/brain/lists/readers.hpp"

#include "engine/authority/sight.hpp"

namespace kallad::lists {

std::string list_of(const UnitId& unit) { return "unit:" + unit.text; }
std::string list_of(const CouncilId& council) { return "council:" + council.text; }

std::string offer_text(const Coordinator& offered) {
  return offered.unit.text + "\n" + offered.name;
}

std::uint32_t kinds_in_unit(const Caller& caller) {
  const auto is = [&](Position position) { return authority::has(caller, position); };
  if (caller.account.empty()) return 0;
  if (is(Position::coordinator)) return bit(Kind::leading) | bit(Kind::offered);
  if (is(Position::unit_head)) return bit(Kind::leading);
  const bool reports = is(Position::report_reader);
  if (is(Position::attendee)) return bit(reports ? Kind::reporting_staff : Kind::staff);
  return reports ? bit(Kind::reporting) : 0;
}

std::uint32_t kinds_in_council(const Caller& caller) {
  if (caller.account.empty()) return 0;
  const bool keeps = authority::has(caller, Position::council_secretary);
  const bool reports = authority::has(caller, Position::report_reader);
  if (keeps && reports) return bit(Kind::keeping_and_reporting);
  if (keeps) return bit(Kind::keeping);
  return reports ? bit(Kind::council_reporting) : 0;
}

}  // namespace kallad::lists
