// One connection, plain or TLS, as a coroutine: read a request, have it answered, write, again.
// Included by plain.cpp and tls.cpp only, which each make one kind of it. Rule kept: whatever it
// waits for has a deadline, but the handler; and that it waits for without holding a thread.
#pragma once

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <optional>
#include <string_view>

#include "adapters/http/reply.hpp"
#include "adapters/http/wire/forwarded.hpp"
#include "adapters/http/wire/request_reader.hpp"
#include "adapters/http/wire/response_head.hpp"
#include "adapters/http/worker.hpp"

namespace kallad::http {

namespace asio = boost::asio;
using TcpStream = boost::beast::tcp_stream;
using TlsStream = asio::ssl::stream<TcpStream>;

/// Errors come as a value beside the result.
inline constexpr auto kQuietly = asio::as_tuple(asio::use_awaitable);

template <class Stream>
class Connection final : public Session, public std::enable_shared_from_this<Connection<Stream>> {
 public:
  /// `keeper` is what the stream refers to (the certificate), or null.
  Connection(Worker& worker, Stream stream, Visit visit, std::shared_ptr<void> keeper)
      : worker_(worker),
        state_(worker.state),
        keeper_(std::move(keeper)),
        stream_(std::move(stream)),
        visit_(std::move(visit)),
        place_(std::in_place, worker, *this) {}

  void start() {
    asio::co_spawn(
        worker_.context,
        [self = this->shared_from_this()]() -> asio::awaitable<void> { return self->run(); },
        asio::detached);
  }

  void close_now() override {
    closed_ = true;
    if (place_) place_->set_idle(false);
    tcp().close();
    signal_.cancel();
  }

  void wind_down() override {
    if (place_ && place_->idle()) return close_now();
    if (feed_) feed_->close();
  }

 private:
  enum class Got { request, refusal, nothing };

  static constexpr bool kTls = !std::is_same_v<Stream, TcpStream>;
  static constexpr std::size_t kWriteBytes = 64 * 1024;
  static constexpr std::size_t kLingerBytes = 1024 * 1024;

  TcpStream& tcp() { return boost::beast::get_lowest_layer(stream_); }

  asio::awaitable<void> run();
  asio::awaitable<bool> handshake();
  asio::awaitable<void> farewell();
  asio::awaitable<bool> exchange();
  asio::awaitable<Got> read_request();
  void set_read_deadline();
  HttpRequest take_request();
  asio::awaitable<HttpResponse> answered();
  asio::awaitable<HttpResponse> from_handler();
  asio::awaitable<bool> send(HttpResponse response, bool head_only, bool keep);
  asio::awaitable<bool> send_feed(HttpResponse response, bool head_only);
  asio::awaitable<void> pump();
  asio::awaitable<void> watch();
  asio::awaitable<bool> write(std::string_view head, std::string_view body);
  std::function<void()> waker();
  bool stays_open(bool wanted) const {
    return wanted && !state_.draining && exchanges_ < state_.limits.requests_per_connection;
  }

  Worker& worker_;
  State& state_;
  std::shared_ptr<void> keeper_;
  Stream stream_;
  std::optional<Visit> visit_;
  std::optional<Place> place_;
  asio::steady_timer signal_{worker_.context};  // wakes who waits for a handler or for events
  std::optional<RequestReader> reader_;
  std::optional<RequestReader::Phase> deadline_for_;  // head stands for both idle and head
  bool deadline_idle_ = false;
  std::array<char, 4096> bytes_;
  std::string_view unread_;  // of bytes_: what belongs to requests not yet begun
  std::shared_ptr<EventFeed> feed_;
  std::size_t exchanges_ = 0;
  bool closed_ = false;
  bool linger_ = false;  // the last thing written may not have been read
};

template <class Stream>
asio::awaitable<void> Connection<Stream>::run() {
  bool going = co_await handshake();
  while (going) going = co_await exchange();
  if (linger_ && !closed_) co_await farewell();
  tcp().close();
  place_.reset();
  visit_.reset();
}

template <class Stream>
asio::awaitable<bool> Connection<Stream>::handshake() {
  if constexpr (kTls) {
    tcp().expires_after(state_.limits.header_time);
    auto [error] = co_await stream_.async_handshake(asio::ssl::stream_base::server, kQuietly);
    co_return !error;
  } else {
    co_return true;
  }
}

/// Closes so that the client can read the last answer: an end with bytes unread would take it away.
template <class Stream>
asio::awaitable<void> Connection<Stream>::farewell() {
  tcp().expires_after(state_.limits.linger_time);
  if constexpr (kTls) co_await stream_.async_shutdown(kQuietly);
  boost::system::error_code ignored;
  tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  for (std::size_t read = 0; read < kLingerBytes;) {
    auto [error, count] = co_await tcp().async_read_some(asio::buffer(bytes_), kQuietly);
    if (error) break;
    read += count;
  }
}

/// One request and its answer; false where it was the last.
template <class Stream>
asio::awaitable<bool> Connection<Stream>::exchange() {
  linger_ = false;
  const Got got = co_await read_request();
  if (got == Got::nothing) co_return false;
  if (got == Got::refusal) {
    state_.counts.refused.fetch_add(1);
    HttpResponse refusal{.status = reader_->status()};
    co_await send(std::move(refusal), false, false);
    co_return false;
  }
  ++exchanges_;
  const bool head_only = reader_->head().method == "HEAD";
  const bool wanted = reader_->head().keep_alive;
  HttpResponse response = co_await answered();
  if (closed_) co_return false;
  if (response.feed) co_return co_await send_feed(std::move(response), head_only);
  const bool keep = stays_open(wanted);
  const bool sent = co_await send(std::move(response), head_only, keep);
  co_return sent&& keep;
}

template <class Stream>
auto Connection<Stream>::read_request() -> asio::awaitable<Got> {
  reader_.emplace(state_.wire());
  deadline_for_.reset();
  bool told = false;
  for (;;) {
    unread_.remove_prefix(reader_->put(unread_));
    const auto phase = reader_->phase();
    if (phase == RequestReader::Phase::complete) co_return Got::request;
    if (phase == RequestReader::Phase::refused) co_return Got::refusal;
    if (phase == RequestReader::Phase::body && reader_->head().expects_continue && !told) {
      told = true;
      if (!co_await write("HTTP/1.1 100 Continue\r\n\r\n", {})) co_return Got::nothing;
      deadline_for_.reset();
    }
    if (closed_ || (reader_->untouched() && state_.draining)) co_return Got::nothing;
    set_read_deadline();
    place_->set_idle(reader_->untouched());
    auto [error, count] = co_await stream_.async_read_some(asio::buffer(bytes_), kQuietly);
    place_->set_idle(false);
    if (error) {
      const bool slow = error == boost::beast::error::timeout && !reader_->untouched();
      if (slow) state_.counts.cut_slow.fetch_add(1);
      co_return Got::nothing;
    }
    unread_ = std::string_view(bytes_.data(), count);
  }
}

/// A deadline counts from when its phase begins, not from the last byte.
template <class Stream>
void Connection<Stream>::set_read_deadline() {
  const bool idle = reader_->untouched();
  if (deadline_for_ == reader_->phase() && deadline_idle_ == idle) return;
  deadline_for_ = reader_->phase();
  deadline_idle_ = idle;
  const bool body = deadline_for_ == RequestReader::Phase::body;
  const auto& limits = state_.limits;
  tcp().expires_after(idle ? limits.idle_time : body ? limits.body_time : limits.header_time);
}

template <class Stream>
HttpRequest Connection<Stream>::take_request() {
  RequestHead head = reader_->take_head();
  Origin origin = origin_of(head.headers, visit_->client(), kTls, state_.limits.trusted_proxies);
  return {.method = std::move(head.method),
          .path = std::move(head.path),
          .query = std::move(head.query),
          .headers = std::move(head.headers),
          .body = reader_->take_body(),
          .client = std::move(origin.client),
          .secure = origin.secure,
          .via_proxy = origin.via_proxy};
}

template <class Stream>
asio::awaitable<HttpResponse> Connection<Stream>::answered() {
  const Tally turn(state_.counts.requests_now);
  if (turn.before() >= state_.limits.requests_in_flight) {
    state_.counts.busy.fetch_add(1);
    co_return HttpResponse{.status = 503, .headers = {{"Retry-After", "1"}}};
  }
  state_.counts.requests.fetch_add(1);
  co_return co_await from_handler();
}

template <class Stream>
asio::awaitable<HttpResponse> Connection<Stream>::from_handler() {
  auto reply = std::make_shared<Reply>();
  try {
    state_.handler(take_request(), answer_for(reply));
  } catch (...) {
    reply->fail();  // without its text, which can hold anything
  }
  while (!reply->ready_or(waker()) && !closed_) {
    signal_.expires_at(asio::steady_timer::time_point::max());
    co_await signal_.async_wait(kQuietly);
  }
  HttpResponse response = reply->take();
  if (reply->failed()) state_.counts.handler_failures.fetch_add(1);
  co_return response;
}

/// A function for any thread that makes this connection look again at what it waits for.
template <class Stream>
std::function<void()> Connection<Stream>::waker() {
  return [self = this->shared_from_this()] {
    asio::post(self->worker_.context, [self] {
      // An overrun feed is being written too slowly: nothing else ends that writing in time.
      if (self->feed_ && self->feed_->overrun() && !self->closed_) {
        self->state_.counts.cut_slow.fetch_add(1);
        self->close_now();
      }
      self->signal_.cancel();
    });
  };
}

template <class Stream>
asio::awaitable<bool> Connection<Stream>::send(HttpResponse response, bool head_only, bool keep) {
  const auto head_of = [&] {
    return response_head({.status = response.status,
                          .headers = response.headers,
                          .date = worker_.date(),
                          .length = response.body.size(),
                          .keep_alive = keep});
  };
  auto head = head_of();
  if (!head) {
    state_.counts.handler_failures.fetch_add(1);
    response = {.status = 500};
    head = head_of();
  }
  state_.counts.answers.at(response.status / 100).fetch_add(1);
  const bool bare = head_only || !has_body(response.status);
  const bool sent = co_await write(*head, bare ? std::string_view{} : response.body);
  linger_ = sent;
  co_return sent;
}

template <class Stream>
asio::awaitable<bool> Connection<Stream>::send_feed(HttpResponse response, bool head_only) {
  feed_ = std::move(response.feed);
  response.headers.emplace_back("Content-Type", "text/event-stream");
  response.headers.emplace_back("Cache-Control", "no-store");
  const auto head = response_head(
      {.status = response.status, .headers = response.headers, .date = worker_.date()});
  if (!head) {
    feed_->detach();
    co_await send(std::move(response), head_only, false);  // finds the same and says 500
    co_return false;
  }
  state_.counts.answers.at(response.status / 100).fetch_add(1);
  linger_ = co_await write(*head, {});
  if (linger_ && !head_only) {
    const Tally open(state_.counts.feeds_now);
    state_.counts.feeds.fetch_add(1);
    feed_->attach(waker());
    if (state_.draining || feed_->overrun()) feed_->close();
    asio::co_spawn(
        worker_.context,
        [self = this->shared_from_this()]() -> asio::awaitable<void> { return self->watch(); },
        asio::detached);
    co_await pump();
    linger_ = false;  // watch() has read all there was
  }
  feed_->detach();
  co_return false;
}

/// Writes events as they come, a comment where none do, until the feed ends or the reader is gone.
template <class Stream>
asio::awaitable<void> Connection<Stream>::pump() {
  for (;;) {
    if (closed_) co_return;
    const bool last = feed_->closed();
    std::string text = feed_->take();
    if (text.empty()) {
      if (last) co_return;
      signal_.expires_after(state_.limits.heartbeat);
      auto [error] = co_await signal_.async_wait(kQuietly);
      if (error) continue;
      text = ":\n\n";
    }
    if (!co_await write(text, {})) co_return;
  }
}

/// Reads what a feed's reader should not send, to see when it goes.
template <class Stream>
asio::awaitable<void> Connection<Stream>::watch() {
  const auto self = this->shared_from_this();
  tcp().expires_never();
  for (;;) {
    auto [error, count] = co_await stream_.async_read_some(asio::buffer(bytes_), kQuietly);
    if (error) break;
  }
  feed_->close();
}

/// Each part has a deadline of its own: a slow reader is cut, a long answer is not.
template <class Stream>
asio::awaitable<bool> Connection<Stream>::write(std::string_view head, std::string_view body) {
  while (!head.empty() || !body.empty()) {
    const auto part = body.substr(0, kWriteBytes);
    const std::array<asio::const_buffer, 2> buffers{asio::buffer(head), asio::buffer(part)};
    tcp().expires_after(state_.limits.write_time);
    auto [error, count] = co_await asio::async_write(stream_, buffers, kQuietly);
    if (error) {
      if (error == boost::beast::error::timeout) state_.counts.cut_slow.fetch_add(1);
      co_return false;
    }
    head = {};
    body.remove_prefix(part.size());
  }
  co_return true;
}

}  // namespace kallad::http
