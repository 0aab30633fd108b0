// A case as the API shows it to its reader, read for a page: the view, its version, and what can be
// said now. Not authority: the API has asked it, redacted the case and logged the opening.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "adapters/view/case_view.hpp"
#include "adapters/web/course/case_places.hpp"
#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// A command, whether it can be said now, and where not, why: in the reader's language.
struct CommandNow {
  std::string id;
  bool allowed = false;
  std::vector<std::string> why_not;
  bool may = false;  ///< the reader is one who may say it, though perhaps not now
};

struct ShownCase {
  std::string version;
  CaseView shown;
  std::vector<CommandNow> commands;
};

/// The case that the path's first name names, and then `then`; a no of the API is answered as it
/// is.
void with_case(const Within& within, const api::Call& call, Language language,
               std::function<void(ShownCase)> then);

/// Name for the reader: the register's for a unit, the person's own, else the party's, else its id.
std::string party_name(const CaseView& shown, const PartyId& party);

/// Whom a deficiency is against: the party, also where the reader is shown no parties, or the
/// organisation outside of the agreement.
std::string against(const CaseView& shown, const DeficiencyView& one, const api::House& house);

/// Whether the reader coordinates the case: what only who does may say is in the list as such.
bool leads(const ShownCase& now);

/// Whether the reader sees the case from inside, and not only that it goes on, or what the council
/// sees.
bool is_inside(const CaseView& shown);

}  // namespace kallad::web
