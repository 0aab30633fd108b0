// Reads the tree once per test process. Only what git would hold is of interest, so build folders,
// which lie at the root, are never entered.
#include "tests/tidy/tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kallad::tidy {

namespace fs = std::filesystem;

namespace {

const std::vector<std::string_view> kRoots = {"engine", "adapters", "tests", "tools", "docs"};
const std::vector<std::string_view> kEndings = {".hpp", ".cpp", ".md", ".txt", ".scene", ".cmake"};

bool is_text_of_ours(const fs::path& path) {
  return std::ranges::find(kEndings, path.extension().string()) != kEndings.end();
}

SourceFile read(const fs::path& root, const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return sample(path.lexically_relative(root).generic_string(), text.str());
}

std::vector<SourceFile> read_tree(const fs::path& root) {
  std::vector<SourceFile> files;
  for (const auto& entry : fs::directory_iterator(root)) {
    if (entry.path().extension() == ".md") files.push_back(read(root, entry.path()));
  }
  for (const auto folder : kRoots) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.is_regular_file() && is_text_of_ours(entry.path())) {
        files.push_back(read(root, entry.path()));
      }
    }
  }
  if (files.empty()) throw std::runtime_error("no source files under " + root.string());
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

}  // namespace

std::string told(const Findings& findings) {
  std::ostringstream out;
  for (const auto& finding : findings) {
    out << finding.path << ':' << finding.line << ": " << finding.what << '\n';
  }
  return out.str();
}

SourceFile sample(std::string path, std::string_view text) {
  SourceFile file{std::move(path), {}};
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) file.lines.push_back(line);
  return file;
}

const std::vector<SourceFile>& tree() {
  static const auto files = read_tree(fs::path(KALLAD_SOURCE_DIR));
  return files;
}

const SourceFile& file_at(std::string_view path) {
  const auto found = std::ranges::find(tree(), path, &SourceFile::path);
  if (found == tree().end()) throw std::out_of_range("no such file: " + std::string(path));
  return *found;
}

bool is_cpp(const SourceFile& file) {
  return file.path.ends_with(".hpp") || file.path.ends_with(".cpp");
}

bool is_under(const SourceFile& file, std::string_view folder) {
  return file.path.starts_with(std::string(folder) + "/");
}

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash));
}

}  // namespace kallad::tidy
