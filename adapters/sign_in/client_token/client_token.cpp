// One question and its answer. What is no bearer token, or holds what a header cannot, is none.
// Not told why there is none: the server's words may hold the secret.
#include "adapters/sign_in/client_token/client_token.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace kallad {

namespace {

using nlohmann::json;
using std::chrono::seconds;

constexpr seconds ends_before{60};
/// Where the server does not say how long a token lasts (RFC 6749 5.1 only recommends it).
constexpr seconds unsaid_length{300};
constexpr seconds longest{24 * 3600};

struct Given {
  std::string token;
  seconds length = unsaid_length;
};

bool is_token(const std::string& text) {
  return !text.empty() && text.size() < 16'384 &&
         std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7F'; });
}

std::optional<Given> read(const std::string& body) {
  const json said = json::parse(body, nullptr, false);
  if (!said.is_object()) return std::nullopt;
  const auto token = said.find("access_token");
  if (token == said.end() || !token->is_string()) return std::nullopt;
  Given given{token->get<std::string>()};
  const auto length = said.find("expires_in");
  if (length != said.end() && length->is_number_integer())
    given.length =
        seconds{std::clamp<std::int64_t>(length->get<std::int64_t>(), 0, longest.count())};
  return is_token(given.token) ? std::optional{given} : std::nullopt;
}

std::optional<Given> ask(const ClientTokenSettings& settings) {
  std::vector<std::pair<std::string_view, std::string>> fields{
      {"grant_type", "client_credentials"},
      {"client_id", settings.client_id},
      {"client_secret", settings.client_secret}};
  if (!settings.scope.empty()) fields.emplace_back("scope", settings.scope);
  const WebAnswer answer = fetch({.url = settings.url, .form = form_of(fields)}, settings.web);
  return answer.failure.empty() && answer.status == 200 ? read(answer.body) : std::nullopt;
}

}  // namespace

ClientToken::ClientToken(ClientTokenSettings settings, Clock now)
    : settings_(std::move(settings)), now_(std::move(now)) {}

std::optional<std::string> ClientToken::token(bool anew) {
  const std::lock_guard lock{mutex_};
  const auto now = now_();
  if (!anew && !held_.empty() && now + ends_before < ends_) return held_;
  const auto given = ask(settings_);
  held_ = given ? given->token : std::string{};
  if (!given) return std::nullopt;
  ends_ = now + given->length;
  return held_;
}

}  // namespace kallad
