// The table and its lines.
// Not a history: who had it before is not kept.
#include "adapters/takings/takings.hpp"

namespace kallad {

namespace {

/// Longer than anything waits for a unit; a line that old is about something long done.
constexpr std::chrono::hours kept_for{24 * 400};

constexpr const char* tables = R"sql(
CREATE TABLE taken(
  unit TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  thing TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (unit, subject, kind, thing)
) STRICT, WITHOUT ROWID;
)sql";

const SideKind& kind_of_file() {
  static const SideKind kind{"the file of takings", 0x4b746b6e, 1, tables};
  return kind;
}

constexpr const char* of_one = " WHERE unit = ? AND subject = ? AND kind = ? AND thing = ?";

std::optional<Taker> taker_in(SQLite::Database& database, const WaitingThing& what) {
  auto row = query(database, std::string{"SELECT account, name, at, by_name FROM taken"} + of_one,
                   what.unit.text, what.of_case.text, what.kind, what.thing);
  if (!row.executeStep()) return std::nullopt;
  return Taker{row.getColumn(0).getString(), row.getColumn(1).getString(),
               moment_of(row.getColumn(2).getInt64()), row.getColumn(3).getString()};
}

bool is_with(SQLite::Database& database, const WaitingThing& what, const std::string& from) {
  return taker_in(database, what).value_or(Taker{}).account == from;
}

}  // namespace

Takings::Takings(const std::filesystem::path& file) : file_(file, kind_of_file()) {}

std::vector<Taken> Takings::of_unit(const UnitId& unit) {
  return file_.read([&](SQLite::Database& database) {
    auto rows = query(database,
                      "SELECT subject, kind, thing, account, name, at, by_name FROM taken"
                      " WHERE unit = ?",
                      unit.text);
    std::vector<Taken> all;
    while (rows.executeStep()) {
      all.push_back({{unit, CaseId{rows.getColumn(0).getString()}, rows.getColumn(1).getString(),
                      rows.getColumn(2).getString()},
                     {rows.getColumn(3).getString(), rows.getColumn(4).getString(),
                      moment_of(rows.getColumn(5).getInt64()), rows.getColumn(6).getString()}});
    }
    return all;
  });
}

std::optional<Taker> Takings::taker(const WaitingThing& what) {
  return file_.read([&](SQLite::Database& database) { return taker_in(database, what); });
}

bool Takings::give(const WaitingThing& what, const std::string& from, const Taker& to) {
  return file_.write([&](SQLite::Database& database) {
    if (!is_with(database, what, from)) return false;
    change(database, "DELETE FROM taken WHERE at < ?", std::int64_t{stored(to.at - kept_for)});
    change(database, "INSERT OR REPLACE INTO taken VALUES (?, ?, ?, ?, ?, ?, ?, ?)", what.unit.text,
           what.of_case.text, what.kind, what.thing, to.account, to.name,
           std::int64_t{stored(to.at)}, to.by_name);
    return true;
  });
}

bool Takings::put_back(const WaitingThing& what, const std::string& from) {
  return file_.write([&](SQLite::Database& database) {
    if (!is_with(database, what, from)) return false;
    change(database, std::string{"DELETE FROM taken"} + of_one, what.unit.text, what.of_case.text,
           what.kind, what.thing);
    return true;
  });
}

}  // namespace kallad
