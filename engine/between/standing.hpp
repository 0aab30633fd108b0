// What stands against a command to a case whatever it says: where the case is, and the rules that
// look at the case and the actor alone. Not a decision and not who may: a command that nothing
// stands against can still be refused for what it says (case_file.hpp), and authority is asked
// elsewhere.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/between/case_file.hpp"

namespace kallad::between {

/// The part of a case that a command is about: a party and its seat at a meeting, or a deficiency.
/// Empty: the case itself.
struct About {
  PartyId party;
  std::uint32_t meeting = 0;
  std::uint32_t deficiency = 0;
};

/// What the command named `command` can be about in this case, the latest first; at least one.
std::vector<About> abouts(const CaseFile& file, std::string_view command);

/// What stands against the command now, about that part of the case; nothing at all where the step,
/// the seat's state or the deficiency's does not take it. `stamp` says who would say it, and when.
std::optional<Refusals> standing_against(const CaseFile& file, std::string_view command,
                                         const About& about, const Stamp& stamp,
                                         const Ground& ground);

}  // namespace kallad::between
