// Reads the settings file with toml++, the one place that sees it.
// Not a judgement of keys and bounds: settings.cpp. Rule kept: the line of each value is told, so
// that an error says where to look.
#include <toml++/toml.h>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "adapters/config/settings.hpp"

namespace kallad {

namespace {

class Walk {
 public:
  explicit Walk(std::string file) : file_(std::move(file)) {}

  void take(const toml::table& table, const std::string& before) {
    for (const auto& [key, node] : table) {
      const std::string name = before + std::string{key.str()};
      if (const auto* inner = node.as_table()) {
        take(*inner, name + ".");
      } else {
        value(name, node);
      }
    }
  }

  SaidValues done() && { return std::move(said_); }

 private:
  void value(const std::string& key, const toml::node& node) {
    std::string where = file_ + ", rad " + std::to_string(node.source().begin.line);
    if (const auto text = node.value_exact<std::string>()) {
      said_.values.push_back({key, *text, std::move(where)});
    } else if (const auto number = node.value_exact<std::int64_t>()) {
      said_.values.push_back({key, std::to_string(*number), std::move(where)});
    } else {
      said_.errors.push_back({"wrong_type", std::move(where), key, {}});
    }
  }

  std::string file_;
  SaidValues said_;
};

}  // namespace

SaidValues read_toml(const std::string& path) {
  if (std::filesystem::is_directory(path)) return {{}, {{"unreadable_file", path, {}, {}}}};
  std::ifstream in{path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  if (!in) return {{}, {{"unreadable_file", path, {}, {}}}};
  try {
    Walk walk{path};
    walk.take(toml::parse(text), "");
    return std::move(walk).done();
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    return {{}, {{"not_toml", path, {}, "rad " + std::to_string(at.line)}}};
  }
}

}  // namespace kallad
