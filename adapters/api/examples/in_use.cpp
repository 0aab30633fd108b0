// What stays is followed until nothing more is found: a unit keeps its principal, an agreement its
// members and its council, a council the unit of its secretary.
#include "adapters/api/examples/in_use.hpp"

#include <algorithm>

#include "adapters/brain/example_uses.hpp"

namespace kallad::api {

namespace {

template <class Id>
bool has(const std::vector<Id>& all, const Id& one) {
  return std::ranges::find(all, one) != all.end();
}

}  // namespace

void InUse::take(const UnitId& unit) {
  if (!unit.empty()) units_.insert(unit);
}

void InUse::take(const CaseFile& file) {
  const Entries used = used_by(file);
  principals_.insert(used.principals.begin(), used.principals.end());
  units_.insert(used.units.begin(), used.units.end());
  agreements_.insert(used.agreements.begin(), used.agreements.end());
  councils_.insert(used.councils.begin(), used.councils.end());
}

bool InUse::stays(const PrincipalId& id) const {
  return principals_.contains(id) || !has(known_.examples.principals, id);
}
bool InUse::stays(const UnitId& id) const {
  return units_.contains(id) || !has(known_.examples.units, id);
}
bool InUse::stays(const AgreementId& id) const {
  return agreements_.contains(id) || !has(known_.examples.agreements, id);
}
bool InUse::stays(const CouncilId& id) const {
  return councils_.contains(id) || !has(known_.examples.councils, id);
}

/// From agreements to councils, from both to units, from all to principals: what is found later
/// points at nothing that was looked at before. A principal may be bound like another.
void InUse::follow() {
  for (const auto& [id, one] : known_.agreements) {
    if (!stays(id)) continue;
    councils_.insert(one.council);
    for (const Member& member : one.members) {
      principals_.insert(member.principal);
      units_.insert(member.units.begin(), member.units.end());
    }
  }
  for (const auto& [id, one] : known_.councils) {
    if (stays(id)) take(one.secretary_unit);
  }
  for (const auto& [id, one] : known_.units) {
    if (stays(id)) principals_.insert(one.principal);
  }
  for (std::size_t before = 0; before != principals_.size();) {
    before = principals_.size();
    for (const auto& [id, one] : known_.principals) {
      if (stays(id) && one.bound_like) principals_.insert(*one.bound_like);
    }
  }
}

Entries InUse::kept() {
  follow();
  Entries kept;
  std::ranges::copy_if(known_.examples.principals, std::back_inserter(kept.principals),
                       [&](const auto& id) { return stays(id); });
  std::ranges::copy_if(known_.examples.units, std::back_inserter(kept.units),
                       [&](const auto& id) { return stays(id); });
  std::ranges::copy_if(known_.examples.agreements, std::back_inserter(kept.agreements),
                       [&](const auto& id) { return stays(id); });
  std::ranges::copy_if(known_.examples.councils, std::back_inserter(kept.councils),
                       [&](const auto& id) { return stays(id); });
  return kept;
}

}  // namespace kallad::api
