// Matching of paths, segment by segment.
// Not a regular expression: a pattern is segments that are equal or named. Rule kept: what cannot
// be decoded in one way matches nothing.
#include "adapters/api/way/router.hpp"

#include <optional>
#include <set>
#include <stdexcept>

namespace kallad::api {

namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  for (std::size_t at = 1; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    segments.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return segments;
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_name(std::string_view segment) { return segment.starts_with('{'); }

std::optional<std::vector<std::string>> values_of(std::string_view pattern, std::string_view path) {
  const auto wanted = segments_of(pattern);
  const auto said = segments_of(path);
  if (!path.starts_with('/') || wanted.size() != said.size()) return std::nullopt;
  std::vector<std::string> values;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    auto segment = decoded_segment(said[i]);
    if (!segment || segment->empty() != wanted[i].empty()) return std::nullopt;
    if (is_name(wanted[i])) {
      values.push_back(*std::move(segment));
    } else if (*segment != wanted[i]) {
      return std::nullopt;
    }
  }
  return values;
}

}  // namespace

std::optional<std::string> decoded_segment(std::string_view segment) {
  std::string text;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    if (segment[i] != '%') {
      text += segment[i];
      continue;
    }
    const int high = i + 2 < segment.size() ? digit(segment[i + 1]) : -1;
    const int low = high >= 0 ? digit(segment[i + 2]) : -1;
    if (low < 0) return std::nullopt;
    text += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (text == "." || text == ".." || text.find('\0') != text.npos) return std::nullopt;
  return text;
}

std::string query_value(std::string_view query, std::string_view name) {
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (pair.substr(0, equals) == name && equals < pair.size()) {
      return decoded_segment(pair.substr(equals + 1)).value_or("");
    }
    at = end + 1;
  }
  return {};
}

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  std::set<std::string> seen;
  for (const Route& route : routes_) {
    const bool is_new = seen.insert(route.method + " " + route.pattern).second;
    if (!is_new || !seen.insert(route.id).second)
      throw std::logic_error("route twice: " + route.id);
  }
}

Matched Router::match(std::string_view method, std::string_view path) const {
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  Matched matched;
  for (const Route& route : routes_) {
    auto values = values_of(route.pattern, path);
    if (!values) continue;
    if (route.method == wanted) return {&route, *std::move(values), 200, {}};
    matched.status = 405;
    matched.allow += (matched.allow.empty() ? "" : ", ") + route.method;
    if (route.method == "GET") matched.allow += ", HEAD";
  }
  if (matched.status == 405) matched.allow += ", OPTIONS";
  return matched;
}

}  // namespace kallad::api
