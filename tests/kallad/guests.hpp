// People at browsers of a served program: enrolled by their one-time links, with a cookie and a
// word for changes; and the one command that tests of the whole program say. Not the API's people:
// tests/adapters/api has those without sockets.
#pragma once

#include <string>

#include "tests/kallad/served.hpp"

namespace kallad::program {

/// A browser's cookie and word, as headers of each change.
struct SignedInGuest {
  Served::Headers headers;
};

/// Accepts a one-time link's token.
SignedInGuest accept(const Served& server, const std::string& token);
/// Accepts the first administrator's link, and invites and enrols a coordinator of Helsingborg.
SignedInGuest coordinator(const Served& server);

/// The body that opens a case about an invented person.
std::string opening();
Got open_case(const Served& server, const SignedInGuest& who, const std::string& key);

/// Opens a case with each of the keys again: those that were not there already.
std::vector<std::string> missing_of(const Served& server, const SignedInGuest& who,
                                    const std::vector<std::string>& keys);

}  // namespace kallad::program
