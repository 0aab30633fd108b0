// The tree that says what the marks on the pages are: heading, paragraph, table, cell. What a
// screen reader reads. Not the marks themselves: a mark is a numbered stretch of one page's
// content. Rule kept (ISO 32000-1, 14.7): the order of the tree is the order of reading, whatever
// the order on the page.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace kallad::paper {

/// A stretch of content: the page, counted from 0, and its number there.
struct Mark {
  std::size_t page = 0;
  int number = 0;
};

/// An element with its elements and marks in order. Of a kid, either `node` or the mark is meant.
struct Node {
  struct Kid {
    std::unique_ptr<Node> node;
    Mark mark;
  };
  std::string role;         ///< "H1", "P", "TD" …
  std::string alt;          ///< said instead of what is drawn
  std::string scope;        ///< of a TH: "Column" or "Row"
  std::string print_field;  ///< of a Form: "tv" (a box for text) or "cb" (to tick)
  std::vector<double> box;  ///< of a Figure: left, lower, right, upper on its page
  bool checked = false;
  bool numbered = false;  ///< of an L
  std::vector<Kid> kids;

  /// A new element at the end.
  Node& add(std::string kind) {
    kids.push_back({std::make_unique<Node>(), {}});
    kids.back().node->role = std::move(kind);
    return *kids.back().node;
  }
};

}  // namespace kallad::paper
