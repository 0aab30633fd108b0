// Raw appends and durable commands, side by side: the share of the machine's own limit that the
// desk reaches. The raw side has the same settings, the same checkpoints beside it, and rows as
// large as the log's events. Rounds of both alternate, so that a slow spell of the machine hits
// both.
#include <sqlite3.h>

#include <cstdio>
#include <future>
#include <mutex>

#include "adapters/clock/clock.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/bench/benches.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/workload.hpp"

namespace kallad::bench {

namespace {

struct Round {
  double per_second = 0;
  std::vector<double> waits;  ///< seconds: a raw batch's commit, a command's answer
};

/// An append-only table in a file of its own.
class Raw {
 public:
  Raw(const std::filesystem::path& file, int row_bytes)
      : database_(open_store({file, {}}, Access::create)),
        body_(static_cast<std::size_t>(row_bytes), 'r'),
        checkpointer_(CheckpointTarget{{file, {}}, gate_, [](const std::string&) {}}) {
    database_.exec("CREATE TABLE raw(position INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
    insert_ = std::make_unique<SQLite::Statement>(database_, "INSERT INTO raw VALUES (?, ?)");
    begin_ = std::make_unique<SQLite::Statement>(database_, "BEGIN IMMEDIATE");
    commit_ = std::make_unique<SQLite::Statement>(database_, "COMMIT");
    sqlite3_wal_hook(
        database_.getHandle(),
        [](void* self, sqlite3*, const char*, int pages) {
          static_cast<Raw*>(self)->checkpointer_.note(pages);
          return SQLITE_OK;
        },
        this);
  }

  Round run(int batch, int rows) {
    Round round;
    const auto start = Clock::now();
    for (int done = 0; done < rows; done += batch) {
      const auto begun = Clock::now();
      append(batch);
      round.waits.push_back(seconds_since(begun));
    }
    round.per_second = rows / seconds_since(start);
    return round;
  }

  std::uint64_t holds() const { return checkpointer_.holds(); }

 private:
  void append(int batch) {
    const std::lock_guard hold{gate_};
    begin_->exec();
    begin_->reset();
    for (int i = 0; i < batch; ++i) {
      insert_->bind(1, ++position_);
      insert_->bindNoCopy(2, static_cast<const void*>(body_.data()),
                          static_cast<int>(body_.size()));
      insert_->exec();
      insert_->reset();
    }
    commit_->exec();
    commit_->reset();
  }

  std::mutex gate_;
  SQLite::Database database_;
  std::string body_;
  std::int64_t position_ = 0;
  Checkpointer checkpointer_;
  std::unique_ptr<SQLite::Statement> insert_, begin_, commit_;
};

/// A desk with clients that keep a number of commands outstanding.
class Commands {
 public:
  explicit Commands(const std::filesystem::path& file)
      : workload_(make_workload(7, 2'000)),
        store_({file, {}}, Access::create),
        checkpointer_(store_),
        desk_(store_, workload_->brain(), [] { return SystemClock{}.now(); }) {
    desk_.start();
  }

  /// One client waits for each answer; several are callbacks that send the next command, as a
  /// server's would.
  Round run(int outstanding, int commands) {
    prepared_.clear();
    for (int i = 0; i < commands; ++i) prepared_.push_back(workload_->next());
    return outstanding == 1 ? one_by_one() : many(static_cast<std::size_t>(outstanding));
  }

  std::uint64_t holds() const { return checkpointer_.holds(); }

 private:
  Round one_by_one() {
    Round round;
    const auto start = Clock::now();
    for (Submission& submission : prepared_) {
      const auto sent = Clock::now();
      check(desk_.submit(std::move(submission)).get());
      round.waits.push_back(seconds_since(sent));
    }
    round.per_second = static_cast<double>(prepared_.size()) / seconds_since(start);
    return round;
  }

  Round many(std::size_t outstanding) {
    Round round;
    round.waits.resize(prepared_.size());
    next_ = outstanding;
    answered_ = 0;
    all_ = {};
    const auto start = Clock::now();
    for (std::size_t i = 0; i < outstanding; ++i) send(i, round);
    all_.get_future().wait();
    round.per_second = static_cast<double>(prepared_.size()) / seconds_since(start);
    return round;
  }

  void send(std::size_t index, Round& round) {
    const auto sent = Clock::now();
    desk_.submit(std::move(prepared_[index]), [this, index, sent, &round](Outcome&& outcome) {
      check(outcome);
      round.waits[index] = seconds_since(sent);
      if (++answered_ == prepared_.size()) return all_.set_value();
      if (next_ < prepared_.size()) send(next_++, round);
    });
  }

  static void check(const Outcome& outcome) {
    if (outcome.answer != Answer::accepted)
      throw std::runtime_error("not accepted: " + outcome.detail);
  }

  std::unique_ptr<Workload> workload_;
  SqliteStore store_;
  Checkpointer checkpointer_;
  Desk desk_;
  std::vector<Submission> prepared_;
  std::size_t next_ = 0;
  std::size_t answered_ = 0;
  std::promise<void> all_;
};

/// Bytes of one row of the events table, as this workload makes them.
int row_bytes(const std::filesystem::path& file) {
  Commands{file}.run(64, 20'000);
  SQLite::Database database{file.string()};
  const auto payload =
      database.execAndGet("SELECT sum(payload) FROM dbstat WHERE name = 'events'").getDouble();
  return static_cast<int>(payload /
                          database.execAndGet("SELECT count(*) FROM events").getDouble()) -
         4;
}

struct Setting {
  int outstanding;
  int count;  ///< rows or commands in a round
  double goal;
};

void compare(const Options& options, const Scratch& scratch, const Setting& setting, int bytes) {
  const std::string name = std::to_string(setting.outstanding);
  Raw raw{scratch / ("raw" + name), bytes};
  Commands commands{scratch / ("desk" + name)};
  // Both logs have started over once before anything is measured: a file that still grows costs
  // more to sync.
  while (raw.holds() == 0) raw.run(512, 51'200);
  while (commands.holds() == 0) commands.run(512, 20'000);
  std::vector<double> shares, raw_rates, desk_rates, raw_waits, desk_waits;
  for (int i = 0; i < options.rounds; ++i) {
    const Round limit = raw.run(setting.outstanding, setting.count);
    const Round reached = commands.run(setting.outstanding, setting.count);
    raw_rates.push_back(limit.per_second);
    desk_rates.push_back(reached.per_second);
    shares.push_back(reached.per_second / limit.per_second);
    raw_waits.insert(raw_waits.end(), limit.waits.begin(), limit.waits.end());
    desk_waits.insert(desk_waits.end(), reached.waits.begin(), reached.waits.end());
  }
  const double share = percentile(shares, 0.5);
  const double raw_p99 = percentile(raw_waits, 0.99);
  const double desk_p99 = percentile(desk_waits, 0.99);
  std::printf("%11d  %9.0f  %9.0f  %5.2f (%.2f..%.2f)  %5.2f %s  %7.2f %7.2f  %7.2f %7.2f  %5.2f\n",
              setting.outstanding, percentile(raw_rates, 0.5), percentile(desk_rates, 0.5), share,
              shares.front(), shares.back(), setting.goal, share >= setting.goal ? "yes" : "NO ",
              percentile(raw_waits, 0.5) * 1e3, raw_p99 * 1e3, percentile(desk_waits, 0.5) * 1e3,
              desk_p99 * 1e3, desk_p99 / raw_p99);
  std::fflush(stdout);
}

}  // namespace

void bench_append(const Options& options) {
  const Scratch scratch{options.folder};
  const int bytes = row_bytes(scratch / "sizing");
  std::printf(
      "\nAppend: raw SQLite (rows of %d bytes) and durable commands; %d rounds of each in turn\n",
      bytes, options.rounds);
  std::printf(
      "outstanding      raw/s     desk/s  share (least..most)    goal      raw p50    p99 ms  desk "
      "p50    p99 ms  p99/p99\n");
  for (const Setting& setting :
       {Setting{1, 2'000, 0.7}, Setting{64, 40'000, 0.35}, Setting{512, 100'000, 0.5}}) {
    if (options.only == 0 || options.only == setting.outstanding)
      compare(options, scratch, setting, bytes);
  }
}

}  // namespace kallad::bench
