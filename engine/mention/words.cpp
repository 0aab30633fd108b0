// Letters put together to words.
// Not a Unicode segmentation: a digit or a sign ends a word.
#include "engine/mention/words.hpp"

namespace kallad::mention {

using text::is_letter;
using text::lower;

std::vector<Word> words_of(const std::vector<text::Mark>& marks) {
  std::vector<Word> words;
  bool inside = false;
  for (const auto& mark : marks) {
    if (!is_letter(mark.code)) {
      inside = false;
      continue;
    }
    const char32_t folded = lower(mark.code);
    if (!inside) words.push_back({{}, mark.offset, 0, true, true, folded != mark.code});
    inside = true;
    Word& word = words.back();
    (folded == mark.code ? word.all_upper : word.all_lower) = false;
    word.letters += folded;
    word.end = mark.offset + mark.length;
  }
  return words;
}

bool is_close(std::string_view text, const Word& before, const Word& after) {
  const auto gap = text.substr(before.end, after.offset - before.end);
  return gap.size() <= 3 && gap.find_first_not_of(" \t\n\r,.-") == std::string_view::npos;
}

bool begins_sentence(std::string_view text, const Word& word) {
  const auto before = text.substr(0, word.offset).find_last_not_of(" \t\r\"'(");
  return before == std::string_view::npos ||
         std::string_view{".!?:\n"}.find(text[before]) != std::string_view::npos;
}

std::u32string plain(std::u32string_view letters) {
  constexpr std::u32string_view marked = U"åäàáâãæöòóôõøéèêëíìîïúùûüñçčćšžýłğı";
  constexpr std::u32string_view bare = U"aaaaaaaooooooeeeeiiiiuuuuncccszylgi";
  static_assert(marked.size() == bare.size());
  std::u32string all{letters};
  for (char32_t& each : all) {
    if (each < 0x80) continue;
    const auto at = marked.find(each);
    if (at != std::u32string_view::npos) each = bare[at];
  }
  return all;
}

}  // namespace kallad::mention
