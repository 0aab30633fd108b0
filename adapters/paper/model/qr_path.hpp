// A QR code as the path of an SVG: one bar for each run of dark modules.
// Not an image file: a page draws it itself, so that nothing of a secret leaves it.
#pragma once

#include <string>
#include <string_view>

namespace kallad::paper {

/// `side`: the width of the drawing in modules, with the quiet zone of four around it.
struct QrPath {
  int side = 0;
  std::string path;
};

/// Medium error correction. Throws std::length_error where the text is too long for any code.
QrPath qr_path(std::string_view text);

}  // namespace kallad::paper
