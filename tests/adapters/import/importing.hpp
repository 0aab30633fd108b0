// What the tests of plans share: tables written in place, a ledger they are taken into, and a row's
// fate as one line. Not the desk: commands go straight to the engine's rules.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/import/plan.hpp"

namespace kallad::importing {

/// A table as a file "t1.csv", "t2.csv" … would hold it. It has no fault.
inline std::vector<TableFile> files(std::initializer_list<std::string_view> texts) {
  std::vector<TableFile> all;
  for (const std::string_view text : texts) {
    const std::string name = "t" + std::to_string(all.size() + 1) + ".csv";
    TableRead read = read_table(name, std::string{text}, Encoding::utf8);
    for (const Fault& fault : read.faults) ADD_FAILURE() << fault.why.rule << " in " << text;
    all.push_back(std::move(read.file));
  }
  return all;
}

/// Lets the engine take every command of the plan.
inline void take(Ledger& ledger, const Plan& plan) {
  for (const LedgerCommand& command : plan.commands) {
    const auto verdict = ledger::decide(ledger, command);
    ASSERT_TRUE(verdict) << verdict.refusals().front().rule;
    EXPECT_EQ(verdict.events().size(), 1U) << "a command that changes nothing";
    for (const LedgerEvent& event : verdict.events()) ledger::apply(ledger, event);
  }
}

/// "t1.csv:2 helsingborg changed [namn: A -> B] {rule 2:3} (note)"; what is lacking has no place.
inline std::string line_of(const RowFate& row) {
  std::string line = row.line == 0 ? "" : row.file + ":" + std::to_string(row.line) + " ";
  line += row.id + " " + boost::describe::enum_to_string(row.fate, "?");
  for (const FieldChange& one : row.changes) {
    line += " [" + one.column + ": " + one.before + " -> " + one.after + "]";
  }
  for (const Fault& one : row.refusals) {
    line += " {" + std::string{one.why.rule} + " " + std::to_string(one.at.line) + ":" +
            std::to_string(one.at.column) + "}";
  }
  for (const Fault& one : row.notes) line += " (" + std::string{one.why.rule} + ")";
  return line;
}

inline std::vector<std::string> lines_of(const Plan& plan) {
  std::vector<std::string> lines;
  for (const RowFate& row : plan.rows) lines.push_back(line_of(row));
  return lines;
}

using Lines = std::vector<std::string>;

inline constexpr std::string_view some_principals =
    "huvudman;namn;slag\nregion;Regionen;region\nstad;Staden;kommun\n";
inline constexpr std::string_view some_units =
    "enhet;huvudman;namn;funktionsbrevlåda\n"
    "region/psykos;region;Psykos;psykos@region.example\n"
    "stad/vuxen;stad;Vuxen;vuxen@stad.example\n";
inline constexpr std::string_view some_councils = "samråd;namn\nnorr;Norra samrådet\n";
inline constexpr std::string_view some_agreements =
    "överenskommelse;namn;samråd;gäller_från\nnorr;Norra överenskommelsen;norr;2026-01-01\n";

/// A ledger that has taken in the tables above.
inline Ledger some_ledger() {
  Ledger ledger;
  take(ledger,
       plan_import(ledger, files({some_principals, some_units, some_councils, some_agreements})));
  return ledger;
}

}  // namespace kallad::importing
