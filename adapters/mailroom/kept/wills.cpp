// Rows of holds and asks.
// Not the sending: outgoing/ asks here before each letter.
#include "adapters/mailroom/kept/wills.hpp"

#include "adapters/brain/rows.hpp"
#include "adapters/mailroom/kept/rows.hpp"

namespace kallad::mailroom {

namespace {

constexpr const char* hold_columns =
    "SELECT subject, kind, meeting, party, version, until, by_name, reason, at FROM holds ";

Wish wish_in(SQLite::Statement& row, int first) {
  return {enum_of(row.getColumn(first).getString(), WishKind::summons),
          row.getColumn(first + 1).getUInt(), PartyId{row.getColumn(first + 2).getString()}};
}

Hold hold_in(SQLite::Statement& row) {
  return {{CaseId{row.getColumn(0).getString()}, wish_in(row, 1), row.getColumn(4).getUInt()},
          moment_in(row.getColumn(5)),
          row.getColumn(6).getString(),
          row.getColumn(7).getString(),
          moment_of(row.getColumn(8).getInt64())};
}

std::vector<Hold> holds_in(SQLite::Statement&& rows) {
  std::vector<Hold> holds;
  while (rows.executeStep()) holds.push_back(hold_in(rows));
  return holds;
}

}  // namespace

void Wills::hold(const Hold& hold) {
  file_.write([&](SQLite::Database& database) {
    const LetterName& letter = hold.letter;
    return change(database,
                  "INSERT INTO holds(subject, kind, meeting, party, version, until, by_name,"
                  " reason, at) VALUES (?, ?, ?, ?, ?, NULLIF(?, 0), ?, ?, ?)",
                  letter.of_case.text, name_of_enum(letter.wish.kind), letter.wish.number,
                  letter.wish.to.text, letter.version, stored_or_none(hold.until), hold.by_name,
                  hold.reason, stored(hold.at));
  });
}

std::optional<Hold> Wills::standing(const LetterName& letter) {
  return file_.read([&](SQLite::Database& database) -> std::optional<Hold> {
    auto holds = holds_in(query(database,
                                std::string{hold_columns} +
                                    "WHERE subject = ? AND kind = ? AND meeting = ? AND party = ?"
                                    " AND version = ? ORDER BY number DESC LIMIT 1",
                                letter.of_case.text, name_of_enum(letter.wish.kind),
                                letter.wish.number, letter.wish.to.text, letter.version));
    if (holds.empty()) return std::nullopt;
    return holds.front();
  });
}

std::vector<Hold> Wills::holds_of(const CaseId& of_case) {
  return file_.read([&](SQLite::Database& database) {
    return holds_in(query(database, std::string{hold_columns} + "WHERE subject = ? ORDER BY number",
                          of_case.text));
  });
}

void Wills::ask(const Ask& ask) {
  file_.write([&](SQLite::Database& database) {
    return change(database,
                  "INSERT INTO asks(subject, kind, meeting, party, by_name, at)"
                  " VALUES (?, ?, ?, ?, ?, ?)",
                  ask.of_case.text, name_of_enum(ask.wish.kind), ask.wish.number, ask.wish.to.text,
                  ask.by_name, stored(ask.at));
  });
}

std::vector<OutboxItem> Wills::asked(std::size_t limit) {
  return file_.read([&](SQLite::Database& database) {
    std::vector<OutboxItem> items;
    auto rows = query(database,
                      "SELECT number, subject, kind, meeting, party FROM asks"
                      " WHERE done_at IS NULL ORDER BY number LIMIT ?",
                      static_cast<std::int64_t>(limit));
    while (rows.executeStep()) {
      items.push_back({{-rows.getColumn(0).getInt64(), 0},
                       rows.getColumn(1).getString(),
                       outbox_row(wish_in(rows, 2))});
    }
    return items;
  });
}

void Wills::done(const OutboxKey& key, Instant at) {
  file_.write([&](SQLite::Database& database) {
    return change(database, "UPDATE asks SET done_at = ? WHERE number = ?", stored(at),
                  -key.position);
  });
}

}  // namespace kallad::mailroom
