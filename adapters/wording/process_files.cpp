// What stands in the papers of a process: diagram, matrix, rows, each from process_text.
// Not run by the product: tools/schema_writer and the freshness test call it.
#include "adapters/wording/process_files.hpp"

#include <fstream>
#include <stdexcept>

#include "adapters/wording/process_text.hpp"
#include "engine/case/case_machine.hpp"
#include "engine/deficiency/deficiency_decide.hpp"
#include "engine/seat/seat_machine.hpp"

namespace kallad {

namespace {

std::string fenced(std::string_view language, const std::string& text) {
  return std::string{"```"}.append(language).append("\n").append(text).append("```\n");
}

std::string paper_of(const TableText& text) {
  const std::string name{text.machine};
  std::string out = "# The process of a " + name + "\n\n";
  out += "Made from `engine/" + name + "/" + name +
         "_table.hpp` by `schema_writer --process .`; not edited by hand.\n\n";
  out += "## Diagram\n\nEvery command that leads from one state to another.\n\n";
  out += fenced("mermaid", process_text(text, ProcessFormat::mermaid));
  out += "\n## Matrix\n\nThe state a command leads to; `·` where the state stays; empty where the ";
  out += "command is refused.\n\n";
  out += fenced("text", process_text(text, ProcessFormat::matrix));
  out += "\n## Rows\n\nThe rules that must hold, all of them, and the legal basis where there is ";
  out += "one.\n\n";
  out += fenced("text", process_text(text, ProcessFormat::table));
  return out;
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out{path, std::ios::binary | std::ios::trunc};
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
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
  return files;
}

std::size_t write_process_files(const std::filesystem::path& root) {
  const auto files = process_files();
  for (const ProcessFile& file : files) write(root / file.path, file.text);
  return files.size();
}

}  // namespace kallad
