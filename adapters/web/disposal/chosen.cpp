// The huvudman comes last: its id may hold spaces, a case's number and a version hold none.
// Not checked further: what is not there is refused by the API.
#include "adapters/web/disposal/chosen.hpp"

namespace kallad::web {

std::string text_of(const api::DueCopy& copy) {
  return copy.of_case.text + " " + std::to_string(copy.version) + " " + copy.principal.text;
}

std::optional<ChosenCopy> chosen_in(std::string_view text) {
  const std::size_t first = text.find(' ');
  const std::size_t second = first == std::string_view::npos ? first : text.find(' ', first + 1);
  if (second == std::string_view::npos || second + 1 == text.size()) return std::nullopt;
  return ChosenCopy{std::string{text.substr(0, first)},
                    std::string{text.substr(first + 1, second - first - 1)},
                    std::string{text.substr(second + 1)}};
}

}  // namespace kallad::web
