// A libFuzzer target: any bytes as a calendar reply, and as the fields of an invitation.
// Not part of the build, for it needs clang; from the root of the repository:
//   clang++-16 -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -I. \
//     tests/fuzz/calendar_fuzz.cpp \
//     adapters/calendar/{,reply/}*.cpp adapters/codec/forms.cpp adapters/clock/stockholm.cpp \
//     engine/spine/{zone,instant}.cpp -lical -ldate-tz -o calendar_fuzz
//   ./calendar_fuzz -max_total_time=600 -max_len=20000 tests/fuzz/calendar_corpus
// Rules kept: a fault or replies, never both; what comes out is bounded, UTF-8 and normal; what is
// written has lines of at most 75 octets and the properties that there are.
#include <cstdlib>
#include <string>
#include <string_view>

#include "adapters/calendar/address.hpp"
#include "adapters/calendar/invitation.hpp"
#include "adapters/calendar/reply/content_lines.hpp"
#include "adapters/calendar/reply/reply_match.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/codec/forms.hpp"

namespace {

using namespace std::chrono_literals;
using kallad::Instant;
using kallad::calendar::CalendarReply;
using kallad::calendar::Invitation;
using kallad::calendar::SentInvitation;

const kallad::Zone& home() {
  static const kallad::Zone zone = kallad::stockholm();
  return zone;
}

void demand(bool holds) {
  if (!holds) std::abort();
}

bool is_utf8(std::string_view text) {
  return kallad::codec::first_not_utf8(text) == std::string_view::npos;
}

void check_address(const std::string& address) {
  demand(address.empty() || kallad::calendar::normal_address(address) == address);
}

void check_moment(const std::optional<Instant>& moment) {
  demand(!moment || (*moment > Instant{-48h} && *moment < Instant{24h * 366 * 132}));
}

void check_reply(const CalendarReply& reply) {
  demand(is_utf8(reply.uid) && is_utf8(reply.comment) && is_utf8(reply.product));
  for (const auto& moment : {reply.stamped_at, reply.start, reply.end}) check_moment(moment);
  for (const auto& attendee : reply.attendees) {
    check_address(attendee.address);
    check_address(attendee.sent_by);
    for (const auto& each : attendee.delegated_to) check_address(each);
    for (const auto& each : attendee.delegated_from) check_address(each);
    demand(is_utf8(attendee.name));
  }
  const std::string first = reply.attendees.empty() ? "" : reply.attendees.front().address;
  const SentInvitation sent{reply.uid,
                            reply.sequence.value_or(0),
                            Instant{},
                            Instant{},
                            Instant{1h},
                            {first},
                            {},
                            std::nullopt,
                            reply.stamped_at};
  const auto match = kallad::calendar::match_reply(sent, reply, first);
  demand((match.meaning == kallad::calendar::Meaning::unclear) == match.reason.has_value());
}

void check_reading(std::string_view bytes) {
  const auto read = kallad::calendar::read_replies(bytes, home());
  demand(read.fault.has_value() == read.replies.empty());
  demand(read.replies.size() <= kallad::calendar::reply_limits.components);
  for (const CalendarReply& reply : read.replies) check_reply(reply);
}

/// Takes what stands before the next line's end.
std::string field(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  const std::string out(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return out;
}

Invitation invitation_of(std::string_view rest) {
  Invitation out;
  out.entry.stamped_at = Instant{24h * 20'000};
  out.entry.start = out.entry.stamped_at + 24h * 7;
  out.entry.end = out.entry.start + 1h;
  out.entry.organizer = {"a@b.example", field(rest)};
  out.entry.place = field(rest);
  out.attendee = {"c@d.example", field(rest)};
  out.entry.uid = "uid" + field(rest);
  out.entry.case_number = kallad::CaseId{"case" + field(rest)};
  out.entry.answer_url = "https://e.example/" + field(rest);
  const std::string address = field(rest);
  if (!address.empty()) out.attendee.address = address;
  return out;
}

void check_writing(std::string_view bytes) {
  const auto written = write_request(invitation_of(bytes), home());
  demand(written.fault.has_value() == written.text.empty());
  std::string_view rest = written.text;
  while (!rest.empty()) {
    const auto end = rest.find("\r\n");
    demand(end != std::string_view::npos && end <= 75 && is_utf8(rest.substr(0, end)));
    demand(rest.substr(0, end).find_first_of("\r\n") == std::string_view::npos);
    rest.remove_prefix(end + 2);
  }
  if (written.fault) return;
  const auto read = kallad::calendar::read_content(written.text);
  demand(!read.fault && read.calendar.parts.size() == 2);
  demand(read.calendar.parts[1].lines.size() == 14 && read.calendar.parts[1].parts.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(static_cast<const char*>(static_cast<const void*>(data)), size);
  check_reading(bytes);
  check_writing(bytes);
  return 0;
}
