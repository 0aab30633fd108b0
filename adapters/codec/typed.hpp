// The codec's functions by type: read_text<SeatEvent>(text), write_compact(event).
// Not costly: the shapes are made elsewhere. For the engine's messages include messages.hpp as
// well; for a type of one's own describe.hpp, which makes the shape in that file.
#pragma once

#include "adapters/codec/codec.hpp"

namespace kallad::codec {

/// Reads a JSON text as a T. Times are UTC where the type is Instant, without zone for Date and
/// LocalTime.
template <class T>
Read<T> read_text(std::string_view text) {
  T value{};
  CodecErrors errors = read_into(shape_of<T>(), text, &value);
  if (!errors.empty()) return errors;
  return value;
}

/// Reads a JSON tree as a T.
template <class T>
Read<T> read(const nlohmann::json& json) {
  T value{};
  CodecErrors errors = read_tree_into(shape_of<T>(), json, &value);
  if (!errors.empty()) return errors;
  return value;
}

/// Reads the data part of a variant V whose type and version are kept beside it.
template <class V>
Read<V> read_data(std::string_view type, int version, std::string_view data) {
  V value{};
  CodecErrors errors = read_data_into(shape_of<V>(), type, version, data, &value);
  if (!errors.empty()) return errors;
  return value;
}

/// The value as compact JSON text; throws as write_onto does.
template <class T>
std::string write_compact(const T& value) {
  std::string out;
  write_onto(out, shape_of<T>(), &value);
  return out;
}

/// A command or event with its type and version beside its data, as a store keeps it; read_data
/// reads it.
struct Parts {
  std::string type;
  int version = 0;  ///< 0 for a command
  std::string data;
};

/// The variant's value in parts; throws as write_onto does.
template <class V>
Parts write_parts(const V& value) {
  const Alternative& held = shape_of<V>().alternatives[value.index()];
  Parts parts{std::string{held.id}, held.version, {}};
  write_data_onto(parts.data, shape_of<V>(), &value);
  return parts;
}

}  // namespace kallad::codec
