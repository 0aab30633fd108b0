// The bytes of one HTTP/1.1 request, read as they come in pieces of any size.
// Not a socket and not a clock: who feeds it also gives up on it. Boost.Beast's parser is not used:
// it accepts folded lines, unknown codings and repeated lengths, and stops the program on a last
// chunk that comes byte by byte. Rule kept (RFC 9112): what two readers could take for different
// requests is refused, and nothing after it is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/http/wire/chunked_body.hpp"

namespace kallad::http {

struct WireLimits {
  std::size_t header_bytes = 16 * 1024;  ///< request line and headers together
  std::size_t headers = 100;
  std::size_t body_bytes = 256 * 1024;
};

/// The request line and the headers, and what they say of the rest.
struct RequestHead {
  std::string method;
  std::string path;
  std::string query;
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  bool keep_alive = false;
  bool expects_continue = false;
  bool chunked = false;
  std::uint64_t length = 0;  ///< of the body, where it is not chunked
};

/// Reads a head that ends with its empty line. On a refusal the second is the status, and the first
/// is not to be used.
std::pair<RequestHead, unsigned> read_head(std::string_view text, const WireLimits& limits);

class RequestReader {
 public:
  enum class Phase { head, body, complete, refused };

  explicit RequestReader(WireLimits limits) : limits_(limits) {}

  /// Reads on; the answer is how many of the bytes belong to this request. Reads nothing when it
  /// is complete or refused.
  std::size_t put(std::string_view bytes);

  Phase phase() const { return phase_; }
  /// Nothing has come yet.
  bool untouched() const { return phase_ == Phase::head && text_.empty(); }
  /// With which status it was refused: 400, 413, 417, 431, 501 or 505.
  unsigned status() const { return status_; }
  /// From phase body on.
  const RequestHead& head() const { return head_; }
  RequestHead take_head() { return std::move(head_); }
  std::string take_body() { return std::move(body_); }

 private:
  std::size_t put_head(std::string_view bytes);
  std::size_t put_body(std::string_view bytes);
  void refuse(unsigned status);
  void finish_head();

  WireLimits limits_;
  Phase phase_ = Phase::head;
  unsigned status_ = 0;
  std::string text_;  // of the head, as far as it has come
  RequestHead head_;
  std::string body_;
  std::optional<ChunkedBody> chunks_;
};

}  // namespace kallad::http
