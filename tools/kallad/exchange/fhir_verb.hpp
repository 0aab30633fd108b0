// `kallad fhir`: what it is told, and the exit code it gives.
// Not the command line (main.cpp) and not the mapping (adapters/fhir). Rule kept: 0 it went well, 1
// there is no such case.
#pragma once

#include <filesystem>
#include <string>

namespace kallad::program {

struct FhirOptions {
  std::filesystem::path data;  ///< the store
  std::string case_id;
};

/// Writes the whole case as a FHIR R4 Bundle to standard output. Throws StoreError.
int run_fhir(const FhirOptions& options);

}  // namespace kallad::program
