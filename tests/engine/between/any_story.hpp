// Random stories: anybody says anything in any order, and time passes between. Not a story that
// must come to anything: most of what is said is refused. Only inside a property, whose generator
// it asks.
#pragma once

#include "tests/engine/between/story.hpp"

namespace kallad::between {

/// 0 to n - 1, each as likely in short runs as in long ones (inRange grows with the run).
int pick(int n);

/// Says something, or lets some hours or days pass. What is refused must change nothing.
void say_anything(Story& story);

}  // namespace kallad::between
