// The checks of entry_check.hpp. Not of meaning: whether a place is a place is the coordinator's.
// Rule kept: what is refused is named; nothing is cut or mended in silence.
#include "adapters/calendar/entry_check.hpp"

#include <algorithm>

#include "adapters/calendar/address.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/http/wire/letters.hpp"

namespace kallad::calendar {

namespace {

constexpr std::size_t kLongestUid = 255;
constexpr std::size_t kLongestLine = 500;
constexpr std::size_t kLongestUrl = 2000;

bool is_uid(std::string_view text) {
  return !text.empty() && text.size() <= kLongestUid && std::ranges::all_of(text, [](char c) {
    return http::is_letter_or_digit(c) ||
           std::string_view("._@-").find(c) != std::string_view::npos;
  });
}

/// What ends a line for some readers (Python's among them) though iCalendar says nothing of it:
/// U+0080 to U+009F, U+2028 and U+2029.
bool has_hidden_line_end(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if (text[i] == '\xc2' && next >= 0x80 && next <= 0x9f) return true;
  }
  return text.find("\xe2\x80\xa8") != std::string_view::npos ||
         text.find("\xe2\x80\xa9") != std::string_view::npos;
}

bool is_one_line(std::string_view text) {
  return text.size() <= kLongestLine && codec::first_not_utf8(text) == std::string_view::npos &&
         std::ranges::all_of(text, [](char c) { return http::is_text(c) && c != '\t'; }) &&
         !has_hidden_line_end(text);
}

/// Visible ASCII that a URI may hold (RFC 3986): no blank, no quote and no line's end.
bool is_https(std::string_view text) {
  constexpr std::string_view scheme = "https://";
  return text.size() > scheme.size() && text.size() <= kLongestUrl && text.starts_with(scheme) &&
         std::ranges::all_of(text, [](char c) {
           return http::is_letter_or_digit(c) ||
                  std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
         });
}

bool is_year_of_calendars(Instant moment) {
  return moment >= Instant{std::chrono::sys_days{std::chrono::year{1970} / 1 / 2}} &&
         moment < Instant{std::chrono::sys_days{std::chrono::year{2100} / 1 / 1}};
}

bool is_whole_second(Instant moment) {
  return std::chrono::floor<std::chrono::seconds>(moment) == moment;
}

bool is_time(const Entry& entry) {
  return is_year_of_calendars(entry.stamped_at) && is_year_of_calendars(entry.start) &&
         is_year_of_calendars(entry.end) && entry.start < entry.end &&
         is_whole_second(entry.start) && is_whole_second(entry.end);
}

}  // namespace

std::optional<WriteFault> fault_of(const Mailbox& mailbox) {
  if (!normal_address(mailbox.address)) return WriteFault::address;
  if (!is_one_line(mailbox.display)) return WriteFault::display;
  return std::nullopt;
}

std::optional<WriteFault> fault_of(const Entry& entry) {
  if (!is_uid(entry.uid)) return WriteFault::uid;
  if (!codec::is_id(entry.case_number.text)) return WriteFault::case_number;
  if (entry.sequence >= 1U << 31U) return WriteFault::sequence;
  if (!is_time(entry)) return WriteFault::time;
  if (entry.place && !is_one_line(*entry.place)) return WriteFault::place;
  if (entry.meeting_url && !is_https(*entry.meeting_url)) return WriteFault::url;
  if (entry.answer_url && !is_https(*entry.answer_url)) return WriteFault::url;
  return fault_of(entry.organizer);
}

}  // namespace kallad::calendar
