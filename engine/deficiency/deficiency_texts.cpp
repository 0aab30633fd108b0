// The running texts of a deficiency, and the rules that nobody is named in them.
// Not the search: engine/mention. Nor the cover, which may say who it is about.
#include "engine/deficiency/deficiency_rules.hpp"
#include "engine/mention/running_text.hpp"

namespace kallad::deficiency {

namespace {

void add(NamedTexts& texts, std::string_view field, const std::optional<std::string>& text) {
  if (text) texts.emplace_back(field, *text);
}

/// The mailboxes of units, where the text has any address to hold against them.
std::vector<std::string_view> mailboxes_for(const Register& known, std::string_view text) {
  std::vector<std::string_view> mailboxes;
  if (text.find('@') == std::string_view::npos) return mailboxes;
  for (const auto& [id, unit] : known.units) mailboxes.emplace_back(unit.mailbox);
  return mailboxes;
}

}  // namespace

std::vector<TextFinding> places_in(const DeficiencyFacts& facts, std::string_view text) {
  return find_people(text, {facts.person, facts.beside, mailboxes_for(facts.ground.known, text)});
}

NamedTexts running_texts(const WriteDeficiency& command) {
  return {{"what_happened", command.what_happened}};
}

NamedTexts running_texts(const CompleteDeficiency& command) {
  NamedTexts texts;
  add(texts, "found_at", command.found_at);
  add(texts, "parties_concerned", command.parties_concerned);
  add(texts, "what_happened", command.what_happened);
  add(texts, "measures_for_person", command.measures_for_person);
  add(texts, "measures_by_parties", command.measures_by_parties);
  return texts;
}

NamedTexts running_texts(const AnswerDeficiency& command) {
  return {{"measures", command.measures}};
}

NamedTexts running_texts(const ContestDeficiency& command) { return {{"words", command.words}}; }

NamedTexts running_texts(const SendBack& command) { return {{"reason", command.reason}}; }

NamedTexts running_texts(const AcceptDeficiency& command) {
  NamedTexts texts;
  add(texts, "words", command.words);
  return texts;
}

NamedTexts running_texts(const RuleNotADeficiency& command) {
  NamedTexts texts;
  add(texts, "words", command.words);
  return texts;
}

NamedTexts running_texts(const CloseDeficiency& command) {
  NamedTexts texts;
  add(texts, "measure", command.measure);
  add(texts, "result", command.result);
  return texts;
}

NamedTexts running_texts(const WithdrawDeficiency& command) { return {{"reason", command.reason}}; }

NamedTexts running_texts(const DeficiencyForm& form) {
  return {{"found_at", form.found_at},
          {"parties_concerned", form.parties_concerned},
          {"what_happened", form.what_happened},
          {"measures_for_person", form.measures_for_person},
          {"measures_by_parties", form.measures_by_parties}};
}

NamedTexts standing_texts(const Deficiency& deficiency) {
  NamedTexts texts = running_texts(deficiency.form);
  if (const auto* answer = standing_answer(deficiency))
    texts.emplace_back("measures", answer->text);
  if (const auto* contest = standing_contest(deficiency))
    texts.emplace_back("words", contest->text);
  return texts;
}

MaybeRefusal refuse_places(const DeficiencyFacts& facts, const NamedTexts& texts,
                           std::string_view rule) {
  std::vector<std::pair<std::string, std::string>> data;
  for (const auto& [field, text] : texts) {
    for (const auto& place : places_in(facts, text)) {
      if (place.rule != rule || place.severity != TextSeverity::refuse) continue;
      data.emplace_back("field", field);
      data.emplace_back("offset", std::to_string(place.offset));
      data.emplace_back("length", std::to_string(place.length));
    }
  }
  if (data.empty()) return std::nullopt;
  data.insert(data.begin(), {"deficiency", std::to_string(facts.deficiency.number)});
  return Refusal{rule, std::move(data)};
}

}  // namespace kallad::deficiency
