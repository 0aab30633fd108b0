// A bucket's level is kept as time: each try adds `leak`, and time takes away what has passed.
// A clock moved back must not make anybody wait longer than the longest wait: a row from the
// future is taken as from now. Rows that have leaked out are removed as others come.
#include "adapters/sign_in/throttle.hpp"

#include <SQLiteCpp/Column.h>
#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "adapters/store/side/side_file.hpp"

namespace kallad {

namespace {

using Milliseconds = std::chrono::milliseconds;

struct Counted {
  std::string key;
  const TryLimit& limit;
};

struct Level {
  Milliseconds level{};
  Instant last{};
};

std::string pair_key(const Trier& trier) {
  return "pair " + trier.account + " " + client_network(trier.address);
}

std::vector<Counted> counted_for(const Trier& trier) {
  if (!trier.device.empty()) return {{"device " + trier.device, device_limit}};
  return {{pair_key(trier), pair_limit},
          {"address " + client_network(trier.address), address_limit},
          {"account " + trier.account, account_limit}};
}

Level level_of(SQLite::Database& database, const std::string& key, Instant now) {
  auto row = query(database, "SELECT level, last_at FROM tries WHERE key = ?", key);
  if (!row.executeStep()) return {Milliseconds{}, now};
  return {Milliseconds{row.getColumn(0).getInt64()}, moment_of(row.getColumn(1).getInt64())};
}

void keep(SQLite::Database& database, const std::string& key, const Level& level) {
  change(database,
         "INSERT INTO tries VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET level = "
         "excluded.level, last_at = excluded.last_at",
         key, std::int64_t{level.level.count()}, std::int64_t{stored(level.last)});
}

Milliseconds wait_after(std::int64_t tries, const TryLimit& limit) {
  if (tries < limit.free) return Milliseconds{};
  constexpr std::int64_t most_doublings = 20;
  const std::int64_t doublings = std::min(tries - limit.free, most_doublings);
  return std::min<Milliseconds>(limit.most, std::chrono::seconds{std::int64_t{1} << doublings});
}

/// When the next try may be; the level itself tells how many there were.
Instant next_try(const Level& level, const TryLimit& limit) {
  const Milliseconds leak = limit.leak;
  const std::int64_t tries = (level.level + leak - Milliseconds{1}) / leak;
  return level.last + wait_after(tries, limit);
}

Milliseconds leaked(const Level& level, Instant now) {
  return std::max(Milliseconds{}, level.level - (now - level.last));
}

void forget_old(SQLite::Database& database, Instant now) {
  // No bucket holds longer than this; those that are still full are tried again by then.
  constexpr std::chrono::hours longest{48};
  change(database, "DELETE FROM tries WHERE last_at < ?", std::int64_t{stored(now - longest)});
}

}  // namespace

std::optional<Instant> count_try(SQLite::Database& database, const Trier& trier, Instant now) {
  const auto counted = counted_for(trier);
  Instant again = now;
  for (const Counted& one : counted) {
    Level level = level_of(database, one.key, now);
    if (level.last > now) {
      level.last = now;
      keep(database, one.key, level);
    }
    again = std::max(again, next_try(level, one.limit));
  }
  if (again > now) return again;
  for (const Counted& one : counted) {
    const Level level = level_of(database, one.key, now);
    keep(database, one.key, {leaked(level, now) + one.limit.leak, now});
  }
  forget_old(database, now);
  return std::nullopt;
}

void forgive_try(SQLite::Database& database, const Trier& trier, Instant now) {
  const std::string own = trier.device.empty() ? pair_key(trier) : "device " + trier.device;
  change(database, "DELETE FROM tries WHERE key = ?", own);
  for (const Counted& one : counted_for(trier)) {
    if (one.key == own) continue;
    const Level level = level_of(database, one.key, now);
    keep(database, one.key,
         {std::max(Milliseconds{}, level.level - Milliseconds{one.limit.leak}), level.last});
  }
}

std::string client_network(const std::string& address) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
  constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (std::equal(mapped.begin(), mapped.end(), bytes.begin())) {
    inet_ntop(AF_INET, bytes.data() + mapped.size(), text.data(), text.size());
    return text.data();
  }
  std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
  inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
  return std::string{text.data()} + "/64";
}

}  // namespace kallad
