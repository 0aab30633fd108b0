// Whether a caller may know that an event has happened in a case: said once, for the list and the
// feed. Not what of a case is shown: engine/authority. Rule kept (domain 6): deficiencies are shown
// with the case, to those who stand to them, and their events to the coordinating unit alone.
#pragma once

#include <algorithm>
#include <string_view>

#include "adapters/codec/messages.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::api {

/// Of an event of that type, number in its case and time (UTC).
inline bool may_know(const Sight& sight, std::string_view type, std::uint64_t sequence,
                     Instant at) {
  if (sight.of_case == CaseSight::whole) return true;
  const auto& kinds = codec::shape_of<DeficiencyEvent>().alternatives;
  const bool of_a_deficiency =
      std::ranges::any_of(kinds, [type](const auto& one) { return one.id == type; });
  return sight.of_case >= CaseSight::frozen && !of_a_deficiency &&
         sight.horizon.reaches(static_cast<std::uint32_t>(sequence), at);
}

}  // namespace kallad::api
