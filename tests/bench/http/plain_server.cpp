// Beast's own example, cut down: a coroutine for each connection.
// Not careful with anything.
#include "tests/bench/http/plain_server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <thread>

namespace kallad::bench {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;

namespace {

constexpr auto quietly = asio::as_tuple(asio::use_awaitable);

asio::awaitable<void> serve(boost::beast::tcp_stream stream) {
  boost::beast::flat_buffer buffer;
  for (;;) {
    http::request<http::string_body> request;
    const auto [failed, count] = co_await http::async_read(stream, buffer, request, quietly);
    if (failed) co_return;
    http::response<http::string_body> response{http::status::created, 11};
    response.set(http::field::content_type, "application/json");
    response.body() = R"({"case":"x","text":")" + std::string(178, 'x') + "\"}";
    response.prepare_payload();
    const auto [broken, sent] = co_await http::async_write(stream, response, quietly);
    if (broken) co_return;
  }
}

asio::awaitable<void> listen(Tcp::acceptor& acceptor) {
  for (;;) {
    auto [failed, socket] = co_await acceptor.async_accept(quietly);
    if (failed) co_return;
    socket.set_option(Tcp::no_delay{true});
    asio::co_spawn(acceptor.get_executor(), serve(boost::beast::tcp_stream{std::move(socket)}),
                   asio::detached);
  }
}

}  // namespace

struct PlainServer::Inside {
  asio::io_context context{1};
  Tcp::acceptor acceptor{context, Tcp::endpoint{asio::ip::address_v4::loopback(), 0}};
  std::thread thread;
};

PlainServer::PlainServer() : inside_(std::make_unique<Inside>()) {
  asio::co_spawn(inside_->context, listen(inside_->acceptor), asio::detached);
  inside_->thread = std::thread{[this] { inside_->context.run(); }};
}

PlainServer::~PlainServer() {
  inside_->context.stop();
  inside_->thread.join();
}

std::uint16_t PlainServer::port() const { return inside_->acceptor.local_endpoint().port(); }

}  // namespace kallad::bench
