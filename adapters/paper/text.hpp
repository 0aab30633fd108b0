// The fixed texts of documents: headings, labels, what is explained. One table, every language
// beside the other, so that a translation is a column more. Not values of enums: those are the
// house's words (adapters/wording/words).
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "adapters/wording/words/language.hpp"

namespace kallad::paper {

/// One text; `in` has a place for each language, in the order of `Language`.
struct FixedText {
  std::string_view key;
  std::array<std::string_view, 2> in;
};

/// The text; the key itself where there is none (a broken promise that a test finds).
std::string text_of(std::string_view key, Language language);

/// What the access log says of an opening, in words: `what` is "kind", "ground" or "outcome". A
/// ground that somebody wrote, and what is new to this program, stays as it is.
std::string access_said(std::string_view what, const std::string& value, Language language);

/// Every text, table by table.
std::span<const std::span<const FixedText>> all_texts();

}  // namespace kallad::paper
