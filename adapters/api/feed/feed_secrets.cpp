// Rows of the table `feeds`. When an address was used is written once an hour and not at each
// fetch: calendars come often.
#include "adapters/api/feed/feed_secrets.hpp"

#include "adapters/sign_in/positions.hpp"

namespace kallad::api {

namespace {

constexpr std::chrono::hours note_each{1};

FeedScope scope_in(const std::string& text) {
  return text == "mine" ? FeedScope::mine : FeedScope::unit;
}

const char* text_of(FeedScope scope) { return scope == FeedScope::mine ? "mine" : "unit"; }

std::vector<CaseId> named_for(SQLite::Database& database, const std::string& account) {
  std::vector<CaseId> cases;
  auto rows = query(database, "SELECT subject FROM named_staff WHERE account = ?", account);
  while (rows.executeStep()) cases.push_back(CaseId{rows.getColumn(0).getString()});
  return cases;
}

}  // namespace

OrRefusals<std::string> FeedSecrets::make(const std::string& account, FeedScope scope,
                                          Instant now) {
  return file_.write([&](SQLite::Database& database) -> OrRefusals<std::string> {
    auto active =
        query(database, "SELECT 1 FROM accounts WHERE id = ? AND state = 'active'", account);
    if (!active.executeStep()) return Refusals{{"account_not_active", {}}};
    NewToken token = new_token();
    change(database, "DELETE FROM feeds WHERE account = ?", account);
    change(database,
           "INSERT INTO feeds(handle, digest, account, scope, made_at) VALUES (?, ?, ?, ?, ?)",
           token.handle, token.digest, account, std::string{text_of(scope)},
           std::int64_t{stored(now)});
    return std::move(token.text);
  });
}

std::optional<FeedAddress> FeedSecrets::of_account(const std::string& account) {
  return file_.read([&](SQLite::Database& database) -> std::optional<FeedAddress> {
    auto row =
        query(database, "SELECT scope, made_at, fetched_at FROM feeds WHERE account = ?", account);
    if (!row.executeStep()) return std::nullopt;
    FeedAddress address;
    address.scope = scope_in(row.getColumn(0).getString());
    address.made = moment_of(row.getColumn(1).getInt64());
    if (!row.isColumnNull(2)) address.fetched = moment_of(row.getColumn(2).getInt64());
    return address;
  });
}

bool FeedSecrets::revoke(const std::string& account) {
  return file_.write([&](SQLite::Database& database) {
    return change(database, "DELETE FROM feeds WHERE account = ?", account) > 0;
  });
}

std::optional<FeedOwner> FeedSecrets::open(std::string_view secret, Instant now) {
  const auto shown = read_token(secret);
  if (!shown) return std::nullopt;
  return file_.write([&](SQLite::Database& database) -> std::optional<FeedOwner> {
    auto row = query(database,
                     "SELECT f.digest, f.scope, f.fetched_at, a.id, a.shown_name, a.unit,"
                     " a.positions FROM feeds f JOIN accounts a ON a.id = f.account"
                     " WHERE f.handle = ? AND a.state = 'active'",
                     shown->handle);
    if (!row.executeStep()) return std::nullopt;
    if (!same_secret(row.getColumn(0).getString(), shown->digest)) return std::nullopt;
    const bool is_noted =
        !row.isColumnNull(2) && now - moment_of(row.getColumn(2).getInt64()) < note_each;
    FeedOwner owner{row.getColumn(3).getString(),
                    row.getColumn(4).getString(),
                    UnitId{row.getColumn(5).getString()},
                    positions_in(row.getColumn(6).getString()),
                    {},
                    scope_in(row.getColumn(1).getString())};
    row.reset();
    owner.named_for = named_for(database, owner.account);
    if (!is_noted) {
      change(database, "UPDATE feeds SET fetched_at = ? WHERE handle = ?",
             std::int64_t{stored(now)}, shown->handle);
    }
    return owner;
  });
}

}  // namespace kallad::api
