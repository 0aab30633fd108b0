// How the person is found: a text is read once into words of folded letters (for names) and once
// along its letters and digits (for numbers); neither knows Swedish beyond the genitive and the
// months. Not a full Unicode case folding: Latin-1 and Latin Extended-A, which hold the names of
// our alphabets.
#include "engine/deficiency/running_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>

#include "engine/spine/code_points.hpp"

namespace kallad {

namespace {

using text::is_digit;
using text::is_letter;
using text::lower;
using text::Mark;
using text::read;

constexpr std::string_view name_rule = "person_name_in_text";
constexpr std::string_view number_rule = "identity_number_in_text";
constexpr std::string_view staff_rule = "staff_name_in_text";
constexpr std::size_t shortest_telling_part = 3;

/// Names that are also everyday words, months or particles: in lower case they are only warned
/// about.
constexpr auto everyday_words = std::to_array<std::u32string_view>({
    U"hans", U"han",   U"hon",  U"per",   U"jan",  U"maj",  U"dag",   U"sten", U"stig",  U"björn",
    U"bror", U"tom",   U"mark", U"sol",   U"ros",  U"lova", U"ben",   U"gran", U"ask",   U"alm",
    U"lind", U"björk", U"berg", U"ström", U"holm", U"dal",  U"vik",   U"sjö",  U"frisk", U"modig",
    U"rask", U"glad",  U"lång", U"stark", U"van",  U"von",  U"der",   U"den",  U"del",   U"los",
    U"kung", U"falk",  U"lund", U"hall",  U"mars", U"juni", U"april",
});

/// Initials that mean something else in these texts.
constexpr auto field_abbreviations = std::to_array<std::u32string_view>({
    U"sip", U"svu", U"lss", U"lpt", U"bup", U"hsl", U"sol", U"ivo", U"lvm", U"lvu", U"fk",
    U"af",  U"po",  U"vc",  U"kl",  U"nr",  U"ps",  U"tv",  U"it",  U"hr",  U"im",  U"bo",
});

constexpr auto months = std::to_array<std::u32string_view>(
    {U"januari", U"februari", U"mars", U"april", U"maj", U"juni", U"juli", U"augusti", U"september",
     U"oktober", U"november", U"december"});

/// A run of letters: folded, and as it was written.
struct Word {
  std::u32string letters;
  std::size_t offset = 0;
  std::size_t end = 0;
  bool all_lower = true;
  bool all_upper = true;
};

std::vector<Word> words_of(const std::vector<Mark>& marks) {
  std::vector<Word> words;
  bool inside = false;
  for (const auto& mark : marks) {
    if (!is_letter(mark.code)) {
      inside = false;
      continue;
    }
    if (!inside) words.push_back({{}, mark.offset, 0, true, true});
    inside = true;
    Word& word = words.back();
    const char32_t folded = lower(mark.code);
    (folded == mark.code ? word.all_upper : word.all_lower) = false;
    word.letters += folded;
    word.end = mark.offset + mark.length;
  }
  return words;
}

template <class List>
bool holds(const List& list, std::u32string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Which part of the name the word is, also in the genitive (Anna, Annas).
std::optional<std::size_t> part_of(const std::vector<Word>& name, const Word& word) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto& part = name[i].letters;
    if (word.letters == part || word.letters == part + U's') return i;
  }
  return std::nullopt;
}

bool is_close(std::string_view text, const Word& before, const Word& after) {
  const auto gap = text.substr(before.end, after.offset - before.end);
  return gap.size() <= 3 && gap.find_first_not_of(" \t\n\r,.-") == std::string_view::npos;
}

/// Words that follow one another and are all different parts of the name.
struct Run {
  std::size_t first = 0;
  std::size_t count = 0;
};

std::vector<Run> runs_of(std::string_view text, const std::vector<Word>& words,
                         const std::vector<Word>& name) {
  std::vector<Run> runs;
  std::vector<std::size_t> seen;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto part = part_of(name, words[i]);
    if (!part) continue;
    const bool follows = !runs.empty() && runs.back().first + runs.back().count == i &&
                         is_close(text, words[i - 1], words[i]) &&
                         std::find(seen.begin(), seen.end(), *part) == seen.end();
    if (!follows) {
      runs.push_back({i, 0});
      seen.clear();
    }
    runs.back().count += 1;
    seen.push_back(*part);
  }
  return runs;
}

TextFinding place(std::string_view rule, TextSeverity severity, const Word& first,
                  const Word& last) {
  return {rule, severity, first.offset, last.end - first.offset};
}

/// Whether a capital there is the sentence's and not the word's own.
bool begins_sentence(std::string_view text, const Word& word) {
  const auto before = text.substr(0, word.offset).find_last_not_of(" \t\r\"'(");
  return before == std::string_view::npos ||
         std::string_view{".!?:\n"}.find(text[before]) != std::string_view::npos;
}

/// How grave a word is that stands alone and is that part of the name; nothing where it tells
/// nobody. A part of two letters tells by its capital alone, unless any word there had one.
std::optional<TextSeverity> severity_of(std::string_view text, const Word& word,
                                        std::u32string_view part, bool is_whole_name) {
  if (part.size() < shortest_telling_part && !is_whole_name) {
    const bool is_telling = part.size() == 2 && !word.all_lower && !word.all_upper;
    if (!is_telling) return std::nullopt;
    return begins_sentence(text, word) ? TextSeverity::warn : TextSeverity::refuse;
  }
  const bool everyday = word.all_lower && holds(everyday_words, part);
  return everyday ? TextSeverity::warn : TextSeverity::refuse;
}

void find_name(std::vector<TextFinding>& found, std::string_view text,
               const std::vector<Word>& words, const std::vector<Word>& name) {
  for (const auto& run : runs_of(text, words, name)) {
    const Word& first = words[run.first];
    const auto& part = name[*part_of(name, first)].letters;
    const auto severity =
        run.count > 1 ? TextSeverity::refuse : severity_of(text, first, part, name.size() == 1);
    if (severity) {
      found.push_back(place(name_rule, *severity, first, words[run.first + run.count - 1]));
    }
  }
}

/// Capitals as one word (AB) or letter by letter (A.B., A B).
void find_initials(std::vector<TextFinding>& found, std::string_view text,
                   const std::vector<Word>& words, const std::u32string& initials) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].all_upper) continue;
    std::u32string read = words[i].letters;
    std::size_t last = i;
    while (read.size() < initials.size() && last + 1 < words.size() &&
           words[last].letters.size() == 1 && words[last + 1].letters.size() == 1 &&
           words[last + 1].all_upper && is_close(text, words[last], words[last + 1])) {
      read += words[++last].letters;
    }
    if (read != initials || (last == i && holds(field_abbreviations, read))) continue;
    found.push_back(place(name_rule, TextSeverity::warn, words[i], words[last]));
    i = last;
  }
}

std::vector<std::u32string> initials_of(const std::vector<Word>& name) {
  if (name.size() < 2) return {};
  std::u32string all;
  for (const auto& part : name) all += part.letters.front();
  const std::u32string ends{all.front(), all.back()};
  return all == ends ? std::vector{all} : std::vector{all, ends};
}

bool is_joint(char32_t c) {
  return c == U' ' || c == U'-' || c == U'+' || c == U'.' || c == U'/' || c == U':' || c == 0xA0 ||
         c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212 ||
         c == 0x202F || c == U'\t' || c == U'\n';
}

constexpr std::size_t widest_joint = 3;

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
    const Mark& last = marks[*end - 1];
    const std::size_t begin = marks[first].offset;
    found.push_back({number_rule, severity, begin, last.offset + last.length - begin});
    first = *end - 1;
  }
}

std::u32string letters_and_digits(std::string_view number) {
  std::u32string kept;
  for (const auto& mark : read(number)) {
    if (is_digit(mark.code) || is_letter(mark.code)) kept += lower(mark.code);
  }
  return kept;
}

constexpr std::size_t digits_without_century = 10;
constexpr std::size_t digits_with_century = 12;
constexpr std::size_t shortest_reserve_number = 6;

/// A birth date as people write it. `year` has two or four digits.
std::vector<std::u32string> date_spellings(std::u32string_view year, std::u32string_view month,
                                           std::u32string_view day) {
  std::vector<std::u32string> all{std::u32string{year} + std::u32string{month} +
                                  std::u32string{day}};
  if (year.size() != 4) return all;
  const std::u32string bare_day{day.substr(day.front() == U'0' ? 1 : 0)};
  const std::u32string bare_month{month.substr(month.front() == U'0' ? 1 : 0)};
  const auto number = static_cast<std::size_t>((month[0] - U'0') * 10 + (month[1] - U'0'));
  const std::u32string y{year};
  all.push_back(std::u32string{day} + std::u32string{month} + y);
  all.push_back(bare_day + bare_month + y);
  if (number >= 1 && number <= months.size()) {
    const std::u32string name{months[number - 1]};
    all.push_back(bare_day + name + y);
    if (name.size() > 4) all.push_back(bare_day + name.substr(0, 3) + y);
  }
  return all;
}

void find_birth_date(std::vector<TextFinding>& found, const std::vector<Mark>& marks,
                     const std::u32string& ten, const std::u32string& century) {
  if (!std::all_of(ten.begin(), ten.begin() + 6, is_digit)) return;
  const std::u32string year = ten.substr(0, 2);
  const std::u32string month = ten.substr(2, 2);
  std::u32string day = ten.substr(4, 2);
  if (day.front() >= U'6') day.front() -= 6;  // a coordination number's day is 60 too high
  std::vector<std::u32string> centuries{century};
  if (century.empty()) centuries = {U"19", U"20"};
  for (const auto& written : centuries) {
    for (const auto& spelling : date_spellings(written + year, month, day)) {
      find_spelling(found, marks, spelling, TextSeverity::warn);
    }
  }
  find_spelling(found, marks, year + month + day, TextSeverity::warn);
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
  find_birth_date(found, marks, wanted, century);
}

/// Initials close to the birth date are as good as a name: both are refused.
void raise_together(std::vector<TextFinding>& initials, std::vector<TextFinding>& dates) {
  constexpr std::size_t close = 40;  // bytes between them
  for (TextFinding& one : initials) {
    for (TextFinding& date : dates) {
      const auto& [first, second] =
          one.offset < date.offset ? std::tie(one, date) : std::tie(date, one);
      if (second.offset <= first.offset + first.length + close) {
        one.severity = date.severity = TextSeverity::refuse;
      }
    }
  }
}

/// In the order of the text; of places that overlap the one that refuses stays, then the longest.
std::vector<TextFinding> in_order(std::vector<TextFinding> found) {
  std::stable_sort(found.begin(), found.end(), [](const TextFinding& a, const TextFinding& b) {
    return a.severity != b.severity ? a.severity < b.severity : a.length > b.length;
  });
  std::vector<TextFinding> kept;
  for (const auto& one : found) {
    const bool hidden = std::any_of(kept.begin(), kept.end(), [&](const TextFinding& other) {
      return one.offset < other.offset + other.length && other.offset < one.offset + one.length;
    });
    if (!hidden) kept.push_back(one);
  }
  std::sort(kept.begin(), kept.end(),
            [](const TextFinding& a, const TextFinding& b) { return a.offset < b.offset; });
  return kept;
}

}  // namespace

std::vector<TextFinding> find_identity(std::string_view text, const Person& person) {
  const auto marks = read(text);
  const auto words = words_of(marks);
  const auto name = words_of(read(person.name));
  std::vector<TextFinding> found;
  find_number(found, marks, person.identity_number);
  std::vector<TextFinding> initials;
  for (const auto& letters : initials_of(name)) find_initials(initials, text, words, letters);
  raise_together(initials, found);
  found.insert(found.end(), initials.begin(), initials.end());
  find_name(found, text, words, name);
  return in_order(std::move(found));
}

std::vector<TextFinding> find_staff(std::string_view text, std::string_view full_name) {
  const auto words = words_of(read(text));
  std::vector<TextFinding> found;
  for (const auto& run : runs_of(text, words, words_of(read(full_name)))) {
    if (run.count < 2) continue;
    found.push_back(
        place(staff_rule, TextSeverity::warn, words[run.first], words[run.first + run.count - 1]));
  }
  return found;
}

}  // namespace kallad
