// What a caller can say to a case now, and what stands against the rest: authority and the tables
// asked together. Not a decision: what a command says is judged when it is said. Rule kept: a
// page's buttons and the API's "allowed now" come from here and nowhere else.
#pragma once

#include <string_view>
#include <vector>

#include "engine/authority/authority.hpp"

namespace kallad::authority {

/// A command, and why it cannot be said now; empty where it can, about some part of the case.
struct CommandNow {
  std::string_view command;
  Refusals why_not;
};

/// Each command an account may say to a case that is open, in the order of the table. Where there
/// are several parts of the case it could be about, the part counts that comes nearest: what may
/// not be said about any is denied, what no part's state takes is `not_in_this_step`.
std::vector<CommandNow> commands_now(const Caller& caller, const CaseFile& file,
                                     const Occasion& occasion, const Ground& ground);

}  // namespace kallad::authority
