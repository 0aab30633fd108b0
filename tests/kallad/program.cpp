// The shell runs the program, with its outputs and input in files of the folder.
// Not asserting anything: the tests do.
#include "tests/kallad/program.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace kallad::program {

namespace {

void replace(std::string& text, std::string_view what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Bench::Bench() {
  std::string name = (std::filesystem::temp_directory_path() / "kallad-program-XXXXXX").string();
  folder_ = mkdtemp(name.data());
}

Bench::~Bench() { std::filesystem::remove_all(folder_); }

void Bench::write(const std::string& name, std::string_view text) const {
  std::ofstream{folder_ / name, std::ios::binary} << text;
}

std::string Bench::read(const std::string& name) const {
  std::ifstream in{folder_ / name, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

Told Bench::run(std::string words, std::string_view input) const {
  replace(words, "DATA", (folder_ / "data").string());
  replace(words, "HERE", folder_.string());
  write("in", input);
  const std::string files = " <" + (folder_ / "in").string() + " >" + (folder_ / "out").string() +
                            " 2>" + (folder_ / "err").string();
  const std::string command = "cd " KALLAD_SOURCE_DIR " && timeout 300 " KALLAD_BINARY_DIR
                              "/tools/kallad/kallad " +
                              words + files;
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("out"), read("err")};
}

void Bench::fill() const {
  run("scene --data DATA tests/scenes/demo/01_all_goes_well.scene"
      " tests/scenes/demo/03_pressed_then_declined.scene");
}

}  // namespace kallad::program
