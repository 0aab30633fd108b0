// What parties and units are called where a refusal is told to people.
// Not who may see a name: a person, guardian or relative is told by what they are, never by name.
#pragma once

#include "adapters/wording/words/refusal_text.hpp"
#include "engine/case/case.hpp"
#include "engine/register/register.hpp"

namespace kallad {

/// The names of a refusal's parties and units, in that language. What is given is looked up when a
/// name is asked for, and outlives the answer.
NameOf names_in(const Case& running, const Register& known, Language language);

}  // namespace kallad
