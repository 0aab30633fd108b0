// Looks a party up in the case and a unit in the register.
// Not for lists: those have the names beside the ids (case_view.hpp).
#include "adapters/view/party_names.hpp"

#include "adapters/wording/words/word.hpp"

namespace kallad {

NameOf names_in(const Case& running, const Register& known, Language language) {
  return [&running, &known, language](std::string_view kind, std::string_view id) -> std::string {
    if (kind != "party" && kind != "unit") return {};
    const Party* party = casework::find_party(running, PartyId{id});
    if (party != nullptr && party->kind != PartyKind::unit) {
      return std::string{word(party->kind, language)};
    }
    const Unit* unit = find_unit(known, UnitId{id});
    return unit == nullptr ? std::string{} : unit->name;
  };
}

}  // namespace kallad
