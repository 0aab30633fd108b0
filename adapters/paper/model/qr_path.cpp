// Modules of qrcodegen as squares of a path.
// Not an encoder: the library's.
#include "adapters/paper/model/qr_path.hpp"

#include <qrcodegen/qrcodegen.hpp>

namespace kallad::paper {

QrPath qr_path(std::string_view text) {
  constexpr int quiet = 4;
  const auto code =
      qrcodegen::QrCode::encodeText(std::string{text}.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  QrPath drawn{code.getSize() + 2 * quiet, {}};
  for (int y = 0; y < code.getSize(); ++y) {
    for (int x = 0, run = 0; x < code.getSize(); x += run + 1) {
      for (run = 0; x + run < code.getSize() && code.getModule(x + run, y);) ++run;
      if (run == 0) continue;
      const std::string wide = std::to_string(run);
      drawn.path += "M" + std::to_string(x + quiet) + "," + std::to_string(y + quiet) + "h" + wide +
                    "v1h-" + wide + "z";
    }
  }
  return drawn;
}

}  // namespace kallad::paper
