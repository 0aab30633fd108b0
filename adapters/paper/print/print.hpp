// A document as a PDF: A4, tagged, with its language and title, its fonts inside.
// Not the document: model/document.hpp. Rules kept: PDF/UA-1 as far as the parts in use can (the
// tree, alternative texts, header cells, artifacts), and the same document, look and moment give
// the same bytes on every machine.
#pragma once

#include <string>

#include "adapters/paper/model/document.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::paper {

/// `made`: the moment that the file says it was made, in UTC.
struct PrintOptions {
  bool large = false;
  Instant made{};
};

/// The file's bytes. Throws std::invalid_argument for a table whose rows do not fit its columns,
/// std::length_error for a QR code with too much in it, std::runtime_error where the fonts cannot
/// be kept in memory.
std::string pdf_of(const Document& document, const PrintOptions& options);

}  // namespace kallad::paper
