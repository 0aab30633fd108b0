// Each kind of block as rows of cells. The ones with rows of their own kind are in table.cpp and
// form.cpp.
// Not measures: page_look.hpp has those.
#include "adapters/paper/print/blocks.hpp"

#include <qrcodegen/qrcodegen.hpp>

#include <algorithm>

#include "adapters/paper/print/form.hpp"
#include "adapters/paper/print/table.hpp"
#include "adapters/paper/sheet/row.hpp"

namespace kallad::paper {

namespace {

/// A paragraph: one cell without a frame, broken between any two of its lines but the outer ones.
Row paragraph(const Sheet& sheet, const std::string& text, Face face, Node* node,
              double indent = 0) {
  const PageLook& look = sheet.look();
  const double width = look.body_width() - indent;
  Row row;
  row.keep_together = false;
  Cell& cell = row.cells.emplace_back();
  cell.x = look.side + indent;
  cell.width = width;
  cell.pieces.push_back({sheet.type().broken(text, face, width, look.leading), node});
  return row;
}

/// Sets one document's blocks.
class Setter {
 public:
  Setter(Sheet& sheet, const Document& document) : sheet_(sheet), document_(document) {}

  void set(std::size_t at) {
    at_ = at;
    next_ = at + 1 < document_.blocks.size() ? &document_.blocks[at + 1] : nullptr;
    boost::variant2::visit([this](const auto& block) { set(block); }, document_.blocks[at]);
  }

 private:
  Node& add(const char* role) { return sheet_.root().add(role); }
  const PageLook& look() const { return sheet_.look(); }
  void gap(double height) { sheet_.y += height; }
  void need(double height) {
    if (height > sheet_.left() && !sheet_.is_fresh()) sheet_.turn();
  }

  /// About how much of the next block must stand below a heading.
  double start_of_next() const {
    if (next_ == nullptr) return 0;
    if (const auto* fields = boost::variant2::get_if<Fields>(next_)) {
      return std::min(least_height(*fields, look()), look().body_height() / 2);
    }
    if (const auto* code = boost::variant2::get_if<QrCode>(next_)) return qr_height(*code);
    if (const auto* table = boost::variant2::get_if<Table>(next_)) return table_start(*table);
    return 3 * look().text * 1.4 + start_after_note();
  }

  /// Of a paragraph that says what a table is about, the table's beginning too.
  double start_after_note() const {
    if (at_ + 2 >= document_.blocks.size()) return 0;
    const bool is_note = boost::variant2::get_if<Paragraph>(next_) != nullptr;
    const auto* table = boost::variant2::get_if<Table>(&document_.blocks[at_ + 2]);
    return is_note && table != nullptr ? table_start(*table) : 0;
  }

  double table_start(const Table& table) const {
    const bool as_boxes = look().stacked && table.columns.size() > too_many;
    if (as_boxes) return 7 * look().text * 1.4;
    return std::min(start_height(sheet_, table), look().body_height() / 2);
  }

  void set(const Heading& block) {
    const int level = std::clamp(block.level, 1, 3);
    if (!sheet_.is_fresh() && !after_cut_) gap(look().before_heading[level - 1]);
    after_cut_ = false;
    Node& node = add("H");
    node.role += std::to_string(level);
    const Row row = paragraph(sheet_, block.text, {look().heading[level - 1], true}, &node);
    need(height_of(row) + look().after_block + start_of_next());
    place(sheet_, row);
    gap(level == 1 ? look().after_block : look().after_block / 2);
  }

  void set(const Paragraph& block) {
    if (block.tone == Tone::notice) return set_notice(block);
    Face face{look().text, false};
    if (block.tone == Tone::lead) face.size = look().lead;
    if (block.tone == Tone::small) face.size = look().small;
    place(sheet_, paragraph(sheet_, block.text, face, &add("P")));
    gap(look().after_block);
  }

  void set_notice(const Paragraph& block) {
    Row row = paragraph(sheet_, block.text, {look().text, true}, &add("P"), 2 * look().pad + 3);
    row.keep_together = true;
    row.cells[0].width -= look().pad;
    row.cells[0].pad = 0;
    row.under = [this](const Stretch& where) {
      sheet_.fill(look().side, where.top + 1, 3, where.height - 2, Ink::text);
    };
    place(sheet_, row);
    gap(look().after_block);
  }

  void set(const List& block) {
    Node& list = add("L");
    list.numbered = block.numbered;
    int number = 0;
    for (const std::string& item : block.items) {
      Node& entry = list.add("LI");
      const std::string sign = block.numbered ? std::to_string(++number) + "." : "•";
      Node& label = entry.add("Lbl");
      set_item(sign, item, label, entry.add("LBody"));
    }
    gap(look().after_block - item_gap());
  }

  double item_gap() const { return look().text * 0.2; }

  void set_item(const std::string& sign, const std::string& text, Node& label, Node& body) {
    const Face face{look().text, false};
    Row row = paragraph(sheet_, text, face, &body, look().indent);
    const Lines mark = sheet_.type().broken(sign, face, look().indent, look().leading);
    bool drawn = false;
    row.under = [&](const Stretch& where) {
      if (drawn) return;
      drawn = true;
      sheet_.mark(label, [&] { sheet_.put(mark.lines.front(), look().side, where.top); });
    };
    place(sheet_, row);
    gap(item_gap());
  }

  void set(const Table& block) {
    if (look().stacked && block.columns.size() > too_many) return set_as_boxes(block);
    set_table(sheet_, block, add("Table"));
    gap(look().after_block * 1.5);
  }

  /// A wide table in large print: a line of boxes for each row, labelled by the columns.
  void set_as_boxes(const Table& block) {
    if (!block.caption.empty()) {
      place(sheet_, paragraph(sheet_, block.caption, {look().text, true}, &add("P")));
      gap(look().after_block / 2);
    }
    auto rows = block.rows;
    constexpr int enough = 4;
    rows.resize(rows.size() + static_cast<std::size_t>(std::min(block.blank_rows, enough)),
                std::vector<std::string>(block.columns.size()));
    for (const auto& row : rows) {
      Fields boxes;
      for (std::size_t at = 0; at < block.columns.size(); ++at) {
        boxes.fields.push_back({block.columns[at].heading, row.at(at), 1, 1});
      }
      set_fields(sheet_, boxes);
      gap(look().after_block);
    }
  }

  void set(const Fields& block) {
    set_fields(sheet_, block);
    const bool more = next_ != nullptr && boost::variant2::get_if<Fields>(next_) != nullptr;
    gap(more ? 0 : look().after_block);
  }

  void set(const Checkbox& block) {
    Node& line = add("P");
    Node& box = line.add("Form");
    box.print_field = "cb";
    box.checked = block.checked;
    box.alt = block.checked ? document_.beside.checked : document_.beside.unchecked;
    const double size = look().text * 0.95;
    Row row = paragraph(sheet_, block.label, {look().text, false}, &line, size + look().pad * 2);
    row.keep_together = true;
    row.under = [&](const Stretch& where) {
      const double top = where.top + look().text * 0.2;
      sheet_.mark(box, [&] {
        sheet_.frame(look().side, top, size, size, Ink::text);
        if (block.checked) sheet_.cross(look().side + 2, top + 2, size - 4);
      });
    };
    place(sheet_, row);
    const bool more = next_ != nullptr && boost::variant2::get_if<Checkbox>(next_) != nullptr;
    gap(look().after_block * (more ? 0.6 : 1));
  }

  void set(const QrCode& block) {
    need(qr_height(block));
    Node& figure = add("Figure");
    figure.alt = block.alt;
    const double lower = look().height - sheet_.y - look().qr;
    figure.box = {look().side, lower, look().side + look().qr, lower + look().qr};
    const auto code =
        qrcodegen::QrCode::encodeText(block.content.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    const double module = look().qr / code.getSize();
    sheet_.mark(figure, [&] {
      for (int row = 0; row < code.getSize(); ++row) set_runs(code, row, module);
    });
    const double top = sheet_.y;
    for (const std::string& text : block.beside) {
      const double indent = look().qr + look().indent;
      place(sheet_, paragraph(sheet_, text, {look().text, false}, &add("P"), indent));
      gap(look().after_block / 2);
    }
    sheet_.y = std::max(sheet_.y, top + look().qr) + look().after_block;
  }

  /// The code and what stands beside it: together on one page.
  double qr_height(const QrCode& block) const {
    double beside = 0;
    for (const std::string& text : block.beside) {
      beside += look().after_block / 2 + height_of(paragraph(sheet_, text, {look().text, false},
                                                             nullptr, look().qr + look().indent));
    }
    return std::max(look().qr, beside) + look().after_block;
  }

  /// The dark runs of one row; whole runs, so that no hairlines show between modules.
  void set_runs(const qrcodegen::QrCode& code, int row, double module) {
    for (int from = 0; from < code.getSize();) {
      int until = from;
      while (until < code.getSize() && code.getModule(until, row)) ++until;
      if (until > from) {
        sheet_.fill(look().side + from * module, sheet_.y + row * module, (until - from) * module,
                    module * 1.02, 0);
      }
      from = until + 1;
    }
  }

  void set(const CutLine& block) {
    gap(look().after_block);
    sheet_.dashed(look().side / 2, look().width - look().side / 2, sheet_.y);
    gap(2);
    place(sheet_, paragraph(sheet_, block.text, {look().small, false}, &add("P")));
    gap(look().after_block / 2);
    after_cut_ = true;
  }

  void set(const PageBreak&) {
    if (!sheet_.is_fresh()) sheet_.turn();
  }

  static constexpr std::size_t too_many = 3;  ///< columns: in large print words would be broken

  Sheet& sheet_;
  const Document& document_;
  std::size_t at_ = 0;
  const Block* next_ = nullptr;
  bool after_cut_ = false;
};

}  // namespace

std::vector<Extent> set_blocks(Sheet& sheet, const Document& document,
                               const std::set<std::size_t>& turn_before) {
  Setter setter{sheet, document};
  std::vector<Extent> extents;
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    if (turn_before.contains(at) && !sheet.is_fresh()) sheet.turn();
    const std::size_t first = sheet.page();
    setter.set(at);
    extents.push_back({first, sheet.page()});
  }
  return extents;
}

}  // namespace kallad::paper
