// The tail's two halves: what is committed, under a mutex for readers, and what the open
// transaction adds. Only the desk's thread writes, so that thread may read the committed half
// without the mutex.
#include "adapters/store/sqlite/tail.hpp"

#include <algorithm>
#include <functional>

namespace kallad {

void Tail::grow(std::int64_t stream, std::int64_t first, StreamEnd end) {
  settled_.erase(stream);
  const auto [place, is_new] = staged_.try_emplace(stream, Waiting{first, end});
  place->second.end = end;
  if (is_new) staged_order_.emplace_back(first, stream);
}

void Tail::settle(std::int64_t stream) { settled_.insert(stream); }

void Tail::commit() {
  const std::lock_guard lock{mutex_};
  for (const auto& [first, stream] : staged_order_) {
    const Waiting& grown = staged_.at(stream);
    const auto [place, is_new] = committed_.try_emplace(stream, grown);
    place->second.end = grown.end;
    if (is_new) order_.emplace_back(first, stream);
  }
  for (const std::int64_t stream : settled_) committed_.erase(stream);
  while (!order_.empty()) {
    const auto& [first, stream] = order_.front();
    const auto place = committed_.find(stream);
    if (place != committed_.end() && place->second.first == first) break;
    order_.pop_front();
  }
  staged_.clear();
  staged_order_.clear();
  settled_.clear();
}

void Tail::rollback() {
  staged_.clear();
  staged_order_.clear();
  settled_.clear();
}

std::optional<StreamEnd> Tail::end_of(std::int64_t stream) const {
  if (const auto place = staged_.find(stream); place != staged_.end()) return place->second.end;
  if (const auto place = committed_.find(stream); place != committed_.end())
    return place->second.end;
  return std::nullopt;
}

std::optional<StreamEnd> Tail::committed_end(std::int64_t stream) const {
  const std::lock_guard lock{mutex_};
  const auto place = committed_.find(stream);
  return place == committed_.end() ? std::nullopt : std::optional{place->second.end};
}

std::size_t Tail::size() const { return committed_.size(); }

/// Calls `take(first, stream)` in order until it returns false.
template <class Take>
void Tail::each_waiting(const Take& take) const {
  for (const auto& [first, stream] : order_) {
    const auto place = committed_.find(stream);
    if (place == committed_.end() || place->second.first != first || settled_.contains(stream))
      continue;
    if (!take(first, stream)) return;
  }
  for (const auto& [first, stream] : staged_order_) {
    if (committed_.contains(stream) || settled_.contains(stream)) continue;
    if (!take(first, stream)) return;
  }
}

std::vector<std::int64_t> Tail::next_waiting(std::size_t limit) {
  std::vector<std::int64_t> streams;
  const auto waits = [this](std::int64_t stream) {
    return !settled_.contains(stream) && (committed_.contains(stream) || staged_.contains(stream));
  };
  for (bool fresh = false; streams.size() < limit;) {
    if (round_.empty()) {
      if (fresh) break;
      each_waiting([this](std::int64_t, std::int64_t stream) {
        round_.push_back(stream);
        return true;
      });
      std::sort(round_.begin(), round_.end(), std::greater<>{});
      fresh = true;
      if (!streams.empty()) break;  // a round ends here; the next begins with the next batch
      continue;
    }
    if (waits(round_.back())) streams.push_back(round_.back());
    round_.pop_back();
  }
  return streams;
}

std::optional<std::int64_t> Tail::oldest_position() const {
  std::optional<std::int64_t> position;
  each_waiting([&](std::int64_t first, std::int64_t) {
    position = first;
    return false;
  });
  return position;
}

}  // namespace kallad
