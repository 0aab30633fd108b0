// Pages being drawn, one after the other: where the pen is, what is marked as what, the foot of
// each page. Not blocks (blocks.hpp) and not a finished file: marks.hpp and finish.hpp make it one.
// Rule kept: what is drawn outside of a mark is no part of what is read.
#pragma once

#include <cairo.h>

#include <functional>
#include <memory>
#include <string>

#include "adapters/paper/sheet/page_look.hpp"
#include "adapters/paper/sheet/structure.hpp"
#include "adapters/paper/sheet/type.hpp"

namespace kallad::paper {

/// What stands at the foot of a page: to the left, and to the right.
using Foot = std::function<std::pair<std::string, std::string>(std::size_t page)>;

/// Shades of grey, 0 is black.
struct Ink {
  static constexpr double text = 0.1;
  static constexpr double rule = 0.45;
  static constexpr double faint = 0.78;
  static constexpr double fill = 0.94;
};

class Sheet {
 public:
  Sheet(const PageLook& look, const Type& type, Foot foot);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  const PageLook& look() const { return look_; }
  const Type& type() const { return type_; }
  Node& root() { return root_; }

  /// How far down the page the next thing begins; set it when something has been drawn.
  double y = 0;
  /// What is left of the page below the pen.
  double left() const { return look_.height - look_.bottom - y; }
  /// Whether nothing stands on the page yet.
  bool is_fresh() const { return y <= look_.top; }
  std::size_t page() const { return page_; }
  /// Ends the page and begins the next.
  void turn();

  /// Draws as the content of `node`.
  void mark(Node& node, const std::function<void()>& draw);
  /// One line of text with its left upper corner at (x, top).
  void put(const Line& line, double x, double top);
  void rule(double x1, double y1, double x2, double y2, double grey = Ink::rule,
            double thickness = 0.7);
  void dashed(double x1, double x2, double at);
  void frame(double x, double top, double width, double height, double grey = Ink::rule);
  void fill(double x, double top, double width, double height, double grey);
  void cross(double x, double top, double size);

  /// Ends the last page; the file as the drawing library writes it. Nothing may be drawn after.
  std::string ended();

 private:
  void draw_foot();

  PageLook look_;
  const Type& type_;
  Foot foot_;
  std::string bytes_;
  cairo_surface_t* surface_;
  cairo_t* pen_;
  std::size_t page_ = 0;
  int marks_ = 0;
  Node root_;
};

}  // namespace kallad::paper
