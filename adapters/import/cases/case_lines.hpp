// The rows beside a case's own: parties who are no units or are called otherwise, goals and
// activities. Not the case's own row: case_draft.cpp, whose helper this is.
#pragma once

#include "adapters/import/cases/case_draft.hpp"

namespace kallad::importing {

/// Adds what the tables of parties and of the plan say to the cases they name; a row that names no
/// case of `all` becomes a stray.
void draft_lines(CaseDrafts& all, const Register& known, const std::vector<TableFile>& files,
                 Date today);

/// The law's second point, as far as the activities of these steps answer it: what each principal
/// answers for.
std::vector<Responsibility> responsibilities_of(const std::vector<CaseStep>& steps,
                                                const Register& known);

}  // namespace kallad::importing
