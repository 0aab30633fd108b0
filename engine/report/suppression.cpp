// How it is done: for each cell that must not be known, another world is looked for, in which it is
// one more or one less and some other hidden cells are too. Where none is found, one more cell is
// hidden and the search begins again. Not a proof that no cell less would do: what is found is a
// witness, so an error of the search hides too much and never too little.
#include "engine/report/suppression.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <stdexcept>

namespace kallad::report {

namespace {

/// After so many steps a search gives up; then one more cell is hidden instead.
constexpr int search_steps = 20'000;

class Protection {
 public:
  Protection(const CellSystem& system, int threshold)
      : cells_(system.cells()), sums_(system.sums()), hidden_(cells_.size(), false) {
    sums_of_.resize(cells_.size());
    for (std::size_t each = 0; each < sums_.size(); ++each) {
      sums_of_[sums_[each].total].push_back(each);
      for (const std::size_t part : sums_[each].parts) sums_of_[part].push_back(each);
    }
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      const bool small = cells_[cell].value > 0 && cells_[cell].value < threshold;
      const bool printed = cells_[cell].use == CellUse::printed;
      if (printed && cells_[cell].value > 0 && (small || cells_[cell].must_hide)) hide(cell);
      if (cells_[cell].use == CellUse::rest && small) watched_.push_back(cell);
    }
  }

  std::vector<bool> solve() {
    for (std::size_t next = 0; next < watched_.size(); ++next) {
      while (!has_other_world(watched_[next])) {
        const auto more = next_to_hide(watched_[next]);
        if (!more) break;  // nothing is printed that could tell
        hide(*more);
      }
    }
    return hidden_;
  }

 private:
  void hide(std::size_t cell) {
    hidden_[cell] = true;
    watched_.push_back(cell);
  }

  /// Whether a reader does not see its value.
  bool is_open(std::size_t cell) const {
    return hidden_[cell] || cells_[cell].use != CellUse::printed;
  }

  std::int64_t least(std::size_t cell) const {
    return cells_[cell].use == CellUse::printed ? 1 : 0;
  }

  bool has_other_world(std::size_t cell) {
    stuck_.reset();
    deepest_ = -1;
    for (const int step : {1, -1}) {
      change_.assign(cells_.size(), 0);
      imbalance_.assign(sums_.size(), 0);
      steps_ = search_steps;
      depth_ = 0;
      if (!can_change(cell, step)) continue;
      apply(cell, step);
      if (balance()) return true;
    }
    return false;
  }

  bool can_change(std::size_t cell, std::int64_t step) const {
    return is_open(cell) && change_[cell] == 0 && cells_[cell].value + step >= least(cell);
  }

  /// A total counts against its parts.
  void apply(std::size_t cell, std::int64_t step) {
    change_[cell] += step;
    for (const std::size_t each : sums_of_[cell]) {
      imbalance_[each] += sums_[each].total == cell ? -step : step;
    }
  }

  /// Mends the first sum that does not add up by one more change, and goes on from there. A cell
  /// that is never shown takes up all of what is wrong, others one.
  bool balance() {
    const auto wrong = std::find_if(imbalance_.begin(), imbalance_.end(),
                                    [](std::int64_t each) { return each != 0; });
    if (wrong == imbalance_.end()) return true;
    if (--steps_ < 0) return false;
    const auto& sum = sums_[static_cast<std::size_t>(wrong - imbalance_.begin())];
    const std::int64_t rest = -*wrong;
    const auto step = [&](std::size_t cell) {
      return cells_[cell].use != CellUse::printed ? rest : rest / std::abs(rest);
    };
    for (const std::size_t part : sum.parts) {
      if (tries(part, step(part))) return true;
    }
    if (tries(sum.total, -step(sum.total))) return true;
    if (depth_ > deepest_) {
      deepest_ = depth_;
      stuck_ = static_cast<std::size_t>(wrong - imbalance_.begin());
    }
    return false;
  }

  bool tries(std::size_t cell, std::int64_t step) {
    if (!can_change(cell, step)) return false;
    apply(cell, step);
    ++depth_;
    if (balance()) return true;
    --depth_;
    apply(cell, -step);
    return false;
  }

  /// The printed cell to hide for the sake of `cell`: where the search got furthest and had nothing
  /// left to change; else of the sums it stands in, or those it is tied to over cells nobody sees.
  std::optional<std::size_t> next_to_hide(std::size_t cell) const {
    if (stuck_) {
      if (const auto found = smallest_printed({*stuck_})) return found;
    }
    std::vector<bool> seen(sums_.size(), false);
    std::vector<std::size_t> near = sums_of_[cell];
    for (const std::size_t each : near) seen[each] = true;
    while (!near.empty()) {
      if (const auto found = smallest_printed(near)) return found;
      near = neighbours(near, seen);
    }
    return std::nullopt;
  }

  std::optional<std::size_t> smallest_printed(const std::vector<std::size_t>& near) const {
    std::optional<std::size_t> best;
    bool best_is_total = false;
    const auto offer = [&](std::size_t cell, bool is_total) {
      if (is_open(cell) || cells_[cell].value == 0) return;
      const bool better = !best || is_total < best_is_total ||
                          (is_total == best_is_total && cells_[cell].value < cells_[*best].value);
      if (better) best = cell, best_is_total = is_total;
    };
    for (const std::size_t each : near) {
      for (const std::size_t part : sums_[each].parts) offer(part, false);
      offer(sums_[each].total, true);
    }
    return best;
  }

  std::vector<std::size_t> neighbours(const std::vector<std::size_t>& near,
                                      std::vector<bool>& seen) const {
    std::vector<std::size_t> further;
    const auto reach = [&](std::size_t cell) {
      if (!is_open(cell)) return;
      for (const std::size_t each : sums_of_[cell]) {
        if (!seen[each]) seen[each] = true, further.push_back(each);
      }
    };
    for (const std::size_t each : near) {
      for (const std::size_t part : sums_[each].parts) reach(part);
      reach(sums_[each].total);
    }
    return further;
  }

  const std::vector<CellSystem::Cell>& cells_;
  const std::vector<CellSystem::Sum>& sums_;
  std::vector<std::vector<std::size_t>> sums_of_;
  std::vector<bool> hidden_;
  std::vector<std::size_t> watched_;  ///< cells that must not be known; grows
  std::vector<std::int64_t> change_;
  std::vector<std::int64_t> imbalance_;
  int steps_ = 0;
  int depth_ = 0;
  int deepest_ = -1;
  std::optional<std::size_t> stuck_;  ///< the sum the longest search of a cell could not mend
};

}  // namespace

std::size_t CellSystem::add(std::int64_t value, CellUse use, bool must_hide) {
  if (value < 0) throw std::logic_error("a count below zero");
  cells_.push_back({value, use, must_hide});
  return cells_.size() - 1;
}

void CellSystem::sum(std::size_t total, std::vector<std::size_t> parts) {
  std::int64_t reckoned = 0;
  for (const std::size_t part : parts) reckoned += cells_.at(part).value;
  if (reckoned != cells_.at(total).value) throw std::logic_error("a sum that does not add up");
  sums_.push_back({total, std::move(parts)});
}

void CellSystem::at_most(std::size_t part, std::size_t whole) {
  sum(whole, {part, add(cells_.at(whole).value - cells_.at(part).value, CellUse::slack)});
}

void CellSystem::cover(std::size_t whole, const std::vector<std::size_t>& parts) {
  std::int64_t all = 0;
  for (const std::size_t part : parts) {
    at_most(part, whole);
    all += cells_.at(part).value;
  }
  const std::size_t together = add(all, CellUse::slack);
  sum(together, parts);
  at_most(whole, together);
}

void CellSystem::share(std::size_t part, std::size_t whole) {
  sum(whole, {part, add(cells_.at(whole).value - cells_.at(part).value, CellUse::rest)});
}

std::vector<bool> hidden_cells(const CellSystem& system, int threshold) {
  return Protection{system, threshold}.solve();
}

}  // namespace kallad::report
