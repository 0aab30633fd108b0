// The person's own number: its digits are known, so that any sign may stand between them.
// Not numbers of others: any_number.cpp.
#include "engine/mention/numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "engine/mention/smooth.hpp"
#include "engine/mention/words.hpp"

namespace kallad::mention {

namespace {

using text::is_digit;
using text::is_letter;
using text::lower;
using text::Mark;

constexpr std::size_t widest_joint = 3;
constexpr std::size_t digits_without_century = 10;
constexpr std::size_t digits_with_century = 12;
constexpr std::size_t shortest_reserve_number = 6;
constexpr std::size_t farthest_tail = 60;  ///< bytes between a birth date and the last four

/// The index after `wanted` read from `at` on, with joints of at most three signs between.
std::optional<std::size_t> read_on(const std::vector<Mark>& marks, std::size_t at,
                                   std::u32string_view wanted) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const std::size_t limit = at + (i == 0 ? 0 : widest_joint);
    while (at < marks.size() && at < limit && is_joint(marks[at].code)) ++at;
    if (at >= marks.size() || lower(marks[at].code) != wanted[i]) return std::nullopt;
    ++at;
  }
  return at;
}

bool is_bounded(const std::vector<Mark>& marks, std::size_t first, std::size_t end) {
  const auto sticks = [](char32_t c) { return is_digit(c) || is_letter(c); };
  const bool before = first > 0 && sticks(marks[first - 1].code);
  return !before && (end == marks.size() || !sticks(marks[end].code));
}

void find_spelling(std::vector<TextFinding>& found, const std::vector<Mark>& marks,
                   std::u32string_view wanted, TextSeverity severity) {
  for (std::size_t first = 0; first < marks.size(); ++first) {
    const auto end = read_on(marks, first, wanted);
    if (!end || !is_bounded(marks, first, *end)) continue;
    found.push_back(between(number_rule, severity, marks[first], marks[*end - 1]));
    first = *end - 1;
  }
}

std::u32string letters_and_digits(std::string_view number) {
  std::u32string kept;
  const Smooth smooth{number};
  for (const auto& mark : text::read(smooth.text())) {
    if (is_digit(mark.code) || is_letter(mark.code)) kept += lower(mark.code);
  }
  return kept;
}

std::u32string without_zero(std::u32string_view two) {
  return std::u32string{two.substr(two.front() == U'0' ? 1 : 0)};
}

/// 12 december 1912, 12 dec 1912, 12:e december 1912.
void add_worded(std::vector<std::u32string>& all, std::u32string_view year,
                std::u32string_view month, std::u32string_view day) {
  const auto number = static_cast<std::size_t>((month[0] - U'0') * 10 + (month[1] - U'0'));
  if (number < 1 || number > months.size()) return;
  const std::u32string name{months[number - 1]};
  const std::u32string y{year};
  for (const std::u32string& before :
       {without_zero(day), without_zero(day) + U"e", without_zero(day) + U"a"}) {
    all.push_back(before + name + y);
    if (name.size() > 4) all.push_back(before + name.substr(0, 3) + y);
  }
}

/// A birth date as people write it. `year` has two or four digits.
std::vector<std::u32string> date_spellings(std::u32string_view year, std::u32string_view month,
                                           std::u32string_view day) {
  const std::u32string y{year};
  const std::u32string m{month};
  const std::u32string d{day};
  std::vector<std::u32string> all{y + m + d};
  add_worded(all, year, month, day);
  if (year.size() != 4) return all;
  all.push_back(d + m + y);
  all.push_back(without_zero(day) + without_zero(month) + y);
  return all;
}

void find_birth_date(std::vector<TextFinding>& found, const std::vector<Mark>& marks,
                     const std::u32string& ten, const std::u32string& century) {
  if (!std::all_of(ten.begin(), ten.begin() + 6, is_digit)) return;
  const std::u32string year = ten.substr(0, 2);
  const std::u32string month = ten.substr(2, 2);
  std::u32string day = ten.substr(4, 2);
  if (day.front() >= U'6') day.front() -= 6;  // a coordination number's day is 60 too high
  std::vector<std::u32string> years{year, century + year};
  if (century.empty()) years = {year, U"19" + year, U"20" + year};
  for (const auto& written : years) {
    for (const auto& spelling : date_spellings(written, month, day)) {
      find_spelling(found, marks, spelling, TextSeverity::warn);
    }
  }
}

/// A birth date and the last four digits near one another are the number, whatever stands between.
void join_tails(std::vector<TextFinding>& found, const std::vector<Mark>& marks,
                std::u32string_view last_four, std::size_t dates_from) {
  std::vector<TextFinding> tails;
  if (dates_from < found.size()) find_spelling(tails, marks, last_four, TextSeverity::refuse);
  for (std::size_t i = dates_from; i < found.size(); ++i) {
    TextFinding& date = found[i];
    for (const TextFinding& tail : tails) {
      const TextFinding& one = date.offset < tail.offset ? date : tail;
      const TextFinding& other = date.offset < tail.offset ? tail : date;
      const std::size_t end = one.offset + one.length;
      if (other.offset < end || other.offset > end + farthest_tail) continue;
      date = {number_rule, TextSeverity::refuse, one.offset,
              other.offset + other.length - one.offset};
      break;
    }
  }
}

}  // namespace

TextFinding between(std::string_view rule, TextSeverity severity, const Mark& first,
                    const Mark& last) {
  return {rule, severity, first.offset, last.offset + last.length - first.offset};
}

bool is_joint(char32_t c) {
  constexpr std::u32string_view joints =
      U" -+./:,()_\t\n\r\u00A0\u2010\u2011\u2012\u2013\u2014"
      U"\u2212\u202F\u2009";
  return joints.find(c) != std::u32string_view::npos;
}

void find_number(std::vector<TextFinding>& found, const std::vector<Mark>& marks,
                 std::string_view identity_number) {
  const auto is_of_digit = [](const Mark& mark) { return is_digit(mark.code); };
  std::u32string wanted = letters_and_digits(identity_number);
  if (wanted.size() < shortest_reserve_number) return;
  // Each spelling has the number's digits: where a text has none, a million numbers are soon told.
  const bool has_digit = std::any_of(wanted.begin(), wanted.end(), is_digit);
  if (has_digit && std::none_of(marks.begin(), marks.end(), is_of_digit)) return;
  std::u32string century;
  if (wanted.size() == digits_with_century) {
    century = wanted.substr(0, 2);
    wanted.erase(0, 2);
  }
  if (wanted.size() != digits_without_century) {
    find_spelling(found, marks, wanted, TextSeverity::refuse);
    return;
  }
  for (const auto* prefix : {U"18", U"19", U"20"}) {
    find_spelling(found, marks, prefix + wanted, TextSeverity::refuse);
  }
  if (!century.empty()) find_spelling(found, marks, century + wanted, TextSeverity::refuse);
  find_spelling(found, marks, wanted, TextSeverity::refuse);
  const std::size_t dates_from = found.size();
  find_birth_date(found, marks, wanted, century);
  join_tails(found, marks, wanted.substr(6), dates_from);
}

}  // namespace kallad::mention
