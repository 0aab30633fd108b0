// Lends reading connections and folds what is read.
// Rule kept: what is remembered of a case is only used where the log says that nothing came after
// it, or after what did is folded onto it.
#include "adapters/api/way/shelf.hpp"

namespace kallad::api {

namespace {

/// A walk's taker that has no use for the chain: the walk checks it.
LogWalk::Take only_events(const TakeEvent& take) {
  return [&take](const EventView& event, const ShortDigest&) { take(event); };
}

/// The last reading with what the case has grown by folded onto a copy.
std::shared_ptr<const ReadCase> grown(std::string_view id, Remembered known) {
  if (known.growth.empty()) return known.read;
  auto read = std::make_shared<ReadCase>(known.read->file);
  for (const Growth& growth : known.growth) {
    for (const RecordedEvent& event : growth.events) {
      take(read->file,
           {id, event.sequence, event.type, event.version, event.at, {}, {}, event.payload},
           growth.by);
    }
    read->head = growth.head;
  }
  return read;
}

}  // namespace

/// A connection, given back when this goes; one that threw is not used again.
class Shelf::Lent {
 public:
  explicit Lent(Shelf& shelf) : shelf_(shelf), errors_(std::uncaught_exceptions()) {
    const std::lock_guard lock{shelf_.mutex_};
    if (!shelf_.free_.empty()) {
      reader_ = std::move(shelf_.free_.back());
      shelf_.free_.pop_back();
    }
  }
  ~Lent() {
    if (!reader_ || std::uncaught_exceptions() > errors_) return;
    const std::lock_guard lock{shelf_.mutex_};
    shelf_.free_.push_back(std::move(reader_));
  }
  Lent(const Lent&) = delete;
  Lent& operator=(const Lent&) = delete;

  Reader& operator*() {
    if (!reader_) reader_ = std::make_unique<Reader>(shelf_.place_, &shelf_.tail_);
    return *reader_;
  }
  Reader* operator->() { return &**this; }

 private:
  Shelf& shelf_;
  int errors_;
  std::unique_ptr<Reader> reader_;
};

/// Whether a stream that has rows waiting ends there, as the writer of this process has it.
bool Shelf::is_last(const StreamHead& head) const {
  const auto end = tail_.committed_end(head.id);
  return end && end->last == head.position;
}

std::shared_ptr<const ReadCase> Shelf::find_case(std::string_view id) {
  if (id == register_stream) return nullptr;
  Remembered remembered = cases_.take(id);
  const bool has_grown = !remembered.growth.empty();
  const auto known = grown(id, std::move(remembered));
  if (has_grown) cases_.keep(id, known);
  if (known && is_last(known->head)) return known;
  StreamHead head = known ? known->head : StreamHead{};
  std::shared_ptr<ReadCase> read;
  Lent {
    *this
    } -> read_on(id, head, [&](const EventView& event, const ShortDigest&) {
      if (!read) read = std::make_shared<ReadCase>(known ? known->file : fresh_case(id));
      take(read->file, event, read_actor(event.actor));
    });
  if (!read) return known;
  read->head = head;
  cases_.keep(id, read);
  return read;
}

std::shared_ptr<const ReadCase> Shelf::find_reached(std::string_view id, const Reached& reached) {
  if (id == register_stream) return nullptr;
  auto read = std::make_shared<ReadCase>(fresh_case(id));
  Lent {
    *this
    } -> read_on(id, read->head, [&](const EventView& event, const ShortDigest&) {
      if (reached(event)) take(read->file, event, read_actor(event.actor));
    });
  return read->version() == 0 ? nullptr : read;
}

void Shelf::read(std::string_view stream, const TakeEvent& take) {
  Lent { *this } -> read(stream, only_events(take));
}

std::vector<LoggedEvent> Shelf::after(std::int64_t position, std::size_t limit) {
  return Lent { *this } -> after(position, limit);
}

std::int64_t Shelf::end() {
  return Lent { *this } -> log().first;
}

std::shared_ptr<const ReadLedger> Shelf::ledger() {
  std::uint64_t forgotten = 0;
  {
    const std::lock_guard lock{mutex_};
    if (ledger_) return ledger_;
    forgotten = forgotten_;
  }
  auto read = std::make_shared<ReadLedger>();
  Lent reader{*this};
  read->ledger = ledger::load([&](std::string_view stream, const TakeEvent& take) {
    return read->version = reader->read(stream, only_events(take));
  });
  const std::lock_guard lock{mutex_};
  // What was forgotten while it was read may be older than the change.
  if (forgotten == forgotten_) ledger_ = read;
  return read;
}

void Shelf::forget_ledger() {
  const std::lock_guard lock{mutex_};
  ledger_.reset();
  ++forgotten_;
}

std::vector<ListedEntry> Shelf::entries(const EntryQuery& query) {
  return Lent { *this } -> entries(query);
}

std::uint64_t Shelf::count_entries(const EntryQuery& query) {
  return Lent { *this } -> count_entries(query);
}

std::vector<std::string> Shelf::find(std::string_view text) {
  return Lent { *this } -> find(text);
}

std::vector<std::pair<std::int64_t, std::string>> Shelf::streams(std::int64_t after,
                                                                 std::size_t limit) {
  std::vector<std::pair<std::int64_t, std::string>> all;
  for (auto& [number, stream] : Lent { *this } -> list(after, limit))
    all.emplace_back(number, std::move(stream.name));
  return all;
}

std::vector<std::string> Shelf::leads(const std::string& list) {
  return Lent { *this } -> leads(list);
}

}  // namespace kallad::api
