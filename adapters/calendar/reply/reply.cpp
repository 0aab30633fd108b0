// Components to replies: which line says what, and what the programs of the world leave out.
// Not a judge of the answer: reply_match.hpp. Rules kept: Exchange has no ORGANIZER and none is
// wanted; Google puts the words into a parameter; several VEVENTs are several replies.
#include "adapters/calendar/reply/reply.hpp"

#include <algorithm>

#include "adapters/calendar/address.hpp"
#include "adapters/calendar/reply/content_lines.hpp"
#include "adapters/calendar/reply/values.hpp"
#include "adapters/http/wire/letters.hpp"

namespace kallad::calendar {

namespace {

std::optional<ReplyMethod> method_of(std::string_view word) {
  const std::string method = http::lower_case(http::trimmed(word));
  if (method == "reply") return ReplyMethod::reply;
  if (method == "counter") return ReplyMethod::counter;
  if (method == "refresh") return ReplyMethod::refresh;
  if (method == "declinecounter") return ReplyMethod::decline_counter;
  return std::nullopt;
}

PartStat partstat_of(std::string_view word) {
  const std::string said = http::lower_case(http::trimmed(word));
  if (said.empty() || said == "needs-action") return PartStat::needs_action;
  if (said == "accepted") return PartStat::accepted;
  if (said == "declined") return PartStat::declined;
  if (said == "tentative") return PartStat::tentative;
  if (said == "delegated") return PartStat::delegated;
  return PartStat::other;
}

/// Each address once, in the order written. Some programs put several into one pair of quotes.
std::vector<std::string> addresses_of(const std::vector<std::string>& written) {
  std::vector<std::string> out;
  for (const std::string& each : written) {
    std::string_view rest = each;
    while (!rest.empty()) {
      const auto end = std::min(rest.find_first_of(",;"), rest.size());
      const auto address = normal_address(rest.substr(0, end));
      if (address && std::ranges::count(out, *address) == 0) out.push_back(*address);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return out;
}

AttendeeSays attendee_of(const ContentLine& line) {
  AttendeeSays out;
  out.address = normal_address(line.value).value_or(std::string{});
  out.name = http::trimmed(line.first("CN"));
  out.says = partstat_of(line.first("PARTSTAT"));
  out.delegated_to = addresses_of(line.all("DELEGATED-TO"));
  out.delegated_from = addresses_of(line.all("DELEGATED-FROM"));
  out.sent_by = normal_address(line.first("SENT-BY")).value_or(std::string{});
  return out;
}

void add_comment(std::string& comment, std::string_view words) {
  const auto last = words.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return;
  words = words.substr(0, last + 1);
  if (comment.find(words) != std::string::npos) return;
  comment += comment.empty() ? "" : "\n";
  comment += words;
}

std::optional<Instant> moment_in(const Component& event, std::string_view name,
                                 const Component& calendar, const Zone& home) {
  const ContentLine* line = event.line(name);
  return line == nullptr ? std::nullopt : moment_value(*line, calendar, home);
}

std::optional<Instant> end_in(const Component& event, std::optional<Instant> start,
                              const Component& calendar, const Zone& home) {
  const ContentLine* length = event.line("DURATION");
  if (event.line("DTEND") != nullptr || length == nullptr || !start) {
    return moment_in(event, "DTEND", calendar, home);
  }
  const auto seconds = length_value(length->value);
  return seconds ? std::optional(*start + *seconds) : std::nullopt;
}

CalendarReply reply_of(const Component& event, const Component& calendar, const Zone& home) {
  CalendarReply out;
  if (const ContentLine* uid = event.line("UID")) out.uid = text_value(uid->value);
  if (const ContentLine* number = event.line("SEQUENCE")) {
    out.sequence = number_value(number->value);
  }
  out.stamped_at = moment_in(event, "DTSTAMP", calendar, home);
  out.start = moment_in(event, "DTSTART", calendar, home);
  out.end = end_in(event, out.start, calendar, home);
  for (const ContentLine& line : event.lines) {
    if (line.name == "COMMENT") add_comment(out.comment, text_value(line.value));
    if (line.name != "ATTENDEE") continue;
    out.attendees.push_back(attendee_of(line));
    // Google escapes the parameter as if it were a text.
    add_comment(out.comment, text_value(line.first("X-RESPONSE-COMMENT")));
  }
  return out;
}

}  // namespace

RepliesRead read_replies(std::string_view bytes, const Zone& home) {
  const ContentRead read = read_content(bytes);
  if (read.fault) return {{}, read.fault};
  const ContentLine* word = read.calendar.line("METHOD");
  if (word == nullptr) return {{}, ReadFault::no_method};
  const auto method = method_of(word->value);
  if (!method) return {{}, ReadFault::not_a_reply};
  const ContentLine* product = read.calendar.line("PRODID");
  RepliesRead out;
  for (const Component& part : read.calendar.parts) {
    if (part.name != "VEVENT") continue;
    CalendarReply reply = reply_of(part, read.calendar, home);
    reply.method = *method;
    reply.product = product == nullptr ? std::string{} : product->value;
    out.replies.push_back(std::move(reply));
  }
  if (out.replies.empty()) out.fault = ReadFault::no_event;
  return out;
}

}  // namespace kallad::calendar
