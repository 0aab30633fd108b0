// A case file out of stored events, for those who only look: programs that show, scenes that check.
// Not the desk's state: nothing is decided on what stands here.
#pragma once

#include <optional>

#include "adapters/brain/ledger.hpp"

namespace kallad {

/// The file of a case in which nothing has happened.
CaseFile fresh_case(std::string_view stream);

/// The actor as stored. Stops the process where it cannot be read (a broken promise).
Actor read_actor(std::string_view text);

/// Folds one stored event. Stops the process where it has no reader (a broken promise).
void take(CaseFile& file, const EventView& event, const Actor& by);

/// The case as the log has it, or nothing where there is none of that name.
std::optional<CaseFile> load_case(const ReadStream& read, std::string_view stream);

}  // namespace kallad
