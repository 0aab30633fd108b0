// A small register for tests: north-west Skåne with a municipality, the region, a private provider
// under contract with the region, a school and the police, and the agreement that binds some of
// them. Not the demo council: that is a scene. Rule kept: organisations are real kinds, people are
// invented.
#pragma once

#include "engine/register/register.hpp"
#include "tests/support/swedish_time.hpp"

namespace kallad::support {

inline const UnitId adults{"helsingborg/vuxen"};
inline const UnitId housing{"helsingborg/boende"};
inline const UnitId school{"helsingborg/skola"};
inline const UnitId reception{"region/psykosmottagning"};
inline const UnitId care_centre{"region/vardcentral"};
inline const UnitId emergency{"region/akuten"};
inline const UnitId provider{"we-mind/helsingborg"};
inline const UnitId second_provider{"we-mind/angelholm"};
inline const UnitId police{"polisen/helsingborg"};

inline const PrincipalId helsingborg{"helsingborg"};
inline const PrincipalId region{"region"};
inline const PrincipalId we_mind{"we-mind"};
inline const PrincipalId the_police{"polisen"};

inline const CouncilId council{"nordvast"};
inline const AgreementId agreement{"nordvast-2020"};

/// Adds a principal.
inline void add_principal(Register& known, const PrincipalId& id, PrincipalKind kind,
                          std::optional<PrincipalId> bound_like = {}) {
  known.principals[id] = {id, id.text, kind, std::move(bound_like)};
}

/// Adds a unit of a principal.
inline void add_unit(Register& known, const PrincipalId& principal, const UnitId& id) {
  known.units[id] = {id, principal, id.text, id.text + "@example.se", "Eva Chef", "", {}, {}};
}

/// The register. Bound: the municipality and the region, and the provider like the region; the
/// school only by its own row, without duty. Outside: the police.
inline Register north_west() {
  Register known;
  add_principal(known, helsingborg, PrincipalKind::municipality);
  add_principal(known, region, PrincipalKind::region);
  add_principal(known, we_mind, PrincipalKind::private_provider, region);
  add_principal(known, the_police, PrincipalKind::authority);
  for (const auto& unit : {adults, housing, school}) add_unit(known, helsingborg, unit);
  for (const auto& unit : {reception, care_centre, emergency}) add_unit(known, region, unit);
  for (const auto& unit : {provider, second_provider}) add_unit(known, we_mind, unit);
  add_unit(known, the_police, police);
  known.councils[council] = {council, "Lokalt samråd nordvästra Skåne", adults};
  known.agreements[agreement] = {
      agreement,
      "Överenskommelse nordvästra Skåne",
      council,
      day(2020, 1, 1),
      day(2026, 12, 31),
      {{helsingborg, false, {school}}, {helsingborg, true, {}}, {region, true, {}}}};
  return known;
}

}  // namespace kallad::support
