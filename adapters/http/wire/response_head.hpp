// The head of an answer as bytes.
// Not the body and not the socket. Rule kept: where an answer ends is told in one way only, and no
// header of a handler can end a line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/spine/instant.hpp"

namespace kallad::http {

/// "Wed, 25 Nov 2026 20:57:49 GMT", as the Date header has it.
std::string http_date(Instant moment);

struct ResponseHead {
  unsigned status = 200;
  const std::vector<std::pair<std::string, std::string>>& headers;
  std::string_view date;
  /// Of the body; nothing where the end of the connection ends it.
  std::optional<std::size_t> length = {};
  bool keep_alive = false;
};

/// Line and headers with the empty line that ends them. Nothing where the status is not one of a
/// final answer, or a header's name or value cannot be sent: the handler is wrong then.
std::optional<std::string> response_head(const ResponseHead& head);

/// The answer has a body at all: not 204 and not 304.
constexpr bool has_body(unsigned status) { return status != 204 && status != 304; }

}  // namespace kallad::http
