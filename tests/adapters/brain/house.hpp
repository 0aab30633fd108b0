// A store in a folder of its own with the desk and the engine's brain over it, for the tests of
// this room; it can be closed and opened again as after a restart. Not a stand-in: store, desk,
// brain and engine are the real ones; the clock is set by hand.
#pragma once

#include <filesystem>
#include <memory>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/clock.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tools/kallad/look/second_sight.hpp"

namespace kallad {

/// 2026-03-02 09:00 in Sweden, and so many hours later.
Instant hour(int hours);

inline const Actor coordinator{Role::coordinator, UnitId{"helsingborg/vuxen"}, "Kim"};
inline const Actor administrator{Role::administrator, {}, ""};

/// The desk of a small council: one region and one municipality with a unit each.
class House {
 public:
  /// With `looks_ahead` due rows are judged beside the writer, as a running server has it.
  explicit House(DeskLimits limits = {}, bool looks_ahead = false);
  ~House();
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  /// Says it and waits for the answer.
  Outcome say(const std::string& stream, const std::string& id, FileCommand command,
              const Actor& by = coordinator);
  Outcome record(const std::string& id, LedgerCommand command);
  /// Records principals, units, council and agreement.
  void fill_register();
  /// Opens a case with a municipal and a regional unit and the person; consent given.
  void open(const std::string& stream, const std::string& identity_number = "19121212-1212");
  /// Calls the parties of an opened case to a meeting.
  Outcome call(const std::string& stream);

  void restart();
  VirtualClock& clock() { return clock_; }
  Desk& desk() { return *desk_; }
  EngineBrain& brain() { return *brain_; }
  SqliteStore& store() { return *store_; }

 private:
  void start();

  std::filesystem::path folder_;
  DeskLimits limits_;
  bool looks_ahead_;
  VirtualClock clock_;
  std::unique_ptr<SqliteStore> store_;
  std::unique_ptr<EngineBrain> brain_;
  std::unique_ptr<program::SecondSight> sight_;
  std::unique_ptr<Desk> desk_;
};

/// The names of an answer's events, with spaces between; or its rules; or the kind of answer.
std::string said(const Outcome& outcome);

}  // namespace kallad
