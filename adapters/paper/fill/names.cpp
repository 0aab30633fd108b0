// Looks names up in the register and in the case, and falls back to ids.
// Not who may read them.
#include "adapters/paper/fill/names.hpp"

#include "adapters/wording/words/word.hpp"

namespace kallad::paper {

std::string unit_name(const Source& from, const UnitId& unit) {
  const Unit* found = find_unit(from.known, unit);
  return found == nullptr || found->name.empty() ? unit.text : found->name;
}

std::string principal_name(const Source& from, const PrincipalId& principal) {
  return kallad::principal_name(from.known, principal);
}

std::string any_name(const Source& from, const std::string& id) {
  if (const Principal* found = find_principal(from.known, PrincipalId{id})) return found->name;
  if (find_unit(from.known, UnitId{id}) != nullptr) return unit_name(from, UnitId{id});
  return party_name(from, PartyId{id});
}

std::string party_role(const Source& from, const PartyId& party) {
  const Party* found = casework::find_party(from.file.running, party);
  if (found == nullptr) return std::string{word(PartyKind::person, from.language)};
  if (found->kind != PartyKind::unit) return std::string{word(found->kind, from.language)};
  return unit_name(from, found->unit.empty() ? UnitId{party.text} : found->unit);
}

std::string party_name(const Source& from, const PartyId& party) {
  const Party* found = casework::find_party(from.file.running, party);
  std::string name = party_role(from, party);
  const bool named = found != nullptr && found->kind != PartyKind::unit &&
                     found->kind != PartyKind::person && !found->name.empty();
  if (named) name += ", " + found->name;
  return name;
}

std::string who_sits(const Source& from, const Seat& seat) {
  const Party* party = casework::find_party(from.file.running, seat.party);
  if (party == nullptr || party->kind != PartyKind::unit) return {};
  if (!seat.chain.empty()) {
    const auto& last = seat.chain.back().who;
    return last.role.empty() ? last.name : last.name + ", " + last.role;
  }
  return seat.representative;
}

}  // namespace kallad::paper
