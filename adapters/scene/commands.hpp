// Lines of a story as commands of the engine, by the shapes of the codec: verb = the command's id,
// words = its fields. A new command needs no line here.
// Not the engine's rules: a command that it will refuse is made all the same.
#pragma once

#include "adapters/scene/cast.hpp"
#include "adapters/scene/text/scene.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::scene {

/// What a line's words are read against.
struct LineContext {
  const CaseFile& file;
  const Ledger& ledger;
  const Zone& zone;
  Instant at;
};

/// The command of a line by that speaker. Throws StoryFault.
FileCommand command_of(const CommandLine& line, const Speaker& speaker, const LineContext& here);

/// The command of a line of the register: record_ and the word it begins with. Throws StoryFault.
LedgerCommand command_of(const RegisterLine& line, const LineContext& here);

/// What a case's header says: opening, then a party each. Throws StoryFault.
OpenCase opening_of(const CaseLine& line, const LineContext& here);
AddParty party_of_header(const PartyItem& item, const LineContext& here);

/// The ids of all commands a case takes.
std::vector<std::string> verbs();

}  // namespace kallad::scene
