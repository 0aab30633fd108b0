// Writing the head of an answer.
// Not which headers an answer needs: its handler says, but for those of the connection. Rule kept
// (RFC 9110): Date in every answer, Content-Length in all that may have one.
#include "adapters/http/wire/response_head.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "adapters/http/wire/letters.hpp"

namespace kallad::http {
namespace {

std::string_view reason_of(unsigned status) {
  static constexpr auto kReasons = std::to_array<std::pair<unsigned, std::string_view>>({
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {204, "No Content"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {406, "Not Acceptable"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {410, "Gone"},
      {412, "Precondition Failed"},
      {413, "Content Too Large"},
      {415, "Unsupported Media Type"},
      {417, "Expectation Failed"},
      {422, "Unprocessable Content"},
      {428, "Precondition Required"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {503, "Service Unavailable"},
      {505, "HTTP Version Not Supported"},
  });
  const auto found = std::ranges::find(kReasons, status, [](const auto& row) { return row.first; });
  return found == kReasons.end() ? "" : found->second;
}

/// The server's own, which a handler's are not to contradict.
bool is_own(std::string_view lower_case_name) {
  static constexpr auto kOwn = std::to_array<std::string_view>(
      {"date", "content-length", "connection", "transfer-encoding", "keep-alive", "server"});
  return std::ranges::find(kOwn, lower_case_name) != kOwn.end();
}

}  // namespace

std::string http_date(Instant moment) {
  static constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto days = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day day{days};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(moment - days)};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02ld:%02ld:%02ld GMT",
                kDays.at(std::chrono::weekday{days}.c_encoding()), unsigned{day.day()},
                kMonths.at(unsigned{day.month()} - 1), int{day.year()}, long{time.hours().count()},
                long{time.minutes().count()}, long{time.seconds().count()});
  return text.data();
}

std::optional<std::string> response_head(const ResponseHead& head) {
  if (head.status < 200 || head.status > 599) return {};
  std::string out = "HTTP/1.1 ";
  out.reserve(512);
  out.append(std::to_string(head.status)).append(" ").append(reason_of(head.status)).append("\r\n");
  for (const auto& [name, value] : head.headers) {
    if (name.empty() || !std::ranges::all_of(name, is_token)) return {};
    if (!std::ranges::all_of(value, is_text)) return {};
    if (is_own(lower_case(name))) continue;
    out.append(name).append(": ").append(value).append("\r\n");
  }
  out.append("Date: ").append(head.date).append("\r\n");
  if (head.length && has_body(head.status)) {
    out.append("Content-Length: ").append(std::to_string(*head.length)).append("\r\n");
  }
  if (!head.keep_alive) out.append("Connection: close\r\n");
  return out.append("\r\n");
}

}  // namespace kallad::http
