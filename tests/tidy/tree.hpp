// The source tree as the tidy tests read it: every file of ours, in lines, with its path from the
// root. Not a build system: it sees files, not targets, so a file that nobody builds is held to the
// rules too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kallad::tidy {

/// One text file. `path` is from the repository root, with forward slashes.
struct SourceFile {
  std::string path;
  std::vector<std::string> lines;
};

/// One breach of a rule, for a person to click on. `line` counts from 1; 0 means the whole file.
struct Finding {
  std::string path;
  int line = 0;
  std::string what;
};
using Findings = std::vector<Finding>;

/// Every finding as "path:line: what", a line each; empty when there is nothing to say.
std::string told(const Findings& findings);

/// A file made of text, for samples in tests.
SourceFile sample(std::string path, std::string_view text);

/// All text files under engine/, adapters/, tests/ and tools/ (.hpp .cpp .md .txt .scene .cmake),
/// sorted by path, and the .md files at the root and under docs/. Throws std::runtime_error where
/// none is found.
const std::vector<SourceFile>& tree();

/// The file of the tree with this path; throws std::out_of_range where there is none.
const SourceFile& file_at(std::string_view path);

bool is_cpp(const SourceFile& file);
/// True for a file in or below `folder` ("engine"), never for a mere namesake ("engine_room").
bool is_under(const SourceFile& file, std::string_view folder);
/// The folder of a path: "engine/spine" for "engine/spine/id.hpp", "" for a file at the root.
std::string folder_of(std::string_view path);

}  // namespace kallad::tidy
