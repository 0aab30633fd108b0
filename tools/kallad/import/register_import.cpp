// Tables into the register, and what became of each row as text or JSON.
// Not the weighing of rows: adapters/import does that. Rules kept: all rows are stored in one
// transaction or none; a store that is not there is not made by a dry run.
#include "tools/kallad/import/register_import.hpp"

#include <array>
#include <boost/mp11.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/clock.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/import/plan.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tools/kallad/import/told.hpp"
#include "tools/kallad/look/look.hpp"

namespace kallad::importing {

namespace {

using nlohmann::ordered_json;
using program::ImportOptions;

constexpr std::array<std::string_view, 5> table_words = {"huvudman", "enhet", "samråd",
                                                         "överenskommelse", "medlem"};
constexpr std::array<std::string_view, 5> fate_words = {"ny", "ändrad", "oförändrad", "nekad",
                                                        "saknas i filerna, och är kvar"};

/// The ledger, and how many events its stream has.
struct LedgerRead {
  Ledger ledger;
  std::uint64_t version = 0;
};

/// The register as somebody reads it who does not write.
LedgerRead ledger_beside(const std::filesystem::path& data) try {
  Reader reader{program::place_in(data)};
  LedgerRead read;
  read.version = reader.read(register_stream, [&](const EventView& event, const ShortDigest&) {
    ledger::apply(read.ledger, event);
  });
  return read;
} catch (const StoreError& error) {
  if (error.fault() == StoreFault::missing) return {};
  throw;
}

LedgerRead ledger_in(SqliteStore& store) {
  LedgerRead read;
  read.version = log_of(store).read(
      register_stream, [&](const EventView& event) { ledger::apply(read.ledger, event); });
  return read;
}

/// The same content may be said again when something else has stood between, so where the register
/// stood is part of the id.
std::string import_command_id(const Submission& submission, std::uint64_t version) {
  Hasher hasher;
  hasher.add(version);
  hasher.add(submission.content);
  return "import-" + hex(hasher.finish()).substr(0, 32);
}

/// Commits all commands together. What time has demanded since somebody last wrote comes first.
void take_in(SqliteStore& store, const Plan& plan, std::uint64_t version, const std::string& by) {
  SystemClock clock;
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  DeskLimits limits;
  limits.batch = limits.queue = std::max(limits.queue, plan.commands.size());
  Desk desk{store, brain, [&] { return clock.now(); }, limits};
  desk.fire_due(clock.now());
  const Actor actor{Role::administrator, {}, by};
  std::size_t stored = 0;
  std::string why;
  for (const LedgerCommand& command : plan.commands) {
    Submission submission = submission_of(std::string{register_stream}, "", actor, command);
    submission.command_id = import_command_id(submission, version);
    desk.submit(std::move(submission), [&](Outcome&& outcome) {
      if (outcome.stored()) return void(++stored);
      why = std::string{name_of(outcome.answer)} + " " + outcome.detail;
    });
  }
  while (desk.run_once() > 0) {
  }
  desk.settle();
  if (stored == plan.commands.size()) return;
  throw std::runtime_error("registret kunde inte sparas: " + why);
}

ordered_json fate_json(const RowFate& row) {
  ordered_json one{{"table", boost::describe::enum_to_string(row.table, "")},
                   {"id", row.id},
                   {"fate", boost::describe::enum_to_string(row.fate, "")}};
  if (row.line > 0) one.update({{"file", row.file}, {"line", row.line}});
  for (const FieldChange& each : row.changes) {
    one["changes"].push_back(
        {{"column", each.column}, {"before", each.before}, {"after", each.after}});
  }
  for (const Fault& each : row.refusals) one["refusals"].push_back(fault_json(each));
  for (const Fault& each : row.notes) one["notes"].push_back(fault_json(each));
  return one;
}

std::string cell_text(const std::string& text) { return text.empty() ? "(tomt)" : text; }

void print_fate(const RowFate& row) {
  if (row.line > 0) std::cout << row.file << ", rad " << row.line << ": ";
  std::cout << table_words.at(static_cast<std::size_t>(row.table)) << ' ' << row.id << ": "
            << fate_words.at(static_cast<std::size_t>(row.fate)) << '\n';
  const bool is_new = row.fate == Fate::added;
  for (const FieldChange& each : row.changes) {
    std::cout << "    " << each.column << ": ";
    if (!is_new) std::cout << cell_text(each.before) << " -> ";
    std::cout << cell_text(each.after) << '\n';
  }
  for (const Fault& each : row.refusals) std::cout << "    " << fault_text(each) << '\n';
  for (const Fault& each : row.notes) std::cout << "    OBS " << fault_text(each) << '\n';
}

void print_counts(const Plan& plan, Ending ending) {
  std::cout << '\n'
            << "Nya: " << count(plan, Fate::added) << " · ändrade: " << count(plan, Fate::changed)
            << " · oförändrade: " << count(plan, Fate::unchanged)
            << " · nekade: " << count(plan, Fate::refused)
            << " · i registret men inte i filerna: " << count(plan, Fate::lacking) << '\n';
  kallad::importing::print_ending(ending, count(plan, Fate::refused) > 0);
}

void print_plan(const Plan& plan, Ending ending, bool json) {
  if (!json) {
    for (const RowFate& row : plan.rows) print_fate(row);
    return print_counts(plan, ending);
  }
  ordered_json counts = ordered_json::object();
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Fate>>(
      [&](auto fate) { counts[fate.name] = count(plan, fate.value); });
  ordered_json rows = ordered_json::array();
  for (const auto& row : plan.rows) rows.push_back(fate_json(row));
  print_plan_json(ending, std::move(counts), std::move(rows));
}

}  // namespace

int import_register(const ImportOptions& options, const FilesRead& read) {
  if (options.dry_run) {
    const Plan plan = plan_import(ledger_beside(options.data).ledger, read.tables);
    print_plan(plan, Ending::dry_run, options.json);
    return exit_code(count(plan, Fate::refused) > 0);
  }
  std::filesystem::create_directories(options.data);
  SqliteStore store{program::place_in(options.data), Access::create};
  const auto [ledger, version] = ledger_in(store);
  const Plan plan = plan_import(ledger, read.tables);
  const bool any_refused = count(plan, Fate::refused) > 0;
  const Ending ending = ending_of(options, any_refused, !plan.commands.empty());
  if (ending == Ending::stored) take_in(store, plan, version, options.by);
  print_plan(plan, ending, options.json);
  return exit_code(any_refused);
}

}  // namespace kallad::importing
