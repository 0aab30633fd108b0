// Names are held against the codec's list of events and the list of rules that have texts.
// Not a second list: nothing is named here.
#include "adapters/scene/says.hpp"

#include <algorithm>

#include "adapters/brain/messages.hpp"
#include "adapters/brain/rows.hpp"
#include "adapters/scene/text/nearest.hpp"
#include "adapters/wording/words/refusal_text.hpp"

namespace kallad::scene {

namespace {

std::vector<std::string> all_events() {
  std::vector<std::string> names;
  for (const auto* shape : {&codec::shape_of<FileEvent>(), &codec::shape_of<LedgerEvent>()}) {
    for (const auto& each : shape->alternatives) names.emplace_back(each.id);
  }
  return names;
}

std::vector<std::string> all_rules() {
  std::vector<std::string> names;
  for (const auto table : all_rule_texts(Language::swedish)) {
    for (const RuleText& one : table) names.emplace_back(one.rule);
  }
  return names;
}

RefusalData data_of(const RefusalRow& row) {
  RefusalData data;
  for (const NamedValue& each : row.data) data.emplace_back(each.name, each.value);
  return data;
}

}  // namespace

void check_names(const Expected& expected) {
  if (expected.kind == Expected::Kind::accepted) return;
  const bool events = expected.kind == Expected::Kind::events;
  static const auto event_names = all_events();
  static const auto rule_names = all_rules();
  const auto& known = events ? event_names : rule_names;
  for (const Word& name : expected.names) {
    if (std::find(known.begin(), known.end(), name.text()) != known.end()) continue;
    throw StoryFault(name.place, (events ? "händelsen " : "regeln ") + name.text() + " finns inte" +
                                     hint(name.text(), known));
  }
}

std::string joined(const std::vector<std::string>& events) {
  std::string text = "->";
  for (const std::string& each : events) text += " " + each;
  return events.empty() ? text + " (ingenting)" : text;
}

std::string names_of(const Expected& expected) {
  if (expected.kind == Expected::Kind::accepted) return "att kommandot tas emot";
  std::vector<std::string> names;
  for (const Word& name : expected.names) names.push_back(name.text());
  if (expected.kind == Expected::Kind::events) return joined(names);
  std::string text = "!!";
  for (const std::string& each : names) text += " " + each;
  return text;
}

std::vector<std::string> rules_of(const Outcome& outcome) {
  std::vector<std::string> rules;
  for (const RefusalRow& row : read_refusals(outcome.detail)) rules.push_back(row.rule);
  return rules;
}

std::string as_text(const Outcome& outcome) {
  if (outcome.stored()) {
    std::vector<std::string> types;
    for (const RecordedEvent& event : outcome.events) types.push_back(event.type);
    return joined(types);
  }
  if (outcome.answer != Answer::refused) {
    return std::string{name_of(outcome.answer)} + ": " + outcome.detail;
  }
  std::string text = "!!";
  for (const RefusalRow& row : read_refusals(outcome.detail)) text += " " + row.rule;
  for (const RefusalRow& row : read_refusals(outcome.detail)) {
    text += "\n           " + row.rule + ": " + text_of(row.rule, data_of(row), Language::swedish);
  }
  return text;
}

}  // namespace kallad::scene
