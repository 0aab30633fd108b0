// Who in a unit has taken what waits for the unit: one line for each thing, by case and name.
// Not part of the log and not the coordination, which is handed over in the case itself. Rules
// kept: what was answered is on disk; two colleagues who press at once do not both get it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "adapters/store/side/side_store.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// What waits for whom: `kind` and `thing` are the asker's own words, "summons" and "2".
struct WaitingThing {
  UnitId unit;
  CaseId of_case;
  std::string kind;
  std::string thing;
  bool operator==(const WaitingThing&) const = default;
};

/// Who has it, since when (UTC); `by_name`: who handed it over, empty where it was taken.
struct Taker {
  std::string account;
  std::string name;
  Instant at{};
  std::string by_name;
  bool operator==(const Taker&) const = default;
};

struct Taken {
  WaitingThing what;
  Taker by;
};

/// Safe for many threads. All throw StoreError.
class Takings {
 public:
  /// Opens or makes the file.
  explicit Takings(const std::filesystem::path& file);

  /// All that has been taken in the unit, in no order.
  std::vector<Taken> of_unit(const UnitId& unit);
  std::optional<Taker> taker(const WaitingThing& what);

  /// Gives it to `to`, where `from` is the account that has it now, empty for nobody. False, and
  /// nothing changed, where somebody else has it meanwhile.
  bool give(const WaitingThing& what, const std::string& from, const Taker& to);
  /// Nobody has it any more; false as above.
  bool put_back(const WaitingThing& what, const std::string& from);

 private:
  SideStore file_;
};

}  // namespace kallad
