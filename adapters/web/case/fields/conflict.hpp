// Somebody else was faster: what has happened meanwhile, and what was filled in beside how the same
// things stand now. Not who wins: the reader chooses. Rule kept: nothing that was typed is lost,
// and nothing of others is replaced unseen.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "adapters/view/case_view.hpp"
#include "adapters/web/frame/form.hpp"
#include "adapters/web/frame/within.hpp"

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

/// For the part _conflict.html.
struct ConflictView {
  std::string leave;  ///< where one goes who lets the new stand
  bool has_changes = false;
  std::vector<ChangeLine> changes;
  bool has_differs = false;
  std::vector<DifferLine> differs;
};
BOOST_DESCRIBE_STRUCT(ConflictView, (), (leave, has_changes, changes, has_differs, differs))

/// True where the API refused because the form was made of another version of the case.
bool was_overtaken(const HttpResponse& response);

/// Gives what has happened in the path's case since that version, as far as the reader may know.
void with_changes(const api::House& house, const Within& within, const api::Call& call,
                  const std::string& version, std::function<void(ConflictView)> then);

/// Adds the fields of the command whose value in the case is another than what was filled in.
void tell_differences(ConflictView& view, std::string_view command, const Form& form,
                      const CaseView& now, const api::House& house, const api::Call& call);

}  // namespace kallad::web
