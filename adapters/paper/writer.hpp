// Writes a document's blocks by the keys of texts: one line for each block.
// Not texts and not layout. Rule kept: what is empty becomes room to write in, of a height the
// paper chooses.
#pragma once

#include <initializer_list>
#include <optional>

#include "adapters/paper/model/document.hpp"
#include "adapters/paper/text.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::paper {

class Writer {
 public:
  /// Begins with the title as heading. `case_number` stands at the foot of each page.
  Writer(Language language, std::string_view title, const std::string& case_number);

  Language language() const { return document_.language; }
  std::string text(std::string_view key) const { return text_of(key, language()); }
  /// The word for an enumerator; empty where there is none.
  template <class E>
  std::string word(const std::optional<E>& value) const {
    return value ? std::string{kallad::word(*value, language())} : std::string{};
  }
  /// "torsdag 19 mars 2026"; empty for none.
  std::string day(const std::optional<Date>& day) const;
  /// "2026-03-19", for tables; empty for none.
  static std::string short_day(const std::optional<Date>& day);
  /// "torsdag 19 mars 2026 kl. 13.00"; empty for none.
  std::string moment(const std::optional<LocalTime>& moment) const;
  /// "2026-03-19 13:00", for tables; empty for none.
  static std::string short_moment(const std::optional<LocalTime>& moment);

  void heading(std::string_view key) { put(Heading{2, text(key)}); }
  void sub(std::string_view key) { put(Heading{3, text(key)}); }
  void say(std::string_view key, Tone tone = Tone::normal) { put(Paragraph{text(key), tone}); }
  void tick(std::string_view key, bool checked = false) { put(Checkbox{text(key), checked}); }
  void list(std::initializer_list<std::string_view> keys, bool numbered = false);
  /// A box that is `width` shares wide, and where it is empty `lines` lines high.
  Field field(std::string_view key, std::string value, int lines = 1, int width = 1) const {
    return {text(key), std::move(value), lines, width};
  }
  void fields(std::vector<Field> boxes) { put(Fields{std::move(boxes)}); }
  /// One box over the whole width.
  void box(std::string_view key, const std::string& value, int lines) {
    fields({field(key, value, lines)});
  }
  Column column(std::string_view key, int width = 1) const { return {text(key), width}; }
  /// A table; where it has no rows, `blank` rows to write in. Rows are at least `hand_lines` high.
  void table(std::string_view caption, std::vector<Column> columns,
             std::vector<std::vector<std::string>> rows, int blank, bool row_headers = false,
             int hand_lines = 0);
  void put(Block block) { document_.blocks.push_back(std::move(block)); }

  Document done() { return std::move(document_); }

 private:
  Document document_;
};

/// The texts on lines of their own.
std::string lines_of(const std::vector<std::string>& texts);

}  // namespace kallad::paper
