// What stands in the papers of a process: diagram, matrix, rows and the texts of its rules.
// Not run by the product: tools/schema_writer and the freshness test call it.
#include "adapters/wording/process_files.hpp"

#include <algorithm>

#include "adapters/wording/authority_text.hpp"
#include "adapters/wording/process_text.hpp"
#include "adapters/wording/words/refusal_text.hpp"
#include "engine/case/case_machine.hpp"
#include "engine/deficiency/deficiency_decide.hpp"
#include "engine/seat/seat_machine.hpp"

namespace kallad {

namespace {

std::string fenced(std::string_view language, const std::string& text) {
  return std::string{"```"}.append(language).append("\n").append(text).append("```\n");
}

/// Every rule of the table once, in the order it is met.
std::vector<std::string_view> rules_of(const TableText& text) {
  std::vector<std::string_view> rules;
  for (const TableRow& row : text.rows) {
    for (const auto rule : row.rules) {
      if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
    }
  }
  return rules;
}

/// What a person is told where a rule does not hold. Names in braces are filled in then.
std::string rules_paper(const TableText& text) {
  std::string out = "| rule | what is said where it does not hold |\n| --- | --- |\n";
  for (const auto rule : rules_of(text)) {
    out.append("| `").append(rule).append("` | ").append(pattern_of(rule, Language::swedish));
    out.append(" |\n");
  }
  return out;
}

std::string paper_of(const TableText& text) {
  const std::string name{text.machine};
  std::string out = "# The process of a " + name + "\n\n";
  out += "Written by `schema_writer` from `engine/" + name + "/" + name +
         "_table.hpp`; not edited by hand.\n\n";
  out += "## Diagram\n\nEvery command that leads from one state to another.\n\n";
  out += fenced("mermaid", process_text(text, ProcessFormat::mermaid));
  out += "\n## Matrix\n\n`→` and the number of the state a command leads to; `·` where the state ";
  out += "stays; empty where the command\nis refused.\n\n";
  out += fenced("text", process_text(text, ProcessFormat::matrix));
  out += "\n## Rows\n\nThe rules that must hold, all of them, and the legal basis where there is ";
  out += "one. `·`: the state stays.\n\n";
  out += fenced("text", process_text(text, ProcessFormat::table));
  out += "\n## Rules\n\n" + rules_paper(text);
  return out;
}

}  // namespace

std::vector<TableText> process_tables() {
  return {casework::table_text(), seat::table_text(), deficiency::table_text()};
}

std::vector<ProcessFile> process_files() {
  std::vector<ProcessFile> files;
  for (const TableText& text : process_tables()) {
    const std::string name{text.machine};
    files.push_back({"docs/process/" + name + ".md", paper_of(text)});
    files.push_back({"schemas/tables/" + name + ".json", process_text(text, ProcessFormat::json)});
  }
  files.push_back({"docs/authority.md", authority_markdown()});
  files.push_back({"schemas/tables/authority.json", authority_json()});
  return files;
}

}  // namespace kallad
