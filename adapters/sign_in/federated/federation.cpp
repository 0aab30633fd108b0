// Issuer and subject are kept as a keyed digest: a subject may be a personal number, and a thief of
// the file learns none. The user name is random and begins with '~', which no local one can: it
// cannot be typed at the door, and has no password behind it. `accepted_at` stays empty, so that
// the first local administrator can still be made after others have come from elsewhere.
#include "adapters/sign_in/federated/federation.hpp"

#include "adapters/sign_in/accounts.hpp"
#include "adapters/sign_in/positions.hpp"

namespace kallad {

namespace {

constexpr std::size_t id_bytes = 16;
constexpr std::size_t name_bytes = 8;

/// The lengths keep "ab" + "c" and "a" + "bc" apart.
std::string joined(const FederatedPerson& person) {
  return std::to_string(person.issuer.size()) + ":" + person.issuer + person.subject;
}

}  // namespace

std::string Federation::account_of(SQLite::Database& database, const std::string& digest,
                                   const FederatedPerson& person, Instant now) const {
  auto row = query(database, "SELECT account FROM federated WHERE digest = ?", digest);
  if (row.executeStep()) return row.getColumn(0).getString();
  std::string id = random_hex(id_bytes);
  change(database,
         "INSERT INTO accounts (id, user_name, shown_name, unit, positions, state, made_at)"
         " VALUES (?, ?, ?, ?, ?, 'active', ?)",
         id, "~" + random_hex(name_bytes), person.shown_name, person.unit.text,
         positions_text(person.positions), std::int64_t{stored(now)});
  change(database, "INSERT INTO federated VALUES (?, ?)", digest, id);
  return id;
}

OrRefusals<SignedIn> Federation::sign_in(const FederatedPerson& person, const std::string& client,
                                         Instant now) {
  const std::string digest = keyring_.sign(Purpose::federated, joined(person));
  std::string id;
  auto answer = file_.write([&](SQLite::Database& database) -> OrRefusals<SignedIn> {
    id = account_of(database, digest, person, now);
    const auto account = account_by_id(database, id);
    if (!account || account->state != AccountState::active)
      return Refusals{{"account_not_active", {}}};
    if (account->unit != person.unit || account->positions != person.positions)
      Sessions::end_all(database, id, false);
    change(database, "UPDATE accounts SET shown_name = ?, unit = ?, positions = ? WHERE id = ?",
           person.shown_name, person.unit.text, positions_text(person.positions), id);
    return SignedIn{id, sessions_.begin(database, id, client, now),
                    new_device_cookie(keyring_, id)};
  });
  sessions_.forget(id);
  return answer;
}

}  // namespace kallad
