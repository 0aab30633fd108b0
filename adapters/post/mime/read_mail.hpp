// Any bytes as a mail. Never fails: what cannot be read is left out and said in `faults`.
// Not a judge of senders. Rules kept: sizes, depth and number of parts are limited before anything
// is kept; a mail of hostile make costs time in proportion to its size.
#pragma once

#include <cstddef>
#include <string_view>

#include "adapters/post/mime/incoming.hpp"

namespace kallad::post {

struct ReadLimits {
  std::size_t bytes = 10UL * 1024 * 1024;  ///< of the mail; what is beyond is not read
  int depth = 20;                          ///< parts within parts
  int parts = 200;
  std::size_t words = 256UL * 1024;      ///< of plain text kept
  std::size_t calendar = 1024UL * 1024;  ///< of each invitation; longer ones are left out
  std::size_t calendars = 20;
};

/// The mail as values. Safe for many threads.
Incoming read_mail(std::string_view bytes, const ReadLimits& limits = {});

}  // namespace kallad::post
