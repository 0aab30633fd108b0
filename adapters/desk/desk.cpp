// The desk's queue, its thread and its doors. What happens to a batch is in writer.cpp.
// Not the store, and not the engine: both stand behind ports. Rule kept: one writer, all others
// read.
#include "adapters/desk/desk.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <mutex>
#include <thread>

#include "adapters/desk/rebuild.hpp"
#include "adapters/desk/writer.hpp"

namespace kallad {

namespace {
/// How long the queue must be empty before list rows that wait are written.
constexpr std::chrono::milliseconds idle{20};
}  // namespace

class Desk::Machinery {
 public:
  Machinery(EventStore& events, Brain& brain, ClockReading now, DeskLimits bounds,
            std::optional<Foresight>&& eyes)
      : limits(bounds),
        store(events),
        ahead(eyes ? std::make_unique<Forerunner>(std::move(*eyes)) : nullptr),
        writer(events, brain, std::move(now), bounds, ahead.get()) {}

  /// Work for the writer that is not a submission; true when it is done, false to be called again.
  using Job = std::function<bool()>;

  void submit(Submission&& submission, Completion&& done);
  void run_job(Job job);
  bool step();
  void run_part_of(Job&& job);
  std::size_t process_batch();
  void run();
  void note_health();

  const DeskLimits limits;
  EventStore& store;
  const std::unique_ptr<Forerunner> ahead;  ///< nullptr: the writer judges all itself
  Writer writer;

  mutable std::mutex mutex;
  std::condition_variable wake;
  std::vector<DeskItem> queue;
  std::deque<Job> jobs;
  bool stopping = false;
  DeskHealth health;
  std::thread thread;

 private:
  // Of the thread that drives.
  std::vector<DeskItem> batch_;
  std::uint64_t answered_ = 0;
};

void Desk::Machinery::submit(Submission&& submission, Completion&& done) {
  DeskItem item;
  item.content = content_digest(submission.actor, submission.content);
  item.submission = std::move(submission);
  item.done = std::move(done);
  {
    const std::lock_guard lock{mutex};
    if (!stopping && queue.size() < limits.queue) {
      queue.push_back(std::move(item));
      if (queue.size() == 1) wake.notify_one();
      return;
    }
    item.outcome.answer = stopping ? Answer::stopped : Answer::overloaded;
  }
  item.done(std::move(item.outcome));
}

void Desk::Machinery::run_job(Job job) {
  if (!thread.joinable() || thread.get_id() == std::this_thread::get_id()) {
    while (!job()) {
    }
    return note_health();
  }
  // Shared, because who waits may be gone before set_value has returned.
  const auto done = std::make_shared<std::promise<void>>();
  auto waiting = done->get_future();
  {
    const std::lock_guard lock{mutex};
    if (stopping) throw StoreError(StoreFault::failed, "the desk is closed");
    jobs.push_back([done, job = std::move(job)] {
      try {
        if (!job()) return false;
        done->set_value();
      } catch (...) {
        done->set_exception(std::current_exception());
      }
      return true;
    });
    wake.notify_one();
  }
  waiting.get();
}

std::size_t Desk::Machinery::process_batch() {
  batch_.clear();
  {
    const std::lock_guard lock{mutex};
    if (queue.size() <= limits.batch) {
      batch_.swap(queue);
    } else {
      const auto end = queue.begin() + static_cast<std::ptrdiff_t>(limits.batch);
      batch_.assign(std::make_move_iterator(queue.begin()), std::make_move_iterator(end));
      queue.erase(queue.begin(), end);
    }
  }
  writer.process(batch_);  // also that nobody came
  if (batch_.empty()) return 0;
  answered_ += batch_.size();
  note_health();
  for (DeskItem& item : batch_) item.done(std::move(item.outcome));
  return batch_.size();
}

void Desk::Machinery::note_health() {
  const std::lock_guard lock{mutex};
  health.failed = writer.failed();
  health.failure = writer.failure();
  health.commits = writer.commits();
  health.commands = answered_;
  health.unsettled = store.unsettled();
}

/// One turn of the thread: a batch, then one piece of one job, so that a long job keeps nobody
/// waiting. Returns whether there is reason for another turn.
bool Desk::Machinery::step() {
  Job job;
  {
    std::unique_lock lock{mutex};
    const auto has_work = [this] { return !queue.empty() || !jobs.empty() || stopping; };
    if (!writer.waiting_to_settle()) wake.wait(lock, has_work);
    if (!wake.wait_for(lock, idle, has_work)) {
      lock.unlock();
      writer.settle_some();
      note_health();
      return true;
    }
    if (!jobs.empty()) {
      job = std::move(jobs.front());
      jobs.pop_front();
    }
  }
  const std::size_t answered = process_batch();
  if (job) run_part_of(std::move(job));
  const std::lock_guard lock{mutex};
  return answered > 0 || !queue.empty() || !jobs.empty() || !stopping;
}

void Desk::Machinery::run_part_of(Job&& job) {
  const bool done = job();
  note_health();
  if (done) return;
  const std::lock_guard lock{mutex};
  jobs.push_front(std::move(job));
}

void Desk::Machinery::run() {
  while (step()) {
  }
  while (writer.settle_some()) {
  }
}

Desk::Desk(EventStore& store, Brain& brain, ClockReading now, DeskLimits limits,
           std::optional<Foresight> eyes)
    : machinery_(
          std::make_unique<Machinery>(store, brain, std::move(now), limits, std::move(eyes))) {
  if (store.listed_by() != brain.revision()) rebuild(store, brain);
  machinery_->note_health();
}

Desk::~Desk() { stop(); }

void Desk::start() {
  machinery_->thread = std::thread{[this] { machinery_->run(); }};
}

void Desk::stop() {
  {
    const std::lock_guard lock{machinery_->mutex};
    machinery_->stopping = true;
    machinery_->wake.notify_one();
  }
  if (machinery_->thread.joinable()) return machinery_->thread.join();
  while (machinery_->process_batch() > 0) {
  }
  settle();
}

void Desk::submit(Submission submission, Completion done) {
  machinery_->submit(std::move(submission), std::move(done));
}

std::future<Outcome> Desk::submit(Submission submission) {
  auto answer = std::make_shared<std::promise<Outcome>>();
  auto waiting = answer->get_future();
  submit(std::move(submission),
         [answer](Outcome&& outcome) { answer->set_value(std::move(outcome)); });
  return waiting;
}

Outcome Desk::submit_now(Submission submission) {
  Outcome answer;
  bool answered = false;
  submit(std::move(submission), [&](Outcome&& outcome) {
    answer = std::move(outcome);
    answered = true;
  });
  while (!answered && run_once() > 0) {
  }
  return answer;
}

FireReport Desk::fire_due(Instant until) {
  FireRun run;
  run.until = until;
  machinery_->run_job([&] {
    machinery_->writer.fire_some(run);
    return run.finished;
  });
  return run.report;
}

void Desk::fire_some(FireRun& run) {
  machinery_->run_job([&] {
    machinery_->writer.fire_some(run);
    return true;
  });
}

void Desk::retire_outbox(std::vector<OutboxKey> keys) {
  machinery_->run_job([&] {
    machinery_->writer.retire(keys);
    return true;
  });
}

std::vector<OutboxItem> Desk::outbox(std::size_t limit) {
  std::vector<OutboxItem> items;
  machinery_->run_job([&] {
    items = machinery_->store.outbox(limit);
    return true;
  });
  return items;
}

std::vector<OutboxItem> Desk::outbox_with_stops() {
  std::vector<OutboxItem> items;
  machinery_->run_job([&] {
    items = machinery_->store.outbox_with_stops();
    return true;
  });
  return items;
}

std::optional<Instant> Desk::next_due() {
  std::optional<Instant> next;
  machinery_->run_job([&] {
    next = machinery_->writer.next_due();
    return true;
  });
  return next;
}

void Desk::catch_up() {
  {
    const std::lock_guard lock{machinery_->mutex};
    const DeskHealth& health = machinery_->health;
    if (health.unsettled == 0 || health.failed || machinery_->stopping) return;
  }
  std::optional<std::int64_t> wanted;
  machinery_->run_job([&] {
    if (!wanted) wanted = machinery_->store.last();
    return machinery_->store.settled() >= *wanted || !machinery_->writer.settle_some();
  });
}

std::size_t Desk::run_once() { return machinery_->process_batch(); }

void Desk::settle() {
  while (machinery_->writer.settle_some()) {
  }
}

DeskHealth Desk::health() const {
  const std::lock_guard lock{machinery_->mutex};
  DeskHealth health = machinery_->health;
  health.queued = machinery_->queue.size();
  return health;
}

}  // namespace kallad
