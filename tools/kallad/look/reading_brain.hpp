// The engine as it folds a store that somebody else writes, or nobody: for checks of copies.
// Not the desk's brain: it decides nothing.
#pragma once

#include <memory>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"

namespace kallad::program {

/// A brain that reads the store through a connection of its own.
inline std::unique_ptr<Brain> reading_brain(const StorePlace& place) {
  const auto reader = std::make_shared<Reader>(place);
  LogAccess log{[reader](std::string_view stream, const TakeEvent& take) {
                  return reader->read(
                      stream, [&](const EventView& event, const ShortDigest&) { take(event); });
                },
                [](std::string_view) -> std::vector<std::string> {
                  return {};  // asked for only where a case is opened
                }};
  return std::make_unique<EngineBrain>(std::move(log), Calendar{stockholm()});
}

}  // namespace kallad::program
