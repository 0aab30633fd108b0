// The machine's clock read to the millisecond, and the step of the virtual one.
// Not a keeper of order: the machine's clock is passed on as it is, also when it has been set back.
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
