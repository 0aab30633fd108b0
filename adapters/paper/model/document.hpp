// A document as a list of blocks, the same whether it becomes paper or a page on a screen. What the
// blocks mean is said here; how they look is print/ and html.hpp.
// Not a layout and not a text: words arrive ready, in one language. Rule kept: the order of the
// blocks is the order in which they are read aloud.
#pragma once

#include <boost/variant2/variant.hpp>
#include <string>
#include <vector>

#include "adapters/wording/words/language.hpp"

namespace kallad::paper {

/// A heading of level 1 (the title, once) to 3.
struct Heading {
  int level = 2;
  std::string text;
};

/// How a paragraph is set: as running text, as the one thing to read first, as small print, or
/// with a bar beside it because it must not be missed.
enum class Tone { normal, lead, small, notice };

struct Paragraph {
  std::string text;
  Tone tone = Tone::normal;
};

struct List {
  std::vector<std::string> items;
  bool numbered = false;
};

/// `width` is the column's share of the table's width.
struct Column {
  std::string heading;
  int width = 1;
};

/// A table with a header row. Every row has as many cells as there are columns. `row_headers`: the
/// first cell of a row says what the row is about. `blank_rows` are rows to write in by hand, after
/// the others; every row is at least `hand_lines` lines of handwriting high.
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
  bool row_headers = false;
  int blank_rows = 0;
  int hand_lines = 0;
};

/// A box with a label; where `value` is empty, one to write in by hand, `lines` lines high.
struct Field {
  std::string label;
  std::string value;
  int lines = 1;
  int width = 1;  ///< its share of the line it stands on
};

/// Boxes side by side; under each other where the print is large.
struct Fields {
  std::vector<Field> fields;
};

struct Checkbox {
  std::string label;
  bool checked = false;
};

/// `content` as a QR code; `alt` says what it leads to, for those who do not see it; `beside` is
/// read after it and stands to its right.
struct QrCode {
  std::string content;
  std::string alt;
  std::vector<std::string> beside;
};

/// A line to cut along. What follows it stands on one page with it, where one page is enough.
struct CutLine {
  std::string text;
};

struct PageBreak {};

using Block = boost::variant2::variant<Paragraph, Heading, List, Table, Fields, Checkbox, QrCode,
                                       CutLine, PageBreak>;

/// What is said beside the blocks, in the document's language. In `page` the names {page} and
/// {pages} are filled.
struct SaidBeside {
  std::string page;
  std::string checked;
  std::string unchecked;
};

/// `reference` stands at the foot of each page beside the title: a case number, or nothing.
struct Document {
  Language language = Language::swedish;
  std::string title;
  std::string reference;
  SaidBeside beside;
  std::vector<Block> blocks;
};

}  // namespace kallad::paper
