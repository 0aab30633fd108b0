// What a word's meaning depends on besides the word: the day of the line, the zone, and who takes
// part in the case. Not the case itself: the runner knows that and answers here.
#pragma once

#include <functional>
#include <string>

#include "adapters/scene/text/words.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::scene {

/// `party` turns a short name ("region") into the id that is meant; what it does not know it gives
/// back as it is. It may throw StoryFault where several are meant.
struct Setting {
  const Zone& zone;
  Date today;
  std::function<std::string(const std::string& word, Place place)> party;
};

}  // namespace kallad::scene
