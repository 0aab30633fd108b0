// Unpacking by libzip, XML by pugixml, and the table that both kinds of books end in.
// Not a writer: nothing is changed, and the archive is let go as it was.
#include "adapters/import/book/parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace kallad::importing {

namespace {

std::string limit_text(std::size_t most) { return std::to_string(most); }

}  // namespace

Parts::Parts(const std::string& bytes, const BookLimits& limits) : limits_(limits) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) {
    stop("book_broken");
    return;
  }
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (!archive_) {
    zip_source_free(source);
    stop("book_broken");
    return;
  }
  const auto parts = zip_get_num_entries(archive_.get(), 0);
  if (parts < 0) stop("book_broken");
  if (parts > 0 && static_cast<std::size_t>(parts) > limits.parts) stop("book_too_large");
}

void Parts::stop(std::string_view rule) {
  if (fault_) return;
  fault_ = Fault{Refusal{rule, {}}, {}};
  if (rule == "book_too_large") {
    fault_->why.data.emplace_back("limit", limit_text(limits_.part_bytes));
  }
}

bool Parts::has(const std::string& name) const {
  return archive_ && zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

std::optional<std::string> Parts::unpacked(const std::string& name) {
  zip_file_t* file = zip_fopen(archive_.get(), name.c_str(), 0);
  if (file == nullptr) return stop("book_broken"), std::nullopt;
  constexpr std::size_t step = 65'536;
  std::string text;
  zip_int64_t got = 0;
  do {
    const std::size_t before = text.size();
    text.resize(before + step);
    got = zip_fread(file, text.data() + before, step);
    text.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
  } while (got > 0 && text.size() <= limits_.part_bytes);
  zip_fclose(file);
  if (text.size() > limits_.part_bytes) return stop("book_too_large"), std::nullopt;
  if (got < 0) return stop("book_broken"), std::nullopt;
  return text;
}

pugi::xml_document Parts::xml(const std::string& name) {
  pugi::xml_document document;
  if (fault_ || !has(name)) return document;
  const auto text = unpacked(name);
  constexpr unsigned how = pugi::parse_default | pugi::parse_ws_pcdata;
  if (text && !document.load_buffer(text->data(), text->size(), how)) stop("book_broken");
  return document;
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);  // none: npos + 1 is the beginning
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& child) { return local_name(child) == name; });
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    const std::string_view whole = one.name();
    if (whole.substr(whole.find(':') + 1) == name) return one.value();
  }
  return {};
}

std::size_t number_of(const pugi::xml_node& node, std::string_view name, std::size_t otherwise) {
  const std::string_view text = attribute_of(node, name);
  std::size_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void SheetTable::put(std::size_t row, std::size_t column, std::string text) {
  if (is_stopped() || text.find_first_not_of(" \t\r\n") == std::string::npos) return;
  const Place at{row, column};
  if (column > limits_.columns) {
    return stop(Refusal{"csv_too_many_columns", {{"limit", limit_text(limits_.columns)}}}, at);
  }
  if (text.size() > limits_.cell_bytes) {
    return stop(Refusal{"csv_cell_too_long", {{"limit", limit_text(limits_.cell_bytes)}}}, at);
  }
  bytes_ += text.size();
  if (bytes_ > limits_.bytes) {
    return stop(Refusal{"csv_too_large", {{"limit", limit_text(limits_.bytes)}}}, at);
  }
  if (rows_.empty() || rows_.back().number != row) rows_.push_back({row, {}});
  if (rows_.size() > limits_.rows + 1) {
    return stop(Refusal{"csv_too_many_rows", {{"limit", limit_text(limits_.rows)}}}, at);
  }
  auto& cells = rows_.back().cells;
  if (cells.size() < column) cells.resize(column);
  cells[column - 1] = std::move(text);
}

void SheetTable::stop(Refusal why, Place at) {
  if (!csv_.fault) csv_.fault = Fault{std::move(why), at};
}

/// The first row is the head; what stands beyond it has no name.
Csv SheetTable::take() {
  for (Row& row : rows_) {
    const std::size_t width = rows_.front().cells.size();
    if (row.cells.size() > width) {
      stop(Refusal{"sheet_cell_beyond_head", {}}, {row.number, row.cells.size()});
    }
    row.cells.resize(width);
    CsvRow cells;
    for (std::size_t i = 0; i < width; ++i) {
      cells.push_back({std::move(row.cells[i]), {row.number, i + 1}});
    }
    csv_.rows.push_back(std::move(cells));
  }
  if (csv_.fault) csv_.rows.clear();
  return std::move(csv_);
}

std::string number_text(std::string_view text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr double exact = 9'007'199'254'740'992.0;  // above it whole numbers are rounded
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::string{text};
  if (number == std::floor(number) && std::abs(number) < exact) {
    return std::to_string(static_cast<long long>(number));
  }
  return std::string{text};
}

std::optional<std::string> day_text(std::string_view serial, bool from_1904) {
  double number = 0;
  const auto read = std::from_chars(serial.data(), serial.data() + serial.size(), number);
  constexpr double last = 2'958'466;  // the first day of year 10000
  if (read.ec != std::errc{} || number < 1 || number >= last) return std::nullopt;
  using std::chrono::days;
  const std::chrono::sys_days zero = from_1904
                                         ? std::chrono::sys_days{std::chrono::year{1904} / 1 / 1}
                                         : std::chrono::sys_days{std::chrono::year{1899} / 12 / 30};
  const std::chrono::year_month_day day{zero + days{static_cast<int>(number)}};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return std::string{text.data()};
}

bool is_book(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0");
}

Book read_book(const std::string& bytes, const BookLimits& limits) {
  const auto refused = [](std::string_view rule) { return Book{{}, Fault{Refusal{rule, {}}, {}}}; };
  if (!bytes.starts_with("PK")) return refused("book_of_other_kind");
  if (bytes.size() > limits.table.bytes) {
    return {{}, Fault{Refusal{"csv_too_large", {{"limit", limit_text(limits.table.bytes)}}}, {}}};
  }
  Parts parts{bytes, limits};
  const bool is_xlsx = parts.has("xl/workbook.xml");
  if (!parts.fault() && !is_xlsx && !parts.has("content.xml")) return refused("book_of_other_kind");
  Book book;
  if (!parts.fault()) {
    book.sheets = is_xlsx ? read_xlsx(parts, limits) : read_ods(parts, limits);
  }
  if (parts.fault()) return {{}, parts.fault()};
  if (book.sheets.empty()) return refused("book_empty");
  if (book.sheets.size() > limits.sheets) {
    return {{}, Fault{Refusal{"book_too_many_sheets", {{"limit", limit_text(limits.sheets)}}}, {}}};
  }
  return book;
}

}  // namespace kallad::importing
