// Each command looks and changes in one transaction. What sessions remember is dropped after it.
// Not for many accounts at once: an import of staff goes through invitations.
#include "adapters/sign_in/accounts.hpp"

#include "adapters/sign_in/positions.hpp"

namespace kallad {

namespace {

constexpr const char* account_columns =
    "SELECT id, user_name, shown_name, unit, positions, state, made_at, accepted_at,"
    " example FROM accounts";

AccountState state_in(const std::string& text) {
  if (text == "active") return AccountState::active;
  if (text == "locked") return AccountState::locked;
  return text == "closed" ? AccountState::closed : AccountState::invited;
}

Account read(const SQLite::Statement& row) {
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  Account account{text(0),
                  text(1),
                  text(2),
                  UnitId{text(3)},
                  positions_in(text(4)),
                  state_in(text(5)),
                  moment_of(row.getColumn(6).getInt64()),
                  {},
                  false};
  if (!row.isColumnNull(7)) account.accepted = moment_of(row.getColumn(7).getInt64());
  account.is_example = row.getColumn(8).getInt() != 0;
  return account;
}

std::optional<Account> first(SQLite::Statement rows) {
  return rows.executeStep() ? std::optional{read(rows)} : std::nullopt;
}

/// Whether nobody else could invite anybody any more.
bool is_last_administrator(SQLite::Database& database, const Account& account) {
  if (account.state != AccountState::active) return false;
  auto rows = query(database, "SELECT id, positions FROM accounts WHERE state = 'active'");
  bool is_one = false;
  while (rows.executeStep()) {
    const auto positions = positions_in(rows.getColumn(1).getString());
    if (std::ranges::find(positions, "administrator") == positions.end()) continue;
    if (rows.getColumn(0).getString() != account.id) return false;
    is_one = true;
  }
  return is_one;
}

void set_state(SQLite::Database& database, const std::string& id, const std::string& state) {
  change(database, "UPDATE accounts SET state = ? WHERE id = ?", state, id);
}

Refusals no(std::string_view rule) { return {{rule, {}}}; }

}  // namespace

std::string folded_user_name(std::string_view given) {
  std::string folded{given};
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

Refusals position_refusals(const std::vector<std::string>& positions) {
  if (positions.empty()) return no("position_required");
  Refusals refusals;
  for (const std::string& position : positions)
    if (!is_position(position)) refusals.push_back({"unknown_position", {{"value", position}}});
  return refusals;
}

std::optional<Account> account_by_id(SQLite::Database& database, const std::string& id) {
  return first(query(database, std::string{account_columns} + " WHERE id = ?", id));
}

std::optional<Account> Accounts::find(const std::string& id) {
  return file_.read([&](SQLite::Database& database) { return account_by_id(database, id); });
}

std::optional<Account> Accounts::named(std::string_view user_name) {
  return file_.read([&](SQLite::Database& database) {
    return first(query(database, std::string{account_columns} + " WHERE user_name = ?",
                       folded_user_name(user_name)));
  });
}

std::vector<Account> Accounts::examples() {
  return file_.read([&](SQLite::Database& database) {
    auto rows = query(database, std::string{account_columns} +
                                    " WHERE example = 1 AND state <> 'closed' ORDER BY user_name");
    std::vector<Account> accounts;
    while (rows.executeStep()) accounts.push_back(read(rows));
    return accounts;
  });
}

std::vector<Account> Accounts::list(std::string_view after, std::size_t limit) {
  return file_.read([&](SQLite::Database& database) {
    auto rows = query(
        database, std::string{account_columns} + " WHERE user_name > ? ORDER BY user_name LIMIT ?",
        folded_user_name(after), static_cast<std::int64_t>(limit));
    std::vector<Account> accounts;
    while (rows.executeStep()) accounts.push_back(read(rows));
    return accounts;
  });
}

/// `work` gives refusals, or changes the account and gives none.
template <class Work>
OrRefusals<Done> Accounts::change_account(const std::string& id, Work&& work) {
  const Refusals refusals = file_.write([&](SQLite::Database& database) -> Refusals {
    const auto account = account_by_id(database, id);
    return account ? work(database, *account) : no("account_unknown");
  });
  sessions_.forget(id);
  if (!refusals.empty()) return refusals;
  return Done{};
}

OrRefusals<Done> Accounts::set_rights(const std::string& id, const UnitId& unit,
                                      const std::vector<std::string>& positions) {
  if (Refusals refusals = position_refusals(positions); !refusals.empty()) return refusals;
  return change_account(id, [&](SQLite::Database& database, const Account& account) -> Refusals {
    if (account.state == AccountState::closed) return no("account_closed");
    const bool stays = std::ranges::find(positions, "administrator") != positions.end();
    if (!stays && is_last_administrator(database, account)) return no("last_administrator");
    change(database, "UPDATE accounts SET unit = ?, positions = ? WHERE id = ?", unit.text,
           positions_text(positions), id);
    // A case is shown to a unit's staff: who moves takes no case along.
    if (unit != account.unit) change(database, "DELETE FROM named_staff WHERE account = ?", id);
    Sessions::end_all(database, id, false);
    return {};
  });
}

std::vector<Account> Accounts::named_staff(const CaseId& subject) {
  return file_.read([&](SQLite::Database& database) {
    auto rows = query(database,
                      std::string{account_columns} +
                          " WHERE id IN (SELECT account FROM named_staff WHERE subject = ?)"
                          " ORDER BY user_name",
                      subject.text);
    std::vector<Account> accounts;
    while (rows.executeStep()) accounts.push_back(read(rows));
    return accounts;
  });
}

OrRefusals<Done> Accounts::name_for(const CaseId& subject, const std::string& id) {
  return change_account(id, [&](SQLite::Database& database, const Account& account) -> Refusals {
    if (account.state != AccountState::active) return no("account_not_active");
    change(database, "INSERT OR IGNORE INTO named_staff VALUES (?, ?)", id, subject.text);
    return {};
  });
}

OrRefusals<Done> Accounts::unname_for(const CaseId& subject, const std::string& id) {
  return change_account(id, [&](SQLite::Database& database, const Account&) -> Refusals {
    change(database, "DELETE FROM named_staff WHERE account = ? AND subject = ?", id, subject.text);
    return {};
  });
}

OrRefusals<Done> Accounts::lock(const std::string& id) {
  return change_account(id, [&](SQLite::Database& database, const Account& account) -> Refusals {
    if (account.state != AccountState::active) return no("account_not_active");
    if (is_last_administrator(database, account)) return no("last_administrator");
    set_state(database, id, "locked");
    Sessions::end_all(database, id, false);
    return {};
  });
}

OrRefusals<Done> Accounts::unlock(const std::string& id) {
  return change_account(id, [&](SQLite::Database& database, const Account& account) -> Refusals {
    if (account.state != AccountState::locked) return no("account_not_locked");
    set_state(database, id, "active");
    return {};
  });
}

OrRefusals<Done> Accounts::close(const std::string& id) {
  return change_account(id, [&](SQLite::Database& database, const Account& account) -> Refusals {
    if (account.state == AccountState::closed) return no("account_closed");
    if (is_last_administrator(database, account)) return no("last_administrator");
    change(database, "UPDATE accounts SET state = 'closed', password = '', totp = '' WHERE id = ?",
           id);
    change(database, "DELETE FROM recovery_codes WHERE account = ?", id);
    change(database, "DELETE FROM links WHERE account = ?", id);
    change(database, "DELETE FROM feeds WHERE account = ?", id);
    Sessions::end_all(database, id, true);
    return {};
  });
}

OrRefusals<Done> Accounts::erase(const std::string& id) {
  return change_account(id, [&](SQLite::Database& database, const Account& account) -> Refusals {
    if (account.state != AccountState::closed) return no("account_not_closed");
    change(database, "DELETE FROM accounts WHERE id = ?", id);
    return {};
  });
}

}  // namespace kallad
