// `expect` lines: what they look at, and whether it is as they say.
// Not the engine's own tests: a line sees what a coordinator would see (adapters/view).
#pragma once

#include <optional>
#include <string>

#include "adapters/scene/fields/setting.hpp"
#include "adapters/scene/text/scene.hpp"
#include "adapters/view/case_view.hpp"

namespace kallad::scene {

/// What was expected and how it is.
struct Difference {
  std::string wanted;
  std::string got;
};

/// Nothing where the case is as the line says. Throws StoryFault for a line that makes no sense.
std::optional<Difference> difference(const CaseView& seen, const ExpectLine& line,
                                     const Setting& setting);

}  // namespace kallad::scene
