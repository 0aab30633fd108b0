// Coordinators who work through cases over HTTP: each client opens one, fills it, calls to a
// meeting and answers, and then opens the next.
// Not a story of the field: the usual commands, about as often as they are said.
#pragma once

#include "tests/bench/http/load.hpp"
#include "tests/kallad/guests.hpp"

namespace kallad::bench {

/// Talks as a client with a case of its own. `name` keeps keys of several loads apart.
MakeTalker coordinators(const program::SignedInGuest& who, const std::string& name);

/// Reads one case again and again.
MakeTalker readers(const program::SignedInGuest& who, const std::string& path);

/// How many are said in a case before the next one.
constexpr int commands_a_case = 8;

}  // namespace kallad::bench
