// The reading behind the tidy rules: one pass that blanks, one that cuts into tokens, one that
// follows braces. Each pass is short on purpose; what it does not understand it leaves alone.
#include "tests/tidy/scan.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace kallad::tidy {

namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Blanks comments and texts, carrying over from line to line what is still open.
class Blanker {
 public:
  std::string line(const std::string& given) {
    std::string out = given;
    for (std::size_t i = 0; i < out.size();) i = step(out, i);
    return out;
  }

 private:
  std::size_t step(std::string& out, std::size_t i) {
    if (!closing_.empty()) return blank_until_closed(out, i);
    if (out.compare(i, 2, "//") == 0) return blank(out, i, out.size());
    if (out.compare(i, 2, "/*") == 0) return open(out, i, 2, "*/");
    if (out.compare(i, 2, "R\"") == 0) {
      const auto paren = out.find('(', i);
      if (paren == std::string::npos) return i + 1;
      return open(out, i + 2, paren - i - 1, ")" + out.substr(i + 2, paren - i - 2) + "\"");
    }
    if (out[i] == '"' || (out[i] == '\'' && (i == 0 || !is_word(out[i - 1])))) {
      return blank_text(out, i);
    }
    return i + 1;
  }

  std::size_t open(std::string& out, std::size_t i, std::size_t length, std::string closing) {
    closing_ = std::move(closing);
    return blank(out, i, i + length);
  }

  std::size_t blank_until_closed(std::string& out, std::size_t i) {
    const auto end = out.find(closing_, i);
    if (end == std::string::npos) return blank(out, i, out.size());
    const auto after = end + closing_.size();
    closing_.clear();
    return blank(out, i, after);
  }

  static std::size_t blank_text(std::string& out, std::size_t i) {
    const char quote = out[i];
    auto end = i + 1;
    while (end < out.size() && out[end] != quote) end += out[end] == '\\' ? 2 : 1;
    blank(out, i + 1, std::min(end, out.size()));
    return std::min(end + 1, out.size());
  }

  static std::size_t blank(std::string& out, std::size_t from, std::size_t to) {
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(from),
              out.begin() + static_cast<std::ptrdiff_t>(to), ' ');
    return to;
  }

  std::string closing_;
};

std::size_t token_length(const std::string& line, std::size_t i) {
  if (!is_word(line[i]))
    return line.compare(i, 2, "::") == 0 || line.compare(i, 2, "->") == 0 ? 2 : 1;
  auto end = i;
  while (end < line.size() && is_word(line[end])) ++end;
  return end - i;
}

void add_tokens(const std::string& line, int number, std::vector<Token>& out) {
  bool glued = false;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == ' ' || line[i] == '\t') {
      glued = false;
      ++i;
      continue;
    }
    const auto length = token_length(line, i);
    out.push_back({line.substr(i, length), number, glued});
    glued = true;
    i += length;
  }
}

/// Follows braces and cuts the tokens into items.
class Outliner {
 public:
  std::vector<Item> run(const std::vector<Token>& tokens) {
    for (const auto& token : tokens) take(token);
    return std::move(items_);
  }

 private:
  enum class Brace { open, hidden, type, function, other };

  void take(const Token& token) {
    if (ignored_ > 0) return follow(token);
    if (token.text == "{") return open(token);
    if (token.text == "}") return close(token);
    if (token.text == ";" && parens_ == 0) return finish(token, false);
    if (is_finished_macro()) head_.clear();
    if (token.text == "(") ++parens_;
    if (token.text == ")") --parens_;
    head_.push_back(token);
    if (token.text == ":" && head_.size() == 2 && is_access(head_[0].text)) head_.clear();
  }

  /// BOOST_DESCRIBE_ENUM(...) ends without a semicolon; what follows is a declaration of its own.
  bool is_finished_macro() const {
    if (parens_ > 0 || head_.size() < 3 || head_[1].text != "(" || head_.back().text != ")")
      return false;
    if (head_[0].text.find('_') == std::string::npos) return false;
    return std::ranges::none_of(head_[0].text,
                                [](unsigned char c) { return std::islower(c) != 0; });
  }

  /// Inside a body or a braced value nothing is cut; only its end is looked for.
  void follow(const Token& token) {
    if (token.text == "{") ++ignored_;
    if (token.text == "}" && --ignored_ == 0 && in_body_) {
      in_body_ = false;
      finish(token, true);
    }
  }

  void open(const Token& token) {
    const auto kind = brace_kind(token);
    if (kind == Brace::function || kind == Brace::other) {
      ignored_ = 1;
      in_body_ = kind == Brace::function;
      body_line_ = token.line;
      return;
    }
    braces_.push_back(kind);
    head_.clear();
  }

  void close(const Token&) {
    if (!braces_.empty()) braces_.pop_back();
    head_.clear();
    parens_ = 0;
  }

  Brace brace_kind(const Token& brace) const {
    if (head_.empty()) return Brace::other;
    if (parens_ > 0 || brace.glued) return Brace::other;
    const auto start = after_template();
    static const std::set<std::string> types = {"class", "struct", "union", "enum"};
    if (start < head_.size() && types.contains(head_[start].text)) return Brace::type;
    if (has("namespace")) return is_hidden() ? Brace::hidden : Brace::open;
    const bool called = has("(");
    if (has("extern") && !called) return Brace::open;
    static const std::set<std::string> values = {"=", ",", "return"};
    return called && !values.contains(head_.back().text) ? Brace::function : Brace::other;
  }

  std::size_t after_template() const {
    std::size_t at = 0;
    while (at + 1 < head_.size() && head_[at].text == "template") {
      int depth = 0;
      for (++at; at < head_.size(); ++at) {
        if (head_[at].text == "<") ++depth;
        if (head_[at].text == ">" && --depth == 0) break;
      }
      ++at;
    }
    return at;
  }

  bool is_hidden() const {
    return head_.back().text == "namespace" || has("detail") || has("internal");
  }
  bool has(std::string_view word) const {
    return std::ranges::find(head_, word, &Token::text) != head_.end();
  }
  static bool is_access(const std::string& word) {
    return word == "public" || word == "private" || word == "protected";
  }

  Place place() const {
    if (!braces_.empty() && braces_.back() == Brace::type) return Place::type;
    return std::ranges::count(braces_, Brace::hidden) > 0 ? Place::hidden : Place::open;
  }

  void finish(const Token& token, bool has_body) {
    if (!head_.empty()) {
      const int body = has_body ? body_line_ : token.line;
      const int first = head_.front().line;
      items_.push_back({std::move(head_), place(), has_body, first, body, token.line});
    }
    head_.clear();
  }

  std::vector<Item> items_;
  std::vector<Token> head_;
  std::vector<Brace> braces_;
  int parens_ = 0;
  int ignored_ = 0;
  int body_line_ = 0;
  bool in_body_ = false;
};

}  // namespace

std::vector<std::string> code_only(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  Blanker blanker;
  for (const auto& line : lines) out.push_back(blanker.line(line));
  return out;
}

std::vector<Token> tokens_of(const SourceFile& file) {
  std::vector<Token> out;
  bool preprocessor = false;
  int number = 0;
  for (const auto& line : code_only(file.lines)) {
    ++number;
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string::npos) continue;
    if (!preprocessor) preprocessor = line[first] == '#';
    if (!preprocessor) add_tokens(line, number, out);
    preprocessor = preprocessor && line[line.find_last_not_of(" \t")] == '\\';
  }
  return out;
}

std::vector<Item> outline(const SourceFile& file) { return Outliner().run(tokens_of(file)); }

std::vector<std::string> words_of(std::string_view identifier) {
  std::vector<std::string> words(1);
  char before = '_';
  for (const char c : identifier) {
    const auto u = static_cast<unsigned char>(c);
    const bool cut =
        c == '_' || (std::isupper(u) != 0 && std::islower(static_cast<unsigned char>(before)) != 0);
    if (cut && !words.back().empty()) words.emplace_back();
    if (c != '_') words.back().push_back(static_cast<char>(std::tolower(u)));
    before = c;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace kallad::tidy
