// Cuts by hand, a character at a time: the grammar of words is small, and errors must know their
// column.
#include "adapters/scene/text/words.hpp"

#include <optional>

namespace kallad::scene {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Reads words from one physical line.
class LineCutter {
 public:
  LineCutter(std::string_view line, std::size_t number, std::vector<Fault>& faults)
      : line_(line), number_(number), faults_(faults) {}

  void cut_into(std::vector<Word>& words) {
    for (skip_space(); at_ < line_.size() && line_[at_] != '#'; skip_space()) {
      words.push_back(line_[at_] == '{' ? json() : word());
    }
  }

 private:
  void skip_space() {
    while (at_ < line_.size() && is_space(line_[at_])) ++at_;
  }

  Place place_at(std::size_t byte) const {
    std::size_t column = 1;
    for (std::size_t i = 0; i < byte; ++i) {
      if ((static_cast<unsigned char>(line_[i]) & 0xC0U) != 0x80U) ++column;
    }
    return {number_, column};
  }

  Word word() {
    Word word;
    word.place = place_at(at_);
    word.values.emplace_back();
    while (at_ < line_.size() && !is_space(line_[at_])) take_piece(word);
    return word;
  }

  void take_piece(Word& word) {
    const char c = line_[at_];
    if (c == '"') {
      word.quoted = true;
      return take_quoted(word.values.back());
    }
    if (word.op.empty() && word.values.size() == 1 && take_operator(word)) return;
    ++at_;
    if (c == ',') {
      word.values.emplace_back();
    } else {
      word.values.back().push_back(c);
    }
  }

  /// The first =, >= or <= of a word parts key and value; "->" is a word of its own and no
  /// operator.
  bool take_operator(Word& word) {
    const std::string_view rest = line_.substr(at_);
    for (const std::string_view op : {">=", "<=", "="}) {
      if (!rest.starts_with(op)) continue;
      word.op = op;
      word.key = word.values.back();
      word.values.back().clear();
      at_ += op.size();
      return true;
    }
    return false;
  }

  void take_quoted(std::string& into) {
    const std::size_t start = at_++;
    while (at_ < line_.size() && line_[at_] != '"') {
      if (line_[at_] == '\\' && at_ + 1 < line_.size()) ++at_;
      into.push_back(line_[at_++]);
    }
    if (at_ == line_.size()) {
      faults_.push_back({place_at(start), "citattecknet saknar sin avslutning (\")"});
    } else {
      ++at_;
    }
  }

  Word json() {
    Word word;
    word.place = place_at(at_);
    word.quoted = true;
    const std::size_t start = at_;
    const auto end = end_of_json();
    at_ = end.value_or(line_.size());
    if (!end) faults_.push_back({place_at(start), "klammern { saknar sin avslutning (})"});
    word.values.emplace_back(line_.substr(start, at_ - start));
    return word;
  }

  std::optional<std::size_t> end_of_json() const {
    std::size_t depth = 0;
    bool in_text = false;
    for (std::size_t i = at_; i < line_.size(); ++i) {
      if (in_text) {
        if (line_[i] == '\\')
          ++i;
        else if (line_[i] == '"')
          in_text = false;
        continue;
      }
      if (line_[i] == '"') in_text = true;
      if (line_[i] == '{') ++depth;
      if (line_[i] == '}' && --depth == 0) return i + 1;
    }
    return std::nullopt;
  }

  std::string_view line_;
  std::size_t number_;
  std::vector<Fault>& faults_;
  std::size_t at_ = 0;
};

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  return line;
}

/// How many bytes the character at the front has; 0 where it is not UTF-8.
std::size_t character_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80U                     ? 1
                             : lead >= 0xC2U && lead < 0xE0U  ? 2
                             : lead >= 0xE0U && lead < 0xF0U  ? 3
                             : lead >= 0xF0U && lead <= 0xF4U ? 4
                                                              : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

bool is_utf8(std::string_view line) {
  while (!line.empty()) {
    const std::size_t length = character_length(line);
    if (length == 0) return false;
    line.remove_prefix(length);
  }
  return true;
}

}  // namespace

std::string Word::text() const {
  std::string whole;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) whole += ',';
    whole += values[i];
  }
  return whole;
}

bool Word::is(std::string_view symbol) const {
  return is_bare() && !quoted && values.size() == 1 && values.front() == symbol;
}

CutFile cut(std::string_view file) {
  CutFile out;
  if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
  for (std::size_t number = 1; !file.empty(); ++number) {
    const auto end = file.find('\n');
    const std::string_view line = file.substr(0, end);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    if (!is_utf8(line)) {
      out.faults.push_back({{number, 1}, "raden är inte UTF-8; spara filen som UTF-8"});
      continue;
    }
    const bool goes_on = !line.empty() && is_space(line.front()) && !out.lines.empty();
    std::vector<Word> words;
    LineCutter{line, number, out.faults}.cut_into(words);
    if (words.empty()) continue;
    if (!goes_on) out.lines.push_back({number, {}, {}});
    WrittenLine& into = out.lines.back();
    into.text.append(goes_on ? " " : "").append(trimmed(line));
    for (Word& word : words) into.words.push_back(std::move(word));
  }
  return out;
}

}  // namespace kallad::scene
