// How an account comes to be and gets its secrets: a one-time link, a password of one's own, an app
// for codes. Not sending the link: whoever asks for it hands it over.
// Rule kept: nothing has a default password; a link works once, for 72 hours, and looking at it
// changes nothing.
#pragma once

#include "adapters/sign_in/accounts.hpp"
#include "adapters/sign_in/people_file.hpp"
#include "adapters/sign_in/secret/password.hpp"
#include "adapters/sign_in/sessions.hpp"
#include "adapters/sign_in/sign_in.hpp"

namespace kallad {

inline constexpr std::chrono::hours link_lifetime{72};

struct NewAccount {
  std::string user_name;
  std::string shown_name;
  UnitId unit;
  std::vector<std::string> positions;
  bool is_example = false;  ///< made to learn by, and closed when the examples are removed
};

/// A one-time link's token, shown once.
struct Invitation {
  std::string account;
  std::string token;
  Instant ends{};
};

/// What the page behind a link shows.
struct Enrolling {
  std::string user_name;
  std::string shown_name;
  std::string otpauth;      ///< for the QR code
  std::string secret_text;  ///< the same secret, to type in
};

struct Acceptance {
  std::string token;
  std::string password;
  std::string code;  ///< of the app that was just set up
  std::string client;
};

/// Signed in for the first time. The recovery codes cannot be shown again.
struct Welcome {
  std::string account;
  std::vector<std::string> recovery_codes;
  SignedIn signed_in;
};

class Enrolment {
 public:
  Enrolment(PeopleFile& file, Sessions& sessions, const Keyring& keyring, PasswordHasher& hasher,
            std::string issuer);

  /// Refused: user_name_form, user_name_taken, shown_name_required, position_required,
  /// unknown_position.
  OrRefusals<Invitation> invite(const NewAccount& wanted, Instant now);
  /// A new link. The old password and everything that is signed in ends at once. Also for an
  /// invitation that ran out. Refused: account_unknown, account_closed.
  OrRefusals<Invitation> reset(const std::string& account, Instant now);
  /// On the console at start, as long as nobody has ever taken an account: a link for the account
  /// "administrator". An earlier one stops working.
  std::optional<Invitation> first_administrator_link(Instant now);

  /// Refused: link_not_valid.
  OrRefusals<Enrolling> look(std::string_view token, Instant now);
  /// Refused: link_not_valid, code_not_valid, password_*.
  OrRefusals<Welcome> accept(const Acceptance& given, Instant now);

 private:
  struct Link;
  std::optional<Link> link_of(SQLite::Database& database, std::string_view token,
                              Instant now) const;
  Invitation new_link(SQLite::Database& database, const std::string& account, Instant now) const;
  Welcome welcome(SQLite::Database& database, const Link& link, const Acceptance& given,
                  const std::string& hash, Instant now) const;

  PeopleFile& file_;
  Sessions& sessions_;
  const Keyring& keyring_;
  PasswordHasher& hasher_;
  std::string issuer_;
};

}  // namespace kallad
