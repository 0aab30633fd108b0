// Answers are read word by word as far as they are needed. What a server says unasked is let by.
// Not a full parser of IMAP: nobody here asks for envelopes or structures.
#include "adapters/post/imap.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace kallad::post {

namespace {

constexpr std::size_t kMostUntagged = 200'000;
constexpr std::size_t kMostLiterals = 20;
constexpr std::size_t kBytesPerSecond = 16UL * 1024;

/// "… {123}" at the end of a line announces so many bytes.
std::optional<std::size_t> literal_at_end(std::string_view line) {
  const auto open = line.rfind('{');
  if (open == std::string_view::npos || !line.ends_with('}')) return {};
  std::size_t count = 0;
  const char* end = line.data() + line.size() - 1;
  const auto [at, error] = std::from_chars(line.data() + open + 1, end, count);
  if (error != std::errc{} || at != end) return {};
  return count;
}

}  // namespace

Untagged Imap::rest_of(std::string first) {
  Untagged answer{std::move(first), {}};
  std::string_view last = answer.text;
  std::size_t all = 0;
  while (const auto count = literal_at_end(last)) {
    all += *count;
    if (all > most_ || answer.literals.size() == kMostLiterals)
      throw LineTrouble{Trouble::not_understood};
    line_.give(reply_ + std::chrono::seconds{*count / kBytesPerSecond});
    answer.literals.push_back(line_.read_bytes(*count));
    const std::size_t before = answer.text.size();
    answer.text += line_.read_line();
    last = std::string_view{answer.text}.substr(before);
  }
  return answer;
}

ImapAnswer Imap::ask(const std::string& command) {
  const std::string tag = "k" + std::to_string(++tag_);
  line_.give(reply_);
  line_.send(tag + " " + command + "\r\n");
  ImapAnswer answer;
  while (answer.untagged.size() < kMostUntagged) {
    std::string line = line_.read_line();
    if (line.starts_with(tag + " ")) {
      answer.text = line.substr(tag.size() + 1);
      answer.ok = answer.text.starts_with("OK");
      return answer;
    }
    if (line.starts_with("* BYE")) throw LineTrouble{Trouble::broken_off};
    if (!line.starts_with("* ")) throw LineTrouble{Trouble::not_understood};
    answer.untagged.push_back(rest_of(line.substr(2)));
  }
  throw LineTrouble{Trouble::not_understood};
}

std::uint64_t number_after(std::string_view text, std::string_view word) {
  const std::string wanted = std::string{word} + " ";
  for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    const bool begins =
        at == 0 || text[at - 1] == ' ' || text[at - 1] == '(' || text[at - 1] == '[';
    std::uint64_t number = 0;
    const char* from = text.data() + at + wanted.size();
    if (begins && std::from_chars(from, text.data() + text.size(), number).ec == std::errc{})
      return number;
  }
  return 0;
}

std::vector<std::uint32_t> numbers(std::string_view text) {
  std::vector<std::uint32_t> all;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    std::uint32_t number = 0;
    const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) break;
    all.push_back(number);
    text.remove_prefix(static_cast<std::size_t>(at - text.data()));
  }
  return all;
}

bool is_folder(std::string_view name) {
  return !name.empty() && name.size() <= 200 && std::all_of(name.begin(), name.end(), [](char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '*' && c != '%';
  });
}

}  // namespace kallad::post
