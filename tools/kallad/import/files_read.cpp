// Which kind of file it is shows in its first bytes; which encoding, in all of them.
// Not lenient where it is not certain: a file that says one encoding and is another is refused.
#include "tools/kallad/import/files_read.hpp"

#include <algorithm>
#include <fstream>
#include <optional>

#include "adapters/import/book/book.hpp"

namespace kallad::importing {

namespace {

using program::ImportOptions;

/// At most one byte more than is taken in; nothing where it cannot be read.
std::optional<std::string> bytes_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  std::string bytes(CsvLimits{}.bytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad() || (in.fail() && !in.eof())) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

void keep(FilesRead& all, TableRead read) {
  for (Fault& fault : read.faults) all.faults.emplace_back(read.file.name, std::move(fault));
  all.tables.push_back(std::move(read.file));
}

void read_sheets(FilesRead& all, const std::string& name, const std::string& bytes) {
  Book book = read_book(bytes);
  if (book.fault) return void(all.faults.emplace_back(name, std::move(*book.fault)));
  for (Sheet& sheet : book.sheets) {
    const std::string whole = book.sheets.size() == 1 ? name : name + ", blad " + sheet.name;
    if (sheet.csv.fault) {
      all.faults.emplace_back(whole, std::move(*sheet.csv.fault));
    } else {
      keep(all, recognise(whole, std::move(sheet.csv)));
    }
  }
}

Encoding encoding_of(const ImportOptions& options, const std::string& bytes) {
  if (options.encoding.empty()) return told_by(bytes);
  return options.encoding == "utf-8" ? Encoding::utf8 : Encoding::windows_1252;
}

}  // namespace

FilesRead read_files(const ImportOptions& options) {
  FilesRead all;
  for (const auto& file : options.files) {
    auto bytes = bytes_of(file);
    if (!bytes) {
      all.unreadable.push_back(file.string());
    } else if (is_book(*bytes)) {
      read_sheets(all, file.string(), *bytes);
    } else {
      const Encoding encoding = encoding_of(options, *bytes);
      keep(all, read_table(file.string(), std::move(*bytes), encoding));
    }
  }
  if (auto fault = mixture_in(all.tables); fault && all.faults.empty()) {
    all.faults.push_back(std::move(*fault));
  }
  return all;
}

bool are_of_cases(const FilesRead& read) {
  return std::ranges::any_of(read.tables, &is_of_cases, &TableFile::table);
}

}  // namespace kallad::importing
