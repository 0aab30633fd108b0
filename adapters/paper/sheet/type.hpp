// Setting text: the fonts that are part of the program, and paragraphs broken into lines.
// Not a page: lines know their heights and nothing of where they stand. Rule kept: the same text
// gives the same lines on every machine, so no font of the machine is ever looked at.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

namespace kallad::paper {

/// Gives back what GObject counts.
struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Counted = std::unique_ptr<T, Unref>;

/// How a text is set: size in points, and whether it is semibold.
struct Face {
  double size = 10.5;
  bool strong = false;
};

/// One line: where its baseline is below its top, how high it is, how far in it begins.
struct Line {
  PangoLayoutLine* line = nullptr;
  double baseline = 0;
  double height = 0;
  double indent = 0;
};

/// A text broken into lines; owns what the lines point at.
struct Lines {
  Counted<PangoLayout> layout;
  std::vector<Line> lines;
};

/// The fonts, and what breaks lines with them.
class Type {
 public:
  Type();
  ~Type();
  Type(const Type&) = delete;
  Type& operator=(const Type&) = delete;

  /// The text in lines at most `width` points long; each line `leading` times its own height.
  Lines broken(const std::string& text, Face face, double width, double leading) const;

 private:
  struct Fonts;
  std::unique_ptr<Fonts> fonts_;
};

}  // namespace kallad::paper
