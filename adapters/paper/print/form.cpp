// A box is a cell with its label first. An empty one is an element of its own (a printed field), so
// that it is read as something to fill in and not as nothing.
// Not a table: what stands beside each other has nothing to do with each other.
#include "adapters/paper/print/form.hpp"

#include <algorithm>
#include <numeric>

#include "adapters/paper/sheet/row.hpp"

namespace kallad::paper {

namespace {

/// The height of one box with short content.
double least_of(const Field& field, const PageLook& look) {
  const double label = look.label * 1.4 + 2 * look.pad;
  const double inside = field.value.empty() ? field.lines * look.hand_line : look.text * 1.4;
  return std::min(label + inside - (field.value.empty() ? look.pad : 0), look.body_height());
}

/// One line of boxes.
class FieldsSetter {
 public:
  FieldsSetter(Sheet& sheet, std::vector<Field> fields)
      : sheet_(sheet), look_(sheet.look()), fields_(std::move(fields)) {}

  void all() {
    Row row;
    double x = look_.side;
    for (const Field& field : fields_) {
      row.least = std::max(row.least, least_of(field, look_));
      row.cells.push_back(cell_of(field, x));
      x += row.cells.back().width;
    }
    // The hand lines of an empty box are drawn with its frame, as the content of its element.
    row.over = [this, &row](const Stretch& where) {
      for (std::size_t at = 0; at < fields_.size(); ++at) close(row.cells[at], at, where);
    };
    row.keep_together = height_of(row) <= look_.body_height() / 2 || is_empty();
    place(sheet_, row);
  }

 private:
  bool is_empty() const {
    return std::all_of(fields_.begin(), fields_.end(),
                       [](const Field& field) { return field.value.empty(); });
  }

  Cell cell_of(const Field& field, double x) {
    const int shares = std::accumulate(fields_.begin(), fields_.end(), 0,
                                       [](int sum, const Field& each) { return sum + each.width; });
    Cell cell;
    cell.x = x;
    cell.width = look_.body_width() * field.width / std::max(shares, 1);
    cell.pad = look_.pad;
    const double inside = cell.width - 2 * cell.pad;
    Node& group = sheet_.root().add("Div");
    const auto broken = [&](const std::string& text, Face face) {
      return sheet_.type().broken(text, face, inside, look_.leading);
    };
    cell.pieces.push_back({broken(field.label, {look_.label, true}), &group.add("P")});
    if (field.value.empty()) {
      Node& box = group.add("Form");
      box.print_field = "tv";
      box.alt = field.label;
      boxes_.push_back(&box);
    } else {
      cell.pieces.push_back({broken(field.value, {look_.text, false}), &group.add("P")});
      boxes_.push_back(nullptr);
    }
    return cell;
  }

  void close(const Cell& cell, std::size_t at, const Stretch& where) {
    const auto frame = [&] { sheet_.frame(cell.x, where.top, cell.width, where.height); };
    if (boxes_[at] == nullptr) return frame();
    sheet_.mark(*boxes_[at], [&] {
      frame();
      for (int line = 1; line < fields_[at].lines; ++line) {
        const double y = where.top + where.height - line * look_.hand_line;
        if (y > where.top + look_.label * 2) {
          sheet_.rule(cell.x + cell.pad, y, cell.x + cell.width - cell.pad, y, Ink::faint, 0.5);
        }
      }
    });
  }

  Sheet& sheet_;
  const PageLook& look_;
  std::vector<Field> fields_;
  std::vector<Node*> boxes_;
};

}  // namespace

double least_height(const Fields& fields, const PageLook& look) {
  double height = 0;
  for (const Field& field : fields.fields) {
    const double one = least_of(field, look);
    height = look.stacked ? height + one : std::max(height, one);
  }
  return height;
}

void set_fields(Sheet& sheet, const Fields& fields) {
  if (!sheet.look().stacked) return FieldsSetter{sheet, fields.fields}.all();
  for (const Field& field : fields.fields) FieldsSetter{sheet, {field}}.all();
}

}  // namespace kallad::paper
