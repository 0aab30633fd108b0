// Reading a verified identity number: YYYYMMDDNNNC or YYMMDDNNNC, a sign before the last four or
// none. Not the check of it: consent::classify_identity_number.
#include "engine/count/person_traits.hpp"

#include <algorithm>
#include <string>

namespace kallad::count {

namespace {

constexpr std::size_t with_century = 12;
constexpr int added_to_day_of_coordination_number = 60;

/// The digits of a number that may be counted by, and whether a + says more than a hundred years.
struct Digits {
  std::string text;
  bool old = false;
};

std::optional<Digits> digits_of(const Person& person) {
  const bool tells = person.protection == Protection::none &&
                     consent::classify_identity_number(person.identity_number) !=
                         consent::IdentityNumber::unverified;
  if (!tells) return std::nullopt;
  Digits digits{person.identity_number, false};
  digits.old = digits.text.find('+') != std::string::npos;
  std::erase_if(digits.text, [](char c) { return c < '0' || c > '9'; });
  return digits;
}

int number_in(const std::string& digits, std::size_t at, std::size_t length) {
  return std::stoi(digits.substr(at, length));
}

Date day_in(const std::string& digits, int year) {
  const std::size_t at = digits.size() - 8;
  const int day = number_in(digits, at + 2, 2);
  const bool coordination = day > added_to_day_of_coordination_number;
  return Date{
      std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(number_in(digits, at, 2))},
      std::chrono::day{
          static_cast<unsigned>(coordination ? day - added_to_day_of_coordination_number : day)}};
}

int whole_years(Date from, Date to) {
  const bool before_birthday = std::chrono::month_day{to.month(), to.day()} <
                               std::chrono::month_day{from.month(), from.day()};
  return static_cast<int>(to.year()) - static_cast<int>(from.year()) - (before_birthday ? 1 : 0);
}

}  // namespace

std::optional<Date> born_on(const Person& person, Date day) {
  const auto digits = digits_of(person);
  if (!digits) return std::nullopt;
  if (digits->text.size() == with_century) {
    const Date born = day_in(digits->text, number_in(digits->text, 0, 4));
    return born <= day ? std::optional{born} : std::nullopt;
  }
  constexpr int century = 100;
  int year = static_cast<int>(day.year()) / century * century + number_in(digits->text, 0, 2);
  while (day_in(digits->text, year) > day) year -= century;
  return day_in(digits->text, digits->old ? year - century : year);
}

AgeGroup age_group(const Person& person, Date day) {
  const auto born = born_on(person, day);
  if (!born) return AgeGroup::unknown;
  const int age = whole_years(*born, day);
  if (age <= 6) return AgeGroup::age_0_6;
  if (age <= 12) return AgeGroup::age_7_12;
  if (age <= 17) return AgeGroup::age_13_17;
  if (age <= 29) return AgeGroup::age_18_29;
  return age <= 64 ? AgeGroup::age_30_64 : AgeGroup::age_65_up;
}

Sex sex_of(const Person& person) {
  const auto digits = digits_of(person);
  if (!digits) return Sex::unknown;
  const int telling = digits->text[digits->text.size() - 2] - '0';
  return telling % 2 == 1 ? Sex::man : Sex::woman;
}

}  // namespace kallad::count
