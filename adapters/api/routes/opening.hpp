// Opening a case for a caller: what may be seen of it, and the line in the access log before it is.
// Not who may see what: engine/authority. Rules kept: who may not see a case is told that there is
// none; an opening that cannot be logged is not shown.
#pragma once

#include <optional>
#include <string>

#include "adapters/api/way/call.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::api {

/// What of a case a caller sees, and the sight it is seen by. A frozen sight reads the case as it
/// was then.
struct Seen {
  std::shared_ptr<const ReadCase> read;
  Sight sight;
  std::shared_ptr<const ReadCase> now;  ///< as it is; of a frozen sight only deficiencies go on
};

/// The file as it is shown to the caller.
CaseFile shown_file(const Seen& seen);

/// The version the caller sees: where a frozen sight ends, it stands still.
std::uint64_t version_of(const Seen& seen);

/// The same of a case as it is, for who says something to it; nothing where the sight is not
/// frozen.
std::optional<std::uint64_t> frozen_version(House& house, const Caller& caller, const ReadCase& now,
                                            const Occasion& occasion);

/// Nothing where the caller may not know of the case, or only counts such cases.
std::optional<Seen> look(House& house, const Caller& caller, const std::string& id,
                         const Occasion& occasion);

/// Logs that the caller opened `kind` ("case", "events") of the case, shown or refused, and then
/// answers: 404 where nothing was seen, 503 where it could not be logged.
void answer_logged(House& house, Call call, std::string kind, const std::optional<Seen>& seen,
                   Instant now, HttpResponse response);

}  // namespace kallad::api
