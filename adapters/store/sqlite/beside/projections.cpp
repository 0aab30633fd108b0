// One pass over the streams in slices; the due rows of a slice are read together, since they lie by
// time and not by stream. So memory holds those of one slice, however large the store is.
// Not in one snapshot: nobody writes meanwhile. What stands in lists and lookups is held against
// the history too.
#include "adapters/store/sqlite/beside/projections.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/lists/count_rows.hpp"
#include "adapters/store/sqlite/lists/entry_rows.hpp"
#include "adapters/store/sqlite/lists/entry_texts.hpp"
#include "adapters/store/sqlite/lists/lookups.hpp"

namespace kallad {

namespace {

class Comparison {
 public:
  Comparison(const StorePlace& place, Brain& brain, std::size_t most, std::int64_t slice)
      : brain_(brain),
        most_(most),
        slice_(slice),
        reader_(place),
        database_(open_store(place, Access::read)),
        words_(database_),
        entries_(database_, words_),
        texts_(database_),
        counts_(database_) {
    const auto key = known_lookup_key(place.file);
    if (key) lookups_.emplace(database_, *key);
    // Made with a key that is not here: the next writer makes them anew.
    if (key && !lookups_->are_ours()) lookups_.reset();
  }

  std::vector<Damage> run() {
    std::int64_t after = 0;
    for (std::int64_t last = end_of_slice(after); last > after && damages_.size() < most_;
         last = end_of_slice(after)) {
      compare_slice(after, last);
      after = last;
    }
    const auto rows = database_.execAndGet("SELECT count(*) FROM lookups").getInt64();
    if (lookups_ && damages_.size() < most_ && rows != found_lookups_)
      note("", "there are lookups that no history made; run rebuild");
    return std::move(damages_);
  }

 private:
  /// By rows and not by numbers: a damaged number may be any.
  std::int64_t end_of_slice(std::int64_t after) {
    SQLite::Statement last{database_,
                           "SELECT coalesce(max(number), ?1) FROM (SELECT number FROM streams"
                           " WHERE number > ?1 ORDER BY number LIMIT ?2)"};
    last.bind(1, after);
    last.bind(2, slice_);
    last.executeStep();
    return last.getColumn(0).getInt64();
  }

  void compare_slice(std::int64_t after, std::int64_t last) {
    read_due(after, last);
    SQLite::Statement rows{database_,
                           "SELECT name, count, row, number FROM streams LEFT JOIN cases ON"
                           " stream = number WHERE number > ? AND number <= ? ORDER BY number"};
    rows.bind(1, after);
    rows.bind(2, last);
    while (rows.executeStep() && damages_.size() < most_) compare(rows);
  }

  void read_due(std::int64_t after, std::int64_t last) {
    due_.clear();
    SQLite::Statement rows{database_,
                           "SELECT stream, at, word, subject FROM due CROSS JOIN words w ON"
                           " w.number = kind WHERE stream > ? AND stream <= ?"};
    rows.bind(1, after);
    rows.bind(2, last);
    while (rows.executeStep()) {
      due_[rows.getColumn(0).getInt64()].push_back(
          {Instant{std::chrono::milliseconds{rows.getColumn(1).getInt64()}},
           rows.getColumn(2).getString(), rows.getColumn(3).getString()});
    }
  }

  void compare(const SQLite::Statement& listed) {
    const std::string name = listed.getColumn(0).getString();
    const auto state = brain_.fresh(name);
    const std::uint64_t count = reader_.read(
        name, [&](const EventView& event, const ShortDigest&) { brain_.fold(*state, event); });
    // Where the stream has grown since, they are made later.
    if (static_cast<std::uint64_t>(listed.getColumn(1).getInt64()) == count)
      compare_settled(name, listed, *state);
    std::vector<DueRow> wanted = brain_.due(*state);
    std::vector<DueRow> found = std::move(due_[listed.getColumn(3).getInt64()]);
    std::ranges::sort(wanted);
    std::ranges::sort(found);
    if (wanted != found) note(name, "its due rows are not what its history demands; run rebuild");
    compare_lookup(name, listed.getColumn(3).getInt64(), *state);
  }

  void compare_settled(const std::string& name, const SQLite::Statement& listed,
                       const StreamState& state) {
    const std::int64_t stream = listed.getColumn(3).getInt64();
    const std::vector<ListEntry> lines = brain_.entries(state);
    if (listed.getColumn(2).getString() != brain_.list_row(state))
      note(name, "its list row is not what its history says; run rebuild");
    if (count_of(stream) != brain_.count_row(state))
      note(name, "what it counts as is not what its history says; run rebuild");
    if (as_stored(lines) != entries_.of(stream))
      note(name, "its lines in lists are not what its history says; run rebuild");
    if (texts_.of(stream) != words_of(lines))
      note(name, "the words it is found by are not what its history says; run rebuild");
  }

  /// Nothing, too, where the row was changed so that its seal does not open.
  std::optional<std::string> count_of(std::int64_t stream) {
    try {
      return counts_.of(stream);
    } catch (const StoreError& error) {
      if (error.fault() != StoreFault::damaged) throw;
      return std::nullopt;
    }
  }

  void compare_lookup(const std::string& name, std::int64_t stream, const StreamState& state) {
    const std::string text = brain_.lookup_text(state);
    if (!lookups_ || text.empty()) return;
    ++found_lookups_;
    if (std::ranges::count(lookups_->find(text), stream) != 1)
      note(name, "it is not found by what its history says; run rebuild");
  }

  void note(const std::string& stream, const char* what) {
    if (damages_.size() < most_) damages_.push_back({stream, 0, 0, what});
  }

  Brain& brain_;
  std::size_t most_;
  std::int64_t slice_;
  Reader reader_;
  SQLite::Database database_;
  Words words_;
  EntryRows entries_;
  EntryTexts texts_;
  CountRows counts_;
  std::optional<Lookups> lookups_;  ///< nothing where their key is not here
  std::int64_t found_lookups_ = 0;
  std::unordered_map<std::int64_t, std::vector<DueRow>> due_;  ///< of the slice, by stream
  std::vector<Damage> damages_;
};

}  // namespace

std::vector<Damage> compare_projections(const StorePlace& place, Brain& brain, std::size_t most,
                                        std::int64_t slice) {
  return guarded("comparing projections", [&] {
    return Comparison{place, brain, most, slice}.run();
  });
}

}  // namespace kallad
