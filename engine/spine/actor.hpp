// Who does something: a role, the unit it is done for, and a name for the log.
// Not a login: sign-in and sessions live in the adapters; the engine gets the answer.
#pragma once

#include <boost/describe.hpp>
#include <string>

#include "engine/spine/id.hpp"

namespace kallad {

/// The part an actor plays in this command. The clock and the mail are actors like any other.
enum class Role {
  coordinator,        ///< samordningsansvarig or named stand-in
  attendee,           ///< staff of a unit that is a party
  substitute,         ///< ersättare, by the substitute's own link
  chair,              ///< mötesledare
  secretary,          ///< mötessekreterare
  person,             ///< den enskilde, guardian or other who stands beside the person
  unit_head,          ///< enhetschef
  council_secretary,  ///< psykiatrisamordnare
  administrator,
  mail,   ///< the letter adapter, reporting what became of a letter
  clock,  ///< the alarm, reporting that a due time has passed
};
BOOST_DESCRIBE_ENUM(Role, coordinator, attendee, substitute, chair, secretary, person, unit_head,
                    council_secretary, administrator, mail, clock)

/// Who acts. `unit` is empty for those who act for no unit (the clock, the mail, a person).
struct Actor {
  Role role = Role::clock;
  UnitId unit;
  std::string name;
  bool operator==(const Actor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Actor, (), (role, unit, name))

}  // namespace kallad
