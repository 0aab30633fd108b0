// Case files made by hand for the counts: a deficiency that came in, a case with one of it, and the
// register they stand in. Not a story: no command is decided here, since what is tested is the
// counting of what stands in a file. Rule kept: people are invented, and named so that a leak
// shows.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/report/year_tally.hpp"
#include "tests/support/north_west.hpp"

namespace kallad::report::test {

inline const std::string secret_name = "Anna Avslöjad";
inline const std::string secret_number = "19701063-2391";
inline const CaseId secret_case{"fall-med-nummer"};

inline const Register& the_register() {
  static const Register known = support::north_west();
  return known;
}

inline Instant noon(int year, unsigned month, unsigned day) {
  return support::at(support::day(year, month, day), std::chrono::hours{12});
}

/// A deficiency of `unit` against `party` that has left its unit, registered that day.
inline Deficiency received(const UnitId& party, Date day, std::vector<Cause> causes = {},
                           const UnitId& unit = support::adults) {
  Deficiency one;
  one.state = DeficiencyState::with_counterpart;
  one.unit = unit;
  one.party = party_of(party);
  one.kinds = {DeficiencyKind::absent};
  one.registered = {1, support::at(day, std::chrono::hours{12})};
  one.left_unit = one.registered;
  one.form.causes = std::move(causes);
  one.form.what_happened = secret_name + " kom inte.";
  one.form.registered_by = {"Stina Ställd", "socialsekreterare", "042-1"};
  one.against_outsider = party.empty() ? "Outsidern Övrig" : "";
  return one;
}

inline Deficiency decided(Deficiency one, DeficiencyOutcome outcome,
                          std::optional<NotDeficiencyReason> reason = std::nullopt) {
  one.state = DeficiencyState::closed;
  one.decision = outcome;
  one.reason = reason;
  return one;
}

/// A case of the council with these deficiencies.
inline CaseFile file_with(std::vector<Deficiency> deficiencies) {
  CaseFile file;
  file.running.id = secret_case;
  file.running.person = {secret_name, secret_number, Protection::none};
  file.running.council = support::council;
  file.running.agreement = support::agreement;
  file.running.coordinator = {support::adults, "Siv Samordnare"};
  file.running.opened = Cited{1, noon(2026, 1, 10)};
  file.deficiencies = std::move(deficiencies);
  return file;
}

inline YearGround ground_of(int year) {
  return {support::council, year, the_register(), support::sweden().zone()};
}

/// The number that stands there; -1 hidden, -2 not there.
inline std::int64_t shown(const YearlyReport& report, Section section, std::string_view row = {},
                          std::string_view column = {}) {
  const Count* count = find_count(report.cells, section, row, column);
  if (!count) return -2;
  return count->value ? std::int64_t{*count->value} : -1;
}

}  // namespace kallad::report::test
