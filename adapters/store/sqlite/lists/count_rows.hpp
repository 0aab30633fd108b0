// What streams count as, as rows of the table `counts`, sealed with the stream's own key.
// Not what is in them: the brain says that. Rules kept: a row is read the same way by writer,
// readers and checks; what a stream that was disposed of counts as stands in the clear; of a sealed
// row the clear tells whether its first byte is odd (`marked`), and nothing else.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/desk/event_store.hpp"
#include "adapters/store/sqlite/sealed/stream_keys.hpp"

namespace kallad {

/// A stream as those who count see it. The view holds during the call that hands it over.
struct StoredCount {
  std::int64_t stream = 0;
  Instant at{};                         ///< time of the last event that counts
  std::optional<std::string_view> row;  ///< nothing: the stream itself has to be read
};

/// The rows, for a writer and for checks. Throws SQLite::Exception and StoreError `damaged`.
class CountRows {
 public:
  explicit CountRows(SQLite::Database& database);

  /// Writes the row of a stream that ends at `head`; within the caller's transaction.
  void put(const StreamHead& head, const std::optional<std::string>& row);
  /// The row of a stream, of whichever end; nothing where there is none.
  std::optional<std::string> of(std::int64_t stream);

 private:
  StreamKeys keys_;
  SQLite::Statement put_;
  SQLite::Statement of_;
};

/// Which rows are wanted.
enum class Counts { all, marked };

/// Hands over the streams of the numbers after `after` in order, at most `limit` rows of them, and
/// gives the last number handed over, or `after` where none was. One that has grown since its row
/// was written comes without a row, and whichever is asked for: of the others `marked` ones alone,
/// or all. Within the caller's snapshot; throws as CountRows does.
std::int64_t walk_counts(SQLite::Database& database, Counts which, std::int64_t after,
                         std::size_t limit, const std::function<void(const StoredCount&)>& take);

}  // namespace kallad
