// Hiding small counts so that nobody can reckon them back: a system of cells and the sums that tie
// them together, and which cells are not printed. Not a table with words: year_tally.hpp and
// figure_tally.hpp say what the cells are. Rule kept (issue 6, domain 3 "Reports"): a count from 1
// up to the threshold is hidden, zero is shown as 0, and so many more are hidden that each hidden
// count could be another one with everything printed staying as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kallad::report {

/// How a cell is used.
enum class CellUse {
  printed,  ///< shown unless hidden; a hidden one is known to be 1 at least
  rest,     ///< never shown, but a small one must not be reckoned from what is (whole minus part)
  slack,    ///< never shown and never small: what lies between a part and its bound
};

/// The counts of one publication and what ties them. Cells are named by the number they got.
class CellSystem {
 public:
  struct Cell {
    std::int64_t value = 0;
    CellUse use = CellUse::printed;
    bool must_hide = false;  ///< for a reason of its own, as a small change since a publication
  };
  struct Sum {
    std::size_t total = 0;
    std::vector<std::size_t> parts;
  };

  /// A new cell; `value` is 0 or more.
  std::size_t add(std::int64_t value, CellUse use = CellUse::printed, bool must_hide = false);
  /// `total` is the sum of `parts`, as every reader knows. Throws std::logic_error where it is not.
  void sum(std::size_t total, std::vector<std::size_t> parts);
  /// `part` is never more than `whole`: adds the slack between them.
  void at_most(std::size_t part, std::size_t whole);
  /// Each of `parts` is of `whole`, several may be of the same, and none of `whole` is in no part.
  void cover(std::size_t whole, const std::vector<std::size_t>& parts);
  /// `part` of `whole`, where the rest says as much of people as the part does.
  void share(std::size_t part, std::size_t whole);

  const std::vector<Cell>& cells() const { return cells_; }
  const std::vector<Sum>& sums() const { return sums_; }

 private:
  std::vector<Cell> cells_;
  std::vector<Sum> sums_;
};

/// For each cell whether it is not printed. Cells of use printed from 1 to `threshold` - 1 are not,
/// nor those marked must_hide, nor as many more as it takes. For each hidden or small cell there is
/// then another world: whole numbers that fit every sum and all that is printed, in which this cell
/// differs. Of two cells that would do, a part is hidden before a total and the smaller before the
/// larger; the same system gives the same answer. A threshold of 1 or less hides only must_hide.
std::vector<bool> hidden_cells(const CellSystem& system, int threshold);

}  // namespace kallad::report
