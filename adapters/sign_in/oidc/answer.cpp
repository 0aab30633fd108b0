// A code that the issuer will not take, and any other answer than a good one, looks the same to
// whoever signs in. Not repeated anywhere: codes and tokens.
#include "adapters/sign_in/oidc/answer.hpp"

#include <algorithm>
#include <array>

#include "adapters/sign_in/oidc/said.hpp"

namespace kallad {

namespace {

using nlohmann::json;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    plain += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return plain;
}

}  // namespace

Refusals unreachable(std::string_view check) {
  return {{"sign_in_issuer_unreachable", {{"check", std::string{check}}}}};
}

Refusals not_trusted(std::string_view check) {
  return {{"sign_in_not_trusted", {{"check", std::string{check}}}}};
}

std::optional<AuthorizationAnswer> read_authorization_answer(std::string_view query) {
  constexpr std::array<std::string_view, 4> names{"code", "state", "error", "iss"};
  std::array<std::optional<std::string>, names.size()> values;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const std::string_view field = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    const auto equals = std::min(field.find('='), field.size());
    const auto name = decoded(field.substr(0, equals));
    auto value = decoded(field.substr(std::min(equals + 1, field.size())));
    if (!name || !value) return std::nullopt;
    const auto known = std::ranges::find(names, *name);
    if (known == names.end()) continue;
    auto& place = values[static_cast<std::size_t>(known - names.begin())];
    if (place) return std::nullopt;
    place = std::move(value);
  }
  return AuthorizationAnswer{values[0].value_or(""), values[1].value_or(""), values[2].value_or(""),
                             values[3]};
}

OrRefusals<std::string> body_of(const WebRequest& request, const WebLimits& limits,
                                std::string_view what) {
  WebAnswer answer = fetch(request, limits);
  const std::string where{what};
  if (!answer.failure.empty()) return unreachable(where + "_" + std::string{answer.failure});
  if (answer.status == 200) return std::move(answer.body);
  return unreachable(where + "_status_" + std::to_string(answer.status));
}

OrRefusals<Tokens> ask_for_tokens(const std::string& endpoint, const Client& client,
                                  const CodeForTokens& given, const WebLimits& limits) {
  std::vector<std::pair<std::string_view, std::string>> fields{{"grant_type", "authorization_code"},
                                                               {"code", given.code},
                                                               {"redirect_uri", given.redirect_url},
                                                               {"code_verifier", given.verifier}};
  WebRequest request{.url = endpoint};
  if (client.secret.empty() || client.secret_in_form) {
    fields.emplace_back("client_id", client.id);
    if (!client.secret.empty()) fields.emplace_back("client_secret", client.secret);
  } else {
    request.user = form_encoded(client.id);  // RFC 6749 2.3.1
    request.password = form_encoded(client.secret);
  }
  request.form = form_of(fields);
  auto body = body_of(request, limits, "token");
  if (const auto* why = boost::variant2::get_if<Refusals>(&body)) return *why;
  const json said = json::parse(boost::variant2::get<std::string>(body), nullptr, false);
  if (!said.is_object() || said_text(said, "id_token").empty()) return not_trusted("token");
  return Tokens{said_text(said, "id_token"), said_text(said, "access_token")};
}

OrRefusals<std::string> ask_for_claims(const std::string& endpoint, const std::string& access_token,
                                       std::string_view subject, const WebLimits& limits) {
  const bool sendable =
      std::ranges::all_of(access_token, [](char c) { return c > ' ' && c < 127; });
  if (access_token.empty() || !sendable) return not_trusted("access_token");
  auto body = body_of({.url = endpoint, .bearer = access_token}, limits, "claims");
  if (const auto* why = boost::variant2::get_if<Refusals>(&body)) return *why;
  const json said = json::parse(boost::variant2::get<std::string>(body), nullptr, false);
  if (!said.is_object()) return not_trusted("claims");
  if (said_text(said, "sub") != subject) return not_trusted("claims_sub");
  return body;
}

}  // namespace kallad
