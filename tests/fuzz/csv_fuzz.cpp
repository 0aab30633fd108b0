// A libFuzzer target: any bytes as a file of the register, in both encodings.
// Not part of the build, for it needs clang; from the root of the repository:
//   clang++-16 -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -I. tests/fuzz/csv_fuzz.cpp \
//     adapters/import/{csv,encoding,tables}.cpp adapters/codec/forms.cpp -o csv_fuzz
//   ./csv_fuzz -max_total_time=600 tests/fuzz/csv_corpus
// Rules kept: what is read is a rectangle, what is written again reads the same, and a fault stands
// inside the file.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include "adapters/codec/forms.hpp"
#include "adapters/import/tables.hpp"

namespace {

using kallad::importing::Cell;
using kallad::importing::Csv;
using kallad::importing::CsvRow;
using kallad::importing::decode;
using kallad::importing::Decoded;
using kallad::importing::Encoding;
using kallad::importing::read_csv;
using kallad::importing::read_table;
using kallad::importing::TableRead;

void demand(bool holds) {
  if (!holds) std::abort();
}

std::string written(const Csv& csv) {
  std::string text;
  for (const CsvRow& row : csv.rows) {
    for (const Cell& cell : row) {
      text += text.empty() || text.back() == '\n' ? "\"" : ";\"";
      for (const char c : cell.text) text += c == '"' ? "\"\"" : std::string(1, c);
      text += '"';
    }
    text += '\n';
  }
  return text;
}

void check_cells(const std::string& text) {
  const Csv csv = read_csv(text);
  demand(csv.fault.has_value() == csv.rows.empty());
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  if (csv.fault) return demand(csv.fault->at.line <= lines);
  for (const CsvRow& row : csv.rows) {
    demand(row.size() == csv.rows.front().size());
    for (const Cell& cell : row) demand(cell.at.line >= 1 && cell.at.line <= lines);
  }
  // Heads with a mark inside say something else when they stand in quotes: see find_separator.
  for (const Cell& cell : csv.rows.front()) {
    if (cell.text.find_first_of(";,\t\r\n") != std::string::npos) return;
  }
  const Csv again = read_csv(written(csv));
  demand(!again.fault && again.rows.size() == csv.rows.size());
  for (std::size_t i = 0; i < csv.rows.size(); ++i) {
    for (std::size_t j = 0; j < csv.rows[i].size(); ++j) {
      demand(again.rows[i][j].text == csv.rows[i][j].text);
    }
  }
}

void check_table(const std::string& bytes, Encoding encoding) {
  const TableRead read = read_table("file", bytes, encoding);
  if (!read.faults.empty()) return;
  demand(!read.file.columns.empty());
  for (const CsvRow& row : read.file.rows) {
    demand(row.size() == read.file.columns.size());
    for (const Cell& cell : row) demand(kallad::codec::broken_text_rule(cell.text).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(static_cast<const char*>(static_cast<const void*>(data)), size);
  for (const Encoding encoding : {Encoding::utf8, Encoding::windows_1252}) {
    check_table(bytes, encoding);
    const Decoded decoded = decode(bytes, encoding);
    demand(decoded.fault || kallad::codec::first_not_utf8(decoded.text) == std::string::npos);
    if (!decoded.fault) check_cells(decoded.text);
  }
  return 0;
}
