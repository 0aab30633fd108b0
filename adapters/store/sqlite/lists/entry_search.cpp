// The question as SQL, with only the conditions that are asked; every value is bound.
// Not many forms at once: the beginning of the primary key gives order and place. Rule kept: a word
// that the dictionary does not have is in no line.
#include "adapters/store/sqlite/lists/entry_search.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <vector>

#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/lists/entry_rows.hpp"

namespace kallad {

namespace {

constexpr std::int64_t no_word = -1;

/// A question in the making: text in which @ stands for the line's table, and values in order.
class Question {
 public:
  Question(SQLite::Database& database, Words& words) : database_(database), words_(words) {}

  void call_line(char name) { line_ = name; }
  Question& add(std::string_view text) {
    for (const char c : text) text_.push_back(c == '@' ? line_ : c);
    return *this;
  }
  Question& add(std::string_view text, std::int64_t value) {
    values_.emplace_back(value);
    return add(text);
  }
  Question& add(std::string_view text, Instant value) {
    return add(text, std::int64_t{value.time_since_epoch().count()});
  }
  Question& add(std::string_view text, const std::string& word) { return add(text, of(word)); }
  /// The numbers as a list of values, in brackets.
  Question& add_all(const std::vector<std::int64_t>& numbers) {
    add("(");
    for (std::size_t i = 0; i < numbers.size(); ++i) add(i == 0 ? "?" : ",?", numbers[i]);
    return add(")");
  }
  std::int64_t of(const std::string& word) {
    const std::int64_t known = word.empty() ? 0 : words_.find(word);
    return known == 0 ? no_word : known;
  }
  std::vector<std::int64_t> streams_of(const std::vector<std::string>& names) {
    std::vector<std::int64_t> numbers;
    SQLite::Statement number{database_, "SELECT number FROM streams WHERE name = ?"};
    for (const std::string& name : names) {
      number.bind(1, name);
      if (number.executeStep()) numbers.push_back(number.getColumn(0).getInt64());
      number.reset();
    }
    return numbers;
  }
  SQLite::Statement asked() {
    SQLite::Statement statement{database_, text_};
    for (std::size_t i = 0; i < values_.size(); ++i) {
      statement.bind(static_cast<int>(i) + 1, values_[i]);
    }
    return statement;
  }

 private:
  SQLite::Database& database_;
  Words& words_;
  std::string text_;
  std::vector<std::int64_t> values_;
  char line_ = 'e';
};

/// That the line is meant for the reader now.
void ask_meant(Question& ask, const EntryReader& reader, Instant now) {
  ask.add("@.list = ?", reader.list)
      .add(" AND (@.readers & ?) != 0", std::int64_t{reader.readers})
      .add(" AND @.begins <= ?", now)
      .add(" AND (@.ends IS NULL OR @.ends > ?)", now)
      .add(" AND ((@.readers & ?) = 0", std::int64_t{reader.offered})
      .add(" OR @.offer = ?)", reader.offer)
      .add(" AND (@.named = 0 OR (@.lead = ?", reader.name)
      .add(" AND @.unit = ?)", reader.unit)
      .add(" OR @.offer = ? OR @.stream IN ", reader.offer)
      .add_all(ask.streams_of(reader.named_for))
      .add(")");
}

void ask_filter(Question& ask, const EntryFilter& filter) {
  ask.add(" AND @.closed = ?", std::int64_t{filter.closed});
  if (filter.step) ask.add(" AND @.step = ?", *filter.step);
  if (filter.unit) ask.add(" AND @.unit = ?", *filter.unit);
  if (filter.lead) ask.add(" AND @.own = 1 AND @.lead = ?", *filter.lead);
  if (filter.due_before) ask.add(" AND @.due < ?", *filter.due_before);
  // What is late is demanded no later: so far its index is read, and not to the list's end.
  if (filter.late_at)
    ask.add(" AND @.late <= ?", *filter.late_at).add(" AND @.due <= ?", *filter.late_at);
  if (filter.meeting_from) ask.add(" AND @.meeting >= ?", *filter.meeting_from);
  if (filter.meeting_before) ask.add(" AND @.meeting < ?", *filter.meeting_before);
  if (filter.unanswered) ask.add(" AND @.unanswered = 1");
  if (filter.drafts) ask.add(" AND @.drafts > 0");
}

/// Somebody who coordinates more than this is found sooner by what else is asked.
constexpr std::int64_t many = 1'000;

/// Whether they coordinate so much; the index alone is read.
bool leads_many(SQLite::Database& database, Words& words, const EntryQuery& query) {
  if (!query.filter.lead) return false;
  Question ask{database, words};
  ask.add("SELECT count(*) FROM (SELECT 1 FROM entries INDEXED BY entries_by_lead WHERE own = 1")
      .add(" AND list = ?", query.reader.list)
      .add(" AND lead = ?", *query.filter.lead)
      .add(" AND closed = ?", std::int64_t{query.filter.closed})
      .add(" LIMIT ?)", many);
  SQLite::Statement rows = ask.asked();
  rows.executeStep();
  return rows.getColumn(0).getInt64() == many;
}

/// So few texts with the words are looked up stream by stream. Where more have them, the list is
/// read in its own order, and a page is soon full.
constexpr std::size_t few = 5'000;

/// The texts with the words asked for; nothing where none are.
std::optional<TextRows> texts_for(SQLite::Database& database, const EntryFilter& filter) {
  if (filter.words.empty()) return std::nullopt;
  return TextRows{database, filter.words};
}

/// The table read by the index that the most telling condition has; else in the list's own order.
std::string_view source_of(const EntryFilter& filter, bool is_lead_last, bool has_few_texts) {
  if (has_few_texts) return "entries e INDEXED BY entries_of";
  if (filter.lead && !is_lead_last) return "entries e INDEXED BY entries_by_lead";
  if (filter.late_at) return "entries e INDEXED BY entries_late";
  if (filter.meeting_from || filter.meeting_before) return "entries e INDEXED BY entries_meeting";
  if (filter.unanswered) return "entries e INDEXED BY entries_unanswered";
  if (filter.drafts) return "entries e INDEXED BY entries_drafts";
  if (filter.lead) return "entries e INDEXED BY entries_by_lead";
  return "entries e";
}

std::string_view order_of(EntryOrder order) {
  if (order == EntryOrder::latest_due) return " ORDER BY @.due DESC, @.stream DESC";
  if (order == EntryOrder::meeting) return " ORDER BY @.meeting, @.stream";
  return " ORDER BY @.due, @.stream";
}

void ask_wanted(Question& ask, const EntryQuery& query) {
  ask.add(" WHERE ");
  ask_meant(ask, query.reader, query.now);
  ask_filter(ask, query.filter);
  if (!query.not_of) return;
  ask.add(" AND NOT EXISTS (SELECT 1 FROM entries o WHERE o.stream = e.stream AND ");
  ask.call_line('o');
  ask_meant(ask, *query.not_of, query.now);
  ask.call_line('e');
  ask.add(")");
}

/// From where which lines are read. `texts`: those that have the words, where words are asked for.
void ask_lines(Question& ask, const EntryQuery& query, bool is_lead_last,
               const std::optional<TextRows>& texts) {
  const bool has_few_texts = texts && texts->size() < few;
  ask.add(" FROM ").add(source_of(query.filter, is_lead_last, has_few_texts));
  ask_wanted(ask, query);
  if (has_few_texts) ask.add(" AND @.stream IN ").add_all(texts->streams());
}

/// Steps to the next line that has the words. Their texts are known, so a line costs no question of
/// its own; its stream and the number of its words come first in the row.
bool step(SQLite::Statement& rows, const std::optional<TextRows>& texts) {
  while (rows.executeStep()) {
    if (!texts || texts->has(rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64()))
      return true;
  }
  return false;
}

/// The lines a page has, in its order and from its beginning.
SQLite::Statement lines_of(SQLite::Database& database, Words& words, const EntryQuery& query,
                           const std::optional<TextRows>& texts) {
  Question ask{database, words};
  ask.add("SELECT e.stream, e.words, ").add(entry_columns());
  ask_lines(ask, query, leads_many(database, words, query), texts);
  if (query.after) {
    const bool falling = query.order == EntryOrder::latest_due;
    ask.add(falling ? " AND (@.due, @.stream) < (?" : " AND (@.due, @.stream) > (?",
            query.after->due);
    ask.add(",?)", query.after->stream);
  }
  ask.add(order_of(query.order));
  if (!texts) ask.add(" LIMIT ?", static_cast<std::int64_t>(query.limit));
  return ask.asked();
}

}  // namespace

std::vector<FoundEntry> find_entries(SQLite::Database& database, Words& words,
                                     const EntryQuery& query) {
  constexpr int columns_before = 2;
  const auto texts = texts_for(database, query.filter);
  SQLite::Statement rows = lines_of(database, words, query, texts);
  SQLite::Statement name{database, "SELECT name FROM streams WHERE number = ?"};
  std::vector<FoundEntry> found;
  while (found.size() < query.limit && step(rows, texts)) {
    const std::int64_t stream = rows.getColumn(0).getInt64();
    const Reset reset{name};
    name.bind(1, stream);
    if (!name.executeStep()) continue;
    found.push_back(
        {stream, name.getColumn(0).getString(), read_entry(rows, words, columns_before)});
  }
  return found;
}

std::vector<std::string> find_leads(SQLite::Database& database, Words& words,
                                    const std::string& list) {
  // From each name on to the next one: as many steps as names, however many lines there are.
  Question ask{database, words};
  ask.add(
      "WITH RECURSIVE some(lead) AS (SELECT min(lead) FROM entries INDEXED BY entries_by_lead"
      " WHERE own = 1 AND list = ?",
      list);
  ask.add(
      " UNION ALL SELECT (SELECT min(lead) FROM entries e INDEXED BY entries_by_lead"
      " WHERE e.own = 1 AND e.list = ?",
      list);
  ask.add(
      " AND e.lead > some.lead) FROM some WHERE some.lead IS NOT NULL)"
      " SELECT lead FROM some WHERE lead IS NOT NULL");
  SQLite::Statement rows = ask.asked();
  std::vector<std::string> names;
  while (rows.executeStep()) {
    const std::int64_t word = rows.getColumn(0).getInt64();
    names.push_back(word == 0 ? std::string{} : words.text_of(word));
  }
  return names;
}

std::uint64_t count_entries(SQLite::Database& database, Words& words, const EntryQuery& query) {
  const auto texts = texts_for(database, query.filter);
  Question ask{database, words};
  ask.add("SELECT e.stream, e.words");
  ask_lines(ask, query, leads_many(database, words, query), texts);
  if (!texts) ask.add(" LIMIT ?", static_cast<std::int64_t>(query.limit));
  SQLite::Statement rows = ask.asked();
  std::uint64_t count = 0;
  while (count < query.limit && step(rows, texts)) ++count;
  return count;
}

}  // namespace kallad
