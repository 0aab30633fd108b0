// Words of a line that nobody types and everybody finds: for its units, their huvudmän, its kind
// and its step. Not their names: whoever searches looks up what is called so, in the register as it
// is now and in the words of both languages. Rule kept: an index never holds a name that may
// change, nor anything that was written about the person.
#pragma once

#include <string>

#include "engine/case/case.hpp"

namespace kallad::lists {

std::string mark_of(const UnitId& unit);
std::string mark_of(const PrincipalId& principal);
std::string mark_of(CaseKind kind);
std::string mark_of(Step step);

}  // namespace kallad::lists
