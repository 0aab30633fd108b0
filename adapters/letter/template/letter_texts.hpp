// The templates: those built in, and a council's own in their place.
// Not their meaning: template_check.hpp says what may be one. Immutable: who reads a folder again
// gets new ones and lets the old go. Rule kept: a text of a council that is not good is never used;
// the built-in one is, and the administrator is told why.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "adapters/wording/words/language.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// "sv", "en": in the names of the files of texts, and in html.
std::string_view code_of(Language language);

/// Every template there is, by council, kind and language.
class LetterTexts {
 public:
  /// Those built in, for every council.
  LetterTexts() = default;

  /// The council's own, else the one built in. Throws std::out_of_range where `kind` is none of
  /// letter::text_kinds(). The view lives as long as these texts.
  std::string_view find(const CouncilId& council, std::string_view kind, Language language) const;

  /// Puts a council's own text in place of the built-in one. The refusals of check_template, and
  /// then nothing is put.
  Refusals put(const CouncilId& council, std::string_view kind, Language language,
               std::string text);

  /// How many texts councils have put in place of built-in ones.
  std::size_t overrides() const { return own_.size(); }

 private:
  std::map<std::tuple<CouncilId, std::string, Language>, std::string> own_;
};

/// A file of a council's that is not used, and why.
struct TextFileProblem {
  std::string file;  ///< below the folder, as "nordvast/summons.sv.txt"
  Refusals why;
};

/// What reading a folder came to.
struct ReadTexts {
  LetterTexts texts;
  std::vector<TextFileProblem> problems;
};

namespace letter {

/// The text built in; throws std::out_of_range for none.
std::string_view built_in_text(std::string_view kind, Language language);

/// The texts with those of `folder` in place: files "<council>/<kind>.<sv|en>.txt", where a
/// council's id with "/" is folders. Other files are told as problems. A folder that is not there
/// is an empty one; what cannot be read is a problem. Links to elsewhere are not followed.
ReadTexts read_texts(const std::filesystem::path& folder);

}  // namespace letter
}  // namespace kallad
