// Messages in line: put there once for each event and endpoint, tried with growing pauses, kept as
// dead letters when all attempts failed. Not the sending: sender.hpp. Rules kept: a message holds
// ids and never content; its id stays the same in all attempts, also those made by hand, so that a
// receiver can tell that it has it already.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "adapters/webhook/endpoints.hpp"
#include "adapters/webhook/sender.hpp"

namespace kallad::webhook {

/// Something that happened in a case, as endpoints are told of it.
struct CaseNews {
  std::string kind;  ///< the event's id, "seat_answered"
  CaseId subject;
  std::int64_t event = 0;    ///< its number within the case
  std::int64_t meeting = 0;  ///< 0 where it concerns no meeting
  Instant at{};
};

/// A message in line, or a dead letter.
struct Delivery {
  std::int64_t number = 0;
  std::string id;  ///< webhook-id
  std::string endpoint;
  CaseNews news;
  int attempts = 0;
  std::optional<Instant> tried;  ///< the last time
  std::string fate;              ///< what became of it then, a Fate's name
  unsigned status = 0;
};

/// A delivery that is due, with what is needed to send it.
struct DueDelivery {
  Delivery delivery;
  UnitId unit;
  std::string url;
  std::vector<std::string> secrets;  ///< open, the newest first; empty where they cannot be opened
};

/// An enabled endpoint, as it is needed to see what it is told of.
struct Listener {
  std::string endpoint;
  UnitId unit;
  std::vector<std::string> kinds;  ///< empty: everything
  Instant made{};
};

/// The pauses after failed attempts; after the last one there is no further attempt.
inline constexpr std::array<std::chrono::seconds, 9> pauses{
    std::chrono::seconds{5}, std::chrono::minutes{5}, std::chrono::minutes{30},
    std::chrono::hours{2},   std::chrono::hours{5},   std::chrono::hours{10},
    std::chrono::hours{14},  std::chrono::hours{20},  std::chrono::hours{24}};

/// How long dead letters are kept, from what they tell of.
inline constexpr std::chrono::hours dead_letter_lifetime{24 * 90};

/// {"type":...,"timestamp":...,"data":{"case":...,"event":...,"meeting":...}}
std::string body_of(const CaseNews& news);

/// Safe for many threads.
class Deliveries {
 public:
  explicit Deliveries(WebhookFile& file) : file_(file) {}

  /// Dead letters of an endpoint, oldest first, after that number.
  std::vector<Delivery> dead_letters(const std::string& endpoint, std::int64_t after,
                                     std::size_t limit);
  /// Puts one in line again, or all of the endpoint, with all attempts anew. Refused:
  /// webhook_unknown, webhook_not_enabled; webhook_letter_unknown.
  Refusals resend(const std::string& endpoint, std::int64_t number, Instant now);
  Refusals resend_all(const std::string& endpoint, Instant now);

  // For the runner ------------------------------------------------------------------------------

  std::vector<Listener> listeners();
  /// Up to which position of the log endpoints have been told; nothing in a new file.
  std::optional<std::int64_t> cursor();
  struct ForEndpoint {
    std::string endpoint;
    CaseNews news;
  };
  /// Puts messages in line and moves the cursor, together. Endpoints that are no longer enabled get
  /// none.
  void put(const std::vector<ForEndpoint>& all, std::int64_t cursor, Instant now);

  /// Due messages of one endpoint, at most `limit`, those in `but_not` left out.
  std::vector<DueDelivery> due(const std::string& endpoint, Instant now, std::size_t limit,
                               const std::vector<std::int64_t>& but_not);
  /// Writes down what became of messages at that moment: gone from the line, later again, or dead.
  /// `jitter`, 0 to 1, lengthens pauses by up to a fifth. One that fails by 410 disables its
  /// endpoint.
  void note(const std::vector<Sent>& all, Instant now, const std::function<double()>& jitter);
  /// The unit may no longer be told.
  void drop(const std::vector<std::int64_t>& numbers);

 private:
  Refusals resend_where(const std::string& endpoint, const std::string& where,
                        std::optional<std::int64_t> number, Instant now);

  WebhookFile& file_;
};

}  // namespace kallad::webhook
