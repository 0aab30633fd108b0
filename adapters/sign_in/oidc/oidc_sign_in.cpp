// The state, the nonce and the verifier travel in a cookie that is sealed: nothing is stored for
// somebody who never comes back. What has come back is remembered for as long as it would be
// believed again. After a restart the issuer alone refuses a code's second use.
#include "adapters/sign_in/oidc/oidc_sign_in.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "adapters/sign_in/oidc/answer.hpp"
#include "adapters/sign_in/oidc/base64url.hpp"
#include "adapters/sign_in/oidc/id_token.hpp"

namespace kallad {

namespace {

using nlohmann::json;

constexpr std::size_t random_bytes = 32;
constexpr std::size_t word_length = 2 * random_bytes;
constexpr std::string_view way_mark = "oidc1";
constexpr std::size_t longest_query = 8UL * 1024;
constexpr std::size_t longest_cookie = 1024;

Refusals begin_anew(std::string_view check) {
  return {{"sign_in_begin_anew", {{"check", std::string{check}}}}};
}

std::string challenge_of(const std::string& verifier) {
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size(),
         reinterpret_cast<unsigned char*>(digest.data()));
  return base64url(digest);
}

/// The claims as values; what is neither text nor a list of texts says nothing.
ClaimValues values_in(const json& claims, const ClaimNames& names) {
  ClaimValues values;
  for (const std::string* name : {&names.name, &names.unit, &names.positions}) {
    const auto found = claims.find(*name);
    if (found == claims.end()) continue;
    auto& into = values[*name];
    if (found->is_string()) into.push_back(found->get<std::string>());
    if (!found->is_array()) continue;
    for (const json& one : *found)
      if (one.is_string()) into.push_back(one.get<std::string>());
  }
  return values;
}

}  // namespace

/// What the browser carries on its way.
struct OidcSignIn::Way {
  std::string state;
  std::string nonce;
  std::string verifier;
  Instant began{};
};

OidcSignIn::OidcSignIn(OidcSettings settings, const Keyring& keyring)
    : settings_(std::move(settings)), keyring_(keyring), issuer_(settings_.issuer, settings_.web) {}

OrRefusals<OidcWay> OidcSignIn::begin(Instant now) {
  const auto known = issuer_.document(now);
  if (const auto* why = boost::variant2::get_if<Refusals>(&known)) return *why;
  const auto& document = boost::variant2::get<IssuerDocument>(known);
  const Way way{random_hex(random_bytes), random_hex(random_bytes), random_hex(random_bytes), now};
  std::vector<std::pair<std::string_view, std::string>> fields{
      {"response_type", "code"},
      {"client_id", settings_.client_id},
      {"redirect_uri", settings_.redirect_url},
      {"scope", settings_.scopes},
      {"state", way.state},
      {"nonce", way.nonce},
      {"code_challenge", challenge_of(way.verifier)},
      {"code_challenge_method", "S256"}};
  if (!settings_.acr.empty()) fields.emplace_back("acr_values", settings_.acr);
  const std::string& endpoint = document.authorization_endpoint;
  const char mark = endpoint.find('?') == std::string::npos ? '?' : '&';
  const std::string carried = std::string{way_mark} + way.state + way.nonce + way.verifier +
                              std::to_string(now.time_since_epoch().count());
  return OidcWay{endpoint + mark + form_of(fields), keyring_.seal(carried)};
}

std::optional<OidcSignIn::Way> OidcSignIn::way_in(std::string_view cookie) const {
  if (cookie.size() > longest_cookie) return std::nullopt;
  const auto carried = keyring_.unseal(cookie);
  const std::size_t words = way_mark.size() + 3 * word_length;
  if (!carried || !carried->starts_with(way_mark) || carried->size() <= words) return std::nullopt;
  const auto word = [&](std::size_t n) {
    return carried->substr(way_mark.size() + n * word_length, word_length);
  };
  std::int64_t began = 0;
  std::from_chars(carried->data() + words, carried->data() + carried->size(), began);
  return Way{word(0), word(1), word(2), Instant{std::chrono::milliseconds{began}}};
}

/// Whether this is the first time.
bool OidcSignIn::use_up(const std::string& state, Instant now) {
  const std::lock_guard lock{mutex_};
  std::erase_if(used_, [&](const auto& entry) { return now - entry.second > 2 * way_lifetime; });
  return used_.emplace(state, now).second;
}

OrRefusals<FederatedPerson> OidcSignIn::finish(std::string_view query, std::string_view cookie,
                                               Instant now) {
  const auto way = way_in(cookie);
  if (!way) return begin_anew("cookie");
  const auto answer =
      query.size() > longest_query ? std::nullopt : read_authorization_answer(query);
  if (!answer || !same_secret(answer->state, way->state)) return begin_anew("state");
  if (now - way->began > way_lifetime || way->began > now + clock_skew) return begin_anew("time");
  if (!use_up(way->state, now)) return begin_anew("used");
  const auto known = issuer_.document(now);
  if (const auto* why = boost::variant2::get_if<Refusals>(&known)) return *why;
  const auto& document = boost::variant2::get<IssuerDocument>(known);
  // Another issuer may have lured the browser here with a code of its own (RFC 9207).
  if (answer->issuer ? *answer->issuer != settings_.issuer : document.names_itself)
    return not_trusted("answer_issuer");
  if (answer->error == "access_denied") return Refusals{{"sign_in_cancelled", {}}};
  if (!answer->error.empty() || answer->code.empty()) return not_trusted("answer_error");
  return exchange(document, answer->code, *way, now);
}

OrRefusals<FederatedPerson> OidcSignIn::exchange(const IssuerDocument& document,
                                                 const std::string& code, const Way& way,
                                                 Instant now) {
  const Client client{settings_.client_id, settings_.client_secret, document.secret_in_form};
  auto given = ask_for_tokens(document.token_endpoint, client,
                              {code, settings_.redirect_url, way.verifier}, settings_.web);
  if (const auto* why = boost::variant2::get_if<Refusals>(&given)) return *why;
  const auto& tokens = boost::variant2::get<Tokens>(given);
  const auto token = read_id_token(tokens.id_token);
  if (!token) return not_trusted("id_token");
  const auto key = issuer_.key(token->kid, token->algorithm, now);
  if (const auto* why = boost::variant2::get_if<Refusals>(&key)) return *why;
  if (!boost::variant2::get<VerifyingKey>(key).verifies(token->algorithm, token->signed_text,
                                                        token->signature))
    return not_trusted("signature");
  const json claims = json::parse(token->payload, nullptr, false);
  const auto fault = fault_in_claims(
      claims, {settings_.issuer, settings_.client_id, way.nonce, settings_.acr, now});
  if (!fault.empty()) return not_trusted("claim_" + std::string{fault});
  const std::string subject = claims["sub"].get<std::string>();
  ClaimValues values = values_in(claims, settings_.claims.names);
  if (values.size() < 3 && !document.userinfo_endpoint.empty()) {
    const auto more =
        ask_for_claims(document.userinfo_endpoint, tokens.access_token, subject, settings_.web);
    if (const auto* why = boost::variant2::get_if<Refusals>(&more)) return *why;
    values.merge(
        values_in(json::parse(boost::variant2::get<std::string>(more)), settings_.claims.names));
  }
  return person_of(settings_.claims, settings_.issuer, subject, values);
}

}  // namespace kallad
