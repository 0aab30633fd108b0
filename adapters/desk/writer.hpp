// The desk's work without its queue: a batch of commands is decided, staged and committed.
// Not thread-safe and no thread: the desk calls it from its own (desk.cpp).
// Rules kept: see desk.hpp. Everything in a batch is answered only when the commit has returned.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "adapters/desk/desk.hpp"
#include "adapters/desk/forerunner.hpp"
#include "adapters/desk/stream_cache.hpp"

namespace kallad {

/// A submission in the desk's hands.
struct DeskItem {
  Submission submission;
  ShortDigest content{};
  Completion done;
  Outcome outcome;
};

/// A part of a run: what one transaction fires.
struct FireSlice {
  FireRun& run;
  std::chrono::steady_clock::time_point end;
  std::vector<DeskItem> fired;
  std::unordered_map<std::string, DueRow> reached;  ///< each stream's last row that was tried

  bool is_over() const { return std::chrono::steady_clock::now() >= end; }
};

class Writer {
 public:
  /// `ahead` outlives it; without one it judges all rows itself.
  Writer(EventStore& store, Brain& brain, ClockReading now, DeskLimits limits,
         Forerunner* ahead = nullptr);

  /// Fills in every item's outcome; accepted ones are durable when this returns. Does not call
  /// completions.
  void process(std::span<DeskItem> items);
  /// Fires some rows of a run, for some milliseconds at most, in a transaction of their own.
  void fire_some(FireRun& run);
  void retire(const std::vector<OutboxKey>& keys);
  /// Writes some list rows that wait; returns whether more are waiting.
  bool settle_some();
  std::optional<Instant> next_due() { return store_.next_due(); }

  bool waiting_to_settle() const { return !failed_ && store_.unsettled() > 0; }
  bool failed() const { return failed_; }
  const std::string& failure() const { return failure_; }
  std::uint64_t commits() const { return commits_; }

 private:
  void answer(DeskItem& item);
  void decide(CachedStream& stream, DeskItem& item);
  void stage(CachedStream& stream, DeskItem& item, Decision& decision);
  void follow(CachedStream& stream, std::vector<DueRow>&& due, std::string&& lookup);
  bool answered_before(CachedStream& stream, DeskItem& item);
  bool repeat(CachedStream& stream, const SeenCommand& seen, DeskItem& item);
  void write_entries(CachedStream& stream, const std::vector<ListEntry>& entries);
  void look_ahead(const FireRun& run, const std::vector<DueItem>& rows);
  void fire_stream(FireSlice& slice, const DueItem& first);
  std::optional<DueItem> fire_judged(FireSlice& slice, const DueItem& first);
  bool still_holds(const JudgedStream& judged, const DueItem& first);
  std::vector<DeskItem> take_over(JudgedStream&& judged);
  void put_others(const CachedStream& stream, const DueRow& refused);
  std::optional<DueItem> next_to_fire(const FireRun& run, const DueItem& after);
  void fire(const DueItem& row, DeskItem& item);
  static void end_pass(FireRun& run);
  static void count_fired(FireRun& run, DeskItem&& item);
  void settle(const std::string& name);
  void settle_next(std::size_t limit);
  /// `streams`: those of the open transaction that nobody else will settle soon.
  std::size_t settle_quota(std::size_t commands, std::size_t streams = 0) const;
  void open();
  void close();
  Answer abandon(const StoreError& error);

  EventStore& store_;
  Brain& brain_;
  ClockReading now_;
  DeskLimits limits_;
  StreamCache cache_;
  Forerunner* ahead_;
  std::size_t last_batch_ = 0;  ///< commands in it
  bool open_ = false;
  bool failed_ = false;
  std::string failure_;
  std::uint64_t commits_ = 0;
};

}  // namespace kallad
