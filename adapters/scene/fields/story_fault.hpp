// A mistake in a story that is found while it is played: an unknown key, a word that fits nowhere.
// Not a wrong expectation: that is an answer, this is a story that cannot be understood.
// Rule kept: it is thrown where it is found and caught once, by the runner.
#pragma once

#include <stdexcept>
#include <utility>

#include "adapters/scene/text/words.hpp"

namespace kallad::scene {

/// Carries the place and the Swedish text.
class StoryFault : public std::runtime_error {
 public:
  StoryFault(Place place, std::string what)
      : std::runtime_error(what), fault_{place, std::move(what)} {}
  const Fault& fault() const { return fault_; }

 private:
  Fault fault_;
};

}  // namespace kallad::scene
