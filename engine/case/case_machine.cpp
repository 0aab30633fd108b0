// The one place that runs the case's table on Boost.MSM.
// Not the law itself: case_table.hpp is. Apart, because the back end is slow to compile.
#include "engine/case/case_machine.hpp"

#include "engine/case/case_table.hpp"
#include "engine/spine/machine_back.hpp"

namespace kallad::casework {

using Machine = table::Machine<Step, Step::preparation, Lines, CaseFacts, Step::closed>;

namespace {
/// A closed case says that it is closed, rather than that the command has no place in the step.
template <class Command>
Ruling<Step> with_reason(const CaseFacts& facts, Ruling<Step> ruling, const Command&) {
  if (ruling.is_allowed()) return ruling;
  if (const auto closed = CaseIsOpen::ask(facts)) return {ruling.next, {*closed}};
  return ruling;
}
}  // namespace

Ruling<Step> rule(const CaseFacts& facts, const SteppedCommand& command) {
  return boost::variant2::visit(
      [&](const auto& wish) {
        return with_reason(facts, Machine::rule(facts.running.step, facts, wish), wish);
      },
      command);
}

TableText table_text() { return table::describe<Step, Lines>("case"); }

}  // namespace kallad::casework
