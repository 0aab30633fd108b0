// Telephones and mail addresses, along the bytes of a text.
// Not places: contacts.cpp.
#include <algorithm>
#include <string>

#include "engine/mention/contacts.hpp"

namespace kallad::mention {

namespace {

bool is_numeral(char c) { return c >= '0' && c <= '9'; }

struct Dialled {
  std::string digits;
  bool has_joint = false;
  std::size_t end = 0;  ///< after its last digit
};

/// Digits from `at` on with at most two signs between.
Dialled dialled_at(std::string_view text, std::size_t at) {
  constexpr std::size_t widest = 2;
  constexpr std::string_view signs = " -/()\u00A0\u2013\u2011";
  Dialled read;
  if (text[at] == '+') read.digits = text[at++];
  std::size_t gap = 0;
  for (; at < text.size(); ++at) {
    if (is_numeral(text[at])) {
      read.has_joint = read.has_joint || (gap > 0 && read.digits.size() > 1);
      read.digits += text[at];
      read.end = at + 1;
      gap = 0;
      continue;
    }
    const bool starts_sign = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    gap += starts_sign ? 1 : 0;
    if (gap > widest || signs.find(text[at]) == std::string_view::npos) break;
  }
  return read;
}

/// As it is dialled inside the country; empty where it is no Swedish number.
std::string national(std::string digits) {
  for (const std::string_view prefix : {"+460", "+46", "00460", "0046"}) {
    if (digits.starts_with(prefix)) return "0" + digits.substr(prefix.size());
  }
  return digits.starts_with("0") ? digits : std::string{};
}

bool begins_telephone(std::string_view text, std::size_t at) {
  if (text[at] != '+' && text[at] != '0') return false;
  if (at == 0) return true;
  const char before = text[at - 1];
  const bool sticks = is_numeral(before) || (before >= 'a' && before <= 'z') ||
                      (before >= 'A' && before <= 'Z') ||
                      static_cast<unsigned char>(before) >= 0x80;
  const bool goes_on = at > 1 && (before == '-' || before == '/') && is_numeral(text[at - 2]);
  return !sticks && !goes_on;
}

bool is_of_mail(char c) {
  return is_numeral(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
         c == '_' || c == '-' || c == '+' || c == '%' || static_cast<unsigned char>(c) >= 0x80;
}

std::string small(std::string_view text) {
  std::string all{text};
  std::ranges::transform(all, all.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return all;
}

std::string_view domain_of(std::string_view address) {
  const auto at = address.find('@');
  return at == std::string_view::npos ? std::string_view{} : address.substr(at + 1);
}

/// How grave an address is beside those of the units; nothing where it is one of them.
bool is_told(std::string_view address, const std::vector<std::string_view>& units,
             TextSeverity& severity) {
  const std::string written = small(address);
  severity = TextSeverity::refuse;
  for (const std::string_view unit : units) {
    const std::string known = small(unit);
    if (known == written) return false;
    const bool is_same = !domain_of(known).empty() && domain_of(known) == domain_of(written);
    if (is_same) severity = TextSeverity::warn;
  }
  return true;
}

}  // namespace

void find_telephones(std::vector<TextFinding>& found, std::string_view text) {
  constexpr std::string_view of_mobiles = "02369";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_telephone(text, at)) continue;
    const Dialled read = dialled_at(text, at);
    const std::string number = national(read.digits);
    const bool is_whole = read.end == text.size() || !is_of_mail(text[read.end]) ||
                          text[read.end] == '.' || text[read.end] == '-';
    const bool is_mobile = number.size() == 10 && number[1] == '7' &&
                           of_mobiles.find(number[2]) != std::string_view::npos;
    const bool is_line = number.size() >= 8 && number.size() <= 10 && number[1] != '0' &&
                         (read.has_joint || read.digits.starts_with("+"));
    if (!is_whole || (!is_mobile && !is_line)) continue;
    const auto severity = is_mobile ? TextSeverity::refuse : TextSeverity::warn;
    found.push_back({contact_rule, severity, at, read.end - at});
    at = read.end - 1;
  }
}

void find_mail(std::vector<TextFinding>& found, std::string_view text,
               const std::vector<std::string_view>& unit_mailboxes) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_of_mail(text[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < text.size() && is_of_mail(text[end])) ++end;
    while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    const std::string_view address = text.substr(begin, end - begin);
    const bool is_one = begin < at && domain_of(address).find('.') != std::string_view::npos;
    TextSeverity severity = TextSeverity::refuse;
    if (is_one && is_told(address, unit_mailboxes, severity)) {
      found.push_back({contact_rule, severity, begin, end - begin});
    }
  }
}

}  // namespace kallad::mention
