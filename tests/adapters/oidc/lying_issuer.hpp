// An OpenID Connect issuer of our own, over real HTTP on this machine, that does all as it should
// until a test bends it. Not the issuer that shows we are right: real_issuer_test.cpp has one that
// others wrote. Rule kept: it checks client, code, PKCE and address as strictly as a real one.
#pragma once

#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "adapters/http/server.hpp"
#include "tests/adapters/oidc/signing_keys.hpp"

namespace kallad::testing {

class LyingIssuer {
 public:
  using Bend = std::function<void(nlohmann::json& header, nlohmann::json& claims)>;
  using Page = std::function<HttpResponse(const HttpRequest&)>;

  explicit LyingIssuer(std::function<Instant()> now);

  /// "http://localhost:PORT", as it names itself.
  std::string name() const { return "http://localhost:" + std::to_string(port_); }
  /// Somebody signs in here: the query that the browser carries back from this address.
  std::string sign_in_at(const std::string& url);
  /// How often a path was asked for.
  int asked(const std::string& path);

  /// From now on; `page` where a path is to be answered otherwise, never where it holds nothing.
  void bend_token(Bend bend);
  void bend_document(std::function<void(nlohmann::json&)> bend);
  void set_page(const std::string& path, std::optional<Page> page);
  void set_key(const std::string& kid, const SigningKey& key);
  void set_claims(const nlohmann::json& claims, const nlohmann::json& userinfo);
  /// Answers again at all paths that were silenced.
  void clear_pages();

 private:
  struct Code {
    std::string nonce;
    std::string challenge;
    std::string redirect_url;
  };
  void handle(const HttpRequest& request, const HttpAnswer& answer);
  HttpResponse document() const;
  HttpResponse token(const HttpRequest& request);
  HttpResponse userinfo(const HttpRequest& request) const;

  std::function<Instant()> now_;
  std::mutex mutex_;
  std::string kid_ = "2026-a";
  SigningKey key_;
  std::map<std::string, Code> codes_;
  std::map<std::string, int> asked_;
  std::map<std::string, std::optional<Page>> pages_;
  std::vector<HttpAnswer> held_;  ///< of those who wait in vain
  Bend bend_token_;
  std::function<void(nlohmann::json&)> bend_document_;
  nlohmann::json claims_;
  nlohmann::json userinfo_;
  int last_code_ = 0;
  std::uint16_t port_ = 0;
  HttpServer server_;  ///< last: it stops before what it answers from goes
};

/// The fields of a query or form, decoded.
std::map<std::string, std::string> fields_in(std::string_view query);

}  // namespace kallad::testing
