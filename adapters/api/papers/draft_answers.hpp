// What would be drafted, as described structs: written by the codec and described by its shapes.
// Not deficiencies: nothing of this is stored.
#pragma once

#include <boost/describe.hpp>
#include <vector>

#include "adapters/api/routes/answers.hpp"
#include "engine/deficiency/deficiency.hpp"

namespace kallad::api {

/// What would happen to a party's deficiency.
enum class DraftChange { drafted, grown, narrowed, withdrawn };
BOOST_DESCRIBE_ENUM(DraftChange, drafted, grown, narrowed, withdrawn)

/// The deficiency as it would be. `number` is the one it would have, or has. `facts` are those the
/// caller may know.
struct DraftShown {
  DraftChange change = DraftChange::drafted;
  std::uint32_t number = 0;
  PartyId party;
  std::vector<DeficiencyKind> kinds;
  std::vector<CitedFact> facts;
};
BOOST_DESCRIBE_STRUCT(DraftShown, (), (change, number, party, kinds, facts))

struct WhyNot {
  std::string rule;
  Sentence text;
};
BOOST_DESCRIBE_STRUCT(WhyNot, (), (rule, text))

/// `why_not` is empty where it could be done now.
struct DraftsShown {
  std::vector<WhyNot> why_not;
  std::vector<DraftShown> drafts;
};
BOOST_DESCRIBE_STRUCT(DraftsShown, (), (why_not, drafts))

}  // namespace kallad::api
