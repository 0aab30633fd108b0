// The case file (akt): a case, its deficiencies and its disposal, and the four functions it speaks.
// This is what a stream of the log is folded into, and the one door through which adapters reach
// the engine. Not a room of rules: it joins what case/ and deficiency/ decide, and lets a fact of
// the one have its consequence in the other.
#pragma once

#include <boost/mp11.hpp>
#include <boost/variant2/variant.hpp>
#include <functional>
#include <vector>

#include "engine/between/wish.hpp"
#include "engine/case/case_commands.hpp"
#include "engine/case/case_events.hpp"
#include "engine/deficiency/deficiency_messages.hpp"
#include "engine/disposal/disposal_messages.hpp"
#include "engine/disposal/example_messages.hpp"
#include "engine/seat/ground.hpp"

namespace kallad {

/// Everything that can be said about a case, and everything that can have happened in it.
using FileCommand =
    boost::mp11::mp_append<CaseCommand, DeficiencyCommand, DisposalCommand, ExampleCommand>;
using FileEvent = boost::mp11::mp_append<CaseEvent, DeficiencyEvent, DisposalEvent, ExampleEvent>;

/// A case with its deficiencies, in the order of their numbers, and what has been decided about its
/// copies. Of a case that is disposed of nothing but its name and `disposal` is left.
struct CaseFile {
  Case running;
  std::vector<Deficiency> deficiencies;
  Disposal disposal;
};

namespace between {

/// Yes with everything that happens, consequences included, in order; or no with every rule that
/// forbids it. `stamp.event` is ignored. `stamp.at` must not lie before the case's last event (the
/// desk sees to that: time in a log never runs backwards).
Verdict<FileEvent> decide(const CaseFile& file, const FileCommand& command, const Stamp& stamp,
                          const Ground& ground);

/// Hears of an event, with the file as it is right after it.
using Told = std::function<void(const CaseFile&, const FileEvent&)>;

/// Decides as `decide` does and folds what is decided into `file`, without a second file beside
/// it. Refused: `file` is as it was. `told` may be empty.
Verdict<FileEvent> advance(CaseFile& file, const FileCommand& command, const Stamp& stamp,
                           const Ground& ground, const Told& told);

/// The file after the event. Never refuses. `stamp.event` is the event's number in the case.
CaseFile evolve(CaseFile file, const FileEvent& event, const Stamp& stamp);

/// What time will demand, in no order, no row twice. A demand whose time has come is gone once the
/// event that answered it is folded. A closed case demands nothing of its own; a deficiency that is
/// still on its way keeps its answer deadline, for it belongs to the parties and not to the closed
/// plan.
std::vector<Due> due(const CaseFile& file, const Ground& ground);

/// What the fact makes somebody do: letters to send, letters to stop. `file` is after the event.
std::vector<Wish> reactions(const CaseFile& file, const FileEvent& event);

}  // namespace between
}  // namespace kallad
