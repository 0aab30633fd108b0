// Looks for telephone numbers as Swedes write them.
// Not whose they are: a mobile is somebody's own, others may be a unit's.
#pragma once

#include <string_view>
#include <vector>

#include "engine/mention/running_text.hpp"

namespace kallad::mention {

/// Mobiles are refused, other telephones warned about.
void find_telephones(std::vector<TextFinding>& found, std::string_view text);

}  // namespace kallad::mention
