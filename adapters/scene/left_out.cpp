// One overload a command; commands without one are taken as they stand.
// Only empty fields are filled, so a story can always say something else.
#include "adapters/scene/left_out.hpp"

#include <type_traits>

namespace kallad::scene {

namespace {

/// "anna" is Anna Exempel: plainly nobody.
std::string invented_name(std::string name) {
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') {
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
  }
  return name + " Exempel";
}

Date today(const LineContext& here) { return here.zone.day_of(here.at); }

void set_party(PartyId& party, const Speaker& speaker) {
  if (party.empty() && speaker.party) party = *speaker.party;
}

void fill_in(RecordConsent& command, const Speaker&, const LineContext& here) {
  Consent& consent = command.consent;
  if (consent.given_by.empty()) consent.given_by.push_back({here.file.running.person.name});
  if (consent.from == Date{}) consent.from = today(here);
}

void fill_in(WithdrawConsent& command, const Speaker& speaker, const LineContext& here) {
  if (!command.by.empty()) return;
  const bool is_person = speaker.actor.role == Role::person;
  command.by = is_person ? speaker.actor.name : here.file.running.person.name;
}

/// Whose word on the plan it is: the speaker's huvudman, under LPT the unit itself.
template <class Command>
void fill_in_whose_plan(Command& command, const Speaker& speaker, const LineContext& here) {
  if (!command.by.empty() || !speaker.party) return;
  const Party* party = casework::find_party(here.file.running, *speaker.party);
  const bool by_unit = !party || here.file.running.plan.law == PlanLaw::lpt;
  command.by = by_unit ? *speaker.party : PartyId{party->principal.text};
}

void fill_in(AgreePlan& command, const Speaker& speaker, const LineContext& here) {
  fill_in_whose_plan(command, speaker, here);
}

void fill_in(DeclinePlan& command, const Speaker& speaker, const LineContext& here) {
  fill_in_whose_plan(command, speaker, here);
}

void fill_in(WriteDeficiency& command, const Speaker&, const LineContext& here) {
  if (command.event_date == Date{}) command.event_date = today(here);
}

void fill_in(MarkAttendance& command, const Speaker& speaker, const LineContext&) {
  set_party(command.mark.party, speaker);
}

/// A party that is no unit of the register is the person, where nothing else is said.
void fill_in(AddParty& command, const Speaker&, const LineContext& here) {
  const bool is_unit = here.ledger.known.units.contains(unit_of(command.party));
  if (command.kind == PartyKind::unit && !is_unit) command.kind = PartyKind::person;
}

template <class Command>
void fill_in(Command& command, const Speaker& speaker, const LineContext& here) {
  if constexpr (std::is_base_of_v<SeatRef, Command>) {
    set_party(command.party, speaker);
  } else if constexpr (std::is_base_of_v<DeficiencyRef, Command>) {
    const auto latest = static_cast<std::uint32_t>(here.file.deficiencies.size());
    if (command.number == 0) command.number = latest;
  }
}

}  // namespace

void complete(FileCommand& command, const Speaker& speaker, const LineContext& here) {
  boost::variant2::visit([&](auto& said) { fill_in(said, speaker, here); }, command);
}

void complete(LedgerCommand& command) {
  auto* unit = boost::variant2::get_if<RecordUnit>(&command);
  if (unit == nullptr || !unit->unit.principal.empty()) return;
  const std::string& id = unit->unit.id.text;
  unit->unit.principal = PrincipalId{id.substr(0, id.find('/'))};
}

void complete(OpenCase& opening, const CaseLine& line, const LineContext& here) {
  const Register& known = here.ledger.known;
  if (opening.person.name.empty()) opening.person.name = invented_name(line.name.text());
  if (opening.need.empty()) opening.need = "Insatser från flera huvudmän behöver samordnas.";
  if (opening.council.empty() && known.councils.size() == 1) {
    opening.council = known.councils.begin()->first;
  }
  if (opening.agreement.empty() && known.agreements.size() == 1) {
    opening.agreement = known.agreements.begin()->first;
  }
  for (const PartyItem& item : line.parties) {
    const UnitId unit{item.id.text()};
    if (opening.coordinator.unit.empty() && known.units.contains(unit)) {
      opening.coordinator.unit = unit;
    }
  }
  if (opening.coordinator.name.empty()) opening.coordinator.name = "Kim Samordnare";
}

}  // namespace kallad::scene
