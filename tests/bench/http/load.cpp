// Sockets that wait in one epoll.
// Not fair to the server: where there are two processors, this one thread takes its share of them.
#include "tests/bench/http/load.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <stdexcept>

#include "tests/bench/measure.hpp"

namespace kallad::bench {

namespace {

/// The length that a head tells of.
std::size_t length_in(std::string_view head) {
  const auto at = head.find("ontent-Length: ");
  std::size_t length = 0;
  if (at != head.npos) std::from_chars(head.data() + at + 15, head.data() + head.size(), length);
  return length;
}

class Client {
 public:
  Client(std::uint16_t port, std::unique_ptr<Talker> talker)
      : port_(port), talker_(std::move(talker)) {
    open();
  }
  ~Client() { close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  int socket() const { return socket_; }

  void ask() {
    const std::string bytes = talker_->request();
    asked_ = Clock::now();
    std::string_view left = bytes;
    while (!left.empty()) {
      const auto sent = ::send(socket_, left.data(), left.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the end is seen when reading
      left.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  /// Reads what has come; false where the connection has ended.
  bool read(LoadResult& result) {
    std::array<char, 16384> piece{};
    const auto size = ::recv(socket_, piece.data(), piece.size(), 0);
    if (size <= 0) return false;
    text_.append(piece.data(), static_cast<std::size_t>(size));
    const auto end = text_.find("\r\n\r\n");
    if (end == text_.npos) return true;
    const std::string head = text_.substr(0, end);
    if (text_.size() < end + 4 + length_in(head)) return true;
    unsigned status = 0;
    std::from_chars(head.data() + 9, head.data() + 12, status);
    if (status < 400) result.waits.push_back(seconds_since(asked_));
    ++result.statuses[status];
    talker_->answered(status, head, text_.substr(end + 4));
    text_.clear();
    ask();
    return true;
  }

  void open_again() {
    close(socket_);
    text_.clear();
    open();
  }

 private:
  void open() {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(port_);
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // NOLINTNEXTLINE: the sockets' own way
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&there), sizeof there) != 0)
      throw std::runtime_error("nobody listens");
  }

  std::uint16_t port_;
  std::unique_ptr<Talker> talker_;
  int socket_ = -1;
  std::string text_;
  Clock::time_point asked_;
};

}  // namespace

LoadResult drive(std::uint16_t port, int connections, double seconds, const MakeTalker& make) {
  const int poll = epoll_create1(0);
  std::vector<std::unique_ptr<Client>> clients;
  const auto watch = [&](std::size_t number) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = number;
    epoll_ctl(poll, EPOLL_CTL_ADD, clients[number]->socket(), &event);
  };
  LoadResult result;
  const auto start = Clock::now();
  for (int i = 0; i < connections; ++i) {
    clients.push_back(std::make_unique<Client>(port, make(i)));
    watch(clients.size() - 1);
    clients.back()->ask();
  }
  std::array<epoll_event, 256> events{};
  while (seconds_since(start) < seconds) {
    const int count = epoll_wait(poll, events.data(), static_cast<int>(events.size()), 100);
    for (int i = 0; i < count; ++i) {
      const auto number = events.at(static_cast<std::size_t>(i)).data.u64;
      if (clients[number]->read(result)) continue;
      ++result.statuses[0];
      clients[number]->open_again();
      watch(number);
      clients[number]->ask();
    }
  }
  result.seconds = seconds_since(start);
  close(poll);
  return result;
}

std::string request_text(const std::string& line, const std::string& headers,
                         const std::string& body) {
  return line + " HTTP/1.1\r\nHost: localhost\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace kallad::bench
