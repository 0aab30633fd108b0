// Who may read what a council publishes, and who may publish it.
// Not what stands in a report (engine/report), and no right to any case: a report holds none. Rule
// kept (domain 1, 3): the council's secretary collects and compiles; the members of its agreement
// read.
#pragma once

#include "engine/authority/caller.hpp"

namespace kallad::authority {

/// Whether the caller is a secretary of that council.
bool may_publish_reports(const Caller& caller, const CouncilId& council, const Register& known);

/// Whether the caller may read the council's reports: its secretary, and who reads reports for a
/// unit that on `day` is bound or may come by an agreement of the council.
bool may_read_reports(const Caller& caller, const CouncilId& council, const Register& known,
                      Date day);

}  // namespace kallad::authority
