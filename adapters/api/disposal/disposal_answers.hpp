// What the lists of gallring answer, as described structs.
// Not a case: number, huvudman and days alone. Rule kept (domain 6): nothing of the person, so that
// an administrator can decide without reading anybody's case.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/disposal/term.hpp"

namespace kallad::api {

/// A copy that may go now. `version`: of its case, for If-Match of the decision; `copies_left`:
/// of the case, this one included; with the last the case itself goes. `late`: it should have gone
/// already. Local days.
struct DueCopy {
  CaseId of_case;
  std::uint64_t version = 0;
  PrincipalId principal;
  std::string principal_name;
  RetentionLaw law = RetentionLaw::health_care;
  Date last_entry;
  Date from;
  std::optional<Date> by;
  bool late = false;
  disposal::InSample research = disposal::InSample::no;
  std::uint32_t copies_left = 1;
};
BOOST_DESCRIBE_STRUCT(DueCopy, (),
                      (of_case, version, principal, principal_name, law, last_entry, from, by, late,
                       research, copies_left))

/// What must go first comes first. `and_more`: the rest comes as these are decided.
struct DueCopies {
  std::vector<DueCopy> copies;
  bool and_more = false;
};
BOOST_DESCRIBE_STRUCT(DueCopies, (), (copies, and_more))

/// A copy that has gone with its case.
struct GoneCopy {
  CaseId of_case;
  PrincipalId principal;
  std::string principal_name;
  RetentionLaw law = RetentionLaw::health_care;
  Date last_entry;
  Date disposed_on;
};
BOOST_DESCRIBE_STRUCT(GoneCopy, (),
                      (of_case, principal, principal_name, law, last_entry, disposed_on))

/// The latest first.
struct GoneCopies {
  std::vector<GoneCopy> copies;
  bool and_more = false;
};
BOOST_DESCRIBE_STRUCT(GoneCopies, (), (copies, and_more))

}  // namespace kallad::api
