// One question to another server over HTTP, and its whole answer, within limits.
// Not a browser: no redirects, no cookies. Rules kept: an answer that is late, too large or cut off
// is no answer; certificates are checked; plain HTTP only within this machine.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace kallad {

struct WebLimits {
  std::chrono::milliseconds connect{3'000};
  std::chrono::milliseconds whole{8'000};
  std::size_t bytes = 128UL * 1024;
  std::string ca_file;  ///< PEM, for an issuer of an organisation's own CA; empty: the system's
};

/// GET, or POST where there is a form. Where a user is named, the password goes along with it
/// (Basic); a bearer token where there is one.
struct WebRequest {
  std::string url;
  std::string form = {};
  std::string user = {};
  std::string password = {};
  std::string bearer = {};
};

/// `failure` is empty where a whole answer came: "unreachable", "certificate", "too_slow",
/// "too_large", "address".
struct WebAnswer {
  long status = 0;
  std::string body;
  std::string_view failure;
};

/// Blocks. Safe for many threads.
WebAnswer fetch(const WebRequest& request, const WebLimits& limits);

/// https with a host, no user and no fragment; or, where `local_too`, http to this machine.
bool is_fetchable(const std::string& url, bool local_too);
/// Whether it is http to "localhost", 127.0.0.1 or [::1].
bool is_local_http(const std::string& url);

/// "a=b&c=d", encoded as forms and queries are.
std::string form_of(std::span<const std::pair<std::string_view, std::string>> fields);
/// One name or value of it.
std::string form_encoded(std::string_view text);

}  // namespace kallad
