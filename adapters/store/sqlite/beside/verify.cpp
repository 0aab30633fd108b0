// One pass over the events in the order of positions, with each stream's end in a compact array,
// then the tables around the log, then the pages. Snapshots are short (one slice of positions),
// because the log only grows: an event that was committed cannot look different in a later
// snapshot.
#include "adapters/store/sqlite/beside/verify.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/file/event_row.hpp"
#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/file/mark.hpp"
#include "adapters/store/sqlite/file/outbox_row.hpp"
#include "adapters/store/sqlite/file/words.hpp"
#include "adapters/store/sqlite/older/older_event_row.hpp"
#include "adapters/store/sqlite/older/older_outbox.hpp"

namespace kallad {

namespace {

constexpr std::int64_t slice = 100'000;
constexpr int sealed_since = 3;  ///< store version

/// Where a stream stands while the pass goes on.
struct Standing {
  Digest hash{};
  std::int64_t last = 0;
  std::int64_t count = 0;
  std::int64_t at = 0;
  bool seal_is_broken = false;
};

class Verification {
 public:
  Verification(const StorePlace& place, const VerifyOptions& options)
      : options_(options),
        place_(place),
        mark_(read_mark(place.file)),  // before the log, which may grow meanwhile
        database_(open_store(place, Access::read)),
        words_(database_),
        is_older_(place.version < sealed_since) {
    if (!is_older_) keys_.emplace(database_);
  }

  VerifyReport run();

 private:
  void read_log_row();
  void read_names();
  void check_events();
  void check_slice(std::int64_t after);
  void check_newer(const EventRow& row);
  void check_older(const OlderEventRow& row);
  template <class HashOf>
  void check_event(const EventRow& row, const HashOf& hash_of);
  void tell(const EventRow& row, const EventBody& said);
  void check_mark();
  void check_rows_around();
  void check_lists();
  void check_keys();
  void check_list_rows();
  void check_structure();
  void none(const char* query, const char* what);
  void note(std::string what, std::int64_t stream = 0, std::int64_t sequence = 0,
            std::int64_t position = 0);
  Standing* standing_of(std::int64_t stream);
  template <class Step>
  void attempt(const char* doing, Step&& step);

  VerifyOptions options_;
  StorePlace place_;
  std::optional<Mark> mark_;
  SQLite::Database database_;
  Words words_;
  bool is_older_;
  std::optional<StreamKeys> keys_;
  Hasher hasher_;
  std::int64_t last_ = 0;
  std::int64_t settled_ = 0;
  Digest wanted_root_{};
  std::int64_t expected_ = 1;  // next position
  bool had_this_past_ = true;
  std::vector<std::string> names_;
  std::string type_;  // kept, so that they are not allocated anew for each event
  std::string actor_;
  std::vector<Standing> standings_;
  VerifyReport report_;
};

/// What SQLite cannot read is damage like any other, and the next step is still tried.
template <class Step>
void Verification::attempt(const char* doing, Step&& step) {
  try {
    guarded(doing, step);
  } catch (const StoreError& error) {
    note(error.what());
  }
}

void Verification::note(std::string what, std::int64_t stream, std::int64_t sequence,
                        std::int64_t position) {
  if (report_.damages.size() >= options_.most_damages) return;
  const bool named = stream > 0 && static_cast<std::size_t>(stream) <= names_.size();
  report_.damages.push_back({named ? names_[static_cast<std::size_t>(stream) - 1] : std::string{},
                             sequence, position, std::move(what)});
}

void Verification::read_log_row() {
  SQLite::Statement row{database_, "SELECT last, root, settled FROM log"};
  if (!row.executeStep() || row.getColumn(1).getBytes() != static_cast<int>(sizeof(Digest))) {
    throw StoreError(StoreFault::damaged, "the log row is missing or broken");
  }
  last_ = row.getColumn(0).getInt64();
  settled_ = row.getColumn(2).getInt64();
  std::copy_n(static_cast<const unsigned char*>(row.getColumn(1).getBlob()), wanted_root_.size(),
              wanted_root_.begin());
  if (settled_ < 0 || settled_ > last_)
    note("the log row says settled " + std::to_string(settled_));
}

void Verification::read_names() {
  SQLite::Statement rows{database_, "SELECT number, name FROM streams ORDER BY number"};
  while (rows.executeStep()) {
    if (rows.getColumn(0).getInt64() != static_cast<std::int64_t>(names_.size()) + 1) {
      note("stream number " + std::to_string(names_.size() + 1) + " has no name");
      return;
    }
    names_.push_back(rows.getColumn(1).getString());
  }
  standings_.resize(names_.size());
}

Standing* Verification::standing_of(std::int64_t stream) {
  if (stream < 1 || static_cast<std::size_t>(stream) > standings_.size()) return nullptr;
  return &standings_[static_cast<std::size_t>(stream) - 1];
}

/// `hash_of` gives the hash the event must have after the one before.
template <class HashOf>
void Verification::check_event(const EventRow& row, const HashOf& hash_of) {
  const auto damage = [&](std::string what) {
    note(std::move(what), row.stream, row.sequence, row.position);
  };
  if (row.position != expected_) {
    damage("positions " + std::to_string(expected_) + " to " + std::to_string(row.position - 1) +
           " are missing");
  }
  expected_ = row.position + 1;
  Standing* standing = standing_of(row.stream);
  if (standing == nullptr) return damage("belongs to no known stream");
  if (row.sequence != standing->count + 1) {
    damage("follows event " + std::to_string(standing->count) + " of its stream");
  }
  if (row.previous != standing->last) damage("names the wrong event as the one before");
  if (row.at < standing->at) damage("is older than the event before");
  if (standing->seal_is_broken && row.sealed != 0) damage("is sealed after its seal was broken");
  type_ = words_.text_of(row.type);
  const std::string& name = names_[static_cast<std::size_t>(row.stream) - 1];
  const Digest hash = hash_of(standing->hash, name);
  if (view_of(hash) != row.hash) damage("its hash does not match its content");
  // The stored hash goes on, so that one changed event is reported once and not with all that
  // follow.
  std::copy(row.hash.begin(), row.hash.end(), standing->hash.begin());
  report_.root = next_root(hasher_, report_.root, standing->hash);
  if (mark_ && mark_->last == row.position) had_this_past_ = mark_->root == report_.root;
  *standing = {standing->hash, row.position, row.sequence, row.at, row.sealed == 0};
  ++report_.events;
}

void Verification::check_newer(const EventRow& row) {
  check_event(row, [&](const Digest& before, const std::string& name) {
    return event_hash(hasher_, before, row, {name, type_});
  });
  if (!options_.told) return;
  const auto key = row.sealed != 0 ? keys_->of(row.stream) : std::nullopt;
  if (row.sealed != 0 && !key) return;
  const std::string plain =
      key ? open_seal(*key, place_of_event(row.position), row.body) : std::string{row.body};
  tell(row, read_body(plain));
}

void Verification::check_older(const OlderEventRow& row) {
  const EventRow shown{row.position, row.stream, row.sequence, row.previous, row.type, row.version,
                       row.at,       1,          {},           row.hash};
  actor_ = words_.text_of(row.actor);
  if (row.sequence == 1 && !row.has_command)
    note("has lost its command", row.stream, row.sequence, row.position);
  check_event(shown, [&](const Digest& before, const std::string& name) {
    return older_event_hash(hasher_, before, row, {name, type_, actor_});
  });
  if (options_.told) tell(shown, {row.has_command, row.command, row.content, actor_, row.payload});
}

/// Takes what the event says into the report.
void Verification::tell(const EventRow& row, const EventBody& said) {
  hasher_.restart();
  hasher_.add(std::span<const unsigned char>{report_.told});
  for (const std::int64_t number : {row.position, row.stream, row.sequence, row.version, row.at})
    hasher_.add(number);
  hasher_.add(type_);
  hasher_.add(bytes_of(said));
  report_.told = hasher_.finish();
}

void Verification::check_slice(std::int64_t after) {
  SQLite::Statement rows{
      database_, std::string{"SELECT "} + (is_older_ ? older_event_columns : event_columns) +
                     " FROM events WHERE position > ? AND position <= ? ORDER BY position"};
  rows.bind(1, after);
  rows.bind(2, std::min(after + slice, last_));
  while (rows.executeStep()) {
    try {
      if (is_older_) {
        check_older(read_older_event_row(rows));
      } else {
        check_newer(read_event_row(rows));
      }
    } catch (const StoreError& error) {
      note(error.what(), 0, 0, rows.getColumn(0).getInt64());
      expected_ = rows.getColumn(0).getInt64() + 1;
    }
  }
}

void Verification::check_events() {
  for (std::int64_t after = 0; after < last_; after += slice) {
    attempt("reading events", [&] { check_slice(after); });
    if (report_.damages.size() >= options_.most_damages) return;
  }
  if (expected_ != last_ + 1) {
    note("the log ends at position " + std::to_string(expected_ - 1) + " but should end at " +
         std::to_string(last_));
  }
  if (report_.root != wanted_root_) note("the hash over all events is not the one in the log row");
}

void Verification::check_mark() {
  refuse_older(place_.file, mark_, {last_, wanted_root_});
  if (!had_this_past_) note("its past is not that of the mark beside it");
}

/// `query` selects the position (or 0) of rows that must not be there.
void Verification::none(const char* query, const char* what) {
  attempt(what, [&] {
    SQLite::Statement rows{database_, query};
    rows.bind(1, last_);
    if (rows.executeStep()) note(what, 0, 0, rows.getColumn(0).getInt64());
  });
}

void Verification::check_rows_around() {
  none("SELECT min(position, 0) FROM events WHERE position < 1 AND ?1 >= 0",
       "an event lies before the log's start");
  attempt("reading the outbox", [&] {
    if (is_older_) return check_older_outbox(database_);
    OutboxRows{database_}.read(std::numeric_limits<std::int32_t>::max());
  });
  if (!is_older_) attempt("reading keys", [&] { check_keys(); });
  none(
      "SELECT 0 FROM due WHERE (stream NOT IN (SELECT number FROM streams) OR"
      " kind NOT IN (SELECT number FROM words)) AND ?1 >= 0",
      "a due row belongs to no stream or has no kind; run rebuild");
  if (place_.version >= 2) check_lists();
  attempt("reading list rows", [&] { check_list_rows(); });
}

/// A stream has its key as long as its seal is whole, and none after.
void Verification::check_keys() {
  none("SELECT 0 FROM keys WHERE stream NOT IN (SELECT number FROM streams) AND ?1 >= 0",
       "a key belongs to no stream");
  for (std::size_t i = 0; i < standings_.size(); ++i) {
    if (standings_[i].count == 0) continue;
    const auto stream = static_cast<std::int64_t>(i) + 1;
    attempt("reading a key", [&] {
      const bool has_key = keys_->of(stream).has_value();
      if (has_key && standings_[i].seal_is_broken) note("was disposed of and has a key", stream);
      if (!has_key && !standings_[i].seal_is_broken) note("its key was destroyed", stream);
    });
  }
}

void Verification::check_lists() {
  none("SELECT 0 FROM entries WHERE stream NOT IN (SELECT number FROM streams) AND ?1 >= 0",
       "a line of a list belongs to no stream; run rebuild");
  none("SELECT 0 FROM lookups WHERE stream NOT IN (SELECT number FROM streams) AND ?1 >= 0",
       "a lookup belongs to no stream; run rebuild");
}

void Verification::check_list_rows() {
  std::vector<bool> listed(standings_.size());
  SQLite::Statement rows{
      database_, "SELECT stream, last, count, (SELECT last FROM log) FROM cases ORDER BY stream"};
  while (rows.executeStep()) {
    const std::int64_t stream = rows.getColumn(0).getInt64();
    const std::int64_t last = rows.getColumn(1).getInt64();
    const Standing* standing = standing_of(stream);
    if (last > last_ &&
        last <= rows.getColumn(3).getInt64()) {  // the writer has gone on since we began
      if (standing != nullptr) listed[static_cast<std::size_t>(stream) - 1] = true;
      continue;
    }
    if (standing == nullptr) {
      note("a list row belongs to no stream; run rebuild");
      continue;
    }
    listed[static_cast<std::size_t>(stream) - 1] = true;
    const bool current = last == standing->last && rows.getColumn(2).getInt64() == standing->count;
    if (!current && (last > standing->last || standing->last <= settled_)) {
      note("its list row does not tell its end; run rebuild", stream);
    }
  }
  for (std::size_t i = 0; i < standings_.size(); ++i) {
    const bool must_be_listed = standings_[i].count > 0 && standings_[i].last <= settled_;
    if (must_be_listed && !listed[i])
      note("has no list row; run rebuild", static_cast<std::int64_t>(i) + 1);
  }
}

void Verification::check_structure() {
  SQLite::Statement rows{database_, "PRAGMA integrity_check(20)"};
  while (rows.executeStep()) {
    const std::string line = rows.getColumn(0).getString();
    if (line != "ok") note("file structure: " + line);
  }
}

VerifyReport Verification::run() {
  attempt("reading the log row", [&] { read_log_row(); });
  attempt("reading stream names", [&] { read_names(); });
  standings_.resize(names_.size());
  check_events();
  attempt("comparing with the mark", [&] { check_mark(); });
  for (std::size_t i = 0; i < standings_.size(); ++i) {
    if (standings_[i].count > 0) ++report_.streams;
  }
  attempt("reading the tables around the log", [&] { check_rows_around(); });
  if (options_.structure) attempt("checking the file's structure", [&] { check_structure(); });
  return std::move(report_);
}

}  // namespace

std::string text_of(const Damage& damage) {
  std::string text;
  if (!damage.stream.empty()) text += "stream " + damage.stream + ", ";
  if (damage.sequence != 0) text += "event " + std::to_string(damage.sequence) + ", ";
  if (damage.position != 0) text += "position " + std::to_string(damage.position) + ", ";
  return text.empty() ? damage.what : text.substr(0, text.size() - 2) + ": " + damage.what;
}

VerifyReport verify(const StorePlace& place, const VerifyOptions& options) {
  return guarded("opening the store " + place.file.string(), [&] {
    return Verification{place, options}.run();
  });
}

}  // namespace kallad
