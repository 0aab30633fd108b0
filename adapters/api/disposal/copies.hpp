// Which copies of cases may go now, and which have gone, for one who may decide that.
// Not the decision and not its rules: engine/disposal. Rules kept (engine/authority): a head sees
// the own huvudman's copies of the own unit's cases, an administrator all; of a case nothing but
// its number is told.
#pragma once

#include "adapters/api/disposal/disposal_answers.hpp"
#include "adapters/api/way/call.hpp"

namespace kallad::api {

/// Whether the caller may decide about copies at all.
bool decides_disposal(const Caller& caller);

/// One caller's view at one moment (UTC). Lives as long as house and caller.
class CopyLists {
 public:
  CopyLists(House& house, const Caller& caller);

  /// Copies that may go today. Throws StoreError.
  DueCopies due() const;
  /// Copies that have gone, where the whole case has. Throws StoreError.
  GoneCopies gone() const;

 private:
  std::vector<const Unit*> units() const;
  std::vector<ListedEntry> lines_of(const std::string& list, std::optional<Instant> before,
                                    EntryOrder order) const;
  std::optional<DueCopy> due_copy(const ListedEntry& line, const PrincipalId& principal) const;
  std::string name_of(const PrincipalId& principal) const;

  House& house_;
  const Caller& caller_;
  std::shared_ptr<const ReadLedger> ledger_;
  Instant now_;
};

}  // namespace kallad::api
