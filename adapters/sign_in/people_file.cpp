// The tables. Digests, hashes and sealed secrets are text; moments are milliseconds since 1970.
// Not the settings of the connection: those are store/side's.
#include "adapters/sign_in/people_file.hpp"

#include <array>

namespace kallad {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE accounts(
  id TEXT PRIMARY KEY,
  user_name TEXT NOT NULL UNIQUE,
  shown_name TEXT NOT NULL,
  unit TEXT NOT NULL,
  positions TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'locked', 'closed')),
  password TEXT NOT NULL DEFAULT '',
  totp TEXT NOT NULL DEFAULT '',
  last_step INTEGER NOT NULL DEFAULT 0,
  made_at INTEGER NOT NULL,
  accepted_at INTEGER
) STRICT;
CREATE TABLE recovery_codes(
  account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
  digest TEXT NOT NULL,
  PRIMARY KEY (account, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE links(
  handle TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  account TEXT NOT NULL UNIQUE REFERENCES accounts ON DELETE CASCADE,
  totp TEXT NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT;
CREATE TABLE sessions(
  handle TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('browser', 'program')),
  name TEXT NOT NULL,
  began_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_of_account ON sessions(account);
CREATE INDEX sessions_by_end ON sessions(ends_at);
CREATE TABLE tries(
  key TEXT PRIMARY KEY,
  level INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tries_by_age ON tries(last_at);
)sql";

/// Version 2: people who are signed in elsewhere, by a keyed digest of who says so and of whom.
/// Version 3: who is named for a case with protected identity.
/// Version 4: people's own calendar addresses.
/// Version 5: which accounts are made to learn by.
constexpr std::array<const char*, 4> later{R"sql(
CREATE TABLE federated(
  digest TEXT PRIMARY KEY,
  account TEXT NOT NULL UNIQUE REFERENCES accounts ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
)sql",
                                           R"sql(
CREATE TABLE named_staff(
  account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
  subject TEXT NOT NULL,
  PRIMARY KEY (account, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_staff_of_case ON named_staff(subject);
)sql",
                                           R"sql(
CREATE TABLE feeds(
  handle TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  account TEXT NOT NULL UNIQUE REFERENCES accounts ON DELETE CASCADE,
  scope TEXT NOT NULL CHECK (scope IN ('unit', 'mine')),
  made_at INTEGER NOT NULL,
  fetched_at INTEGER
) STRICT, WITHOUT ROWID;
)sql",
                                           R"sql(
ALTER TABLE accounts ADD COLUMN example INTEGER NOT NULL DEFAULT 0;
)sql"};

constexpr SideKind people_kind{"the people file", 0x4b414c50, 5, tables, later};  // "KALP"

}  // namespace

PeopleFile::PeopleFile(const std::filesystem::path& file) : SideStore(file, people_kind) {}

}  // namespace kallad
