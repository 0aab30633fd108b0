// The check of an identity number: form, a possible day, and Luhn.
// Not a gate: a failed check warns and never stops a SIP (domain 6).
#include "engine/consent/person.hpp"

#include <string>

namespace kallad::consent {

namespace {

constexpr int added_to_day_of_coordination_number = 60;

/// The last ten digits, or empty where the text has not the form of an identity number.
std::string ten_digits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (c != '-' && c != '+')
      return {};
  }
  if (digits.size() == 12) digits.erase(0, 2);
  return digits.size() == 10 ? digits : std::string{};
}

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int weighted = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += weighted / 10 + weighted % 10;
  }
  return sum % 10 == 0;
}

int two_digits(std::string_view digits, std::size_t at) {
  return (digits[at] - '0') * 10 + (digits[at + 1] - '0');
}

}  // namespace

IdentityNumber classify_identity_number(std::string_view text) {
  const std::string digits = ten_digits(text);
  if (digits.empty() || !passes_luhn(digits)) return IdentityNumber::unverified;
  const int month = two_digits(digits, 2);
  const int day = two_digits(digits, 4);
  const bool is_coordination = day > added_to_day_of_coordination_number;
  const int real_day = is_coordination ? day - added_to_day_of_coordination_number : day;
  if (month < 1 || month > 12 || real_day < 1 || real_day > 31) return IdentityNumber::unverified;
  return is_coordination ? IdentityNumber::coordination : IdentityNumber::personal;
}

}  // namespace kallad::consent
