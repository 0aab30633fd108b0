// The forms of small values, written by hand without printf: this runs for every field of every
// event.
#include "adapters/codec/forms.hpp"

#include <algorithm>
#include <cstring>

#include "adapters/codec/read_result.hpp"

namespace kallad::codec {
namespace {

using Milliseconds = std::chrono::milliseconds;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// The number of bytes of the well-formed UTF-8 character at `at`, 0 where there is none (Unicode
// table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
std::size_t character_length(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < length) return 0;
  const unsigned second = byte_at(text, at + 1);
  const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (second < least || second > most) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(text, at + i) & 0xC0U) != 0x80) return 0;
  }
  return length;
}

// C0 without \n and \t, DEL, and C1 (U+0080 to U+009F, which begin with C2 in UTF-8).
bool is_control(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x20) return first != '\n' && first != '\t';
  return first == 0x7F || (first == 0xC2 && byte_at(text, at + 1) < 0xA0);
}

// Whether the three bytes at `at` are a mark that cannot be seen: U+200B, U+200E and U+200F, U+202A
// to U+202E, U+2060, U+2066 to U+2069, U+FEFF.
bool is_unseen(std::string_view text, std::size_t at) {
  if (text.size() - at < 3) return false;
  const unsigned third = byte_at(text, at + 2);
  const std::string_view lead = text.substr(at, 2);
  if (lead == "\xE2\x80") {
    return third == 0x8B || third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE);
  }
  if (lead == "\xE2\x81") return third == 0xA0 || (third >= 0xA6 && third <= 0xA9);
  return lead == "\xEF\xBB" && third == 0xBF;
}

// The common form of the three bytes at `at`, or 0 where they have none: U+2028 and U+2029 end a
// line; U+FF01 to U+FF5E are wide.
char common_form(std::string_view text, std::size_t at) {
  const std::string_view three = text.substr(at, 3);
  if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") return '\n';
  if (three.size() < 3 || byte_at(text, at) != 0xEF) return 0;
  const unsigned second = byte_at(text, at + 1);
  const unsigned third = byte_at(text, at + 2);
  const bool is_first = second == 0xBC && third >= 0x81 && third <= 0xBF;
  const bool is_second = second == 0xBD && third >= 0x80 && third <= 0x9E;
  if (is_first) return static_cast<char>('!' + (third - 0x81));
  return is_second ? static_cast<char>('`' + (third - 0x80)) : '\0';
}

// Reads `count` digits at `at`; -1 where there are not so many.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return -1;
  int number = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

// A part of a time with the mark before it (":05"); -1 where it is not so or not below `limit`.
int part(std::string_view text, std::size_t at, char mark, int limit) {
  if (text.size() <= at || text[at] != mark) return -1;
  const int number = digits(text, at + 1, 2);
  return number < limit ? number : -1;
}

// The time of day in "hh:mm[:ss[.mmm]]", all of the text.
std::optional<Milliseconds> read_clock(std::string_view text) {
  const int hours = digits(text, 0, 2);
  const int minutes = part(text, 2, ':', 60);
  if (hours < 0 || hours > 23 || minutes < 0) return std::nullopt;
  Milliseconds clock = std::chrono::hours{hours} + std::chrono::minutes{minutes};
  if (text.size() == 5) return clock;
  const int seconds = part(text, 5, ':', 60);
  if (seconds < 0) return std::nullopt;
  clock += std::chrono::seconds{seconds};
  if (text.size() == 8) return clock;
  const int thousandths = text[8] == '.' && text.size() == 12 ? digits(text, 9, 3) : -1;
  if (thousandths < 0) return std::nullopt;
  return clock + Milliseconds{thousandths};
}

// Splits "YYYY-MM-DDT…" into day and time of day, both as time since 1970-01-01.
std::optional<Milliseconds> read_day_and_clock(std::string_view text) {
  if (text.size() < 16 || text[10] != 'T') return std::nullopt;
  const auto day = read_date(text.substr(0, 10));
  const auto clock = read_clock(text.substr(11));
  if (!day || !clock) return std::nullopt;
  return std::chrono::sys_days{*day}.time_since_epoch() + *clock;
}

void put_digits(std::string& out, unsigned number, std::size_t count) {
  char text[4];
  for (std::size_t i = count; i > 0; --i) {
    text[i - 1] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
  out.append(text, count);
}

void put_real_date(std::string& out, Date day) {
  put_digits(out, static_cast<unsigned>(static_cast<int>(day.year())), 4);
  out += '-';
  put_digits(out, static_cast<unsigned>(day.month()), 2);
  out += '-';
  put_digits(out, static_cast<unsigned>(day.day()), 2);
}

bool is_writable(Date day) {
  return day.ok() && static_cast<int>(day.year()) >= 0 && static_cast<int>(day.year()) <= 9999;
}

// "YYYY-MM-DDThh:mm[:ss[.mmm]]" of a time since 1970-01-01; seconds always where asked for.
bool put_day_and_clock(std::string& out, Milliseconds since, bool with_seconds) {
  const auto days = std::chrono::floor<std::chrono::days>(since);
  // year_month_day counts years in 16 bits: a time far off would come round to a year of ours.
  if (days < std::chrono::days{-800'000} || days > std::chrono::days{3'000'000}) return false;
  const Date day{std::chrono::sys_days{days}};
  if (!is_writable(day)) return false;
  const auto clock = static_cast<unsigned>((since - days).count());
  put_real_date(out, day);
  out += 'T';
  put_digits(out, clock / 3'600'000, 2);
  out += ':';
  put_digits(out, clock / 60'000 % 60, 2);
  if (with_seconds || clock % 60'000 != 0) {
    out += ':';
    put_digits(out, clock / 1000 % 60, 2);
  }
  if (clock % 1000 != 0) {
    out += '.';
    put_digits(out, clock % 1000, 3);
  }
  return true;
}

}  // namespace

std::size_t first_not_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    // Nearly all of a document is ASCII: eight bytes at a time while no top bit is set.
    std::uint64_t eight = 0;
    if (text.size() - at >= sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const std::size_t length = character_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::string legible(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char common = common_form(text, at);
    if (common != 0 || is_unseen(text, at)) {
      if (common != 0) plain += common;
      at += 2;
    } else if (text[at] != '\r') {
      plain += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      plain += '\n';
    }
  }
  return plain;
}

std::string_view broken_text_rule(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const std::size_t length = character_length(text, at);
    if (length == 0 || is_control(text, at)) return rule::bad_text;
    at += length;
  }
  return characters > limit::text_characters ? rule::too_long : std::string_view{};
}

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > limit::id_characters) return false;
  bool after_letter = false;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || is_digit(c);
    const bool mark = c == '.' || c == '_' || c == '-' || c == '/';
    if (!letter && !(mark && after_letter)) return false;
    after_letter = letter;
  }
  return after_letter;
}

std::optional<Date> read_date(std::string_view text) {
  const int year = digits(text, 0, 4);
  const int month = digits(text, 5, 2);
  const int day = digits(text, 8, 2);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<Instant> read_instant(std::string_view text) {
  // Seconds must be there, though a wall-clock reading may lack them.
  if (text.size() < 20 || text.back() != 'Z') return std::nullopt;
  const auto since = read_day_and_clock(text.substr(0, text.size() - 1));
  return since ? std::optional{Instant{*since}} : std::nullopt;
}

std::optional<LocalTime> read_local_time(std::string_view text) {
  const auto since = read_day_and_clock(text);
  return since ? std::optional{LocalTime{*since}} : std::nullopt;
}

bool put_date(std::string& out, Date day) {
  if (!is_writable(day)) return false;
  put_real_date(out, day);
  return true;
}

bool put_instant(std::string& out, Instant moment) {
  if (!put_day_and_clock(out, moment.time_since_epoch(), true)) return false;
  out += 'Z';
  return true;
}

bool put_local_time(std::string& out, LocalTime reading) {
  return put_day_and_clock(out, reading.time_since_epoch(), false);
}

}  // namespace kallad::codec
