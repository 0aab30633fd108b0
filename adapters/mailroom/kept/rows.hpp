// Values of the mail file's columns and back; a moment that is none is NULL, bound as NULLIF(?, 0).
// Not of use outside this room.
#pragma once

#include <SQLiteCpp/Column.h>

#include <boost/describe/enum_from_string.hpp>
#include <optional>
#include <string>

#include "adapters/store/side/side_file.hpp"
#include "engine/spine/table.hpp"

namespace kallad::mailroom {

/// The name of an enumerator; of one that this program has written, and back. A name it does not
/// know is `otherwise`.
template <class Enum>
std::string name_of_enum(Enum value) {
  return std::string{table::state_id(value)};
}
template <class Enum>
Enum enum_of(const std::string& name, Enum otherwise) {
  Enum value = otherwise;
  boost::describe::enum_from_string(name.c_str(), value);
  return value;
}

inline std::int64_t stored_or_none(const std::optional<Instant>& moment) {
  return moment ? stored(*moment) : 0;
}
inline std::optional<Instant> moment_in(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional{moment_of(column.getInt64())};
}

}  // namespace kallad::mailroom
