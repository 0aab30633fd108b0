// Three parts: count the try and read the hash; verify it outside the lock; look again, take the
// code and begin the session in one transaction, so that of two who show one code, one gets in.
#include "adapters/sign_in/sign_in.hpp"

#include "adapters/sign_in/accounts.hpp"
#include "adapters/sign_in/secret/one_time_code.hpp"
#include "adapters/sign_in/throttle.hpp"

namespace kallad {

namespace {

constexpr std::size_t nonce_bytes = 16;

NotSignedIn not_signed_in() { return {{{"sign_in_failed", {}}}, {}}; }
NotSignedIn too_many_tries(Instant again) {
  return {{{"too_many_tries", {{"again", iso(again)}}}}, again};
}

}  // namespace

std::string new_device_cookie(const Keyring& keyring, const std::string& account) {
  const std::string body = account + random_hex(nonce_bytes);
  return body + keyring.sign(Purpose::device, body);
}

std::string device_in(const Keyring& keyring, std::string_view cookie, std::string_view account) {
  const std::size_t length = account.size() + 2 * nonce_bytes;
  if (account.empty() || cookie.size() <= length || !cookie.starts_with(account)) return {};
  const std::string_view body = cookie.substr(0, length);
  const bool ours = same_secret(cookie.substr(length), keyring.sign(Purpose::device, body));
  return ours ? std::string{body} : std::string{};
}

/// A try that was counted, or that must wait.
struct SignIn::Tried {
  std::string account;   ///< empty where there is none of that name
  std::string password;  ///< the hash; empty where nobody may sign in
  Trier trier;
  std::optional<Instant> again;
};

SignIn::Tried SignIn::begin_try(const Credentials& given, Instant now) {
  const std::string name = folded_user_name(given.user_name);
  return file_.write([&](SQLite::Database& database) {
    auto row =
        query(database, "SELECT id, state, password FROM accounts WHERE user_name = ?", name);
    Tried tried;
    if (row.executeStep()) {
      tried.account = row.getColumn(0).getString();
      if (row.getColumn(1).getString() == "active") tried.password = row.getColumn(2).getString();
    }
    tried.trier = {keyring_.sign(Purpose::trier, name), given.address,
                   device_in(keyring_, given.device_cookie, tried.account)};
    tried.again = count_try(database, tried.trier, now);
    return tried;
  });
}

SignInAnswer SignIn::sign_in(const Credentials& given, Instant now) {
  if (given.password.size() > most_password_bytes) return not_signed_in();
  const Tried tried = begin_try(given, now);
  if (tried.again) return too_many_tries(*tried.again);
  const bool fits = hasher_.fits(given.password, tried.password);
  const bool outdated = fits && hasher_.is_outdated(tried.password);
  const std::string renewed = outdated ? hasher_.hash(given.password) : std::string{};
  return finish_try(tried, given, fits, renewed, now);
}

/// Whether the code is good; where the password is too, it is used up.
bool SignIn::takes_code(SQLite::Database& database, const std::string& account,
                        const std::string& code, Instant now, bool password_fits) const {
  auto row = query(database, "SELECT totp, last_step FROM accounts WHERE id = ?", account);
  const bool known = row.executeStep();
  const auto secret = keyring_.unseal(known ? row.getColumn(0).getString() : std::string{});
  const auto step = totp_step(secret.value_or("a secret of nobody's"), code, now,
                              known ? row.getColumn(1).getInt64() : 0);
  row.reset();
  const std::string digest = recovery_digest(keyring_, account, code);
  if (!password_fits) return false;
  if (step && secret)
    return change(database, "UPDATE accounts SET last_step = ? WHERE id = ? AND last_step < ?",
                  *step, account, *step) == 1;
  return change(database, "DELETE FROM recovery_codes WHERE account = ? AND digest = ?", account,
                digest) == 1;
}

SignInAnswer SignIn::finish_try(const Tried& tried, const Credentials& given, bool password_fits,
                                const std::string& renewed, Instant now) {
  return file_.write([&](SQLite::Database& database) -> SignInAnswer {
    // While the password was verified it may have been changed, or the account locked.
    auto same =
        query(database, "SELECT 1 FROM accounts WHERE id = ? AND state = 'active' AND password = ?",
              tried.account, tried.password);
    const bool fits = same.executeStep() && password_fits;
    same.reset();
    if (!takes_code(database, tried.account, given.code, now, fits)) return not_signed_in();
    if (!renewed.empty())
      change(database, "UPDATE accounts SET password = ? WHERE id = ?", renewed, tried.account);
    forgive_try(database, tried.trier, now);
    return SignedIn{tried.account, sessions_.begin(database, tried.account, given.client, now),
                    tried.trier.device.empty() ? new_device_cookie(keyring_, tried.account)
                                               : given.device_cookie};
  });
}

SignInAnswer SignIn::change_password(const Session& session, const PasswordChange& given,
                                     Instant now) {
  if (given.current.size() > most_password_bytes) return not_signed_in();
  if (Refusals refusals = password_refusals(given.wanted, session.user_name); !refusals.empty())
    return NotSignedIn{refusals, {}};
  // Somebody with a stolen session must not guess here what cannot be guessed at the door.
  const Trier trier{{}, {}, "change " + session.account};
  std::string held;
  const auto again = file_.write([&](SQLite::Database& database) {
    auto row = query(database, "SELECT password FROM accounts WHERE id = ? AND state = 'active'",
                     session.account);
    if (row.executeStep()) held = row.getColumn(0).getString();
    return count_try(database, trier, now);
  });
  if (again) return too_many_tries(*again);
  if (!hasher_.fits(given.current, held)) return not_signed_in();
  const std::string hash = hasher_.hash(given.wanted);
  auto answer = file_.write([&](SQLite::Database& database) -> SignInAnswer {
    if (change(
            database,
            "UPDATE accounts SET password = ? WHERE id = ? AND state = 'active' AND password = ?",
            hash, session.account, held) == 0)
      return not_signed_in();
    forgive_try(database, trier, now);
    Sessions::end_all(database, session.account, false);
    return SignedIn{session.account, sessions_.begin(database, session.account, given.client, now),
                    new_device_cookie(keyring_, session.account)};
  });
  sessions_.forget(session.account);
  return answer;
}

}  // namespace kallad
