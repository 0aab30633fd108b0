// The words by which lines of lists are found, as an index of whole words and their beginnings.
// Not which words: the brain says that. Rules kept: å, ä and ö are letters of their own; what a
// stream no longer says is no longer in the index; "=" begins a word that nobody types, and so is
// part of it.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kallad {

/// A word that is looked for: the beginning of a word of the line, or one of `marks` as a whole.
struct EntryWord {
  std::string beginning = {};
  std::vector<std::string> marks = {};
};

/// A number that a line has for its words, which follows from them: 0 for none, else below
/// `texts_of_stream`. So a line whose words are not in the index yet is not found by others.
std::int64_t number_of_words(std::string_view words);

/// The row of a text is its stream's number times this, and the number of its words.
inline constexpr std::int64_t texts_of_stream = std::int64_t{1} << 32;

/// The rows of all texts that have the words, whichever stream's and list's: asked once for a
/// question, since the index reckons all of them before it tells the first.
class TextRows {
 public:
  TextRows(SQLite::Database& database, const std::vector<EntryWord>& words);

  std::size_t size() const { return rows_.size(); }
  /// Whether a line of the stream has such a text; `words` is the number of the line's own.
  bool has(std::int64_t stream, std::int64_t words) const;
  /// The streams that have such texts, each once.
  std::vector<std::int64_t> streams() const;

 private:
  std::vector<std::int64_t> rows_;  ///< in order
};

/// The rows of the table `entry_words`. Throws SQLite::Exception.
class EntryTexts {
 public:
  explicit EntryTexts(SQLite::Database& database);

  std::set<std::string> of(std::int64_t stream);
  /// Makes the stream's texts these; within the caller's transaction.
  void put(std::int64_t stream, const std::set<std::string>& wanted);

 private:
  std::set<std::int64_t> rows_of(std::int64_t stream);

  SQLite::Statement of_;
  SQLite::Statement rows_of_;
  SQLite::Statement insert_;
  SQLite::Statement remove_;
};

}  // namespace kallad
