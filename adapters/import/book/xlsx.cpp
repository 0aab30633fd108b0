// Office Open XML: workbook, shared texts, styles (which tell days from numbers) and sheets.
// Not its formulas: of those the saved value is taken. Looks, hidden rows and notes mean nothing.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "adapters/import/book/parts.hpp"

namespace kallad::importing {

namespace {

/// Text of an element with runs: <t> in it, or in its <r>; not how it is pronounced (<rPh>).
std::string text_in(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = local_name(child);
    if (name == "t") text += child.text().get();
    if (name == "r") text += child_of(child, "t").text().get();
  }
  return text;
}

/// Whether a number format shows a day: it names years, months or days outside of quotes and
/// brackets. "yyyy-mm-dd" and "[$-41D]d mmmm yyyy" do, "0.0" and "[h]:mm" do not.
bool shows_day(std::string_view format) {
  bool quoted = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '"') quoted = !quoted;
    if (c == '[') bracketed = true;
    if (c == ']') bracketed = false;
    if (c == '\\') ++i;
    if (quoted || bracketed || c == '\\') continue;
    if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') return true;
  }
  return false;
}

/// The formats that every program knows without a text.
bool is_known_day(std::size_t format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
         (format >= 50 && format <= 58);
}

/// What all sheets share.
struct Shared {
  std::vector<std::string> texts;
  std::vector<bool> styles_of_days;
  bool from_1904 = false;
};

std::vector<std::string> shared_texts(Parts& parts) {
  std::vector<std::string> texts;
  const auto document = parts.xml("xl/sharedStrings.xml");
  for (const auto& node : child_of(document, "sst").children()) {
    if (local_name(node) == "si") texts.push_back(text_in(node));
  }
  return texts;
}

std::vector<bool> styles_of_days(Parts& parts) {
  const auto document = parts.xml("xl/styles.xml");
  const auto sheet = child_of(document, "styleSheet");
  std::map<std::size_t, bool> own;
  for (const auto& format : child_of(sheet, "numFmts").children()) {
    own[number_of(format, "numFmtId", 0)] = shows_day(attribute_of(format, "formatCode"));
  }
  std::vector<bool> styles;
  for (const auto& style : child_of(sheet, "cellXfs").children()) {
    if (local_name(style) != "xf") continue;
    const std::size_t format = number_of(style, "numFmtId", 0);
    const auto found = own.find(format);
    styles.push_back(found == own.end() ? is_known_day(format) : found->second);
  }
  return styles;
}

/// "AB12" is column 28; 0 where it is no such name.
std::size_t column_of(std::string_view name) {
  std::size_t column = 0;
  for (const char c : name) {
    if (c < 'A' || c > 'Z' || column > 1'000) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  return column;
}

class XlsxSheet {
 public:
  XlsxSheet(const Shared& shared, const CsvLimits& limits) : shared_(shared), table_(limits) {}

  SheetTable read(const pugi::xml_node& sheet) {
    std::size_t number = 0;
    for (const auto& row : child_of(sheet, "sheetData").children()) {
      if (local_name(row) != "row") continue;
      number = number_of(row, "r", number + 1);
      std::size_t column = 0;
      for (const auto& cell : row.children()) {
        if (local_name(cell) != "c") continue;
        const std::size_t named = column_of(attribute_of(cell, "r"));
        column = named == 0 ? column + 1 : named;
        read_cell(cell, {number, column});
        if (table_.is_stopped()) return std::move(table_);
      }
    }
    refuse_merged(sheet);
    return std::move(table_);
  }

 private:
  void read_cell(const pugi::xml_node& cell, Place at) {
    const std::string_view type = attribute_of(cell, "t");
    const std::string value = child_of(cell, "v").text().get();
    if (type == "e") return table_.stop(Refusal{"sheet_cell_is_error", {{"value", value}}}, at);
    if (value.empty() && child_of(cell, "f")) {
      return table_.stop(Refusal{"sheet_formula_without_value", {}}, at);
    }
    table_.put(at.line, at.column, text_of_cell(cell, type, value));
  }

  std::string text_of_cell(const pugi::xml_node& cell, std::string_view type,
                           const std::string& value) const {
    if (type == "inlineStr") return text_in(child_of(cell, "is"));
    if (type == "str") return value;
    if (type == "d") return value.substr(0, 10);
    if (type == "b") return value == "1" ? "ja" : "nej";
    if (type == "s") {
      std::size_t index = shared_.texts.size();
      std::from_chars(value.data(), value.data() + value.size(), index);
      return index < shared_.texts.size() ? shared_.texts[index] : std::string{};
    }
    const std::size_t style = number_of(cell, "s", 0);
    const bool is_day = style < shared_.styles_of_days.size() && shared_.styles_of_days[style];
    if (!is_day) return number_text(value);
    return day_text(value, shared_.from_1904).value_or(value);
  }

  /// Of merged cells only the first has a value, and whether the others mean the same nobody knows.
  void refuse_merged(const pugi::xml_node& sheet) {
    const auto merged = child_of(child_of(sheet, "mergeCells"), "mergeCell");
    if (!merged) return;
    const std::string_view cells = attribute_of(merged, "ref");
    const std::size_t digits = cells.find_first_of("0123456789");
    std::size_t row = 1;
    if (digits != std::string_view::npos) {
      std::from_chars(cells.data() + digits, cells.data() + cells.size(), row);
    }
    table_.stop(Refusal{"sheet_cells_merged", {{"value", std::string{cells}}}},
                {row, column_of(cells)});
  }

  const Shared& shared_;
  SheetTable table_;
};

/// Where each sheet lies, by the id under which the workbook names it.
std::map<std::string, std::string, std::less<>> places_of(Parts& parts) {
  std::map<std::string, std::string, std::less<>> places;
  const auto document = parts.xml("xl/_rels/workbook.xml.rels");
  for (const auto& one : child_of(document, "Relationships").children()) {
    std::string target{attribute_of(one, "Target")};
    target = target.starts_with("/") ? target.substr(1) : "xl/" + target;
    places.emplace(attribute_of(one, "Id"), std::move(target));
  }
  return places;
}

/// The id by which the workbook names the sheet's file: r:id, beside a sheetId of its own.
std::string_view file_id(const pugi::xml_node& sheet) { return attribute_of(sheet, "id"); }

}  // namespace

std::vector<Sheet> read_xlsx(Parts& parts, const BookLimits& limits) {
  const auto document = parts.xml("xl/workbook.xml");
  const auto workbook = child_of(document, "workbook");
  const std::string_view from_1904 = attribute_of(child_of(workbook, "workbookPr"), "date1904");
  const Shared shared{shared_texts(parts), styles_of_days(parts),
                      from_1904 == "1" || from_1904 == "true"};
  const auto places = places_of(parts);
  std::vector<Sheet> sheets;
  for (const auto& one : child_of(workbook, "sheets").children()) {
    const auto place = places.find(file_id(one));
    if (place == places.end() || sheets.size() > limits.sheets) continue;
    const auto sheet = parts.xml(place->second);
    SheetTable table = XlsxSheet{shared, limits.table}.read(child_of(sheet, "worksheet"));
    if (!table.is_empty()) sheets.push_back({std::string{attribute_of(one, "name")}, table.take()});
  }
  return sheets;
}

}  // namespace kallad::importing
