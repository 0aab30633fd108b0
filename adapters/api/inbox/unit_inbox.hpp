// What waits for the caller's unit, case by case, and who of the unit has taken it.
// Not Min dag, whose groups are of the case lists: here each thing is a line of its own. Rules kept
// (domain 6): what a caller does not see of a case is no line; of a case with protected identity
// there are lines for those alone who are named for it.
#pragma once

#include <optional>

#include "adapters/api/inbox/inbox_answers.hpp"
#include "adapters/api/way/call.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::api {

/// One reader's view of the inbox at one moment (UTC). Lives as long as house and caller.
class InboxReader {
 public:
  InboxReader(House& house, const Caller& caller);

  /// All of it. Throws StoreError.
  UnitInbox read() const;
  /// The one thing, as it waits now; nothing where it does not, or the caller may not see it.
  std::optional<InboxItem> find(const CaseId& of_case, InboxKind kind,
                                const std::string& thing) const;

 private:
  std::vector<InboxItem> items_of(const CaseId& id, bool orphan) const;
  bool is_orphan(const CaseId& id) const;

  House& house_;
  const Caller& caller_;
  std::shared_ptr<const ReadLedger> ledger_;
  Instant now_;
};

/// The account as a caller, if it is active and works in cases for that unit.
std::optional<Caller> colleague_named(House& house, const UnitId& unit,
                                      const std::string& user_name, const CaseId& of_case);

}  // namespace kallad::api
