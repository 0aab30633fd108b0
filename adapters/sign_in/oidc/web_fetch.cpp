// The one place here that sees libcurl: an easy handle for each question. Sign-ins are rare, so no
// connection is kept. Not told what was wrong in curl's words: those hold addresses.
#include "adapters/sign_in/oidc/web_fetch.hpp"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>

namespace kallad {

namespace {

using Handle = std::unique_ptr<CURL, decltype([](CURL* it) { curl_easy_cleanup(it); })>;
using Url = std::unique_ptr<CURLU, decltype([](CURLU* it) { curl_url_cleanup(it); })>;
using Lines =
    std::unique_ptr<curl_slist, decltype([](curl_slist* it) { curl_slist_free_all(it); })>;
using Text = std::unique_ptr<char, decltype([](char* it) { curl_free(it); })>;

struct Taken {
  std::string body;
  std::size_t most;
  bool too_large = false;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& taken = *static_cast<Taken*>(into);
  taken.too_large = taken.body.size() + size * count > taken.most;
  if (taken.too_large) return 0;
  taken.body.append(bytes, size * count);
  return size * count;
}

template <class Value>
void set(const Handle& handle, CURLoption option, Value value) {
  if (curl_easy_setopt(handle.get(), option, value) != CURLE_OK)
    throw std::runtime_error("libcurl lacks an option");
}

void set_limits(const Handle& handle, const WebLimits& limits, Taken& taken) {
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_FOLLOWLOCATION, 0L);
  set(handle, CURLOPT_PROTOCOLS_STR, "https,http");
  set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
  set(handle, CURLOPT_WRITEFUNCTION, take);
  set(handle, CURLOPT_WRITEDATA, static_cast<void*>(&taken));
  if (!limits.ca_file.empty()) set(handle, CURLOPT_CAINFO, limits.ca_file.c_str());
}

void set_request(const Handle& handle, const WebRequest& request) {
  set(handle, CURLOPT_URL, request.url.c_str());
  set(handle, CURLOPT_USERAGENT, "kallad");
  // What is within this machine does not go by a proxy.
  if (is_local_http(request.url)) set(handle, CURLOPT_NOPROXY, "*");
  if (!request.form.empty()) {
    set(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form.size()));
    set(handle, CURLOPT_POSTFIELDS, request.form.c_str());
  }
  if (!request.user.empty()) {
    set(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    set(handle, CURLOPT_USERNAME, request.user.c_str());
    set(handle, CURLOPT_PASSWORD, request.password.c_str());
  }
}

std::string_view failure_of(CURLcode code, bool too_large) {
  if (code == CURLE_OK) return {};
  if (too_large) return "too_large";
  if (code == CURLE_OPERATION_TIMEDOUT) return "too_slow";
  if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE)
    return "certificate";
  return "unreachable";
}

void start_curl() {
  static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  if (!started) throw std::runtime_error("libcurl cannot be started");
}

/// A part of an address; empty where it has none.
std::string part_of(const Url& url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) return {};
  const Text owned{text};
  return text;
}

Url parsed(const std::string& text) {
  Url url{curl_url()};
  const bool whole = text.find_first_of(" \t\r\n\\") == std::string::npos &&
                     curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) == CURLUE_OK;
  const bool plain = whole && part_of(url, CURLUPART_USER).empty() &&
                     part_of(url, CURLUPART_PASSWORD).empty() &&
                     text.find('#') == std::string::npos;
  if (!plain) url.reset();
  return url;
}

}  // namespace

WebAnswer fetch(const WebRequest& request, const WebLimits& limits) {
  start_curl();
  if (!is_fetchable(request.url, true)) return {0, {}, "address"};
  const Handle handle{curl_easy_init()};
  if (!handle) throw std::bad_alloc{};
  Taken taken{{}, limits.bytes};
  set_limits(handle, limits, taken);
  set_request(handle, request);
  Lines lines{curl_slist_append(nullptr, "Accept: application/json")};
  if (!request.bearer.empty()) {
    const std::string line = "Authorization: Bearer " + request.bearer;
    lines.reset(curl_slist_append(lines.release(), line.c_str()));
  }
  set(handle, CURLOPT_HTTPHEADER, lines.get());
  const CURLcode code = curl_easy_perform(handle.get());
  WebAnswer answer{0, std::move(taken.body), failure_of(code, taken.too_large)};
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

bool is_local_http(const std::string& text) {
  const Url url = parsed(text);
  if (!url || part_of(url, CURLUPART_SCHEME) != "http") return false;
  const std::string host = part_of(url, CURLUPART_HOST);
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

bool is_fetchable(const std::string& text, bool local_too) {
  const Url url = parsed(text);
  if (!url) return false;
  if (part_of(url, CURLUPART_SCHEME) == "https") return !part_of(url, CURLUPART_HOST).empty();
  return local_too && is_local_http(text);
}

std::string form_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (const char c : text) {
    if (plain.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return encoded;
}

std::string form_of(std::span<const std::pair<std::string_view, std::string>> fields) {
  std::string form;
  for (const auto& [name, value] : fields)
    form += (form.empty() ? "" : "&") + form_encoded(name) + "=" + form_encoded(value);
  return form;
}

}  // namespace kallad
