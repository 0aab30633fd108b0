// How often one client may come to answer links, and how often one link may be acted by.
// Not a lock and not stored: it bounds what guessing and impatience can cost, and is empty after a
// start. Rule kept: a region's offices may share one address, so looking is cheap and only tokens
// that are none are dear.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "engine/spine/instant.hpp"

namespace kallad::api {

/// A bucket of `room` drops that leaks one in each `leak`.
struct Bucket {
  double room = 0;
  std::chrono::milliseconds leak{};
};

/// What one client's bucket holds, and what a visit adds to it. Tokens that are none fill a bucket
/// of their own: whoever guesses in an office keeps nobody beside them from answering. A link's own
/// bucket takes acts.
inline constexpr Bucket client_bucket{240, std::chrono::milliseconds{250}};
inline constexpr double look_cost = 1;
inline constexpr double dead_cost = 24;
inline constexpr Bucket link_bucket{20, std::chrono::seconds{15}};
inline constexpr double act_cost = 1;

/// Buckets by name. Thread-safe. Holds at most `most_buckets`: those that have run dry go first,
/// and where none has, all do.
class LinkLimits {
 public:
  /// Takes up `cost` of the bucket called `name` at `now` (UTC); nothing where there was room, else
  /// how long until there is.
  std::optional<std::chrono::seconds> take(const std::string& name, const Bucket& bucket,
                                           double cost, Instant now);
  /// Adds what came to light afterwards, also beyond the brim.
  void add(const std::string& name, const Bucket& bucket, double cost, Instant now);

  static constexpr std::size_t most_buckets = 100'000;

 private:
  struct Level {
    double drops = 0;
    Instant at{};
    std::chrono::milliseconds leak{};
  };
  Level& level_at(const std::string& name, const Bucket& bucket, Instant now);
  void make_room(Instant now);

  std::mutex mutex_;
  std::unordered_map<std::string, Level> levels_;
};

}  // namespace kallad::api
