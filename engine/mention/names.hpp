// Looks for a name among the words of a text: whole, in parts, in the genitive, in compounds.
// Not what a finding leads to: deficiency_rules.hpp refuses.
#pragma once

#include "engine/mention/words.hpp"

namespace kallad::mention {

/// A name's words, and two of them written as one (Annakarin for Anna-Karin).
struct Name {
  struct Part {
    std::u32string letters;
    std::u32string plain;       ///< without marks; empty where it has none
    bool tells_nobody = false;  ///< a particle, or a word for who somebody is
  };
  struct Joined {
    std::u32string letters;
    std::size_t first = 0;
  };
  std::vector<Part> parts;
  std::vector<Joined> joined;
};

/// The name as it was written (UTF-8).
Name name_of(std::string_view full_name);

/// Words that follow one another and are all different parts of the name.
struct Run {
  std::size_t first = 0;
  std::size_t count = 0;
  std::size_t telling = 0;  ///< how many of them tell somebody
};

/// Every run of the text, in its order.
std::vector<Run> runs_of(std::string_view text, const std::vector<Word>& words, const Name& name);

/// Adds where the text names somebody of that name, under `rule`.
void find_name(std::vector<TextFinding>& found, std::string_view text,
               const std::vector<Word>& words, const Name& name, std::string_view rule);

/// Adds where the initials of that name stand, under `rule`: warned about.
void find_initials(std::vector<TextFinding>& found, std::string_view text,
                   const std::vector<Word>& words, const Name& name, std::string_view rule);

/// Adds where any initials stand, letter by letter with points (A.B.) or two or three capitals that
/// mean nothing else: warned about.
void find_any_initials(std::vector<TextFinding>& found, std::string_view text,
                       const std::vector<Word>& words, std::string_view rule);

}  // namespace kallad::mention
