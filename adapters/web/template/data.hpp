// A page's values for its template: a described struct becomes what Mustache looks names up in.
// Not escaping (templates.hpp) and not words: a view holds texts as people read them, never enums
// or moments. Rule kept: an empty text, an empty list and a missing value are all "not there", so
// that {{#note}}...{{/note}} is left out for each of them.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <kainjow/mustache.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kallad::web {

using Data = kainjow::mustache::data;

inline Data data_of(const Data& data) { return data; }
inline Data data_of(std::string_view text) {
  return text.empty() ? Data{Data::type::bool_false} : Data{std::string{text}};
}
inline Data data_of(const std::string& text) { return data_of(std::string_view{text}); }
template <std::same_as<bool> T>
Data data_of(T value) {
  return Data{value ? Data::type::bool_true : Data::type::bool_false};
}
template <std::integral T>
requires(!std::same_as<T, bool>) Data data_of(T number) { return Data{std::to_string(number)}; }
template <class T>
Data data_of(const std::optional<T>& value);
template <class T>
Data data_of(const std::vector<T>& list);
template <class T>
requires boost::describe::has_describe_members<T>::value Data data_of(const T& value);

template <class T>
Data data_of(const std::optional<T>& value) {
  return value ? data_of(*value) : Data{Data::type::bool_false};
}
template <class T>
Data data_of(const std::vector<T>& list) {
  Data data{Data::type::list};
  for (const auto& each : list) data.push_back(data_of(each));
  return data;
}
template <class T>
requires boost::describe::has_describe_members<T>::value Data data_of(const T& value) {
  Data data{Data::type::object};
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_any_access>>(
      [&](auto member) { data.set(member.name, data_of(value.*member.pointer)); });
  return data;
}

}  // namespace kallad::web
