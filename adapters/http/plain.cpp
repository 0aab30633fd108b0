// Connections without TLS.
// Not the connection itself: connection.hpp, compiled here for a bare socket. Rule kept: a client
// for whom there is no room is told so, in as many bytes as fit into the socket without waiting.
#include <boost/asio/buffer.hpp>

#include "adapters/http/connection.hpp"

namespace kallad::http {
namespace {

void turn_away(Worker& worker, asio::ip::tcp::socket& socket, unsigned status) {
  const HttpHeaders headers = {{"Retry-After", "5"}};
  const auto text = response_head(
      {.status = status, .headers = headers, .date = worker.date(), .length = std::size_t{0}});
  boost::system::error_code ignored;
  socket.non_blocking(true, ignored);
  socket.send(asio::buffer(*text), 0, ignored);
  socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

}  // namespace

void open_plain(Worker& worker, asio::ip::tcp::socket socket, Visit visit) {
  if (worker.state.draining) return;
  if (const unsigned status = worker.refusal(visit)) return turn_away(worker, socket, status);
  std::make_shared<Connection<TcpStream>>(worker, TcpStream(std::move(socket)), std::move(visit),
                                          nullptr)
      ->start();
}

}  // namespace kallad::http
