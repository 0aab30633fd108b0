// The yardstick: what a Beast server does that does nothing.
// Not the product's server: no limits, no routes, one thread.
#pragma once

#include <cstdint>
#include <memory>

namespace kallad::bench {

/// Answers every request with 201 and 200 bytes of JSON, keeping connections, until it goes.
class PlainServer {
 public:
  PlainServer();
  ~PlainServer();
  PlainServer(const PlainServer&) = delete;
  PlainServer& operator=(const PlainServer&) = delete;
  std::uint16_t port() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace kallad::bench
