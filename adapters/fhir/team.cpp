// Who takes part, what the person has consented to, and who recorded the last fact.
// Not what may not be shared, nor motives: the words of a consent stay in the case.
#include "adapters/fhir/packing.hpp"

namespace kallad::fhir {

namespace {

constexpr const char* act_codes = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

std::string_view team_status(const Case& running) {
  if (running.closing_reason == ClosingReason::opened_by_mistake) return "entered-in-error";
  return running.closed ? "inactive" : "active";
}

/// How long a consent holds, the last day with it. A moment at which it was withdrawn ends it.
Json consent_period(const Packing& to) {
  const ConsentState& state = to.running().consent;
  Json period{{"start", iso(state.given->from)}};
  if (state.withdrawn) {
    period["end"] = to.at(state.withdrawn->at);
  } else if (state.given->until) {
    period["end"] = iso(*state.given->until);
  }
  return period;
}

Json recipient(Json who) {
  return {{"role", coded("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP",
                         "mottagare")},
          {"reference", std::move(who)}};
}

Json provision_of(Packing& to) {
  const Consent& given = *to.running().consent.given;
  Json provision{{"type", "permit"}, {"period", consent_period(to)}};
  Json receiving = Json::array();
  for (const PartyId& each : given.covers) receiving.push_back(recipient(to.anybody(each.text)));
  put(provision, "actor", std::move(receiving));
  Json excepted = Json::array();
  for (const UnitId& each : given.except) excepted.push_back(recipient(to.unit(each)));
  if (!excepted.empty()) {
    provision["provision"] = Json::array({{{"type", "deny"}, {"actor", std::move(excepted)}}});
  }
  return provision;
}

Json performers(const Packing& to) {
  Json givers = Json::array();
  for (const Giver& each : to.running().consent.given->given_by) {
    if (each.capacity == Capacity::person) {
      givers.push_back(to.patient());
    } else {
      const std::string capacity{word(each.capacity, Language::swedish)};
      givers.push_back({{"display", each.name + " (" + capacity + ")"}});
    }
  }
  return givers;
}

}  // namespace

void add_team(Packing& to) {
  const Case& running = to.running();
  Json content{{"status", team_status(running)},
               {"name", "Parter i " + running.id.text},
               {"subject", to.patient()}};
  Json period;
  if (running.opened) period["start"] = to.at(running.opened->at);
  if (running.closed) period["end"] = to.at(running.closed->at);
  put(content, "period", std::move(period));
  Json members = Json::array();
  members.push_back(
      {{"role", Json::array({our_code(Role::coordinator)})}, {"member", to.coordinator()}});
  for (const Party& each : running.parties) {
    Json member{{"role", Json::array({our_code(each.kind), our_code(each.calling)})},
                {"member", to.party(each.id)}};
    if (each.left) member["period"] = {{"end", to.at(each.left->at)}};
    members.push_back(std::move(member));
  }
  content["participant"] = std::move(members);
  if (!running.coordinator.unit.empty()) {
    content["managingOrganization"] = Json::array({to.unit(running.coordinator.unit)});
  }
  to.add("care-team", "CareTeam", std::move(content));
}

void add_consent(Packing& to) {
  const ConsentState& state = to.running().consent;
  if (!state.given) return;
  Json content{{"status", state.withdrawn ? "inactive" : "active"},
               {"scope", coded("http://terminology.hl7.org/CodeSystem/consentscope",
                               "patient-privacy", "samtycke till att dela uppgifter")},
               {"category", Json::array({coded("http://loinc.org", "59284-0", "samtycke")})},
               {"patient", to.patient()}};
  if (state.given_fact) content["dateTime"] = to.at(state.given_fact->at);
  put(content, "performer", performers(to));
  if (!to.running().coordinator.unit.empty()) {
    content["organization"] = Json::array({to.unit(to.running().coordinator.unit)});
  }
  content["policyRule"] = coded(act_codes, "OPTIN", "delas bara med samtycke");
  content["provision"] = provision_of(to);
  to.add("consent", "Consent", std::move(content));
}

void add_last(Packing& to) {
  const auto& last = to.from().told.last;
  if (!last) return;
  const std::string role{word(last->role, Language::swedish)};
  Json agent{{"type", our_code(last->role)},
             {"who", {{"display", last->name.empty() ? role : last->name}}}};
  if (!last->unit.empty()) agent["onBehalfOf"] = to.unit(last->unit);
  const std::string system = std::string{our_base} + "CodeSystem/event";
  to.add(
      "provenance", "Provenance",
      {{"target", Json::array({to.plan()})},
       {"recorded", to.at(last->at)},
       {"activity", coded(system, last->event, word_of("event", last->event, Language::swedish))},
       {"agent", Json::array({std::move(agent)})}});
}

}  // namespace kallad::fhir
