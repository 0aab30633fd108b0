// A store with events in it and the file of webhooks beside it, for the tests of this folder.
// Not a desk: events are appended as the golden copies have them, so that every kind can be had.
// Store, log and files are the real ones; the clock is set by hand.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "adapters/store/sqlite/store.hpp"
#include "adapters/webhook/runner.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/adapters/webhook/receiver.hpp"

namespace kallad::webhook_test {

using namespace std::chrono_literals;

inline const webhook::Net local_net{.plain_localhost = true};
inline const UnitId adults{"helsingborg/vuxen"};
inline const UnitId reception{"region/psykosmottagning"};

/// The golden copy of an event, version 1: its payload.
inline nlohmann::ordered_json golden(const std::string& kind) {
  std::ifstream file{std::string{KALLAD_SOURCE_DIR} + "/tests/golden/events/" + kind + ".v1.json"};
  return nlohmann::ordered_json::parse(file).at("data");
}

template <class Value>
Value given(boost::variant2::variant<Value, Refusals> outcome) {
  if (const auto* why = boost::variant2::get_if<Refusals>(&outcome))
    throw std::runtime_error(std::string{why->at(0).rule});
  return boost::variant2::get<Value>(std::move(outcome));
}

/// The rules of refusals with spaces between.
inline std::string rules_of(const Refusals& refusals) {
  std::string all;
  for (const Refusal& one : refusals) all += (all.empty() ? "" : " ") + std::string{one.rule};
  return all;
}

class World {
 public:
  World() { key_.fill(7); }

  /// Appends one event to the case.
  void happen(const std::string& kind, const std::string& of = "nv-1") {
    happen_with(kind, golden(kind), of);
  }
  void happen_with(const std::string& kind, const nlohmann::ordered_json& data,
                   const std::string& of = "nv-1") {
    StreamHead head = store->head(of);
    if (head.id != 0) store->read(of, head, [](const EventView&, const ShortDigest&) {});
    const std::string id = "c" + std::to_string(++said_);
    const std::vector<NewEvent> events{{kind, 1, data.dump()}};
    store->begin();
    store->append(of, head, {id, {}, actor, clock.now}, events);
    store->commit();
  }

  webhook::AddedEndpoint add(const std::string& url, std::vector<std::string> kinds = {},
                             const UnitId& unit = adults) {
    return given(endpoints().add({url, unit, std::move(kinds)}, clock.now));
  }
  webhook::Surroundings around() {
    return {place(), nullptr, may_see, clock.reading(), [this] { return jitter; }};
  }
  /// A runner over all of it, made anew each time: as after a restart.
  void tick(const webhook::SenderLimits& limits = {.connect = 1s, .whole = 300ms}) {
    webhook::WebhookRunner runner{file(), around(), local_net, limits};
    runner.tick(clock.now);
    counters = runner.counters();
  }
  std::vector<webhook::Delivery> dead(const std::string& endpoint) {
    return deliveries().dead_letters(endpoint, 0, 1000);
  }

  webhook::WebhookFile& file() {
    if (!file_) file_.emplace(folder / "webhooks.sqlite", keyring());
    return *file_;
  }
  const Keyring& keyring() {
    if (!keyring_) keyring_.emplace(key_);
    return *keyring_;
  }
  webhook::Endpoints endpoints() { return {file(), local_net}; }
  webhook::Deliveries deliveries() { return webhook::Deliveries{file()}; }
  const InstallationKey& key() const { return key_; }
  StorePlace place() const { return {folder / "store.db", {}}; }

  kallad::testing::ScratchFolder folder;
  kallad::testing::HandClock clock;
  webhook::MaySee may_see = [](const UnitId&, const webhook::CaseNews&) { return true; };
  std::string actor = R"({"role":"coordinator","unit":"helsingborg/vuxen","name":"Siv"})";
  double jitter = 0;
  webhook::WebhookCounters counters;
  std::unique_ptr<SqliteStore> store = std::make_unique<SqliteStore>(place(), Access::create);

 private:
  InstallationKey key_{};
  std::optional<Keyring> keyring_;
  std::optional<webhook::WebhookFile> file_;
  int said_ = 0;
};

}  // namespace kallad::webhook_test
