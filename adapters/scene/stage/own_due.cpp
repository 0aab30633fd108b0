// Due rows are asked for in slices and sifted, since others may lie between those of this story.
// Not fast where a store holds very many of others; a story is short.
#include "adapters/scene/stage/own_due.hpp"

namespace kallad::scene {

namespace {
constexpr std::size_t slice = 512;
}  // namespace

std::vector<DueItem> OwnDue::due_until(Instant until, const DueCursor& cursor, std::size_t limit) {
  std::vector<DueItem> own;
  DueCursor after = cursor;
  while (own.size() < limit) {
    const auto rows = store_.due_until(until, after, slice);
    if (rows.empty()) break;
    after = rows.back();
    for (const DueItem& row : rows) {
      if (own.size() < limit && owned_.contains(row.stream)) own.push_back(row);
    }
  }
  return own;
}

std::optional<Instant> OwnDue::next_due() {
  const auto first = due_until(Instant::max(), std::nullopt, 1);
  return first.empty() ? std::nullopt : std::optional{first.front().row.at};
}

}  // namespace kallad::scene
