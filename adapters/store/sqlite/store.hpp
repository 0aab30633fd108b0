// The event store on SQLite, as its one writer sees it.
// Not for reading by pages (beside/reader.hpp), not verify, backup or checkpoints (beside/).
// The file format and the algorithm are told at the head of store.cpp.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

#include "adapters/desk/event_store.hpp"
#include "adapters/store/sqlite/file/log_walk.hpp"
#include "adapters/store/sqlite/file/mark.hpp"
#include "adapters/store/sqlite/file/schema.hpp"
#include "adapters/store/sqlite/file/words.hpp"
#include "adapters/store/sqlite/file_lock.hpp"
#include "adapters/store/sqlite/lists/count_rows.hpp"
#include "adapters/store/sqlite/lists/entry_rows.hpp"
#include "adapters/store/sqlite/lists/entry_texts.hpp"
#include "adapters/store/sqlite/lists/lookups.hpp"
#include "adapters/store/sqlite/tail.hpp"

namespace kallad {

/// What a commit leaves behind.
struct CommitTrace {
  int wal_pages = 0;        ///< in the write-ahead log
  bool broke_seal = false;  ///< a key was destroyed; the write-ahead log may still hold it
};

/// The writer's connection. One thread at a time, except where a function says otherwise.
class SqliteStore final : public EventStore {
 public:
  /// Opens for writing, with Access::create or Access::write. Throws StoreError, `locked` among
  /// them.
  SqliteStore(const StorePlace& place, Access access);
  /// Folds the write-ahead log into the file, unless a write has failed.
  ~SqliteStore() override;

  StreamHead head(std::string_view stream) override;
  void read(std::string_view stream, StreamHead& head,
            const std::function<void(const EventView&, const ShortDigest&)>& take) override;
  void begin() override;
  void commit() override;
  void rollback() noexcept override;
  void append(std::string_view stream, StreamHead& head, const CommandStamp& stamp,
              std::span<const NewEvent> events) override;
  void put_due(const StreamHead& head, const DueRow& row) override;
  void drop_due(const StreamHead& head, const DueRow& row) override;
  std::vector<DueItem> due_until(Instant until, const DueCursor& cursor,
                                 std::size_t limit) override;
  std::optional<Instant> next_due() override;
  void put_outbox(const StreamHead& head, int number, const OutboxRow& row) override;
  std::vector<OutboxItem> outbox(std::size_t limit) override;
  std::vector<OutboxItem> outbox_with_stops() override;
  void retire_outbox(const OutboxKey& key) override;
  std::int64_t last() const override { return committed_.last; }
  std::int64_t settled() const override;
  std::size_t unsettled() const override { return tail_.size(); }
  std::vector<std::string> next_unsettled(std::size_t limit) override;
  void settle(const StreamHead& head, const std::string& list_row,
              const std::optional<std::string>& count_row) override;
  void put_entries(const StreamHead& head, std::span<const ListEntry> entries) override;
  void put_lookup(const StreamHead& head, std::string_view text) override;
  void drop_lookup(const StreamHead& head, std::string_view text) override;
  std::vector<std::string> find(std::string_view text) override;
  int listed_by() override;
  void clear_projections() override;
  void note_listed(int revision) override;
  std::vector<std::pair<std::int64_t, std::string>> streams(std::int64_t after,
                                                            std::size_t limit) override;

  const StorePlace& place() const { return place_; }
  /// Where uncommitted list rows end; readers in this process ask it. Thread-safe.
  const Tail& tail() const { return tail_; }
  /// Held from begin to commit or rollback; who holds it keeps the writer out.
  std::mutex& gate() { return gate_; }
  /// Called after each commit. Set before the first commit.
  void on_commit(std::function<void(CommitTrace)> told) { told_ = std::move(told); }
  /// A write-ahead log was found at opening; of a program that was killed, so it may hold a key
  /// that was destroyed.
  bool found_wal() const { return found_wal_; }
  /// Nothing is committed from now on (a checkpoint could not reach the disk). Thread-safe.
  void fail(const std::string& why);
  /// The hash over all events, as of the last commit.
  const Digest& root() const { return committed_.root; }

 private:
  struct Statements;
  void load();
  void read_tail(std::int64_t settled);
  std::optional<StreamKey> key_for(std::string_view stream, StreamHead& head);
  std::optional<StreamKey> key_of(std::int64_t stream);
  void break_seal(const StreamHead& head, std::optional<StreamKey>& key);
  void insert_event(const EventRow& row);
  /// Runs a write; what is not merely a full disk makes the store refuse everything after it.
  template <class Work>
  void write(std::string_view doing, Work&& work);
  void write_log_row();
  std::string name_of(std::int64_t stream);
  void refuse_if_failed() const;

  StorePlace place_;
  FileLock lock_;
  SQLite::Database database_;
  Words words_;
  StreamKeys keys_;
  LogWalk walk_;
  EntryRows entries_;
  EntryTexts texts_;
  Lookups lookups_;
  CountRows counts_;
  Tail tail_;
  Hasher hasher_;
  MarkWriter mark_;
  std::unique_ptr<Statements> sql_;
  Mark committed_;
  Mark staged_;
  std::mutex gate_;
  bool open_ = false;
  bool broke_seal_ = false;  ///< in the open transaction
  /// The stream written to last and its key: many writes in a row are to one stream. Not kept
  /// beyond the open transaction, nor beyond the key's end.
  std::optional<std::pair<std::int64_t, StreamKey>> last_key_;
  bool found_wal_ = false;
  int wal_pages_ = 0;
  std::function<void(CommitTrace)> told_;
  std::atomic<bool> failed_ = false;
  mutable std::mutex why_mutex_;
  std::string why_;
};

}  // namespace kallad
