// What a story expects and what it got, as text, and whether the names it expects exist at all.
// Not the judging: that is player.cpp. Refusals are told with their Swedish text.
#pragma once

#include <string>
#include <vector>

#include "adapters/desk/submission.hpp"
#include "adapters/scene/fields/story_fault.hpp"
#include "adapters/scene/text/scene.hpp"

namespace kallad::scene {

/// Throws StoryFault for an expected event or rule that no event or rule is named.
void check_names(const Expected& expected);

/// "-> a b", "!! rule", or "att kommandot tas emot".
std::string names_of(const Expected& expected);
/// "-> a b", or "-> (ingenting)".
std::string joined(const std::vector<std::string>& events);
/// The rules a refusal names, in order.
std::vector<std::string> rules_of(const Outcome& outcome);
/// What came, with the texts of refusals.
std::string as_text(const Outcome& outcome);

}  // namespace kallad::scene
