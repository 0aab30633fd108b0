// The patient, those beside the person, and the coordinator.
// Not units: those follow from who refers to them (packing.cpp). Rule kept: only what the case has;
// no birth date or sex is read out of an identity number.
#include "adapters/fhir/packing.hpp"

namespace kallad::fhir {

namespace {

/// The number with the system that says what it is, where it can be said; else as it was written.
Json identifier_of(const std::string& number) {
  std::string digits;
  for (const char c : number) {
    if (c >= '0' && c <= '9') digits += c;
  }
  const auto kind = consent::classify_identity_number(number);
  const bool is_whole = digits.size() == 12;  // a century that is not written is not guessed
  if (!is_whole || kind == consent::IdentityNumber::unverified) return {{"value", number}};
  const std::string name =
      kind == consent::IdentityNumber::personal ? "personnummer" : "samordningsnummer";
  return {{"system", "http://electronichealth.se/identifier/" + name}, {"value", digits}};
}

Json patient_of(const Person& person) {
  Json content;
  if (!person.identity_number.empty()) {
    content["identifier"] = Json::array({identifier_of(person.identity_number)});
  }
  if (!person.name.empty()) content["name"] = Json::array({{{"text", person.name}}});
  return content;
}

void add_beside(Packing& to, const Party& party) {
  const Json what = our_code(party.kind);
  if (party.kind == PartyKind::interpreter) {  // works there, and is no relation
    Json content;
    if (!party.name.empty()) content["practitioner"] = {{"display", party.name}};
    content["code"] = Json::array({what});
    return to.add("party/" + party.id.text, "PractitionerRole", std::move(content));
  }
  Json content{{"patient", to.patient()}, {"relationship", Json::array({what})}};
  if (!party.name.empty()) content["name"] = Json::array({{{"text", party.name}}});
  to.add("party/" + party.id.text, "RelatedPerson", std::move(content));
}

}  // namespace

void add_people(Packing& to) {
  to.add("patient", "Patient", patient_of(to.running().person));
  for (const Party& each : to.running().parties) {
    if (each.kind != PartyKind::unit && each.kind != PartyKind::person) add_beside(to, each);
  }
  const Coordinator& leads = to.running().coordinator;
  Json content;
  if (!leads.name.empty()) content["practitioner"] = {{"display", leads.name}};
  if (!leads.unit.empty()) content["organization"] = to.unit(leads.unit);
  content["code"] = Json::array({our_code(Role::coordinator)});
  to.add("coordinator", "PractitionerRole", std::move(content));
}

}  // namespace kallad::fhir
