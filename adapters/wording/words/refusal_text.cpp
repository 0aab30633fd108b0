// Finding a rule's text and filling its placeholders.
// Not the place of any text: swedish/ and english/ have one table for each topic.
#include "adapters/wording/words/refusal_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "adapters/wording/words/english/rules_api.hpp"
#include "adapters/wording/words/english/rules_case.hpp"
#include "adapters/wording/words/english/rules_deficiency.hpp"
#include "adapters/wording/words/english/rules_house.hpp"
#include "adapters/wording/words/english/rules_import.hpp"
#include "adapters/wording/words/english/rules_letter.hpp"
#include "adapters/wording/words/english/rules_link.hpp"
#include "adapters/wording/words/english/rules_seat.hpp"
#include "adapters/wording/words/english/rules_sign_in.hpp"
#include "adapters/wording/words/english/rules_webhook.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/swedish/rules_api.hpp"
#include "adapters/wording/words/swedish/rules_case.hpp"
#include "adapters/wording/words/swedish/rules_deficiency.hpp"
#include "adapters/wording/words/swedish/rules_house.hpp"
#include "adapters/wording/words/swedish/rules_import.hpp"
#include "adapters/wording/words/swedish/rules_letter.hpp"
#include "adapters/wording/words/swedish/rules_link.hpp"
#include "adapters/wording/words/swedish/rules_seat.hpp"
#include "adapters/wording/words/swedish/rules_sign_in.hpp"
#include "adapters/wording/words/swedish/rules_webhook.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad {

namespace {

using Table = std::span<const RuleText>;

constexpr std::array<Table, 10> swedish_tables{
    Table{words::swedish::case_rules},       Table{words::swedish::seat_rules},
    Table{words::swedish::deficiency_rules}, Table{words::swedish::house_rules},
    Table{words::swedish::api_rules},        Table{words::swedish::sign_in_rules},
    Table{words::swedish::import_rules},     Table{words::swedish::link_rules},
    Table{words::swedish::webhook_rules},    Table{words::swedish::letter_rules}};
constexpr std::array<Table, 10> english_tables{
    Table{words::english::case_rules},       Table{words::english::seat_rules},
    Table{words::english::deficiency_rules}, Table{words::english::house_rules},
    Table{words::english::api_rules},        Table{words::english::sign_in_rules},
    Table{words::english::import_rules},     Table{words::english::link_rules},
    Table{words::english::webhook_rules},    Table{words::english::letter_rules}};

/// A command is told by what it does: "record_delivery:failed" is said as "record_delivery". A
/// field may be one of a routine.
std::string in_words(std::string_view name, std::string_view value, Language language) {
  if (name == "command") value = value.substr(0, value.find(':'));
  const std::string_view said = word_of(name, value, language);
  return std::string{said == value && name == "field" ? word_of("routine_value", value, language)
                                                      : said};
}

/// One value, or each of a list of parties ("a, b").
std::string named(std::string_view name, std::string_view value, Language language,
                  const NameOf& name_of) {
  if (name != "parties") {
    std::string known = name_of ? name_of(name, value) : std::string{};
    return known.empty() ? in_words(name, value, language) : known;
  }
  std::string all;
  while (!value.empty()) {
    const auto end = std::min(value.find(", "), value.size());
    all += (all.empty() ? "" : ", ") + named("party", value.substr(0, end), language, name_of);
    value.remove_prefix(std::min(end + 2, value.size()));
  }
  return all;
}

/// All values of that name, for data may hold several: every field that is empty, say.
std::string filled(std::string_view name, const RefusalData& data, Language language,
                   const NameOf& name_of) {
  std::string all;
  for (const auto& [key, value] : data) {
    if (key != name || value.empty()) continue;
    all += (all.empty() ? "" : ", ") + named(name, value, language, name_of);
  }
  return all;
}

using Patterns = std::unordered_map<std::string_view, std::string_view>;

Patterns patterns_in(Language language) {
  Patterns all;
  for (const Table table : all_rule_texts(language)) {
    for (const RuleText& one : table) all.emplace(one.rule, one.text);
  }
  return all;
}

}  // namespace

std::span<const std::span<const RuleText>> all_rule_texts(Language language) {
  return language == Language::swedish ? swedish_tables : english_tables;
}

std::string_view pattern_of(std::string_view rule, Language language) {
  static const Patterns swedish = patterns_in(Language::swedish);
  static const Patterns english = patterns_in(Language::english);
  const Patterns& patterns = language == Language::swedish ? swedish : english;
  const auto found = patterns.find(rule);
  return found == patterns.end() ? rule : found->second;
}

std::string text_of(std::string_view rule, const RefusalData& data, Language language,
                    const NameOf& name_of) {
  const std::string_view pattern = pattern_of(rule, language);
  if (pattern == rule) return std::string{rule};
  return words::filled_in(
      pattern, [&](std::string_view name) { return filled(name, data, language, name_of); });
}

std::string text_of(const Refusal& refusal, Language language, const NameOf& name_of) {
  return text_of(refusal.rule, refusal.data, language, name_of);
}

}  // namespace kallad
