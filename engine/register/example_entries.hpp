// Which entries of the register are examples, decided.
// Not a door of its own: registry::decide asks here.
#pragma once

#include "engine/register/register_messages.hpp"

namespace kallad::registry {

/// Yes with what is marked that was not before, or no where an entry is unknown.
Verdict<RegisterEvent> mark_examples(const Register& known, const MarkExampleEntries& wish);

/// Yes with what goes and what stays, or no with each entry that something left points at. Without
/// examples: yes, without an event.
Verdict<RegisterEvent> remove_examples(const Register& known, const RemoveExampleEntries& wish);

}  // namespace kallad::registry
