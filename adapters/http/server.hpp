// The HTTP/1.1 server: plain and TLS, with limits on everything a client can make large or slow.
// Not the routes and not the headers that secure pages: a handler gets whole requests and answers
// them. Rule kept: no client can hold a thread, a connection for ever, or memory without bound.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/http/message.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// What a client may make the server hold, and for how long. Who is too slow is cut off without an
/// answer.
struct HttpLimits {
  using Time = std::chrono::milliseconds;
  std::size_t header_bytes = 16 * 1024;  ///< more: 431
  std::size_t body_bytes = 256 * 1024;   ///< more: 413
  Time header_time =
      std::chrono::seconds{10};  ///< TLS handshake, and from a head's first byte to its last
  Time body_time = std::chrono::seconds{20};   ///< the whole body
  Time idle_time = std::chrono::seconds{60};   ///< between requests, and before the first
  Time write_time = std::chrono::seconds{20};  ///< for each 64 KiB of an answer
  Time heartbeat = std::chrono::seconds{15};   ///< of a feed that has nothing to say
  Time linger_time = std::chrono::seconds{2};  ///< for the client to read a last answer
  std::size_t connections = 10'000;            ///< more: the longest idle gives way, or 503
  std::size_t connections_per_client = 1'000;  ///< more: 429; a trusted proxy has no such limit
  std::size_t requests_in_flight = 512;        ///< more: 503 with Retry-After
  std::size_t requests_per_connection = 10'000;
  std::vector<std::string> trusted_proxies = {};  ///< addresses whose X-Forwarded-* are believed
};

/// What has been counted since the start; those called "now" go up and down.
struct HttpCounters {
  std::uint64_t connections = 0;
  std::uint64_t connections_now = 0;
  std::uint64_t turned_away = 0;  ///< connections for which there was no room
  std::uint64_t gave_way = 0;     ///< idle connections closed to make room
  std::uint64_t requests = 0;     ///< given to the handler
  std::uint64_t requests_now = 0;
  std::uint64_t busy = 0;              ///< answered 503 without asking the handler
  std::uint64_t refused = 0;           ///< not requests by HTTP's rules or the limits
  std::uint64_t cut_slow = 0;          ///< clients too slow in sending or in reading
  std::uint64_t handler_failures = 0;  ///< thrown, never answered, or an answer that cannot be sent
  std::uint64_t feeds = 0;
  std::uint64_t feeds_now = 0;
  std::array<std::uint64_t, 6> answers = {};  ///< by the first digit of the status
};

/// Files in PEM; the certificate's file holds the whole chain.
struct TlsFiles {
  std::string certificate;
  std::string key;
};

class HttpServer {
 public:
  /// `now` gives the Date of answers.
  HttpServer(HttpLimits limits, HttpHandler handler, std::function<Instant()> now);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  /// Ends at once what has not been drained.
  ~HttpServer();

  /// Binds; requests are answered from `start` on. Port 0 is any; the answer is the port bound.
  /// Throws std::runtime_error where the address or the files cannot be used.
  std::uint16_t listen(const std::string& address, std::uint16_t port,
                       const std::optional<TlsFiles>& tls = {});
  /// Once. Raises the process's soft limit of open files to the hard one.
  void start(unsigned threads);
  /// Reads certificates and keys again, for connections to come. Throws std::runtime_error where
  /// they cannot be used; the former ones then stay.
  void reload_tls();
  /// Stops listening, closes idle connections, ends feeds and lets requests in flight be answered,
  /// for `at_most` that long; then closes what is left. True where nothing had to be cut off.
  bool drain(std::chrono::milliseconds at_most);

  HttpCounters counters() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kallad
