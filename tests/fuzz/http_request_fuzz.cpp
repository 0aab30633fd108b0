// A libFuzzer target: any bytes as an HTTP request, whole and in pieces, and beside Boost.Beast.
// Not part of the build, for it needs clang; from the root of the repository:
//   clang++-16 -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -I. \
//     tests/fuzz/http_request_fuzz.cpp adapters/http/wire/*.cpp -o http_request_fuzz
//   ./http_request_fuzz -max_total_time=600 tests/fuzz/http_request_corpus
// Rule kept: what is accepted ends at the same byte however it is cut, and for another reader too.
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdlib>
#include <string_view>

#include "adapters/http/wire/letters.hpp"
#include "adapters/http/wire/request_reader.hpp"

namespace {

using kallad::http::RequestReader;
using Phase = RequestReader::Phase;
namespace beast_http = boost::beast::http;

constexpr kallad::http::WireLimits kLimits{.header_bytes = 1024, .headers = 20, .body_bytes = 1024};

void demand(bool holds) {
  if (!holds) std::abort();
}

struct Read {
  Phase phase;
  unsigned status;
  std::size_t used;
  std::string body;
  kallad::http::RequestHead head;
  bool operator==(const Read& other) const {
    return phase == other.phase && status == other.status && used == other.used &&
           body == other.body && head.headers == other.head.headers;
  }
};

Read read_in_pieces(std::string_view text, std::size_t piece) {
  RequestReader reader(kLimits);
  std::size_t used = 0;
  while (used < text.size()) {
    const auto now = text.substr(used, piece);
    const std::size_t took = reader.put(now);
    demand(took <= now.size());
    used += took;
    if (took < now.size()) break;
  }
  return {reader.phase(), reader.status(), used, reader.take_body(), reader.take_head()};
}

void check_head(const kallad::http::RequestHead& head) {
  demand(!head.method.empty() && !head.path.empty());
  demand(head.path.front() == '/' || head.path == "*");
  demand(head.headers.size() <= kLimits.headers);
  for (const auto& [name, value] : head.headers) {
    demand(!name.empty() && name == kallad::http::lower_case(name));
    for (const char c : name) demand(kallad::http::is_token(c));
    for (const char c : value) demand(kallad::http::is_text(c));
  }
}

/// Where Beast takes it for a request at all, it ends at the same byte and has the same body.
void check_beside_beast(std::string_view text, const Read& read) {
  beast_http::request_parser<beast_http::string_body> parser;
  parser.eager(true);
  boost::beast::error_code error;
  const std::size_t used = parser.put(boost::asio::buffer(text), error);
  if (error && error != beast_http::error::need_more) return;
  demand(parser.is_done());
  demand(used == read.used);
  demand(parser.get().body() == read.body);
  demand(parser.get().method_string() == read.head.method);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  const Read whole = read_in_pieces(text, text.size());
  demand(whole.body.size() <= kLimits.body_bytes);
  demand((whole.phase == Phase::refused) == (whole.status != 0));
  for (const std::size_t piece : {1, 3, 16}) demand(read_in_pieces(text, piece) == whole);
  if (whole.phase != Phase::complete) return 0;
  check_head(whole.head);
  check_beside_beast(text.substr(0, whole.used), whole);
  return 0;
}
