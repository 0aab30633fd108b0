// A text in a JSON object that somebody else wrote.
// Not the codec, which reads strictly what is ours: what is missing or of another type is empty
// here, and the checks that follow want it to be there.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace kallad {

inline std::string said_text(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace kallad
