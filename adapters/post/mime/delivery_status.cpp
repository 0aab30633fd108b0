// Groups of fields with blank lines between; the first group is about the letter, each other about
// a recipient (RFC 3464 2.1). Not strict: reports are written by programs of all ages.
#include "adapters/post/mime/delivery_status.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "adapters/post/mime/words.hpp"

namespace kallad::post {

namespace {

constexpr std::size_t kMostRecipients = 100;
constexpr std::size_t kLongestDiagnostic = 500;

using Fields = std::map<std::string, std::string>;  // names in lower case; the first of a name

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// Reads lines until a blank one and takes them off the text.
Fields take_group(std::string_view& text) {
  Fields fields;
  std::string* last = nullptr;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (trimmed(line).empty()) break;
    const auto colon = line.find(':');
    if (line.front() == ' ' || line.front() == '\t') {
      if (last != nullptr) *last += " " + std::string{trimmed(line)};
    } else if (colon != std::string_view::npos) {
      const auto [at, is_new] = fields.try_emplace(lower_ascii(trimmed(line.substr(0, colon))),
                                                   trimmed(line.substr(colon + 1)));
      last = is_new ? &at->second : nullptr;
    }
  }
  return fields;
}

std::string value(const Fields& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string{} : found->second;
}

/// "rfc822; Asa@Example" gives "asa@example".
std::string address_in(const std::string& typed) {
  const auto mark = typed.find(';');
  std::string_view address = typed;
  if (mark != std::string::npos) address.remove_prefix(mark + 1);
  address = trimmed(address);
  if (address.starts_with('<') && address.ends_with('>'))
    address = address.substr(1, address.size() - 2);
  return lower_ascii(address);
}

DeliveryAction action_in(const std::string& text) {
  const auto word = lower_ascii(text).substr(0, text.find_first_of(" \t(;"));
  if (word == "failed") return DeliveryAction::failed;
  if (word == "delayed") return DeliveryAction::delayed;
  if (word == "delivered") return DeliveryAction::delivered;
  if (word == "relayed") return DeliveryAction::relayed;
  if (word == "expanded") return DeliveryAction::expanded;
  return DeliveryAction::unknown;
}

/// A status of the fifth class is for good (RFC 3463), also where a program forgets the action.
DeliveryAction action_of(const Fields& group) {
  const bool for_good = value(group, "status").starts_with("5.");
  if (!group.contains("action") && for_good) return DeliveryAction::failed;
  return action_in(value(group, "action"));
}

}  // namespace

std::string_view status_at(std::string_view text) {
  const auto digits = [&](std::size_t from) {
    std::size_t count = 0;
    while (from + count < text.size() && count < 3 && text[from + count] >= '0' &&
           text[from + count] <= '9')
      ++count;
    return count;
  };
  if (text.size() < 5 || (text[0] != '2' && text[0] != '4' && text[0] != '5') || text[1] != '.')
    return {};
  const std::size_t subject = digits(2);
  if (subject == 0 || 2 + subject >= text.size() || text[2 + subject] != '.') return {};
  const std::size_t detail = digits(3 + subject);
  return detail == 0 ? std::string_view{} : text.substr(0, 3 + subject + detail);
}

bool is_bad_address(std::string_view status) {
  constexpr auto codes = std::to_array<std::string_view>(
      {"5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.0", "5.2.1"});
  return std::find(codes.begin(), codes.end(), status) != codes.end();
}

DeliveryReport read_delivery_status(std::string_view text) {
  DeliveryReport report;
  bool about_letter = true;
  while (!text.empty()) {
    const Fields group = take_group(text);
    if (group.empty()) continue;
    if (about_letter) {
      report.envelope_id = value(group, "original-envelope-id");
      about_letter = false;
      // A program that forgets the blank line writes both in one group.
      if (!group.contains("action")) continue;
    }
    if (report.recipients.size() == kMostRecipients) break;
    if (!group.contains("final-recipient") && !group.contains("action")) continue;
    const std::string status = value(group, "status");
    report.recipients.push_back({action_of(group), std::string{status_at(status)},
                                 address_in(value(group, "final-recipient")),
                                 address_in(value(group, "original-recipient")),
                                 cut_to(value(group, "diagnostic-code"), kLongestDiagnostic)});
  }
  return report;
}

}  // namespace kallad::post
