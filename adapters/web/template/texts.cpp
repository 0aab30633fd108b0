// Reading of the texts' files: lines "key = text", and lines that begin with '#'.
// Not a format for plurals or markup: a text that needs those is two texts, or a template.
#include "adapters/web/template/texts.hpp"

#include <stdexcept>

#include "adapters/web/look/embedded.hpp"

namespace kallad::web {

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

void read_line(std::string_view line, std::string_view file, Texts& into) {
  if (line.empty() || line.front() == '#') return;
  const auto equals = line.find(" = ");
  const bool good = equals != std::string_view::npos &&
                    into.emplace(line.substr(0, equals), line.substr(equals + 3)).second;
  if (!good) throw std::logic_error(std::string{file} + ": " + std::string{line});
}

Texts read_texts(Language language) {
  Texts all;
  const std::string of_language = "texts/" + std::string{tag_of(language)} + "/";
  for (const EmbeddedFile& file : page_files()) {
    if (!file.name.starts_with(of_language)) continue;
    for (std::size_t at = 0; at < file.content.size();) {
      const auto end = std::min(file.content.find('\n', at), file.content.size());
      read_line(file.content.substr(at, end - at), file.name, all);
      at = end + 1;
    }
  }
  return all;
}

std::string filled(std::string text, const TextValues& values) {
  for (const auto& [name, value] : values) {
    const std::string hole = "{{" + std::string{name} + "}}";
    for (auto at = text.find(hole); at != std::string::npos; at = text.find(hole, at)) {
      text.replace(at, hole.size(), value);
      at += value.size();
    }
  }
  return text;
}

}  // namespace

std::string_view tag_of(Language language) { return language == Language::swedish ? "sv" : "en"; }

const Texts& texts(Language language) {
  static const Texts swedish = read_texts(Language::swedish);
  static const Texts english = read_texts(Language::english);
  return language == Language::swedish ? swedish : english;
}

std::string said_of(std::string_view key, Language language, const TextValues& values) {
  const auto found = texts(language).find(key);
  return found == texts(language).end() ? std::string{key} : filled(found->second, values);
}

std::string said(TextKey key, Language language, const TextValues& values) {
  return said_of(key.key, language, values);
}

}  // namespace kallad::web
