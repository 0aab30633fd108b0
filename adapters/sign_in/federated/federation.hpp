// Accounts of people who are signed in elsewhere: found by issuer and subject, or made.
// Not the check of who they are: that came before. Rules kept: an account is never found by a name,
// so nobody inherits a local one; whoever loses rights loses them at once; an administrator's lock
// holds against every issuer.
#pragma once

#include <string>

#include "adapters/sign_in/federated/claims.hpp"
#include "adapters/sign_in/sessions.hpp"
#include "adapters/sign_in/sign_in.hpp"

namespace kallad {

/// Safe for many threads.
class Federation {
 public:
  Federation(PeopleFile& file, Sessions& sessions, const Keyring& keyring)
      : file_(file), sessions_(sessions), keyring_(keyring) {}

  /// Begins a session, as a local sign-in does. `client`: what browser it is. The account takes the
  /// name, unit and positions that are given now; where unit or positions are others than before,
  /// its former browsers' sessions end. Refused: account_not_active.
  OrRefusals<SignedIn> sign_in(const FederatedPerson& person, const std::string& client,
                               Instant now);

 private:
  std::string account_of(SQLite::Database& database, const std::string& digest,
                         const FederatedPerson& person, Instant now) const;

  PeopleFile& file_;
  Sessions& sessions_;
  const Keyring& keyring_;
};

}  // namespace kallad
