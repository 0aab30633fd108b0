// Puts the parts together and asks authority for them.
// Not a rule of its own: event_sight.hpp says what of a case's events one may know.
#include "adapters/api/hooks/hook_house.hpp"

#include <random>

#include "adapters/api/way/event_sight.hpp"

namespace kallad::api {

namespace {

/// From 0 to 1, so that failed messages do not all come back at the same moment.
std::function<double()> chance() {
  return [random = std::minstd_rand{std::random_device{}()}]() mutable {
    return std::uniform_real_distribution<double>{0, 1}(random);
  };
}

webhook::Surroundings around(const HookPlace& place) {
  return {.store = place.store,
          .tail = &place.tail,
          .may_see =
              [&shelf = place.shelf, calendar = place.calendar, now = place.now](
                  const UnitId& unit, const webhook::CaseNews& news) {
                return may_be_told(shelf, calendar, now(), unit, news);
              },
          .now = place.now,
          .jitter = chance()};
}

}  // namespace

bool may_be_told(Shelf& shelf, const Calendar& calendar, Instant now, const UnitId& unit,
                 const webhook::CaseNews& news) {
  const auto found = shelf.find_case(news.subject.text);
  if (!found) return false;
  const auto ledger = shelf.ledger();
  Caller system;
  system.account = "webhook";
  system.unit = unit;
  system.positions = {Position::coordinator};
  const Sight sight =
      authority::sight(system, found->file, Occasion{ledger->ledger.known, calendar, now});
  return may_know(sight, news.kind, static_cast<std::uint64_t>(news.event), news.at);
}

Hooks::Hooks(const HookPlace& place)
    : file(place.file, place.keyring),
      endpoints(file, place.net),
      deliveries(file),
      runner(file, around(place), place.net) {}

HookCounters Hooks::counters() const {
  const auto counted = runner.counters();
  return {counted.delivered, counted.failed_attempts, counted.dropped};
}

}  // namespace kallad::api
