// One lock for both: while one thread asks the issuer, the others wait and then find its answer,
// also when that is a failure.
// Not kept on disk: a restart asks again.
#include "adapters/sign_in/oidc/issuer.hpp"

#include <algorithm>

#include "adapters/sign_in/oidc/answer.hpp"
#include "adapters/sign_in/oidc/said.hpp"

namespace kallad {

namespace {

using nlohmann::json;

constexpr std::chrono::hours good_for{1};
constexpr std::chrono::minutes between_key_fetches{1};
constexpr std::chrono::seconds after_failure{10};

/// Whether a list of the document has the word; `otherwise` where there is no list.
bool lists(const json& document, const char* name, std::string_view word, bool otherwise) {
  const auto list = document.find(name);
  if (list == document.end() || !list->is_array()) return otherwise;
  return std::ranges::find(*list, json(word)) != list->end();
}

OrRefusals<IssuerDocument> checked(const std::string& body, const std::string& name) {
  const json said = json::parse(body, nullptr, false);
  if (!said.is_object()) return not_trusted("document");
  if (said_text(said, "issuer") != name) return not_trusted("document_issuer");
  IssuerDocument document{
      said_text(said, "authorization_endpoint"),
      said_text(said, "token_endpoint"),
      said_text(said, "jwks_uri"),
      said_text(said, "userinfo_endpoint"),
      said.value("authorization_response_iss_parameter_supported", json()) == true,
      false};
  const bool local = is_local_http(name);
  for (const std::string* url :
       {&document.authorization_endpoint, &document.token_endpoint, &document.jwks_uri})
    if (!is_fetchable(*url, local)) return not_trusted("document_endpoint");
  if (!is_fetchable(document.userinfo_endpoint, local)) document.userinfo_endpoint.clear();
  if (!lists(said, "code_challenge_methods_supported", "S256", true))
    return not_trusted("document_pkce");
  document.secret_in_form =
      !lists(said, "token_endpoint_auth_methods_supported", "client_secret_basic", true);
  return document;
}

std::string address_of_document(std::string name) {
  if (name.ends_with('/')) name.pop_back();
  return name + "/.well-known/openid-configuration";
}

/// A clock moved back makes old what is remembered.
bool is_within(Instant asked, Instant now, std::chrono::seconds time) {
  return now >= asked && now - asked < time;
}

}  // namespace

void Issuer::refresh_document(Instant now) {
  document_ = {{}, now, now, {}};
  if (!is_fetchable(name_, true)) {
    document_.why = not_trusted("issuer_address");
    return;
  }
  const auto body = body_of({.url = address_of_document(name_)}, limits_, "document");
  if (const auto* why = boost::variant2::get_if<Refusals>(&body)) {
    document_.why = *why;
    return;
  }
  auto outcome = checked(boost::variant2::get<std::string>(body), name_);
  if (const auto* why = boost::variant2::get_if<Refusals>(&outcome)) {
    document_.why = *why;
  } else {
    document_.value = boost::variant2::get<IssuerDocument>(std::move(outcome));
  }
}

OrRefusals<IssuerDocument> Issuer::document(Instant now) {
  const std::lock_guard lock{mutex_};
  const bool good = document_.value && is_within(document_.fetched, now, good_for);
  const bool failed_lately =
      !document_.why.empty() && is_within(document_.asked, now, after_failure);
  if (!good && !failed_lately) refresh_document(now);
  if (document_.value) return *document_.value;
  return document_.why;
}

/// Keys that are remembered stay where new ones cannot be had, until they are too old.
void Issuer::refresh_keys(Instant now) {
  keys_.asked = now;
  keys_.why.clear();
  const auto body = body_of({.url = document_.value->jwks_uri}, limits_, "keys");
  if (const auto* why = boost::variant2::get_if<Refusals>(&body)) {
    keys_.why = *why;
    return;
  }
  auto keys = KeySet::read(boost::variant2::get<std::string>(body));
  if (keys) {
    keys_.value = std::move(keys);
    keys_.fetched = now;
  } else {
    keys_.why = not_trusted("keys");
  }
}

OrRefusals<VerifyingKey> Issuer::key(std::string_view kid, SigningAlgorithm algorithm,
                                     Instant now) {
  if (const auto known = document(now); const auto* why = boost::variant2::get_if<Refusals>(&known))
    return *why;
  const std::lock_guard lock{mutex_};
  if (!document_.value) return document_.why;
  if (!is_within(keys_.fetched, now, good_for)) keys_.value.reset();
  auto found = keys_.value ? keys_.value->find(kid, algorithm) : std::nullopt;
  const bool failed_lately = !keys_.why.empty() && is_within(keys_.asked, now, after_failure);
  const bool asked_lately = keys_.value && is_within(keys_.asked, now, between_key_fetches);
  if (!found && !failed_lately && !asked_lately) {
    refresh_keys(now);
    if (keys_.value) found = keys_.value->find(kid, algorithm);
  }
  if (found) return *found;
  return keys_.why.empty() ? not_trusted("key") : keys_.why;
}

}  // namespace kallad
