// From claims to a person: every fault is told at once, so that whoever sets up the service sees
// them all. Not a guess: an HSA-id that is not in the register gives no unit.
#include "adapters/sign_in/federated/claims.hpp"

#include <algorithm>

#include "adapters/sign_in/federated/shown_name.hpp"
#include "adapters/sign_in/positions.hpp"

namespace kallad {

namespace {

constexpr std::size_t longest_subject = 255;

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

const std::vector<std::string>& values_of(const ClaimValues& claims, const std::string& name) {
  static const std::vector<std::string> none;
  const auto found = claims.find(name);
  return found == claims.end() ? none : found->second;
}

bool is_subject(std::string_view text) {
  const auto printable = [](char c) {
    return static_cast<unsigned char>(c) >= ' ' && static_cast<unsigned char>(c) != 0x7F;
  };
  return !trimmed(text).empty() && text.size() <= longest_subject &&
         std::ranges::all_of(text, printable);
}

std::string name_in(const ClaimValues& claims, const std::string& claim) {
  const auto& names = values_of(claims, claim);
  return names.empty() ? std::string{} : fit_to_show(names.front());
}

/// The one unit; refusals where there is none or more than one.
UnitId unit_in(const ClaimSettings& settings, const ClaimValues& claims, Refusals& why) {
  std::vector<std::string> given;
  for (const std::string& value : values_of(claims, settings.names.unit)) {
    std::string hsa_id{trimmed(value)};
    const bool is_new = std::ranges::find(given, hsa_id) == given.end();
    if (!hsa_id.empty() && is_new) given.push_back(std::move(hsa_id));
  }
  if (given.size() > 1) {
    why.push_back({"sign_in_unit_several", {}});
    return {};
  }
  if (given.empty()) {
    why.push_back({"sign_in_unit_missing", {}});
    return {};
  }
  const auto unit = settings.unit_of_hsa_id(given.front());
  if (unit) return *unit;
  why.push_back({"sign_in_unit_unknown", {{"hsa_id", fit_to_show(given.front())}}});
  return {};
}

bool has_position(const ClaimSettings& settings, const std::vector<std::string>& given,
                  std::string_view position) {
  return std::ranges::any_of(settings.positions, [&](const auto& row) {
    return row.second == position &&
           (row.first == "*" || std::ranges::any_of(given, [&](const std::string& value) {
              return trimmed(value) == row.first;
            }));
  });
}

}  // namespace

OrRefusals<PositionTable> position_table_in(std::string_view text) {
  PositionTable table;
  Refusals why;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    const std::string_view entry = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (entry.empty()) continue;
    const auto equals = entry.rfind('=');
    if (equals == std::string_view::npos || trimmed(entry.substr(0, equals)).empty()) {
      why.push_back({"position_table_form", {}});
      continue;
    }
    const std::string position{trimmed(entry.substr(equals + 1))};
    if (!is_position(position)) why.push_back({"unknown_position", {{"value", position}}});
    table.emplace_back(trimmed(entry.substr(0, equals)), position);
  }
  if (!why.empty()) return why;
  return table;
}

OrRefusals<FederatedPerson> person_of(const ClaimSettings& settings, std::string issuer,
                                      std::string subject, const ClaimValues& claims) {
  Refusals why;
  FederatedPerson person{std::move(issuer), std::move(subject), {}, {}, {}};
  if (!is_subject(person.subject)) why.push_back({"sign_in_not_trusted", {{"check", "subject"}}});
  person.shown_name = name_in(claims, settings.names.name);
  if (person.shown_name.empty()) why.push_back({"sign_in_name_missing", {}});
  person.unit = unit_in(settings, claims, why);
  const auto& given = values_of(claims, settings.names.positions);
  for (const std::string_view position : known_positions) {
    if (has_position(settings, given, position)) person.positions.emplace_back(position);
  }
  if (person.positions.empty()) why.push_back({"sign_in_no_position", {}});
  if (!why.empty()) return why;
  return person;
}

}  // namespace kallad
