// Deciding and committing a batch. What may go wrong is told apart here:
//   the brain throws, or a stream's log is damaged: that command is an accident, the batch goes on;
//   the disk is full: the batch is rolled back, everyone may send again;
//   any other error of the store: rolled back, and nothing is accepted any more.
#include "adapters/desk/writer.hpp"

#include <algorithm>
#include <chrono>
#include <unordered_set>

#include "engine/spine/verdict.hpp"

namespace kallad {

namespace {
constexpr std::size_t fire_slice = 256;
/// A command that comes while a slice is fired waits for its end, and for all that came with it.
constexpr std::chrono::milliseconds fire_time{3}, fire_time_beside_many{1};
constexpr std::size_t many_commands = 24;
/// Some milliseconds, as long as a slice that is fired.
constexpr std::size_t settle_slice = 128;
/// A small batch writes its own rows and a few that wait, and keeps nobody waiting for all of them.
constexpr std::size_t settle_beside = 4;
constexpr int most_passes = 100;

/// Half of the work may be staged when it throws, so the whole batch must go, whatever the reason.
template <class Work>
void whole(Work&& work) {
  try {
    work();
  } catch (const std::exception& error) {
    const auto* store = dynamic_cast<const StoreError*>(&error);
    const bool is_full = store != nullptr && store->fault() == StoreFault::full;
    throw StoreError(is_full ? StoreFault::full : StoreFault::failed, error.what());
  }
}
}  // namespace

Writer::Writer(EventStore& store, Brain& brain, ClockReading now, DeskLimits limits,
               Forerunner* ahead)
    : store_(store),
      brain_(brain),
      now_(std::move(now)),
      limits_(limits),
      cache_(store, brain, limits.cached_streams),
      ahead_(ahead) {}

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
  last_batch_ = items.size();
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
  std::vector<DueRow> due = sorted_due(brain_, *stream.state);
  std::string lookup = brain_.lookup_text(*stream.state);
  open();
  whole([&] {
    stage(stream, item, decision);
    follow(stream, std::move(due), std::move(lookup));
  });
}

/// An accepted decision with events, and what its command is answered.
void Writer::stage(CachedStream& stream, DeskItem& item, Decision& decision) {
  const Submission& submission = item.submission;
  std::uint64_t sequence = stream.head.count;
  stream.seen.push_back({std::hash<std::string_view>{}(submission.command_id), item.content,
                         sequence + 1, decision.events.size()});
  store_.append(stream.name, stream.head,
                {submission.command_id, item.content, submission.actor, submission.at},
                decision.events);
  int number = 0;
  for (const OutboxRow& row : decision.outbox) store_.put_outbox(stream.head, number++, row);
  stream.shown.reset();
  item.outcome.version = stream.head.count;
  item.outcome.head = stream.head;
  item.outcome.events.reserve(decision.events.size());
  for (NewEvent& event : decision.events) {
    item.outcome.events.push_back({++sequence, submission.at, std::move(event.type), event.version,
                                   std::move(event.payload)});
  }
}

/// What is kept beside the events of a stream comes to stand as its state does. Both lists of due
/// rows are sorted.
void Writer::follow(CachedStream& stream, std::vector<DueRow>&& due, std::string&& lookup) {
  for (const DueRow& row : stream.due) {
    if (!std::ranges::binary_search(due, row)) store_.drop_due(stream.head, row);
  }
  for (const DueRow& row : due) {
    if (!std::ranges::binary_search(stream.due, row)) store_.put_due(stream.head, row);
  }
  stream.due = std::move(due);
  if (lookup == stream.lookup) return;
  if (!stream.lookup.empty()) store_.drop_lookup(stream.head, stream.lookup);
  if (!lookup.empty()) store_.put_lookup(stream.head, lookup);
  stream.lookup = std::move(lookup);
}

/// Once for all of the commands since the stream was settled last.
void Writer::write_entries(CachedStream& stream, const std::vector<ListEntry>& entries) {
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

std::size_t Writer::settle_quota(std::size_t commands, std::size_t streams) const {
  const std::size_t waiting = store_.unsettled() + streams;
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
  Shown shown;
  try {
    CachedStream& stream = cache_.load(name);
    head = stream.head;
    shown = stream.shown ? std::move(*stream.shown) : shown_of(brain_, *stream.state);
    stream.shown.reset();
    write_entries(stream, shown.entries);
  } catch (const StoreError& error) {
    if (error.fault() != StoreFault::damaged) throw;
    head = store_.head(name);
  } catch (const std::exception&) {
    head = store_.head(name);
  }
  store_.settle(head, shown.list_row, shown.count_row);
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

void Writer::fire_some(FireRun& run) {
  if (failed_) throw StoreError(StoreFault::failed, failure_);
  const std::vector<DueItem> rows = store_.due_until(run.until, run.cursor, fire_slice);
  if (ahead_ != nullptr) look_ahead(run, rows);
  if (rows.empty()) return end_pass(run);
  FireSlice slice{run, std::chrono::steady_clock::now(), {}, {}};
  slice.end += last_batch_ < many_commands ? fire_time : fire_time_beside_many;
  auto row = rows.begin();
  try {
    for (; row != rows.end() && !slice.is_over(); ++row) fire_stream(slice, *row);
    if (open_) settle_next(settle_quota(slice.fired.size(), slice.reached.size()));
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

/// Has the streams of these rows judged, but for those of which rows are left out.
void Writer::look_ahead(const FireRun& run, const std::vector<DueItem>& rows) {
  Ahead ahead{{}, run.until, now_()};
  std::unordered_set<std::string_view> known;
  for (const DueItem& left : run.left_out) known.insert(left.stream);
  for (const DueItem& row : rows) {
    if (known.insert(row.stream).second) ahead.first.push_back(row);
  }
  ahead_->want(std::move(ahead));
}

/// Fires the row and then what else is due of its stream, while the stream is in memory: reading
/// one again for each of its rows costs as much as all the rest.
void Writer::fire_stream(FireSlice& slice, const DueItem& first) {
  const auto reached = slice.reached.find(first.stream);
  if (reached != slice.reached.end() && first.row <= reached->second) return;
  if (slice.run.left_out.contains(first)) return;
  std::optional<DueItem> row = ahead_ == nullptr ? first : fire_judged(slice, first);
  while (row) {
    slice.reached.insert_or_assign(row->stream, row->row);
    fire(*row, slice.fired.emplace_back());
    const bool failed = slice.fired.back().outcome.answer == Answer::accident;
    row = failed || slice.is_over() ? std::nullopt : next_to_fire(slice.run, *row);
  }
}

/// Fires what was judged ahead, where it still holds. What is left to be fired of the stream.
std::optional<DueItem> Writer::fire_judged(FireSlice& slice, const DueItem& first) {
  auto judged = ahead_->take(first.stream);
  if (!judged || judged->rows.empty() || !still_holds(*judged, first)) return first;
  const DueItem last{first.stream, *judged->rows.back().submission.due};
  slice.reached.insert_or_assign(last.stream, last.row);
  open();
  whole([&] { std::ranges::move(take_over(std::move(*judged)), std::back_inserter(slice.fired)); });
  return next_to_fire(slice.run, last);
}

bool Writer::still_holds(const JudgedStream& judged, const DueItem& first) {
  if (judged.ground != brain_.ground()) {
    ahead_->renew();
    return false;
  }
  const CachedStream* held = cache_.find(first.stream);
  const StreamHead head = held ? held->head : store_.head(first.stream);
  const StreamHead& then = judged.stream.head;
  return head.position == then.position && head.count == then.count &&
         judged.rows.front().submission.due == first.row;
}

std::vector<DeskItem> Writer::take_over(JudgedStream&& judged) {
  std::vector<DeskItem> fired;
  CachedStream& stream = cache_.put(std::move(judged.stream));
  std::vector<DueRow> not_moved;  // out of the stream's rows by what follows from its state
  for (JudgedRow& row : judged.rows) {
    const DueRow& due = *row.submission.due;
    const bool was_listed = std::ranges::binary_search(stream.due, due);
    if (!was_listed || std::ranges::binary_search(judged.due, due)) not_moved.push_back(due);
    DeskItem& item = fired.emplace_back();
    item.submission = std::move(row.submission);
    item.content = row.content;
    item.outcome.answer = row.decision.accepted ? Answer::accepted : Answer::refused;
    if (!row.decision.events.empty()) stage(stream, item, row.decision);
  }
  follow(stream, std::move(judged.due), std::move(judged.lookup));
  for (const DueRow& due : not_moved) store_.drop_due(stream.head, due);
  for (const DeskItem& item : fired) {
    if (item.outcome.answer == Answer::refused) put_others(stream, *item.submission.due);
  }
  stream.shown = std::move(judged.shown);
  return fired;
}

/// A row of no use any more: it may be that what the brain rests on has changed since it was
/// written, and then so have its stream's other rows.
void Writer::put_others(const CachedStream& stream, const DueRow& refused) {
  for (const DueRow& row : stream.due) {
    if (row != refused) store_.put_due(stream.head, row);
  }
}

/// The stream's next row after this one that the run is to fire.
std::optional<DueItem> Writer::next_to_fire(const FireRun& run, const DueItem& after) {
  const std::vector<DueRow>& rows = cache_.load(after.stream).due;
  for (auto row = next_due_of(rows, after.row, run.until); row;
       row = next_due_of(rows, *row, run.until)) {
    DueItem next{after.stream, *row};
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
  if (item.outcome.answer == Answer::accident) return;
  const CachedStream& stream = cache_.load(row.stream);
  store_.drop_due(stream.head, row.row);
  if (item.outcome.answer == Answer::refused) put_others(stream, row.row);
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
