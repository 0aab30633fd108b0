// Deciding about the copies of a case, and who owns them.
// Not who may decide: engine/authority. Rule kept: what is not due, kept for research or still on
// its way is not disposed of, whoever asks.
#pragma once

#include <vector>

#include "engine/disposal/disposal_messages.hpp"
#include "engine/disposal/example_messages.hpp"
#include "engine/disposal/term.hpp"
#include "engine/seat/ground.hpp"

namespace kallad {

/// What a decision stands on. Lives as long as the decision; nothing here is owned.
struct DisposalFacts {
  const Case& running;
  const std::vector<Deficiency>& deficiencies;
  const Disposal& disposal;
  const Stamp& stamp;
  const Ground& ground;
};

namespace disposal {

/// A huvudman with a copy of the case, and its units that have it.
struct Owner {
  PrincipalId principal;
  std::vector<UnitId> units;
};

/// All that ever had a copy, whether it is disposed of or not: the huvudmän of the units that are
/// or were parties, and of the coordinating unit.
std::vector<Owner> owners(const Case& running, const Register& known);

/// The local day of the case's last entry.
Date last_entry_day(const Case& running, const Disposal& disposal, const Zone& zone);

/// What stands against disposing of the principal's copy now; empty: nothing.
Refusals against(const DisposalFacts& facts, const PrincipalId& principal);

/// Yes with what happens, or no with every rule that forbids it.
Verdict<DisposalEvent> decide(const DisposalFacts& facts, const DisposalCommand& command);

/// The same for examples. A case is marked while nothing has happened in it but its opening, and
/// nothing but an example is removed.
Verdict<ExampleEvent> decide_example(const DisposalFacts& facts, const ExampleCommand& command);

}  // namespace disposal
}  // namespace kallad
