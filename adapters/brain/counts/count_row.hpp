// What a case counts as, the person it is told apart by, and whom words about it may not name, as
// the bytes of a row beside the log. Not a form that lasts: a store that another revision of the
// brain filled is filled anew, so a change here raises EngineBrain::made_by. Not JSON either: a
// million rows are read within seconds. Rule kept (domain 6): the person stands in it, so it is
// only kept sealed with the case's own key.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/between/case_file.hpp"
#include "engine/count/counted_case.hpp"

namespace kallad {

/// One row. The people are empty where nothing of the person is left.
struct CountRow {
  count::CountedCase counted;
  Person person;
  std::vector<std::string> beside;  ///< names of relatives and representatives, each once
};
BOOST_DESCRIBE_STRUCT(CountRow, (), (counted, person, beside))

/// What the case counts as, and whose it is; of one that is disposed of what is left of it.
CountRow count_row_of(const CaseFile& file, const Calendar& calendar);

/// The row as bytes; the same for the same value. The first is odd where something has come in, so
/// that the store can tell these rows from the many others (store/sqlite/lists/count_rows.hpp).
std::string bytes_of(const CountRow& row);

/// The row that was written so; nothing where the bytes are of another form or were changed.
std::optional<CountRow> read_count_row(std::string_view bytes);

/// Makes `row` what was written, and says whether it could; an earlier row's memory is used again.
bool read_count_row(std::string_view bytes, CountRow& row);

}  // namespace kallad
