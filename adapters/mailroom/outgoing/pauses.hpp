// How long a copy waits before it is tried again, and when it is not tried any more (RFC
// 5321 4.5.4). Not about a relay that cannot be spoken with: that is tried for as long as it takes.
#pragma once

#include <algorithm>
#include <chrono>

namespace kallad::mailroom {

/// After the first refusal for now five minutes, then twice as long each time, four hours at most.
inline std::chrono::minutes pause_after(int attempts) {
  constexpr std::chrono::minutes first{5};
  constexpr std::chrono::minutes longest{240};
  return std::min(longest, first * (1 << std::clamp(attempts, 0, 6)));
}

/// An address that refuses for now, for so long, has refused for good.
inline constexpr std::chrono::hours longest_refusal{5 * 24};

/// Before the relay is tried anew, and a letter of which nobody knows whether it was taken.
inline constexpr std::chrono::minutes pause_unreachable{1};
inline constexpr std::chrono::minutes pause_uncertain{15};

}  // namespace kallad::mailroom
