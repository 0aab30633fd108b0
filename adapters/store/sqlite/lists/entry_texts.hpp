// The words by which lines of lists are found, as an index of whole words and their beginnings.
// Not which words: the brain says that. Rules kept: å, ä and ö are letters of their own; what a
// stream no longer says is no longer in the index; "=" begins a word that nobody types, and so is
// part of it.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace kallad {

/// Which of its stream's texts a line has; the empty one is 0.
using TextNumbers = std::map<std::string, int>;

/// A word that is looked for: the beginning of a word of the line, or one of `marks` as a whole.
struct EntryWord {
  std::string beginning = {};
  std::vector<std::string> marks = {};
};

/// All of the words, as the index is asked for them: what was typed is data and never its syntax.
std::string match_of(const std::vector<EntryWord>& words);

/// So many texts a stream may have, the empty one included; a row's number is that of its stream
/// times this, and its own.
inline constexpr std::int64_t texts_of_stream = 16;

/// The rows of the table `entry_words`. Throws SQLite::Exception.
class EntryTexts {
 public:
  explicit EntryTexts(SQLite::Database& database);

  std::map<int, std::string> of(std::int64_t stream);
  /// Makes the stream's texts, which are `texts` as of() gave them, those that are wanted, and
  /// tells their numbers; a text that stays keeps its own.
  TextNumbers put(std::int64_t stream, std::map<int, std::string> texts,
                  const std::set<std::string>& wanted);

 private:
  SQLite::Statement of_;
  SQLite::Statement insert_;
  SQLite::Statement remove_;
};

}  // namespace kallad
