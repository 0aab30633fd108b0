// Matching of paths, segment by segment.
// Not a regular expression: a pattern is segments that are equal or named. Rule kept: what cannot
// be decoded in one way matches nothing.
#include "adapters/api/way/router.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

#include "adapters/codec/forms.hpp"

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

/// The segments as they are meant; nothing where one cannot be decoded.
std::optional<std::vector<std::string>> decoded_segments(std::string_view path) {
  if (!path.starts_with('/')) return std::nullopt;
  std::vector<std::string> segments;
  for (const std::string_view said : segments_of(path)) {
    auto segment = decoded_segment(said);
    if (!segment) return std::nullopt;
    segments.push_back(*std::move(segment));
  }
  return segments;
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& said) {
  return std::ranges::equal(pattern, said, [](const auto& wanted, const auto& segment) {
    return is_name(wanted) ? !segment.empty() : wanted == segment;
  });
}

std::vector<std::string> values_of(const std::vector<std::string>& pattern,
                                   std::vector<std::string>& said) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_name(pattern[i])) values.push_back(std::move(said[i]));
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
  if (codec::first_not_utf8(text) != text.npos) return std::nullopt;  // no answer could repeat it
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
    const auto segments = segments_of(route.pattern);
    patterns_.emplace_back(segments.begin(), segments.end());
  }
}

Matched Router::match(std::string_view method, std::string_view path) const {
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  Matched matched;
  auto said = decoded_segments(path);
  if (!said) return matched;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (!fits(patterns_[i], *said)) continue;
    const Route& route = routes_[i];
    if (route.method == wanted) return {&route, values_of(patterns_[i], *said), 200, {}};
    matched.status = 405;
    matched.allow += (matched.allow.empty() ? "" : ", ") + route.method;
    if (route.method == "GET") matched.allow += ", HEAD";
  }
  if (matched.status == 405) matched.allow += ", OPTIONS";
  return matched;
}

}  // namespace kallad::api
