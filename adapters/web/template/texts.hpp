// What pages say that is no word of the field, by key: "sign_in.submit" is "Logga in".
// Not the words of values, events and refusals: adapters/wording. Rules kept: every text stands in
// texts/sv and texts/en and nowhere in code; a key that is missing is found by a test and shows
// itself at run time rather than nothing.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/wording/words/language.hpp"

namespace kallad::web {

/// A key of the texts, written "start.title"_text, so that a test finds each use.
struct TextKey {
  std::string_view key;
};
consteval TextKey operator""_text(const char* key, std::size_t size) { return {{key, size}}; }

/// Names and values for {{name}} in a text.
using TextValues = std::vector<std::pair<std::string_view, std::string>>;

/// The text of a key with its {{names}} filled; not escaped. The key itself where there is none.
std::string said(TextKey key, Language language, const TextValues& values = {});
/// The same for a key that is put together at run time: only where the whole family has texts, and
/// a test says so.
std::string said_of(std::string_view key, Language language, const TextValues& values = {});

/// All texts of a language by key. Throws std::logic_error for a line that is none, or a key twice.
const std::map<std::string, std::string, std::less<>>& texts(Language language);

/// "sv" or "en".
std::string_view tag_of(Language language);

}  // namespace kallad::web
