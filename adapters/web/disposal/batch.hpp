// Deciding about several copies, one after the other, each as a command of its own.
// Not all or nothing: what could not be decided is told, the others are done.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "adapters/web/disposal/chosen.hpp"
#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// What could not be done, and the API's no.
struct FailedCopy {
  ChosenCopy copy;
  HttpResponse problem;
};

/// Disposes of all; `key` is the form's, so that sent twice it is done once. `done` is called at
/// the end, on any thread. `within` outlives it.
void dispose_all(const Within& within, const api::Call& call, std::vector<ChosenCopy> copies,
                 const std::string& key, std::function<void(std::vector<FailedCopy>)> done);

}  // namespace kallad::web
