// What time it is: the one place where the program asks. Everything else is told (design law).
// Not an alarm: who wakes up when something falls due is adapters/desk.
// Rule kept (domain.md 8, "Edge cases"): a clock may jump; that time in a log never runs backwards
// is kept where events are stamped, not here.
#pragma once

#include <atomic>

#include "engine/spine/instant.hpp"

namespace kallad {

/// A source of the present moment. Safe to ask from several threads at once.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;
  /// The present moment in UTC, to the millisecond. May be earlier than an answer given before.
  virtual Instant now() = 0;
};

/// The machine's own clock.
class SystemClock final : public Clock {
 public:
  Instant now() override;
};

/// A clock that stands still until it is moved: for scenes and tests.
class VirtualClock final : public Clock {
 public:
  explicit VirtualClock(Instant start = Instant{}) : now_(start) {}
  Instant now() override { return now_.load(); }
  /// Moves the clock to `moment`, also backwards.
  void set(Instant moment) { now_.store(moment); }
  /// Moves the clock on by `length`, or back where it is negative, as one step also among threads.
  void advance(Instant::duration length);

 private:
  std::atomic<Instant> now_;
};

}  // namespace kallad
