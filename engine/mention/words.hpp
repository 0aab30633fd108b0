// A text as words of letters, small and as they were written: what names are looked for in.
// Not a search for anybody (names.hpp) and no Swedish grammar beyond where a sentence begins.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/mention/running_text.hpp"
#include "engine/spine/code_points.hpp"

namespace kallad::mention {

inline constexpr std::string_view name_rule = "person_name_in_text";
inline constexpr std::string_view number_rule = "identity_number_in_text";
inline constexpr std::string_view relative_rule = "relative_name_in_text";
inline constexpr std::string_view contact_rule = "contact_details_in_text";

/// A run of letters: folded, and as it was written. Places count bytes of the text.
struct Word {
  std::u32string letters;
  std::size_t offset = 0;
  std::size_t end = 0;
  bool all_lower = true;
  bool all_upper = true;
  bool starts_upper = false;
};

/// The words of a text that was read, in its order.
std::vector<Word> words_of(const std::vector<text::Mark>& marks);

/// Whether nothing but a joint of at most three signs stands between two words.
bool is_close(std::string_view text, const Word& before, const Word& after);

/// Whether a capital there is the sentence's and not the word's own.
bool begins_sentence(std::string_view text, const Word& word);

/// The letters without what stands over them: åäö, é and the like.
std::u32string plain(std::u32string_view letters);

/// Whether the list has the word.
template <class List>
bool holds(const List& list, std::u32string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The finding from one word to another.
inline TextFinding place(std::string_view rule, TextSeverity severity, const Word& first,
                         const Word& last) {
  return {rule, severity, first.offset, last.end - first.offset};
}

}  // namespace kallad::mention
