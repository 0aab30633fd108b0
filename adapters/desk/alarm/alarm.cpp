// A beat is one run over the due rows, slice by slice, then a question when the next row is due.
// Not a timer for each row: the store's index knows the earliest. Pauses and sleep are measured by
// the steady clock, so that a wall clock that is set makes nobody wait for a year.
#include "adapters/desk/alarm/alarm.hpp"

#include <algorithm>
#include <utility>

namespace kallad {

namespace {
constexpr std::size_t longest_text = 200;

std::chrono::milliseconds whole_ms(std::chrono::steady_clock::duration length) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(length);
}
}  // namespace

Alarm::Alarm(Desk& desk, ClockReading now, AlarmLimits limits, SteadyReading steady)
    : desk_(desk),
      now_(std::move(now)),
      limits_(limits),
      steady_(std::move(steady)),
      last_beat_(steady_()) {}

Alarm::~Alarm() { stop(); }

void Alarm::start() {
  thread_ = std::jthread{[this](const std::stop_token& stop) { run(stop); }};
}

void Alarm::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Alarm::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const auto pause = beat(stop);
    std::unique_lock lock{mutex_};
    wake_.wait_for(lock, stop, pause, [this] { return hurry_; });
    hurry_ = false;
  }
}

std::chrono::milliseconds Alarm::beat(std::stop_token stop) {
  try {
    fire_all(stop);
    const auto pause = until_next();
    const std::lock_guard lock{mutex_};
    totals_.failure.clear();
    return pause;
  } catch (const std::exception& error) {
    const std::lock_guard lock{mutex_};
    totals_.failure = error.what();
    return limits_.longest_sleep;
  }
}

void Alarm::fire_all(const std::stop_token& stop) {
  std::set<DueItem> retried;
  FireRun run = prepared_run(retried);
  while (!run.finished && !stop.stop_requested()) {
    desk_.fire_some(run);
    take_in(run, retried);
  }
  if (!run.finished) return;
  // Tried, or looked for, without an accident: fired, or no longer wanted.
  const std::lock_guard lock{mutex_};
  for (const DueItem& item : retried) {
    if (item.row.at <= run.until) trouble_.erase(item);
  }
}

/// A run that leaves out the rows whose next attempt is not yet; `retried` are the others.
FireRun Alarm::prepared_run(std::set<DueItem>& retried) const {
  FireRun run;
  run.until = now_();
  const Steady now = steady_();
  const std::lock_guard lock{mutex_};
  for (const auto& [item, entry] : trouble_) {
    (entry.next > now ? run.left_out : retried).insert(item);
  }
  return run;
}

/// What a slice came to, so that a long run is seen to move.
void Alarm::take_in(FireRun& run, std::set<DueItem>& retried) {
  const Steady now = steady_();
  const std::lock_guard lock{mutex_};
  last_beat_ = now;
  totals_.fired += std::exchange(run.report.fired, 0);
  totals_.refused += std::exchange(run.report.refused, 0);
  for (FireAccident& accident : run.accidents) {
    retried.erase(accident.item);
    note(std::move(accident));
  }
  run.accidents.clear();
}

void Alarm::note(FireAccident&& accident) {
  Entry& entry = trouble_[accident.item];
  entry.told.last = now_();
  if (entry.told.attempts++ == 0) entry.told.first = entry.told.last;
  entry.pause = std::clamp(entry.pause * 2, limits_.first_pause, limits_.longest_pause);
  entry.next = steady_() + entry.pause;
  entry.told.accident = accident.text.substr(0, longest_text);
  entry.told.item = std::move(accident.item);
}

/// Never longer than the longest sleep: a clock may jump. Rows that are overdue still are those
/// that fail, and have pauses of their own.
std::chrono::milliseconds Alarm::until_next() {
  const auto next = desk_.next_due();
  const Instant now = now_();
  if (!next || *next <= now) return limits_.longest_sleep;
  return std::min(limits_.longest_sleep, *next - now);
}

AlarmHealth Alarm::health() const {
  const Steady now = steady_();
  const std::lock_guard lock{mutex_};
  AlarmHealth health = totals_;
  health.since_beat = whole_ms(now - last_beat_);
  health.fresh = health.since_beat < limits_.stale;
  health.troubled = trouble_.size();
  return health;
}

std::vector<AlarmTrouble> Alarm::trouble() const {
  const std::lock_guard lock{mutex_};
  std::vector<AlarmTrouble> list;
  list.reserve(trouble_.size());
  for (const auto& [item, entry] : trouble_) list.push_back(entry.told);
  return list;
}

bool Alarm::retry(const DueItem& item) {
  const Steady now = steady_();
  const std::lock_guard lock{mutex_};
  const auto place = trouble_.find(item);
  if (place == trouble_.end()) return false;
  place->second.next = now;
  hurry_ = true;
  wake_.notify_one();
  return true;
}

}  // namespace kallad
