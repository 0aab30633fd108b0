// The words of one line of a story: quoted or not, with key and value told apart, each knowing its
// place. Not the grammar: what a line means is parser.hpp. Rule kept: an error can always say line
// and column.
#pragma once

#include <boost/variant2/variant.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kallad::scene {

/// A place in a scene file, both from 1; columns count characters, not bytes.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;
  bool operator==(const Place&) const = default;
};

/// One word. `answer`, `kind=sip`, `facts>=2`, `name="Bo Ek"`, `a,b`. A comma outside quotes parts
/// the values; "a," has an empty last value. `op` is empty for a word without key: its values are
/// the word.
struct Word {
  Place place;
  std::string key;
  std::string op;  ///< "", "=", ">=" or "<="
  std::vector<std::string> values;
  bool quoted = false;  ///< some part stood in quotes, so it is a text and no symbol

  bool is_bare() const { return op.empty(); }
  /// The values as one text, with the commas they were written with.
  std::string text() const;
  /// Whether it is this symbol, written without quotes and commas ("->", "clock").
  bool is(std::string_view symbol) const;
};

/// What is wrong with a scene file, and where.
struct Fault {
  Place place;
  std::string what;  ///< Swedish, for the one who writes the story
};

/// One written line of a story with the lines that go on from it.
struct WrittenLine {
  std::size_t number = 0;  ///< of its first line in the file
  std::string text;        ///< as written, continued lines joined by a space
  std::vector<Word> words;
};

/// Cuts a file into lines of words. A line that begins with a space goes on the line before; #
/// begins a comment where a word could begin. A word that begins with { goes to the matching }
/// (JSON). Faults: a quote or brace without end, a file that is not UTF-8.
struct CutFile {
  std::vector<WrittenLine> lines;
  std::vector<Fault> faults;
};
CutFile cut(std::string_view file);

}  // namespace kallad::scene
