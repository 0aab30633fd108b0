// What a button of a page asks the API for, and what is told once it is done.
// Not a form: form.hpp.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "adapters/web/frame/form.hpp"
#include "adapters/web/template/texts.hpp"

namespace kallad::web {

/// `name` is the value of the button named "act", `route` the id of the API's route.
struct Act {
  std::string_view name;
  std::string_view route;
  TextKey done;
};

/// The one whose button was pressed; null where what was sent is no form, or names none of them.
inline const Act* pressed(std::span<const Act> acts, const std::optional<Form>& form) {
  const auto found = form ? std::ranges::find(acts, form->value("act"), &Act::name) : acts.end();
  return found == acts.end() ? nullptr : &*found;
}

}  // namespace kallad::web
