// The yearly report as tables with words: what pages, spreadsheets and open data are made from.
// Not the counts and not their hiding: engine/report. Rule kept: the same tables in every form.
#pragma once

#include <vector>

#include "adapters/report/sheet/sheet.hpp"
#include "adapters/wording/words/language.hpp"
#include "engine/report/yearly_report.hpp"

namespace kallad::report {

/// The tables in the order they are read; a table without rows is left out.
std::vector<sheet::Sheet> sheets_of(const YearlyReport& report, Language language);

/// Every count in one table for programs: year, version, section, row and column by id and in
/// words, state, value. Earlier years stand in it as they were published.
sheet::Sheet data_of(const YearlyReport& report, Language language);

/// What the columns of data_of mean, one row each.
sheet::Sheet year_dictionary(Language language);

/// What the counts of the head of a report are: council, year, version, frozen, threshold.
std::vector<std::pair<std::string, std::string>> head_of(const ReportHead& head, Language language);

/// The count as a cell.
sheet::Cell cell_of(const Count& count, Language language);

}  // namespace kallad::report
