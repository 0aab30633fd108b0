// Addresses, references, and the organisations that were referred to.
// Not who may be referred to: what the redacted case names may be named.
#include "adapters/fhir/packing.hpp"

#include "adapters/fhir/address.hpp"

namespace kallad::fhir {

namespace {

/// HL7's confidentiality: normal, restricted, very restricted.
std::string_view confidentiality(Protection protection) {
  switch (protection) {
    case Protection::none:
      return "N";
    case Protection::secrecy_mark:
      return "R";
    case Protection::protected_registration:
    case Protection::assumed_identity:
      return "V";
  }
  return "V";
}

Json meta_of(const Case& running) {
  const Json security{{"system", "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"},
                      {"code", confidentiality(running.person.protection)}};
  return {{"security", Json::array({security})}};
}

}  // namespace

std::string name_of(const Register& known, const UnitId& unit) {
  const Unit* found = find_unit(known, unit);
  return found == nullptr || found->name.empty() ? unit.text : found->name;
}

std::string name_of(const Register& known, const PrincipalId& principal) {
  return principal_name(known, principal);
}

void Packing::add(const std::string& element, std::string_view type, Json content) {
  const std::string uuid = uuid_of(running().id, element);
  Json resource{{"resourceType", type}, {"id", uuid}, {"meta", meta_of(running())}};
  if (content.is_object()) resource.update(content);  // of a person nothing may be known
  entries_.push_back({{"fullUrl", "urn:uuid:" + uuid}, {"resource", std::move(resource)}});
}

Json Packing::to(const std::string& element, const std::string& words) const {
  Json reference{{"reference", "urn:uuid:" + uuid_of(running().id, element)}};
  put(reference, "display", words);
  return reference;
}

Json Packing::unit(const UnitId& unit) {
  units_.insert(unit);
  return to("unit/" + unit.text, name_of(from_.known, unit));
}

Json Packing::principal(const PrincipalId& principal) {
  principals_.insert(principal);
  return to("principal/" + principal.text, name_of(from_.known, principal));
}

Json Packing::anybody(const std::string& id) {
  if (from_.known.principals.contains(PrincipalId{id})) return principal(PrincipalId{id});
  if (find_unit(from_.known, UnitId{id}) != nullptr) return unit(UnitId{id});
  return party(PartyId{id});
}

Json Packing::person_beside(const Party& party) const {
  const std::string what{word(party.kind, Language::swedish)};
  if (party.kind == PartyKind::person) return to("patient", what);
  return to("party/" + party.id.text, party.name.empty() ? what : party.name);
}

Json Packing::party(const PartyId& party) {
  const Party* found = casework::find_party(running(), party);
  if (found == nullptr) return {{"display", party.text}};
  if (found->kind != PartyKind::unit) return person_beside(*found);
  return unit(found->unit.empty() ? unit_of(party) : found->unit);
}

Json Packing::sitter(const PartyId& party) {
  const Party* found = casework::find_party(running(), party);
  if (found == nullptr) return {{"display", party.text}};
  if (found->kind != PartyKind::unit) return person_beside(*found);
  const UnitId unit = found->unit.empty() ? unit_of(party) : found->unit;
  services_.insert(unit);
  return to("service/" + unit.text, name_of(from_.known, unit));
}

Json Packing::coordinator() const { return to("coordinator", running().coordinator.name); }

void Packing::add_services() {
  for (const UnitId& each : services_) {
    add("service/" + each.text, "HealthcareService",
        {{"providedBy", unit(each)}, {"name", name_of(from_.known, each)}});
  }
}

void Packing::add_units() {
  for (const UnitId& each : units_) {
    Json content;
    const Unit* found = find_unit(from_.known, each);
    if (found != nullptr && found->hsa_id && !found->hsa_id->empty()) {
      content["identifier"] =
          Json::array({{{"system", "urn:oid:1.2.752.29.4.19"}, {"value", *found->hsa_id}}});
    }
    content["name"] = name_of(from_.known, each);
    // As on the papers: one writes to the unit that coordinates, and with protected identity to
    // none.
    const bool is_written_to = each == running().coordinator.unit && !is_guarded();
    if (found != nullptr && is_written_to && !found->mailbox.empty()) {
      content["telecom"] = Json::array({{{"system", "email"}, {"value", found->mailbox}}});
    }
    if (found != nullptr && !found->principal.empty()) {
      content["partOf"] = principal(found->principal);
    }
    add("unit/" + each.text, "Organization", std::move(content));
  }
}

void Packing::add_principals() {
  for (const PrincipalId& each : principals_) {
    add("principal/" + each.text, "Organization", {{"name", name_of(from_.known, each)}});
  }
}

Json Packing::finish() {
  add_services();  // names units, which name principals
  add_units();
  add_principals();
  return {{"resourceType", "Bundle"},   {"id", uuid_of(running().id, "bundle")},
          {"meta", meta_of(running())}, {"language", "sv"},
          {"type", "collection"},       {"entry", std::move(entries_)}};
}

}  // namespace kallad::fhir
