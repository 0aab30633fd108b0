// Expansion of templates: parts and texts are put in before Mustache reads them.
// Not at run time: each page is expanded and parsed once for each language. Rule kept: a template
// with a mistake stops the program at its start and never a reader.
#include "adapters/web/template/templates.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "adapters/web/look/embedded.hpp"
#include "adapters/web/template/texts.hpp"

namespace kallad::web {

namespace {

constexpr std::string_view folder = "templates/";
constexpr std::string_view ending = ".html";
constexpr int deepest = 8;

struct Expansion {
  std::string page;
  Language language;
  std::set<std::string> keys = {};  ///< of the texts that were used
};

std::string_view source_of(std::string_view name) {
  for (const EmbeddedFile& file : page_files()) {
    if (!file.name.starts_with(folder) || !file.name.ends_with(ending)) continue;
    if (file.name.substr(folder.size(), file.name.size() - folder.size() - ending.size()) == name) {
      return file.content;
    }
  }
  throw std::logic_error("no template " + std::string{name});
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

/// The key as the catalogue knows it: ".lead" is of the page.
std::string whole_key(std::string_view key, const Expansion& expansion) {
  return key.starts_with('.') ? expansion.page + std::string{key} : std::string{key};
}

std::string text_for(std::string_view said_key, Expansion& expansion) {
  const std::string key = whole_key(said_key, expansion);
  const auto& all = texts(expansion.language);
  const auto found = all.find(key);
  if (found == all.end()) throw std::logic_error("no text " + key);
  expansion.keys.insert(key);
  return escaped(found->second);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n"), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// A part with its [[names]] replaced by what the tag says; what it does not say is nothing.
std::string part(const std::vector<std::string_view>& words) {
  std::map<std::string, std::string, std::less<>> given;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto equals = std::min(words[i].find('='), words[i].size());
    std::string& value = given[std::string{words[i].substr(0, equals)}];
    value += value.empty() ? "" : " ";
    value += words[i].substr(std::min(equals + 1, words[i].size()));
  }
  std::string_view source = source_of("_" + std::string{words.front()});
  if (source.ends_with('\n')) source.remove_suffix(1);  // the line of the tag has its own
  std::string out;
  for (std::size_t at = 0; at < source.size();) {
    const auto open = std::min(source.find("[[", at), source.size());
    out += source.substr(at, open - at);
    if (open == source.size()) break;
    const auto close = std::min(source.find("]]", open), source.size());
    out += given[std::string{source.substr(open + 2, close - open - 2)}];
    at = std::min(close + 2, source.size());
  }
  return out;
}

std::string expand(std::string_view source, Expansion& expansion, int depth);

/// What a tag of ours becomes; Mustache's own stay as they are.
std::string expand_tag(std::string_view tag, Expansion& expansion, int depth) {
  if (tag.starts_with('{') || tag.starts_with('&') || tag.starts_with('=')) {
    throw std::logic_error("a template may not say {{" + std::string{tag});
  }
  if (tag.starts_with("t ")) return text_for(tag.substr(2), expansion);
  if (!tag.starts_with('>')) return "{{" + std::string{tag} + "}}";
  const auto words = words_of(tag.substr(1));
  const bool is_page = words.size() == 1 && words.front() == "page";
  return expand(is_page ? std::string{source_of(expansion.page)} : part(words), expansion,
                depth + 1);
}

std::string expand(std::string_view source, Expansion& expansion, int depth) {
  if (depth > deepest) throw std::logic_error("parts within parts: " + expansion.page);
  std::string out;
  for (std::size_t at = 0; at < source.size();) {
    const auto open = std::min(source.find("{{", at), source.size());
    out += source.substr(at, open - at);
    if (open == source.size()) break;
    const auto close = source.find("}}", open);
    if (close == std::string_view::npos) throw std::logic_error("a tag is open: " + expansion.page);
    const std::string_view tag = source.substr(open + 2, close - open - 2);
    at = close + 2;
    if (tag.starts_with('?')) {
      const bool negated = tag.starts_with("?!");
      const std::string key = whole_key(tag.substr(negated ? 2 : 1), expansion);
      if (texts(expansion.language).contains(key) == negated) at = source.find("{{/?}}", at);
      if (at == std::string_view::npos) throw std::logic_error("{{? is open: " + expansion.page);
    } else if (tag != "/?") {
      out += expand_tag(tag, expansion, depth);
    }
  }
  return out;
}

struct Page {
  Expansion expansion;
  std::string source;
  kainjow::mustache::mustache parsed;
};

Page page_in(const std::string& name, Language language) {
  Expansion expansion{name, language};
  std::string source = expand(source_of("_shell"), expansion, 0);
  Page page{std::move(expansion), source, kainjow::mustache::mustache{source}};
  if (!page.parsed.is_valid()) {
    throw std::logic_error(name + ": " + page.parsed.error_message());
  }
  return page;
}

using Pages = std::map<std::pair<std::string, Language>, Page, std::less<>>;

Pages& pages() {
  static Pages all = [] {
    Pages made;
    for (const std::string& name : template_names()) {
      for (const Language language : {Language::swedish, Language::english}) {
        made.emplace(std::pair{name, language}, page_in(name, language));
      }
    }
    return made;
  }();
  return all;
}

Page& page_of(std::string_view page, Language language) {
  const auto found = pages().find(std::pair{std::string{page}, language});
  if (found == pages().end()) throw std::logic_error("no page " + std::string{page});
  return found->second;
}

}  // namespace

std::string render(std::string_view page, const Data& data, Language language) {
  return page_of(page, language).parsed.render(data);  // reads alone: many threads may
}

std::vector<std::string> template_names() {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : page_files()) {
    if (!file.name.starts_with(folder) || file.name.starts_with("templates/_")) continue;
    names.emplace_back(
        file.name.substr(folder.size(), file.name.size() - folder.size() - ending.size()));
  }
  return names;
}

std::string expanded(std::string_view page, Language language) {
  return page_of(page, language).source;
}

std::set<std::string> names_missing(std::string_view page, const Data& data, Language language) {
  class Strict final : public kainjow::mustache::context<std::string> {
   public:
    explicit Strict(const Data* of) : context(of) {}
    const Data* get(const std::string& name) const override {
      const Data* found = context::get(name);
      if (found == nullptr) missing.insert(name);
      return found;
    }
    mutable std::set<std::string> missing;
  };
  Strict context{&data};
  page_of(page, language).parsed.render(context);
  return context.missing;
}

std::set<std::string> keys_of_templates() {
  std::set<std::string> keys;
  for (const auto& [name, page] : pages()) {
    keys.insert(page.expansion.keys.begin(), page.expansion.keys.end());
  }
  return keys;
}

}  // namespace kallad::web
