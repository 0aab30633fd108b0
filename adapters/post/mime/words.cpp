// Charsets by GLib's iconv, from a list of our own: a mail cannot name any converter it likes.
// Not a parser of HTML: a walk over its tags, which cannot fail.
#include "adapters/post/mime/words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "adapters/post/mime/hold.hpp"

namespace kallad::post {

namespace {

constexpr auto kCharsets = std::to_array<std::string_view>({
    "utf-8",        "utf-16",       "utf-16le",     "utf-16be",     "iso-8859-1",   "iso-8859-2",
    "iso-8859-4",   "iso-8859-5",   "iso-8859-6",   "iso-8859-7",   "iso-8859-9",   "iso-8859-10",
    "iso-8859-13",  "iso-8859-15",  "windows-1250", "windows-1251", "windows-1252", "windows-1254",
    "windows-1256", "windows-1257", "koi8-r",       "macintosh",
});

/// The name iconv knows it by; empty where it is none of ours.
std::string known_charset(std::string_view named) {
  const std::string name = lower_ascii(named);
  if (name.empty() || name == "us-ascii" || name == "ascii" || name == "utf8") return "utf-8";
  // What calls itself Latin 1 holds the signs of Windows-1252 more often than control characters.
  if (name == "iso-8859-1" || name == "latin1" || name == "cp1252") return "windows-1252";
  const bool known = std::find(kCharsets.begin(), kCharsets.end(), name) != kCharsets.end();
  return known ? name : std::string{};
}

/// Nothing where the bytes are not in it.
bool convert(std::string_view bytes, const std::string& charset, std::string& out) {
  gsize written = 0;
  const GText text{g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "utf-8",
                             charset.c_str(), nullptr, &written, nullptr)};
  if (text) out.assign(text.get(), written);
  return text != nullptr;
}

/// Every byte is something here: the five that Windows-1252 leaves free become signs of doubt.
std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    std::string one;
    if (static_cast<unsigned char>(c) < 0x80)
      out += c;
    else
      out += convert({&c, 1}, "windows-1252", one) ? one : "\xEF\xBF\xBD";
  }
  return out;
}

void put_letter(std::string& out, gunichar letter) {
  std::array<char, 6> bytes{};
  out.append(bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(letter, bytes.data())));
}

struct Entity {
  std::string_view name;
  gunichar letter;
};
constexpr auto kEntities = std::to_array<Entity>({
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", ' '},     {"aring", 0xE5},   {"auml", 0xE4},    {"ouml", 0xF6},    {"Aring", 0xC5},
    {"Auml", 0xC4},    {"Ouml", 0xD6},    {"eacute", 0xE9},  {"Eacute", 0xC9},  {"uuml", 0xFC},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"rsquo", 0x2019}, {"rdquo", 0x201D}, {"hellip", 0x2026},
});

gunichar numbered_letter(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  const std::string text{digits.substr(hex ? 1 : 0)};
  char* end = nullptr;
  const unsigned long number = std::strtoul(text.c_str(), &end, hex ? 16 : 10);
  const bool whole = *end == '\0' && number > 0 && number <= 0x10FFFF;
  return whole && g_unichar_validate(static_cast<gunichar>(number)) != FALSE
             ? static_cast<gunichar>(number)
             : 0xFFFD;
}

/// The letter of what stands between & and ;, 0 where it is none.
gunichar entity(std::string_view name) {
  if (name.starts_with('#')) return numbered_letter(name.substr(1));
  const auto found = std::find_if(kEntities.begin(), kEntities.end(),
                                  [&](const Entity& each) { return each.name == name; });
  return found == kEntities.end() ? 0 : found->letter;
}

bool is_block(std::string_view tag) {
  constexpr auto blocks = std::to_array<std::string_view>(
      {"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "hr", "table", "pre"});
  return std::find(blocks.begin(), blocks.end(), tag) != blocks.end();
}

class HtmlWalk {
 public:
  explicit HtmlWalk(std::string_view html) : html_(html) {}

  std::string words() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<')
        tag();
      else if (html_[at_] == '&')
        reference();
      else
        letter(html_[at_++]);
    }
    return std::move(out_);
  }

 private:
  void letter(char c) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
      out_ += c;
    else if (!out_.empty() && out_.back() != ' ' && out_.back() != '\n')
      out_ += ' ';
  }

  void reference() {
    constexpr std::size_t longest = 12;
    const auto end = html_.substr(at_, longest).find(';');
    const gunichar found =
        end == std::string_view::npos ? 0 : entity(html_.substr(at_ + 1, end - 1));
    if (found == 0) return letter(html_[at_++]);
    put_letter(out_, found);
    at_ += end + 1;
  }

  void tag() {
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return skip_past("-->");
    const bool closes = rest.starts_with("</");
    const auto from = at_ + (closes ? 2U : 1U);
    const auto to = std::min(html_.find_first_of(" \t\r\n/>", from), html_.size());
    const std::string name = lower_ascii(html_.substr(from, to - from));
    skip_past(">");
    if (!closes && (name == "script" || name == "style" || name == "title")) skip_element(name);
    if (is_block(name) && !out_.empty() && (name == "br" || out_.back() != '\n')) out_ += '\n';
  }

  void skip_past(std::string_view mark) {
    const auto found = html_.find(mark, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
  }

  /// To its closing tag; to the end where there is none.
  void skip_element(std::string_view name) {
    for (; at_ < html_.size(); ++at_) {
      if (html_[at_] == '<' && html_.substr(at_).starts_with("</") &&
          lower_ascii(html_.substr(at_ + 2, name.size())) == name)
        return;
    }
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string out_;
};

/// "=?charset?B?base64?=" at the beginning of a text; nothing where there is none.
struct BaseWord {
  std::string_view charset;
  std::string_view base64;
  std::size_t length = 0;
};

std::optional<BaseWord> base_word_at(std::string_view text) {
  constexpr std::size_t longest_charset = 40;
  if (!text.starts_with("=?")) return {};
  const auto mark = text.substr(0, longest_charset).find('?', 2);
  if (mark == std::string_view::npos) return {};
  const auto charset = text.substr(2, mark - 2);
  const auto rest = text.substr(mark + 1);
  if (!rest.starts_with("B?") && !rest.starts_with("b?")) return {};
  const auto end = rest.find_first_not_of(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=", 2);
  if (end == std::string_view::npos || !rest.substr(end).starts_with("?=")) return {};
  return BaseWord{charset, rest.substr(2, end - 2), mark + 1 + end + 2};
}

std::string as_q_word(const BaseWord& word) {
  gsize size = 0;
  const std::string base64{word.base64};
  const std::unique_ptr<guchar, GFreed> bytes{g_base64_decode(base64.c_str(), &size)};
  std::string out = "=?" + std::string{word.charset} + "?Q?";
  for (gsize i = 0; i < size; ++i) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const guchar byte = bytes.get()[i];
    if (g_ascii_isalnum(byte) != FALSE)
      out += static_cast<char>(byte);
    else
      out += {'=', digits[byte >> 4U], digits[byte & 0xFU]};
  }
  return out + "?=";
}

}  // namespace

std::string mended_head(std::string_view raw) {
  std::string out;
  while (!raw.empty()) {
    const auto word = base_word_at(raw);
    if (word)
      out += as_q_word(*word);
    else
      out += raw.front();
    raw.remove_prefix(word ? word->length : 1);
  }
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out{text};
  for (char& c : out) c = g_ascii_tolower(c);
  return out;
}

std::string tidy_words(std::string_view text) {
  const GText valid{g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()))};
  std::string out;
  for (const char* at = valid.get(); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar letter = g_utf8_get_char(at);
    if (letter == '\r')
      out += at[1] == '\n' ? "" : "\n";
    else if (letter == '\n' || letter == '\t' || g_unichar_iscntrl(letter) == FALSE)
      out.append(at, static_cast<const char*>(g_utf8_next_char(at)));
  }
  return out;
}

std::string tidy_line(std::string_view text) {
  std::string line = tidy_words(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

std::string cut_to(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  text.resize(most);
  return text;
}

Decoded decode_words(std::string_view bytes, std::string_view charset) {
  const std::string known = known_charset(charset);
  std::string text;
  if (!known.empty() && convert(bytes, known, text)) return {tidy_words(text), false};
  // Under a name that is none ("unknown-8bit") most mails of today are UTF-8.
  if (known.empty() && convert(bytes, "utf-8", text)) return {tidy_words(text), true};
  return {tidy_words(from_windows_1252(bytes)), true};
}

std::string words_of_html(std::string_view html) { return tidy_words(HtmlWalk{html}.words()); }

}  // namespace kallad::post
