// Faults for people and for programs. A value of the caller's own file may stand in a text.
// Not texts: adapters/wording has those.
#include "tools/kallad/import/told.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/wording/words/refusal_text.hpp"

namespace kallad::importing {

using nlohmann::ordered_json;

std::string place_text(Place at) {
  if (at.line == 0) return "";
  std::string text = "rad " + std::to_string(at.line);
  return at.column == 0 ? text : text + ", kolumn " + std::to_string(at.column);
}

std::string fault_text(const Fault& fault, const std::string& column) {
  std::string where = place_text(fault.at);
  if (!column.empty()) where.append(where.empty() ? "" : ", ").append(column);
  return (where.empty() ? "" : where + ": ") + text_of(fault.why, Language::swedish) + " (" +
         std::string{fault.why.rule} + ")";
}

ordered_json fault_json(const Fault& fault, const std::string& column) {
  ordered_json data = ordered_json::object();
  for (const auto& [name, value] : fault.why.data) data[name] = value;
  ordered_json one{{"line", fault.at.line},
                   {"column", fault.at.column},
                   {"rule", fault.why.rule},
                   {"data", std::move(data)},
                   {"text", text_of(fault.why, Language::swedish)}};
  if (!column.empty()) one["column_name"] = column;
  return one;
}

void print_json(const ordered_json& told) {
  std::cout << told.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

Ending ending_of(const program::ImportOptions& options, bool any_refused, bool any_new) {
  if (any_refused && !options.skip_refused) return Ending::refused;
  return any_new ? Ending::stored : Ending::nothing_new;
}

void print_ending(Ending ending, bool any_refused) {
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
      std::cout << "Sparat" << (any_refused ? ", utom det som nekas" : "") << ".\n";
  }
}

void print_plan_json(Ending ending, ordered_json counts, ordered_json rows) {
  print_json({{"ending", boost::describe::enum_to_string(ending, "")},
              {"counts", std::move(counts)},
              {"rows", std::move(rows)}});
}

int exit_code(bool any_refused) { return any_refused ? 1 : 0; }

int print_faults(const FilesRead& read, bool json) {
  constexpr int wrong_input = 2;
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
  return wrong_input;
}

}  // namespace kallad::importing
