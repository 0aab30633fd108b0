// Everything about people in one value: what the server opens at start and hands around.
// Not a layer: each part is used directly. Rule kept: one file, one key, one hasher for all.
#pragma once

#include "adapters/sign_in/accounts.hpp"
#include "adapters/sign_in/enrolment.hpp"
#include "adapters/sign_in/sign_in.hpp"

namespace kallad {

struct PeopleSettings {
  std::filesystem::path file;
  SessionLimits sessions;
  PasswordCost cost;
  std::ptrdiff_t hash_at_once = 2;
  std::string issuer = "Kallad";  ///< what an app for codes calls this installation
};

/// Opens or makes the file. Throws StoreError. Safe for many threads.
struct People {
  People(const PeopleSettings& settings, const InstallationKey& key)
      : keyring(key),
        hasher(settings.cost, settings.hash_at_once),
        file(settings.file),
        sessions(file, keyring, settings.sessions),
        accounts(file, sessions),
        enrolment(file, sessions, keyring, hasher, settings.issuer),
        sign_in(file, sessions, keyring, hasher) {}

  Keyring keyring;
  PasswordHasher hasher;
  PeopleFile file;
  Sessions sessions;
  Accounts accounts;
  Enrolment enrolment;
  SignIn sign_in;
};

}  // namespace kallad
