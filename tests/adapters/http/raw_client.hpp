// A client that sends bytes as they are and reads what comes back, and a server to talk to.
// Not an HTTP client: it sends what no client should. Rule kept: every wait ends, so that a test of
// a server that hangs fails instead of hanging.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "adapters/http/server.hpp"

namespace kallad::http_test {

using Steady = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

/// Waits until `holds` does; false where it took longer than `at_most`.
inline bool eventually(const std::function<bool()>& holds,
                       Milliseconds at_most = Milliseconds{5000}) {
  const auto end = Steady::now() + at_most;
  while (!holds()) {
    if (Steady::now() > end) return false;
    std::this_thread::sleep_for(Milliseconds{2});
  }
  return true;
}

/// One answer as bytes, taken apart.
struct RawAnswer {
  unsigned status = 0;  ///< 0 where none came
  std::string head;
  std::string body;
  bool has(std::string_view line) const { return head.find(line) != std::string::npos; }
};

class RawClient {
 public:
  /// `receive_buffer` 0 is the system's own.
  explicit RawClient(std::uint16_t port, int receive_buffer = 0)
      : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer > 0) {
      ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    }
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* address = static_cast<const sockaddr*>(static_cast<const void*>(&to));
    connected_ = ::connect(socket_, address, sizeof to) == 0;
  }
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)),
        connected_(other.connected_),
        buffer_(std::move(other.buffer_)) {}
  RawClient& operator=(RawClient&&) = delete;
  ~RawClient() {
    if (socket_ >= 0) ::close(socket_);
  }

  bool connected() const { return connected_; }
  int socket() const { return socket_; }
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  void end_sending() { ::shutdown(socket_, SHUT_WR); }

  /// Reads more; false at the end of the connection or where nothing comes for that long.
  bool read_more(Milliseconds at_most = Milliseconds{5000}) {
    pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&wait, 1, static_cast<int>(at_most.count())) <= 0) return false;
    std::array<char, 65536> bytes{};
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count > 0) buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    ended_ = count <= 0;
    return !ended_;
  }

  /// What has come up to and with `end`, or all where that never comes.
  std::string until(std::string_view end) {
    std::size_t at = 0;
    while ((at = buffer_.find(end)) == std::string::npos) {
      if (!read_more()) return std::exchange(buffer_, {});
    }
    std::string out = buffer_.substr(0, at + end.size());
    buffer_.erase(0, out.size());
    return out;
  }

  /// The next answer. A HEAD's has no body, whatever its length says.
  RawAnswer answer(bool to_head = false) {
    RawAnswer out;
    out.head = until("\r\n\r\n");
    if (!out.head.starts_with("HTTP/1.1 ")) return {};
    std::from_chars(out.head.data() + 9, out.head.data() + 12, out.status);
    std::size_t length = 0;
    const auto field = out.head.find("Content-Length: ");
    if (field != std::string::npos) {
      std::from_chars(out.head.data() + field + 16, out.head.data() + out.head.size(), length);
    }
    if (to_head) return out;
    while (buffer_.size() < length && read_more()) {
    }
    out.body = buffer_.substr(0, length);
    buffer_.erase(0, out.body.size());
    return out;
  }

  /// The server has ended the connection, or does so within that time, and nothing came before.
  bool ends(Milliseconds at_most = Milliseconds{5000}) {
    while (!ended_ && read_more(at_most)) {
    }
    return ended_ && buffer_.empty();
  }

 private:
  int socket_;
  bool connected_ = false;
  bool ended_ = false;
  std::string buffer_;
};

/// A server on the loopback that answers with what it was asked, or as `handler` does.
class TestServer {
 public:
  explicit TestServer(HttpLimits limits = {}, HttpHandler handler = {}, unsigned threads = 2)
      : server(std::move(limits), counted(std::move(handler)), [] { return Instant{}; }),
        port(server.listen("127.0.0.1", 0)) {
    server.start(threads);
  }

  static HttpResponse echo(const HttpRequest& request) {
    return {.body = request.method + " " + request.path + "?" + request.query + " " + request.body};
  }

  std::atomic<int> handled = 0;
  HttpServer server;
  std::uint16_t port;

 private:
  HttpHandler counted(HttpHandler handler) {
    return [this, handler = std::move(handler)](HttpRequest request, HttpAnswer answer) {
      ++handled;
      if (handler) return handler(std::move(request), std::move(answer));
      answer(echo(request));
    };
  }
};

}  // namespace kallad::http_test
