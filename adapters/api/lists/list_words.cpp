// Letters are those of ASCII and all beyond it; capital letters of Latin become small ones here,
// and all others in the index.
// Not a grammar: a name is called by the beginnings of its words.
#include "adapters/api/lists/list_words.hpp"

#include <algorithm>
#include <string>

#include "adapters/brain/lists/marks.hpp"
#include "adapters/wording/words/letters.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::api {

namespace {

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_of_word(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || (c >= '0' && c <= '9') || is_beyond_ascii(c);
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> all;
  std::string word;
  for (const char c : text) {
    if (is_of_word(c)) {
      word += c;
    } else if (!word.empty()) {
      all.push_back(words::small_letters(word));
      word.clear();
    }
  }
  if (!word.empty()) all.push_back(words::small_letters(word));
  return all;
}

bool has_word(std::string_view name, std::string_view beginning) {
  const auto words = words_in(name);
  return std::ranges::any_of(words, [&](const auto& one) { return one.starts_with(beginning); });
}

template <class Things>
void add_named(EntryWord& word, const Things& things) {
  for (const auto& [id, thing] : things) {
    if (word.marks.size() == most_marks) return;
    if (has_word(thing.name, word.beginning)) word.marks.push_back(lists::mark_of(id));
  }
}

template <class Enum>
void add_values(EntryWord& word) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
    const bool is_called = has_word(kallad::word(each.value, Language::swedish), word.beginning) ||
                           has_word(kallad::word(each.value, Language::english), word.beginning);
    if (is_called) word.marks.push_back(lists::mark_of(each.value));
  });
}

}  // namespace

std::optional<std::vector<EntryWord>> search_words(std::string_view typed, const Register& known) {
  if (typed.size() > longest_search) return std::nullopt;
  const auto typed_words = words_in(typed);
  if (typed_words.empty() || typed_words.size() > most_search_words) return std::nullopt;
  std::vector<EntryWord> all;
  for (const std::string& each : typed_words) {
    EntryWord word{each, {}};
    add_values<CaseKind>(word);
    add_values<Step>(word);
    add_named(word, known.principals);
    add_named(word, known.units);
    all.push_back(std::move(word));
  }
  return all;
}

}  // namespace kallad::api
