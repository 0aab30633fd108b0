// One who reads a publication and reckons: every world of whole numbers that fits what is printed.
// Not the code under test: it knows nothing of how cells were chosen, only what a reader knows, and
// looks for a world with each other value. Rule kept: a hidden count is safe where it differs
// between two of them.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "engine/report/suppression.hpp"

namespace kallad::report::test {

/// The attack on one publication; it runs when it is made.
class Attacker {
 public:
  /// `most` bounds counts that nothing printed bounds. Rests from 1 below `threshold` are to be
  /// kept as well.
  Attacker(const CellSystem& system, const std::vector<bool>& hidden, std::int64_t most,
           std::int64_t threshold = 5)
      : system_(system),
        hidden_(hidden),
        most_(most),
        threshold_(threshold),
        world_(system.cells().size()),
        found_(system.cells().size()) {
    for (std::size_t cell = 0; cell < world_.size(); ++cell) {
      const auto& known = system.cells()[cell];
      if (known.use == CellUse::printed && !hidden[cell]) world_[cell] = known.value;
    }
    const auto watched = told();
    explore();
    for (const std::size_t cell : watched) attack(cell);
  }

  /// Hidden and small unprinted counts that are the same in all worlds.
  std::vector<std::size_t> told() const {
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < found_.size(); ++cell) {
      const auto& known = system_.cells()[cell];
      const bool is_rest =
          known.use == CellUse::rest && known.value > 0 && known.value < threshold_;
      if ((hidden_[cell] || is_rest) && found_[cell].size() < 2) cells.push_back(cell);
    }
    return cells;
  }

  std::size_t worlds() const { return worlds_; }

 private:
  std::int64_t least(std::size_t cell) const {
    return system_.cells()[cell].use == CellUse::printed ? 1 : 0;
  }

  /// What the sum leaves for its one unknown cell; nothing where it has several or none.
  std::optional<std::pair<std::size_t, std::int64_t>> forced(const CellSystem::Sum& sum) const {
    std::optional<std::size_t> unknown;
    std::int64_t rest = 0;
    const auto take = [&](std::size_t cell, int sign) {
      if (world_[cell]) {
        rest += sign * *world_[cell];
        return true;
      }
      if (unknown) return false;
      unknown = cell;
      return true;
    };
    if (!take(sum.total, 1)) return std::nullopt;
    for (const std::size_t part : sum.parts) {
      if (!take(part, -1)) return std::nullopt;
    }
    if (!unknown) return std::nullopt;
    return std::pair{*unknown, *unknown == sum.total ? -rest : rest};
  }

  /// Whether what is known so far can still add up: unknown parts are the least they can be.
  bool adds_up() const {
    return std::ranges::all_of(system_.sums(), [&](const CellSystem::Sum& sum) {
      std::int64_t parts = 0;
      bool all_known = true;
      for (const std::size_t part : sum.parts) {
        parts += world_[part].value_or(least(part));
        all_known = all_known && world_[part];
      }
      if (!world_[sum.total]) return true;
      return all_known ? parts == *world_[sum.total] : parts <= *world_[sum.total];
    });
  }

  bool with(std::size_t cell, std::int64_t value) {
    if (value < least(cell)) return false;
    world_[cell] = value;
    const bool found = explore();
    world_[cell].reset();
    return found;
  }

  /// Looks for a world in which the cell is another than in those that were found.
  void attack(std::size_t cell) {
    for (std::int64_t value = least(cell); value <= most_ && found_[cell].size() < 2; ++value) {
      if (!found_[cell].contains(value)) with(cell, value);
    }
  }

  /// Whether there is a world with what is known so far; the first that is found is noted.
  bool explore() {
    if (!adds_up()) return false;
    for (const CellSystem::Sum& sum : system_.sums()) {
      if (const auto one = forced(sum)) return with(one->first, one->second);
    }
    const auto open = std::ranges::find_if(world_, [](const auto& value) { return !value; });
    if (open == world_.end()) {
      ++worlds_;
      for (std::size_t cell = 0; cell < world_.size(); ++cell) found_[cell].insert(*world_[cell]);
      return true;
    }
    const auto cell = static_cast<std::size_t>(open - world_.begin());
    for (std::int64_t value = least(cell); value <= most_; ++value) {
      if (with(cell, value)) return true;
    }
    return false;
  }

  const CellSystem& system_;
  const std::vector<bool>& hidden_;
  std::int64_t most_;
  std::int64_t threshold_;
  std::vector<std::optional<std::int64_t>> world_;
  std::vector<std::set<std::int64_t>> found_;
  std::size_t worlds_ = 0;
};

}  // namespace kallad::report::test
