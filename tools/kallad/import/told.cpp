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
