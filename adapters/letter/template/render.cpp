// Mustache fills a value in between two marks; then lines are read as headings, items, links and
// paragraphs, and written twice. So no value can become structure, and each writer escapes in its
// own way. Not the check of a template.
#include "adapters/letter/template/render.hpp"

#include <algorithm>
#include <boost/mp11.hpp>
#include <cstdint>
#include <kainjow/mustache.hpp>
#include <stdexcept>
#include <vector>

#include "adapters/letter/template/letter_texts.hpp"
#include "adapters/letter/template/plain_line.hpp"

namespace kallad::letter {

namespace {

namespace mustache = kainjow::mustache;

constexpr char value_begins = '\x01';
constexpr char value_ends = '\x02';
constexpr std::string_view link_begins = "](\x01";
constexpr std::string_view link_ends = "\x02)";
/// Stands on an empty line of the template, so that one which a section leaves behind is told from
/// it.
constexpr char paragraph_ends = '\x03';

// --- values -------------------------------------------------------------------------------------

std::string marked(const std::string& value) {
  return value_begins + plain_line(value) + value_ends;
}

mustache::data data_of(const DigestLine& line) {
  mustache::data one;
  one.set("title", line.title);
  one.set("link", line.link);
  return one;
}

void put(mustache::data& data, const char* name, const std::string& value) {
  if (!value.empty()) data.set(name, value);
}
void put(mustache::data& data, const char* name, bool value) { data.set(name, value); }
void put(mustache::data& data, const char* name, const std::vector<DigestLine>& lines) {
  mustache::data list{mustache::data::type::list};
  for (const DigestLine& line : lines) list.push_back(data_of(line));
  data.set(name, list);
}

mustache::data data_of(const LetterFields& fields) {
  mustache::data data;
  using Members = boost::describe::describe_members<LetterFields, boost::describe::mod_public>;
  boost::mp11::mp_for_each<Members>(
      [&](auto member) { put(data, member.name, fields.*member.pointer); });
  return data;
}

/// A line that holds one section tag and nothing else takes its line's end with it: what the
/// library does with such lines depends on whether the section is shown.
bool is_lone_section(std::string_view line) {
  const bool opens = line.starts_with("{{#") || line.starts_with("{{^") || line.starts_with("{{/");
  return opens && line.find("}}") + 2 == line.size();
}

std::string prepared(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    out += line;
    if (line.empty()) out += paragraph_ends;
    if (!is_lone_section(line)) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string filled(std::string_view text, const LetterFields& fields) {
  mustache::mustache source{prepared(text)};
  if (!source.is_valid()) throw std::invalid_argument("no template: " + source.error_message());
  source.set_custom_escape(marked);
  return source.render(data_of(fields));
}

std::string without_marks(std::string_view text) {
  std::string out{text};
  std::erase_if(out, [](char c) { return c == value_begins || c == value_ends; });
  return out;
}

// --- structure ----------------------------------------------------------------------------------

enum class BlockKind : std::uint8_t { paragraph, heading, item, link };

/// One block; of a link `lines` is its words and its address.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::vector<std::string> lines;
};

bool is_address(std::string_view text) {
  const bool is_web = text.starts_with("https://") || text.starts_with("http://");
  return is_web && text.find_first_of(" \"<>\\") == std::string_view::npos;
}

/// The block of a line that is one by itself; a link that leads nowhere is words, or nothing. Only
/// a value can stand behind "](", and no value can hold the mark it begins with.
Block block_of(std::string_view line) {
  if (line.starts_with("# ")) return {BlockKind::heading, {without_marks(line.substr(2))}};
  if (line.starts_with("- ")) return {BlockKind::item, {without_marks(line.substr(2))}};
  if (!line.starts_with('[')) return {BlockKind::paragraph, {without_marks(line)}};
  if (line.ends_with("]()")) return {BlockKind::paragraph, {}};
  const auto middle = line.find(link_begins);
  const bool is_link = middle != std::string_view::npos && line.ends_with(link_ends);
  if (!is_link) return {BlockKind::paragraph, {without_marks(line)}};
  const std::string words = without_marks(line.substr(1, middle - 1));
  const std::string address = without_marks(line.substr(middle + 2, line.size() - middle - 3));
  if (!is_address(address)) return {BlockKind::paragraph, {words + ": " + address}};
  return {BlockKind::link, {words, address}};
}

std::vector<Block> blocks_of(std::string_view body) {
  std::vector<Block> blocks;
  bool goes_on = false;
  while (!body.empty()) {
    const auto end = std::min(body.find('\n'), body.size());
    const std::string_view line = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (line.find(paragraph_ends) != std::string_view::npos) {
      goes_on = false;
      continue;
    }
    Block block = block_of(line);
    if (block.lines.empty()) continue;
    const bool joins = goes_on && block.kind == BlockKind::paragraph;
    goes_on = block.kind == BlockKind::paragraph;
    if (joins) {
      blocks.back().lines.push_back(std::move(block.lines.front()));
    } else {
      blocks.push_back(std::move(block));
    }
  }
  return blocks;
}

bool is_in_list(const std::vector<Block>& blocks, std::size_t at) {
  return at < blocks.size() && blocks[at].kind == BlockKind::item;
}

// --- the text part ------------------------------------------------------------------------------

std::string text_of(const Block& block) {
  std::string out;
  if (block.kind == BlockKind::item) out = "- ";
  if (block.kind == BlockKind::link) return block.lines[0] + ":\n" + block.lines[1] + "\n";
  for (const std::string& line : block.lines) out += line + "\n";
  return out;
}

std::string write_text(const std::vector<Block>& blocks) {
  std::string out;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    const bool is_next_item = at > 0 && is_in_list(blocks, at) && is_in_list(blocks, at - 1);
    if (at > 0 && !is_next_item) out += '\n';
    out += text_of(blocks[at]);
  }
  return out;
}

// --- the html part ------------------------------------------------------------------------------

std::string escaped(const std::string& text) { return mustache::html_escape(text); }

std::string html_of(const Block& block) {
  const std::string first = escaped(block.lines.front());
  switch (block.kind) {
    case BlockKind::heading:
      return "<h1>" + first + "</h1>\n";
    case BlockKind::item:
      return "<li>" + first + "</li>\n";
    case BlockKind::link:
      return "<p><a href=\"" + escaped(block.lines[1]) + "\">" + first + "</a></p>\n";
    case BlockKind::paragraph:
      break;
  }
  std::string out = "<p>" + first;
  for (std::size_t at = 1; at < block.lines.size(); ++at) {
    out += "<br>\n" + escaped(block.lines[at]);
  }
  return out + "</p>\n";
}

/// Colours are the reader's own, so that what is dark stays dark.
constexpr std::string_view style =
    "body{margin:1.5rem auto;max-width:38rem;padding:0 1rem;font:1.0625rem/1.5 sans-serif;"
    "color-scheme:light dark}h1{font-size:1.375rem;line-height:1.25}"
    "a{display:inline-block;padding:.5rem 0;font-weight:bold}";

std::string write_html(const std::vector<Block>& blocks, const std::string& subject,
                       Language language) {
  std::string out = "<!doctype html>\n<html lang=\"";
  out.append(code_of(language)).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n";
  out += "<title>" + escaped(subject) + "</title>\n<style>";
  out.append(style).append("</style>\n</head>\n<body>\n<main>\n");
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (is_in_list(blocks, at) && (at == 0 || !is_in_list(blocks, at - 1))) out += "<ul>\n";
    out += html_of(blocks[at]);
    if (is_in_list(blocks, at) && !is_in_list(blocks, at + 1)) out += "</ul>\n";
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace

Rendered render(std::string_view text, const LetterFields& fields, Language language) {
  const std::string all = filled(text, fields);
  const auto end = std::min(all.find('\n'), all.size());
  const std::string subject = without_marks(all.substr(0, end));
  const auto blocks = blocks_of(std::string_view{all}.substr(end));
  return {subject, write_text(blocks), write_html(blocks, subject, language)};
}

}  // namespace kallad::letter
