// The measures of a page, in points (1/72 inch), in ordinary and in large print.
// Not a style sheet: these are all the sizes there are. Rule kept: large print is 18 points for
// running text and nothing below 14.
#pragma once

namespace kallad::paper {

struct PageLook {
  double width = 595.28;  ///< A4
  double height = 841.89;
  double side = 56.7;  ///< 20 mm
  double top = 51.0;
  double bottom = 62.0;
  double footer = 34.0;  ///< its baseline above the lower edge

  double text = 10.5;
  double small = 9.0;
  double lead = 12.5;
  double label = 8.5;  ///< of a box
  double heading[3] = {21.0, 14.0, 11.5};
  double leading = 1.08;  ///< of a line's own height

  double after_block = 6.5;
  double before_heading[3] = {0.0, 15.0, 9.0};
  double hand_line = 24.0;  ///< height of a line to write on by hand
  double pad = 4.5;         ///< inside a cell
  double indent = 16.0;     ///< of a list
  double qr = 94.0;
  bool stacked = false;  ///< boxes stand under each other

  double body_width() const { return width - 2 * side; }
  double body_height() const { return height - top - bottom; }
};

/// The measures of ordinary print.
inline PageLook ordinary_print() { return {}; }

/// The measures of large print.
inline PageLook large_print() {
  PageLook look;
  look.side = 48.0;
  look.text = 18.0;
  look.small = 15.0;
  look.lead = 20.0;
  look.label = 14.0;
  look.heading[0] = 28.0;
  look.heading[1] = 23.0;
  look.heading[2] = 19.5;
  look.after_block = 10.0;
  look.before_heading[1] = 22.0;
  look.before_heading[2] = 14.0;
  look.hand_line = 34.0;
  look.pad = 6.5;
  look.indent = 24.0;
  look.qr = 150.0;
  look.stacked = true;
  return look;
}

}  // namespace kallad::paper
