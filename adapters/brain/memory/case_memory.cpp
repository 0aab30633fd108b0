// The memory: a list in order of use and a map into it.
// Not measured in bytes: a case is some kilobytes, and the limit is a number of cases.
#include "adapters/brain/memory/case_memory.hpp"

#include <algorithm>
#include <utility>

namespace kallad {

std::list<CaseMemory::Kept>::iterator CaseMemory::place_of(std::string_view id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return cases_.end();
  cases_.splice(cases_.begin(), cases_, found->second);
  return cases_.begin();
}

Remembered CaseMemory::take(std::string_view id) {
  const std::lock_guard lock{mutex_};
  const auto place = place_of(id);
  if (place == cases_.end()) return {};
  const auto& growth = place->growth;
  const bool follows = !growth.empty() && growth.front().began_at() == place->read->version();
  if (!follows) return {place->read, {}};
  return {place->read, std::exchange(place->growth, {})};
}

void CaseMemory::grow(std::string_view id, Growth growth) {
  const std::lock_guard lock{mutex_};
  const auto known = by_id_.find(id);
  if (known == by_id_.end()) return;
  Kept& kept = *known->second;
  if (growth.head.count <= kept.reached) return;
  const bool follows = growth.began_at() == kept.reached && kept.growth.size() < most_growth;
  if (!follows) kept.growth.clear();
  kept.reached = growth.head.count;
  kept.growth.push_back(std::move(growth));
}

void CaseMemory::keep(std::string_view id, std::shared_ptr<const ReadCase> read) {
  const std::lock_guard lock{mutex_};
  if (const auto place = place_of(id); place != cases_.end()) {
    if (place->read->version() >= read->version()) return;
    place->read = std::move(read);
    place->reached = std::max(place->reached, place->read->version());
    std::erase_if(place->growth,
                  [&](const Growth& one) { return one.began_at() < place->read->version(); });
    return;
  }
  const std::uint64_t version = read->version();
  cases_.push_front({std::string{id}, std::move(read), {}, version});
  by_id_.emplace(cases_.front().id, cases_.begin());
  if (cases_.size() <= limit_) return;
  by_id_.erase(cases_.back().id);
  cases_.pop_back();
}

}  // namespace kallad
