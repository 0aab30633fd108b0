// Writes the values. All times go through the zone here, so that both clock changes are right in
// one place. Not a check of codes: the tests hold them against FHIR's own value sets.
#include "adapters/fhir/values.hpp"

#include <chrono>

namespace kallad::fhir {

std::string moment_text(const Zone& zone, Instant at) {
  const LocalTime shown = zone.to_local(at);
  const auto east = shown.time_since_epoch() - at.time_since_epoch();
  const std::chrono::hh_mm_ss offset{std::chrono::floor<std::chrono::minutes>(east)};
  const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
  // The wall clock's reading, written as if it were UTC's, but for the offset in place of the Z.
  std::string text = iso(Instant{shown.time_since_epoch()});
  text.back() = offset.is_negative() ? '-' : '+';
  return text + two(offset.hours().count()) + ":" + two(offset.minutes().count());
}

void put(Json& into, const char* key, const std::string& text) {
  if (text.find_first_not_of(" \t\r\n") != std::string::npos) into[key] = text;
}

void put(Json& into, const char* key, Json value) {
  if (!value.empty()) into[key] = std::move(value);
}

Json coded(std::string_view system, std::string_view code, std::string_view words) {
  return {{"coding", Json::array({{{"system", system}, {"code", code}}})}, {"text", words}};
}

Json worded(std::string_view words) { return {{"text", words}}; }

Json extension(std::string_view name, const char* kind, Json value) {
  return {{"url", std::string{our_base} + "StructureDefinition/" + std::string{name}},
          {kind, std::move(value)}};
}

Json extension(std::string_view name, Json inside) {
  return extension(name, "extension", std::move(inside));
}

Json inner(std::string_view name, const char* kind, Json value) {
  return {{"url", name}, {kind, std::move(value)}};
}

}  // namespace kallad::fhir
