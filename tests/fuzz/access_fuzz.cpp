// A libFuzzer target: any bytes as what lets somebody in: cookies, tokens, links, answers of an
// issuer, parts of an address.
// Not part of the build, for it needs clang, and lld, which leaves out what is not used of
// gate.cpp; from the root of the repository:
//   clang++-16 -std=c++20 -O1 -g -Wno-enum-constexpr-conversion -fsanitize=fuzzer,address,undefined
//   \
//     -ffunction-sections -fuse-ld=lld -Wl,--gc-sections -Wl,--unresolved-symbols=ignore-all -I. \
//     tests/fuzz/access_fuzz.cpp adapters/api/way/{gate,router}.cpp adapters/http/message.cpp \
//     adapters/sign_in/secret/*.cpp adapters/answer_link/link_token.cpp \
//     adapters/sign_in/oidc/{id_token,base64url,answer,key_set}.cpp \
//     -lsodium -loath -lcrypto -o access_fuzz
//   ./access_fuzz -max_total_time=600 tests/fuzz/access_corpus
// Rules kept: a token has one spelling; a changed one opens nothing; of a cookie that stands twice
// neither counts.
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "adapters/answer_link/link_token.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/api/way/router.hpp"
#include "adapters/sign_in/oidc/answer.hpp"
#include "adapters/sign_in/oidc/base64url.hpp"
#include "adapters/sign_in/oidc/id_token.hpp"
#include "adapters/sign_in/secret/one_time_code.hpp"
#include "adapters/sign_in/secret/secret.hpp"

namespace {

using kallad::HttpRequest;

void demand(bool holds) {
  if (!holds) std::abort();
}

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

void check_cookies(std::string_view text) {
  constexpr std::string_view name = kallad::api::secure_cookie;
  HttpRequest request;
  request.secure = true;
  const auto half = text.find('\n');
  request.headers = {{"cookie", std::string{text.substr(0, half)}}};
  if (half != text.npos) request.headers.emplace_back("cookie", text.substr(half + 1));
  const std::string found = kallad::api::cookie(request, name);
  const std::string wanted = std::string{name} + "=";
  demand(kallad::api::session_token_of(request) == found);
  if (!found.empty()) {
    demand(times(text, wanted + found) >= 1);
    demand(found.find(';') == found.npos);
    for (auto& [header, value] : request.headers) value += "; " + wanted + "x";
    demand(kallad::api::cookie(request, name).empty());
  }
  request.headers.emplace_back("authorization", std::string{text});
  const std::string token = kallad::api::session_token_of(request);
  demand(token.empty() || text == "Bearer " + token);
  kallad::api::is_cross_site(request);
}

void check_tokens(const std::string& text) {
  static const kallad::Keyring keyring{kallad::InstallationKey{7}};
  if (const auto shown = kallad::read_token(text)) {
    demand(text.size() == 96 && text.starts_with(shown->handle));
    demand(text.find_first_not_of("0123456789abcdef") == text.npos);
  }
  // A sealed text is found by nobody who has not the key: one that opens has been sealed here.
  demand(!keyring.unseal(text));
  std::string sealed = keyring.seal(text);
  demand(keyring.unseal(sealed) == text);
  if (text.empty()) return;
  const std::size_t at = static_cast<unsigned char>(text[0]) * sealed.size() / 256;
  sealed[at] = sealed[at] == 'a' ? 'b' : 'a';
  demand(!keyring.unseal(sealed) || keyring.unseal(sealed) == text);
}

void check_links(const std::string& text) {
  static const kallad::LinkKeyring keys{{{1, std::string(32, 'k')}, {2, std::string(32, 'l')}}};
  if (const auto name = keys.open(text)) demand(keys.seal(*name) == text);
  kallad::LinkName name{kallad::LinkHolder::party,
                        kallad::CaseId{text.substr(0, 64)},
                        static_cast<std::uint32_t>(text.size()),
                        {}};
  const std::string token = keys.seal(name);
  if (name.of_case.empty()) return;
  demand(keys.open(token) == name);
  for (std::size_t bit = 0; bit < 7; ++bit) {
    std::string changed = token;
    changed[text.size() % token.size()] ^= static_cast<char>(1U << bit);
    demand(!keys.open(changed));
  }
  demand(!keys.open(token.substr(1)) && !keys.open(token + "="));
}

void check_issuer(const std::string& text) {
  if (const auto bytes = kallad::from_base64url(text)) demand(kallad::base64url(*bytes) == text);
  demand(kallad::from_base64url(kallad::base64url(text)) == text);
  kallad::read_authorization_answer(text);
  if (const auto token = kallad::read_id_token(text)) {
    demand(text.starts_with(token->signed_text + "."));
    const auto claims = nlohmann::json::parse(token->payload, nullptr, false);
    const kallad::Instant now{std::chrono::milliseconds{1'772'438'400'000}};
    kallad::fault_in_claims(claims, {"https://issuer.example", "kallad", "nonce", "", now});
  }
  const auto claims = nlohmann::json::parse(text, nullptr, false);
  const kallad::Instant now{std::chrono::milliseconds{1'772'438'400'000}};
  kallad::fault_in_claims(claims, {"https://issuer.example", "kallad", "nonce", "high", now});
}

void check_address(std::string_view text) {
  if (const auto segment = kallad::api::decoded_segment(text)) {
    demand(*segment != "." && *segment != ".." && segment->find('\0') == segment->npos);
    demand(segment->size() <= text.size());
  }
  kallad::api::query_value(text, "after");
}

void check_codes(const std::string& text) {
  const kallad::Instant now{std::chrono::milliseconds{1'772'438'400'000}};
  const auto step = kallad::totp_step("a secret of twenty b", text, now, 0);
  if (step) demand(text.size() >= 6);
  static const kallad::Keyring keyring{kallad::InstallationKey{7}};
  kallad::recovery_digest(keyring, "account", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text(static_cast<const char*>(static_cast<const void*>(data)), size);
  check_cookies(text);
  check_tokens(text);
  check_links(text);
  check_issuer(text);
  check_address(text);
  check_codes(text);
  return 0;
}
