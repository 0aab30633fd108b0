// Sessions in use are kept in memory, so that a request costs no disk; when they were last seen is
// written together, once a minute. After a crash a session may thus end up to a minute early.
// A clock moved back by more than a moment ends sessions: nobody could say how old they are.
#include "adapters/sign_in/sessions.hpp"

#include <algorithm>

#include "adapters/sign_in/positions.hpp"
#include "engine/spine/text.hpp"

namespace kallad {

namespace {

constexpr std::chrono::minutes write_seen_each{1};
constexpr std::chrono::minutes clock_steps{5};

constexpr const char* session_columns =
    "SELECT s.handle, s.digest, s.kind, s.name, s.began_at, s.seen_at, s.ends_at, a.id,"
    " a.user_name, a.shown_name, a.unit, a.positions"
    " FROM sessions s JOIN accounts a ON a.id = s.account WHERE a.state = 'active' AND ";

IssuedToken insert(SQLite::Database& database, const std::string& account, const char* kind,
                   const std::string& name, Instant now, Instant ends) {
  change(database, "DELETE FROM sessions WHERE ends_at <= ?", std::int64_t{stored(now)});
  NewToken token = new_token();
  change(database, "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", token.handle,
         token.digest, account, std::string{kind}, name, std::int64_t{stored(now)},
         std::int64_t{stored(now)}, std::int64_t{stored(ends)});
  return {std::move(token.handle), std::move(token.text), ends};
}

std::vector<CaseId> named_for(SQLite::Database& database, const std::string& account) {
  std::vector<CaseId> cases;
  auto rows = query(database, "SELECT subject FROM named_staff WHERE account = ?", account);
  while (rows.executeStep()) cases.push_back(CaseId{rows.getColumn(0).getString()});
  return cases;
}

}  // namespace

Sessions::Sessions(PeopleFile& file, const Keyring& keyring, SessionLimits limits)
    : file_(file), keyring_(keyring), limits_(limits) {}

Sessions::~Sessions() {
  try {
    write_seen(written_);
  } catch (const StoreError&) {
    // Sessions then end a little early: nothing is lost that somebody was promised.
  }
}

bool Sessions::is_over(const Session& session, Instant now) const {
  if (now >= session.ends) return true;
  if (session.kind == SessionKind::program) return false;
  return now - session.seen >= limits_.idle || now < session.seen - clock_steps;
}

Sessions::Kept Sessions::read(const SQLite::Statement& row) const {
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  const auto moment = [&](int column) { return moment_of(row.getColumn(column).getInt64()); };
  const std::string handle = text(0);
  const std::string digest = text(1);
  return {{handle,
           text(2) == "program" ? SessionKind::program : SessionKind::browser,
           text(3),
           text(7),
           text(8),
           text(9),
           UnitId{text(10)},
           positions_in(text(11)),
           {},
           keyring_.sign(Purpose::form, handle + digest),
           moment(4),
           moment(5),
           moment(6)},
          digest};
}

std::optional<Sessions::Kept> Sessions::remembered(const std::string& handle) {
  const std::lock_guard lock{mutex_};
  const auto found = kept_.find(handle);
  return found == kept_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<Sessions::Kept> Sessions::fetched(const std::string& handle) {
  // Kept while the file is locked: a change that comes after finds it in memory and drops it.
  return file_.read([&](SQLite::Database& database) -> std::optional<Kept> {
    auto row = query(database, std::string{session_columns} + "s.handle = ?", handle);
    if (!row.executeStep()) return std::nullopt;
    Kept kept = read(row);
    kept.session.named_for = named_for(database, kept.session.account);
    const std::lock_guard lock{mutex_};
    return kept_.try_emplace(handle, std::move(kept)).first->second;
  });
}

std::optional<Session> Sessions::session(std::string_view token, Instant now, Presence presence) {
  const bool program = token.starts_with(program_prefix);
  if (program) token.remove_prefix(program_prefix.size());
  const auto shown = read_token(token);
  if (!shown) return std::nullopt;
  auto kept = remembered(shown->handle);
  if (!kept) kept = fetched(shown->handle);
  if (!kept || !same_secret(kept->digest, shown->digest)) return std::nullopt;
  if (program != (kept->session.kind == SessionKind::program)) return std::nullopt;
  if (is_over(kept->session, now)) {
    end(kept->session.account, shown->handle);
    return std::nullopt;
  }
  if (presence == Presence::only_watching) return kept->session;
  touch(shown->handle, now);
  kept->session.seen = std::max(kept->session.seen, now);
  return kept->session;
}

void Sessions::touch(const std::string& handle, Instant now) {
  {
    const std::lock_guard lock{mutex_};
    const auto found = kept_.find(handle);
    if (found != kept_.end())
      found->second.session.seen = std::max(found->second.session.seen, now);
    if (now - written_ < write_seen_each && now >= written_ - clock_steps) return;
    written_ = now;
  }
  write_seen(now);
}

/// Writes when all in memory were seen, and lets go of those whose time has passed.
void Sessions::write_seen(Instant now) {
  file_.write([&](SQLite::Database& database) {
    const std::lock_guard lock{mutex_};
    SQLite::Statement update{database,
                             "UPDATE sessions SET seen_at = max(seen_at, ?) WHERE handle = ?"};
    for (const auto& [handle, kept] : kept_) {
      SQLite::bind(update, std::int64_t{stored(kept.session.seen)}, handle);
      update.exec();
      update.reset();
    }
    std::erase_if(kept_, [&](const auto& entry) { return is_over(entry.second.session, now); });
    return Done{};
  });
}

bool Sessions::form_fits(const Session& session, std::string_view form_token) {
  return same_secret(session.form_token, form_token);
}

std::vector<Session> Sessions::of_account(const std::string& account, Instant now) {
  return file_.read([&](SQLite::Database& database) {
    auto row = query(
        database, std::string{session_columns} + "a.id = ? ORDER BY s.began_at, s.handle", account);
    std::vector<Session> sessions;
    const std::lock_guard lock{mutex_};
    while (row.executeStep()) {
      Session session = read(row).session;
      const auto found = kept_.find(session.id);
      if (found != kept_.end()) session.seen = found->second.session.seen;
      if (!is_over(session, now)) sessions.push_back(std::move(session));
    }
    return sessions;
  });
}

bool Sessions::end(const std::string& account, const std::string& id) {
  const int ended = file_.write([&](SQLite::Database& database) {
    return change(database, "DELETE FROM sessions WHERE account = ? AND handle = ?", account, id);
  });
  if (ended == 0) return false;
  const std::lock_guard lock{mutex_};
  kept_.erase(id);
  return true;
}

void Sessions::end_all(SQLite::Database& database, const std::string& account, bool programs_too) {
  change(database, "DELETE FROM sessions WHERE account = ? AND (kind = 'browser' OR ?)", account,
         programs_too ? 1 : 0);
}

void Sessions::sign_out_everywhere(const std::string& account) {
  file_.write([&](SQLite::Database& database) {
    end_all(database, account, false);
    return Done{};
  });
  forget(account);
}

void Sessions::end_everybodys(PeopleFile& file) {
  file.write([](SQLite::Database& database) {
    database.exec("DELETE FROM sessions");
    database.exec("DELETE FROM feeds");
    return Done{};
  });
}

void Sessions::forget(const std::string& account) {
  const std::lock_guard lock{mutex_};
  std::erase_if(kept_, [&](const auto& entry) { return entry.second.session.account == account; });
}

IssuedToken Sessions::begin(SQLite::Database& database, const std::string& account,
                            const std::string& client, Instant now) const {
  return insert(database, account, "browser", client, now, now + limits_.longest);
}

OrRefusals<IssuedToken> Sessions::issue_program_token(const std::string& account,
                                                      const std::string& name, Instant ends,
                                                      Instant now) {
  Refusals refusals;
  if (is_blank(name)) refusals.push_back({"token_name_required", {}});
  if (ends <= now || ends > now + longest_program_token) refusals.push_back({"token_too_long", {}});
  if (!refusals.empty()) return refusals;
  return file_.write([&](SQLite::Database& database) -> OrRefusals<IssuedToken> {
    auto active =
        query(database, "SELECT 1 FROM accounts WHERE id = ? AND state = 'active'", account);
    if (!active.executeStep()) return Refusals{{"account_not_active", {}}};
    IssuedToken token = insert(database, account, "program", name, now, ends);
    token.token.insert(0, program_prefix);
    return token;
  });
}

}  // namespace kallad
