// The runner: reads the log after where it was, puts messages in line for those who may be told,
// and has what is due sent. Not a part of any command: it reads what is committed, and what it
// fails at delays nobody. Rules kept: every event is told at least once, also after a kill;
// whether a unit may be told is asked when a message is made and again each time it is sent, so
// that a withdrawn consent stops what has not left.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "adapters/desk/desk.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/webhook/deliveries.hpp"

namespace kallad::webhook {

/// Whether a unit may know, now, that this has happened. May throw: then it is asked again later.
using MaySee = std::function<bool(const UnitId& unit, const CaseNews& news)>;

/// What the runner is given. `jitter` gives 0 to 1; `tail` is that of the writer in this process,
/// if it is here.
struct Surroundings {
  StorePlace store;
  const Tail* tail = nullptr;
  MaySee may_see;
  ClockReading now;
  std::function<double()> jitter;
};

/// Counted since the start.
struct WebhookCounters {
  std::uint64_t delivered = 0;
  std::uint64_t failed_attempts = 0;
  std::uint64_t dropped = 0;  ///< in line, and then no longer to be told
  std::string failure;        ///< why the last round failed (a full disk); empty when it went well
};

/// Goes before the file does.
class WebhookRunner {
 public:
  /// Does not start a thread: call start(), or drive it with tick(). Throws StoreError.
  WebhookRunner(WebhookFile& file, Surroundings around, Net net, SenderLimits limits = {});
  /// Stops.
  ~WebhookRunner();
  WebhookRunner(const WebhookRunner&) = delete;
  WebhookRunner& operator=(const WebhookRunner&) = delete;

  void start();
  /// Ends the thread. What is on its way is broken off with the runner, and sent again by the next.
  void stop();
  /// There may be something new. Without it the log is looked at each second. From any thread.
  void wake();

  /// All that is to be done at that moment: returns when nothing is on its way and nothing more is
  /// due. Throws StoreError. Not while the thread runs.
  void tick(Instant now);

  WebhookCounters counters() const;

 private:
  bool round(Instant now, std::chrono::milliseconds wait);
  bool read_log(Instant now);
  std::vector<Deliveries::ForEndpoint> told_by(const std::vector<LoggedEvent>& events,
                                               const std::vector<Listener>& listeners) const;
  void move_cursor(const std::vector<Deliveries::ForEndpoint>& all, std::int64_t to, Instant now);
  bool start_due(Instant now);
  bool start_due_of(const std::string& endpoint, Instant now);
  void start_one(const DueDelivery& due, Instant now);
  void note(Instant now);
  void run(const std::stop_token& stop);

  Surroundings around_;
  Reader reader_;
  Deliveries deliveries_;
  Sender sender_;
  std::optional<std::int64_t> cursor_;
  std::map<std::int64_t, std::string> on_the_way_;  ///< numbers of deliveries, and their endpoints
  std::vector<Sent> unnoted_;                       ///< what became of some of them
  std::size_t turn_ = 0;                            ///< which endpoint comes first
  mutable std::mutex mutex_;
  std::condition_variable_any ended_;
  WebhookCounters counters_;
  std::jthread thread_;
};

}  // namespace kallad::webhook
