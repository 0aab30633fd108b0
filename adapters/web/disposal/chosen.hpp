// Which copy of which case a form names, and the version of the case that was seen.
// Not a right to anything: the API asks authority again. One text, so that a checkbox can hold it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/api/disposal/disposal_answers.hpp"

namespace kallad::web {

struct ChosenCopy {
  std::string of_case;
  std::string version;
  std::string principal;
};

/// "sip-abcde-fghij 12 region": case, version, huvudman.
std::string text_of(const api::DueCopy& copy);
/// Nothing where the text is none of ours.
std::optional<ChosenCopy> chosen_in(std::string_view text);

}  // namespace kallad::web
