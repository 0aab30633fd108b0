// How long somebody who tries to sign in must wait. Not a lock: nobody can lock somebody else out.
// Rule kept (OWASP, device cookies): a client that has signed in to the account before is judged
// by its own tries alone; all others by theirs, by their address, and by the account together.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>

#include "engine/spine/instant.hpp"

namespace kallad {

/// A bucket that fills by one with each try and leaks: up to `free` cost nothing, then the wait
/// doubles from one second up to `most`.
struct TryLimit {
  std::int64_t free;
  std::chrono::seconds most;
  std::chrono::seconds leak;  ///< one try is forgotten in this time
};

inline constexpr TryLimit device_limit{5, std::chrono::minutes{15}, std::chrono::minutes{15}};
inline constexpr TryLimit pair_limit{3, std::chrono::minutes{15}, std::chrono::minutes{15}};
inline constexpr TryLimit address_limit{100, std::chrono::minutes{5}, std::chrono::seconds{10}};
inline constexpr TryLimit account_limit{20, std::chrono::minutes{1}, std::chrono::minutes{1}};

/// Who tries.
struct Trier {
  std::string account;  ///< stands for the user name, known or not; never the name itself, for
                        ///< people type passwords into the wrong field
  std::string address;
  std::string device;  ///< of a valid device cookie for this account; else empty
};

/// Counts the try beforehand, so that many at once do not slip through. Gives the moment when to
/// try again, and counts nothing, where that is not yet. Within the caller's transaction.
std::optional<Instant> count_try(SQLite::Database& database, const Trier& trier, Instant now);
/// The try was good: it is taken back, and what this client alone had tried is forgotten.
void forgive_try(SQLite::Database& database, const Trier& trier, Instant now);

/// The network that counts as one client: an IPv6 address stands for its /64, an IPv4 address
/// within IPv6 for itself.
std::string client_network(const std::string& address);

}  // namespace kallad
