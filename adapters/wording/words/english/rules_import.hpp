// What an import of tables refuses or tells before the engine is asked, in English.
// One row a rule, {name} for a value of its data. Not when it is refused: adapters/import says
// that. Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto import_rules = std::to_array<RuleText>({
    {"encoding_wide",
     "The file is saved as UTF-16. Save it as \"CSV UTF-8\" in the spreadsheet program."},
    {"encoding_looks_windows",
     "The file is not UTF-8; here stands a character as older Excel writes it. Save the file as "
     "\"CSV UTF-8\", or add --encoding windows-1252."},
    {"encoding_looks_unicode",
     "The file is UTF-8 and not Windows-1252. Take --encoding windows-1252 away."},
    {"encoding_not_windows",
     "Here stands a character that Windows-1252 does not have. Save the file as \"CSV UTF-8\"."},
    {"csv_empty",
     "The file is empty. The first line should be the names of the columns."},
    {"csv_separator_unclear",
     "It is not clear what separates the columns. Use semicolon, comma or tab, and only one of "
     "them in the first line."},
    {"csv_quote_unclosed",
     "A quotation mark opens here and is never closed. Close it."},
    {"csv_quote_misplaced",
     "Here stands a quotation mark inside a cell. Write the cell in quotation marks, and each "
     "quotation mark in it twice."},
    {"csv_cell_count",
     "The row has {value} cells but the first line has {expected}. See whether a separator is "
     "missing or one too many."},
    {"csv_cell_too_long",
     "The cell is longer than {limit} bytes. Shorten it."},
    {"csv_too_many_columns",
     "The file has more than {limit} columns. Take out those that are not to be read."},
    {"csv_too_many_rows",
     "The file has more than {limit} rows. Split it."},
    {"csv_too_large",
     "The file is larger than {limit} bytes. Split it."},
    {"table_unknown",
     "It is not clear which table this is. The first line should have the column principal, unit, "
     "council or agreement; docs/import.md shows them."},
    {"column_unknown",
     "There is no column {value} in this table. Those there are: {allowed}."},
    {"column_twice",
     "The column {value} stands twice. Take one of them out."},
    {"column_missing",
     "The column {value} is missing, and is needed for what is new. Add it."},
    {"row_twice",
     "{value} stands at {where} too. Keep one of the rows."},
    {"address_malformed",
     "{value} does not look like an address. Write an address, like name@example.se."},
    {"mailbox_missing",
     "The unit has no function mailbox, so no summons reaches it. Add one when there is one."},
    {"mailbox_bounced",
     "Letters to the function mailbox came back on {value}. Correct the address, or record a new "
     "check when it works."},
    {"provider_bound_like_nobody",
     "The private provider is not bound like any principal. Write in bound_like with whom it has "
     "a contract, if that is to hold."},
});
// clang-format on

}  // namespace kallad::words::english
