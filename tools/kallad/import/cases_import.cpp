// The rows are weighed beside the store or in it; what is to be done goes to the desk case by case,
// so that a stop in the middle leaves whole cases and one that the next run goes on with.
// Not a way around anything: authority and engine were asked, and the desk asks the engine again.
#include "tools/kallad/import/cases_import.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/access_log/access_log.hpp"
#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/clock.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/import/cases/case_plan.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "adapters/wording/words/word.hpp"
#include "tools/kallad/import/told.hpp"
#include "tools/kallad/look/look.hpp"

namespace kallad::importing {

namespace {

using nlohmann::ordered_json;
using program::ImportOptions;

constexpr const char* access_log_name = "access.sqlite";

std::string_view table_word(Table table) {
  if (table == Table::parties) return "part i ärende";
  return table == Table::efforts ? "mål eller aktivitet i ärende" : "ärende";
}

std::string_view fate_word(const CaseRowFate& row, bool dry) {
  switch (row.fate) {
    case CaseFate::opened:
      return dry ? "kommer att öppnas" : "öppnat";
    case CaseFate::continued:
      return dry ? "fylls på" : "ifyllt";
    case CaseFate::exists:
      return "finns redan";
    case CaseFate::refused:
      return "nekas";
  }
  return "";
}

void print_row(const CaseRowFate& row, bool dry) {
  std::cout << row.file << ", rad " << row.line << ": " << table_word(row.table) << ' ' << row.id
            << ": " << fate_word(row, dry) << '\n';
  for (const std::string& command : row.says) {
    std::cout << "    " << word_of("command", command, Language::swedish) << '\n';
  }
  for (const CellFault& each : row.refusals) {
    std::cout << "    " << fault_text(each.fault, each.column) << '\n';
  }
  for (const CellFault& each : row.notes) {
    std::cout << "    OBS " << fault_text(each.fault, each.column) << '\n';
  }
}

ordered_json row_json(const CaseRowFate& row) {
  ordered_json one{{"table", boost::describe::enum_to_string(row.table, "")},
                   {"id", row.id},
                   {"fate", boost::describe::enum_to_string(row.fate, "")},
                   {"file", row.file},
                   {"line", row.line}};
  if (!row.says.empty()) one["commands"] = row.says;
  for (const CellFault& each : row.refusals) {
    one["refusals"].push_back(fault_json(each.fault, each.column));
  }
  for (const CellFault& each : row.notes) {
    one["notes"].push_back(fault_json(each.fault, each.column));
  }
  return one;
}

void print_counts(const CasePlan& plan, Ending ending) {
  std::cout << "\nRader: " << plan.rows.size() << " · "
            << "öppnas: " << count(plan, CaseFate::opened)
            << " · fylls på: " << count(plan, CaseFate::continued)
            << " · finns redan: " << count(plan, CaseFate::exists)
            << " · nekas: " << count(plan, CaseFate::refused) << '\n';
  kallad::importing::print_ending(ending, count(plan, CaseFate::refused) > 0);
}

void print_cases(const CasePlan& plan, Ending ending, bool json) {
  if (!json) {
    for (const CaseRowFate& row : plan.rows) print_row(row, ending != Ending::stored);
    return print_counts(plan, ending);
  }
  ordered_json counts = ordered_json::object();
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<CaseFate>>(
      [&](auto fate) { counts[fate.name] = count(plan, fate.value); });
  ordered_json rows = ordered_json::array();
  for (const auto& row : plan.rows) rows.push_back(row_json(row));
  print_plan_json(ending, std::move(counts), std::move(rows));
}

CasePlan planned(const LogAccess& log, const Calendar& calendar, Instant now,
                 const ImportOptions& options, const FilesRead& read) {
  const Ledger ledger = ledger::load(log.read);
  return plan_cases({log.read, log.find, ledger, calendar, now, options.by}, read.tables);
}

/// The log as somebody reads it who does not write; empty where there is no store.
CasePlan planned_beside(const ImportOptions& options, const Calendar& calendar, Instant now,
                        const FilesRead& read) try {
  Reader reader{program::place_in(options.data)};
  const LogAccess log{streams_of(reader), [&](std::string_view text) { return reader.find(text); }};
  return planned(log, calendar, now, options, read);
} catch (const StoreError& error) {
  if (error.fault() != StoreFault::missing) throw;
  const LogAccess nothing{[](std::string_view, const TakeEvent&) -> std::uint64_t { return 0; },
                          [](std::string_view) { return std::vector<std::string>{}; }};
  return planned(nothing, calendar, now, options, read);
}

/// Says one case to the desk, in order and in one transaction; why it could not, where it could
/// not.
std::string said_to(Desk& desk, const CaseWork& work) {
  std::string why;
  for (const Submission& each : work.submissions) {
    desk.submit(each, [&](Outcome&& outcome) {
      if (outcome.stored() || !why.empty()) return;
      why = work.id.text + ": " + std::string{name_of(outcome.answer)} + " " + outcome.detail;
    });
  }
  while (desk.run_once() > 0) {
  }
  return why;
}

/// Who took the list in stands in the access log before anything of the person is kept.
void take_in_cases(SqliteStore& store, const CasePlan& plan, const ImportOptions& options) {
  SystemClock clock;
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  Desk desk{store, brain, [&] { return clock.now(); }};
  desk.fire_due(clock.now());
  AccessLog access{options.data / access_log_name};
  for (const CaseWork& work : plan.work) {
    access.record_and_wait({"", options.by, work.unit, work.id, "case", "import", "shown"},
                           clock.now());
    const std::string why = said_to(desk, work);
    if (!why.empty()) throw std::runtime_error("importen stannade vid ärende " + why);
  }
  desk.settle();
}

}  // namespace

int import_cases(const ImportOptions& options, const FilesRead& read) {
  SystemClock clock;
  const Calendar calendar{stockholm()};
  if (options.dry_run) {
    const CasePlan plan = planned_beside(options, calendar, clock.now(), read);
    print_cases(plan, Ending::dry_run, options.json);
    return exit_code(count(plan, CaseFate::refused) > 0);
  }
  std::filesystem::create_directories(options.data);
  SqliteStore store{program::place_in(options.data), Access::create};
  const CasePlan plan = planned(log_of(store), calendar, clock.now(), options, read);
  const bool any_refused = count(plan, CaseFate::refused) > 0;
  const Ending ending = ending_of(options, any_refused, !plan.work.empty());
  if (ending == Ending::stored) take_in_cases(store, plan, options);
  print_cases(plan, ending, options.json);
  return exit_code(any_refused);
}

}  // namespace kallad::importing
