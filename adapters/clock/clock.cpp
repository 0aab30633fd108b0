// The machine's clock read to the millisecond, and the step of the virtual one.
#include "adapters/clock/clock.hpp"

namespace kallad {

Instant SystemClock::now() {
  return std::chrono::floor<Instant::duration>(std::chrono::system_clock::now());
}

void VirtualClock::advance(Instant::duration length) {
  Instant seen = now_.load();
  while (!now_.compare_exchange_weak(seen, seen + length)) {
  }
}

}  // namespace kallad
