// `kallad import`: tables into the register, and what became of each row as text or JSON.
// Not the weighing of rows: adapters/import does that. Rules kept: all rows are stored in one
// transaction or none; a store that is not there is not made by a dry run.
#include <array>
#include <boost/mp11.hpp>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/clock.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/import/plan.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "adapters/wording/words/refusal_text.hpp"
#include "tools/kallad/look/look.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::importing {

namespace {

using nlohmann::ordered_json;
using program::ImportOptions;

constexpr std::array<std::string_view, 5> table_words = {"huvudman", "enhet", "samråd",
                                                         "överenskommelse", "medlem"};
constexpr std::array<std::string_view, 5> fate_words = {"ny", "ändrad", "oförändrad", "nekad",
                                                        "saknas i filerna, och är kvar"};

/// What has been read of the command line's files.
struct FilesRead {
  std::vector<TableFile> tables;
  std::vector<std::pair<std::string, Fault>> faults;  ///< with the file's name
  std::vector<std::string> unreadable;
};

/// The ledger, and how many events its stream has.
struct LedgerRead {
  Ledger ledger;
  std::uint64_t version = 0;
};

/// At most one byte more than is taken in; nothing where it cannot be read.
std::optional<std::string> bytes_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  std::string bytes(CsvLimits{}.bytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad() || (in.fail() && !in.eof())) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

FilesRead read_files(const ImportOptions& options) {
  const Encoding encoding = options.encoding == "utf-8" ? Encoding::utf8 : Encoding::windows_1252;
  FilesRead all;
  for (const auto& file : options.files) {
    auto bytes = bytes_of(file);
    if (!bytes) {
      all.unreadable.push_back(file.string());
      continue;
    }
    TableRead read = read_table(file.string(), std::move(*bytes), encoding);
    for (Fault& fault : read.faults) all.faults.emplace_back(read.file.name, std::move(fault));
    all.tables.push_back(std::move(read.file));
  }
  return all;
}

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

ordered_json fault_json(const Fault& fault) {
  ordered_json data = ordered_json::object();
  for (const auto& [name, value] : fault.why.data) data[name] = value;
  return {{"line", fault.at.line},
          {"column", fault.at.column},
          {"rule", fault.why.rule},
          {"data", std::move(data)},
          {"text", text_of(fault.why, Language::swedish)}};
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

void print_json(const ordered_json& told) {
  std::cout << told.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

std::string place_text(Place at) {
  if (at.line == 0) return "";
  std::string text = "rad " + std::to_string(at.line);
  return at.column == 0 ? text : text + ", kolumn " + std::to_string(at.column);
}

std::string fault_text(const Fault& fault) {
  const std::string where = place_text(fault.at);
  return (where.empty() ? "" : where + ": ") + text_of(fault.why, Language::swedish) + " (" +
         std::string{fault.why.rule} + ")";
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

/// What an import came to.
enum class Ending { dry_run, refused, nothing_new, stored };
BOOST_DESCRIBE_ENUM(Ending, dry_run, refused, nothing_new, stored)

void print_ending(const Plan& plan, Ending ending) {
  std::cout << '\n'
            << "Nya: " << count(plan, Fate::added) << " · ändrade: " << count(plan, Fate::changed)
            << " · oförändrade: " << count(plan, Fate::unchanged)
            << " · nekade: " << count(plan, Fate::refused)
            << " · i registret men inte i filerna: " << count(plan, Fate::lacking) << '\n';
  switch (ending) {
    case Ending::dry_run:
      std::cout << "Provkörning: inget är sparat.\n";
      break;
    case Ending::refused:
      std::cout << "Inget är sparat. Rätta det som nekas, eller spara resten med --skip-refused.\n";
      break;
    case Ending::nothing_new:
      std::cout << "Det fanns inget att spara.\n";
      break;
    case Ending::stored:
      std::cout << "Sparat" << (count(plan, Fate::refused) > 0 ? ", utom det som nekas" : "")
                << ".\n";
  }
}

void print_plan(const Plan& plan, Ending ending, bool json) {
  if (!json) {
    for (const RowFate& row : plan.rows) print_fate(row);
    return print_ending(plan, ending);
  }
  ordered_json told{{"ending", boost::describe::enum_to_string(ending, "")},
                    {"counts", ordered_json::object()},
                    {"rows", ordered_json::array()}};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Fate>>(
      [&](auto fate) { told["counts"][fate.name] = count(plan, fate.value); });
  for (const RowFate& row : plan.rows) told["rows"].push_back(fate_json(row));
  print_json(told);
}

int print_faults(const FilesRead& read, bool json) {
  for (const std::string& file : read.unreadable) {
    std::cerr << "kallad: filen " << file << " går inte att läsa\n";
  }
  ordered_json all = ordered_json::array();
  for (const auto& [file, fault] : read.faults) {
    if (json) {
      ordered_json one{{"file", file}};
      one.update(fault_json(fault));
      all.push_back(std::move(one));
    } else {
      std::cerr << file << (fault.at.line == 0 ? ": " : ", ") << fault_text(fault) << '\n';
    }
  }
  if (json) print_json({{"ending", "unreadable"}, {"faults", std::move(all)}});
  return program::wrong_input;
}

int answer(const ImportOptions& options) {
  const FilesRead read = read_files(options);
  if (!read.faults.empty() || !read.unreadable.empty()) return print_faults(read, options.json);
  if (options.dry_run) {
    const Plan plan = plan_import(ledger_beside(options.data).ledger, read.tables);
    print_plan(plan, Ending::dry_run, options.json);
    return count(plan, Fate::refused) > 0 ? program::answer_is_no : program::good;
  }
  std::filesystem::create_directories(options.data);
  SqliteStore store{program::place_in(options.data), Access::create};
  const auto [ledger, version] = ledger_in(store);
  const Plan plan = plan_import(ledger, read.tables);
  const bool any_refused = count(plan, Fate::refused) > 0;
  Ending ending = plan.commands.empty() ? Ending::nothing_new : Ending::stored;
  if (any_refused && !options.skip_refused) ending = Ending::refused;
  if (ending == Ending::stored) take_in(store, plan, version, options.by);
  print_plan(plan, ending, options.json);
  return any_refused ? program::answer_is_no : program::good;
}

}  // namespace

}  // namespace kallad::importing

int kallad::program::run_import(const ImportOptions& options) { return importing::answer(options); }
