// The tables. Moments are milliseconds since 1970; secrets are sealed; `kinds` has spaces between.
// A delivery with `next_at` waits; one without is a dead letter. What was delivered is gone.
#include "adapters/webhook/webhook_file.hpp"

namespace kallad::webhook {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE endpoints(
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  unit TEXT NOT NULL,
  kinds TEXT NOT NULL,
  secret TEXT NOT NULL,
  former_secret TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('enabled', 'disabled', 'gone')),
  made_at INTEGER NOT NULL,
  delivered_at INTEGER
) STRICT;
CREATE TABLE deliveries(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  endpoint TEXT NOT NULL REFERENCES endpoints ON DELETE CASCADE,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  event INTEGER NOT NULL,
  meeting INTEGER NOT NULL,
  at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER,
  tried_at INTEGER,
  fate TEXT NOT NULL DEFAULT '',
  status INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX waiting ON deliveries(endpoint, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX dead ON deliveries(endpoint, number) WHERE next_at IS NULL;
CREATE INDEX dead_by_age ON deliveries(at) WHERE next_at IS NULL;
CREATE TABLE cursor(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL
) STRICT;
)sql";

constexpr SideKind webhook_kind{"the webhook file", 0x4b414c57, 1, tables};  // "KALW"

}  // namespace

WebhookFile::WebhookFile(const std::filesystem::path& file, const Keyring& keyring)
    : SideStore(file, webhook_kind), keyring_(keyring) {}

}  // namespace kallad::webhook
