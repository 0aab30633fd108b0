// Whether a described value is as a story says, and how it is where it is not.
// Not a judgement of the engine: what is compared is what adapters/view shows.
#pragma once

#include "adapters/scene/fields/bind.hpp"
#include "adapters/scene/fields/setting.hpp"

namespace kallad::scene {

/// Whether the field is as said. `=` on a list: these and no others, in any order, or their number;
/// `>=` on a list: at least these, or at least so many. A moment may be said as a day or to the
/// minute. "none" is an empty optional or list.
bool is_as_said(const void* value, const Bound& said, const Setting& setting);

/// The field as a story would write it: "state=absent", "kinds=absent,not_answered".
std::string as_it_is(const void* value, const Path& path, const Setting& setting);

}  // namespace kallad::scene
