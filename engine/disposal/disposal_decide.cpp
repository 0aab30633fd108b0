// The rules of a disposal, asked all of them. What must be true of the case comes before what must
// be true of the copy. Not the destroying: the adapters break the seal that case_disposed asks for.
#include "engine/disposal/disposal_decide.hpp"

#include <algorithm>

#include "engine/spine/table.hpp"
#include "engine/spine/text.hpp"

namespace kallad::disposal {

namespace {

using Outcome = Verdict<DisposalEvent>;

Date today(const DisposalFacts& facts) {
  return facts.ground.calendar.zone().day_of(facts.stamp.at);
}

const Owner* find_owner(const std::vector<Owner>& all, const PrincipalId& principal) {
  const auto found = std::ranges::find(all, principal, &Owner::principal);
  return found == all.end() ? nullptr : &*found;
}

bool is_gone(const Disposal& disposal, const PrincipalId& principal) {
  return std::ranges::count(disposal.disposed, principal, &DisposedCopy::principal) > 0;
}

void add_owner(std::vector<Owner>& all, const PrincipalId& principal, const UnitId& unit) {
  if (principal.empty() || unit.empty()) return;
  auto found = std::ranges::find(all, principal, &Owner::principal);
  if (found == all.end()) found = all.insert(all.end(), Owner{principal, {}});
  if (std::ranges::count(found->units, unit) == 0) found->units.push_back(unit);
}

/// What keeps any copy of the case from being disposed of.
Refusals against_case(const DisposalFacts& facts) {
  Refusals why;
  if (facts.running.step != Step::closed) why.push_back({"case_is_not_closed", {}});
  for (const Deficiency& one : facts.deficiencies) {
    if (is_open(one))
      why.push_back({"deficiency_is_on_its_way", {{"deficiency", std::to_string(one.number)}}});
  }
  return why;
}

Term term(const DisposalFacts& facts, const PrincipalId& principal) {
  return term_of(facts.ground.known, principal, facts.running.person,
                 last_entry_day(facts.running, facts.disposal, facts.ground.calendar.zone()));
}

Refusals against_owner(const DisposalFacts& facts, const std::vector<Owner>& all,
                       const PrincipalId& principal) {
  const std::pair<std::string, std::string> field{"field", "principal"};
  if (!find_owner(all, principal))
    return {{"copy_unknown", {field, {"principal", principal.text}}}};
  if (is_gone(facts.disposal, principal))
    return {{"copy_is_disposed", {field, {"principal", principal.text}}}};
  return {};
}

DisposedCopy copy_of(const DisposalFacts& facts, const Owner& owner) {
  const Term clock = term(facts, owner.principal);
  return {owner.principal, owner.units, clock.law, clock.last_entry, today(facts)};
}

Outcome judge(const DisposalFacts& facts, const DisposeCopy& wish) {
  Refusals why = against(facts, wish.principal);
  if (!why.empty()) return Outcome::refused(std::move(why));
  const auto all = owners(facts.running, facts.ground.known);
  const DisposedCopy gone = copy_of(facts, *find_owner(all, wish.principal));
  std::vector<DisposedCopy> copies = facts.disposal.disposed;
  copies.push_back(gone);
  const bool is_last = std::ranges::all_of(all, [&](const Owner& owner) {
    return owner.principal == wish.principal || is_gone(facts.disposal, owner.principal);
  });
  if (!is_last) return Outcome::accepted({CopyDisposed{gone}});
  // What is invented counts as nothing once it is gone.
  auto kept = facts.disposal.is_example
                  ? count::CountedCase{}
                  : count::coarsened(
                        count::counted(facts.running, facts.deficiencies, facts.ground.calendar),
                        facts.ground.known);
  return Outcome::accepted({CaseDisposed{std::move(copies), std::move(kept)}});
}

Outcome judge(const DisposalFacts& facts, const KeepCopy& wish) {
  Refusals why = against_case(facts);
  for (Refusal& one :
       against_owner(facts, owners(facts.running, facts.ground.known), wish.principal)) {
    why.push_back(std::move(one));
  }
  if (is_blank(wish.reason)) why.push_back({"reason_required", {{"field", "reason"}}});
  if (wish.until && *wish.until < today(facts))
    why.push_back({"day_has_passed", {{"field", "until"}, {"day", iso(*wish.until)}}});
  if (!why.empty()) return Outcome::refused(std::move(why));
  const KeptCopy kept{wish.principal, wish.reason, wish.until};
  if (std::ranges::count(facts.disposal.kept, kept) > 0) return Outcome::accepted({});
  return Outcome::accepted({CopyKept{kept}});
}

Verdict<ExampleEvent> judge(const DisposalFacts& facts, const MarkExample&) {
  if (facts.disposal.is_example) return Verdict<ExampleEvent>::accepted({});
  if (facts.running.events != 1) return Verdict<ExampleEvent>::refused({{"case_has_begun", {}}});
  return Verdict<ExampleEvent>::accepted({ExampleMarked{}});
}

Verdict<ExampleEvent> judge(const DisposalFacts& facts, const RemoveExample&) {
  if (!facts.disposal.is_example)
    return Verdict<ExampleEvent>::refused({{"case_is_no_example", {}}});
  return Verdict<ExampleEvent>::accepted({ExampleRemoved{}});
}

}  // namespace

std::vector<Owner> owners(const Case& running, const Register& known) {
  std::vector<Owner> all;
  for (const Party& party : running.parties) add_owner(all, party.principal, party.unit);
  const Unit* leads = find_unit(known, running.coordinator.unit);
  if (leads) add_owner(all, leads->principal, leads->id);
  return all;
}

Date last_entry_day(const Case& running, const Disposal& disposal, const Zone& zone) {
  return zone.day_of(disposal.last_entry.value_or(running.last_at));
}

Refusals against(const DisposalFacts& facts, const PrincipalId& principal) {
  Refusals why = against_case(facts);
  auto of_owner = against_owner(facts, owners(facts.running, facts.ground.known), principal);
  const bool is_there = of_owner.empty();
  for (Refusal& one : of_owner) why.push_back(std::move(one));
  if (!why.empty() || !is_there) return why;
  const Term clock = term(facts, principal);
  if (today(facts) < clock.from) {
    why.push_back({"copy_is_kept_by_law",
                   {{"principal", principal.text},
                    {"retention_law", std::string{table::state_id(clock.law)}},
                    {"day", iso(clock.from)}}});
  }
  if (clock.research == InSample::yes)
    why.push_back({"copy_is_kept_for_research", {{"principal", principal.text}}});
  return why;
}

Verdict<DisposalEvent> decide(const DisposalFacts& facts, const DisposalCommand& command) {
  return boost::variant2::visit([&](const auto& wish) { return judge(facts, wish); }, command);
}

Verdict<ExampleEvent> decide_example(const DisposalFacts& facts, const ExampleCommand& command) {
  return boost::variant2::visit([&](const auto& wish) { return judge(facts, wish); }, command);
}

}  // namespace kallad::disposal
