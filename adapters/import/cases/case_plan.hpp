// What would become of every row of cases if the files were taken in, and the commands that would
// do it. Not the doing: the desk does that. Rules kept: every command is asked of the table of
// authority and of the engine, on the case as it stands; a case is taken in whole or not at all;
// what was said before is not said again, and a case that people have worked on since is left
// alone.
#pragma once

#include <boost/describe.hpp>

#include "adapters/brain/case_index.hpp"
#include "adapters/desk/submission.hpp"
#include "adapters/import/cases/case_draft.hpp"
#include "engine/deadline/calendar.hpp"

namespace kallad::importing {

/// What becomes of a row. `continued`: an import of this list ended in the middle of the case, or
/// rows have come to it since. `exists`: all of it was taken in before.
enum class CaseFate { opened, continued, exists, refused };
BOOST_DESCRIBE_ENUM(CaseFate, opened, continued, exists, refused)

struct CaseRowFate {
  std::string file;
  std::size_t line = 0;
  Table table = Table::cases;
  std::string id;  ///< of the case
  CaseFate fate = CaseFate::exists;
  std::vector<std::string> says;  ///< ids of the commands that this row would say
  std::vector<CellFault> refusals;
  std::vector<CellFault> notes;
};

/// One case to take in: what is to be said to its stream, in order.
struct CaseWork {
  CaseId id;
  UnitId unit;  ///< the coordinating one, for whom the importer acts
  std::vector<Submission> submissions;
};

struct CasePlan {
  std::vector<CaseRowFate> rows;
  std::vector<CaseWork> work;
};

std::size_t count(const CasePlan& plan, CaseFate fate);

/// What a plan is weighed on. Nothing is owned.
struct CaseGround {
  const ReadStream& read;
  const FindStreams& find;
  const Ledger& ledger;
  const Calendar& calendar;
  Instant now;
  const std::string& by;  ///< who takes the list in
};

/// Weighs all rows of cases in `files`; tables of the register among them are passed over. Rules
/// beside those of draft_cases and the engine: row_twice, person_twice, case_is_of_others,
/// case_has_moved_on, case_row_refused.
CasePlan plan_cases(const CaseGround& ground, const std::vector<TableFile>& files);

}  // namespace kallad::importing
