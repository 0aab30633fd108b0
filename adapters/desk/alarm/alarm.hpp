// The alarm: sees that due rows are fired when their time has come, and keeps the list of those
// that fail. Not what falls due (the brain says that) and not the firing (the desk does that, in
// order and once). Rules kept: nothing is fired before its time by the clock it is given, wherever
// that clock jumps; a row that fails stops no other and is tried again with growing pauses; after
// downtime all that is overdue is caught up in slices, with commands in between.
//
// The list is kept in memory alone. What is still to be done is the due row, and that is in the
// store: after a restart each of them is tried at once, and one that still fails is on the list
// again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "adapters/desk/desk.hpp"

namespace kallad {

/// Lengths of time, by a clock that nobody can set.
struct AlarmLimits {
  /// A clock that jumps, or a new row that is due before those known, is noticed within this.
  std::chrono::milliseconds longest_sleep{1'000};
  std::chrono::milliseconds first_pause{10'000};       ///< before a row that failed is tried again
  std::chrono::milliseconds longest_pause{3'600'000};  ///< each pause is twice the one before
  std::chrono::milliseconds stale{30'000};  ///< an alarm without a beat for so long is not fresh
};

/// A due row that fails.
struct AlarmTrouble {
  DueItem item;
  std::uint32_t attempts = 0;  ///< since the program started
  Instant first;               ///< when it first failed, by the wall clock
  Instant last;
  std::string accident;  ///< what went wrong the last time: text for the log, shortened
};

/// How an alarm is doing, since the program started.
struct AlarmHealth {
  bool fresh = false;
  std::chrono::milliseconds since_beat{};  ///< since due rows were last looked at with success
  std::uint64_t fired = 0;
  std::uint64_t refused = 0;  ///< rows that had lost their point
  std::size_t troubled = 0;   ///< rows on the list
  std::string failure;        ///< why the last beat failed (a full disk); empty when it went well
};

using SteadyReading = std::function<std::chrono::steady_clock::time_point()>;

/// Thread-safe. Goes before its desk does.
class Alarm {
 public:
  /// Does not start a thread: call start(), once the desk has started, or drive it with beat().
  Alarm(Desk& desk, ClockReading now, AlarmLimits limits = {},
        SteadyReading steady = std::chrono::steady_clock::now);
  /// Stops.
  ~Alarm();
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;

  void start();
  /// Ends the thread after the slice at hand, however much is still overdue.
  void stop();

  /// Fires all that is due now, and says how long one may sleep until the next beat. Throws
  /// nothing: what goes wrong is told by health() and trouble(). One thread at a time.
  std::chrono::milliseconds beat(std::stop_token stop = {});

  bool is_fresh() const { return health().fresh; }
  AlarmHealth health() const;
  /// Rows that fail, by stream and time.
  std::vector<AlarmTrouble> trouble() const;
  /// Lets a row of the list be tried at the next beat, which comes at once. False: it is not there.
  bool retry(const DueItem& item);

 private:
  using Steady = std::chrono::steady_clock::time_point;
  struct Entry {
    AlarmTrouble told;
    std::chrono::milliseconds pause{};
    Steady next;  ///< not tried before
  };

  void run(const std::stop_token& stop);
  void fire_all(const std::stop_token& stop);
  FireRun prepared_run(std::set<DueItem>& retried) const;
  void take_in(FireRun& run, std::set<DueItem>& retried);
  void note(FireAccident&& accident);
  std::chrono::milliseconds until_next();

  Desk& desk_;
  ClockReading now_;
  AlarmLimits limits_;
  SteadyReading steady_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  bool hurry_ = false;
  Steady last_beat_;
  AlarmHealth totals_;
  std::map<DueItem, Entry> trouble_;
  std::jthread thread_;
};

}  // namespace kallad
