// The desk is driven from this thread, a command at a time, so that the order is the story's.
// Not group commit: a story waits for each answer before its next line.
#include "adapters/scene/stage/stage.hpp"

#include <limits>
#include <stdexcept>

#include "adapters/brain/letters.hpp"

namespace kallad::scene {

namespace {
constexpr std::size_t everything = std::numeric_limits<std::int32_t>::max();
}  // namespace

Stage::Stage(const StorePlace& place, Calendar calendar)
    : store_(place, Access::create),
      due_(store_),
      brain_(log_of(store_), std::move(calendar)),
      desk_(due_, brain_, [this] { return now_; }) {}

Stage::~Stage() { desk_.stop(); }

Outcome Stage::say(Instant at, Submission submission) {
  now_ = at;
  Outcome outcome = desk_.submit_now(std::move(submission));
  if (outcome.answer != Answer::accepted) return outcome;
  for (const RecordedEvent& event : outcome.events) {
    if (event.type == ConsentWithdrawn::id) stop_letters(desk_);
  }
  return outcome;
}

void Stage::fire(Instant until, bool late) {
  for (auto next = desk_.next_due(); next && *next <= until; next = desk_.next_due()) {
    now_ = late ? until : *next;
    const FireReport report = desk_.fire_due(now_);
    if (report.accidents > 0) throw std::runtime_error(report.last_accident);
  }
}

std::uint64_t Stage::read(std::string_view stream, const TakeEvent& take) {
  StreamHead head = store_.head(stream);
  if (head.count == 0) return 0;
  store_.read(stream, head, [&](const EventView& event, const ShortDigest&) { take(event); });
  return head.count;
}

std::vector<DueRow> Stage::due_of(std::string_view stream) {
  std::vector<DueRow> rows;
  for (DueItem& item : store_.due_until(Instant::max(), std::nullopt, everything)) {
    if (item.stream == stream) rows.push_back(std::move(item.row));
  }
  return rows;
}

std::vector<OutboxRow> Stage::letters_of(std::string_view stream) {
  std::vector<OutboxRow> rows;
  for (OutboxItem& item : store_.outbox(everything)) {
    if (item.stream == stream) rows.push_back(std::move(item.row));
  }
  return rows;
}

}  // namespace kallad::scene
