// A case as a FHIR R4 Bundle of type "collection": a pure function of what its reader may see of
// it. Not authority: the case is redacted before it comes here. Not HTTP. Rules kept (domain 6 and
// rulings, "Consent", "Mail"): nothing is invented, a missing value is absent; with protected
// identity no place and no contact; the same case gives the same bytes. Mapping: docs/fhir.md.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "adapters/fhir/told.hpp"
#include "engine/between/case_file.hpp"
#include "engine/register/register.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::fhir {

/// What an export is made of. Nothing is owned; `file` is what the reader may see (redacted), and
/// so is `told`. Moments are written on the wall clock of `zone`, with its offset then.
struct Source {
  const CaseFile& file;
  const Register& known;
  const Zone& zone;
  const Told& told;
};

/// The Bundle, in the order patient, plan, goals, tasks, team, consent, meetings, provenance,
/// others.
nlohmann::ordered_json bundle_of(const Source& from);

/// The same as text (UTF-8, application/fhir+json), indented, with a newline at its end.
std::string text_of(const Source& from);

}  // namespace kallad::fhir
