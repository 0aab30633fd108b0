// Described structs of the tests' own: every kind of field that the engine's commands and events
// may have. Not the engine's types; those are tested by the golden copies and schemas.
#pragma once

#include <boost/describe.hpp>
#include <boost/variant2/variant.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/spine/actor.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::sample {

enum class Colour { red, green, deep_blue = 7 };
BOOST_DESCRIBE_ENUM(Colour, red, green, deep_blue)

struct Contact {
  std::string name;
  std::optional<std::string> mail;
  bool operator==(const Contact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (name, mail))

struct Party {
  PartyId party;
  std::optional<UnitId> unit;
  std::vector<Contact> contacts;
  bool operator==(const Party&) const = default;
};
BOOST_DESCRIBE_STRUCT(Party, (), (party, unit, contacts))

// A base, as commands may share one.
struct Stamped {
  Instant at{};
  Actor by;
  bool operator==(const Stamped&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stamped, (), (at, by))

struct Everything : Stamped {
  static constexpr std::string_view id = "everything";
  static constexpr int version = 2;
  bool flag = false;
  int small = 0;
  std::uint32_t count = 0;
  std::int64_t large = 0;
  std::uint64_t huge = 0;
  std::string text;
  Colour colour = Colour::red;
  Date day{};
  LocalTime reading{};
  std::vector<Party> parties;
  std::vector<std::string> words{"a default that must not survive"};
  std::optional<int> maybe = 5;
  std::optional<std::vector<int>> numbers;
  bool operator==(const Everything&) const = default;
};
BOOST_DESCRIBE_STRUCT(Everything, (Stamped),
                      (flag, small, count, large, huge, text, colour, day, reading, parties, words,
                       maybe, numbers))

// How Everything looked in version 1: the colour was a word, and there was less of the rest.
struct EverythingV1 {
  static constexpr std::string_view id = "everything";
  static constexpr int version = 1;
  std::string tint;
  int small = 0;
};
BOOST_DESCRIBE_STRUCT(EverythingV1, (), (tint, small))

inline Everything upcast(const EverythingV1& old) {
  Everything now;
  now.words.clear();
  now.maybe.reset();
  now.small = old.small;
  now.colour = old.tint == "grass" ? Colour::green : Colour::red;
  return now;
}

struct Closed {
  static constexpr std::string_view id = "closed";
  static constexpr int version = 1;
  bool operator==(const Closed&) const = default;
};
BOOST_DESCRIBE_STRUCT(Closed, (), ())

using Event = boost::variant2::variant<Closed, Everything>;

struct Paint {
  static constexpr std::string_view id = "paint";
  PartyId party;
  Colour colour = Colour::red;
  bool operator==(const Paint&) const = default;
};
BOOST_DESCRIBE_STRUCT(Paint, (), (party, colour))

struct Stop {
  static constexpr std::string_view id = "stop";
  std::vector<Colour> colours;
  std::optional<int> version;  // a field like others, not the version of an event
  bool operator==(const Stop&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stop, (), (colours, version))

using Command = boost::variant2::variant<Paint, Stop>;

// A struct inside itself, to go deep.
struct Nest {
  std::vector<Nest> inner;
  bool operator==(const Nest&) const = default;
};
BOOST_DESCRIBE_STRUCT(Nest, (), (inner))

}  // namespace kallad::sample
