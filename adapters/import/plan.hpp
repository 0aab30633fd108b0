// What would become of every row if the files were taken in, and the commands that would do it.
// Not the doing: the desk does that. Rules kept: nothing is ever removed by a file, what it lacks
// is told; a table is a key and what is said of it, so two rows for one key are refused, both.
#pragma once

#include <boost/describe.hpp>

#include "adapters/brain/ledger.hpp"
#include "adapters/import/draft.hpp"

namespace kallad::importing {

/// What becomes of a row. `lacking`: stands in the register, and no row of the table names it.
enum class Fate { added, changed, unchanged, refused, lacking };
BOOST_DESCRIBE_ENUM(Fate, added, changed, unchanged, refused, lacking)

/// One row, or one thing that the files lack (without file and line).
struct RowFate {
  std::string file;
  std::size_t line = 0;
  Table table = Table::principals;
  std::string id;  ///< of a member: agreement, principal and unit
  Fate fate = Fate::unchanged;
  std::vector<FieldChange> changes;
  std::vector<Fault> refusals;
  std::vector<Fault> notes;  ///< worth telling, and taken in all the same
};

/// The fate of all rows in the order they are taken in, and a command for each thing added or
/// changed, none for a row that is refused.
struct Plan {
  std::vector<RowFate> rows;
  std::vector<LedgerCommand> commands;
};

/// How many rows have that fate.
std::size_t count(const Plan& plan, Fate fate);

/// Weighs all rows of `files` against `ledger`, row by row through the engine: principals, units,
/// councils, agreements, then members, wherever they stand. Rules beside the engine's: row_twice,
/// column_missing (of something new), bad_id, bad_date, unknown_value, address_malformed; notes:
/// mailbox_missing, mailbox_bounced, provider_bound_like_nobody.
Plan plan_import(const Ledger& ledger, const std::vector<TableFile>& files);

}  // namespace kallad::importing
