// A row is drawn in stretches, one on each page it needs: every cell puts as many of its lines as
// fit. What is one text and crosses a page is one element with two marks.
#include "adapters/paper/sheet/row.hpp"

#include <algorithm>

namespace kallad::paper {

namespace {

/// A line to be drawn and whose it is.
struct Waiting {
  const Line* line = nullptr;
  Node* node = nullptr;
};

using Waitings = std::vector<std::vector<Waiting>>;

Waitings all_lines(const Row& row) {
  Waitings all;
  for (const Cell& cell : row.cells) {
    auto& lines = all.emplace_back();
    for (const Piece& piece : cell.pieces) {
      for (const Line& line : piece.text.lines) lines.push_back({&line, piece.node});
    }
  }
  return all;
}

double sum_of(const std::vector<Waiting>& lines, std::size_t from, std::size_t until) {
  double height = 0;
  for (std::size_t at = from; at < until; ++at) height += lines[at].line->height;
  return height;
}

/// How many lines from `from` fit into `space`: never one alone of several, neither here nor there.
std::size_t fitting(const std::vector<Waiting>& lines, std::size_t from, double space) {
  std::size_t until = from;
  double height = 0;
  while (until < lines.size() && height + lines[until].line->height <= space) {
    height += lines[until++].line->height;
  }
  if (until < lines.size() && until + 1 == lines.size() && until > from + 2) --until;
  if (until < lines.size() && until == from + 1) --until;
  return until;
}

/// Draws the lines, one mark for each stretch of lines of the same element.
void draw(Sheet& sheet, const Cell& cell, const std::vector<Waiting>& lines, std::size_t from,
          std::size_t until, double top) {
  double y = top + cell.pad;
  const double x = cell.x + cell.pad;
  while (from < until) {
    Node* node = lines[from].node;
    const auto put_all = [&] {
      for (; from < until && lines[from].node == node; ++from) {
        sheet.put(*lines[from].line, x, y);
        y += lines[from].line->height;
      }
    };
    if (node == nullptr) {
      put_all();
    } else {
      sheet.mark(*node, put_all);
    }
  }
}

/// One row on its way over pages.
class Placing {
 public:
  Placing(Sheet& sheet, const Row& row)
      : sheet_(sheet), row_(row), lines_(all_lines(row)), from_(lines_.size(), 0) {}

  void all() {
    const double height = height_of(row_);
    if (height > sheet_.left() + slack && goes_over(height)) turn();
    while (height_left() > sheet_.left() + slack && stretch_of_page()) turn();
    stretch({sheet_.y, std::max(height_left(), first_ ? row_.least : 0), first_, true},
            everything());
  }

 private:
  static constexpr double slack = 0.01;

  bool goes_over(double height) const {
    return row_.keep_together && !is_fresh() && height <= sheet_.look().body_height();
  }

  void turn() {
    sheet_.turn();
    if (row_.on_new_page) row_.on_new_page();
    fresh_ = sheet_.y;
  }

  /// Whether another page could hold no more than this one.
  bool is_fresh() const { return sheet_.y <= fresh_; }

  double height_left() const {
    double height = 0;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const auto& lines = lines_[at];
      height = std::max(height, sum_of(lines, from_[at], lines.size()) + 2 * row_.cells[at].pad);
    }
    return height;
  }

  std::vector<std::size_t> everything() const {
    std::vector<std::size_t> until;
    for (const auto& lines : lines_) until.push_back(lines.size());
    return until;
  }

  /// Draws what fits on this page. False where nothing more can be broken: a line higher than a
  /// page.
  bool stretch_of_page() {
    std::vector<std::size_t> until;
    bool some = false;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      until.push_back(fitting(lines_[at], from_[at], sheet_.left() - 2 * row_.cells[at].pad));
      some = some || until.back() > from_[at];
    }
    if (some) stretch({sheet_.y, sheet_.left(), first_, false}, until);
    return some || !is_fresh();
  }

  void stretch(const Stretch& where, const std::vector<std::size_t>& until) {
    if (row_.under) row_.under(where);
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      draw(sheet_, row_.cells[at], lines_[at], from_[at], until[at], where.top);
    }
    if (row_.over) row_.over(where);
    from_ = until;
    first_ = false;
    sheet_.y += where.height;
  }

  Sheet& sheet_;
  const Row& row_;
  Waitings lines_;
  std::vector<std::size_t> from_;
  bool first_ = true;
  double fresh_ = sheet_.look().top;
};

}  // namespace

double height_of(const Row& row) {
  double height = row.least;
  for (const Cell& cell : row.cells) {
    double inside = 2 * cell.pad;
    for (const Piece& piece : cell.pieces) {
      for (const Line& line : piece.text.lines) inside += line.height;
    }
    height = std::max(height, inside);
  }
  return height;
}

void place(Sheet& sheet, const Row& row) { Placing{sheet, row}.all(); }

}  // namespace kallad::paper
