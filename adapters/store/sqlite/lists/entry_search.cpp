// The question as SQL, with only the conditions that are asked; every value is bound.
// Not many forms at once: the beginning of the primary key gives order and place. Rule kept: a word
// that the dictionary does not have is in no line.
#include "adapters/store/sqlite/lists/entry_search.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <boost/variant2/variant.hpp>
#include <vector>

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
  Question& add_text(std::string_view text, std::string value) {
    values_.emplace_back(std::move(value));
    return add(text);
  }
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
      boost::variant2::visit(
          [&](const auto& value) { statement.bind(static_cast<int>(i) + 1, value); }, values_[i]);
    }
    return statement;
  }

 private:
  SQLite::Database& database_;
  Words& words_;
  std::string text_;
  std::vector<boost::variant2::variant<std::int64_t, std::string>> values_;
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
  if (filter.words.empty()) return;
  const std::string match = match_of(filter.words);
  ask.add(" AND @.words > 0 AND @.stream * ?", texts_of_stream)
      .add_text(" + @.words IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)", match);
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

/// Whether so few texts have the words that their streams are looked up one by one; the index of
/// words alone is read. Where more have them, the list is read in its own order, and a page is soon
/// full.
bool finds_few(SQLite::Database& database, Words& words, const EntryQuery& query) {
  if (query.filter.words.empty()) return false;
  Question ask{database, words};
  ask.add_text(
         "SELECT count(*) FROM (SELECT 1 FROM entry_words WHERE entry_words MATCH ?"
         " LIMIT ",
         match_of(query.filter.words))
      .add("?)", many);
  SQLite::Statement rows = ask.asked();
  rows.executeStep();
  return rows.getColumn(0).getInt64() < many;
}

void ask_streams_of(Question& ask, const EntryFilter& filter) {
  ask.add(" AND @.stream IN (SELECT rowid / ?", texts_of_stream)
      .add_text(" FROM entry_words WHERE entry_words MATCH ?)", match_of(filter.words));
}

/// The table read by the index that the most telling condition has; else in the list's own order.
std::string_view source_of(const EntryFilter& filter, bool is_lead_last, bool is_found_few) {
  if (is_found_few) return "entries e INDEXED BY entries_of";
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

void ask_wanted(Question& ask, const EntryQuery& query, bool is_found_few) {
  ask.add(" WHERE ");
  ask_meant(ask, query.reader, query.now);
  ask_filter(ask, query.filter);
  if (is_found_few) ask_streams_of(ask, query.filter);
  if (!query.not_of) return;
  ask.add(" AND NOT EXISTS (SELECT 1 FROM entries o WHERE o.stream = e.stream AND ");
  ask.call_line('o');
  ask_meant(ask, *query.not_of, query.now);
  ask.call_line('e');
  ask.add(")");
}

}  // namespace

std::vector<FoundEntry> find_entries(SQLite::Database& database, Words& words,
                                     const EntryQuery& query) {
  Question ask{database, words};
  ask.add("SELECT e.stream, s.name, ").add(entry_columns());
  const bool few = finds_few(database, words, query);
  ask.add(" FROM ").add(source_of(query.filter, leads_many(database, words, query), few));
  ask.add(" CROSS JOIN streams s ON s.number = e.stream");
  ask_wanted(ask, query, few);
  if (query.after) {
    const bool falling = query.order == EntryOrder::latest_due;
    ask.add(falling ? " AND (@.due, @.stream) < (?" : " AND (@.due, @.stream) > (?",
            query.after->due);
    ask.add(",?)", query.after->stream);
  }
  ask.add(order_of(query.order)).add(" LIMIT ?", static_cast<std::int64_t>(query.limit));
  SQLite::Statement rows = ask.asked();
  std::vector<FoundEntry> found;
  while (rows.executeStep()) {
    found.push_back(
        {rows.getColumn(0).getInt64(), rows.getColumn(1).getString(), read_entry(rows, words, 2)});
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
  Question ask{database, words};
  const bool few = finds_few(database, words, query);
  ask.add("SELECT count(*) FROM (SELECT 1 FROM ")
      .add(source_of(query.filter, leads_many(database, words, query), few));
  ask_wanted(ask, query, few);
  ask.add(" LIMIT ?)", static_cast<std::int64_t>(query.limit));
  SQLite::Statement rows = ask.asked();
  rows.executeStep();
  return static_cast<std::uint64_t>(rows.getColumn(0).getInt64());
}

}  // namespace kallad
