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
     "The private provider is not bound like any authority. Write in bound_like with whom it has "
     "a contract, if that is to hold."},
    {"book_too_large",
     "The spreadsheet unpacks to more than {limit} bytes. Divide it, or save the sheet as CSV."},
    {"book_of_other_kind",
     "The file is no spreadsheet that can be read: perhaps it is an older .xls or has a "
     "password. Save it as .xlsx, .ods or \"CSV UTF-8\", without password."},
    {"book_broken",
     "The spreadsheet cannot be unpacked. Open it in the spreadsheet program and save it anew."},
    {"book_empty",
     "The spreadsheet has no sheet with anything in it."},
    {"book_too_many_sheets",
     "The spreadsheet has more than {limit} sheets with something in them. Remove those that "
     "are not to be imported."},
    {"sheet_cells_merged",
     "Cells are merged here ({value}), so what each row says cannot be seen. Split them, and "
     "write the value in each cell."},
    {"sheet_cell_is_error",
     "The cell shows an error {value}. Correct the formula, or write the value instead."},
    {"sheet_formula_without_value",
     "The cell has a formula without a saved value. Recalculate and save in the spreadsheet "
     "program, or write the value instead."},
    {"sheet_cell_beyond_head",
     "The cell stands outside the columns of the first row. Give the column a name, or empty "
     "the cell."},
    {"cases_come_after_register",
     "The files hold both register and cases. Import the register first, and then the cases."},
    {"cell_is_empty",
     "The cell is empty and has to be filled in."},
    {"case_id_is_a_number",
     "The case number seems to hold an identity number. It stands in letters and addresses; "
     "choose a number that does not tell whom it is about."},
    {"not_in_register",
     "{value} is not in the register. Write the id or the name as it stands there."},
    {"name_of_several",
     "Several in the register are called {value}. Write the id instead."},
    {"day_not_understood",
     "{value} is no day that can be read. Write YYYY-MM-DD."},
    {"number_was_rounded",
     "The spreadsheet program has rounded the number, so its last digits are gone. Make the "
     "column text and write the number anew."},
    {"follow_up_without_meeting",
     "There is a day of follow-up here but no last meeting. Write the day of the meeting, or "
     "empty the cell: in a case without a plan there is nothing to follow up."},
    {"plan_without_meeting",
     "Goals, activities and efforts belong to a plan. Write in the row of the case on which "
     "day the meeting that made the plan was held (last_meeting)."},
    {"case_row_missing",
     "The case {value} has no row of its own among the cases, or several. Add the row, or take"
     " along the file in which it stands."},
    {"owner_is_no_party",
     "{value} is no party of the case. Add the unit under parties."},
    {"person_twice",
     "The same identity number stands on {where} too. Write yes in has_sip_already if the "
     "person is to have two cases, or remove one of the rows."},
    {"case_is_of_others",
     "The case {value} is there already, opened with other facts than this row. Change it in "
     "Kallad, or choose another number."},
    {"case_has_moved_on",
     "Somebody has worked in the case {value} since it was imported. Write what is new in "
     "Kallad."},
    {"case_row_refused",
     "Something else that belongs to the same case is refused, and a case is imported whole or"
     " not at all."},
    {"identity_number_unverified_in_row",
     "The number does not check out as an identity number or coordination number. The case is "
     "opened all the same."},
    {"opened_without_consent",
     "No consent stands in the row: the case is opened in preparation, and nobody is summoned "
     "until there is consent."},
    {"follow_up_is_overdue",
     "The day has passed already, so the coordinator will hear that the follow-up is late."},
    {"activity_is_overdue",
     "The day has passed already, so the unit and its head will hear that the activity is "
     "late."},
});
// clang-format on

}  // namespace kallad::words::english
