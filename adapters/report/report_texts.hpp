// The words of reports: titles, rows, definitions and notes, in Swedish and English.
// Not the words of the process (causes, kinds): those are adapters/wording/words. Rule kept: every
// key figure has a definition, a population and what is left out, in both languages.
#pragma once

#include <string>
#include <string_view>

#include "adapters/wording/words/language.hpp"
#include "engine/report/figures/key_figures.hpp"

namespace kallad::report {

/// The text of that id; the id itself where there is none.
std::string_view text_of(std::string_view id, Language language);
/// The same as a text of its own.
inline std::string text(std::string_view id, Language language) {
  return std::string{text_of(id, language)};
}

/// Whether there is a text of that id.
bool has_text(std::string_view id);

/// What an enumerator of a report is called: "outcome.accepted" for Outcome::accepted.
std::string_view name_of(Section section, Language language);
std::string_view name_of(Outcome outcome, Language language);
std::string_view name_of(ActorGroup group, Language language);
std::string_view name_of(FigureId figure, Language language);
std::string_view name_of(Dimension dimension, Language language);

/// What exactly a figure counts, out of which population.
std::string_view definition_of(FigureId figure, Language language);

}  // namespace kallad::report
