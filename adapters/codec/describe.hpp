// Makes the shape of a type out of what BOOST_DESCRIBE_STRUCT and BOOST_DESCRIBE_ENUM say about it.
// Not a reader or writer. Include it only where a shape is made (one .cpp per variant): it is the
// costly part. Rule kept: no line per struct. A type the codec does not know fails to compile here,
// never at run time.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/variant2/variant.hpp>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "adapters/codec/shape.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::codec {

/// The older versions of an event that may still stand in a log. An older version is a described
/// struct with its own `version` and the same `id`, and a free function `Event upcast(const Old&)`
/// found by its namespace. Specialise it where the variant's shape is made, before the shape is:
/// `using list = mp_list<SentV1>`.
template <class Event>
struct OlderVersions {
  using list = boost::mp11::mp_list<>;
};

template <class T>
consteval Shape make_shape();

template <class T>
inline constexpr Shape shape = make_shape<T>();

namespace detail {

template <class T>
consteval std::string_view type_name() {
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.find("T = ") + 4);
  text = text.substr(0, text.find_first_of(";]"));
  const auto colon = text.rfind(':');
  return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {
  static consteval std::string_view name() {
    const std::string_view tag = type_name<Tag>();
    return tag.ends_with("Tag") ? tag.substr(0, tag.size() - 3) : tag;
  }
};

template <class T, template <class...> class Template>
inline constexpr bool is_made_of = false;
template <template <class...> class Template, class... Ts>
inline constexpr bool is_made_of<Template<Ts...>, Template> = true;

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

// Boost.Describe lists the members of bases first, then the struct's own, each in declared order.
template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                         boost::describe::mod_inherited>;

template <class T, class Member>
const void* member_at(const void* structure) {
  return &(static_cast<const T*>(structure)->*Member::pointer);
}

template <class T, class List>
struct FieldTable;
template <class T, template <class...> class List, class... Ms>
struct FieldTable<T, List<Ms...>> {
  template <class M>
  using Type = std::remove_cvref_t<decltype(std::declval<T&>().*M::pointer)>;
  static constexpr std::array<Field, sizeof...(Ms)> rows{
      Field{Ms::name, &shape<Type<Ms>>, &member_at<T, Ms>}...};
};

template <class List>
struct EnumTable;
template <template <class...> class List, class... Es>
struct EnumTable<List<Es...>> {
  static_assert(sizeof...(Es) > 0, "describe the enum first");
  static constexpr std::array<Enumerator, sizeof...(Es)> rows{
      Enumerator{Es::name, static_cast<std::int64_t>(Es::value)}...};
};

template <class T>
std::int64_t load(const void* number) {
  return static_cast<std::int64_t>(*static_cast<const T*>(number));
}
template <class T>
void store(void* number, std::int64_t bits) {
  *static_cast<T*>(number) = static_cast<T>(bits);
}

template <class T>
consteval NumberAccess number_access() {
  if constexpr (std::is_enum_v<T>) {
    return {.load = &load<T>, .store = &store<T>};
  } else {
    return {.is_signed = std::is_signed_v<T>,
            .least = static_cast<std::int64_t>(std::numeric_limits<T>::min()),
            .most = static_cast<std::uint64_t>(std::numeric_limits<T>::max()),
            .load = &load<T>,
            .store = &store<T>};
  }
}

template <class T>
struct ListOf {
  static std::size_t size(const void* list) { return static_cast<const T*>(list)->size(); }
  static const void* at(const void* list, std::size_t index) {
    return &(*static_cast<const T*>(list))[index];
  }
  static void resize(void* list, std::size_t size) {
    static_cast<T*>(list)->clear();
    static_cast<T*>(list)->resize(size);
  }
};

template <class T>
struct OptionalOf {
  static const void* get(const void* optional) {
    const auto& given = *static_cast<const T*>(optional);
    return given ? &*given : nullptr;
  }
  static void* emplace(void* optional) { return &static_cast<T*>(optional)->emplace(); }
  static void reset(void* optional) { static_cast<T*>(optional)->reset(); }
};

template <class T>
std::shared_ptr<void> create() {
  return std::make_shared<T>();
}

template <class Variant, class Event, class Old>
struct OlderOf {
  static_assert(Old::id == Event::id && Old::version < Event::version);
  static void lift(const void* older, void* variant) {
    *static_cast<Variant*>(variant) = upcast(*static_cast<const Old*>(older));
  }
};

template <class Variant, class Event, class List>
struct OlderTable;
template <class Variant, class Event, template <class...> class List, class... Olds>
struct OlderTable<Variant, Event, List<Olds...>> {
  static constexpr std::array<Older, sizeof...(Olds)> rows{
      Older{Olds::version, &shape<Olds>, &create<Olds>, &OlderOf<Variant, Event, Olds>::lift}...};
};

// A command may have a field of that name, which is another thing.
template <class T>
concept Versioned = requires {
  { &T::version } -> std::same_as<const int*>;
};

template <class T>
consteval int version_of() {
  if constexpr (Versioned<T>) {
    static_assert(T::version > 0);
    return T::version;
  } else {
    return 0;
  }
}

template <class Variant, class T>
void* emplace_alternative(void* variant) {
  return &static_cast<Variant*>(variant)->template emplace<T>();
}

template <std::size_t N>
consteval bool ids_differ(const std::array<Alternative, N>& rows) {
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (rows[i].id == rows[j].id) return false;
    }
  }
  return true;
}

template <class Variant>
struct VariantTable;
template <class... Ts>
struct VariantTable<boost::variant2::variant<Ts...>> {
  using Variant = boost::variant2::variant<Ts...>;
  static constexpr std::array<Alternative, sizeof...(Ts)> rows{
      Alternative{Ts::id, version_of<Ts>(), &shape<Ts>, &emplace_alternative<Variant, Ts>,
                  OlderTable<Variant, Ts, typename OlderVersions<Ts>::list>::rows}...};
  static_assert(ids_differ(rows), "two alternatives have the same id");
  static_assert(((version_of<Ts>() == 0) && ...) || ((version_of<Ts>() > 0) && ...),
                "either all alternatives have versions (events) or none (commands)");

  static std::size_t index(const void* variant) {
    return static_cast<const Variant*>(variant)->index();
  }
  static const void* get(const void* variant) {
    return boost::variant2::visit([](const auto& held) -> const void* { return &held; },
                                  *static_cast<const Variant*>(variant));
  }
};

template <class T>
consteval Shape list_shape() {
  using Item = typename T::value_type;
  static_assert(!std::same_as<Item, bool>, "a list of bool has no addressable items");
  static_assert(!is_made_of<Item, std::optional>, "an empty item could not be written");
  using Of = ListOf<T>;
  return {.kind = Kind::list, .of = &shape<Item>, .list = {&Of::size, &Of::at, &Of::resize}};
}

template <class T>
consteval Shape optional_shape() {
  using Held = typename T::value_type;
  static_assert(!is_made_of<Held, std::optional>,
                "an optional of an optional cannot be told apart");
  using Of = OptionalOf<T>;
  return {
      .kind = Kind::optional, .of = &shape<Held>, .optional = {&Of::get, &Of::emplace, &Of::reset}};
}

template <class T>
consteval Shape variant_shape() {
  using Table = VariantTable<T>;
  return {.kind = Kind::variant,
          .alternatives = Table::rows,
          .variant = {&Table::index, &Table::get, &create<T>}};
}

}  // namespace detail

/// The shape of T: bool, an integer, std::string, a described enum or struct, Id, Instant, Date,
/// LocalTime, std::vector, std::optional, or a boost::variant2::variant of commands or
/// events. Nothing else
/// compiles.
template <class T>
consteval Shape make_shape() {
  if constexpr (std::same_as<T, bool>) {
    return {.kind = Kind::boolean};
  } else if constexpr (detail::Integer<T>) {
    return {.kind = Kind::integer, .number = detail::number_access<T>()};
  } else if constexpr (std::same_as<T, std::string>) {
    return {.kind = Kind::text};
  } else if constexpr (std::same_as<T, Date>) {
    return {.kind = Kind::date};
  } else if constexpr (std::same_as<T, Instant>) {
    return {.kind = Kind::instant};
  } else if constexpr (std::same_as<T, LocalTime>) {
    return {.kind = Kind::local_time};
  } else if constexpr (detail::IsId<T>::value) {
    return {.kind = Kind::id, .name = detail::IsId<T>::name()};
  } else if constexpr (detail::is_made_of<T, std::vector>) {
    return detail::list_shape<T>();
  } else if constexpr (detail::is_made_of<T, std::optional>) {
    return detail::optional_shape<T>();
  } else if constexpr (detail::is_made_of<T, boost::variant2::variant>) {
    return detail::variant_shape<T>();
  } else if constexpr (std::is_enum_v<T>) {
    return {.kind = Kind::enumeration,
            .name = detail::type_name<T>(),
            .enumerators = detail::EnumTable<boost::describe::describe_enumerators<T>>::rows,
            .number = detail::number_access<T>()};
  } else {
    static_assert(boost::describe::has_describe_members<T>::value, "describe the struct first");
    return {.kind = Kind::structure,
            .name = detail::type_name<T>(),
            .fields = detail::FieldTable<T, detail::Members<T>>::rows};
  }
}

template <class T>
const Shape& shape_of() {
  return shape<T>;
}

}  // namespace kallad::codec
