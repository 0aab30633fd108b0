// What the rows of one case say, as the ordinary commands that would do it, in their order.
// Not whether they are taken: the engine is asked for each (case_plan.hpp). Rules kept: nothing is
// said that no cell says, but for that the case comes from this list and that the person is a
// party; what is said twice from the same cells is the same command with the same ids.
#pragma once

#include <string>
#include <vector>

#include "adapters/import/cases/case_cells.hpp"
#include "engine/between/case_file.hpp"

namespace kallad::importing {

/// One command, and where it is told what becomes of it.
struct CaseStep {
  FileCommand command;
  std::size_t row = 0;      ///< of CaseDraft::rows
  std::string_view column;  ///< the cell it comes from, where a refusal names no field
};

/// A row that says something of the case.
struct CaseRow {
  const TableFile* file = nullptr;
  const CsvRow* cells = nullptr;
  std::vector<CellFault> refusals;
  std::vector<CellFault> notes;
};

/// One case of the files: its own row first.
struct CaseDraft {
  std::string id;
  std::string identity_number;
  bool knows_of_other_sip = false;
  UnitId coordinating;
  std::vector<CaseRow> rows;
  std::vector<CaseStep> steps;
};

/// The drafts of all cases in `files`, in the order of their rows, and the rows that belong to no
/// case of theirs, refused. Rules: cell_is_empty, bad_id, case_id_is_a_number, not_in_register,
/// name_of_several, day_not_understood, unknown_value, number_was_rounded,
/// follow_up_without_meeting, plan_without_meeting, case_row_missing; notes: see case_notes in
/// case_draft.cpp.
struct CaseDrafts {
  std::vector<CaseDraft> cases;
  std::vector<CaseRow> strays;
};
CaseDrafts draft_cases(const Register& known, const std::vector<TableFile>& files, Date today);

/// The cell that a field of a command is about: "consent.until" is consent_until. Empty: none.
std::string_view column_for(std::string_view field);

}  // namespace kallad::importing
