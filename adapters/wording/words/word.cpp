// Looking words up. The tables are short and read by people; a scan is fast enough for a page.
// Not the place of any word: swedish/ and english/ have one table for each topic.
#include "adapters/wording/words/word.hpp"

#include <array>

#include "adapters/wording/words/english/messages.hpp"
#include "adapters/wording/words/english/sentences.hpp"
#include "adapters/wording/words/english/values_case.hpp"
#include "adapters/wording/words/english/values_deficiency.hpp"
#include "adapters/wording/words/english/values_seat.hpp"
#include "adapters/wording/words/swedish/messages.hpp"
#include "adapters/wording/words/swedish/sentences.hpp"
#include "adapters/wording/words/swedish/values_case.hpp"
#include "adapters/wording/words/swedish/values_deficiency.hpp"
#include "adapters/wording/words/swedish/values_seat.hpp"

namespace kallad {

namespace {

using Table = std::span<const Word>;

constexpr std::array<Table, 7> swedish_tables{
    Table{words::swedish::case_values},       Table{words::swedish::seat_values},
    Table{words::swedish::deficiency_values}, Table{words::swedish::events},
    Table{words::swedish::commands},          Table{words::swedish::small_words},
    Table{words::swedish::sentences}};
constexpr std::array<Table, 7> english_tables{
    Table{words::english::case_values},       Table{words::english::seat_values},
    Table{words::english::deficiency_values}, Table{words::english::events},
    Table{words::english::commands},          Table{words::english::small_words},
    Table{words::english::sentences}};

}  // namespace

std::span<const std::span<const Word>> all_words(Language language) {
  return language == Language::swedish ? swedish_tables : english_tables;
}

std::string_view word_of(std::string_view kind, std::string_view value, Language language) {
  for (const Table table : all_words(language)) {
    for (const Word& word : table) {
      if (word.value == value && word.kind == kind) return word.text;
    }
  }
  return value;
}

}  // namespace kallad
