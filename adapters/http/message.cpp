// Finding a header of a request.
// Not reading one: adapters/http/wire. Rule kept: names are in lower case before they are compared.
#include "adapters/http/message.hpp"

#include <algorithm>

namespace kallad {

const std::string* HttpRequest::header(std::string_view lower_case_name) const {
  const auto found =
      std::ranges::find(headers, lower_case_name, [](const auto& field) { return field.first; });
  return found == headers.end() ? nullptr : &found->second;
}

}  // namespace kallad
