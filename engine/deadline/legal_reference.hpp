// Where the law says so: references to acts, and which of them a plan rests on by the date it was
// made. Not the text of the law, and not advice: the place to look it up. Rule kept (domain.md 2,
// "The plan"): references are versioned by the date a plan was made.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/spine/instant.hpp"

namespace kallad {

/// The act a plan is made under.
enum class PlanLaw {
  sol_hsl,  ///< the ordinary SIP: social services act and health care act together
  lpt,      ///< open compulsory psychiatric care; counts only when every unit has approved it
  lss,      ///< support for certain functional impairments; re-examined each year
};
BOOST_DESCRIBE_ENUM(PlanLaw, sol_hsl, lpt, lss)

/// One place in one act. Everything as it is cited in Swedish; `number` is the act's number in SFS.
struct LegalReference {
  std::string_view act;     ///< "SoL"; "lag" where the act has no usual short name
  std::string_view number;  ///< "2025:400"
  std::string_view place;   ///< "10 kap. 8–9 §§"; empty where the whole act is meant
  bool operator==(const LegalReference&) const = default;
};
BOOST_DESCRIBE_STRUCT(LegalReference, (), (act, number, place))

/// The reference as it is cited: "10 kap. 8–9 §§ SoL (2025:400)".
std::string cited(const LegalReference& reference);

/// The references of a plan made under `law` on the local day `made`, in the order they are cited.
/// Plans from before HSL (2017:30), that is before 2017-04-01, are outside what the product handles
/// and get the references of the first day after.
std::vector<LegalReference> plan_references(PlanLaw law, Date made);

}  // namespace kallad
