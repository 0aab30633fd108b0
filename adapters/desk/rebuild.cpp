// One transaction, stream by stream in the order of their numbers. Where a stream ends is asked
// before the projections go, since for settled streams they are what says so.
#include "adapters/desk/rebuild.hpp"

namespace kallad {

namespace {
constexpr std::size_t slice = 4'096;

void rebuild_stream(EventStore& store, Brain& brain, const std::string& name,
                    RebuildReport& report) {
  StreamHead head = store.head(name);
  const auto state = brain.fresh(name);
  store.read(name, head, [&](const EventView& event, const ShortDigest&) {
    brain.fold(*state, event);
    ++report.events;
  });
  for (const DueRow& row : brain.due(*state)) {
    store.put_due(head, row);
    ++report.due;
  }
  store.put_entries(head, brain.entries(*state));
  if (const std::string text = brain.lookup_text(*state); !text.empty())
    store.put_lookup(head, text);
  store.settle(head, brain.list_row(*state), brain.count_row(*state));
  ++report.streams;
}
}  // namespace

RebuildReport rebuild(EventStore& store, Brain& brain) {
  RebuildReport report;
  store.begin();
  try {
    store.clear_projections();
    for (auto batch = store.streams(0, slice); !batch.empty();
         batch = store.streams(batch.back().first, slice)) {
      for (const auto& [number, name] : batch) rebuild_stream(store, brain, name, report);
    }
    store.note_listed(brain.revision());
    store.commit();
  } catch (...) {
    store.rollback();
    throw;
  }
  return report;
}

}  // namespace kallad
