// A stream has few texts, since kinds of readers that see alike are told alike; each is one row.
// Not rewritten where nothing has changed.
#include "adapters/store/sqlite/lists/entry_texts.hpp"

#include <SQLiteCpp/Column.h>

#include <stdexcept>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {

/// As a phrase of the index's language, in which two quotes are one.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

int free_number(const std::map<int, std::string>& taken) {
  for (int number = 1; number < texts_of_stream; ++number) {
    if (!taken.contains(number)) return number;
  }
  throw std::logic_error("a stream has too many texts in lists");
}

}  // namespace

std::string match_of(const std::vector<EntryWord>& words) {
  std::string match;
  for (const EntryWord& word : words) {
    match += match.empty() ? "(" : " AND (";
    match += quoted(word.beginning) + " *";
    for (const std::string& mark : word.marks) match += " OR " + quoted(mark);
    match += ")";
  }
  return match;
}

EntryTexts::EntryTexts(SQLite::Database& database)
    : of_(database, "SELECT rowid, words FROM entry_words WHERE rowid > ? AND rowid < ?"),
      insert_(database, "INSERT INTO entry_words(rowid, words) VALUES (?, ?)"),
      remove_(database, "DELETE FROM entry_words WHERE rowid = ?") {}

std::map<int, std::string> EntryTexts::of(std::int64_t stream) {
  const Reset reset{of_};
  const std::int64_t first = stream * texts_of_stream;
  of_.bind(1, first);
  of_.bind(2, first + texts_of_stream);
  std::map<int, std::string> texts;
  while (of_.executeStep()) {
    texts.emplace(static_cast<int>(of_.getColumn(0).getInt64() - first),
                  of_.getColumn(1).getString());
  }
  return texts;
}

TextNumbers EntryTexts::put(std::int64_t stream, std::map<int, std::string> texts,
                            const std::set<std::string>& wanted) {
  TextNumbers numbers{{"", 0}};
  for (auto each = texts.begin(); each != texts.end();) {
    if (wanted.contains(each->second) && numbers.emplace(each->second, each->first).second) {
      ++each;
      continue;
    }
    const Reset reset{remove_};
    remove_.bind(1, stream * texts_of_stream + each->first);
    remove_.exec();
    each = texts.erase(each);
  }
  for (const std::string& text : wanted) {
    if (numbers.contains(text)) continue;
    const int number = free_number(texts);
    const Reset reset{insert_};
    insert_.bind(1, stream * texts_of_stream + number);
    insert_.bind(2, text);
    insert_.exec();
    texts.emplace(number, text);
    numbers.emplace(text, number);
  }
  return numbers;
}

}  // namespace kallad
