// Endpoints: who is told of what, where and signed with which secrets; and what an administrator
// does about them. Not who may ask: the caller has asked authority. Rule kept: a secret is shown
// once, when it is made; two are good at a time, so that a receiver can change over in peace.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/webhook/address.hpp"
#include "adapters/webhook/webhook_file.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::webhook {

/// The ids of everything that can happen in a case, in order: what an endpoint may ask for.
const std::vector<std::string>& event_kinds();

struct NewEndpoint {
  std::string url;
  UnitId unit;                     ///< told of what this unit may see
  std::vector<std::string> kinds;  ///< empty: everything
};

struct Endpoint {
  std::string id;
  std::string url;
  UnitId unit;
  std::vector<std::string> kinds;
  std::string state;  ///< "enabled", "disabled" by hand, "gone": the receiver said so
  bool has_former_secret = false;
  Instant made{};
  std::optional<Instant> delivered;  ///< the last time it took something
  std::int64_t waiting = 0;
  std::int64_t dead = 0;
};

/// The secret cannot be shown again.
struct AddedEndpoint {
  std::string id;
  std::string secret;
};

/// All but add may be refused as webhook_unknown. Safe for many threads.
class Endpoints {
 public:
  Endpoints(WebhookFile& file, Net net) : file_(file), net_(std::move(net)) {}

  /// It is told of what happens from now on. Refused: webhook_url_*, webhook_address_not_allowed,
  /// webhook_unit_required, webhook_kind_unknown.
  OrRefusals<AddedEndpoint> add(const NewEndpoint& wanted, Instant now);
  std::vector<Endpoint> list();
  std::optional<Endpoint> find(const std::string& id);

  /// A new secret; the one before signs beside it until it is dropped or replaced in its turn.
  OrRefusals<std::string> replace_secret(const std::string& id);
  Refusals drop_former_secret(const std::string& id);

  /// Nothing more is sent or put in line; what waits becomes dead letters.
  Refusals disable(const std::string& id);
  Refusals enable(const std::string& id);
  /// With all that waits for it, and its dead letters.
  Refusals remove(const std::string& id);

 private:
  WebhookFile& file_;
  Net net_;
};

/// Disables within a transaction; what waits becomes dead letters. `state`: "disabled" or "gone".
void set_disabled(SQLite::Database& database, const std::string& id, const std::string& state);

/// Words with a space between, and back.
std::string joined(const std::vector<std::string>& words);
std::vector<std::string> parted(const std::string& text);

}  // namespace kallad::webhook
