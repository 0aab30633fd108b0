// Text out of libical, folded anew. Not another writer: names, escapes and order are libical's.
// Rule kept (RFC 5545, 3.1): a line ends in CRLF and has 75 octets at most. libical 3.0.16 counts
// CRLF itself when it folds, and cuts between CR and LF where a line comes out that long; found by
// tests/fuzz/calendar_fuzz.cpp.
#include "adapters/calendar/ical.hpp"

#include <algorithm>
#include <string_view>

namespace kallad::calendar {

namespace {

constexpr std::string_view kEnd = "\r\n";
constexpr std::string_view kFold = "\r\n ";
constexpr std::size_t kOctets = 75;

std::string unfolded(std::string_view text) {
  std::string out;
  for (auto at = text.find(kFold); at != std::string_view::npos; at = text.find(kFold)) {
    out += text.substr(0, at);
    text.remove_prefix(at + kFold.size());
  }
  return out += text;
}

bool is_inside_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

void put_folded(std::string& out, std::string_view line) {
  std::size_t room = kOctets;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && is_inside_letter(line[cut])) --cut;
    out += line.substr(0, cut);
    out += kFold;
    line.remove_prefix(cut);
    room = kOctets - 1;  // the blank of the fold counts
  }
  out += line;
  out += kEnd;
}

}  // namespace

std::string text_of(icalcomponent& component) {
  const TextPtr text(icalcomponent_as_ical_string_r(&component));
  if (text == nullptr) return {};
  const std::string whole = unfolded(text.get());
  std::string out;
  for (std::string_view rest = whole; !rest.empty();) {
    const auto end = std::min(rest.find(kEnd), rest.size());
    put_folded(out, rest.substr(0, end));
    rest.remove_prefix(std::min(end + kEnd.size(), rest.size()));
  }
  return out;
}

}  // namespace kallad::calendar
