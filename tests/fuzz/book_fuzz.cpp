// A libFuzzer target: any text as the parts of a spreadsheet, packed as its program would; and any
// bytes as the packed file itself.
// Not part of the build, for it needs clang; from the root of the repository:
//   clang++-16 -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -I. tests/fuzz/book_fuzz.cpp \
//     adapters/import/book/*.cpp adapters/codec/forms.cpp -lzip -lpugixml -o book_fuzz
//   ./book_fuzz -max_total_time=600 tests/fuzz/book_corpus
// Rules kept: a sheet that is read is a rectangle of text within its limits, and a fault has a
// rule.
#include <zip.h>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/codec/forms.hpp"
#include "adapters/import/book/book.hpp"

namespace {

using kallad::importing::Book;
using kallad::importing::BookLimits;
using kallad::importing::CsvRow;
using kallad::importing::read_book;
using kallad::importing::Sheet;
using Parts = std::vector<std::pair<std::string, std::string>>;

void demand(bool holds) {
  if (!holds) std::abort();
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  demand(zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0);
  std::string bytes(stat.size, '\0');
  demand(zip_source_read(source, bytes.data(), bytes.size()) ==
         static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(source);
  return bytes;
}

/// The parts as one packed file, in memory.
std::string packed(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  demand(archive != nullptr);
  zip_source_keep(source);
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
    const auto index = zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  demand(zip_close(archive) == 0);
  std::string bytes = bytes_of(source);
  zip_source_free(source);
  return bytes;
}

/// The texts between bytes of 1, and empty ones after the last.
std::array<std::string, 5> split(std::string_view text) {
  std::array<std::string, 5> all;
  for (std::string& one : all) {
    const auto end = text.find('\1');
    one = text.substr(0, end);
    text = end == text.npos ? std::string_view{} : text.substr(end + 1);
  }
  return all;
}

void check(const std::string& bytes) {
  const BookLimits limits{.part_bytes = 1'048'576, .parts = 64, .sheets = 4, .table = {}};
  const Book book = read_book(bytes, limits);
  if (book.fault) return demand(!book.fault->why.rule.empty());
  demand(!book.sheets.empty() && book.sheets.size() <= limits.sheets);
  for (const Sheet& sheet : book.sheets) {
    if (sheet.csv.fault) {
      demand(!sheet.csv.fault->why.rule.empty());
      continue;
    }
    demand(sheet.csv.rows.size() <= limits.table.rows);
    std::size_t bytes = 0;
    for (const CsvRow& row : sheet.csv.rows) {
      demand(row.size() == sheet.csv.rows.front().size());
      for (const auto& cell : row) {
        demand(cell.text.size() <= limits.table.cell_bytes);
        bytes += cell.text.size();
      }
    }
    demand(bytes <= limits.table.bytes);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(static_cast<const char*>(static_cast<const void*>(data)) + 1, size - 1);
  const auto parts = split(text);
  if (data[0] == 'x') {
    check(packed({{"xl/workbook.xml", parts[0]},
                  {"xl/_rels/workbook.xml.rels", parts[1]},
                  {"xl/styles.xml", parts[2]},
                  {"xl/sharedStrings.xml", parts[3]},
                  {"xl/worksheets/sheet1.xml", parts[4]}}));
  } else if (data[0] == 'o') {
    check(packed(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", text}}));
  } else {
    check(text);
  }
  return 0;
}
