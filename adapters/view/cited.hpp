// When a cited fact was, where there is one. Shared by the views.
// Not what it was: the number of its event leads to that.
#pragma once

#include <optional>

#include "engine/spine/stamp.hpp"

namespace kallad {

/// The moment of the fact; nothing where there is none.
inline std::optional<Instant> when(const std::optional<Cited>& fact) {
  return fact ? std::optional{fact->at} : std::nullopt;
}

}  // namespace kallad
