// Deciding and committing a batch. What may go wrong is told apart here:
//   the brain throws, or a stream's log is damaged: that command is an accident, the batch goes on;
//   the disk is full: the batch is rolled back, everyone may send again;
//   any other error of the store: rolled back, and nothing is accepted any more.
#include "adapters/desk/writer.hpp"

#include <algorithm>
#include <chrono>

#include "engine/spine/verdict.hpp"

namespace kallad {

namespace {
constexpr std::size_t fire_slice = 256;
/// A command that comes while a slice is fired waits for its end.
constexpr std::chrono::milliseconds fire_time{5};
/// Some milliseconds, as long as a slice that is fired.
constexpr std::size_t settle_slice = 128;
/// A small batch writes its own rows and a few that wait, and keeps nobody waiting for all of them.
constexpr std::size_t settle_beside = 4;
constexpr int most_passes = 100;
}  // namespace

Writer::Writer(EventStore& store, Brain& brain, ClockReading now, DeskLimits limits)
    : store_(store),
      brain_(brain),
      now_(std::move(now)),
      limits_(limits),
      cache_(store, brain, limits.cached_streams) {}

void Writer::open() {
  if (open_) return;
  store_.begin();
  open_ = true;
}

void Writer::close() {
  if (open_) {
    store_.commit();
    ++commits_;
  }
  open_ = false;
  cache_.trim();
}

Answer Writer::abandon(const StoreError& error) {
  store_.rollback();
  open_ = false;
  cache_.clear();
  if (error.fault() == StoreFault::full) return Answer::store_full;
  failed_ = true;
  failure_ = error.what();
  return Answer::store_failed;
}

void Writer::process(std::span<DeskItem> items) {
  Answer verdict = Answer::store_failed;
  std::string why = failure_;
  if (!failed_) {
    try {
      for (DeskItem& item : items) answer(item);
      if (open_) settle_next(settle_quota(items.size()));
      close();
      return;
    } catch (const StoreError& error) {
      verdict = abandon(error);
      why = error.what();
    }
  }
  for (DeskItem& item : items) item.outcome = {verdict, 0, {}, why};
}

void Writer::answer(DeskItem& item) {
  try {
    decide(cache_.load(item.submission.stream), item);
  } catch (const StoreError& error) {
    // A damaged stream concerns those who ask for it; everything else concerns the transaction.
    if (error.fault() != StoreFault::damaged) throw;
    cache_.drop(item.submission.stream);
    item.outcome = {Answer::accident, 0, {}, error.what()};
  } catch (const std::exception& error) {
    cache_.drop(item.submission.stream);
    item.outcome = {Answer::accident, 0, {}, error.what()};
  }
}

void Writer::decide(CachedStream& stream, DeskItem& item) {
  Submission& submission = item.submission;
  if (answered_before(stream, item)) return;
  if (submission.expected_version && *submission.expected_version != stream.head.count) {
    item.outcome = {Answer::version_conflict, stream.head.count, {}, {}};
    return;
  }
  submission.at = std::max(now_(), stream.head.at);
  Decision decision = brain_.decide(*stream.state, submission);
  if (!decision.accepted) {
    item.outcome = {Answer::refused, stream.head.count, {}, std::move(decision.refusals)};
    return;
  }
  promise(!decision.events.empty() || decision.outbox.empty(), "outbox rows come with events");
  item.outcome = {Answer::accepted, stream.head.count, {}, {}};
  if (decision.events.empty()) return;
  std::vector<DueRow> due = brain_.due(*stream.state);
  std::sort(due.begin(), due.end());
  record(stream, item, std::move(decision), std::move(due));
}

void Writer::record(CachedStream& stream, DeskItem& item, Decision&& decision,
                    std::vector<DueRow>&& due) {
  open();
  try {
    stage(stream, item, decision, std::move(due));
  } catch (const StoreError& error) {
    // Half a command may be staged now, so the whole batch must go, whatever the reason.
    throw StoreError(error.fault() == StoreFault::full ? StoreFault::full : StoreFault::failed,
                     error.what());
  }
  item.outcome.version = stream.head.count;
  item.outcome.head = stream.head;
}

void Writer::stage(CachedStream& stream, DeskItem& item, Decision& decision,
                   std::vector<DueRow>&& due) {
  const Submission& submission = item.submission;
  std::uint64_t sequence = stream.head.count;
  stream.seen.push_back({std::hash<std::string_view>{}(submission.command_id), item.content,
                         sequence + 1, decision.events.size()});
  store_.append(stream.name, stream.head,
                {submission.command_id, item.content, submission.actor, submission.at},
                decision.events);
  int number = 0;
  for (const OutboxRow& row : decision.outbox) store_.put_outbox(stream.head, number++, row);
  move_due(stream, std::move(due));
  move_lookup(stream);
  item.outcome.events.reserve(decision.events.size());
  for (NewEvent& event : decision.events) {
    item.outcome.events.push_back({++sequence, submission.at, std::move(event.type), event.version,
                                   std::move(event.payload)});
  }
}

void Writer::move_due(CachedStream& stream, std::vector<DueRow>&& due) {
  // Both are sorted: what is only in the old set goes, what is only in the new set comes.
  auto old = stream.due.begin();
  auto young = due.begin();
  while (old != stream.due.end() || young != due.end()) {
    if (young == due.end() || (old != stream.due.end() && *old < *young)) {
      store_.drop_due(stream.head, *old++);
    } else if (old == stream.due.end() || *young < *old) {
      store_.put_due(stream.head, *young++);
    } else {
      ++old;
      ++young;
    }
  }
  stream.due = std::move(due);
}

void Writer::move_lookup(CachedStream& stream) {
  std::string text = brain_.lookup_text(*stream.state);
  if (text == stream.lookup) return;
  if (!stream.lookup.empty()) store_.drop_lookup(stream.head, stream.lookup);
  if (!text.empty()) store_.put_lookup(stream.head, text);
  stream.lookup = std::move(text);
}

/// Once for all of the commands since the stream was settled last. What the brain cannot list is in
/// no list.
void Writer::write_entries(CachedStream& stream) {
  std::vector<ListEntry> entries;
  try {
    entries = brain_.entries(*stream.state);
  } catch (const StoreError&) {
    throw;
  } catch (const std::exception&) {
    entries.clear();
  }
  const std::size_t are = hash_of(entries);
  if (are == stream.entries_are) return;
  store_.put_entries(stream.head, entries);
  stream.entries_are = are;
}

bool Writer::answered_before(CachedStream& stream, DeskItem& item) {
  const std::size_t id_hash = std::hash<std::string_view>{}(item.submission.command_id);
  for (const SeenCommand& seen : stream.seen) {
    if (seen.id_hash == id_hash && repeat(stream, seen, item)) return true;
  }
  return false;
}

/// The answer from the log; false where the command only has the same hash.
bool Writer::repeat(CachedStream& stream, const SeenCommand& seen, DeskItem& item) {
  StreamHead head = stream.head;
  Outcome outcome{Answer::repeated, seen.first + seen.count - 1, {}, {}};
  bool same_id = false;
  store_.read(stream.name, head, [&](const EventView& event, const ShortDigest&) {
    if (event.sequence < seen.first || event.sequence >= seen.first + seen.count) return;
    same_id = event.command_id == item.submission.command_id;
    outcome.events.push_back({event.sequence, event.at, std::string{event.type}, event.version,
                              std::string{event.payload}});
  });
  if (!same_id) return false;
  item.outcome = seen.content == item.content
                     ? std::move(outcome)
                     : Outcome{Answer::command_id_reused, stream.head.count, {}, {}};
  return true;
}

std::size_t Writer::settle_quota(std::size_t commands) const {
  const std::size_t waiting = store_.unsettled();
  const std::size_t excess = waiting > limits_.unsettled ? waiting - limits_.unsettled : 0;
  const std::size_t beside = commands <= limits_.small_batch ? settle_beside : commands / 32;
  return std::max(beside, excess);
}

void Writer::settle_next(std::size_t limit) {
  for (const std::string& name : store_.next_unsettled(limit)) settle(name);
}

void Writer::settle(const std::string& name) {
  // A stream that cannot be read or shown must not keep the others waiting: its row says null.
  StreamHead head;
  std::string row = "null";
  std::optional<std::string> count;
  try {
    CachedStream& stream = cache_.load(name);
    head = stream.head;
    write_entries(stream);
    row = brain_.list_row(*stream.state);
    count = brain_.count_row(*stream.state);
  } catch (const StoreError& error) {
    if (error.fault() != StoreFault::damaged) throw;
    head = store_.head(name);
  } catch (const std::exception&) {
    head = store_.head(name);
  }
  store_.settle(head, row, count);
}

bool Writer::settle_some() {
  if (failed_ || store_.unsettled() == 0) return false;
  try {
    open();
    settle_next(settle_slice);
    close();
  } catch (const StoreError& error) {
    abandon(error);
    return false;
  }
  return store_.unsettled() > 0;
}

void Writer::retire(const std::vector<OutboxKey>& keys) {
  if (failed_) throw StoreError(StoreFault::failed, failure_);
  try {
    open();
    for (const OutboxKey& key : keys) store_.retire_outbox(key);
    close();
  } catch (const StoreError& error) {
    abandon(error);
    throw;
  }
}

Submission due_submission(const DueItem& item, const std::string& actor) {
  const std::string at = std::to_string(item.row.at.time_since_epoch().count());
  Submission submission;
  submission.stream = item.stream;
  submission.command_id = "due:" + item.row.kind + ":" + item.row.subject + ":" + at;
  submission.content = submission.command_id;
  submission.actor = actor;
  submission.due = item.row;
  return submission;
}

void Writer::fire_some(FireRun& run) {
  if (failed_) throw StoreError(StoreFault::failed, failure_);
  const std::vector<DueItem> rows = store_.due_until(run.until, run.cursor, fire_slice);
  if (rows.empty()) return end_pass(run);
  FireSlice slice{run, std::chrono::steady_clock::now() + fire_time, {}, {}};
  auto row = rows.begin();
  try {
    for (; row != rows.end() && !slice.is_over(); ++row) fire_stream(slice, *row);
    if (open_) settle_next(settle_quota(slice.fired.size()));
    close();
  } catch (const StoreError& error) {
    abandon(error);
    throw;
  }
  if (row != rows.begin()) run.cursor = *(row - 1);
  for (DeskItem& item : slice.fired) count_fired(run, std::move(item));
}

/// What was fired may have made new rows that are due already; accidents alone are not tried again
/// now.
void Writer::end_pass(FireRun& run) {
  run.finished = !run.moved || ++run.passes >= most_passes;
  run.cursor.reset();
  run.moved = false;
}

/// Fires the row and then what else is due of its stream, while the stream is in memory: reading
/// one again for each of its rows costs as much as all the rest.
void Writer::fire_stream(FireSlice& slice, const DueItem& first) {
  const auto reached = slice.reached.find(first.stream);
  if (reached != slice.reached.end() && first.row <= reached->second) return;
  if (slice.run.left_out.contains(first)) return;
  std::optional<DueItem> row = first;
  do {
    slice.reached.insert_or_assign(row->stream, row->row);
    fire(*row, slice.fired.emplace_back());
    const bool failed = slice.fired.back().outcome.answer == Answer::accident;
    row = failed ? std::nullopt : next_due_of(slice.run, *row);
  } while (row && !slice.is_over());
}

/// The stream's next row after this one that the run is to fire.
std::optional<DueItem> Writer::next_due_of(const FireRun& run, const DueItem& item) {
  const std::vector<DueRow>& rows = cache_.load(item.stream).due;
  auto row = std::upper_bound(rows.begin(), rows.end(), item.row);
  for (; row != rows.end() && row->at <= run.until; ++row) {
    DueItem next{item.stream, *row};
    if (!run.left_out.contains(next)) return next;
  }
  return std::nullopt;
}

void Writer::fire(const DueItem& row, DeskItem& item) {
  open();
  item.submission = due_submission(row, brain_.clock_actor());
  item.content = content_digest(item.submission.actor, item.submission.content);
  answer(item);
  // Answered, so it has been fired, also where the brain had no use for it or still lists it.
  if (item.outcome.answer != Answer::accident)
    store_.drop_due(cache_.load(row.stream).head, row.row);
}

void Writer::count_fired(FireRun& run, DeskItem&& item) {
  if (item.outcome.answer != Answer::accident) {
    run.moved = true;
    ++(item.outcome.stored() ? run.report.fired : run.report.refused);
    return;
  }
  DueItem row{std::move(item.submission.stream), std::move(*item.submission.due)};
  run.left_out.insert(row);
  run.report.last_accident = item.outcome.detail;
  run.accidents.push_back({std::move(row), std::move(item.outcome.detail)});
  ++run.report.accidents;
}

}  // namespace kallad
