// The parts of webhooks as a server runs them, and whether a unit may be told of an event.
// Not their work: adapters/webhook. Rules kept (domain 6): authority is asked as for the unit's own
// staff who coordinate, on the case as it is now; a case with protected identity is told nobody of,
// for a system is no named person.
#pragma once

#include <filesystem>

#include "adapters/api/way/call.hpp"
#include "adapters/webhook/runner.hpp"

namespace kallad::api {

/// What webhooks need to know of the server they run in.
struct HookPlace {
  std::filesystem::path file;
  const Keyring& keyring;
  Shelf& shelf;
  StorePlace store;
  const Tail& tail;
  Calendar calendar;
  ClockReading now;
  webhook::Net net;
};

/// Whether the unit may know that this has happened; false where there is no such case.
bool may_be_told(Shelf& shelf, const Calendar& calendar, Instant now, const UnitId& unit,
                 const webhook::CaseNews& news);

struct Hooks {
  /// Opens or makes the file; starts nothing. Throws StoreError.
  explicit Hooks(const HookPlace& place);

  HookCounters counters() const;

  webhook::WebhookFile file;
  webhook::Endpoints endpoints;
  webhook::Deliveries deliveries;
  webhook::WebhookRunner runner;  ///< last: it goes before the file does
};

}  // namespace kallad::api
