// Who a request comes from, where a trusted proxy stands between.
// Not a judgement of who may: only of whom to believe. Rule kept: forwarded headers of anyone but a
// configured proxy are text like any other.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace kallad::http {

struct Origin {
  std::string client;
  bool secure = false;
  bool via_proxy = false;
};

/// `peer`: the address at the other end of the connection, TLS there or not. The client is the last
/// of X-Forwarded-For that is no trusted proxy; where that is no address, the peer.
Origin origin_of(const std::vector<std::pair<std::string, std::string>>& headers,
                 const std::string& peer, bool tls, const std::vector<std::string>& trusted);

}  // namespace kallad::http
