// What of the register is used by what is no example: by real cases, by real accounts, and by the
// entries that stay. Not a decision: the register's own rules are asked again when examples go.
// Rule kept: what is not an example is never touched by a removal, nor anything it points at.
#pragma once

#include <set>

#include "engine/between/case_file.hpp"
#include "engine/register/register.hpp"

namespace kallad::api {

/// Gathers what is used, and then says which of the examples stay.
class InUse {
 public:
  explicit InUse(const Register& known) : known_(known) {}

  /// All that a real case names: its parties, also those that left, who coordinates, where it
  /// belongs; of a disposed one whose copies there were.
  void take(const CaseFile& file);
  void take(const UnitId& unit);

  /// The examples that are used, or that something which stays points at.
  Entries kept();

 private:
  bool stays(const PrincipalId& id) const;
  bool stays(const UnitId& id) const;
  bool stays(const AgreementId& id) const;
  bool stays(const CouncilId& id) const;
  void follow();

  const Register& known_;
  std::set<PrincipalId> principals_;
  std::set<UnitId> units_;
  std::set<AgreementId> agreements_;
  std::set<CouncilId> councils_;
};

}  // namespace kallad::api
