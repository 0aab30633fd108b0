// The receiver's two ends: certificates by OpenSSL, HTTP by our own server.
// Not a test of either.
#include "tests/adapters/webhook/receiver.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>

namespace kallad::webhook_test {

namespace {

template <auto Free>
struct FreedBy {
  template <class T>
  void operator()(T* what) const {
    Free(what);
  }
};

void name_hosts(X509& certificate) {
  const std::unique_ptr<X509_EXTENSION, FreedBy<X509_EXTENSION_free>> names(X509V3_EXT_conf_nid(
      nullptr, nullptr, NID_subject_alt_name, "DNS:localhost,DNS:a.localhost,IP:127.0.0.1"));
  X509_add_ext(&certificate, names.get(), -1);
}

}  // namespace

TlsFiles make_certificate(const std::filesystem::path& folder, const std::string& name) {
  TlsFiles files{(folder / (name + ".pem")).string(), (folder / (name + "-key.pem")).string()};
  const std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>> key(EVP_EC_gen("P-256"));
  const std::unique_ptr<X509, FreedBy<X509_free>> certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  const auto* text = static_cast<const unsigned char*>(static_cast<const void*>(name.c_str()));
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, text, -1, -1, 0);
  X509_set_issuer_name(certificate.get(), subject);
  name_hosts(*certificate);
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  const std::unique_ptr<FILE, FreedBy<std::fclose>> key_file(std::fopen(files.key.c_str(), "w"));
  PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  const std::unique_ptr<FILE, FreedBy<std::fclose>> file(
      std::fopen(files.certificate.c_str(), "w"));
  PEM_write_X509(file.get(), certificate.get());
  return files;
}

Receiver::Receiver(Say say, std::optional<TlsFiles> tls, bool started)
    : secure_(tls.has_value()),
      server_(
          HttpLimits{},
          [this, say = std::move(say)](HttpRequest request, HttpAnswer answer) {
            const std::lock_guard lock{mutex_};
            got_.push_back(request);
            const auto said = say ? say(static_cast<int>(got_.size()), request) : HttpResponse{};
            if (said)
              answer(*said);
            else
              unanswered_.push_back(std::move(answer));
          },
          [] { return Instant{}; }) {
  port_ = server_.listen("127.0.0.1", 0, tls);
  if (started) start();
}

std::string Receiver::url(const std::string& host) const {
  return (secure_ ? "https://" : "http://") + host + ":" + std::to_string(port_) + "/hook";
}

std::vector<HttpRequest> Receiver::got() const {
  const std::lock_guard lock{mutex_};
  return got_;
}

std::string header(const HttpRequest& request, std::string_view name) {
  const std::string* value = request.header(name);
  return value == nullptr ? "" : *value;
}

}  // namespace kallad::webhook_test
