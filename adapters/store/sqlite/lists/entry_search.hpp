// A page of a list of cases, or the number of its lines, for one who reads it.
// Not who may read which list: the caller says so. Rule kept: a line that is not meant for the
// reader counts nowhere, so a number and the pages never disagree.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "adapters/desk/list_entry.hpp"
#include "adapters/store/sqlite/file/words.hpp"
#include "adapters/store/sqlite/lists/entry_texts.hpp"

namespace kallad {

/// Who reads a list, and so which lines are meant for them.
struct EntryReader {
  std::string list = {};
  std::uint32_t readers = 0;  ///< kinds of readers they are, as bits
  std::uint32_t offered = 0;  ///< the bit of lines that are only theirs by name
  std::string unit = {};      ///< with the name: as whom they may coordinate
  std::string name = {};
  std::string offer = {};                   ///< what is offered to them stands under this
  std::vector<std::string> named_for = {};  ///< streams they are named for
};

/// Which lines are wanted; what is left out is not asked for.
struct EntryFilter {
  bool closed = false;
  std::optional<std::string> step = {};
  std::optional<std::string> unit = {};  ///< that coordinates
  std::optional<std::string> lead = {};  ///< who coordinates, for the list's owner
  std::optional<Instant> due_before = {};
  std::optional<Instant> late_at = {};  ///< overdue by then
  std::optional<Instant> meeting_from = {};
  std::optional<Instant> meeting_before = {};
  bool unanswered = false;
  bool drafts = false;
  std::vector<EntryWord> words = {};  ///< all of them
};

/// By demand, the earliest or the latest first, or by meeting.
enum class EntryOrder { due, latest_due, meeting };

/// Where a page by demand goes on: after this line.
struct EntryPlace {
  Instant due;
  std::int64_t stream = 0;
  bool operator==(const EntryPlace&) const = default;
};

struct EntryQuery {
  EntryReader reader = {};
  /// Lines of streams that this reader has a line of are left out.
  std::optional<EntryReader> not_of = {};
  EntryFilter filter = {};
  Instant now = {};
  EntryOrder order = EntryOrder::due;
  std::optional<EntryPlace> after = {};
  std::size_t limit = 50;  ///< of a page; and so far is counted
};

struct FoundEntry {
  std::int64_t stream = 0;
  std::string name;  ///< of the stream
  ListEntry entry;
};

/// Lines in the order asked for. Throws SQLite::Exception.
std::vector<FoundEntry> find_entries(SQLite::Database& database, Words& words,
                                     const EntryQuery& query);
/// Who coordinates for the list's owner in some line.
std::vector<std::string> find_leads(SQLite::Database& database, Words& words,
                                    const std::string& list);
/// How many lines there are, without regard to `after`; no further than `limit`.
std::uint64_t count_entries(SQLite::Database& database, Words& words, const EntryQuery& query);

}  // namespace kallad
