// What the part _conflict.html shows where somebody else was faster: what was filled in beside how
// the same things stand now. Not who finds that out: each page knows what its fields stand for.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "adapters/http/message.hpp"

namespace kallad::web {

struct ChangeLine {
  std::string at;
  std::string what;
  std::string who;
};
BOOST_DESCRIBE_STRUCT(ChangeLine, (), (at, what, who))

struct DifferLine {
  std::string label;
  std::string mine;
  std::string now;
};
BOOST_DESCRIBE_STRUCT(DifferLine, (), (label, mine, now))

struct ConflictView {
  std::string leave;  ///< where one goes who lets the new stand
  bool has_changes = false;
  std::vector<ChangeLine> changes;
  bool has_differs = false;
  std::vector<DifferLine> differs;
};
BOOST_DESCRIBE_STRUCT(ConflictView, (), (leave, has_changes, changes, has_differs, differs))

/// The API's answer to a form that was made of another version than the present one.
inline constexpr unsigned overtaken = 412;

/// True where the API refused for that reason.
inline bool was_overtaken(const HttpResponse& response) { return response.status == overtaken; }

}  // namespace kallad::web
