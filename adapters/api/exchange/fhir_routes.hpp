// A case for another system over HTTP: GET /api/v1/cases/{case}/fhir, a FHIR R4 Bundle.
// Not the mapping: adapters/fhir. Rules kept (domain 6): the export holds what its reader may see
// of the case, and each is an opening of a kind of its own, logged before it is answered.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// Who has the case's documents has its export; all others are told that there is no such case.
std::vector<Route> fhir_routes(House& house);

}  // namespace kallad::api
