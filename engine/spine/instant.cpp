// Writing of days and moments as ISO 8601. Reading them from text is the codec's work.
// Rule kept: a moment is written in UTC with Z, a day without; nothing depends on a locale.
#include "engine/spine/instant.hpp"

#include <array>
#include <cstdio>

namespace kallad {

std::string iso(Date day) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

std::string iso(Instant moment) {
  const auto midnight = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss clock{moment - midnight};
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d",
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  std::string written = iso(Date{midnight}) + text.data();
  if (clock.subseconds().count() != 0) {
    std::snprintf(text.data(), text.size(), ".%03d", static_cast<int>(clock.subseconds().count()));
    written += text.data();
  }
  return written + "Z";
}

}  // namespace kallad
