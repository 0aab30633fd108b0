// The ledger's four functions forward to the engine; the keeper decides between memory and log.
// Not rules: what may be recorded is said in engine/register and engine/deadline.
#include "adapters/brain/ledger.hpp"

#include "adapters/codec/typed.hpp"

namespace kallad {

namespace ledger {

namespace {

template <class Narrow>
Verdict<LedgerEvent> widened(Verdict<Narrow> verdict) {
  if (!verdict) return Verdict<LedgerEvent>::refused(verdict.refusals());
  std::vector<LedgerEvent> events;
  for (auto& event : verdict.events()) {
    boost::variant2::visit([&](auto& fact) { events.emplace_back(std::move(fact)); }, event);
  }
  return Verdict<LedgerEvent>::accepted(std::move(events));
}

}  // namespace

Verdict<LedgerEvent> decide(const Ledger& ledger, const LedgerCommand& command) {
  return boost::variant2::visit(
      [&]<class Wish>(const Wish& wish) {
        if constexpr (std::is_same_v<Wish, RecordRoutine>) {
          return widened(routines::decide(ledger.routines, wish));
        } else {
          return widened(registry::decide(ledger.known, wish));
        }
      },
      command);
}

void apply(Ledger& ledger, const LedgerEvent& event) {
  ++ledger.events;
  boost::variant2::visit(
      [&]<class Fact>(const Fact& fact) {
        if constexpr (std::is_same_v<Fact, RoutineRecorded>) {
          ledger.routines = routines::evolve(std::move(ledger.routines), fact);
        } else {
          ledger.known = registry::evolve(std::move(ledger.known), fact);
        }
      },
      event);
}

void apply(Ledger& ledger, const EventView& event) {
  const auto read = codec::read_data<LedgerEvent>(event.type, event.version, event.payload);
  promise(read.ok(), "every stored event of the register has a reader");
  apply(ledger, read.value());
}

const std::vector<Routine>& routines_in_force(const Ledger& ledger) {
  static const std::vector<Routine> shipped{routines::default_routine()};
  return ledger.routines.empty() ? shipped : ledger.routines;
}

Ledger load(const ReadStream& read) {
  Ledger ledger;
  read(register_stream, [&](const EventView& event) { apply(ledger, event); });
  return ledger;
}

}  // namespace ledger

std::shared_ptr<Ledger> LedgerKeeper::fresh() {
  auto made = std::make_shared<Ledger>();
  live_ = made;
  from_log_.reset();
  return made;
}

const Ledger& LedgerKeeper::present() {
  if (const auto live = live_.lock()) return *live;
  if (!from_log_) from_log_ = ledger::load(read_);
  return *from_log_;
}

}  // namespace kallad
