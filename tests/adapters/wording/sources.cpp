// Reading the tree with regular expressions. Comments go first, so that an example in a comment is
// no rule. Not fast, and need not be: the tree is some hundred files.
#include "tests/adapters/wording/sources.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace kallad::sources {

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::set<std::string> found(const std::vector<Source>& sources,
                            const std::vector<std::string>& patterns) {
  std::set<std::string> ids;
  for (const auto& pattern : patterns) {
    const std::regex wanted(pattern);
    for (const Source& source : sources) {
      std::sregex_iterator at(source.text.begin(), source.text.end(), wanted);
      for (; at != std::sregex_iterator(); ++at) ids.insert((*at)[1].str());
    }
  }
  return ids;
}

std::string between(const std::string& text, std::string_view from, std::string_view to) {
  const auto start = text.find(from);
  if (start == std::string::npos) return "";
  return text.substr(start, text.find(to, start) - start);
}

/// The desk's answers that say no: all names but those of an answer that was taken.
std::set<std::string> desk_answers(const std::vector<Source>& sources) {
  std::set<std::string> ids;
  for (const Source& source : sources) {
    if (source.path != "adapters/desk/submission.hpp") continue;
    const Source names{source.path, between(source.text, "names = {", "};")};
    ids = found({names}, {R"re("([a-z_]+)")re"});
  }
  for (const char* taken : {"accepted", "repeated", "refused"}) ids.erase(taken);
  return ids;
}

}  // namespace

std::string without_comments(std::string_view text) {
  std::string out;
  bool in_text = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (in_text) {
      if (text[at] == '\\') out += text[at++];
    } else if (text.substr(at, 2) == "//") {
      at = std::min(text.find('\n', at), text.size() - 1);
    }
    if (text[at] == '"' && (at == 0 || text[at - 1] != '\'')) in_text = !in_text;
    out += text[at];
  }
  return out;
}

const std::vector<Source>& all() {
  static const std::vector<Source> sources = [] {
    std::vector<Source> files;
    const fs::path root(KALLAD_SOURCE_DIR);
    for (const char* folder : {"engine", "adapters"}) {
      for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string path = entry.path().lexically_relative(root).generic_string();
        const bool is_cpp = path.ends_with(".hpp") || path.ends_with(".cpp");
        if (!is_cpp || path.starts_with("adapters/wording/")) continue;
        files.push_back({path, without_comments(read(entry.path()))});
      }
    }
    return files;
  }();
  return sources;
}

std::set<std::string> rule_ids(const std::vector<Source>& sources) {
  // [^;"] keeps a match inside one statement; texts in between are let through one by one.
  std::set<std::string> ids =
      found(sources, {R"re(string_view rule = "([a-z_]+)")re", R"re(Refusal\s*\{\s*"([a-z_]+)")re",
                      R"re((?:refusals|why|reasons|all)\.push_back\(\s*\{\s*"([a-z_]+)")re",
                      R"re(refus[a-z_]*\((?:[^;"]*,)?\s*"([a-z_]+)")re",
                      R"re(require\((?:[^;"]|"")*"([a-z_]+)",\s*"[a-z_.]+")re"});
  for (const Source& source : sources) {
    if (source.path != "adapters/codec/read_result.hpp") continue;
    const Source rules{source.path, between(source.text, "namespace codec::rule", "\n}")};
    ids.merge(found({rules}, {R"re(string_view [a-z_]+ = "([a-z_]+)")re"}));
  }
  ids.merge(desk_answers(sources));
  return ids;
}

std::set<std::string> warning_ids(const std::vector<Source>& sources) {
  return found(sources,
               {R"re((?:warnings|warned|missing|told)\.(?:push|emplace)_back\("([a-z_]+)"\))re"});
}

std::set<std::string> snake_case_texts(const std::vector<Source>& sources) {
  return found(sources, {R"re("([a-z]+(?:_[a-z]+)+)")re"});
}

std::set<std::string> data_names(const std::vector<Source>& sources) {
  return found(sources, {R"re(\{\s*"([a-z_]+)",)re", R"re(emplace_back\("([a-z_]+)",)re"});
}

std::set<std::string> field_names(const std::vector<Source>& sources) {
  return found(sources, {R"re(\{\s*"field",\s*"([a-z_.]+)")re",
                         R"re(require\((?:[^;"]|"")*"[a-z_]+",\s*"([a-z_.]+)")re"});
}

std::map<std::string, std::set<std::string>> data_names_by_rule(
    const std::vector<Source>& sources) {
  const std::regex wanted(
      R"re((?:Refusal\s*|push_back\(\s*)\{\s*"([a-z_]+)",\s*(\{\}|\{\{[^;]*?\}\}(?=\s*[})])))re");
  std::map<std::string, std::set<std::string>> names;
  for (const Source& source : sources) {
    std::sregex_iterator at(source.text.begin(), source.text.end(), wanted);
    for (; at != std::sregex_iterator(); ++at) {
      const Source data{source.path, (*at)[2].str()};
      names[(*at)[1].str()].merge(found({data}, {R"re(\{\s*"([a-z_]+)")re"}));
    }
  }
  return names;
}

std::set<std::string> placeholders(std::string_view text) {
  return found({{"", std::string{text}}}, {R"re(\{([a-z_]+)\})re"});
}

}  // namespace kallad::sources
