// Who is meant by a word of a story: the one who acts, and parties by short names.
// Not an authority: whether the one who acts may do so is the engine's to say.
#pragma once

#include <optional>
#include <string>

#include "adapters/brain/ledger.hpp"
#include "adapters/scene/fields/story_fault.hpp"

namespace kallad::scene {

/// Who acts, and the party for which they speak (none for staff of the meeting, mail and clock).
struct Speaker {
  Actor actor;
  std::optional<PartyId> party;
};

/// The people and units around one case. Lives as long as what it was made of.
class Cast {
 public:
  Cast(const CaseFile& file, const Ledger& ledger) : file_(file), ledger_(ledger) {}

  /// ROLE, ROLE:UNIT, or a party, unit or huvudman. Throws StoryFault for a word that is none.
  Speaker speaker(const Word& word) const;

  /// The party that is meant: itself, or the one party of that huvudman; an unknown word as it is.
  /// Throws StoryFault where several are meant.
  std::string party(const std::string& word, Place place) const;

  /// Whether there is such a party, huvudman or goal here; other kinds are taken as they are.
  bool knows(std::string_view kind, const std::string& id) const;

 private:
  Speaker in_role(Role role, const std::string& unit, Place place) const;
  Speaker as_substitute(const std::string& party, Place place) const;
  std::optional<PartyId> seat_with_substitute(Place place) const;

  const CaseFile& file_;
  const Ledger& ledger_;
};

}  // namespace kallad::scene
