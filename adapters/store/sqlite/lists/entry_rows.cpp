// A stream's rows are found by an index of their own and compared with what is wanted.
// Not read when nothing can have changed: the writer knows that. Rule kept: a moment without end is
// no value at all, so that it costs no bytes.
#include "adapters/store/sqlite/lists/entry_rows.hpp"

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <iterator>

#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/lists/entry_texts.hpp"

namespace kallad {

namespace {

constexpr const char* columns[] = {
    "list",  "closed", "due",     "part", "begins",     "ends",   "frozen",    "readers",
    "named", "sight",  "kind",    "step", "round",      "unit",   "lead",      "offer",
    "own",   "demand", "meeting", "late", "unanswered", "drafts", "protected", "words"};

/// Where the number of its words stands.
constexpr int words_column = static_cast<int>(std::size(columns)) - 1;

std::int64_t ms_of(Instant moment) { return moment.time_since_epoch().count(); }
Instant instant_of(std::int64_t ms) { return Instant{std::chrono::milliseconds{ms}}; }

/// Reads columns from left to right.
class Columns {
 public:
  Columns(SQLite::Statement& row, Words& words, int first)
      : row_(row), words_(words), index_(first) {}

  std::int64_t number() { return row_.getColumn(index_++).getInt64(); }
  std::uint32_t count() { return static_cast<std::uint32_t>(number()); }
  bool flag() { return number() != 0; }
  Instant moment() { return instant_of(number()); }
  std::optional<Instant> maybe() {
    if (!row_.isColumnNull(index_)) return moment();
    ++index_;
    return std::nullopt;
  }
  std::string word() {
    const std::int64_t known = number();
    return known == 0 ? std::string{} : words_.text_of(known);
  }

 private:
  SQLite::Statement& row_;
  Words& words_;
  int index_;
};

/// Binds values from left to right.
class Values {
 public:
  explicit Values(SQLite::Statement& row) : row_(row) {}
  Values& operator<<(std::int64_t number) {
    row_.bind(++index_, number);
    return *this;
  }
  Values& operator<<(const std::optional<Instant>& moment) {
    if (moment) return *this << ms_of(*moment);
    row_.bind(++index_);
    return *this;
  }

 private:
  SQLite::Statement& row_;
  int index_ = 0;
};

std::string insertion() {
  std::string names = "stream";
  std::string marks = "?";
  for (const char* column : columns) {
    names.append(",").append(column);
    marks.append(",?");
  }
  return "INSERT OR REPLACE INTO entries(" + names + ") VALUES (" + marks + ")";
}

bool has_place_of(const ListEntry& one, const ListEntry& other) {
  return one.list == other.list && one.closed == other.closed && one.due == other.due &&
         one.part == other.part;
}

}  // namespace

std::string entry_columns() {
  std::string text;
  for (const char* column : columns) text.append(text.empty() ? "e." : ",e.").append(column);
  return text;
}

ListEntry read_entry(SQLite::Statement& row, Words& words, int first) {
  Columns from{row, words, first};
  ListEntry entry;
  entry.list = from.word();
  entry.closed = from.flag();
  entry.due = from.moment();
  entry.part = static_cast<int>(from.number());
  entry.begins = from.moment();
  entry.ends = from.maybe();
  entry.frozen = from.maybe();
  entry.readers = from.count();
  entry.named = from.flag();
  entry.sight = from.word();
  entry.kind = from.word();
  entry.step = from.word();
  entry.round = from.count();
  entry.unit = from.word();
  entry.lead = from.word();
  entry.offer = from.word();
  entry.own = from.flag();
  entry.demand = from.word();
  entry.meeting = from.maybe();
  entry.late = from.maybe();
  entry.unanswered = from.flag();
  entry.drafts = from.count();
  entry.is_protected = from.flag();
  return entry;
}

EntryRows::EntryRows(SQLite::Database& database, Words& words)
    : words_(words),
      of_(database, "SELECT " + entry_columns() + " FROM entries e WHERE stream = ?"),
      insert_(database, insertion()),
      remove_(database,
              "DELETE FROM entries WHERE list = ? AND closed = ? AND due = ? AND stream = ?"
              " AND part = ?"),
      clear_(database, "DELETE FROM entries WHERE stream = ?") {}

std::vector<StoredEntry> as_stored(std::span<const ListEntry> entries) {
  std::vector<StoredEntry> lines;
  lines.reserve(entries.size());
  for (const ListEntry& entry : entries) {
    lines.push_back({entry, number_of_words(entry.words)});
    lines.back().entry.words.clear();
  }
  std::ranges::sort(lines);
  return lines;
}

std::vector<StoredEntry> EntryRows::of(std::int64_t stream) {
  std::vector<StoredEntry> lines;
  const Reset reset{of_};
  of_.bind(1, stream);
  while (of_.executeStep())
    lines.push_back({read_entry(of_, words_), of_.getColumn(words_column).getInt64()});
  std::ranges::sort(lines);
  return lines;
}

/// Rows that cannot be read are thrown away: they follow from the log and are made again.
std::vector<StoredEntry> EntryRows::read_or_clear(std::int64_t stream) {
  try {
    return of(stream);
  } catch (const StoreError& error) {
    if (error.fault() != StoreFault::damaged) throw;
  }
  const Reset reset{clear_};
  clear_.bind(1, stream);
  clear_.exec();
  return {};
}

void EntryRows::put(std::int64_t stream, std::span<const ListEntry> wanted) {
  const std::vector<StoredEntry> young = as_stored(wanted);
  const std::vector<StoredEntry> old = read_or_clear(stream);
  std::vector<StoredEntry> gone;
  std::vector<StoredEntry> come;
  std::ranges::set_difference(old, young, std::back_inserter(gone));
  std::ranges::set_difference(young, old, std::back_inserter(come));
  for (const StoredEntry& line : gone) {
    const auto takes_its_place = [&](const StoredEntry& one) {
      return has_place_of(one.entry, line.entry);
    };
    if (std::ranges::none_of(come, takes_its_place)) remove(stream, line.entry);
  }
  for (const StoredEntry& line : come) insert(stream, line);
}

std::int64_t EntryRows::word(const std::string& text) {
  return text.empty() ? 0 : words_.number_of(text);
}

void EntryRows::insert(std::int64_t stream, const StoredEntry& line) {
  const ListEntry& entry = line.entry;
  const Reset reset{insert_};
  Values{insert_} << stream << word(entry.list) << std::int64_t{entry.closed} << ms_of(entry.due)
                  << std::int64_t{entry.part} << ms_of(entry.begins) << entry.ends << entry.frozen
                  << std::int64_t{entry.readers} << std::int64_t{entry.named} << word(entry.sight)
                  << word(entry.kind) << word(entry.step) << std::int64_t{entry.round}
                  << word(entry.unit) << word(entry.lead) << word(entry.offer)
                  << std::int64_t{entry.own} << word(entry.demand) << entry.meeting << entry.late
                  << std::int64_t{entry.unanswered} << std::int64_t{entry.drafts}
                  << std::int64_t{entry.is_protected} << line.words;
  insert_.exec();
}

void EntryRows::remove(std::int64_t stream, const ListEntry& entry) {
  const Reset reset{remove_};
  Values{remove_} << word(entry.list) << std::int64_t{entry.closed} << ms_of(entry.due) << stream
                  << std::int64_t{entry.part};
  remove_.exec();
}

}  // namespace kallad
