// The stop on a broken promise. Nothing is cleaned up on purpose: the store is safe at its last
// commit.
#include "engine/spine/verdict.hpp"

#include <cstdio>
#include <cstdlib>

namespace kallad {

void promise(bool kept, std::string_view what, const std::source_location& where) {
  if (kept) return;
  std::fprintf(stderr, "kallad: broken promise: %.*s (%s:%u)\n", static_cast<int>(what.size()),
               what.data(), where.file_name(), static_cast<unsigned>(where.line()));
  std::abort();
}

}  // namespace kallad
