// What the routes of webhooks take and answer, as described structs.
// Not the messages that are sent: docs/webhooks.md. Rule kept: a secret stands in the one answer to
// the call that made it, and in no other.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::api {

/// Without `kinds` the endpoint is told of everything its unit may see.
struct WebhookForm {
  std::string url;
  UnitId unit;
  std::vector<std::string> kinds;
};
BOOST_DESCRIBE_STRUCT(WebhookForm, (), (url, unit, kinds))

struct WebhookAdded {
  std::string id;
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(WebhookAdded, (), (id, secret))

struct WebhookSecret {
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(WebhookSecret, (), (secret))

/// `state`: "enabled", "disabled" by hand, or "gone": the receiver said so.
struct WebhookShown {
  std::string id;
  std::string url;
  UnitId unit;
  std::vector<std::string> kinds;
  std::string state;
  bool has_former_secret = false;
  Instant made{};
  std::optional<Instant> delivered;
  std::int64_t waiting = 0;
  std::int64_t dead = 0;
};
BOOST_DESCRIBE_STRUCT(WebhookShown, (),
                      (id, url, unit, kinds, state, has_former_secret, made, delivered, waiting,
                       dead))

/// `event_kinds`: what an endpoint may ask for.
struct WebhookList {
  std::vector<WebhookShown> webhooks;
  std::vector<std::string> event_kinds;
};
BOOST_DESCRIBE_STRUCT(WebhookList, (), (webhooks, event_kinds))

/// A message that all attempts failed for; `fate` is what became of the last.
struct DeadLetter {
  std::int64_t number = 0;
  std::string id;
  std::string kind;
  CaseId subject;
  std::int64_t event = 0;
  Instant at{};
  int attempts = 0;
  std::optional<Instant> tried;
  std::string fate;
  int status = 0;
};
BOOST_DESCRIBE_STRUCT(DeadLetter, (),
                      (number, id, kind, subject, event, at, attempts, tried, fate, status))

/// `next` is what `after` is to be for the page after; the last page has none.
struct DeadLetters {
  std::vector<DeadLetter> letters;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(DeadLetters, (), (letters, next))

/// Which dead letter to send again; without a number all of the endpoint.
struct ResendForm {
  std::optional<std::int64_t> number;
};
BOOST_DESCRIBE_STRUCT(ResendForm, (), (number))

}  // namespace kallad::api
