// Objects of GMime and GLib held so that they are let go: one smart pointer each.
// Not for other rooms: includes GMime. Rule kept: nothing of GMime is used before start_gmime().
#pragma once

#include <gmime/gmime.h>

#include <memory>
#include <string>
#include <string_view>

namespace kallad::post {

struct Unreferenced {
  template <class Object>
  void operator()(Object* object) const {
    g_object_unref(object);
  }
};
/// A reference of our own to an object of GObject.
template <class Object>
using Held = std::unique_ptr<Object, Unreferenced>;

struct GFreed {
  void operator()(void* memory) const { g_free(memory); }
};
using GText = std::unique_ptr<char, GFreed>;

/// Once for the process; safe for many threads.
inline void start_gmime() { [[maybe_unused]] static const bool started = (g_mime_init(), true); }

/// Text of GMime's, which may be none.
inline std::string_view text_of(const char* text) { return text == nullptr ? "" : text; }

/// What has been written into a memory stream.
inline std::string bytes_of(GMimeStream* stream) {
  const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
  if (array->len == 0) return {};
  return {static_cast<const char*>(static_cast<const void*>(array->data)), array->len};
}

}  // namespace kallad::post
