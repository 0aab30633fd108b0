// The texts that stand in the source tree between quotes: which rules it refuses with, and which
// names it gives their data. Not a compiler: it knows the few shapes in which this tree writes
// them. Rule kept: a rule without a text is found here, not by the person it says no to.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kallad::sources {

/// One file: its path from the root and its text with comments taken out.
struct Source {
  std::string path;
  std::string text;
};

/// Every .hpp and .cpp of engine/ and adapters/, but for adapters/wording.
const std::vector<Source>& all();

/// Without comments; texts between quotes stay.
std::string without_comments(std::string_view text);

/// Where a rule id is written as one: `rule = "x"` and codec::rule's constants, Refusal{"x", …},
/// push_back({"x", …}), refuse(…, "x", …), require(…, "x", …), and the desk's answers.
std::set<std::string> rule_ids(const std::vector<Source>& sources);

/// Warnings that events carry: warnings.push_back("x"), told.emplace_back("x"), and plan's
/// missing.emplace_back("x").
std::set<std::string> warning_ids(const std::vector<Source>& sources);

/// Every text between quotes that has the form of an id of several words ("meeting_is_cancelled").
std::set<std::string> snake_case_texts(const std::vector<Source>& sources);

/// Every name given to a piece of a refusal's data: {"party", …} and emplace_back("field", …).
std::set<std::string> data_names(const std::vector<Source>& sources);

/// The fields that refusals name: {"field", "x"} and the last argument of require(…, "rule", "x").
std::set<std::string> field_names(const std::vector<Source>& sources);

/// The names of the data written right behind a rule: Refusal{"x", {{"party", …}}}. Rules whose
/// data is put together elsewhere are not in it.
std::map<std::string, std::set<std::string>> data_names_by_rule(const std::vector<Source>& sources);

/// The names between braces in a text for people.
std::set<std::string> placeholders(std::string_view text);

}  // namespace kallad::sources
