// Listening, the threads, and the end.
// Not what happens on a connection: connection.hpp. Rule kept: accepting has a thread of its own,
// so that a busy worker does not keep new clients waiting at the door.
#include "adapters/http/server.hpp"

#include <sys/resource.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <stdexcept>
#include <thread>

#include "adapters/http/worker.hpp"

namespace kallad {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto kQuietly = asio::as_tuple(asio::use_awaitable);

/// One address listened on.
struct Listener {
  explicit Listener(asio::io_context& context) : acceptor(context) {}
  tcp::acceptor acceptor;
  std::optional<TlsFiles> files;
  std::mutex guard;
  std::shared_ptr<http::TlsContext> tls;  // replaced by reload_tls

  std::shared_ptr<http::TlsContext> present_tls() {
    const std::lock_guard lock(guard);
    return tls;
  }
};

void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

/// The address without port; an IPv4 address that came over IPv6 as what it is.
std::string address_of(const tcp::endpoint& end) {
  const auto address = end.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
}

/// Gives the connection to the worker, on whose thread it lives from then on.
void hand_over(http::Worker& worker, tcp::socket socket, Listener& listener) {
  boost::system::error_code error;
  const auto peer = socket.remote_endpoint(error);
  if (error) return;  // gone already
  socket.set_option(tcp::no_delay(true), error);
  // The system's own would grow to megabytes for who does not read, and ask for more only when a
  // third of them is read: too late to tell slow from stopped.
  socket.set_option(tcp::socket::send_buffer_size(256 * 1024), error);
  worker.state.counts.connections.fetch_add(1);
  asio::post(worker.context, [&worker, socket = std::move(socket), tls = listener.present_tls(),
                              visit = http::Visit(worker.state.door, address_of(peer))]() mutable {
    if (tls) {
      http::open_tls(worker, std::move(socket), std::move(visit), std::move(tls));
    } else {
      http::open_plain(worker, std::move(socket), std::move(visit));
    }
  });
}

}  // namespace

struct HttpServer::Impl {
  Impl(HttpLimits limits, HttpHandler handler, std::function<Instant()> now)
      : state(std::move(limits), std::move(handler), std::move(now)) {}

  http::State state;
  asio::io_context door{1};
  std::vector<std::unique_ptr<http::Worker>> workers;
  std::vector<std::unique_ptr<Listener>> listeners;
  std::vector<std::thread> threads;
  std::thread door_thread;
  std::size_t next = 0;

  asio::awaitable<void> accept(Listener& listener);
  void close_door();
};

asio::awaitable<void> HttpServer::Impl::accept(Listener& listener) {
  while (listener.acceptor.is_open()) {
    http::Worker& worker = *workers[next++ % workers.size()];
    auto [error, socket] = co_await listener.acceptor.async_accept(worker.context, kQuietly);
    if (!error) {
      hand_over(worker, std::move(socket), listener);
      continue;
    }
    if (error == asio::error::operation_aborted) break;
    // Out of file descriptors, most likely: some are free again soon, and trying at once is a
    // storm.
    asio::steady_timer pause(door, std::chrono::milliseconds{20});
    co_await pause.async_wait(kQuietly);
  }
}

/// After it no connection is given to a worker.
void HttpServer::Impl::close_door() {
  asio::post(door, [this] {
    boost::system::error_code ignored;
    for (auto& listener : listeners) listener->acceptor.close(ignored);
  });
  door_thread.join();
}

HttpServer::HttpServer(HttpLimits limits, HttpHandler handler, std::function<Instant()> now)
    : impl_(std::make_unique<Impl>(std::move(limits), std::move(handler), std::move(now))) {}

HttpServer::~HttpServer() { drain(std::chrono::milliseconds{0}); }

std::uint16_t HttpServer::listen(const std::string& address, std::uint16_t port,
                                 const std::optional<TlsFiles>& tls) {
  auto listener = std::make_unique<Listener>(impl_->door);
  listener->files = tls;
  if (tls) listener->tls = http::load_tls(*tls);
  const tcp::endpoint end(asio::ip::make_address(address), port);
  listener->acceptor.open(end.protocol());
  listener->acceptor.set_option(tcp::acceptor::reuse_address(true));
  listener->acceptor.bind(end);
  listener->acceptor.listen();
  impl_->listeners.push_back(std::move(listener));
  return impl_->listeners.back()->acceptor.local_endpoint().port();
}

void HttpServer::start(unsigned threads) {
  if (!impl_->threads.empty() || threads == 0) throw std::logic_error("start: once, with threads");
  raise_file_limit();
  for (unsigned i = 0; i < threads; ++i) {
    impl_->workers.push_back(std::make_unique<http::Worker>(impl_->state));
  }
  for (auto& worker : impl_->workers) {
    impl_->threads.emplace_back([&worker = *worker] { worker.context.run(); });
  }
  for (auto& listener : impl_->listeners) {
    asio::co_spawn(impl_->door, impl_->accept(*listener), asio::detached);
  }
  impl_->door_thread = std::thread([this] { impl_->door.run(); });
}

void HttpServer::reload_tls() {
  for (auto& listener : impl_->listeners) {
    if (!listener->files) continue;
    auto fresh = http::load_tls(*listener->files);
    const std::lock_guard lock(listener->guard);
    listener->tls = std::move(fresh);
  }
}

bool HttpServer::drain(std::chrono::milliseconds at_most) {
  if (impl_->threads.empty()) return true;
  impl_->state.draining = true;
  impl_->close_door();
  for (auto& worker : impl_->workers) {
    asio::post(worker->context, [&worker = *worker] { worker.wind_down(); });
  }
  const bool all_ended = impl_->state.door.wait_until_empty(at_most);
  for (auto& worker : impl_->workers) {
    asio::post(worker->context, [&worker = *worker] { worker.close_all(); });
  }
  for (std::thread& thread : impl_->threads) thread.join();
  impl_->threads.clear();
  return all_ended;
}

HttpCounters HttpServer::counters() const { return impl_->state.counters(); }

}  // namespace kallad
