// OpenDocument spreadsheets: rows and cells that may stand for many, with typed values.
// Not a renderer: a day or a number is taken by its value, and only texts by what is written.
#include <algorithm>

#include "adapters/import/book/parts.hpp"

namespace kallad::importing {

namespace {

/// The text of a paragraph, with its spaces and tabs, and of what stands inside; notes left out.
/// `deep` bounds what is nested by a hand that means no good.
void add_text(std::string& text, const pugi::xml_node& node, int deep = 0) {
  constexpr int deepest = 16;
  for (const auto& child : node.children()) {
    const std::string_view name = local_name(child);
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      text += child.value();
    } else if (name == "s") {
      text.append(std::min<std::size_t>(number_of(child, "c", 1), 64), ' ');
    } else if (name == "tab") {
      text += ' ';
    } else if (name == "line-break") {
      text += '\n';
    } else if (name != "annotation" && deep < deepest) {
      add_text(text, child, deep + 1);
    }
  }
}

std::string text_of_paragraphs(const pugi::xml_node& cell) {
  std::string text;
  for (const auto& child : cell.children()) {
    if (local_name(child) != "p") continue;
    if (!text.empty()) text += '\n';
    add_text(text, child);
  }
  return text;
}

std::string text_of_value(const pugi::xml_node& cell) {
  std::string_view type = attribute_of(cell, "value-type");
  if (type == "date") return std::string{attribute_of(cell, "date-value").substr(0, 10)};
  if (type == "boolean") return attribute_of(cell, "boolean-value") == "true" ? "ja" : "nej";
  if (type == "float") return number_text(attribute_of(cell, "value"));
  return text_of_paragraphs(cell);
}

class OdsSheet {
 public:
  explicit OdsSheet(const CsvLimits& limits) : limits_(limits), table_(limits) {}

  SheetTable read(const pugi::xml_node& sheet) {
    read_rows(sheet, 0);
    return std::move(table_);
  }

 private:
  /// Rows may stand in groups, and groups in groups.
  void read_rows(const pugi::xml_node& node, int deep) {
    constexpr int deepest = 8;
    for (const auto& child : node.children()) {
      const std::string_view name = local_name(child);
      if (table_.is_stopped()) return;
      if (name == "table-row") {
        read_repeated(child);
      } else if (deep < deepest && (name == "table-rows" || name == "table-header-rows" ||
                                    name == "table-row-group")) {
        read_rows(child, deep + 1);
      }
    }
  }

  /// An empty row may stand for a million; one with something in it is read as often as it says.
  void read_repeated(const pugi::xml_node& row) {
    const std::size_t times = std::max<std::size_t>(number_of(row, "number-rows-repeated", 1), 1);
    const std::size_t first = next_row_;
    next_row_ += times;
    for (std::size_t number = first; number < next_row_; ++number) {
      if (!read_row(row, number) || table_.is_stopped()) return;
    }
  }

  /// Whether there was anything in it.
  bool read_row(const pugi::xml_node& row, std::size_t number) {
    std::size_t column = 1;
    bool any = false;
    for (const auto& cell : row.children()) {
      const std::string_view name = local_name(cell);
      if (name != "table-cell" && name != "covered-table-cell") continue;
      const std::size_t times =
          std::max<std::size_t>(number_of(cell, "number-columns-repeated", 1), 1);
      any = read_cell(cell, {number, column}, times) || any;
      column += times;
      if (table_.is_stopped()) return true;
    }
    return any;
  }

  bool read_cell(const pugi::xml_node& cell, Place at, std::size_t times) {
    const bool merged = number_of(cell, "number-columns-spanned", 1) > 1 ||
                        number_of(cell, "number-rows-spanned", 1) > 1;
    if (merged) table_.stop(Refusal{"sheet_cells_merged", {{"value", ""}}}, at);
    for (const auto& one : cell.attributes()) {
      const bool is_error = std::string_view{one.name()} == "calcext:value-type" &&
                            std::string_view{one.value()} == "error";
      if (is_error) table_.stop(Refusal{"sheet_cell_is_error", {{"value", ""}}}, at);
    }
    const std::string text = text_of_value(cell);
    const bool is_formula = !attribute_of(cell, "formula").empty();
    if (text.empty() && is_formula && attribute_of(cell, "value-type").empty()) {
      table_.stop(Refusal{"sheet_formula_without_value", {}}, at);
    }
    if (text.empty()) return false;
    for (std::size_t i = 0; i < times && !table_.is_stopped(); ++i) {
      table_.put(at.line, at.column + i, text);
    }
    return true;
  }

  const CsvLimits& limits_;
  SheetTable table_;
  std::size_t next_row_ = 1;
};

}  // namespace

std::vector<Sheet> read_ods(Parts& parts, const BookLimits& limits) {
  const auto document = parts.xml("content.xml");
  const auto body = child_of(child_of(document, "document-content"), "body");
  std::vector<Sheet> sheets;
  for (const auto& one : child_of(body, "spreadsheet").children()) {
    if (local_name(one) != "table" || sheets.size() > limits.sheets) continue;
    SheetTable table = OdsSheet{limits.table}.read(one);
    if (!table.is_empty()) sheets.push_back({std::string{attribute_of(one, "name")}, table.take()});
  }
  return sheets;
}

}  // namespace kallad::importing
