// Small FHIR values: moments and days as text, codes with their words, references, extensions.
// Not resources. Rule kept: an empty text is no value, so it is left out.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

#include "adapters/wording/words/word.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::fhir {

using Json = nlohmann::ordered_json;

/// Where our own codes, identifiers and extensions are named. Names, not addresses: nothing is
/// fetched from them.
inline constexpr std::string_view our_base = "https://kallad.se/fhir/";

/// The moment on the wall clock with the zone's offset then: "2026-03-29T03:00:00+02:00".
std::string moment_text(const Zone& zone, Instant at);

/// Puts the text under the key, unless it is blank.
void put(Json& into, const char* key, const std::string& text);
/// Puts the value under the key, unless it is empty.
void put(Json& into, const char* key, Json value);

/// A CodeableConcept: a code of a system, with the words for people; or words alone.
Json coded(std::string_view system, std::string_view code, std::string_view words);
Json worded(std::string_view words);

/// A CodeableConcept of one of our enums: its id in a system of our own, and its Swedish word.
template <class E>
Json our_code(E value) {
  static const std::string system =
      std::string{our_base} + "CodeSystem/" + std::string{words::kind_of<E>()};
  return coded(system, table::state_id(value), word(value, Language::swedish));
}

/// An extension of our own with one value, `kind` being the key ("valueCode"); or with others
/// inside.
Json extension(std::string_view name, const char* kind, Json value);
Json extension(std::string_view name, Json inside);
/// One inside another: its name is no address.
Json inner(std::string_view name, const char* kind, Json value);

}  // namespace kallad::fhir
