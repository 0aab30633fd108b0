// Runs the readers of others and takes texts apart, for the tests of this folder.
// Not a parser of iCalendar: lines only. Rule kept: what a reader prints on its way is shown when
// it fails.
#include "tests/adapters/calendar/entries.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace kallad::calendar_test {

namespace {

const std::string kHere = KALLAD_SOURCE_DIR "/tests/adapters/calendar/";
const std::string kModules = KALLAD_BINARY_DIR "/browser/node_modules";

struct Closed {
  void operator()(FILE* pipe) const { pclose(pipe); }
};

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "kallad-ics-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
    path = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path path;
};

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, Closed> pipe{popen(command.c_str(), "r")};
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string out;
  std::string part(4096, '\0');
  for (auto got = fread(part.data(), 1, part.size(), pipe.get()); got > 0;
       got = fread(part.data(), 1, part.size(), pipe.get())) {
    out.append(part, 0, got);
  }
  return out;
}

std::string text_in(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in) throw std::runtime_error("no file " + path.string());
  return out.str();
}

}  // namespace

std::string missing_reader(const ReaderName& reader) {
  if (reader != "ical.js") return {};
  if (std::system("node --version > /dev/null 2>&1") != 0) return "node is not installed";
  if (!std::filesystem::exists(kModules + "/ical.js"))
    return "ical.js is not there: tests/browser/install build";
  return {};
}

std::map<std::string, Understood> read_with(const ReaderName& reader,
                                            const std::vector<std::string>& texts) {
  const Folder folder;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::ofstream(folder.path / (std::to_string(1000 + i) + ".ics"), std::ios::binary) << texts[i];
  }
  const std::string said = (folder.path / "said").string();
  const std::string program = reader == "ical.js"
                                  ? "node " + kHere + "reader.mjs " + kModules
                                  : "/usr/bin/python3 " + kHere + "readers.py " + reader;
  const std::string out = output_of(program + " " + folder.path.string() + " 2> " + said);
  const auto json = nlohmann::json::parse(out, nullptr, false);
  if (!json.is_object()) throw std::runtime_error(reader + " said: " + out + text_in(said));
  std::map<std::string, Understood> all;
  for (const auto& [uid, fields] : json.items()) {
    for (const auto& [name, value] : fields.items()) {
      all[uid][name] = value.is_string() ? value.get<std::string>() : value.dump();
    }
  }
  return all;
}

std::vector<std::string> raw_lines(const std::string& text) {
  std::vector<std::string> out;
  std::size_t from = 0;
  while (from < text.size()) {
    const auto end = text.find("\r\n", from);
    if (end == std::string::npos) throw std::runtime_error("a line without CRLF");
    out.push_back(text.substr(from, end - from));
    if (out.back().find_first_of("\r\n") != std::string::npos) {
      throw std::runtime_error("a bare CR or LF");
    }
    from = end + 2;
  }
  return out;
}

std::vector<std::string> unfolded_lines(const std::string& text) {
  std::vector<std::string> out;
  for (const std::string& line : raw_lines(text)) {
    if (line.starts_with(' ')) {
      out.back() += line.substr(1);
    } else {
      out.push_back(line);
    }
  }
  return out;
}

std::string recorded(const std::string& name) { return text_in(kHere + "replies/" + name); }

}  // namespace kallad::calendar_test
