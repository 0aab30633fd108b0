// Of the letters of one case that wait to be sent, those that are still to be: after a week without
// a program there is one letter where five were wished.
// Not asking the case: need.hpp does that for each that is left. Rules kept: rulings "Consent" (a
// withdrawal stops what is not sent; the coordinator hears, and that nobody need come is said),
// "Declining and deadlines" (reminders that have lost their point are not sent).
#pragma once

#include <cstddef>
#include <vector>

#include "engine/between/wish.hpp"

namespace kallad::letter {

/// One letter to be sent, for one or several that wait: their places in what was handed in, rising.
struct StillWaiting {
  Wish wish;
  std::vector<std::size_t> stands_for;
  bool operator==(const StillWaiting&) const = default;
};

/// `waiting`: of one case, oldest first. What nothing stands for is not sent at all: stops, what
/// they stop, reminders of a summons that waits itself, a meeting called and cancelled before
/// anybody heard of it. A changed summons in place of one that never left is a summons.
std::vector<StillWaiting> still_waiting(const std::vector<Wish>& waiting);

}  // namespace kallad::letter
