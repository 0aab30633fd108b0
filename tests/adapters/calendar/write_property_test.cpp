// Whatever is put into the fields: what is written is read the same, in lines that any reader
// takes, and no field becomes a property. Not a test of meaning. Rule kept (issue 5): texts chosen
// to provoke it.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "adapters/calendar/reply/content_lines.hpp"
#include "adapters/calendar/reply/values.hpp"
#include "adapters/codec/forms.hpp"
#include "tests/adapters/calendar/entries.hpp"
#include "tests/support/many.hpp"

namespace kallad::calendar_test {
namespace written {
namespace {

using calendar::Component;
using calendar::Invitation;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += part;
  return out;
}

/// Texts of what might break out of a field; `bare` with what ends a line too.
rc::Gen<std::string> provoking(bool bare) {
  const auto mild = rc::gen::element<std::string>(
      "X-EVIL:1", "BEGIN:VALARM", "END:VEVENT", ",", ";", ":", "\\", "\\n", "\"", "'", "^n", "^^",
      "^'", "%0D%0A", " ", "å", "€", "𝄞", "=", "a", "Kurt Provokatör", "19121212-1212", "<b>",
      "{{x}}");
  const auto line_ends =
      rc::gen::element<std::string>("\r\n", "\n", "\r", "\r\n ", "\t", "\xe2\x80\xa8", "\xc2\x85",
                                    "\x0b", "\x0c", "\xff", std::string(1, '\0'));
  const auto any = bare ? rc::gen::oneOf(mild, mild, mild, line_ends) : mild;
  const int most = bare ? 4 : 30;
  return rc::gen::map(rc::gen::resize(most, rc::gen::container<std::vector<std::string>>(any)),
                      joined);
}

/// Every field that takes free letters holds a provoking text that may stand there.
Invitation provoked() {
  Invitation out = an_invitation();
  const auto text = provoking(false);
  const auto day = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};
  out.entry.start = day + std::chrono::minutes{*rc::gen::inRange(0, 12 * 365 * 24 * 60)};
  out.entry.end = out.entry.start + std::chrono::minutes{*rc::gen::inRange(1, 600)};
  out.entry.sequence = *rc::gen::inRange<std::uint32_t>(0, 1000);
  const bool has_place = *rc::gen::arbitrary<bool>();
  out.entry.place = has_place ? std::optional(*text) : std::nullopt;
  out.entry.organizer.display = *text;
  out.attendee.display = *text;
  out.entry.language = *rc::gen::element(Language::swedish, Language::english);
  return out;
}

/// And one field holds what ends lines, or is no address, id or link at all.
Invitation provoked_badly() {
  Invitation out = provoked();
  const std::string bad = *provoking(true);
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
      out.entry.uid += bad;
      break;
    case 1:
      out.entry.case_number.text += bad;
      break;
    case 2:
      out.entry.answer_url = "https://sip.example/" + bad;
      break;
    case 3:
      out.entry.meeting_url = "https://sip.example/" + bad;
      break;
    case 4:
      out.attendee.address = bad + "@d.example";
      break;
    case 5:
      out.entry.organizer.address = "a@d.example" + bad;
      break;
    case 6:
      out.entry.place = bad;
      break;
    default:
      out.attendee.display = bad;
  }
  return out;
}

void check_lines(const std::string& text) {
  for (const std::string& line : raw_lines(text)) {
    RC_ASSERT(line.size() <= 75U);
    RC_ASSERT(!line.empty());
    RC_ASSERT(codec::first_not_utf8(line) == std::string::npos);
  }
}

std::vector<std::string> names_in(const Component& part) {
  std::vector<std::string> out;
  for (const auto& line : part.lines) out.push_back(line.name);
  for (const auto& inner : part.parts) out.push_back("BEGIN:" + inner.name);
  return out;
}

/// The components and properties that there are, and no others.
void check_shape(const std::string& text, const Invitation& of) {
  const auto read = calendar::read_content(text);
  RC_ASSERT(!read.fault);
  RC_ASSERT(!read.calendar.parts.empty());
  const Component& event = read.calendar.parts.back();
  std::vector<std::string> wanted = {"UID",   "SEQUENCE", "DTSTAMP",    "DTSTART",
                                     "DTEND", "SUMMARY",  "DESCRIPTION"};
  if (of.entry.place || of.entry.meeting_url) wanted.emplace_back("LOCATION");
  for (const char* name : {"URL", "CLASS", "TRANSP", "STATUS", "ORGANIZER", "ATTENDEE"}) {
    wanted.emplace_back(name);
  }
  RC_ASSERT(names_in(event) == wanted);
  const auto calendar = names_in(read.calendar);
  RC_ASSERT(calendar.size() == 4 + read.calendar.parts.size());
  RC_ASSERT(read.calendar.parts.size() <= 2U);
}

std::string as_reply(std::string text) {
  text.replace(text.find("METHOD:REQUEST"), 14, "METHOD:REPLY");
  return text;
}

std::string shown(std::string display) {
  std::ranges::replace_if(
      display, [](char c) { return c == '"' || c == '^'; }, '\'');
  const auto first = display.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return display.substr(first, display.find_last_not_of(' ') - first + 1);
}

TEST(WriteProperty, WhatIsWrittenIsReadTheSame) {
  support::expect_holds_in(2000, "written and read", [] {
    const Invitation of = provoked();
    const auto text = write_request(of, home());
    RC_ASSERT(!text.fault);
    check_lines(text.text);
    check_shape(text.text, of);
    const auto read = calendar::read_replies(as_reply(text.text), home());
    RC_ASSERT(!read.fault);
    RC_ASSERT(read.replies.size() == 1U);
    const auto& reply = read.replies.front();
    RC_ASSERT(reply.uid == of.entry.uid);
    RC_ASSERT(reply.sequence == of.entry.sequence);
    RC_ASSERT(reply.stamped_at == of.entry.stamped_at);
    RC_ASSERT(reply.start == of.entry.start);
    RC_ASSERT(reply.end == of.entry.end);
    RC_ASSERT(reply.attendees.size() == 1U);
    RC_ASSERT(reply.attendees[0].address == of.attendee.address);
    RC_ASSERT(reply.attendees[0].name == shown(of.attendee.display));
    const auto content = calendar::read_content(text.text);
    const auto* place = content.calendar.parts.back().line("LOCATION");
    RC_ASSERT((place != nullptr) == of.entry.place.has_value());
    if (place == nullptr) return;  // apart: RC_ASSERT asks both sides of ||
    RC_ASSERT(calendar::text_value(place->value) == *of.entry.place);
  });
}

TEST(WriteProperty, NoFieldBecomesAProperty) {
  int count = 0;
  support::expect_holds_in(4000, "no injection", [&count] {
    const Invitation of = provoked_badly();
    const auto text = write_request(of, home());
    RC_ASSERT(text.text.empty() == text.fault.has_value());
    if (text.fault) return;
    ++count;
    check_lines(text.text);
    check_shape(text.text, of);
  });
  EXPECT_GT(count, 400);
  EXPECT_LT(count, 3600);
}

}  // namespace
}  // namespace written
}  // namespace kallad::calendar_test
