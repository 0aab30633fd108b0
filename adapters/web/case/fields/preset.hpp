// What stands in a command's form at first, because the case says it already. Not what must be
// chosen anew each time, and nothing for who opens a case (nullptr). Rule kept: what is likely may
// be changed, so it is a preset and no hidden value.
#pragma once

#include <string>
#include <string_view>

#include "adapters/view/case_view.hpp"

namespace kallad::web {

/// What a new summons has in common with the one before in the same case.
std::string preset_of_last_meeting(const CaseView* shown, std::string_view path);
/// Why the case is closed, where what was recorded last says it.
std::string preset_of_closing(const CaseView* shown);
/// The person as they stand, to be corrected: the member of that name.
std::string preset_of_person(const CaseView* shown, std::string_view member);

}  // namespace kallad::web
