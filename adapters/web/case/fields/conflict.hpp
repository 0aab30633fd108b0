// Somebody else was faster: what has happened meanwhile, and what was filled in beside how the same
// things stand now. Not who wins: the reader chooses. Rule kept: nothing that was typed is lost,
// and nothing of others is replaced unseen.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "adapters/view/case_view.hpp"
#include "adapters/web/frame/conflict_view.hpp"
#include "adapters/web/frame/form.hpp"
#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// Gives what has happened in the path's case since that version, as far as the reader may know.
void with_changes(const api::House& house, const Within& within, const api::Call& call,
                  const std::string& version, std::function<void(ConflictView)> then);

/// Adds the fields of the command whose value in the case is another than what was filled in.
void tell_differences(ConflictView& view, std::string_view command, const Form& form,
                      const CaseView& now, const api::House& house, const api::Call& call);

}  // namespace kallad::web
