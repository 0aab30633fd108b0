// Line by line, by what Outlook, Gmail, Apple Mail and Thunderbird write, in Swedish and English.
// Not a parser of HTML mail: what comes here is already lines.
#include "adapters/post/mime/quoted.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "adapters/post/mime/words.hpp"

namespace kallad::post {

namespace {

using Lines = std::vector<std::string_view>;

std::string_view without_stars(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t' || line.front() == '*'))
    line.remove_prefix(1);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '*'))
    line.remove_suffix(1);
  return line;
}

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_quote(std::string_view line) { return without_stars(line).starts_with('>'); }
bool is_blank(std::string_view line) { return without_stars(line).empty(); }

bool begins_with_one_of(std::string_view line, const auto& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return line.starts_with(word); });
}

/// "-----Ursprungligt meddelande-----" and its like.
bool is_divider(std::string_view raw) {
  const std::string line = lower_ascii(without_stars(raw));
  if (!line.starts_with("--")) return false;
  constexpr auto words = std::to_array<std::string_view>(
      {"ursprungligt meddelande", "original message", "originalmeddelande", "vidarebefordrat"});
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return line.find(word) != std::string::npos; });
}

/// Outlook's head of the mail answered: "Från:" and, at most three lines below, "Skickat:".
bool is_head(const Lines& lines, std::size_t at) {
  constexpr auto from = std::to_array<std::string_view>({"Från:", "From:"});
  constexpr auto sent = std::to_array<std::string_view>(
      {"Skickat:", "Sent:", "Datum:", "Date:", "Ämne:", "Subject:"});
  if (!begins_with_one_of(without_stars(lines[at]), from)) return false;
  for (std::size_t i = at + 1; i < lines.size() && i <= at + 3; ++i)
    if (begins_with_one_of(without_stars(lines[i]), sent)) return true;
  return false;
}

bool is_rule(std::string_view raw) {
  const auto line = without_stars(raw);
  return line.size() >= 20 && line.find_first_not_of('_') == std::string_view::npos;
}

/// "Den 3 mars 2026 skrev Nils Påhittad:", also broken over two lines: only its end is looked at.
bool announces(std::string_view raw) {
  const std::string line = lower_ascii(without_stars(raw));
  if (!line.ends_with(':')) return false;
  return line.ends_with("wrote:") || line.ends_with("skrev:") ||
         line.find(" skrev ") != std::string::npos || line.starts_with("skrev ");
}

bool opens(std::string_view raw) {
  const std::string line = lower_ascii(without_stars(raw));
  return line.starts_with("den ") || line.starts_with("on ") || line.starts_with("fre ") ||
         line.find(" wrote") != std::string::npos || line.find(" skrev") != std::string::npos;
}

/// The lines up to where a program has put the mail answered below.
void cut_below(Lines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_divider(lines[i]) && !is_head(lines, i)) continue;
    lines.resize(i);
    while (!lines.empty() && (is_blank(lines.back()) || is_rule(lines.back()))) lines.pop_back();
    return;
  }
}

std::size_t next_written(const Lines& lines, std::size_t from) {
  while (from < lines.size() && is_blank(lines[from])) ++from;
  return from;
}

/// Takes away the announcing line above the quote, or the two that it is broken over.
void drop_announcement(Lines& kept) {
  Lines::size_type end = kept.size();
  while (end > 0 && is_blank(kept[end - 1])) --end;
  if (end == 0) return;
  const bool two = end > 1 && opens(kept[end - 2]) &&
                   announces(std::string{kept[end - 2]} + " " + std::string{kept[end - 1]});
  if (two && !opens(kept[end - 1]))
    kept.resize(end - 2);
  else if (announces(kept[end - 1]))
    kept.resize(end - 1);
}

Lines without_marked(const Lines& lines) {
  Lines kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_quote(lines[i])) {
      kept.push_back(lines[i]);
      continue;
    }
    drop_announcement(kept);
    while (i + 1 < lines.size() && is_quote(lines[i + 1])) ++i;
  }
  return kept;
}

/// Programs that indent a quote by nothing but colour leave it unmarked below its announcement.
void cut_unmarked(Lines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!announces(lines[i]) || !(opens(lines[i]) || (i > 0 && opens(lines[i - 1])))) continue;
    const auto first = next_written(lines, i + 1);
    if (first < lines.size() && is_quote(lines[first])) continue;
    const bool has_digit =
        lines[i].find_first_of("0123456789") != std::string_view::npos ||
        (i > 0 && lines[i - 1].find_first_of("0123456789") != std::string_view::npos);
    if (!has_digit) continue;
    lines.resize(opens(lines[i]) || i == 0 ? i : i - 1);
    return;
  }
}

}  // namespace

std::string without_quoted(std::string_view text) {
  Lines lines = lines_of(text);
  cut_below(lines);
  cut_unmarked(lines);
  lines = without_marked(lines);
  while (!lines.empty() && is_blank(lines.back())) lines.pop_back();
  std::string out;
  for (const auto line : lines) {
    if (out.empty() && is_blank(line)) continue;
    out += line;
    out += '\n';
  }
  return out;
}

}  // namespace kallad::post
