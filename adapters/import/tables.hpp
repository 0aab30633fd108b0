// The tables that a file can hold, recognised by their heads: huvudmän, enheter, lokala samråd,
// överenskommelser and their members; and cases with their parties, goals and activities. Not what
// their rows mean for the register: draft.hpp reads the cells, plan.hpp weighs the rows. Rule kept:
// names of columns in Swedish or English; a name that no table has is told, never passed over.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/import/csv.hpp"
#include "adapters/import/encoding.hpp"

namespace kallad::importing {

/// In the order in which they are taken in: each names what the ones before it hold.
enum class Table { principals, units, councils, agreements, members, cases, parties, efforts };
BOOST_DESCRIBE_ENUM(Table, principals, units, councils, agreements, members, cases, parties,
                    efforts)

/// Whether the table is of cases; the others are of the register.
inline bool is_of_cases(Table table) { return table >= Table::cases; }

/// The names of a column.
struct ColumnName {
  std::string_view swedish;
  std::string_view english;
};

/// The columns of a table; the first is its key (of members the first three together).
const std::vector<ColumnName>& columns_of(Table table);

/// A file with its table. `columns[i]` is the English name of its i-th column.
struct TableFile {
  std::string name;  ///< as it was said on the command line
  Table table = Table::principals;
  std::vector<std::string_view> columns;
  std::vector<CsvRow> rows;  ///< without the head, and without rows of empty cells
};

/// The table, or every fault of its head.
struct TableRead {
  TableFile file;
  std::vector<Fault> faults;
};

/// Finds the table of `csv` by its head. Rules: column_unknown, column_twice, column_missing,
/// table_unknown; bad_text and too_long for any cell that is no plain text.
TableRead recognise(std::string name, Csv csv);

/// What is wrong with tables of cases among tables of the register, and in which file: a case is
/// weighed on the register as it stands. Rule: cases_come_after_register.
std::optional<std::pair<std::string, Fault>> mixture_in(const std::vector<TableFile>& files);

/// Decodes, reads and recognises the bytes of a file; a fault of the first two stands alone.
TableRead read_table(std::string name, std::string bytes, Encoding encoding);

}  // namespace kallad::importing
