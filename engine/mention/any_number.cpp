// Numbers and birth dates of anybody: told by their shape and, of a number, by its check digit.
// Not the person's own, whose digits are known: numbers.cpp.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "engine/consent/person.hpp"
#include "engine/mention/numbers.hpp"
#include "engine/mention/words.hpp"

namespace kallad::mention {

namespace {

using text::is_digit;
using text::is_letter;
using text::Mark;

/// Digits with joints between: the digits, and after how many of them a joint stands.
struct Grouped {
  std::string digits;
  std::vector<std::size_t> breaks;
  std::size_t last = 0;  ///< the mark of its last digit
};

/// Where the numbers of people may be broken, by how many digits they have. In the order of `cuts`.
struct Shape {
  std::size_t digits = 0;
  std::vector<std::size_t> breaks;
};

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all{{10, {}},  {10, {6}},    {10, {2, 4}},      {10, {2, 4, 6}},
                                      {12, {}},  {12, {8}},    {12, {4, 6}},      {12, {4, 6, 8}},
                                      {12, {2}}, {12, {2, 8}}, {12, {2, 4, 6, 8}}};
  return all;
}

bool sticks(const std::vector<Mark>& marks, std::size_t at) {
  return at < marks.size() && (is_digit(marks[at].code) || is_letter(marks[at].code));
}

/// As many digits as `wanted` from `at` on; nothing where there are fewer, or one more beside.
std::optional<Grouped> grouped_at(const std::vector<Mark>& marks, std::size_t at,
                                  std::size_t wanted) {
  constexpr std::size_t widest = 3;
  Grouped read;
  while (read.digits.size() < wanted) {
    if (at < marks.size() && is_digit(marks[at].code)) {
      read.digits += static_cast<char>(marks[at].code);
      read.last = at++;
      continue;
    }
    std::size_t next = at;
    while (next < marks.size() && next < at + widest && is_joint(marks[next].code)) ++next;
    if (read.digits.empty() || next == at || next >= marks.size()) return std::nullopt;
    if (!is_digit(marks[next].code)) return std::nullopt;
    read.breaks.push_back(read.digits.size());
    at = next;
  }
  return sticks(marks, at) ? std::nullopt : std::optional{std::move(read)};
}

bool is_identity_number(std::string digits) {
  if (digits.size() == 12) {
    const std::string century = digits.substr(0, 2);
    if (century != "18" && century != "19" && century != "20") return false;
    digits.insert(8, "-");
  } else {
    digits.insert(6, "-");
  }
  return consent::classify_identity_number(digits) != consent::IdentityNumber::unverified;
}

/// The last digit's mark of a number that begins at `at`.
std::optional<std::size_t> number_at(const std::vector<Mark>& marks, std::size_t at) {
  for (const Shape& shape : shapes()) {
    const auto read = grouped_at(marks, at, shape.digits);
    if (read && read->breaks == shape.breaks && is_identity_number(read->digits)) return read->last;
  }
  return std::nullopt;
}

bool begins_number(const std::vector<Mark>& marks, std::size_t at) {
  return is_digit(marks[at].code) && (at == 0 || !sticks(marks, at - 1));
}

/// "sista fyra", "slutsiffrorna", "nummer": the last four digits follow.
bool speaks_of_tail(std::string_view words) {
  return std::ranges::any_of(std::array{"sista", "slut", "fyra", "siffror", "nummer"},
                             [&](const char* one) { return words.find(one) != words.npos; });
}

/// A birth date, and after some words about it the last four: 640823 med slutsiffrorna 3234.
void find_told_number(std::vector<TextFinding>& found, std::string_view text,
                      const std::vector<Mark>& marks, std::size_t at, std::size_t date_digits) {
  constexpr std::size_t farthest = 45;
  const auto date = grouped_at(marks, at, date_digits);
  if (!date) return;
  const std::size_t from = marks[date->last].offset + marks[date->last].length;
  for (std::size_t next = date->last + 1; next < marks.size(); ++next) {
    if (marks[next].offset > from + farthest) return;
    if (!begins_number(marks, next)) continue;
    const auto tail = grouped_at(marks, next, 4);
    if (!tail || !tail->breaks.empty()) return;
    const bool is_told = speaks_of_tail(text.substr(from, marks[next].offset - from));
    if (is_told && is_identity_number(date->digits + tail->digits)) {
      found.push_back(between(number_rule, TextSeverity::refuse, marks[at], marks[tail->last]));
    }
    return;
  }
}

/// The mark of the last sign of a date that begins at `at`: 640823, 1964-08-23, 23/8 1964, 23
/// augusti 1964.
std::optional<std::size_t> date_at(const std::vector<Mark>& marks, std::size_t at) {
  constexpr std::size_t fewest = 5;
  constexpr std::size_t most = 8;
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::optional<std::size_t> last;
  for (std::size_t i = at; i < marks.size() && digits <= most; ++i) {
    const char32_t c = marks[i].code;
    if (!is_digit(c) && !is_letter(c) && !is_joint(c)) break;
    letters += is_letter(c) ? 1 : 0;
    if (is_letter(c) && (digits == 0 || digits > 2 || letters > 9)) break;
    digits += is_digit(c) ? 1 : 0;
    const bool whole = is_digit(c) && (i + 1 == marks.size() || !is_digit(marks[i + 1].code));
    if (whole && digits >= fewest && digits <= most) last = i;
    if (c == U'\n' || (last && !is_digit(c) && digits >= 6)) break;
  }
  return last;
}

}  // namespace

void find_any_number(std::vector<TextFinding>& found, std::string_view text,
                     const std::vector<Mark>& marks) {
  for (std::size_t at = 0; at < marks.size(); ++at) {
    if (!begins_number(marks, at)) continue;
    if (const auto last = number_at(marks, at)) {
      found.push_back(between(number_rule, TextSeverity::refuse, marks[at], marks[*last]));
      at = *last;
      continue;
    }
    find_told_number(found, text, marks, at, 6);
    find_told_number(found, text, marks, at, 8);
  }
}

void find_any_birth_date(std::vector<TextFinding>& found, const std::vector<Mark>& marks) {
  constexpr auto born =
      std::to_array<std::u32string_view>({U"född", U"f", U"födda", U"födelsedatum", U"född:"});
  constexpr std::size_t farthest = 6;  ///< marks: "f. den 3"
  for (const Word& word : words_of(marks)) {
    if (!holds(born, word.letters)) continue;
    const auto after =
        std::ranges::find_if(marks, [&](const Mark& mark) { return mark.offset >= word.end; });
    for (auto mark = after; mark != marks.end() && mark < after + farthest; ++mark) {
      const auto at = static_cast<std::size_t>(mark - marks.begin());
      if (!is_digit(mark->code)) continue;
      if (const auto last = date_at(marks, at)) {
        found.push_back(between(number_rule, TextSeverity::warn, *mark, marks[*last]));
      }
      break;
    }
  }
}

}  // namespace kallad::mention
