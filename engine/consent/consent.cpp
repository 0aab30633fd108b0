// Questions to a consent. Recording and withdrawing are commands of the case.
// Rule kept: "until" includes that day; consent for a huvudman covers its units but the excepted.
#include "engine/consent/consent.hpp"

#include <algorithm>

namespace kallad::consent {

namespace {
template <class List, class Value>
bool has(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}
}  // namespace

bool in_force(const ConsentState& state, Date day) {
  if (!state.given || state.withdrawn) return false;
  return state.given->from <= day && (!state.given->until || day <= *state.given->until);
}

std::optional<Refusal> why_not_in_force(const ConsentState& state, Date day) {
  if (!state.given) return Refusal{"consent_missing", {}};
  if (state.withdrawn) return Refusal{"consent_withdrawn", {}};
  if (in_force(state, day)) return std::nullopt;
  return Refusal{"consent_not_in_force", {{"from", iso(state.given->from)}}};
}

bool covers(const Consent& given, const UnitId& unit, const PrincipalId& principal) {
  if (has(given.except, unit)) return false;
  return given.covers.empty() || has(given.covers, party_of(unit)) ||
         has(given.covers, PartyId{principal.text});
}

bool withdrawn_by(const ConsentState& state, Instant moment) {
  return std::any_of(state.spans.begin(), state.spans.end(), [&](const WithdrawnSpan& span) {
    return span.from <= moment && (!span.until || moment < *span.until);
  });
}

}  // namespace kallad::consent
