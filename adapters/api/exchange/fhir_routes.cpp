// Looks, redacts, listens to the events the reader may know of, exports, logs, answers.
// Not a store of exports: each is made anew.
#include "adapters/api/exchange/fhir_routes.hpp"

#include "adapters/api/routes/opening.hpp"
#include "adapters/api/way/event_sight.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/fhir/bundle.hpp"

namespace kallad::api {

namespace {

/// As in the list of events: who sees the whole case sees everybody's names, a party its own.
fhir::Told told_of(House& house, const std::string& id, const Sight& sight) {
  const fhir::Named named{sight.of_case == CaseSight::whole, sight.unit};
  fhir::Told told;
  house.shelf.read(id, [&](const EventView& event) {
    if (may_know(sight, event.type, event.sequence, event.at)) fhir::hear(told, event, named);
  });
  return told;
}

HttpResponse exported(House& house, const std::string& id, const Seen& seen,
                      const Register& known) {
  const CaseFile file = shown_file(seen);
  const fhir::Told told = told_of(house, id, seen.sight);
  HttpResponse response{.status = 200, .headers = {{"cache-control", "no-store"}}};
  response.headers.emplace_back("content-type", "application/fhir+json");
  response.headers.emplace_back("content-disposition",
                                "attachment; filename=\"" + id + ".fhir.json\"");
  response.body = fhir::text_of({file, known, house.calendar.zone(), told});
  return response;
}

void show_fhir(House& house, Call call) {
  const auto ledger = house.shelf.ledger();
  const Register& known = ledger->ledger.known;
  const Occasion occasion{known, house.calendar, house.now()};
  const std::string id = call.values.at(0);
  auto seen = look(house, call.caller, id, occasion);
  if (seen && seen->sight.of_case < CaseSight::frozen) seen.reset();
  HttpResponse response;
  if (seen) response = exported(house, id, *seen, known);
  answer_logged(house, std::move(call), "fhir", seen, occasion.at, std::move(response));
}

}  // namespace

std::vector<Route> fhir_routes(House& house) {
  return {{.method = "GET",
           .pattern = "/api/v1/cases/{case}/fhir",
           .id = "export_case_fhir",
           .about = "ärendet som FHIR R4, ett Bundle för andra system (docs/fhir.md)",
           .handle = [&house](Call call) { show_fhir(house, std::move(call)); },
           .form = {.own_answer = "FhirBundle", .media = "application/fhir+json"},
           .slow = true}};
}

}  // namespace kallad::api
