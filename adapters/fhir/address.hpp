// The addresses that resources of a bundle refer to each other by: urn:uuid:, made of the case and
// of what the resource is about. Not ids of a server: nothing answers there. Rule kept: the same
// case gives the same addresses (RFC 9562, version 5, of an address under our base).
#pragma once

#include <string>
#include <string_view>

#include "engine/spine/id.hpp"

namespace kallad::fhir {

/// The UUID of one element of the case's export: "goal/vardag" of case "nv-2026-001". Throws
/// std::runtime_error where OpenSSL fails.
std::string uuid_of(const CaseId& of, std::string_view element);

}  // namespace kallad::fhir
