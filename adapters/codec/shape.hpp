// The shape of a described type as data: its fields, alternatives, names, and how to reach the
// parts of a value. Not templates: those are in describe.hpp, which makes these tables; the reader,
// the writer, the schemas and the samples are plain code that walks them. So fifty event types cost
// fifty small tables, not fifty readers.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace kallad::codec {

enum class Kind {
  boolean,
  integer,
  text,
  id,
  date,
  instant,
  local_time,
  enumeration,
  structure,
  list,
  optional,
  variant,
};

struct Shape;

/// One member of a described struct. `at` gives its address inside the struct's value.
struct Field {
  std::string_view name{};
  const Shape* shape = nullptr;
  const void* (*at)(const void* structure) = nullptr;
};

/// One name of a described enum.
struct Enumerator {
  std::string_view name{};
  std::int64_t value = 0;
};

/// An older version of an event: read by its own shape, then lifted into the variant as the present
/// one.
struct Older {
  int version = 0;
  const Shape* shape = nullptr;
  std::shared_ptr<void> (*create)() = nullptr;
  void (*lift)(const void* older, void* variant) = nullptr;
};

/// One command or event of a variant. `version` is 0 for commands, which are not kept.
struct Alternative {
  std::string_view id{};
  int version = 0;
  const Shape* shape = nullptr;
  void* (*emplace)(void* variant) = nullptr;
  std::span<const Older> older{};
};

/// Integers and enums, as 64 bits; an unsigned value is carried in the same bits.
struct NumberAccess {
  bool is_signed = true;
  std::int64_t least = 0;
  std::uint64_t most = 0;
  std::int64_t (*load)(const void* number) = nullptr;
  void (*store)(void* number, std::int64_t bits) = nullptr;
};

struct ListAccess {
  std::size_t (*size)(const void* list) = nullptr;
  const void* (*at)(const void* list, std::size_t index) = nullptr;
  void (*resize)(void* list, std::size_t size) = nullptr;  ///< from empty, so all items are fresh
};

struct OptionalAccess {
  const void* (*get)(const void* optional) = nullptr;  ///< nullptr where empty
  void* (*emplace)(void* optional) = nullptr;
  void (*reset)(void* optional) = nullptr;
};

struct VariantAccess {
  std::size_t (*index)(const void* variant) = nullptr;
  const void* (*get)(const void* variant) = nullptr;
  std::shared_ptr<void> (*create)() = nullptr;
};

/// The table of one type. Only the parts that its kind needs are filled in.
struct Shape {
  Kind kind = Kind::boolean;
  std::string_view name{};    ///< the C++ name without namespaces; for an id, of the thing it names
  const Shape* of = nullptr;  ///< what a list or an optional holds
  std::span<const Field> fields{};
  std::span<const Enumerator> enumerators{};
  std::span<const Alternative> alternatives{};
  NumberAccess number{};
  ListAccess list{};
  OptionalAccess optional{};
  VariantAccess variant{};

  /// Optionals and lists may be left out of an object; all else must be there.
  bool may_be_left_out() const { return kind == Kind::optional || kind == Kind::list; }
  /// A variant of events carries versions, one of commands does not (describe.hpp allows no
  /// mixture).
  bool is_versioned() const { return !alternatives.empty() && alternatives.front().version != 0; }
};

/// The shape of T. Defined for all types in describe.hpp, and in few .cpp files for those of
/// messages.hpp.
template <class T>
const Shape& shape_of();

}  // namespace kallad::codec
