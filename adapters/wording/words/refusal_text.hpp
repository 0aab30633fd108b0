// What a refusal says to people: why not, and what to do next.
// Not the decision: the engine refuses by rule id and data, and holds no text. Rule kept: plain
// Swedish (klarspråk), "du", no blame; a local value is called "lokal standard", never law.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/wording/words/language.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// The data of a refusal: names and values, as the engine or the codec gave them.
using RefusalData = std::vector<std::pair<std::string, std::string>>;

/// What a value is called for people: the name of a unit for its id, say. Asked with the data's
/// name ("party", "unit") and its value; an empty answer leaves the value as it is.
using NameOf = std::function<std::string(std::string_view name, std::string_view value)>;

/// The text of a rule, with {name} filled from `data`. Values that have words of their own (a
/// command, a field of a form) are put into words; several values of one name become a list; a name
/// that `data` lacks leaves no hole. A rule without a text gives the rule's id.
std::string text_of(std::string_view rule, const RefusalData& data, Language language,
                    const NameOf& name_of = {});

/// The same for a refusal of the engine.
std::string text_of(const Refusal& refusal, Language language, const NameOf& name_of = {});

/// The text of a rule as it is written, with {name} where data is filled in; the rule's id where it
/// has none.
std::string_view pattern_of(std::string_view rule, Language language);

/// Every text of a language, table by table.
std::span<const std::span<const RuleText>> all_rule_texts(Language language);

}  // namespace kallad
