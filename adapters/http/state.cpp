// The door and the counts.
// Not what happens to who finds no room: worker.cpp. Rule kept: a trusted proxy stands for many
// clients and is not counted as one.
#include "adapters/http/state.hpp"

#include <algorithm>

namespace kallad::http {

Door::Room Door::enter(const std::string& client) {
  const std::lock_guard lock(guard_);
  ++inside_;
  const std::size_t of_client = ++of_client_[client];
  const bool proxy =
      std::ranges::find(limits_.trusted_proxies, client) != limits_.trusted_proxies.end();
  if (!proxy && of_client > limits_.connections_per_client) return Room::full_for_client;
  return inside_ > limits_.connections ? Room::full : Room::enough;
}

void Door::leave(const std::string& client) {
  const std::lock_guard lock(guard_);
  const auto found = of_client_.find(client);
  if (--found->second == 0) of_client_.erase(found);
  if (--inside_ == 0) empty_.notify_all();
}

std::size_t Door::inside() const {
  const std::lock_guard lock(guard_);
  return inside_;
}

bool Door::wait_until_empty(std::chrono::milliseconds at_most) {
  std::unique_lock lock(guard_);
  return empty_.wait_for(lock, at_most, [this] { return inside_ == 0; });
}

HttpCounters State::counters() const {
  HttpCounters out{
      .connections = counts.connections,
      .connections_now = door.inside(),
      .turned_away = counts.turned_away,
      .gave_way = counts.gave_way,
      .requests = counts.requests,
      .requests_now = counts.requests_now,
      .busy = counts.busy,
      .refused = counts.refused,
      .cut_slow = counts.cut_slow,
      .handler_failures = counts.handler_failures,
      .feeds = counts.feeds,
      .feeds_now = counts.feeds_now,
  };
  std::ranges::copy(counts.answers, out.answers.begin());
  return out;
}

}  // namespace kallad::http
