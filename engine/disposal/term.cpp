// The day of birth is read off the number's digits alone: whether the number checks out, and
// whether the person is protected, is no reason to destroy what research keeps.
#include "engine/disposal/term.hpp"

#include <algorithm>
#include <string>

#include "engine/deadline/deadlines.hpp"

namespace kallad::disposal {

namespace {

constexpr int added_to_day_of_coordination_number = 60;
constexpr std::size_t shortest_number = 10;

Date years_later(Date day, int years) {
  constexpr int months_of_year = 12;
  return add_months_clamped(day, months_of_year * years);
}

Date day_after(Date day) { return Date{std::chrono::sys_days{day} + std::chrono::days{1}}; }

/// The day of the month on which the person was born, as the number has it.
std::optional<int> birth_day(const Person& person) {
  std::string digits = person.identity_number;
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  if (digits.size() < shortest_number) return std::nullopt;
  const int day = std::stoi(digits.substr(digits.size() - 6, 2));
  const bool coordination = day > added_to_day_of_coordination_number;
  return coordination ? day - added_to_day_of_coordination_number : day;
}

InSample in_sample(ResearchSample sample, const Person& person) {
  if (sample == ResearchSample::none) return InSample::no;
  if (sample == ResearchSample::all) return InSample::yes;
  const auto day = birth_day(person);
  if (!day) return InSample::unknown;
  return *day == 5 || *day == 15 || *day == 25 ? InSample::yes : InSample::no;
}

}  // namespace

int years_of(RetentionLaw law) { return law == RetentionLaw::social_services ? 5 : 10; }

Date first_day(RetentionLaw law, Date last_entry) {
  return day_after(years_later(last_entry, years_of(law)));
}

Term term_of(const Register& known, const PrincipalId& principal, const Person& person,
             Date last_entry) {
  const Retention kept = retention_of(known, principal);
  Term term{kept.law, last_entry, first_day(kept.law, last_entry), std::nullopt,
            in_sample(kept.research, person)};
  if (kept.law == RetentionLaw::social_services) {
    const Date passed = years_later(last_entry, years_of(kept.law));
    term.by =
        Date{passed.year() + std::chrono::years{1}, std::chrono::December, std::chrono::day{31}};
  }
  return term;
}

}  // namespace kallad::disposal
