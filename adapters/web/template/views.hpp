// Every view that some page is made of, known by itself: so that a test can render each template
// with everything there and with nothing there, and no writer of pages has a list to keep.
// Not used to answer anybody. Rule kept: a name in a template that its view does not have is found
// by a test and not by a reader.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/web/template/data.hpp"

namespace kallad::web {

/// A view by the name of its template, with its values all there, or none.
struct ViewKind {
  std::string_view page;
  Data (*full)();
  Data (*empty)();
};

inline std::vector<ViewKind>& view_kinds() {
  static std::vector<ViewKind> kinds;
  return kinds;
}

/// Fills a value so that nothing of it is "not there", with letters that must be escaped.
inline void fill(std::string& text) { text = "<b>Ärende</b> & \"7\""; }
inline void fill(bool& value) { value = true; }
inline void fill(std::integral auto& number) { number = 7; }
template <class T>
void fill(std::optional<T>& value);
template <class T>
void fill(std::vector<T>& list);
template <class T>
requires boost::describe::has_describe_members<T>::value void fill(T& value) {
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_any_access>>(
      [&](auto member) { fill(value.*member.pointer); });
}
template <class T>
void fill(std::optional<T>& value) {
  fill(value.emplace());
}
template <class T>
void fill(std::vector<T>& list) {
  list.resize(2);
  for (T& each : list) fill(each);
}

/// True; and the view is among view_kinds() before main begins, in any program that uses it.
template <class View>
inline const bool view_is_known = [] {
  view_kinds().push_back({View::page,
                          [] {
                            View view{};
                            fill(view);
                            return data_of(view);
                          },
                          [] { return data_of(View{}); }});
  return true;
}();

}  // namespace kallad::web
