// Rows to copies and back.
// Not what they mean: outgoing/ and incoming/ decide that.
#include "adapters/mailroom/kept/copies.hpp"

#include <array>

#include "adapters/mailroom/kept/rows.hpp"

namespace kallad::mailroom {

namespace {

constexpr const char* copy_columns =
    "SELECT number, position, part, subject, kind, meeting, party, version, recipient, address,"
    " token, uid, sequence, stamped_at, starts, ends, state, attempts, made_at, tried_at, next_at,"
    " status, report FROM copies ";

constexpr std::array<std::string_view, 4> reports = {"", "accepted", "delivered", "failed"};

std::string text_of(SeatReport report) {
  return std::string{reports.at(static_cast<std::size_t>(report))};
}

SeatReport report_of(std::string_view text) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (reports.at(i) == text) return static_cast<SeatReport>(i);
  }
  return SeatReport::nothing;
}

std::optional<CalendarSent> entry_in(SQLite::Statement& row) {
  CalendarSent entry{row.getColumn("uid").getString(), row.getColumn("sequence").getUInt(),
                     moment_of(row.getColumn("stamped_at").getInt64()),
                     moment_of(row.getColumn("starts").getInt64()),
                     moment_of(row.getColumn("ends").getInt64())};
  if (entry.uid.empty()) return std::nullopt;
  return entry;
}

Copy copy_in(SQLite::Statement& row) {
  const auto text = [&row](const char* name) { return row.getColumn(name).getString(); };
  Copy copy;
  copy.number = row.getColumn("number").getInt64();
  copy.key = {row.getColumn("position").getInt64(), row.getColumn("part").getInt()};
  copy.of_case = CaseId{text("subject")};
  copy.wish = {enum_of(text("kind"), WishKind::summons), row.getColumn("meeting").getUInt(),
               PartyId{text("party")}};
  copy.version = row.getColumn("version").getUInt();
  copy.recipient = enum_of(text("recipient"), RecipientKind::party);
  copy.address = text("address");
  copy.token = text("token");
  copy.entry = entry_in(row);
  copy.state = enum_of(text("state"), CopyState::waiting);
  copy.attempts = row.getColumn("attempts").getInt();
  copy.made_at = moment_of(row.getColumn("made_at").getInt64());
  copy.tried_at = moment_in(row.getColumn("tried_at"));
  copy.next_at = moment_in(row.getColumn("next_at"));
  copy.status = text("status");
  copy.report = report_of(text("report"));
  return copy;
}

std::vector<Copy> copies_in(SQLite::Statement&& rows) {
  std::vector<Copy> copies;
  while (rows.executeStep()) copies.push_back(copy_in(rows));
  return copies;
}

}  // namespace

std::vector<Copy> Copies::find(const std::string& where, const auto&... values) {
  return file_.read([&](SQLite::Database& database) {
    return copies_in(query(database, copy_columns + where, values...));
  });
}

Copy Copies::keep(const Copy& planned) {
  return file_.write([&](SQLite::Database& database) {
    change(database,
           "INSERT INTO copies(position, part, subject, kind, meeting, party, version, recipient,"
           " address, token, state, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)"
           " ON CONFLICT DO NOTHING",
           planned.key.position, planned.key.number, planned.of_case.text,
           name_of_enum(planned.wish.kind), planned.wish.number, planned.wish.to.text,
           planned.version, name_of_enum(planned.recipient), planned.address, planned.token,
           stored(planned.made_at));
    return copies_in(
               query(database,
                     std::string{copy_columns} + "WHERE position = ? AND part = ? AND address = ?",
                     planned.key.position, planned.key.number, planned.address))
        .at(0);
  });
}

void Copies::note(std::int64_t number, const Attempt& attempt) {
  file_.write([&](SQLite::Database& database) {
    return change(database,
                  "UPDATE copies SET state = ?, attempts = attempts + 1, tried_at = ?, next_at ="
                  " NULLIF(?, 0), status = ?, report = ? WHERE number = ?",
                  name_of_enum(attempt.state), stored(attempt.at), stored_or_none(attempt.next_at),
                  attempt.status, text_of(attempt.report), number);
  });
}

void Copies::came_back(std::int64_t number, CopyState state, std::string_view status,
                       SeatReport report) {
  file_.write([&](SQLite::Database& database) {
    return change(database, "UPDATE copies SET state = ?, status = ?, report = ? WHERE number = ?",
                  name_of_enum(state), std::string{status}, text_of(report), number);
  });
}

void Copies::put_entry(std::int64_t number, const CalendarSent& entry) {
  file_.write([&](SQLite::Database& database) {
    return change(database,
                  "UPDATE copies SET uid = ?, sequence = ?, stamped_at = ?, starts = ?, ends = ?"
                  " WHERE number = ?",
                  entry.uid, entry.sequence, stored(entry.stamped_at), stored(entry.starts),
                  stored(entry.ends), number);
  });
}

std::vector<Copy> Copies::of_key(const OutboxKey& key) {
  return find("WHERE position = ? AND part = ? ORDER BY number", key.position, key.number);
}

std::vector<Copy> Copies::of_token(std::string_view token) {
  return find("WHERE token = ? ORDER BY number", std::string{token});
}

std::vector<Copy> Copies::of_entry(std::string_view uid) {
  if (uid.empty()) return {};
  return find("WHERE uid = ? ORDER BY number", std::string{uid});
}

std::vector<Copy> Copies::of_case(const CaseId& of_case) {
  return find("WHERE subject = ? ORDER BY number", of_case.text);
}

std::vector<Copy> Copies::unreported(std::size_t limit) {
  return find("WHERE report <> '' ORDER BY number LIMIT ?", static_cast<std::int64_t>(limit));
}

void Copies::reported(std::int64_t number) {
  file_.write([&](SQLite::Database& database) {
    return change(database, "UPDATE copies SET report = '' WHERE number = ?", number);
  });
}

std::vector<std::pair<std::string, std::int64_t>> Copies::counts() {
  return file_.read([](SQLite::Database& database) {
    std::vector<std::pair<std::string, std::int64_t>> all;
    SQLite::Statement rows{database, "SELECT state, count(*) FROM copies GROUP BY state"};
    while (rows.executeStep()) {
      all.emplace_back(rows.getColumn(0).getString(), rows.getColumn(1).getInt64());
    }
    return all;
  });
}

}  // namespace kallad::mailroom
