// The lines of a case in lists of disposal: one list for each unit that has a copy that will be
// disposed of some day, and one for each that had one.
// Not when it may go: the law and the register say that when a list is read, by the last entry.
// Rule kept (domain 6): nothing of the person; of a protected one not even who coordinates.
#pragma once

#include <vector>

#include "adapters/desk/list_entry.hpp"
#include "engine/between/case_file.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::lists {

/// The names of lists.
std::string disposal_list_of(const UnitId& unit);
std::string disposed_list_of(const UnitId& unit);

/// All lines of a file. `closed` is set and `due` is the last entry, or the moment of disposal;
/// `begins` is after the last day until which somebody has decided to keep the copy.
std::vector<ListEntry> disposal_entries(const CaseFile& file, const Zone& zone);

/// The list of all examples in the store, and the line of a file in it while it is there.
std::string examples_list();
std::vector<ListEntry> example_entries(const CaseFile& file);

}  // namespace kallad::lists
