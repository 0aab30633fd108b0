// A stream has few texts, since kinds of readers that see alike are told alike; each is one row.
// Not rewritten where nothing has changed: a row's number tells its text.
#include "adapters/store/sqlite/lists/entry_texts.hpp"

#include <SQLiteCpp/Column.h>

#include <algorithm>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {

/// As a phrase of the index's language, in which two quotes are one.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

/// All of the words, as the index is asked for them: what was typed is data and never its syntax.
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

void bind_range(SQLite::Statement& statement, std::int64_t stream) {
  statement.bind(1, stream * texts_of_stream);
  statement.bind(2, (stream + 1) * texts_of_stream);
}

}  // namespace

std::int64_t number_of_words(std::string_view words) {
  if (words.empty()) return 0;
  std::uint32_t number = 2'166'136'261;  // FNV-1a: the same on every machine
  for (const char c : words) number = (number ^ static_cast<unsigned char>(c)) * 16'777'619;
  return number == 0 ? 1 : number;
}

TextRows::TextRows(SQLite::Database& database, const std::vector<EntryWord>& words) {
  SQLite::Statement rows{database,
                         "SELECT rowid FROM entry_words WHERE entry_words MATCH ? ORDER BY rowid"};
  rows.bind(1, match_of(words));
  while (rows.executeStep()) rows_.push_back(rows.getColumn(0).getInt64());
}

bool TextRows::has(std::int64_t stream, std::int64_t words) const {
  return words > 0 && std::ranges::binary_search(rows_, stream * texts_of_stream + words);
}

std::vector<std::int64_t> TextRows::streams() const {
  std::vector<std::int64_t> all;
  for (const std::int64_t row : rows_) {
    const std::int64_t stream = row / texts_of_stream;
    if (all.empty() || all.back() != stream) all.push_back(stream);
  }
  return all;
}

EntryTexts::EntryTexts(SQLite::Database& database)
    : of_(database, "SELECT words FROM entry_words WHERE rowid > ? AND rowid < ?"),
      rows_of_(database, "SELECT rowid FROM entry_words WHERE rowid > ? AND rowid < ?"),
      insert_(database, "INSERT INTO entry_words(rowid, words) VALUES (?, ?)"),
      remove_(database, "DELETE FROM entry_words WHERE rowid = ?") {}

std::set<std::string> EntryTexts::of(std::int64_t stream) {
  const Reset reset{of_};
  bind_range(of_, stream);
  std::set<std::string> texts;
  while (of_.executeStep()) texts.insert(of_.getColumn(0).getString());
  return texts;
}

std::set<std::int64_t> EntryTexts::rows_of(std::int64_t stream) {
  const Reset reset{rows_of_};
  bind_range(rows_of_, stream);
  std::set<std::int64_t> rows;
  while (rows_of_.executeStep()) rows.insert(rows_of_.getColumn(0).getInt64());
  return rows;
}

void EntryTexts::put(std::int64_t stream, const std::set<std::string>& wanted) {
  std::set<std::int64_t> old = rows_of(stream);
  std::set<std::int64_t> kept;
  for (const std::string& text : wanted) {
    const std::int64_t row = stream * texts_of_stream + number_of_words(text);
    if (text.empty() || !kept.insert(row).second || old.erase(row) > 0) continue;
    const Reset reset{insert_};
    insert_.bind(1, row);
    insert_.bindNoCopy(2, text);
    insert_.exec();
  }
  for (const std::int64_t row : old) {
    const Reset reset{remove_};
    remove_.bind(1, row);
    remove_.exec();
  }
}

}  // namespace kallad
