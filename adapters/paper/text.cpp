// Looks texts up. A few hundred rows: a walk through them costs nothing beside setting a page.
// Not the texts: texts/*_table.hpp.
#include "adapters/paper/text.hpp"

#include "adapters/paper/texts/common_table.hpp"
#include "adapters/paper/texts/deficiency_table.hpp"
#include "adapters/paper/texts/meeting_table.hpp"
#include "adapters/paper/texts/person_table.hpp"
#include "adapters/paper/texts/plan_table.hpp"

namespace kallad::paper {

std::span<const std::span<const FixedText>> all_texts() {
  static constexpr std::span<const FixedText> tables[] = {
      texts::common, texts::meeting, texts::plan, texts::person, texts::deficiency};
  return tables;
}

std::string text_of(std::string_view key, Language language) {
  for (const auto table : all_texts()) {
    for (const FixedText& text : table) {
      if (text.key == key) return std::string{text.in.at(static_cast<std::size_t>(language))};
    }
  }
  return std::string{key};
}

std::string access_said(std::string_view what, const std::string& value, Language language) {
  const std::string key = "access." + std::string{what} + "." + value;
  std::string text = text_of(key, language);
  return text == key ? value : text;
}

}  // namespace kallad::paper
