// Looking texts up by id. A report has some hundred rows, so a search along the table is enough.
// Not the texts: report_texts_table.hpp.
#include "adapters/report/report_texts.hpp"

#include <algorithm>

#include "adapters/report/report_texts_table.hpp"
#include "engine/spine/table.hpp"

namespace kallad::report {

namespace {

const ReportText* find(std::string_view id) {
  const auto found = std::ranges::find(report_texts, id, &ReportText::id);
  return found == report_texts.end() ? nullptr : &*found;
}

template <class E>
std::string_view named(std::string_view kind, E value, Language language) {
  const std::string id = std::string{kind} + "." + std::string{table::state_id(value)};
  const ReportText* found = find(id);
  if (!found) return table::state_id(value);
  return language == Language::swedish ? found->swedish : found->english;
}

}  // namespace

std::string_view text_of(std::string_view id, Language language) {
  const ReportText* found = find(id);
  if (!found) return id;
  return language == Language::swedish ? found->swedish : found->english;
}

bool has_text(std::string_view id) { return find(id) != nullptr; }

std::string_view name_of(Section section, Language language) {
  return named("section", section, language);
}
std::string_view name_of(Outcome outcome, Language language) {
  return named("outcome", outcome, language);
}
std::string_view name_of(ActorGroup group, Language language) {
  return named("group", group, language);
}
std::string_view name_of(FigureId figure, Language language) {
  return named("figure", figure, language);
}
std::string_view name_of(Dimension dimension, Language language) {
  return named("dimension", dimension, language);
}
std::string_view definition_of(FigureId figure, Language language) {
  return named("definition", figure, language);
}

}  // namespace kallad::report
