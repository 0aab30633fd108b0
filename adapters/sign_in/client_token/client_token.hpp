// The token this program signs in with at another server, by its own secret (OAuth 2.0 client
// credentials, RFC 6749 4.4), as mail servers of large houses ask for. Not a person's sign-in.
// Rule kept: one token is used until shortly before its end, and anew where it was refused.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "adapters/sign_in/oidc/web_fetch.hpp"

namespace kallad {

/// Who this program is at the authorization server.
struct ClientTokenSettings {
  std::string url;  ///< of its token endpoint: https, or http to this machine
  std::string client_id;
  std::string client_secret;
  std::string scope = {};  ///< empty: what the server gives without being asked
  WebLimits web = {};
};

/// Safe for many threads.
class ClientToken {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;
  explicit ClientToken(ClientTokenSettings settings, Clock now = std::chrono::steady_clock::now);

  /// The token that is held, or one that is asked for now: where none is held, where it ends within
  /// a minute, and where it was refused (`anew`). Nothing where the server gives none. Blocks.
  std::optional<std::string> token(bool anew);

 private:
  ClientTokenSettings settings_;
  Clock now_;
  std::mutex mutex_;
  std::string held_;
  std::chrono::steady_clock::time_point ends_{};
};

}  // namespace kallad
