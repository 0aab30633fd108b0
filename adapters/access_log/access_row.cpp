// The log's tables and hash. `head` says where the log ends, so that a cut-off end is found too.
// Not a seal against someone who can rewrite the whole file: keep a head elsewhere for that.
#include "adapters/access_log/access_row.hpp"

#include <SQLiteCpp/Column.h>

#include <cstring>

namespace kallad {

namespace {
constexpr const char* tables = R"sql(
CREATE TABLE openings(
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  ground TEXT NOT NULL,
  outcome TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX openings_of_account ON openings(account);
CREATE INDEX openings_of_case ON openings(subject) WHERE subject <> '';
CREATE INDEX openings_by_time ON openings(at);
CREATE TABLE head(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL,
  at INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO head VALUES (1, 0, 0, zeroblob(32));
)sql";
}  // namespace

const SideKind& access_log_kind() {
  static constexpr SideKind kind{"the access log", 0x4b414c41, 1, tables};  // "KALA"
  return kind;
}

Digest access_hash(Hasher& hasher, const Digest& before, const AccessRow& row) {
  const Opening& opening = row.opening;
  hasher.restart();
  hasher.add(std::span<const unsigned char>{before});
  hasher.add(row.number);
  hasher.add(std::int64_t{stored(row.at)});
  for (const std::string_view text :
       {std::string_view{opening.account}, std::string_view{opening.name},
        std::string_view{opening.unit.text}, std::string_view{opening.subject.text},
        std::string_view{opening.kind}, std::string_view{opening.ground},
        std::string_view{opening.outcome}})
    hasher.add(text);
  return hasher.finish();
}

AccessRow read_access_row(const SQLite::Statement& statement) {
  const auto text = [&](int column) { return statement.getColumn(column).getString(); };
  return {statement.getColumn(0).getInt64(), moment_of(statement.getColumn(1).getInt64()),
          Opening{text(2), text(3), UnitId{text(4)}, CaseId{text(5)}, text(6), text(7), text(8)}};
}

Digest read_access_hash(const SQLite::Statement& statement, int column) {
  Digest digest{};
  const SQLite::Column bytes = statement.getColumn(column);
  if (bytes.getBytes() == static_cast<int>(digest.size()))
    std::memcpy(digest.data(), bytes.getBlob(), digest.size());
  return digest;
}

}  // namespace kallad
