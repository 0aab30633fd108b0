// The register's stream as a value, and where its present is to be found.
// Not the register's rules: those are engine/register and engine/deadline.
//
// A case is decided on the register as it is then. The desk holds the register's stream like any
// other, also with what is staged and not yet committed, and drops it when a commit fails or memory
// is short. So this room keeps no second truth: while the desk holds the stream, its very value is
// used; when the desk has let go, the stream is read from the log, until the desk takes it up
// again.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "adapters/brain/messages.hpp"
#include "adapters/desk/records.hpp"

namespace kallad {

/// Hands over all events of a stream in order; returns how many there are.
using TakeEvent = std::function<void(const EventView&)>;
using ReadStream = std::function<std::uint64_t(std::string_view stream, const TakeEvent& take)>;

/// The register and the routines. Where nobody has recorded a routine the default one holds.
struct Ledger {
  Register known;
  std::vector<Routine> routines;
  std::uint64_t events = 0;  ///< how many it has been made of
};

namespace ledger {

/// Yes with events or no with rules, by whichever of the two the command is for.
Verdict<LedgerEvent> decide(const Ledger& ledger, const LedgerCommand& command);
/// The ledger after the event. Never refuses.
void apply(Ledger& ledger, const LedgerEvent& event);
/// The same for an event as stored. Stops the process where it has no reader (a broken promise).
void apply(Ledger& ledger, const EventView& event);
/// The routines to decide by; the ledger's own, where it has any.
const std::vector<Routine>& routines_in_force(const Ledger& ledger);
/// The ledger as the log has it.
Ledger load(const ReadStream& read);

}  // namespace ledger

/// Knows where the present ledger is. One thread at a time.
class LedgerKeeper {
 public:
  explicit LedgerKeeper(ReadStream read) : read_(std::move(read)) {}

  /// A new, empty one that the desk takes as its state and fills: the present from now on.
  std::shared_ptr<Ledger> fresh();
  /// The present one; the reference holds until the next call. Throws what reading throws.
  const Ledger& present();
  /// What was read from the log may not be in it any more: it is read again when asked for.
  void forget() { from_log_.reset(); }

 private:
  ReadStream read_;
  std::weak_ptr<Ledger> live_;
  std::optional<Ledger> from_log_;
};

}  // namespace kallad
