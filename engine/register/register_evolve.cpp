// How a fact changes the register. Never refuses: what is in the log has happened.
// Not a history: what was registered before stays in the log alone.
#include "engine/register/register_messages.hpp"

namespace kallad::registry {

namespace {
void apply(Register& known, const PrincipalRecorded& event) {
  known.principals[event.principal.id] = event.principal;
}
void apply(Register& known, const UnitRecorded& event) { known.units[event.unit.id] = event.unit; }
void apply(Register& known, const AgreementRecorded& event) {
  known.agreements[event.agreement.id] = event.agreement;
}
void apply(Register& known, const CouncilRecorded& event) {
  known.councils[event.council.id] = event.council;
}
}  // namespace

Register evolve(Register known, const RegisterEvent& event) {
  boost::variant2::visit([&](const auto& fact) { apply(known, fact); }, event);
  return known;
}

}  // namespace kallad::registry
