// Connections with TLS, and the certificate they show.
// Not a choice of ciphers: OpenSSL's own list from TLS 1.2 on. Rule kept: a connection keeps the
// certificate it began with; a reloaded one is for those to come.
#include <boost/asio/ssl/context.hpp>
#include <stdexcept>

#include "adapters/http/connection.hpp"

namespace kallad::http {

struct TlsContext {
  asio::ssl::context context{asio::ssl::context::tls_server};
};

std::shared_ptr<TlsContext> load_tls(const TlsFiles& files) {
  auto tls = std::make_shared<TlsContext>();
  auto& context = tls->context;
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);
  boost::system::error_code error;
  context.use_certificate_chain_file(files.certificate, error);
  if (error) throw std::runtime_error(files.certificate + ": " + error.message());
  context.use_private_key_file(files.key, asio::ssl::context::pem, error);
  if (error) throw std::runtime_error(files.key + ": " + error.message());
  return tls;
}

void open_tls(Worker& worker, asio::ip::tcp::socket socket, Visit visit,
              std::shared_ptr<TlsContext> tls) {
  if (worker.state.draining || worker.refusal(visit) != 0) return;
  TlsStream stream(TcpStream(std::move(socket)), tls->context);
  std::make_shared<Connection<TlsStream>>(worker, std::move(stream), std::move(visit),
                                          std::move(tls))
      ->start();
}

}  // namespace kallad::http
