// From a scene file's text to its lines. The grammar is docs/scenes.md.
// Not knowing verbs, events or parties: the runner checks those against the engine.
#pragma once

#include <string>
#include <string_view>

#include "adapters/scene/text/scene.hpp"

namespace kallad::scene {

/// Reads a story. All faults of the file are found, each with its place; a scene with faults has
/// only the lines that could be read.
Scene parse(std::string file, std::string_view text);

/// A file's name as an id: its last part without ending, lower-case, - for what no id may hold.
std::string stem_of(std::string_view file);

/// HH:MM or HH:MM:SS as time of day; nothing where it is none.
std::optional<std::chrono::seconds> read_time_of_day(std::string_view text);

/// YYYY-MM-DD as a real day; nothing where it is none.
std::optional<Date> read_day(std::string_view text);

}  // namespace kallad::scene
