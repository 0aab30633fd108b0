// Who and when: what every command brings and every event keeps.
// Not a clock: the time is told to the engine, and an event keeps the time it was told.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>

#include "engine/spine/actor.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// The moment and the actor of a command or an event; `event` is the event's number in its case,
/// counted from 1 without gaps, and 0 for a command.
struct Stamp {
  Instant at;
  Actor by;
  std::uint32_t event = 0;
};

/// A time-stamped fact that something rests on: the number of the event that tells it, and when it
/// was.
struct Cited {
  std::uint32_t event = 0;
  Instant at;
  bool operator==(const Cited&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cited, (), (event, at))

/// The event of that stamp as a fact to cite.
inline Cited cite(const Stamp& stamp) { return {stamp.event, stamp.at}; }

}  // namespace kallad
