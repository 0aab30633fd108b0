// The bytes of a file as UTF-8 text, from UTF-8 or Windows-1252 (as older Excel saves in Sweden).
// Not a guess: what is not in the encoding that was said is a fault that tells what it looks like,
// and where none was said only what can be but one is read.
#pragma once

#include <optional>
#include <string>

#include "adapters/import/fault.hpp"

namespace kallad::importing {

/// The encodings that are taken in.
enum class Encoding { utf8, windows_1252 };

/// Which encoding the bytes are in: UTF-8 where they are that, else Windows-1252 where all that is
/// no ASCII are letters and signs that people write in Swedish; UTF-8 in all other cases, which
/// decode then refuses with the place.
Encoding told_by(const std::string& bytes);

/// Text, or the fault that stopped it.
struct Decoded {
  std::string text;  ///< UTF-8, without byte order mark
  std::optional<Fault> fault;
};

/// Reads `bytes`. Rules: encoding_wide (UTF-16); encoding_looks_windows at the byte that is no
/// UTF-8; encoding_looks_unicode where Windows-1252 was said and å, ä or ö stand there as UTF-8;
/// encoding_not_windows at a byte that means nothing there.
Decoded decode(std::string bytes, Encoding encoding);

}  // namespace kallad::importing
