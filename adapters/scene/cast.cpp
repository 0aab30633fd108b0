// Names of people come from the case: who coordinates, who leads the meeting, who substitutes.
// Not from the story's words, so that the log says the same as the case does.
#include "adapters/scene/cast.hpp"

#include <algorithm>

#include "adapters/scene/text/nearest.hpp"

namespace kallad::scene {

namespace {

std::optional<Role> role_named(std::string_view word) {
  if (word == "head") return Role::unit_head;
  std::optional<Role> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto each) {
    if (word == each.name) found = each.value;
  });
  return found;
}

std::vector<std::string> roles() {
  std::vector<std::string> names{"head"};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>(
      [&](auto each) { names.emplace_back(each.name); });
  return names;
}

const Meeting* latest(const Case& running) {
  return running.meetings.empty() ? nullptr : &running.meetings.back();
}

}  // namespace

bool Cast::knows(std::string_view kind, const std::string& id) const {
  if (kind == "Principal") return ledger_.known.principals.contains(PrincipalId{id});
  if (kind == "Goal") {
    const auto& goals = file_.running.plan.goals;
    return std::any_of(goals.begin(), goals.end(),
                       [&](const Goal& goal) { return goal.id.text == id; });
  }
  if (kind != "Party" && kind != "Unit") return true;
  if (ledger_.known.units.contains(UnitId{id})) return true;
  const auto& parties = file_.running.parties;
  return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.id.text == id || party.principal.text == id;
  });
}

std::string Cast::party(const std::string& word, Place place) const {
  std::vector<std::string> of_principal;
  for (const Party& party : file_.running.parties) {
    if (party.id.text == word) return word;
    if (!party.left && party.principal.text == word) of_principal.push_back(party.id.text);
  }
  if (ledger_.known.units.contains(UnitId{word}) || of_principal.empty()) return word;
  if (of_principal.size() == 1) return of_principal.front();
  throw StoryFault(place, word + " har flera parter här: " + of_principal[0] + ", " +
                              of_principal[1] + "; skriv vilken");
}

std::optional<PartyId> Cast::seat_with_substitute(Place place) const {
  std::optional<PartyId> found;
  const Meeting* meeting = latest(file_.running);
  if (meeting == nullptr) return found;
  for (const Seat& seat : meeting->seats) {
    if (seat.chain.empty()) continue;
    if (found) throw StoryFault(place, "flera har ersättare; skriv substitute:PART");
    found = seat.party;
  }
  return found;
}

Speaker Cast::as_substitute(const std::string& party, Place place) const {
  const auto id = party.empty() ? seat_with_substitute(place)
                                : std::optional{PartyId{this->party(party, place)}};
  if (!id) throw StoryFault(place, "ingen har någon ersättare här");
  const Meeting* meeting = latest(file_.running);
  const Seat* seat = meeting ? meeting::find_seat(*meeting, *id) : nullptr;
  Speaker speaker{{Role::substitute, unit_of(*id), {}}, id};
  if (seat && !seat->chain.empty()) {
    const Substitute& who = seat->chain.back().who;
    speaker.actor.name = who.name;
    if (who.unit) speaker.actor.unit = *who.unit;
  }
  return speaker;
}

Speaker Cast::in_role(Role role, const std::string& unit, Place place) const {
  const Case& running = file_.running;
  const Meeting* meeting = latest(running);
  if (role == Role::substitute) return as_substitute(unit, place);
  Speaker speaker{{role, UnitId{unit.empty() ? "" : party(unit, place)}, {}}, std::nullopt};
  Actor& actor = speaker.actor;
  if (role == Role::coordinator) {
    if (unit.empty()) actor.unit = running.coordinator.unit;
    if (actor.unit == running.coordinator.unit) actor.name = running.coordinator.name;
    const auto& offered = running.coordination_offered;
    if (offered && actor.unit == offered->unit) actor.name = offered->name;
  }
  if (role == Role::chair && meeting) actor.name = meeting->chair;
  if (role == Role::secretary && meeting) actor.name = meeting->secretary;
  if (role == Role::person) actor.name = running.person.name;
  if (role == Role::council_secretary && unit.empty()) {
    const auto council = ledger_.known.councils.find(running.council);
    if (council != ledger_.known.councils.end()) actor.unit = council->second.secretary_unit;
  }
  const bool for_unit = role == Role::attendee || role == Role::unit_head;
  if (for_unit && actor.unit.empty()) throw StoryFault(place, "skriv vilken enhet, med kolon");
  if (for_unit) speaker.party = party_of(actor.unit);
  return speaker;
}

Speaker Cast::speaker(const Word& word) const {
  const std::string text = word.text();
  const auto colon = text.find(':');
  const std::string unit = colon == std::string::npos ? "" : text.substr(colon + 1);
  if (const auto role = role_named(text.substr(0, colon))) return in_role(*role, unit, word.place);
  const PartyId id{party(text, word.place)};
  if (const Party* found = casework::find_party(file_.running, id); found && found->unit.empty()) {
    return {{Role::person, {}, found->name.empty() ? id.text : found->name}, id};
  }
  if (ledger_.known.units.contains(unit_of(id))) return {{Role::attendee, unit_of(id), {}}, id};
  std::vector<std::string> known = roles();
  for (const Party& each : file_.running.parties) known.push_back(each.id.text);
  for (const auto& [each, unused] : ledger_.known.units) known.push_back(each.text);
  throw StoryFault(word.place,
                   "\"" + text + "\" är varken roll, part eller enhet" + hint(text, known));
}

}  // namespace kallad::scene
