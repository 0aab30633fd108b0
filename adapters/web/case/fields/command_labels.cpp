// Looks texts up by growing general keys.
// Not a list of fields: those follow from the commands.
#include "adapters/web/case/fields/command_labels.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "adapters/web/template/texts.hpp"

namespace kallad::web {

namespace {

/// The path without places in lists, "consent.given_by.name".
std::string without_places(std::string_view path) {
  std::string plain;
  for (std::size_t from = 0; from < path.size();) {
    const auto end = std::min(path.find('.', from), path.size());
    const std::string_view part = path.substr(from, end - from);
    if (part.find_first_not_of("0123456789") != std::string_view::npos) {
      plain += (plain.empty() ? "" : ".") + std::string{part};
    }
    from = end + 1;
  }
  return plain;
}

std::optional<std::string> found(std::string_view command, std::string_view path,
                                 std::string_view suffix, Language language) {
  const std::string plain = without_places(path);
  const std::string last = plain.substr(plain.rfind('.') + 1);
  const std::string end{suffix};
  for (const std::string& key : {"field." + std::string{command} + "." + plain + end,
                                 "field." + plain + end, "field." + last + end}) {
    if (texts(language).contains(key)) return said_of(key, language);
  }
  return std::nullopt;
}

}  // namespace

std::string heading_of(std::string_view command, Language language) {
  return said_of("do." + std::string{command}, language);
}

std::string about_of(std::string_view command, Language language) {
  const std::string key = "command." + std::string{command};
  return texts(language).contains(key) ? said_of(key, language) : std::string{};
}

std::string label_of(std::string_view command, std::string_view path, Language language) {
  return found(command, path, "", language).value_or(std::string{path});
}

std::string hint_of(std::string_view command, std::string_view path, Language language) {
  return found(command, path, "_hint", language).value_or(std::string{});
}

bool is_long(std::string_view path) {
  static constexpr auto longer = std::to_array<std::string_view>({"need",
                                                                  "purpose",
                                                                  "text",
                                                                  "needs",
                                                                  "efforts",
                                                                  "network",
                                                                  "outcome",
                                                                  "what_happened",
                                                                  "measures_for_person",
                                                                  "measures_by_parties",
                                                                  "measures",
                                                                  "words",
                                                                  "not_shared",
                                                                  "note",
                                                                  "efforts_needed",
                                                                  "others_measures",
                                                                  "persons_verdict",
                                                                  "measure",
                                                                  "result",
                                                                  "reason",
                                                                  "motive"});
  const std::string_view last = path.substr(path.rfind('.') + 1);
  return std::ranges::find(longer, last) != longer.end();
}

}  // namespace kallad::web
