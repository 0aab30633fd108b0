// The dictionary's statements and its memory, which is emptied when it grows large (actors come and
// go).
#include "adapters/store/sqlite/file/words.hpp"

#include <SQLiteCpp/Column.h>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {
constexpr std::size_t most_remembered = 50'000;
}

Words::Words(SQLite::Database& database)
    : database_(database),
      by_text_(database, "SELECT number FROM words WHERE word = ?"),
      by_number_(database, "SELECT word FROM words WHERE number = ?"),
      insert_(database, "INSERT INTO words(word) VALUES (?)") {}

std::int64_t Words::find(std::string_view word) {
  if (const auto known = numbers_.find(word); known != numbers_.end()) return known->second;
  const std::string text{word};
  const Reset reset{by_text_};
  by_text_.bindNoCopy(1, text);
  if (!by_text_.executeStep()) return 0;
  const std::int64_t number = by_text_.getColumn(0).getInt64();
  remember(number, text);
  return number;
}

std::int64_t Words::number_of(std::string_view word) {
  if (const std::int64_t known = find(word); known != 0) return known;
  const std::string text{word};
  const Reset reset{insert_};
  insert_.bindNoCopy(1, text);
  insert_.exec();
  const std::int64_t number = database_.getLastInsertRowid();
  remember(number, text);
  return number;
}

const std::string& Words::text_of(std::int64_t number) {
  if (const auto known = texts_.find(number); known != texts_.end()) return known->second;
  const Reset reset{by_number_};
  by_number_.bind(1, number);
  if (!by_number_.executeStep()) {
    throw StoreError(StoreFault::damaged,
                     "the dictionary has no word number " + std::to_string(number));
  }
  remember(number, by_number_.getColumn(0).getString());
  return texts_.at(number);
}

void Words::remember(std::int64_t number, const std::string& word) {
  if (texts_.size() >= most_remembered) forget();
  numbers_.insert_or_assign(word, number);
  texts_.insert_or_assign(number, word);
}

void Words::forget() {
  numbers_.clear();
  texts_.clear();
}

}  // namespace kallad
