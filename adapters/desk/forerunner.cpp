// One list of what is wanted and one of what is ready, under one lock; judging is done outside it.
// The writer takes what is ready and does itself what has not been begun, so neither waits long for
// the other.
#include "adapters/desk/forerunner.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace kallad {

namespace {

/// More rows of one stream are left to the writer, which gives others their turn between them.
constexpr std::size_t most_rows = 64;

bool was_answered(const CachedStream& stream, const std::string& command_id) {
  const std::size_t id_hash = std::hash<std::string_view>{}(command_id);
  return std::ranges::any_of(stream.seen,
                             [&](const SeenCommand& seen) { return seen.id_hash == id_hash; });
}

}  // namespace

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

std::optional<DueRow> next_due_of(const std::vector<DueRow>& sorted, const DueRow& after,
                                  Instant until) {
  const auto row = std::ranges::upper_bound(sorted, after);
  return row != sorted.end() && row->at <= until ? std::optional{*row} : std::nullopt;
}

Forerunner::Forerunner(Foresight eyes)
    : eyes_(std::move(eyes)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Forerunner::~Forerunner() = default;

void Forerunner::want(Ahead ahead) {
  Ready kept;
  const std::lock_guard lock{mutex_};
  wanted_.clear();
  until_ = ahead.until;
  now_ = ahead.now;
  for (DueItem& first : ahead.first) {
    if (auto ready = ready_.extract(first.stream)) {
      kept.insert(std::move(ready));
    } else if (first.stream != at_work_) {
      wanted_.push_back(std::move(first));
    }
  }
  ready_.swap(kept);
  if (!wanted_.empty()) wake_.notify_one();
}

std::optional<JudgedStream> Forerunner::take(const std::string& stream) {
  std::unique_lock lock{mutex_};
  const auto mine = std::ranges::find(wanted_, stream, &DueItem::stream);
  if (mine != wanted_.end()) wanted_.erase(mine);
  done_.wait(lock, [&] { return at_work_ != stream; });
  const auto ready = ready_.extract(stream);
  return ready ? std::move(ready.mapped()) : std::nullopt;
}

void Forerunner::renew() {
  const std::lock_guard lock{mutex_};
  ready_.clear();
  is_stale_ = true;
}

void Forerunner::run(const std::stop_token& stop) {
  std::unique_lock lock{mutex_};
  const auto is_wanted = [this] { return !wanted_.empty(); };
  while (wake_.wait(lock, stop, is_wanted) && !stop.stop_requested()) {
    const DueItem first = std::move(wanted_.front());
    wanted_.pop_front();
    at_work_ = first.stream;
    const Instant until = until_;
    const Instant now = now_;
    const bool was_stale = std::exchange(is_stale_, false);
    lock.unlock();
    if (was_stale) eyes_.brain.forget();
    auto judged = judge(first, until, now);
    lock.lock();
    at_work_.clear();
    if (!is_stale_) ready_.insert_or_assign(first.stream, std::move(judged));
    done_.notify_all();
  }
}

/// As the writer does it row by row (Writer::fire_stream). Ends at a row that was answered before
/// or that the brain has no answer to: the writer does those.
std::optional<JudgedStream> Forerunner::judge(const DueItem& first, Instant until,
                                              Instant now) try {
  JudgedStream judged;
  judged.ground = eyes_.brain.ground();
  judged.stream = read_stream(first.stream, eyes_.read, eyes_.brain);
  if (judged.stream.head.count == 0) return std::nullopt;
  judged.due = judged.stream.due;
  StreamState& state = *judged.stream.state;
  std::optional<DueRow> row = first.row;
  while (row && judged.rows.size() < most_rows) {
    JudgedRow said;
    said.submission = due_submission({first.stream, *row}, eyes_.brain.clock_actor());
    if (was_answered(judged.stream, said.submission.command_id)) break;
    said.submission.at = std::max(now, judged.stream.head.at);
    said.content = content_digest(said.submission.actor, said.submission.content);
    said.decision = eyes_.brain.decide(state, said.submission);
    if (!said.decision.events.empty()) judged.due = sorted_due(eyes_.brain, state);
    judged.rows.push_back(std::move(said));
    row = next_due_of(judged.due, *row, until);
  }
  judged.lookup = eyes_.brain.lookup_text(state);
  judged.shown = shown_of(eyes_.brain, state);
  return judged;
} catch (const std::exception&) {
  return std::nullopt;  // the writer meets it too, and tells
}

}  // namespace kallad
