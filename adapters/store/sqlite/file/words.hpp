// A dictionary: texts that many rows share (event types, actors, kinds of due rows) as small
// numbers. Not hashed as numbers: the event hash covers the text, so a changed dictionary is found
// by verify.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kallad {

/// The `words` table through one connection, with a bounded memory. Not thread-safe.
class Words {
 public:
  explicit Words(SQLite::Database& database);

  /// The word's number; adds the word where it is new (within the caller's transaction).
  std::int64_t number_of(std::string_view word);
  /// The word's number, or 0 where there is none.
  std::int64_t find(std::string_view word);
  /// The word; throws StoreError `damaged` where the number has none. Valid until the next call.
  const std::string& text_of(std::int64_t number);
  /// Forgets what it remembers: after a rollback numbers may stand for nothing.
  void forget();

 private:
  void remember(std::int64_t number, const std::string& word);

  struct ByView {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  SQLite::Database& database_;
  SQLite::Statement by_text_;
  SQLite::Statement by_number_;
  SQLite::Statement insert_;
  std::unordered_map<std::string, std::int64_t, ByView, std::equal_to<>> numbers_;
  std::unordered_map<std::int64_t, std::string> texts_;
};

}  // namespace kallad
