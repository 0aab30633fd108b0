// A store that writes down what is disposed of beside the backups, before it is.
// Not a store of its own: all else goes to the one behind it. Rules kept: the line is on the disk
// before COMMIT, so that no disposal that was acknowledged is missing there; what was rolled back
// for want of room is taken back; where the file cannot be written the disposal still goes, is told
// of, and the line is tried again with the next.
#pragma once

#include <functional>

#include "adapters/desk/event_store.hpp"
#include "adapters/gone/gone_file.hpp"

namespace kallad {

class RememberingStore : public EventStore {
 public:
  /// A line for the log, without personal data.
  using Tell = std::function<void(const std::string&)>;

  /// `behind` outlives it.
  RememberingStore(EventStore& behind, GoneFile file, Tell tell)
      : behind_(behind), file_(std::move(file)), tell_(std::move(tell)) {}

  StreamHead head(std::string_view stream) override { return behind_.head(stream); }
  void read(std::string_view stream, StreamHead& head,
            const std::function<void(const EventView&, const ShortDigest&)>& take) override {
    behind_.read(stream, head, take);
  }
  void begin() override { behind_.begin(); }
  void commit() override;
  void rollback() noexcept override;
  void append(std::string_view stream, StreamHead& head, const CommandStamp& stamp,
              std::span<const NewEvent> events) override;
  void put_due(const StreamHead& head, const DueRow& row) override { behind_.put_due(head, row); }
  void drop_due(const StreamHead& head, const DueRow& row) override { behind_.drop_due(head, row); }
  std::vector<DueItem> due_until(Instant until, const DueCursor& cursor,
                                 std::size_t limit) override {
    return behind_.due_until(until, cursor, limit);
  }
  std::optional<Instant> next_due() override { return behind_.next_due(); }
  void put_outbox(const StreamHead& head, int number, const OutboxRow& row) override {
    behind_.put_outbox(head, number, row);
  }
  std::vector<OutboxItem> outbox(std::size_t limit) override { return behind_.outbox(limit); }
  std::vector<OutboxItem> outbox_with_stops() override { return behind_.outbox_with_stops(); }
  void retire_outbox(const OutboxKey& key) override { behind_.retire_outbox(key); }
  std::int64_t last() const override { return behind_.last(); }
  std::int64_t settled() const override { return behind_.settled(); }
  std::size_t unsettled() const override { return behind_.unsettled(); }
  std::vector<std::string> next_unsettled(std::size_t limit) override {
    return behind_.next_unsettled(limit);
  }
  void settle(const StreamHead& head, const std::string& list_row,
              const std::optional<std::string>& count_row) override {
    behind_.settle(head, list_row, count_row);
  }
  void put_entries(const StreamHead& head, std::span<const ListEntry> entries) override {
    behind_.put_entries(head, entries);
  }
  void put_lookup(const StreamHead& head, std::string_view text) override {
    behind_.put_lookup(head, text);
  }
  void drop_lookup(const StreamHead& head, std::string_view text) override {
    behind_.drop_lookup(head, text);
  }
  std::vector<std::string> find(std::string_view text) override { return behind_.find(text); }
  int listed_by() override { return behind_.listed_by(); }
  void clear_projections() override { behind_.clear_projections(); }
  void note_listed(int revision) override { behind_.note_listed(revision); }
  std::vector<std::pair<std::int64_t, std::string>> streams(std::int64_t after,
                                                            std::size_t limit) override {
    return behind_.streams(after, limit);
  }

 private:
  Instant opened_at(std::string_view stream, const StreamHead& head);
  void write_down();
  void take_back() noexcept;

  EventStore& behind_;
  GoneFile file_;
  Tell tell_;
  std::vector<GoneCase> staged_;     ///< of the open transaction
  std::vector<GoneCase> unwritten_;  ///< gone, and not in the file
};

}  // namespace kallad
