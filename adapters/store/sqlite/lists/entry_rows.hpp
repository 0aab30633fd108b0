// Lines of lists of cases as rows of the table `entries`.
// Not which lines there are: the brain says that. Rules kept: only what has changed is written; a
// row is read the same way by writer, readers and checks.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "adapters/desk/list_entry.hpp"
#include "adapters/store/sqlite/file/words.hpp"

namespace kallad {

/// The columns of a line in the order that read_entry expects, `entries` being named e.
std::string entry_columns();

/// The current row of a statement over entry_columns(), from `first` on; without its words, of
/// which the row has the number alone.
ListEntry read_entry(SQLite::Statement& row, Words& words, int first = 0);

/// A line as its row has it: the number stands for its words (entry_texts.hpp).
struct StoredEntry {
  ListEntry entry = {};
  std::int64_t words = 0;
  auto operator<=>(const StoredEntry&) const = default;
};

/// The lines as their rows will have them, sorted.
std::vector<StoredEntry> as_stored(std::span<const ListEntry> entries);

/// The rows of a stream, for a writer or a check. Throws SQLite::Exception.
class EntryRows {
 public:
  EntryRows(SQLite::Database& database, Words& words);

  /// All lines of the stream, sorted.
  std::vector<StoredEntry> of(std::int64_t stream);
  /// Makes the stream's lines these; within the caller's transaction. The index of words is none of
  /// its business.
  void put(std::int64_t stream, std::span<const ListEntry> wanted);

 private:
  std::vector<StoredEntry> read_or_clear(std::int64_t stream);
  void insert(std::int64_t stream, const StoredEntry& line);
  void remove(std::int64_t stream, const ListEntry& entry);
  std::int64_t word(const std::string& text);

  Words& words_;
  SQLite::Statement of_;
  SQLite::Statement insert_;
  SQLite::Statement remove_;
  SQLite::Statement clear_;
};

}  // namespace kallad
