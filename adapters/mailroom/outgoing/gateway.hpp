// Letters to who has no mail address: handed as a signed webhook to a service of the installation's
// own choice, which sends SMS or messages of Säker digital kommunikation. Not such a service.
// Rules kept (domain 6): of a letter only that something waits, and its link; signed, with an id
// that stays the same when it is sent again (docs/mail.md).
#pragma once

#include <stop_token>
#include <string>

#include "adapters/letter/compose.hpp"
#include "adapters/mailroom/kept/copies.hpp"
#include "adapters/post/relay.hpp"
#include "adapters/webhook/sender.hpp"

namespace kallad::mailroom {

/// Where the service is; empty: there is none. `secret` is "whsec_…".
struct GatewaySettings {
  std::string url;
  std::string secret;
  std::string ca_file;
  Channels channels;
};

/// One thread at a time.
class Gateway {
 public:
  explicit Gateway(GatewaySettings settings);

  /// Hands it over and waits for the answer, at most a quarter of a minute. Taken is 2xx, refused
  /// for good 400, 404, 410 and 422; everything else is tried again. `now` UTC.
  post::Sent send(const Copy& copy, std::string_view text, std::string_view link, Instant now);

  Channels channels() const { return settings_.channels; }

 private:
  GatewaySettings settings_;
  webhook::Sender sender_;
};

}  // namespace kallad::mailroom
