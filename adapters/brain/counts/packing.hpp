// Described values as few bytes, member by member in declared order, without their names.
// Not the codec, whose texts last and can be read by others: who reads these has the same types.
// Numbers are 7 bits a byte, the lowest first; a name that came before is its number in the row.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::packing {

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && std::is_class_v<T>;

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool>;

template <class E>
inline constexpr std::uint64_t enumerators =
    boost::mp11::mp_size<boost::describe::describe_enumerators<E>>::value;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

/// Days are told from this one: those of the product's time take two bytes.
inline constexpr std::chrono::sys_days day_zero{std::chrono::year{2026} / 1 / 1};

/// Puts values at the end of its bytes.
class Packer {
 public:
  std::string bytes;

  void put(std::uint64_t number);
  void put_signed(std::int64_t number);
  void put_text(std::string_view text);
  void put_name(std::string_view name);

  template <class T>
  void put_value(const T& value) {
    if constexpr (std::same_as<T, bool>) {
      put(value ? 1 : 0);
    } else if constexpr (std::is_enum_v<T>) {
      put(static_cast<std::uint64_t>(value));
    } else if constexpr (Integer<T>) {
      put_signed(std::int64_t{value});
    } else if constexpr (std::same_as<T, std::string>) {
      put_text(value);
    } else if constexpr (is_id<T>) {
      put_name(value.text);
    } else if constexpr (std::same_as<T, Date>) {
      put_signed((std::chrono::sys_days{value} - day_zero).count());
    } else if constexpr (std::same_as<T, Instant>) {
      put_signed(value.time_since_epoch().count());
    } else {
      put_parts(value);
    }
  }

 private:
  template <Described T>
  void put_parts(const T& value) {
    boost::mp11::mp_for_each<Members<T>>([&](auto member) { put_value(value.*member.pointer); });
  }
  template <class T>
  void put_parts(const std::optional<T>& value) {
    put_value(value.has_value());
    if (value) put_value(*value);
  }
  template <class T>
  void put_parts(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) put_value(value);
  }

  std::vector<std::string> names_;
};

/// Takes values off the front. Bytes that end too early or tell what cannot be are noted in `bad`,
/// and from then on nothing that is taken means anything.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
  bool bad = false;

  std::uint64_t take();
  std::int64_t take_signed();
  std::string_view take_text();
  std::string_view take_name();
  bool is_at_end() const { return rest_.empty(); }

  template <class T>
  void take_value(T& value) {
    if constexpr (std::same_as<T, bool>) {
      value = take_below(2) == 1;
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(take_below(enumerators<T>));
    } else if constexpr (Integer<T>) {
      const std::int64_t number = take_signed();
      value = static_cast<T>(number);
      bad = bad || std::int64_t{value} != number;
    } else if constexpr (std::same_as<T, std::string>) {
      value = take_text();
    } else if constexpr (is_id<T>) {
      value.text = take_name();
    } else if constexpr (std::same_as<T, Date>) {
      value = day_zero + std::chrono::days{take_day()};
    } else if constexpr (std::same_as<T, Instant>) {
      value = Instant{std::chrono::milliseconds{take_signed()}};
    } else {
      take_parts(value);
    }
  }

 private:
  std::uint64_t take_below(std::uint64_t end);
  std::int64_t take_day();

  template <Described T>
  void take_parts(T& value) {
    boost::mp11::mp_for_each<Members<T>>([&](auto member) { take_value(value.*member.pointer); });
  }
  template <class T>
  void take_parts(std::optional<T>& value) {
    value.reset();
    if (take_below(2) == 1) take_value(value.emplace());
  }
  template <class T>
  void take_parts(std::vector<T>& values) {
    const std::uint64_t size = take();
    if (size > rest_.size()) bad = true;  // each takes a byte at least
    values.resize(bad ? 0 : size);
    for (T& value : values) take_value(value);
  }

  std::string_view rest_;
  std::vector<std::string_view> names_;
};

}  // namespace kallad::packing
