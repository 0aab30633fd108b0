// Reads the case and its events, lets adapters/fhir make the bundle, writes it.
// Not a check of who may read it: whoever can open the store can.
#include "tools/kallad/exchange/fhir_verb.hpp"

#include <iostream>

#include "adapters/clock/stockholm.hpp"
#include "adapters/fhir/bundle.hpp"
#include "tools/kallad/look/look.hpp"

namespace kallad::program {

int run_fhir(const FhirOptions& options) {
  Look look{options.data, stockholm(), {}};
  const auto file = look.file(options.case_id);
  if (!file) {
    std::cerr << "kallad: det finns inget ärende " << options.case_id << '\n';
    return 1;
  }
  fhir::Told told;
  look.events(options.case_id, [&](const EventView& event) {
    fhir::hear(told, event, {.everybody = true, .unit = {}});
  });
  std::cout << fhir::text_of({*file, look.known(), look.zone(), told}) << std::flush;
  return 0;
}

}  // namespace kallad::program
