// Writing through libxlsxwriter, which keeps the text it is handed until the file is closed.
// Not styling beyond what helps reading: bold heads that stay in view, columns wide enough.
#include "adapters/report/sheet/xlsx.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <stdexcept>

namespace kallad::sheet {

namespace {

constexpr std::size_t longest_name = 31;  // characters, by the format
constexpr double widest_column = 70;

/// Owns the workbook until it is closed; a workbook that is given up is freed.
struct Abandon {
  void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
};
using Workbook = std::unique_ptr<lxw_workbook, Abandon>;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string{"xlsx: "} + lxw_strerror(error));
}

void write_cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const Cell& cell) {
  if (cell.kind == CellKind::number) {
    check(worksheet_write_number(page, row, column, static_cast<double>(cell.number), nullptr));
  } else {
    check(worksheet_write_string(page, row, column, cell.text.c_str(), nullptr));
  }
}

void set_widths(lxw_worksheet* page, const Sheet& sheet) {
  for (std::size_t at = 0; at < sheet.columns.size(); ++at) {
    std::size_t widest = characters(sheet.columns[at].head);
    for (const auto& row : sheet.rows) widest = std::max(widest, characters(row[at].text));
    const double broad = std::min(widest_column, static_cast<double>(widest) + 2);
    const auto column = static_cast<lxw_col_t>(at);
    check(worksheet_set_column(page, column, column, broad, nullptr));
  }
}

void write_page(lxw_worksheet* page, const Sheet& sheet, lxw_format* bold) {
  check(worksheet_write_string(page, 0, 0, sheet.title.c_str(), bold));
  lxw_row_t line = 1;
  if (!sheet.note.empty())
    check(worksheet_write_string(page, line++, 0, sheet.note.c_str(), nullptr));
  for (std::size_t at = 0; at < sheet.columns.size(); ++at) {
    check(worksheet_write_string(page, line, static_cast<lxw_col_t>(at),
                                 sheet.columns[at].head.c_str(), bold));
  }
  worksheet_freeze_panes(page, line + 1, 1);
  for (const auto& row : sheet.rows) {
    ++line;
    for (std::size_t at = 0; at < row.size(); ++at) {
      write_cell(page, line, static_cast<lxw_col_t>(at), row[at]);
    }
  }
  set_widths(page, sheet);
}

/// The first `most` signs of a text in UTF-8.
std::string_view first_signs(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t signs = 0; end < text.size(); ++end) {
    const bool begins_sign = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (begins_sign && ++signs > most) break;
  }
  return text.substr(0, end);
}

/// What stands on the sheet's tab: its title in words, without what the format does not take; of
/// the sheets that hold everything and explain it their id, for their title is the report's. Cut to
/// what the format takes, and no two the same.
std::string page_name(const Sheet& sheet, std::set<std::string>& taken) {
  const bool is_of_all = sheet.id == "data" || sheet.id == "dictionary" || sheet.title.empty();
  std::string words = is_of_all ? sheet.id : sheet.title;
  std::erase_if(words, [](char c) {
    return std::string_view{"[]:*?/\\'"}.find(c) != std::string_view::npos;
  });
  std::string name{first_signs(words, longest_name)};
  for (int number = 2; !taken.insert(name).second; ++number) {
    name = std::string{first_signs(words, longest_name - 3)} + "-" + std::to_string(number);
  }
  return name;
}

void set_properties(lxw_workbook* book, const Properties& properties) {
  std::string title = properties.title;
  std::string subject = properties.subject;
  lxw_doc_properties told{};
  told.title = title.data();
  told.subject = subject.data();
  told.created =
      std::chrono::duration_cast<std::chrono::seconds>(properties.made.time_since_epoch()).count();
  if (told.created == 0) told.created = 1;  // the library takes 0 for the present moment
  check(workbook_set_properties(book, &told));
}

/// A file that is only in memory, for a library that writes to names.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("xlsx", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("xlsx: no memory for a file");
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  std::string content() const {
    std::string bytes;
    std::array<char, 16 * 1024> part{};
    lseek(descriptor_, 0, SEEK_SET);
    for (auto got = read(descriptor_, part.data(), part.size()); got > 0;
         got = read(descriptor_, part.data(), part.size())) {
      bytes.append(part.data(), static_cast<std::size_t>(got));
    }
    return bytes;
  }

 private:
  int descriptor_;
};

}  // namespace

std::string xlsx_of(const std::vector<Sheet>& sheets, const Properties& properties) {
  const MemoryFile file;
  Workbook book{workbook_new(file.name().c_str())};
  if (!book) throw std::runtime_error("xlsx: no workbook");
  set_properties(book.get(), properties);
  lxw_format* bold = workbook_add_format(book.get());
  format_set_bold(bold);
  std::set<std::string> names;
  for (const Sheet& sheet : sheets) {
    lxw_worksheet* page = workbook_add_worksheet(book.get(), page_name(sheet, names).c_str());
    if (!page) throw std::runtime_error("xlsx: no worksheet");
    write_page(page, sheet, bold);
  }
  check(workbook_close(book.release()));
  return file.content();
}

}  // namespace kallad::sheet
