// Cairo's PDF surface. Of its own tags only the stretches are used: each mark is one tag without
// tags inside, which Cairo numbers from 0 on every page; the tree is ours (marks.cpp), because
// Cairo 1.16 knows neither alternative texts nor header cells.
#include "adapters/paper/sheet/sheet.hpp"

#include <cairo-pdf.h>

#include <stdexcept>

namespace kallad::paper {

namespace {

cairo_status_t take(void* bytes, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

void must(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
}

}  // namespace

Sheet::Sheet(const PageLook& look, const Type& type, Foot foot)
    : y(look.top),
      look_(look),
      type_(type),
      foot_(std::move(foot)),
      surface_(cairo_pdf_surface_create_for_stream(take, &bytes_, look.width, look.height)),
      pen_(cairo_create(surface_)) {
  root_.role = "Document";
  // The date is of no use here: finish.cpp writes the one it is told.
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
}

Sheet::~Sheet() {
  cairo_destroy(pen_);
  cairo_surface_destroy(surface_);
}

void Sheet::turn() {
  draw_foot();
  cairo_show_page(pen_);
  ++page_;
  marks_ = 0;
  y = look_.top;
}

void Sheet::mark(Node& node, const std::function<void()>& draw) {
  cairo_tag_begin(pen_, node.role.c_str(), nullptr);
  draw();
  cairo_tag_end(pen_, node.role.c_str());
  node.kids.push_back({nullptr, {page_, marks_++}});
}

void Sheet::put(const Line& line, double x, double top) {
  cairo_set_source_rgb(pen_, Ink::text, Ink::text, Ink::text);
  cairo_move_to(pen_, x + line.indent, top + line.baseline);
  pango_cairo_show_layout_line(pen_, line.line);
}

void Sheet::rule(double x1, double y1, double x2, double y2, double grey, double thickness) {
  cairo_set_source_rgb(pen_, grey, grey, grey);
  cairo_set_line_width(pen_, thickness);
  cairo_move_to(pen_, x1, y1);
  cairo_line_to(pen_, x2, y2);
  cairo_stroke(pen_);
}

void Sheet::dashed(double x1, double x2, double at) {
  constexpr double lengths[] = {5, 4};
  cairo_set_dash(pen_, lengths, 2, 0);
  rule(x1, at, x2, at);
  cairo_set_dash(pen_, nullptr, 0, 0);
}

void Sheet::frame(double x, double top, double width, double height, double grey) {
  cairo_set_source_rgb(pen_, grey, grey, grey);
  cairo_set_line_width(pen_, 0.7);
  cairo_rectangle(pen_, x, top, width, height);
  cairo_stroke(pen_);
}

void Sheet::fill(double x, double top, double width, double height, double grey) {
  cairo_set_source_rgb(pen_, grey, grey, grey);
  cairo_rectangle(pen_, x, top, width, height);
  cairo_fill(pen_);
}

void Sheet::cross(double x, double top, double size) {
  rule(x, top, x + size, top + size, Ink::text, 1.4);
  rule(x, top + size, x + size, top, Ink::text, 1.4);
}

void Sheet::draw_foot() {
  const auto [left, right] = foot_(page_);
  const double top = look_.height - look_.footer;
  rule(look_.side, top - 6, look_.width - look_.side, top - 6, Ink::faint);
  const Face face{look_.label, false};
  const Lines to_the_right = type_.broken(right, face, look_.body_width(), 1);
  PangoRectangle area;
  pango_layout_get_extents(to_the_right.layout.get(), nullptr, &area);
  const double width = pango_units_to_double(area.width);
  put(to_the_right.lines.front(), look_.width - look_.side - width, top - 2);
  const Lines to_the_left = type_.broken(left, face, look_.body_width() - width - 12, 1);
  put(to_the_left.lines.front(), look_.side, top - 2);
}

std::string Sheet::ended() {
  draw_foot();
  cairo_show_page(pen_);
  cairo_surface_finish(surface_);
  must(cairo_status(pen_));
  must(cairo_surface_status(surface_));
  return bytes_;
}

}  // namespace kallad::paper
