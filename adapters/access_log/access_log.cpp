// Group commit without a timer: what queued while the last sync ran is committed next.
// Not tried again after a failed sync: what the kernel then holds on disk is unknown.
#include "adapters/access_log/access_log.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <future>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {
constexpr std::size_t most_in_a_batch = 1024;
}  // namespace

AccessLog::AccessLog(const std::filesystem::path& file)
    : database_(open_side_file(file, access_log_kind())) {
  guarded("reading the head of the access log", [&] {
    SQLite::Statement head{database_, "SELECT last, at, hash FROM head"};
    if (!head.executeStep()) throw StoreError(StoreFault::damaged, "the access log has no head");
    last_.number = head.getColumn(0).getInt64();
    last_.at = moment_of(head.getColumn(1).getInt64());
    hash_ = read_access_hash(head, 2);
  });
  thread_ = std::thread{[this] { run(); }};
}

AccessLog::~AccessLog() {
  {
    const std::lock_guard lock{mutex_};
    ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void AccessLog::record(Opening opening, Instant now, Done done) {
  {
    const std::lock_guard lock{mutex_};
    waiting_.push_back({{0, now, std::move(opening)}, std::move(done)});
  }
  changed_.notify_one();
}

void AccessLog::record_and_wait(Opening opening, Instant now) {
  std::promise<void> written;
  record(std::move(opening), now, [&](const std::exception_ptr& error) {
    if (error)
      written.set_exception(error);
    else
      written.set_value();
  });
  written.get_future().get();
}

void AccessLog::run() {
  std::unique_lock lock{mutex_};
  while (true) {
    changed_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const auto end =
        waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), most_in_a_batch));
    std::vector<Waiting> batch(std::make_move_iterator(waiting_.begin()),
                               std::make_move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
    lock.unlock();
    write(batch);
    lock.lock();
  }
}

void AccessLog::write(std::vector<Waiting>& batch) {
  std::exception_ptr error;
  const AccessRow last = last_;
  const Digest hash = hash_;
  try {
    if (failed_) throw StoreError(StoreFault::failed, "the access log failed before; start anew");
    guarded("writing the access log", [&] { append(batch); });
  } catch (const StoreError& fault) {
    error = std::current_exception();
    last_ = last;
    hash_ = hash;
    failed_ = failed_ || fault.fault() != StoreFault::full;
  }
  for (Waiting& waiting : batch) waiting.done(error);
}

void AccessLog::append(std::vector<Waiting>& batch) {
  SQLite::Transaction transaction{database_, SQLite::TransactionBehavior::IMMEDIATE};
  SQLite::Statement insert{database_, std::string{"INSERT INTO openings("} + access_columns +
                                          ") VALUES (?,?,?,?,?,?,?,?,?,?)"};
  for (Waiting& waiting : batch) {
    AccessRow& row = waiting.row;
    row.number = last_.number + 1;
    row.at = std::max(row.at, last_.at);
    hash_ = access_hash(hasher_, hash_, row);
    const Opening& opening = row.opening;
    SQLite::bind(insert, row.number, std::int64_t{stored(row.at)}, opening.account, opening.name,
                 opening.unit.text, opening.subject.text, opening.kind, opening.ground,
                 opening.outcome);
    insert.bind(10, hash_.data(), static_cast<int>(hash_.size()));
    insert.exec();
    insert.reset();
    last_.number = row.number;
    last_.at = row.at;
  }
  SQLite::Statement head{database_, "UPDATE head SET last = ?, at = ?, hash = ?"};
  SQLite::bind(head, last_.number, std::int64_t{stored(last_.at)});
  head.bind(3, hash_.data(), static_cast<int>(hash_.size()));
  head.exec();
  transaction.commit();
}

}  // namespace kallad
