// The table of references. A change of law is a new row with the day it holds from.
// Not a history of the acts: only what a plan the product handles can rest on.
#include "engine/deadline/legal_reference.hpp"

namespace kallad {

namespace {
constexpr Date new_sol_from{std::chrono::year{2025}, std::chrono::July, std::chrono::day{1}};

constexpr LegalReference old_sol{"SoL", "2001:453", "2 kap. 7 §"};
constexpr LegalReference new_sol{"SoL", "2025:400", "10 kap. 8–9 §§"};
constexpr LegalReference hsl{"HSL", "2017:30", "16 kap. 4 §"};
constexpr LegalReference lpt{"LPT", "1991:1128", "7 a §"};
constexpr LegalReference lss{"LSS", "1993:387", "10 §"};
}  // namespace

std::string cited(const LegalReference& reference) {
  std::string text;
  if (!reference.place.empty()) text.append(reference.place).append(" ");
  return text.append(reference.act).append(" (").append(reference.number).append(")");
}

std::vector<LegalReference> plan_references(PlanLaw law, Date made) {
  switch (law) {
    case PlanLaw::sol_hsl:
      return {made < new_sol_from ? old_sol : new_sol, hsl};
    case PlanLaw::lpt:
      return {lpt};
    case PlanLaw::lss:
      return {lss};
  }
  return {};
}

}  // namespace kallad
