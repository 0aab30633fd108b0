// The request line and the headers of a request whose bytes are all there.
// Not the body. Rules kept (RFC 9112): one Host; one way to tell where the body ends; no target but
// a path of this server; anything else is refused, never mended.
#include <algorithm>
#include <array>

#include "adapters/http/wire/letters.hpp"
#include "adapters/http/wire/request_reader.hpp"

namespace kallad::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

/// What is left of the text loses its first line, which is the answer, without its end.
std::string_view take_line(std::string_view& text) {
  const auto end = text.find(kLineEnd);
  const auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + kLineEnd.size());
  return line;
}

bool is_method(std::string_view text) {
  return !text.empty() && text.size() <= 32 && std::ranges::all_of(text, is_upper);
}

/// A path with an optional query, of visible ASCII and without a fragment.
bool is_origin_form(std::string_view target) {
  return target.starts_with('/') &&
         std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
}

unsigned read_request_line(std::string_view line, RequestHead& head, bool& newer) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return 400;
  const auto method = line.substr(0, first);
  const auto target = line.substr(first + 1, last - first - 1);
  const auto version = line.substr(last + 1);
  if (!is_method(method)) return 400;
  const bool any_version = version.size() == 8 && version.starts_with("HTTP/") &&
                           is_digit(version[5]) && version[6] == '.' && is_digit(version[7]);
  if (!any_version) return 400;
  if (version[5] != '1') return 505;
  if (method == "TRACE" || method == "CONNECT") return 501;
  if (!is_origin_form(target) && !(target == "*" && method == "OPTIONS")) return 400;
  newer = version[7] != '0';
  const auto question = target.find('?');
  head.method = method;
  head.path = target.substr(0, question);
  if (question != std::string_view::npos) head.query = target.substr(question + 1);
  return 0;
}

unsigned read_header(std::string_view line, RequestHead& head) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return 400;
  const auto name = line.substr(0, colon);
  const auto value = trimmed(line.substr(colon + 1));
  if (!std::ranges::all_of(name, is_token) || !std::ranges::all_of(value, is_text)) return 400;
  head.headers.emplace_back(lower_case(name), value);
  return 0;
}

/// A host name or address with an optional port; never empty.
bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= 255 && std::ranges::all_of(text, [](char c) {
    return is_letter_or_digit(c) || std::string_view("-._:[]").find(c) != std::string_view::npos;
  });
}

/// Headers that decide where requests begin and end, collected before any is judged.
struct Framing {
  unsigned hosts = 0;
  unsigned lengths = 0;
  unsigned codings = 0;
  std::string_view host;
  std::string_view length;
  std::string_view coding;
  std::string_view expected;
  bool close = false;
};

bool lists_close(std::string_view value) {
  while (!value.empty()) {
    const auto comma = std::min(value.find(','), value.size());
    if (lower_case(trimmed(value.substr(0, comma))) == "close") return true;
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return false;
}

Framing framing_of(const RequestHead& head) {
  Framing out;
  for (const auto& [name, value] : head.headers) {
    if (name == "host") {
      ++out.hosts;
      out.host = value;
    } else if (name == "content-length") {
      ++out.lengths;
      out.length = value;
    } else if (name == "transfer-encoding") {
      ++out.codings;
      out.coding = value;
    } else if (name == "expect") {
      out.expected = value;
    } else if (name == "connection") {
      out.close = out.close || lists_close(value);
    }
  }
  return out;
}

/// Where the body ends; 400 where that could be understood in two ways.
unsigned read_length(const Framing& framing, bool newer, RequestHead& head) {
  if (framing.codings > 0) {
    head.chunked = true;
    const bool plain = framing.codings == 1 && lower_case(framing.coding) == "chunked";
    return plain && newer && framing.lengths == 0 ? 0 : 400;
  }
  if (framing.lengths == 0) return 0;
  if (framing.lengths > 1 || framing.length.empty() || framing.length.size() > 18) return 400;
  for (const char c : framing.length) {
    if (!is_digit(c)) return 400;
    head.length = head.length * 10 + static_cast<unsigned>(c - '0');
  }
  return 0;
}

unsigned judge(RequestHead& head, bool newer, const WireLimits& limits) {
  const Framing framing = framing_of(head);
  if (framing.hosts > 1 || (newer && framing.hosts == 0)) return 400;
  if (framing.hosts == 1 && !is_host(framing.host)) return 400;
  if (const unsigned status = read_length(framing, newer, head)) return status;
  if (head.length > limits.body_bytes) return 413;
  if (!framing.expected.empty() && newer) {
    if (lower_case(framing.expected) != "100-continue") return 417;
    head.expects_continue = head.chunked || head.length > 0;
  }
  head.keep_alive = newer && !framing.close;
  return 0;
}

}  // namespace

std::pair<RequestHead, unsigned> read_head(std::string_view text, const WireLimits& limits) {
  std::pair<RequestHead, unsigned> out;
  auto& [head, status] = out;
  bool newer = false;  // than HTTP/1.0
  status = read_request_line(take_line(text), head, newer);
  while (status == 0) {
    const auto line = take_line(text);
    if (line.empty()) break;
    status = head.headers.size() < limits.headers ? read_header(line, head) : 431;
  }
  if (status == 0) status = judge(head, newer, limits);
  return out;
}

}  // namespace kallad::http
