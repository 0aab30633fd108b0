// Words for values that people see: "substitute_named" is "ersättare utsedd".
// Not sentences: the text of a refusal is refusal_text.hpp. Rule kept: the words of GLOSSARY.md, in
// plain Swedish; what has no word is a broken promise found by a test, and shows its id at run
// time rather than nothing.
#pragma once

#include <span>
#include <string_view>

#include "adapters/wording/words/kinds.hpp"
#include "adapters/wording/words/language.hpp"

namespace kallad {

/// The word for the value `value` of `kind`: an enum's kind of kinds.hpp, or one of "event" (what
/// has happened, for a timeline), "command" (what somebody wants to do: "skicka kallelsen"),
/// "field" (a field of a form), "warning" (a sentence), "routine_value", "consent_standing". The
/// value itself where there is none.
std::string_view word_of(std::string_view kind, std::string_view value, Language language);

/// The word for an enumerator.
template <class E>
std::string_view word(E value, Language language) {
  static_assert(!words::kind_of<E>().empty(), "this enum has no words: add it to kinds.hpp");
  return word_of(words::kind_of<E>(), table::state_id(value), language);
}

/// Every word of a language, table by table.
std::span<const std::span<const Word>> all_words(Language language);

}  // namespace kallad
