// Tests of TLS: versions, certificates read again, and the limits that hold there too.
// Not of OpenSSL. Certificates are made here, for names that nobody has. Rule kept: a connection
// begun goes on under the certificate it began with.
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "tests/adapters/http/raw_client.hpp"

namespace kallad::http_test::tls {
namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* what) const {
    Free(what);
  }
};

/// Writes a key and a certificate it has signed itself, valid for an hour.
void make_certificate(const TlsFiles& files, const std::string& name) {
  const std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>> key(EVP_EC_gen("P-256"));
  const std::unique_ptr<X509, Freed<X509_free>> certificate(X509_new());
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  const auto* text = static_cast<const unsigned char*>(static_cast<const void*>(name.c_str()));
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, text, -1, -1, 0);
  X509_set_issuer_name(certificate.get(), subject);
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  const std::unique_ptr<FILE, Freed<std::fclose>> key_file(std::fopen(files.key.c_str(), "w"));
  PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  const std::unique_ptr<FILE, Freed<std::fclose>> file(std::fopen(files.certificate.c_str(), "w"));
  PEM_write_X509(file.get(), certificate.get());
}

/// A client that speaks TLS over a RawClient's socket.
class TlsClient {
 public:
  explicit TlsClient(std::uint16_t port, int highest = TLS1_3_VERSION)
      : raw_(port), context_(SSL_CTX_new(TLS_client_method())) {
    SSL_CTX_set_max_proto_version(context_.get(), highest);
    if (highest < TLS1_2_VERSION) SSL_CTX_set_security_level(context_.get(), 0);
    ssl_.reset(SSL_new(context_.get()));
    SSL_set_fd(ssl_.get(), raw_.socket());
    const timeval patience{.tv_sec = 5, .tv_usec = 0};
    ::setsockopt(raw_.socket(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    connected_ = SSL_connect(ssl_.get()) == 1;
  }

  bool connected() const { return connected_; }
  std::string version() const { return SSL_get_version(ssl_.get()); }
  std::string name() const {
    std::array<char, 100> text{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(SSL_get0_peer_certificate(ssl_.get())),
                              NID_commonName, text.data(), static_cast<int>(text.size()));
    return text.data();
  }
  void send(const std::string& text) {
    SSL_write(ssl_.get(), text.data(), static_cast<int>(text.size()));
  }
  /// What has come up to and with `end`; all, where the server ended before.
  std::string until(std::string_view end) {
    std::string out;
    char c = 0;
    while (!out.ends_with(end) && SSL_read(ssl_.get(), &c, 1) == 1) out.push_back(c);
    return out;
  }
  /// The server has ended the connection as TLS wants it.
  bool ended_well() {
    char c = 0;
    const int read = SSL_read(ssl_.get(), &c, 1);
    return SSL_get_error(ssl_.get(), read) == SSL_ERROR_ZERO_RETURN;
  }

 private:
  RawClient raw_;
  std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>> context_;
  std::unique_ptr<SSL, Freed<SSL_free>> ssl_;
  bool connected_ = false;
};

class Tls : public testing::Test {
 protected:
  Tls() {
    std::filesystem::create_directories(folder_);
    make_certificate(files_, "first.invalid");
  }
  ~Tls() override { std::filesystem::remove_all(folder_); }

  std::uint16_t listen(HttpLimits limits = {}, HttpHandler handler = {}) {
    if (!handler) {
      handler = [](const HttpRequest& request, const HttpAnswer& answer) {
        answer(
            {.body = (request.secure ? "secure " : "open ") + request.path + request.body + "."});
      };
    }
    server_.emplace(std::move(limits), std::move(handler), [] { return Instant{}; });
    const auto port = server_->listen("127.0.0.1", 0, files_);
    server_->start(2);
    return port;
  }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("kallad_tls_" + std::to_string(::getpid()));
  TlsFiles files_{.certificate = folder_ / "certificate.pem", .key = folder_ / "key.pem"};
  std::optional<HttpServer> server_;
};

const std::string kGet = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

TEST_F(Tls, AnswersAndKeepsAlive) {
  TlsClient client(listen());
  ASSERT_TRUE(client.connected());
  EXPECT_EQ(client.version(), "TLSv1.3");
  client.send(kGet +
              "POST /b HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 50000\r\n\r\n" +
              std::string(50'000, 'x'));
  EXPECT_TRUE(client.until("/a.").ends_with("\r\n\r\nsecure /a."));
  EXPECT_TRUE(client.until("\r\n\r\n").starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(client.until("x.").ends_with("x."));
  EXPECT_TRUE(client.ended_well());
}

TEST_F(Tls, FromVersion12On) {
  const auto port = listen();
  EXPECT_TRUE(TlsClient(port, TLS1_2_VERSION).connected());
  EXPECT_FALSE(TlsClient(port, TLS1_1_VERSION).connected());
}

TEST_F(Tls, CertificatesAreReadAgainForConnectionsToCome) {
  const auto port = listen();
  TlsClient before(port);
  EXPECT_EQ(before.name(), "first.invalid");
  make_certificate(files_, "second.invalid");
  server_->reload_tls();
  EXPECT_EQ(TlsClient(port).name(), "second.invalid");
  before.send(kGet);
  EXPECT_TRUE(before.until(" /a.").ends_with("secure /a."));
}

TEST_F(Tls, BadFilesLeaveTheFormer) {
  const auto port = listen();
  TlsFiles other = files_;
  other.key = folder_ / "other.pem";
  make_certificate({.certificate = folder_ / "unused.pem", .key = other.key}, "other.invalid");
  EXPECT_THROW(server_->listen("127.0.0.1", 0, other), std::runtime_error) << "another's key";
  std::filesystem::resize_file(files_.certificate, 40);
  EXPECT_THROW(server_->reload_tls(), std::runtime_error);
  EXPECT_EQ(TlsClient(port).name(), "first.invalid");
}

TEST_F(Tls, RefusalsAreReadBeforeTheEnd) {
  TlsClient client(listen());
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n" +
              std::string(300'000, 'a'));
  EXPECT_TRUE(client.until("\r\n\r\n").starts_with("HTTP/1.1 413 "));
  EXPECT_TRUE(client.ended_well());
}

TEST_F(Tls, PlainTextAndSilenceAreCutOff) {
  const auto port = listen({.header_time = 200ms});
  RawClient plain(port);
  plain.send(kGet);
  EXPECT_TRUE(eventually([&] { return !plain.read_more(1s); })) << "an alert may come first";
  RawClient silent(port);
  EXPECT_TRUE(silent.ends(2s));
  EXPECT_TRUE(eventually([&] { return server_->counters().connections_now == 0; }));
}

TEST_F(Tls, FeedsAndDrain) {
  const auto feed = std::make_shared<EventFeed>();
  const auto port =
      listen({}, [&](const HttpRequest&, const HttpAnswer& answer) { answer({.feed = feed}); });
  TlsClient client(port);
  client.send(kGet);
  client.until("\r\n\r\n");
  feed->push("data: a");
  EXPECT_EQ(client.until("\n\n"), "data: a\n\n");
  feed->push("data: b");
  EXPECT_TRUE(server_->drain(5s));
  EXPECT_EQ(client.until("\n\n"), "data: b\n\n");
}

TEST_F(Tls, AFeedsReaderThatLeavesClosesIt) {
  const auto feed = std::make_shared<EventFeed>();
  const auto port =
      listen({}, [&](const HttpRequest&, const HttpAnswer& answer) { answer({.feed = feed}); });
  {
    TlsClient client(port);
    client.send(kGet);
    client.until("\r\n\r\n");
  }
  EXPECT_TRUE(eventually([&] { return feed->closed(); }));
}

}  // namespace
}  // namespace kallad::http_test::tls
