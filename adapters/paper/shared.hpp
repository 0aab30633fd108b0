// What several documents begin and end with.
// Not a document.
#pragma once

#include <algorithm>

#include "adapters/paper/inputs.hpp"
#include "adapters/paper/writer.hpp"
#include "adapters/wording/words/pattern.hpp"

namespace kallad::paper {

/// Whom it is about, and in which cases.
inline void put_person(Writer& to, const Subject& of) {
  to.fields({to.field("name", of.name, 1, 3), to.field("identity_number", of.identity_number, 1, 2),
             to.field("case_number", of.case_number, 1, 2)});
}

/// Whom it is about and who coordinates: on papers for the parties and the person only.
inline void put_subject(Writer& to, const Subject& of) {
  put_person(to, of);
  to.fields({to.field("coordinating_unit", of.unit, 1, 3),
             to.field("coordinator", of.coordinator, 1, 2), to.field("contact", of.contact, 1, 2)});
}

/// How papers with a person's details are kept, and what to do with those filled in by hand.
inline void put_foot(Writer& to) {
  to.say("secrecy_note", Tone::small);
  to.say("register_afterwards", Tone::small);
}

}  // namespace kallad::paper
