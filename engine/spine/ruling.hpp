// What a machine says of one command: the state after it, or why not.
// Not the events that follow from it: those are for *_decide.cpp to say.
#pragma once

#include "engine/spine/verdict.hpp"

namespace kallad {

/// `next` is the state after the command; where there are refusals it is the state before,
/// unchanged.
template <class State>
struct Ruling {
  State next;
  Refusals refusals;
  bool is_allowed() const { return refusals.empty(); }
};

}  // namespace kallad
