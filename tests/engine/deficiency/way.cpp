// Leads a deficiency to a state, by the shortest way the table has.
// Not a shortcut: each step is a command that the machine must grant.
#include "tests/engine/deficiency/way.hpp"

namespace kallad::deficiency {

namespace {
void must(World& world, const Actor& by, const DeficiencyCommand& command) {
  const auto verdict = world.say(by, command);
  ASSERT_TRUE(verdict.is_accepted()) << rules_of(verdict).front();
}
}  // namespace

void lead_to(World& world, DeficiencyState goal) {
  using enum DeficiencyState;
  world.raise();
  if (goal == drafted) return;
  if (goal == withdrawn) return must(world, coordinator(), withdraw("Dubblett"));
  must(world, own_staff(), whole_form());
  if (goal == completed) return;
  must(world, own_staff(), about_one<HandToOwnManager>());
  if (goal == with_own_manager) return;
  must(world, own_head(), about_one<SendToCounterpart>());
  if (goal == with_counterpart) return;
  must(world, other_head(), answer("Ny rutin för bevakning av kallelser."));
  if (goal == answered) return;
  must(world, coordinator(), about_one<SendToCouncilSecretary>());
  if (goal == with_council_secretary) return;
  if (goal == sent_back)
    return must(world, secretary_of_council(), send_back("Skriv vad som gjorts."));
  must(world, secretary_of_council(), about_one<PutBeforeCouncil>());
  if (goal == at_council) return;
  if (goal == not_a_deficiency) {
    return must(world, secretary_of_council(), rule_off(NotDeficiencyReason::internal_incident));
  }
  must(world, secretary_of_council(), about_one<AcceptDeficiency>());
  if (goal == accepted) return;
  must(world, coordinator(), close_with("Ny rutin", "Kallelser bevakas dagligen"));
}

}  // namespace kallad::deficiency
