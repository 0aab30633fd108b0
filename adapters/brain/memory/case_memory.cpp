// The memory: a list in order of use and a map into it.
// Not measured in bytes: a case is some kilobytes, and the limit is a number of cases.
#include "adapters/brain/memory/case_memory.hpp"

namespace kallad {

std::list<CaseMemory::Kept>::iterator CaseMemory::place_of(std::string_view id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return cases_.end();
  cases_.splice(cases_.begin(), cases_, found->second);
  return cases_.begin();
}

std::shared_ptr<const ReadCase> CaseMemory::find(std::string_view id) {
  const std::lock_guard lock{mutex_};
  const auto place = place_of(id);
  return place == cases_.end() ? nullptr : place->read;
}

void CaseMemory::keep(std::string_view id, std::shared_ptr<const ReadCase> read) {
  const std::lock_guard lock{mutex_};
  if (const auto place = place_of(id); place != cases_.end()) {
    if (place->read->version() < read->version()) place->read = std::move(read);
    return;
  }
  cases_.push_front({std::string{id}, std::move(read)});
  by_id_.emplace(cases_.front().id, cases_.begin());
  if (cases_.size() <= limit_) return;
  by_id_.erase(cases_.back().id);
  cases_.pop_back();
}

}  // namespace kallad
