// Puts the parts of an export together, in a fixed order.
// Not the parts: packing.hpp names them, and each has a file of its own.
#include "adapters/fhir/bundle.hpp"

#include "adapters/fhir/packing.hpp"

namespace kallad::fhir {

nlohmann::ordered_json bundle_of(const Source& from) {
  Packing packing{from};
  add_people(packing);
  add_plan(packing);
  add_team(packing);
  add_consent(packing);
  add_meetings(packing);
  add_last(packing);
  return packing.finish();
}

std::string text_of(const Source& from) { return bundle_of(from).dump(2) + "\n"; }

}  // namespace kallad::fhir
