// Signing in with password and one-time code together, and changing one's password.
// Not telling what was wrong: an unknown name, a wrong password, a wrong code and a locked account
// get the same answer after the same work. Rule kept: each code is good once; waiting that others
// cause never keeps out a client that has signed in to the account before.
#pragma once

#include <optional>
#include <string>

#include "adapters/sign_in/people_file.hpp"
#include "adapters/sign_in/secret/password.hpp"
#include "adapters/sign_in/sessions.hpp"

namespace kallad {

struct Credentials {
  std::string user_name;
  std::string password;
  std::string code;           ///< of the app, or a recovery code
  std::string address;        ///< the client's, as the server knows it
  std::string device_cookie;  ///< from an earlier sign-in; may be empty
  std::string client;         ///< what browser it is, for the list of sessions
};

/// A session's token and the cookie that lets this client through when others fill the account's
/// bucket. The cookie alone opens nothing.
struct SignedIn {
  std::string account;
  IssuedToken session;
  std::string device_cookie;
};

/// `again`: when to try again, for the rule too_many_tries. The other rules: sign_in_failed, and
/// when changing a password also password_*.
struct NotSignedIn {
  Refusals reasons;
  std::optional<Instant> again;
};

using SignInAnswer = boost::variant2::variant<SignedIn, NotSignedIn>;

struct PasswordChange {
  std::string current;
  std::string wanted;
  std::string client;
};

std::string new_device_cookie(const Keyring& keyring, const std::string& account);
/// What tells this device from others of the account; empty where the cookie is not the account's.
std::string device_in(const Keyring& keyring, std::string_view cookie, std::string_view account);

/// Safe for many threads; hashing takes a tenth of a second and is done outside all locks.
class SignIn {
 public:
  SignIn(PeopleFile& file, Sessions& sessions, const Keyring& keyring, PasswordHasher& hasher)
      : file_(file), sessions_(sessions), keyring_(keyring), hasher_(hasher) {}

  SignInAnswer sign_in(const Credentials& given, Instant now);
  /// Ends all browsers' sessions of the account and gives a new one.
  SignInAnswer change_password(const Session& session, const PasswordChange& given, Instant now);

 private:
  struct Tried;
  Tried begin_try(const Credentials& given, Instant now);
  bool takes_code(SQLite::Database& database, const std::string& account, const std::string& code,
                  Instant now, bool password_fits) const;
  SignInAnswer finish_try(const Tried& tried, const Credentials& given, bool password_fits,
                          const std::string& renewed, Instant now);

  PeopleFile& file_;
  Sessions& sessions_;
  const Keyring& keyring_;
  PasswordHasher& hasher_;
};

}  // namespace kallad
