// The files inside a packed spreadsheet, and their XML.
// Not what they say: xlsx.cpp and ods.cpp. Rule kept: a file is read only as far as the limit, so
// that what it claims of its size does not matter.
#pragma once

#include <zip.h>

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/import/book/book.hpp"

namespace kallad::importing {

/// A packed file, open. The bytes outlive it.
class Parts {
 public:
  Parts(const std::string& bytes, const BookLimits& limits);

  /// Why nothing can be read; nothing where all is well so far.
  const std::optional<Fault>& fault() const { return fault_; }
  bool has(const std::string& name) const;
  /// The file's XML, empty where there is none or where it cannot be read: see fault().
  pugi::xml_document xml(const std::string& name);

 private:
  struct Close {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  void stop(std::string_view rule);
  std::optional<std::string> unpacked(const std::string& name);

  const BookLimits& limits_;
  std::unique_ptr<zip_t, Close> archive_;
  std::optional<Fault> fault_;
};

/// The name without its prefix: "table:table-row" is table-row.
std::string_view local_name(const pugi::xml_node& node);
/// The first child of that local name; empty where there is none.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// The value of the attribute of that local name; "" where there is none.
std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);
/// The number in an attribute; `otherwise` where it has none.
std::size_t number_of(const pugi::xml_node& node, std::string_view name, std::size_t otherwise);

/// Gathers a sheet's cells by row and column, from 1, and makes a table of them.
class SheetTable {
 public:
  explicit SheetTable(const CsvLimits& limits) : limits_(limits) {}

  /// Puts a text there. Empty ones are passed over.
  void put(std::size_t row, std::size_t column, std::string text);
  void stop(Refusal why, Place at);
  bool is_stopped() const { return csv_.fault.has_value(); }
  bool is_empty() const { return rows_.empty() && !csv_.fault; }
  Csv take();

 private:
  struct Row {
    std::size_t number = 0;
    std::vector<std::string> cells;
  };
  const CsvLimits& limits_;
  std::vector<Row> rows_;
  std::size_t bytes_ = 0;  ///< of all texts: a cell may stand for many
  Csv csv_;
};

/// A number as its cell shows it: whole without decimals, else the shortest text that is it.
std::string number_text(std::string_view text);
/// The day of a serial number of a spreadsheet, where it is one; `from_1904` as older Macs count.
std::optional<std::string> day_text(std::string_view serial, bool from_1904);

std::vector<Sheet> read_xlsx(Parts& parts, const BookLimits& limits);
std::vector<Sheet> read_ods(Parts& parts, const BookLimits& limits);

}  // namespace kallad::importing
