// Claims of another type than they should have are as good as missing. Moments are compared as
// seconds in floating point: a number too large for an integer is then just a late one.
// Not a validator of profiles: claims that are not named here say nothing.
#include "adapters/sign_in/oidc/id_token.hpp"

#include <algorithm>

#include "adapters/sign_in/oidc/base64url.hpp"
#include "adapters/sign_in/oidc/said.hpp"
#include "adapters/sign_in/secret/secret.hpp"

namespace kallad {

namespace {

using nlohmann::json;

constexpr std::size_t longest_token = 32UL * 1024;
constexpr std::size_t longest_subject = 255;

std::optional<std::chrono::duration<double>> moment_in(const json& claims, const char* name) {
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_number()) return std::nullopt;
  return std::chrono::duration<double>{found->get<double>()};
}

bool is_for_us(const json& claims, const std::string& client_id) {
  const auto audience = claims.find("aud");
  if (audience == claims.end()) return false;
  if (audience->is_string()) return *audience == client_id;
  return audience->is_array() && std::ranges::find(*audience, json(client_id)) != audience->end();
}

/// Where others are meant too, or a party is named, that party must be us.
bool was_asked_by_us(const json& claims, const std::string& client_id) {
  const bool several = claims.at("aud").is_array() && claims.at("aud").size() > 1;
  if (!several && !claims.contains("azp")) return true;
  return said_text(claims, "azp") == client_id;
}

bool is_among(std::string_view word, std::string_view words) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (!word.empty() && words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

std::string_view fault_in_times(const json& claims, Instant moment) {
  const std::chrono::duration<double> now = moment.time_since_epoch();
  const auto ends = moment_in(claims, "exp");
  if (!ends || now >= *ends + clock_skew) return "exp";
  const auto issued = moment_in(claims, "iat");
  if (!issued || *issued > now + clock_skew || *issued + longest_since_issued + clock_skew < now)
    return "iat";
  const auto begins = moment_in(claims, "nbf");
  if (claims.contains("nbf") && (!begins || *begins > now + clock_skew)) return "nbf";
  return {};
}

}  // namespace

std::optional<UncheckedToken> read_id_token(std::string_view token) {
  const auto first = token.find('.');
  const auto second = first == token.npos ? token.npos : token.find('.', first + 1);
  if (token.size() > longest_token || second == token.npos) return std::nullopt;
  const auto header = from_base64url(token.substr(0, first));
  const auto payload = from_base64url(token.substr(first + 1, second - first - 1));
  const auto signature = from_base64url(token.substr(second + 1));
  if (!header || !payload || !signature) return std::nullopt;
  const json said = json::parse(*header, nullptr, false);
  // "crit" names what must be understood (RFC 7515 4.1.11); here that is nothing.
  if (!said.is_object() || said.contains("crit")) return std::nullopt;
  const bool of_another_kind = said.contains("typ") && said_text(said, "typ") != "JWT";
  const auto algorithm = algorithm_named(said_text(said, "alg"));
  if (!algorithm || of_another_kind) return std::nullopt;
  return UncheckedToken{*algorithm, said_text(said, "kid"), std::string{token.substr(0, second)},
                        *payload, *signature};
}

std::string_view fault_in_claims(const json& claims, const ExpectedToken& expected) {
  if (!claims.is_object() || said_text(claims, "iss") != expected.issuer) return "iss";
  if (!is_for_us(claims, expected.client_id)) return "aud";
  if (!was_asked_by_us(claims, expected.client_id)) return "azp";
  if (const auto fault = fault_in_times(claims, expected.now); !fault.empty()) return fault;
  if (!same_secret(said_text(claims, "nonce"), expected.nonce)) return "nonce";
  const std::string subject = said_text(claims, "sub");
  if (subject.empty() || subject.size() > longest_subject) return "sub";
  if (!expected.acr.empty() && !is_among(said_text(claims, "acr"), expected.acr)) return "acr";
  return {};
}

}  // namespace kallad
