// Rows of suggestions and of mails.
// Not a copy of the mails: those stay in their box.
#include "adapters/mailroom/kept/suggestions.hpp"

#include "adapters/mailroom/kept/rows.hpp"

namespace kallad::mailroom {

namespace {

constexpr const char* suggestion_columns =
    "SELECT number, subject, meeting, party, version, kind, reason, says, sender, who, name, "
    "starts,"
    " words, came_at, state, settled_by, settled_at FROM suggestions ";

Suggestion suggestion_in(SQLite::Statement& row) {
  const auto text = [&row](const char* name) { return row.getColumn(name).getString(); };
  Suggestion one;
  one.number = row.getColumn("number").getInt64();
  one.of_case = CaseId{text("subject")};
  one.meeting = row.getColumn("meeting").getUInt();
  one.party = PartyId{text("party")};
  one.version = row.getColumn("version").getUInt();
  one.kind = enum_of(text("kind"), SuggestionKind::words);
  one.reason = text("reason");
  one.says = text("says");
  one.sender = text("sender");
  one.who = text("who");
  one.name = text("name");
  one.starts = moment_in(row.getColumn("starts"));
  one.words = text("words");
  one.came_at = moment_of(row.getColumn("came_at").getInt64());
  one.state = enum_of(text("state"), SuggestionState::open);
  one.settled_by = text("settled_by");
  one.settled_at = moment_in(row.getColumn("settled_at"));
  return one;
}

std::vector<Suggestion> suggestions_in(SQLite::Statement&& rows) {
  std::vector<Suggestion> all;
  while (rows.executeStep()) all.push_back(suggestion_in(rows));
  return all;
}

std::vector<std::pair<std::string, std::int64_t>> counted(MailFile& file, const char* sql) {
  return file.read([&](SQLite::Database& database) {
    std::vector<std::pair<std::string, std::int64_t>> all;
    SQLite::Statement rows{database, sql};
    while (rows.executeStep()) {
      all.emplace_back(rows.getColumn(0).getString(), rows.getColumn(1).getInt64());
    }
    return all;
  });
}

void put(SQLite::Database& database, const std::string& mail, std::int64_t place,
         const Suggestion& one) {
  change(database,
         "INSERT INTO suggestions(mail, place, subject, meeting, party, version, kind, reason,"
         " says, sender, who, name, starts, words, came_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
         " ?, ?, ?, ?, NULLIF(?, 0), ?, ?, ?) ON CONFLICT DO NOTHING",
         mail, place, one.of_case.text, one.meeting, one.party.text, one.version,
         name_of_enum(one.kind), one.reason, one.says, one.sender, one.who, one.name,
         stored_or_none(one.starts), one.words, stored(one.came_at), name_of_enum(one.state));
}

void put(SQLite::Database& database, const post::Place& place) {
  change(database,
         "INSERT INTO box VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET validity = excluded.validity,"
         " last = excluded.last",
         place.validity, place.last);
}

}  // namespace

bool Suggestions::is_done(std::string_view mail_key) {
  return file_.read([&](SQLite::Database& database) {
    return query(database, "SELECT 1 FROM mails WHERE key = ?", std::string{mail_key})
        .executeStep();
  });
}

void Suggestions::keep(const MailDone& done) {
  file_.write([&](SQLite::Database& database) {
    change(database, "INSERT INTO mails VALUES (?, ?, ?) ON CONFLICT DO NOTHING", done.key,
           done.what, stored(done.at));
    for (std::size_t i = 0; i < done.suggestions.size(); ++i) {
      put(database, done.key, static_cast<std::int64_t>(i), done.suggestions[i]);
    }
    if (done.recorded) {
      change(database,
             "INSERT INTO recorded VALUES (?, ?) ON CONFLICT DO UPDATE SET last_at ="
             " max(last_at, excluded.last_at)",
             done.recorded->first, stored(done.recorded->second));
    }
    put(database, done.place);
    return true;
  });
}

post::Place Suggestions::place() {
  return file_.read([](SQLite::Database& database) {
    SQLite::Statement row{database, "SELECT validity, last FROM box"};
    if (!row.executeStep()) return post::Place{};
    return post::Place{row.getColumn(0).getUInt(), row.getColumn(1).getUInt()};
  });
}

void Suggestions::put_place(const post::Place& place) {
  file_.write([&](SQLite::Database& database) {
    put(database, place);
    return true;
  });
}

std::optional<Instant> Suggestions::last_recorded(std::string_view uid) {
  return file_.read([&](SQLite::Database& database) -> std::optional<Instant> {
    auto row = query(database, "SELECT last_at FROM recorded WHERE uid = ?", std::string{uid});
    if (!row.executeStep()) return std::nullopt;
    return moment_of(row.getColumn(0).getInt64());
  });
}

std::vector<Suggestion> Suggestions::of_case(const CaseId& of_case) {
  return file_.read([&](SQLite::Database& database) {
    return suggestions_in(
        query(database, std::string{suggestion_columns} + "WHERE subject = ? ORDER BY number",
              of_case.text));
  });
}

std::optional<Suggestion> Suggestions::find(const CaseId& of_case, std::int64_t number) {
  return file_.read([&](SQLite::Database& database) -> std::optional<Suggestion> {
    auto found = suggestions_in(
        query(database, std::string{suggestion_columns} + "WHERE subject = ? AND number = ?",
              of_case.text, number));
    if (found.empty()) return std::nullopt;
    return found.front();
  });
}

bool Suggestions::settle(std::int64_t number, SuggestionState state, std::string_view by,
                         Instant at) {
  return file_.write([&](SQLite::Database& database) {
    return change(database,
                  "UPDATE suggestions SET state = ?, settled_by = ?, settled_at = ? WHERE number"
                  " = ? AND state = 'open'",
                  name_of_enum(state), std::string{by}, stored(at), number) == 1;
  });
}

std::vector<std::pair<std::string, std::int64_t>> Suggestions::open_by_case() {
  return counted(file_,
                 "SELECT subject, count(*) FROM suggestions WHERE state = 'open' GROUP BY subject");
}

std::vector<std::pair<std::string, std::int64_t>> Suggestions::mails() {
  return counted(file_, "SELECT what, count(*) FROM mails GROUP BY what");
}

}  // namespace kallad::mailroom
