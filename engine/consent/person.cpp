// The check of an identity number: form, a possible day, and Luhn.
// Not a gate: a failed check warns and never stops a SIP (domain 6).
#include "engine/consent/person.hpp"

#include <chrono>
#include <string>

namespace kallad::consent {

namespace {

constexpr unsigned added_to_day_of_coordination_number = 60;

/// The ten or twelve digits, or empty where the text has not the form of an identity number. A sign
/// stands before the last four digits or nowhere.
std::string digits_of(std::string_view text) {
  std::string digits{text};
  constexpr std::size_t last_digits = 4;
  const auto sign = digits.size() > last_digits ? digits.size() - last_digits - 1 : 0;
  if (sign > 0 && (digits[sign] == '-' || digits[sign] == '+')) digits.erase(sign, 1);
  const bool has_form = digits.size() == 10 || digits.size() == 12;
  const bool are_digits = digits.find_first_not_of("0123456789") == std::string::npos;
  return has_form && are_digits ? digits : std::string{};
}

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int weighted = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += weighted / 10 + weighted % 10;
  }
  return sum % 10 == 0;
}

unsigned number_in(std::string_view digits, std::size_t at, std::size_t length) {
  unsigned number = 0;
  for (const char c : digits.substr(at, length))
    number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

/// Whether there is such a day. Without a century the year is taken as one of this one: only a leap
/// day depends on it, and of the two that are meant at most 1900 differs.
bool is_day(std::string_view digits, unsigned day) {
  const std::size_t month_at = digits.size() - 8;
  const unsigned year =
      digits.size() == 12 ? number_in(digits, 0, 4) : 2000 + number_in(digits, 0, 2);
  return std::chrono::year_month_day{std::chrono::year{static_cast<int>(year)},
                                     std::chrono::month{number_in(digits, month_at, 2)},
                                     std::chrono::day{day}}
      .ok();
}

}  // namespace

IdentityNumber classify_identity_number(std::string_view text) {
  const std::string digits = digits_of(text);
  if (digits.empty()) return IdentityNumber::unverified;
  const std::string_view last_ten = std::string_view{digits}.substr(digits.size() - 10);
  const unsigned day = number_in(last_ten, 4, 2);
  const bool is_coordination = day > added_to_day_of_coordination_number;
  const unsigned real_day = is_coordination ? day - added_to_day_of_coordination_number : day;
  if (!passes_luhn(last_ten) || !is_day(digits, real_day)) return IdentityNumber::unverified;
  return is_coordination ? IdentityNumber::coordination : IdentityNumber::personal;
}

std::vector<std::string> warnings_about(const Person& person) {
  const auto number = classify_identity_number(person.identity_number);
  const bool is_doubtful = number == IdentityNumber::unverified;
  if (person.identity_number.empty() || !is_doubtful) return {};
  return {"identity_number_unverified"};
}

}  // namespace kallad::consent
