// The secret for codes lies sealed beside the link until it is accepted, so that the page can be
// shown again. The password is hashed between two looks at the link: of two who accept the same
// link at once, one gets it.
#include "adapters/sign_in/enrolment.hpp"

#include "adapters/sign_in/positions.hpp"
#include "adapters/sign_in/secret/one_time_code.hpp"
#include "engine/spine/text.hpp"

namespace kallad {

namespace {

constexpr const char* first_user_name = "administrator";

bool is_user_name(std::string_view name) {
  constexpr std::size_t least = 3;
  constexpr std::size_t most = 64;
  return name.size() >= least && name.size() <= most &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-@") ==
             std::string_view::npos;
}

std::string insert_account(SQLite::Database& database, const NewAccount& wanted, Instant now) {
  constexpr std::size_t id_bytes = 16;
  std::string id = random_hex(id_bytes);
  change(database,
         "INSERT INTO accounts (id, user_name, shown_name, unit, positions, state, made_at,"
         " example) VALUES (?, ?, ?, ?, ?, 'invited', ?, ?)",
         id, wanted.user_name, wanted.shown_name, wanted.unit.text,
         positions_text(wanted.positions), std::int64_t{stored(now)}, wanted.is_example ? 1 : 0);
  return id;
}

std::optional<std::string> id_of(SQLite::Database& database, const std::string& user_name) {
  auto row = query(database, "SELECT id FROM accounts WHERE user_name = ?", user_name);
  return row.executeStep() ? std::optional{row.getColumn(0).getString()} : std::nullopt;
}

}  // namespace

/// A link that is good now, with the secret for codes opened.
struct Enrolment::Link {
  std::string handle;
  Account account;
  std::string sealed;
  std::string secret;
};

Enrolment::Enrolment(PeopleFile& file, Sessions& sessions, const Keyring& keyring,
                     PasswordHasher& hasher, std::string issuer)
    : file_(file),
      sessions_(sessions),
      keyring_(keyring),
      hasher_(hasher),
      issuer_(std::move(issuer)) {}

Invitation Enrolment::new_link(SQLite::Database& database, const std::string& account,
                               Instant now) const {
  change(database, "DELETE FROM links WHERE account = ? OR ends_at <= ?", account,
         std::int64_t{stored(now)});
  NewToken token = new_token();
  const Instant ends = now + link_lifetime;
  change(database, "INSERT INTO links VALUES (?, ?, ?, ?, ?)", token.handle, token.digest, account,
         keyring_.seal(new_totp_secret()), std::int64_t{stored(ends)});
  return {account, std::move(token.text), ends};
}

OrRefusals<Invitation> Enrolment::invite(const NewAccount& given, Instant now) {
  NewAccount wanted = given;
  wanted.user_name = folded_user_name(given.user_name);
  Refusals refusals;
  if (!is_user_name(wanted.user_name)) refusals.push_back({"user_name_form", {}});
  if (is_blank(wanted.shown_name)) refusals.push_back({"shown_name_required", {}});
  for (Refusal& refusal : position_refusals(wanted.positions))
    refusals.push_back(std::move(refusal));
  if (!refusals.empty()) return refusals;
  return file_.write([&](SQLite::Database& database) -> OrRefusals<Invitation> {
    if (id_of(database, wanted.user_name)) return Refusals{{"user_name_taken", {}}};
    return new_link(database, insert_account(database, wanted, now), now);
  });
}

OrRefusals<Invitation> Enrolment::reset(const std::string& id, Instant now) {
  auto outcome = file_.write([&](SQLite::Database& database) -> OrRefusals<Invitation> {
    const auto account = account_by_id(database, id);
    if (!account) return Refusals{{"account_unknown", {}}};
    if (account->state == AccountState::closed) return Refusals{{"account_closed", {}}};
    change(database, "UPDATE accounts SET state = 'invited', password = '', totp = '' WHERE id = ?",
           id);
    change(database, "DELETE FROM recovery_codes WHERE account = ?", id);
    Sessions::end_all(database, id, true);
    return new_link(database, id, now);
  });
  sessions_.forget(id);
  return outcome;
}

std::optional<Invitation> Enrolment::first_administrator_link(Instant now) {
  return file_.write([&](SQLite::Database& database) -> std::optional<Invitation> {
    auto taken = query(database, "SELECT 1 FROM accounts WHERE accepted_at IS NOT NULL");
    if (taken.executeStep()) return std::nullopt;
    taken.reset();
    auto id = id_of(database, first_user_name);
    if (!id)
      id = insert_account(database, {first_user_name, "Administratör", {}, {"administrator"}}, now);
    return new_link(database, *id, now);
  });
}

std::optional<Enrolment::Link> Enrolment::link_of(SQLite::Database& database,
                                                  std::string_view token, Instant now) const {
  const auto shown = read_token(token);
  if (!shown) return std::nullopt;
  auto row =
      query(database, "SELECT digest, account, totp FROM links WHERE handle = ? AND ends_at > ?",
            shown->handle, std::int64_t{stored(now)});
  if (!row.executeStep() || !same_secret(row.getColumn(0).getString(), shown->digest))
    return std::nullopt;
  const auto account = account_by_id(database, row.getColumn(1).getString());
  const std::string sealed = row.getColumn(2).getString();
  const auto secret = keyring_.unseal(sealed);
  if (!account || !secret) return std::nullopt;
  return Link{shown->handle, *account, sealed, *secret};
}

OrRefusals<Enrolling> Enrolment::look(std::string_view token, Instant now) {
  return file_.read([&](SQLite::Database& database) -> OrRefusals<Enrolling> {
    const auto link = link_of(database, token, now);
    if (!link) return Refusals{{"link_not_valid", {}}};
    return Enrolling{link->account.user_name, link->account.shown_name,
                     otpauth_uri(link->secret, link->account.user_name, issuer_),
                     totp_secret_text(link->secret)};
  });
}

OrRefusals<Welcome> Enrolment::accept(const Acceptance& given, Instant now) {
  const auto link =
      file_.read([&](SQLite::Database& database) { return link_of(database, given.token, now); });
  if (!link) return Refusals{{"link_not_valid", {}}};
  Refusals refusals = password_refusals(given.password, link->account.user_name);
  if (!totp_step(link->secret, given.code, now, 0)) refusals.push_back({"code_not_valid", {}});
  if (!refusals.empty()) return refusals;
  const std::string hash = hasher_.hash(given.password);
  auto outcome = file_.write([&](SQLite::Database& database) -> OrRefusals<Welcome> {
    const auto still = link_of(database, given.token, now);
    if (!still) return Refusals{{"link_not_valid", {}}};
    return welcome(database, *still, given, hash, now);
  });
  sessions_.forget(link->account.id);
  return outcome;
}

Welcome Enrolment::welcome(SQLite::Database& database, const Link& link, const Acceptance& given,
                           const std::string& hash, Instant now) const {
  const std::string& id = link.account.id;
  const std::int64_t step = totp_step(link.secret, given.code, now, 0).value_or(0);
  change(database, "DELETE FROM links WHERE handle = ?", link.handle);
  change(database,
         "UPDATE accounts SET state = 'active', password = ?, totp = ?, last_step = ?,"
         " accepted_at = coalesce(accepted_at, ?) WHERE id = ?",
         hash, link.sealed, step, std::int64_t{stored(now)}, id);
  change(database, "DELETE FROM recovery_codes WHERE account = ?", id);
  Sessions::end_all(database, id, true);
  Welcome welcome{id, new_recovery_codes(), {}};
  for (const std::string& code : welcome.recovery_codes)
    change(database, "INSERT INTO recovery_codes VALUES (?, ?)", id,
           recovery_digest(keyring_, id, code));
  welcome.signed_in = {id, sessions_.begin(database, id, given.client, now),
                       new_device_cookie(keyring_, id)};
  return welcome;
}

}  // namespace kallad
