// Sending: many messages on their way at once over libcurl, and what became of each.
// Not what is sent or when: runner.hpp. Rules kept: https only but for localhost where allowed, to
// allowed addresses only, checked as each connection is made; no redirect is followed, no proxy,
// cookie or password used; a receiver can make nothing here wait long or grow.
#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "adapters/webhook/address.hpp"

namespace kallad::webhook {

struct SenderLimits {
  std::chrono::milliseconds connect{5'000};  ///< name, connection and TLS
  std::chrono::milliseconds whole{15'000};
  std::size_t answer_bytes = 64 * 1024;  ///< head and body each; what comes after is not read
};

/// One message to one address. `number` is the caller's own.
struct Message {
  std::int64_t number = 0;
  std::string url;
  std::string id;
  std::string timestamp;
  std::string signature;
  std::string body;
};

/// What became of a message.
enum class Fate {
  delivered,            ///< 2xx
  gone,                 ///< 410: the receiver wants no more
  redirected,           ///< 3xx
  refused,              ///< another status
  address_not_allowed,  ///< the name stands for an address one may not reach
  name_unknown,
  not_reached,
  not_trusted,  ///< TLS: another's certificate, or none that is trusted
  too_slow,
  unreadable,  ///< no HTTP, or broken off
  not_ready,   ///< an error on this side: not known whether the unit may be told, or no secret
};
BOOST_DESCRIBE_ENUM(Fate, delivered, gone, redirected, refused, address_not_allowed, name_unknown,
                    not_reached, not_trusted, too_slow, unreadable, not_ready)

struct Sent {
  std::int64_t number = 0;
  Fate fate = Fate::unreadable;
  unsigned status = 0;  ///< of the answer; 0 where none came
};

/// One thread at a time, but for wake().
class Sender {
 public:
  explicit Sender(Net net, SenderLimits limits = {});
  /// Breaks off what is on its way.
  ~Sender();
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  void start(const Message& message);
  std::size_t on_the_way() const;
  /// Works for at most `wait`, or until something is finished, or wake().
  std::vector<Sent> finished(std::chrono::milliseconds wait);
  /// Ends a wait. From any thread.
  void wake();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kallad::webhook
