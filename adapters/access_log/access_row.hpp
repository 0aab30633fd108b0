// One opening of personal data as it is logged, and the file's form: its tables and its chain.
// Not who may open what: that is decided before. Rule kept (PDL 4:3, 8:5, by domain.md): who, what,
// when and why, so that it can be checked and handed out; each row's hash covers the row before.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <string>

#include "adapters/desk/digest/digest.hpp"
#include "adapters/store/side/side_file.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// What somebody opened, or tried to. Ids and words of the program; the name is staff's.
struct Opening {
  std::string account;
  std::string name;  ///< the account's shown name at the time
  UnitId unit;
  CaseId subject;       ///< empty where it was no single case (a list, a search)
  std::string kind;     ///< what was opened: "case", "list", "letter"
  std::string ground;   ///< why it was allowed, or what the person gave as reason
  std::string outcome;  ///< "shown", "refused"
  bool operator==(const Opening&) const = default;
};

/// A row of the log. Numbers have no gaps.
struct AccessRow {
  std::int64_t number = 0;
  Instant at{};
  Opening opening;
  bool operator==(const AccessRow&) const = default;
};

/// The hash of a row that comes after a row with hash `before`.
Digest access_hash(Hasher& hasher, const Digest& before, const AccessRow& row);

/// The columns in the order that read_access_row expects; the hash comes last.
inline constexpr const char* access_columns =
    "number, at, account, name, unit, subject, kind, ground, outcome, hash";
AccessRow read_access_row(const SQLite::Statement& statement);
/// The hash as it is stored; all zeros where it has another length.
Digest read_access_hash(const SQLite::Statement& statement, int column);

/// What file the log is.
const SideKind& access_log_kind();

}  // namespace kallad
