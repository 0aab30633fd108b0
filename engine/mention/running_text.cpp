// The searches put together: what is as good as a name, and which of two places stays.
// Not the searches themselves: names.hpp, numbers.hpp, contacts.hpp.
#include "engine/mention/running_text.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "engine/mention/contacts.hpp"
#include "engine/mention/names.hpp"
#include "engine/mention/numbers.hpp"
#include "engine/mention/smooth.hpp"

namespace kallad {

namespace {

using mention::name_of;
using mention::name_rule;
using mention::relative_rule;
using mention::Word;
using text::Mark;

constexpr std::string_view staff_rule = "staff_name_in_text";

/// Initials close to a birth date are as good as a name: both are refused.
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

void add(std::vector<TextFinding>& found, const std::vector<TextFinding>& more) {
  found.insert(found.end(), more.begin(), more.end());
}

void find_person(std::vector<TextFinding>& found, std::string_view text,
                 const std::vector<Mark>& marks, const std::vector<Word>& words,
                 const Person& person) {
  const auto name = name_of(person.name);
  std::vector<TextFinding> numbers;
  std::vector<TextFinding> initials;
  mention::find_number(numbers, marks, person.identity_number);
  mention::find_initials(initials, text, words, name, name_rule);
  raise_together(initials, numbers);
  add(found, numbers);
  add(found, initials);
  mention::find_name(found, text, words, name, name_rule);
}

/// A birth date of anybody is warned about, and with initials beside it refused.
void find_born(std::vector<TextFinding>& found, std::string_view text,
               const std::vector<Mark>& marks, const std::vector<Word>& words) {
  std::vector<TextFinding> dates;
  std::vector<TextFinding> initials;
  mention::find_any_birth_date(dates, marks);
  if (dates.empty()) return;
  mention::find_any_initials(initials, text, words, relative_rule);
  raise_together(initials, dates);
  std::erase_if(initials, [](const auto& one) { return one.severity == TextSeverity::warn; });
  add(found, dates);
  add(found, initials);
}

/// What leads to anybody, in a smooth text.
std::vector<TextFinding> anybody_in(std::string_view text,
                                    const std::vector<std::string_view>& unit_mailboxes) {
  const auto marks = text::read(text);
  const auto words = mention::words_of(marks);
  std::vector<TextFinding> found;
  mention::find_any_number(found, text, marks);
  find_born(found, text, marks, words);
  mention::find_contacts(found, text, words);
  mention::find_mail(found, text, unit_mailboxes);
  return found;
}

/// The person and those beside, in a smooth text.
std::vector<TextFinding> known_in(std::string_view text, const Person& person,
                                  const std::vector<std::string_view>& beside) {
  const auto marks = text::read(text);
  const auto words = mention::words_of(marks);
  std::vector<TextFinding> found;
  find_person(found, text, marks, words, person);
  for (const std::string_view name : beside) {
    mention::find_name(found, text, words, name_of(name), relative_rule);
  }
  return found;
}

}  // namespace

std::vector<TextFinding> find_identity(std::string_view text, const Person& person) {
  return find_known(text, {person, {}, {}});
}

std::vector<TextFinding> find_known(std::string_view text, const PeopleOfCase& people) {
  const mention::Smooth smooth{text};
  return smooth.as_written(in_order(known_in(smooth.text(), people.person, people.beside)));
}

std::vector<TextFinding> find_anybody(std::string_view text,
                                      const std::vector<std::string_view>& unit_mailboxes) {
  const mention::Smooth smooth{text};
  return smooth.as_written(in_order(anybody_in(smooth.text(), unit_mailboxes)));
}

std::vector<TextFinding> find_people(std::string_view text, const PeopleOfCase& people) {
  const mention::Smooth smooth{text};
  std::vector<TextFinding> found = known_in(smooth.text(), people.person, people.beside);
  add(found, anybody_in(smooth.text(), people.unit_mailboxes));
  return smooth.as_written(in_order(std::move(found)));
}

std::vector<TextFinding> find_staff(std::string_view text, std::string_view full_name) {
  const mention::Smooth smooth{text};
  const auto words = mention::words_of(text::read(smooth.text()));
  std::vector<TextFinding> found;
  for (const auto& run : mention::runs_of(smooth.text(), words, name_of(full_name))) {
    if (run.count < 2) continue;
    found.push_back(mention::place(staff_rule, TextSeverity::warn, words[run.first],
                                   words[run.first + run.count - 1]));
  }
  return smooth.as_written(std::move(found));
}

}  // namespace kallad
