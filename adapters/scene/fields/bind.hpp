// Which field of a described struct each word of a line is about. By the shapes of the codec alone:
// no command and no field is known here by name, so a new command needs no line in this room.
// Not the values: fill.hpp makes those, match.hpp compares them.
//
// A word with a key names its field: direct, by a path with dots, or inside the struct's parts
// where the name is found only once there. A key that is no field is the id of an item: it goes to
// the list (or part) whose items begin with an id, so `region=absent` is a mark of region. A word
// without a key goes to the first free field that takes it: an enum that has this name, a number, a
// day or time, an id, and a quoted one to a text. Required fields come before optional ones, the
// struct's own before those of its parts.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "adapters/codec/shape.hpp"
#include "adapters/scene/fields/story_fault.hpp"

namespace kallad::scene {

/// The fields from a struct down to the one that is meant.
using Path = std::vector<const codec::Field*>;

/// The names of a path with dots between.
std::string text_of(const Path& path);

/// A field and what was said of it. Each item is one value of a list; anything else has one item.
/// The words of an item are its parts where it is a struct, else there is one.
struct Bound {
  Path path;
  std::string op;  ///< "=", ">=" or "<="
  std::vector<std::vector<Word>> items;
  Place place;
};

/// How words are bound. `taken` are fields that bare words leave alone. Inside an item also an
/// unquoted word may be a text, and none goes to a list. `is_item` says whether a key that is no
/// field is the id of such a thing ("Party", "Goal"), and keeps bare words that are none out of
/// optional ids; left empty, everything is.
struct Binding {
  std::vector<Path> taken;
  bool in_item = false;
  std::function<bool(std::string_view kind, const std::string& id)> is_item;
};

/// Binds every word. Throws StoryFault.
std::vector<Bound> bind_words(const codec::Shape& structure, std::span<const Word> words,
                              const Binding& how = {});

/// The path of that name, as a key would find it; empty where there is none.
Path find_path(const codec::Shape& structure, std::string_view key);

/// The field behind `optional`, and what a list holds behind that.
const codec::Shape& bare(const codec::Shape& shape);

/// The field's address in a value, through optionals; null where one is empty.
const void* reach(const void* value, const Path& path);

}  // namespace kallad::scene
