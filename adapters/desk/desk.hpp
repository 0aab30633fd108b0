// The desk: the one writer. Commands queue, are decided one after the other, and become durable
// together. Not an authority and no engine: what a command means is the brain's; how bytes reach
// the disk is the store's. Rules kept: nobody is answered before COMMIT (design §4); a repeated
// command id stores once; an event's time is the clock's or the stream's last event's, the later;
// after a failed write nothing is acknowledged any more.
//
// Group commit without a timer: whatever queued while the last commit ran is the next batch. List
// rows and lines in lists follow their events a little later when batches are large (see Limits),
// and at once when they are small; who reads a list waits for them with catch_up.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "adapters/desk/brain.hpp"
#include "adapters/desk/event_store.hpp"
#include "adapters/desk/forerunner.hpp"

namespace kallad {

/// Bounds of a desk. The defaults suit a council; tests make them small.
struct DeskLimits {
  std::size_t queue = 65'536;           ///< submissions waiting; more are answered `overloaded`
  std::size_t batch = 1'024;            ///< submissions in one transaction
  std::size_t cached_streams = 20'000;  ///< streams whose state is kept in memory
  std::size_t small_batch = 1;          ///< up to this size a batch writes its list rows itself
  std::size_t unsettled = 1'024;        ///< streams whose list rows may wait
};

/// What firing due rows came to.
struct FireReport {
  std::size_t fired = 0;      ///< the brain accepted, or had answered this very row before
  std::size_t refused = 0;    ///< the brain had no use for it any more; the row is gone
  std::size_t accidents = 0;  ///< the brain threw; the row stays and is tried at the next call
  std::string last_accident;
};

/// A due row that could not be fired, and why.
struct FireAccident {
  DueItem item;
  std::string text;
};

/// A run over the due rows, moved on slice by slice with Desk::fire_some. Who makes one says
/// `until` and may name rows to be left out.
struct FireRun {
  Instant until{};
  std::set<DueItem> left_out;  ///< not tried; an accident joins them, so it is tried once in a run
  std::vector<FireAccident> accidents;
  FireReport report;
  bool finished = false;

  // Where the run stands: the desk's own.
  DueCursor cursor;
  bool moved = false;  ///< this pass has fired something, so new rows may lie before the cursor
  int passes = 0;
};

/// How a desk is doing.
struct DeskHealth {
  bool failed = false;  ///< a write failed: restart needed
  std::string failure;
  std::size_t queued = 0;
  std::size_t unsettled = 0;  ///< streams whose list rows wait
  std::uint64_t commits = 0;
  std::uint64_t commands = 0;
};

using ClockReading = std::function<Instant()>;
using Completion = std::function<void(Outcome&&)>;

/// Thread-safe once started, but for start and stop. The completion runs on the desk's thread: be
/// brief there.
class Desk {
 public:
  /// Rebuilds the store's projections where it says that they are not whole, which takes its time.
  /// Does not start a thread: call start(), or drive it with run_once() from one thread (scenes,
  /// tests). With foresight due rows are judged beside the writer, with the same outcome.
  Desk(EventStore& store, Brain& brain, ClockReading now, DeskLimits limits = {},
       std::optional<Foresight> eyes = {});
  /// Stops.
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  void start();
  /// Takes no more, finishes what is queued, settles all list rows, ends the thread.
  void stop();

  void submit(Submission submission, Completion done);
  std::future<Outcome> submit(Submission submission);
  /// Submits and drives the desk until answered; only without a thread.
  Outcome submit_now(Submission submission);

  /// Fires all due rows until and with `until`: streams in the order of their earliest row, each
  /// stream's rows together, by time, then kind. Waits for the end.
  FireReport fire_due(Instant until);
  /// Fires the next slice of a run, which is a transaction of its own and takes some milliseconds;
  /// commands that wait come in between. Throws StoreError: nothing of the slice was stored, and
  /// the run may be gone on with. Waits for its turn.
  void fire_some(FireRun& run);
  /// Removes outbox rows whose work is done.
  void retire_outbox(std::vector<OutboxKey> keys);
  /// Outbox rows that have not been retired, oldest first, at most `limit`. Waits for its turn.
  std::vector<OutboxItem> outbox(std::size_t limit);
  /// Of each stream that has a `stop_row` the rows up to and with it, oldest first.
  std::vector<OutboxItem> outbox_with_stops();
  /// The earliest due row, if any. Waits for its turn.
  std::optional<Instant> next_due();

  /// When this returns, what had been answered before the call stands in lists. Waits for its turn
  /// where something has not been listed yet, which is so while much is written; not on a desk that
  /// has failed or ends, whose lists stay as they are.
  void catch_up();

  /// Without a thread: decides and commits one batch of what is queued. Returns how many were
  /// answered.
  std::size_t run_once();
  /// Without a thread: writes all list rows that wait.
  void settle();

  DeskHealth health() const;

 private:
  class Machinery;
  std::unique_ptr<Machinery> machinery_;
};

}  // namespace kallad
