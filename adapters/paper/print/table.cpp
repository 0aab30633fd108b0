// Rows are placed one by one; a row that is turned to a new page draws the header first, unread.
// Not measures of content: columns are as wide as their shares say.
#include "adapters/paper/print/table.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "adapters/paper/sheet/row.hpp"

namespace kallad::paper {

namespace {

class TableSetter {
 public:
  TableSetter(Sheet& sheet, const Table& table, Node& node)
      : sheet_(sheet), look_(sheet.look()), table_(table), node_(node) {
    const int shares =
        std::accumulate(table.columns.begin(), table.columns.end(), 0,
                        [](int sum, const Column& column) { return sum + column.width; });
    for (const Column& column : table.columns) {
      widths_.push_back(look_.body_width() * column.width / std::max(shares, 1));
    }
  }

  void all() {
    Node* caption = table_.caption.empty() ? nullptr : &node_.add("Caption");
    Node& header = node_.add("THead").add("TR");
    keep_start();
    if (caption != nullptr) set_caption(*caption);
    place(sheet_, header_row(&header));
    Node& body = node_.add("TBody");
    for (const auto& cells : table_.rows) set_row(cells, body, table_.hand_lines * look_.hand_line);
    const std::vector<std::string> blank(table_.columns.size());
    for (int each = 0; each < table_.blank_rows; ++each)
      set_row(blank, body, std::max(table_.hand_lines, 1) * look_.hand_line * 1.1);
  }

  /// How high what must stand together is.
  double start() const {
    double height = 2 * look_.text * 1.4 + height_of(header_row(nullptr));
    if (!table_.rows.empty()) {
      Node unused;
      height += std::min(height_of(row_of(table_.rows.front(), unused, 0)), third());
    }
    return std::max(height, short_whole());
  }

 private:
  Face text_face() const { return {look_.text * (look_.stacked ? 0.85 : 0.95), false}; }

  /// Caption, header and the first row stand on one page, where a page is enough.
  void keep_start() {
    if (start() > sheet_.left() && !sheet_.is_fresh()) sheet_.turn();
  }

  /// The whole table's height where it is short: then it is not broken; else 0.
  double short_whole() const {
    Node unused;
    double height = 2 * look_.text * 1.4 + height_of(header_row(nullptr));
    for (const auto& cells : table_.rows) {
      height += height_of(row_of(cells, unused, table_.hand_lines * look_.hand_line));
      if (height > third()) return 0;
    }
    height += table_.blank_rows * std::max(table_.hand_lines, 1) * look_.hand_line * 1.1;
    return height > third() ? 0 : height;
  }

  double third() const { return look_.body_height() / 3; }

  void set_caption(Node& node) {
    Row row;
    Cell& cell = row.cells.emplace_back();
    cell.x = look_.side;
    cell.width = look_.body_width();
    cell.pieces.push_back(
        {sheet_.type().broken(table_.caption, {look_.text, true}, cell.width, look_.leading),
         &node});
    place(sheet_, row);
    sheet_.y += look_.text * 0.25;
  }

  /// One cell's place; `at` counts the columns.
  Cell cell_at(std::size_t at) const {
    Cell cell;
    cell.x = look_.side + std::accumulate(widths_.begin(),
                                          widths_.begin() + static_cast<std::ptrdiff_t>(at), 0.0);
    cell.width = widths_[at];
    cell.pad = look_.pad;
    return cell;
  }

  Lines text_in(const Cell& cell, const std::string& text, bool strong) const {
    Face face = text_face();
    face.strong = strong;
    return sheet_.type().broken(text, face, std::max(cell.width - 2 * cell.pad, 8.0),
                                look_.leading);
  }

  /// The header; without `row` it is drawn and not read.
  Row header_row(Node* row) const {
    Row header;
    for (std::size_t at = 0; at < table_.columns.size(); ++at) {
      Cell& cell = header.cells.emplace_back(cell_at(at));
      Node* node = row == nullptr ? nullptr : &row->add("TH");
      if (node != nullptr) node->scope = "Column";
      cell.pieces.push_back({text_in(cell, table_.columns[at].heading, true), node});
    }
    header.under = [this](const Stretch& where) {
      sheet_.fill(look_.side, where.top, look_.body_width(), where.height, Ink::fill);
    };
    header.over = [this](const Stretch& where) { rules(where); };
    return header;
  }

  Row row_of(const std::vector<std::string>& cells, Node& row_node, double least) const {
    if (cells.size() != table_.columns.size()) {
      throw std::invalid_argument("a table's row has another number of cells than columns");
    }
    Row row;
    row.least = least;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      Cell& cell = row.cells.emplace_back(cell_at(at));
      const bool heads = table_.row_headers && at == 0 && !cells[at].empty();
      Node& node = row_node.add(heads ? "TH" : "TD");
      if (heads) node.scope = "Row";
      if (!cells[at].empty()) cell.pieces.push_back({text_in(cell, cells[at], heads), &node});
    }
    row.over = [this](const Stretch& where) { rules(where); };
    row.on_new_page = [this] { place(sheet_, header_row(nullptr)); };
    return row;
  }

  void set_row(const std::vector<std::string>& cells, Node& body, double least) {
    Row row = row_of(cells, body.add("TR"), least);
    row.keep_together = height_of(row) <= third();
    place(sheet_, row);
  }

  /// The frame of a row's stretch and the rules between its cells.
  void rules(const Stretch& where) const {
    double x = look_.side;
    for (const double width : widths_) {
      sheet_.rule(x, where.top, x, where.top + where.height);
      x += width;
    }
    sheet_.rule(x, where.top, x, where.top + where.height);
    sheet_.rule(look_.side, where.top, x, where.top);
    sheet_.rule(look_.side, where.top + where.height, x, where.top + where.height);
  }

  Sheet& sheet_;
  const PageLook& look_;
  const Table& table_;
  Node& node_;
  std::vector<double> widths_;
};

}  // namespace

double start_height(Sheet& sheet, const Table& table) {
  Node unused;
  return TableSetter{sheet, table, unused}.start();
}

void set_table(Sheet& sheet, const Table& table, Node& node) {
  TableSetter{sheet, table, node}.all();
}

}  // namespace kallad::paper
