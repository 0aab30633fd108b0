// libical's things as values that clean up after themselves, and its settings made once.
// Not a wrapper of libical: only what this room uses. Rules kept (ecosystem.md): the _r variants
// alone, errors are never fatal, and no word of libical's types in a public header.
#pragma once

#include <libical/ical.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace kallad::calendar {

/// Frees with the function of its kind.
template <auto Free>
struct FreeWith {
  template <class T>
  void operator()(T* thing) const {
    Free(thing);
  }
};

using ComponentPtr = std::unique_ptr<icalcomponent, FreeWith<icalcomponent_free>>;
using TextPtr = std::unique_ptr<char, FreeWith<std::free>>;

/// Must have been called before anything else of libical: an error is a null pointer, not an abort.
/// Safe to call from several threads at once.
inline void begin_with_libical() {
  static const bool done = [] {
    icalerror_set_errors_are_fatal(0);
    return true;
  }();
  static_cast<void>(done);
}

/// The component as bytes: CRLF, and lines of at most 75 octets cut between letters.
std::string text_of(icalcomponent& component);

}  // namespace kallad::calendar
