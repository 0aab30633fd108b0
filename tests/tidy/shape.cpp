// How large files, lines, functions and folders may grow, and what they must say at their heads.
// The limits are those of CONTRIBUTING.md, "Size and shape"; nowhere else are they written as
// numbers.
#include <algorithm>
#include <map>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/scan.hpp"

namespace kallad::tidy {

namespace {

constexpr std::size_t kFileLines = 400;
constexpr int kFunctionLines = 50;
constexpr int kColumns = 100;
constexpr int kTableColumns = 130;
constexpr int kFolderFiles = 15;

/// Characters, where a UTF-8 continuation byte counts for nothing.
int columns(const std::string& line) {
  return static_cast<int>(std::ranges::count_if(
      line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The first word after `template <...>`.
std::string first_word(const Item& item) {
  std::size_t at = 0;
  while (item.head[at].text == "template") {
    int depth = 0;
    do {
      ++at;
      if (item.head[at].text == "<") ++depth;
      if (item.head[at].text == ">") --depth;
    } while (depth > 0 && at + 1 < item.head.size());
    if (at + 1 < item.head.size()) ++at;
  }
  return item.head[at].text;
}

/// A free function, declared or defined: something called, that is no value, macro or type.
bool is_free_function(const Item& item) {
  static const std::vector<std::string_view> others = {
      "using",  "typedef", "static_assert", "friend", "concept",
      "extern", "class",   "struct",        "union",  "enum"};
  if (item.place != Place::open) return false;
  if (std::ranges::count(others, first_word(item)) > 0) return false;
  const auto call = std::ranges::find(item.head, "(", &Token::text);
  const auto value = std::ranges::find(item.head, "=", &Token::text);
  if (call == item.head.end() || value < call) return false;
  return call - item.head.begin() >= 2;  // a macro's use has one word before the parenthesis
}

std::string_view unindented(std::string_view line) {
  const auto from = line.find_first_not_of(" \t");
  return from == std::string_view::npos ? "" : line.substr(from);
}

/// True when the line above belongs to a comment, or to a neighbour that shares its comment.
bool has_company_above(const SourceFile& file, int line) {
  if (line < 2) return false;
  const auto above = unindented(file.lines[static_cast<std::size_t>(line) - 2]);
  return !above.empty() && !above.starts_with("#") && !above.starts_with("namespace");
}

std::string name_of(const Item& item) {
  const auto call = std::ranges::find(item.head, "(", &Token::text);
  return call == item.head.begin() || call == item.head.end() ? item.head.front().text
                                                              : std::prev(call)->text;
}

std::size_t lines_under(const Files& files, std::string_view folder, std::string_view ending) {
  std::size_t sum = 0;
  for (const auto& file : files) {
    const bool counts = ending.empty() ? is_cpp(file) : file.path.ends_with(ending);
    if (counts && is_under(file, folder)) sum += file.lines.size();
  }
  return sum;
}

}  // namespace

Findings check_file_length(const SourceFile& file) {
  if (file.lines.size() <= kFileLines) return {};
  return {{file.path, 0, std::to_string(file.lines.size()) + " lines; at most 400"}};
}

Findings check_line_length(const SourceFile& file) {
  Findings out;
  const int limit = file.path.ends_with("_table.hpp") ? kTableColumns : kColumns;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const int length = columns(file.lines[i]);
    if (length <= limit) continue;
    out.push_back({file.path, static_cast<int>(i) + 1,
                   std::to_string(length) + " columns; at most " + std::to_string(limit)});
  }
  return out;
}

Findings check_function_length(const SourceFile& file) {
  Findings out;
  for (const auto& item : outline(file)) {
    const int length = item.last_line - item.body_line + 1;
    if (!item.has_body || length <= kFunctionLines) continue;
    out.push_back({file.path, item.body_line,
                   name_of(item) + " has " + std::to_string(length) + " lines; at most 50"});
  }
  return out;
}

Findings check_opening_comment(const SourceFile& file) {
  const bool opens =
      file.lines.size() >= 2 && file.lines[0].starts_with("// ") && file.lines[1].starts_with("//");
  if (opens) return {};
  return {{file.path, 1, "opens without two lines of comment: what it is, what it is not"}};
}

Findings check_documented(const SourceFile& file) {
  Findings out;
  for (const auto& item : outline(file)) {
    if (!is_free_function(item) || has_company_above(file, item.first_line)) continue;
    out.push_back({file.path, item.first_line, name_of(item) + " has no comment above"});
  }
  return out;
}

Findings check_evolve_place(const SourceFile& file) {
  Findings out;
  if (file.path.ends_with("_evolve.cpp")) return out;
  for (const auto& item : outline(file)) {
    if (item.has_body && name_of(item) == "evolve") {
      out.push_back({file.path, item.first_line, "evolve is defined only in *_evolve.cpp"});
    }
  }
  return out;
}

Findings check_folder_size(const Files& files) {
  std::map<std::string, int> count;
  for (const auto& file : files) {
    if (is_cpp(file)) ++count[folder_of(file.path)];
  }
  Findings out;
  for (const auto& [folder, number] : count) {
    if (number > kFolderFiles) {
      out.push_back({folder, 0, std::to_string(number) + " C++ files; at most 15"});
    }
  }
  return out;
}

Findings check_test_share(const Files& files) {
  const auto source = lines_under(files, "engine", "");
  const auto tests =
      lines_under(files, "tests/engine", "") + lines_under(files, "tests/scenes", ".scene");
  if (tests >= source) return {};
  return {{"tests/engine", 0,
           std::to_string(tests) + " lines of tests for " + std::to_string(source) + " of source"}};
}

}  // namespace kallad::tidy
