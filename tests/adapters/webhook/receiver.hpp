// A receiver of webhooks: our own HTTP server on the loopback, plain or with a certificate made
// here, that writes down what it gets and answers as it is told.
// Not a mock of sending: bytes go over sockets. Rule kept: every wait ends.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapters/http/server.hpp"

namespace kallad::webhook_test {

/// Writes a key and a certificate it has signed itself, for localhost and 127.0.0.1.
TlsFiles make_certificate(const std::filesystem::path& folder, const std::string& name);

class Receiver {
 public:
  /// Says what to answer to the request with that number, from 1; nothing: never answers.
  using Say = std::function<std::optional<HttpResponse>(int, const HttpRequest&)>;

  explicit Receiver(Say say = {}, std::optional<TlsFiles> tls = {}, bool started = true);
  void start() { server_.start(1); }

  std::string url(const std::string& host = "localhost") const;
  std::vector<HttpRequest> got() const;
  int count() const { return static_cast<int>(got().size()); }

 private:
  mutable std::mutex mutex_;
  std::vector<HttpRequest> got_;
  std::deque<HttpAnswer> unanswered_;
  bool secure_;
  HttpServer server_;  ///< goes first: its threads use the above
  std::uint16_t port_ = 0;
};

/// The value of a header; empty where there is none.
std::string header(const HttpRequest& request, std::string_view name);

}  // namespace kallad::webhook_test
