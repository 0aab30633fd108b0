// What all connections of a server share: limits, handler, counts, and the door that counts them.
// Not sockets. Rule kept: who was let in leaves again, whatever happens to the connection (Visit).
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>

#include "adapters/http/server.hpp"
#include "adapters/http/wire/request_reader.hpp"

namespace kallad::http {

/// HttpCounters as it is counted.
struct Counts {
  using Count = std::atomic<std::uint64_t>;
  Count connections = 0;
  Count turned_away = 0;
  Count gave_way = 0;
  Count requests = 0;
  Count requests_now = 0;
  Count busy = 0;
  Count refused = 0;
  Count cut_slow = 0;
  Count handler_failures = 0;
  Count feeds = 0;
  Count feeds_now = 0;
  std::array<Count, 6> answers = {};
};

/// Goes up, and down again at the end of its life.
class Tally {
 public:
  explicit Tally(Counts::Count& count) : count_(count), before_(count.fetch_add(1)) {}
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;
  ~Tally() { count_.fetch_sub(1); }
  /// The count without this one.
  std::uint64_t before() const { return before_; }

 private:
  Counts::Count& count_;
  std::uint64_t before_;
};

/// Counts who is inside.
class Door {
 public:
  enum class Room { enough, full, full_for_client };

  explicit Door(const HttpLimits& limits) : limits_(limits) {}
  Room enter(const std::string& client);
  void leave(const std::string& client);
  std::size_t inside() const;
  /// Waits until nobody is inside; false where it took longer than that.
  bool wait_until_empty(std::chrono::milliseconds at_most);

 private:
  const HttpLimits& limits_;
  mutable std::mutex guard_;
  std::condition_variable empty_;
  std::size_t inside_ = 0;
  std::map<std::string, std::size_t> of_client_;
};

/// One connection's stay.
class Visit {
 public:
  Visit(Door& door, std::string client)
      : door_(&door), client_(std::move(client)), room_(door.enter(client_)) {}
  Visit(Visit&& other) noexcept
      : door_(std::exchange(other.door_, nullptr)),
        client_(std::move(other.client_)),
        room_(other.room_) {}
  Visit& operator=(Visit&&) = delete;
  ~Visit() {
    if (door_ != nullptr) door_->leave(client_);
  }
  const std::string& client() const { return client_; }
  Door::Room room() const { return room_; }

 private:
  Door* door_;
  std::string client_;
  Door::Room room_;
};

struct State {
  State(HttpLimits bounds, HttpHandler handle, std::function<Instant()> clock)
      : limits(std::move(bounds)), handler(std::move(handle)), now(std::move(clock)) {}

  const HttpLimits limits;
  const HttpHandler handler;
  const std::function<Instant()> now;
  Counts counts;
  Door door{limits};
  std::atomic<bool> draining = false;  ///< nothing new is begun

  WireLimits wire() const {
    return {.header_bytes = limits.header_bytes, .body_bytes = limits.body_bytes};
  }
  HttpCounters counters() const;
};

}  // namespace kallad::http
