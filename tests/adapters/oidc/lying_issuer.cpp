// The four pages of an issuer. Its client is "kallad" with the secret "s:e cret".
// Not secure: it signs in everybody as the person the test names.
#include "tests/adapters/oidc/lying_issuer.hpp"

#include <openssl/sha.h>

#include "adapters/sign_in/oidc/base64url.hpp"

namespace kallad::testing {

namespace {

using nlohmann::json;

/// base64("kallad:s%3Ae%20cret"): both are encoded as forms are before they are joined.
constexpr std::string_view right_credentials = "Basic a2FsbGFkOnMlM0FlJTIwY3JldA==";

SigningKey first_key() {
  static const SigningKey key = SigningKey::rsa();
  return key;
}

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      plain += static_cast<char>(std::stoi(std::string{text.substr(i + 1, 2)}, nullptr, 16));
      i += 2;
    } else {
      plain += text[i] == '+' ? ' ' : text[i];
    }
  }
  return plain;
}

std::string challenge_of(const std::string& verifier) {
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size(),
         reinterpret_cast<unsigned char*>(digest.data()));
  return base64url(digest);
}

HttpResponse page(const json& body, unsigned status = 200) {
  return {.status = status, .headers = {{"content-type", "application/json"}}, .body = body.dump()};
}

}  // namespace

std::map<std::string, std::string> fields_in(std::string_view query) {
  std::map<std::string, std::string> fields;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto equals = query.find('=');
    fields[decoded(query.substr(0, equals))] = decoded(query.substr(equals + 1, end - equals - 1));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return fields;
}

LyingIssuer::LyingIssuer(std::function<Instant()> now)
    : now_(std::move(now)),
      key_(first_key()),
      server_(
          HttpLimits{},
          [this](const HttpRequest& request, const HttpAnswer& answer) { handle(request, answer); },
          now_) {
  port_ = server_.listen("127.0.0.1", 0);
  server_.start(1);
}

std::string LyingIssuer::sign_in_at(const std::string& url) {
  const std::lock_guard lock{mutex_};
  auto asked = fields_in(std::string_view{url}.substr(url.find('?') + 1));
  if (asked["response_type"] != "code" || asked["code_challenge_method"] != "S256" ||
      asked["client_id"] != "kallad" || asked["scope"].find("openid") == std::string::npos)
    return "error=invalid_request&state=" + asked["state"];
  const std::string code = "code" + std::to_string(++last_code_);
  codes_[code] = {asked["nonce"], asked["code_challenge"], asked["redirect_uri"]};
  return "code=" + code + "&state=" + asked["state"] + "&iss=http%3A%2F%2Flocalhost%3A" +
         std::to_string(port_);
}

int LyingIssuer::asked(const std::string& path) {
  const std::lock_guard lock{mutex_};
  return asked_[path];
}

void LyingIssuer::bend_token(Bend bend) {
  const std::lock_guard lock{mutex_};
  bend_token_ = std::move(bend);
}
void LyingIssuer::bend_document(std::function<void(json&)> bend) {
  const std::lock_guard lock{mutex_};
  bend_document_ = std::move(bend);
}
void LyingIssuer::set_page(const std::string& path, std::optional<Page> page) {
  const std::lock_guard lock{mutex_};
  pages_[path] = std::move(page);
}
void LyingIssuer::set_key(const std::string& kid, const SigningKey& key) {
  const std::lock_guard lock{mutex_};
  kid_ = kid;
  key_ = key;
}
void LyingIssuer::set_claims(const json& claims, const json& userinfo) {
  const std::lock_guard lock{mutex_};
  claims_ = claims;
  userinfo_ = userinfo;
}
void LyingIssuer::clear_pages() {
  const std::lock_guard lock{mutex_};
  pages_.clear();
}

void LyingIssuer::handle(const HttpRequest& request, const HttpAnswer& answer) {
  const std::lock_guard lock{mutex_};
  ++asked_[request.path];
  if (const auto bent = pages_.find(request.path); bent != pages_.end()) {
    if (bent->second) return answer((*bent->second)(request));
    held_.push_back(answer);
    return;
  }
  if (request.path == "/.well-known/openid-configuration") return answer(document());
  if (request.path == "/keys") return answer(page({{"keys", {key_.jwk(kid_)}}}));
  if (request.path == "/token") return answer(token(request));
  if (request.path == "/userinfo") return answer(userinfo(request));
  answer({.status = 404});
}

HttpResponse LyingIssuer::document() const {
  json said{{"issuer", name()},
            {"authorization_endpoint", name() + "/authorize"},
            {"token_endpoint", name() + "/token"},
            {"jwks_uri", name() + "/keys"},
            {"userinfo_endpoint", name() + "/userinfo"},
            {"code_challenge_methods_supported", {"S256"}},
            {"authorization_response_iss_parameter_supported", true}};
  if (bend_document_) bend_document_(said);
  return page(said);
}

HttpResponse LyingIssuer::token(const HttpRequest& request) {
  auto form = fields_in(request.body);
  const std::string* credentials = request.header("authorization");
  if (credentials == nullptr || *credentials != right_credentials)
    return page({{"error", "invalid_client"}}, 401);
  const auto code = codes_.extract(form["code"]);
  if (code.empty() || form["grant_type"] != "authorization_code" ||
      form["redirect_uri"] != code.mapped().redirect_url ||
      challenge_of(form["code_verifier"]) != code.mapped().challenge)
    return page({{"error", "invalid_grant"}}, 400);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now_().time_since_epoch()).count();
  json header{{"alg", key_.jwk(kid_)["kty"] == "RSA" ? "RS256" : "ES256"}, {"kid", kid_}};
  json claims = claims_;
  claims["iss"] = name();
  claims["aud"] = "kallad";
  claims["exp"] = seconds + 300;
  claims["iat"] = seconds;
  claims["nonce"] = code.mapped().nonce;
  if (bend_token_) bend_token_(header, claims);
  return page({{"token_type", "Bearer"},
               {"access_token", "opaque-1"},
               {"id_token", token_of(header, claims, key_)}});
}

HttpResponse LyingIssuer::userinfo(const HttpRequest& request) const {
  const std::string* credentials = request.header("authorization");
  if (credentials == nullptr || *credentials != "Bearer opaque-1") return {.status = 401};
  return page(userinfo_);
}

}  // namespace kallad::testing
