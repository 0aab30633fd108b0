// The codec's functions by type: read<SendSummons>(json), write_compact(event).
// Costly to include with a large variant (it makes the shapes), so only in few .cpp files; others
// call what those files declare.
#pragma once

#include "adapters/codec/codec.hpp"
#include "adapters/codec/describe.hpp"

namespace kallad::codec {

/// Reads a JSON text as a T. Times are UTC where the type is Instant, without zone for Date and
/// LocalTime.
template <class T>
Read<T> read_text(std::string_view text) {
  T value{};
  CodecErrors errors = read_into(shape<T>, text, &value);
  if (!errors.empty()) return errors;
  return value;
}

/// Reads a JSON tree as a T.
template <class T>
Read<T> read(const nlohmann::json& json) {
  T value{};
  CodecErrors errors = read_into(shape<T>, json, &value);
  if (!errors.empty()) return errors;
  return value;
}

/// Reads the data part of a variant V whose type and version are kept beside it.
template <class V>
Read<V> read_data(std::string_view type, int version, std::string_view data) {
  V value{};
  CodecErrors errors = read_data_into(shape<V>, type, version, data, &value);
  if (!errors.empty()) return errors;
  return value;
}

/// The value as compact JSON text; throws as write_onto does.
template <class T>
std::string write_compact(const T& value) {
  std::string out;
  write_onto(out, shape<T>, &value);
  return out;
}

}  // namespace kallad::codec
