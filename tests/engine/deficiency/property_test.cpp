// Properties over random ways: whatever is said by whomever in whatever order, the fold ends where
// the machine says, a refusal changes nothing, and what has left the unit is never withdrawn.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/engine/deficiency/way.hpp"

namespace kallad::deficiency {
namespace {

std::string any_text() {
  return *rc::gen::elementOf(std::vector<std::string>{"Ny rutin.", "", "  ", "Anna kom inte.",
                                                      "Nr 121212-1212", "Vi ringde hans bror.",
                                                      "Åtgärdat."});
}

template <class Value, class Make>
std::optional<Value> maybe(Make make) {
  if (!*rc::gen::arbitrary<bool>()) return std::nullopt;
  return make();
}

CompleteDeficiency any_form() {
  if (*rc::gen::inRange(0, 3) > 0) return whole_form();
  CompleteDeficiency form;
  form.number = 1;
  form.what_happened = maybe<std::string>(any_text);
  form.measures_for_person = maybe<std::string>(any_text);
  form.withhold_identity = maybe<bool>([] { return *rc::gen::arbitrary<bool>(); });
  form.consent_to_pass_on = maybe<bool>([] { return *rc::gen::arbitrary<bool>(); });
  form.causes = maybe<std::vector<Cause>>(
      [] { return std::vector{*rc::gen::element(Cause::sip, Cause::resources, Cause::routines)}; });
  return form;
}

DeficiencyCommand any_command() {
  switch (*rc::gen::inRange(0, 14)) {
    case 0:
      return WriteDeficiency{
          *rc::gen::element(counterpart, police, own), {}, day(2026, 3, 1), any_text(), {}};
    case 1:
      return any_form();
    case 2:
      return about_one<HandToOwnManager>();
    case 3:
      return about_one<SendToCounterpart>();
    case 4:
      return AnswerDeficiency{{1}, any_text()};
    case 5:
      return ContestDeficiency{{1}, any_text()};
    case 6:
      return about_one<SendToCouncilSecretary>();
    case 7:
      return about_one<PutBeforeCouncil>();
    case 8:
      return SendBack{{1}, any_text()};
    case 9:
      return about_one<ResumeDeficiency>();
    case 10:
      return AcceptDeficiency{{1}, {}, maybe<std::string>(any_text)};
    case 11:
      return RuleNotADeficiency{
          {1},
          *rc::gen::element(NotDeficiencyReason::other, NotDeficiencyReason::internal_incident),
          maybe<std::string>(any_text)};
    case 12:
      return CloseDeficiency{{1}, maybe<std::string>(any_text), maybe<std::string>(any_text)};
    default:
      return WithdrawDeficiency{{1}, any_text()};
  }
}

Actor any_actor() {
  return *rc::gen::elementOf(std::vector<Actor>{coordinator(), own_staff(), own_head(),
                                                other_staff(), other_head(), secretary_of_council(),
                                                the_person()});
}

/// The ruling of the table on a command, whatever the command is.
Ruling<DeficiencyState> ruling_on(World& world, const Actor& by, const DeficiencyCommand& command) {
  return world.with_facts(by, [&](const DeficiencyFacts& facts) {
    return boost::variant2::visit([&](const auto& wish) { return rule(facts, wish); }, command);
  });
}

/// Along the way, automatic events come as raising would send them, where the table takes them.
void maybe_automatic(World& world) {
  const auto allowed = [&](const auto& heard) {
    return world.with_facts(
        the_clock(), [&](const DeficiencyFacts& facts) { return rule(facts, heard).is_allowed(); });
  };
  switch (*rc::gen::inRange(0, 12)) {
    case 0:
      if (allowed(Raise{})) world.raise();
      break;
    case 1:
      if (allowed(LoseGround{}))
        world.take(DeficiencyWithdrawn{{1}, WithdrawReason::party_came, 9});
      break;
    case 2:
      world.now += std::chrono::days{30};
      for (const auto& row : due(world.deficiency)) {
        if (row.at <= world.now) RC_ASSERT(world.clock_says(row).is_accepted());
      }
      break;
    default:
      break;
  }
}

/// One random command to the world; the promises hold whatever comes of it.
void one_step(World& world) {
  const Actor by = any_actor();
  const DeficiencyCommand command = any_command();
  const auto before = world.deficiency;
  const auto ruling = ruling_on(world, by, command);
  const auto verdict = world.say(by, command);
  RC_ASSERT(verdict.is_accepted() == ruling.is_allowed());
  RC_ASSERT(world.deficiency.state == ruling.next);
  if (!verdict) {
    RC_ASSERT(verdict.refusals() == ruling.refusals);
    RC_ASSERT(world.deficiency.steps.size() == before.steps.size());
    RC_ASSERT(world.deficiency.form == before.form);
  }
  if (has_left_unit(before)) {
    RC_ASSERT(has_left_unit(world.deficiency));
    RC_ASSERT(world.deficiency.state != DeficiencyState::withdrawn);
  }
  RC_TAG(std::string{table::state_id(world.deficiency.state)});
}

RC_GTEST_PROP(DeficiencyProperty, FoldEndsWhereTheMachineSays, ()) {
  World world;
  world.raise();
  const int length = *rc::gen::inRange(1, 60);
  for (int i = 0; i < length; ++i) {
    maybe_automatic(world);
    one_step(world);
  }
}

RC_GTEST_PROP(DeficiencyProperty, HalfwayAlongItsWayTheSameHolds, ()) {
  World world;
  lead_to(world,
          *rc::gen::element(DeficiencyState::with_own_manager, DeficiencyState::with_counterpart,
                            DeficiencyState::with_council_secretary, DeficiencyState::at_council,
                            DeficiencyState::sent_back, DeficiencyState::accepted));
  for (int i = 0; i < 30; ++i) {
    maybe_automatic(world);
    one_step(world);
  }
}

RC_GTEST_PROP(DeficiencyProperty, NothingLeavesTheUnitHalfFilled, ()) {
  World world;
  world.raise();
  for (int i = 0; i < 40; ++i) one_step(world);
  if (!has_left_unit(world.deficiency)) return;
  const auto& form = world.deficiency.form;
  RC_ASSERT(form.event_date.has_value());
  RC_ASSERT(!form.registered_by.name.empty() && !form.nearest_manager.contact.empty());
}

RC_GTEST_PROP(DeficiencyProperty, StepsAreDatedInOrderAndRegistrationStays, ()) {
  World world;
  world.raise();
  const Cited registered = world.deficiency.registered;
  for (int i = 0; i < 40; ++i) {
    world.now += std::chrono::hours{*rc::gen::inRange(0, 100)};
    maybe_automatic(world);
    one_step(world);
  }
  RC_ASSERT(world.deficiency.registered == registered);
  const auto& steps = world.deficiency.steps;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    RC_ASSERT(steps[i - 1].fact.event < steps[i].fact.event);
    RC_ASSERT(steps[i - 1].fact.at <= steps[i].fact.at);
  }
}

}  // namespace
}  // namespace kallad::deficiency
