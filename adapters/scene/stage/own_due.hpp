// A store of which the alarm sees only the due rows of some streams. Everything else passes
// through. Not another store: events, rows and letters lie where they always do. Rule kept: a story
// that is played into a store with others moves none of their cases, so its log follows from the
// story alone.
#pragma once

#include <set>

#include "adapters/desk/event_store.hpp"

namespace kallad::scene {

class OwnDue final : public EventStore {
 public:
  explicit OwnDue(EventStore& store) : store_(store) {}
  /// From now on the stream's due rows are seen.
  void own(const std::string& stream) { owned_.insert(stream); }

  std::vector<DueItem> due_until(Instant until, const DueCursor& cursor,
                                 std::size_t limit) override;
  std::optional<Instant> next_due() override;

  StreamHead head(std::string_view stream) override { return store_.head(stream); }
  void read(std::string_view stream, StreamHead& head,
            const std::function<void(const EventView&, const ShortDigest&)>& take) override {
    store_.read(stream, head, take);
  }
  void begin() override { store_.begin(); }
  void commit() override { store_.commit(); }
  void rollback() noexcept override { store_.rollback(); }
  void append(std::string_view stream, StreamHead& head, const CommandStamp& stamp,
              std::span<const NewEvent> events) override {
    store_.append(stream, head, stamp, events);
  }
  void put_due(const StreamHead& head, const DueRow& row) override { store_.put_due(head, row); }
  void drop_due(const StreamHead& head, const DueRow& row) override { store_.drop_due(head, row); }
  void put_outbox(const StreamHead& head, int number, const OutboxRow& row) override {
    store_.put_outbox(head, number, row);
  }
  std::vector<OutboxItem> outbox(std::size_t limit) override { return store_.outbox(limit); }
  std::vector<OutboxItem> outbox_with_stops() override { return store_.outbox_with_stops(); }
  void retire_outbox(const OutboxKey& key) override { store_.retire_outbox(key); }
  std::int64_t last() const override { return store_.last(); }
  std::int64_t settled() const override { return store_.settled(); }
  std::size_t unsettled() const override { return store_.unsettled(); }
  std::vector<std::string> next_unsettled(std::size_t limit) override {
    return store_.next_unsettled(limit);
  }
  void settle(const StreamHead& head, const std::string& list_row,
              const std::optional<std::string>& count_row) override {
    store_.settle(head, list_row, count_row);
  }
  void put_entries(const StreamHead& head, std::span<const ListEntry> entries) override {
    store_.put_entries(head, entries);
  }
  void put_lookup(const StreamHead& head, std::string_view text) override {
    store_.put_lookup(head, text);
  }
  void drop_lookup(const StreamHead& head, std::string_view text) override {
    store_.drop_lookup(head, text);
  }
  std::vector<std::string> find(std::string_view text) override { return store_.find(text); }
  int listed_by() override { return store_.listed_by(); }
  void clear_projections() override { store_.clear_projections(); }
  void note_listed(int revision) override { store_.note_listed(revision); }
  std::vector<std::pair<std::int64_t, std::string>> streams(std::int64_t after,
                                                            std::size_t limit) override {
    return store_.streams(after, limit);
  }

 private:
  EventStore& store_;
  std::set<std::string, std::less<>> owned_;
};

}  // namespace kallad::scene
