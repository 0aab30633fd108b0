// How a name is found, and how grave it is where it is also a word.
// Not a full grammar: a genitive ends in s, a sentence begins after a full stop, and somebody who
// begins one does something in the next word.
#include "engine/mention/names.hpp"

#include <optional>

#include "engine/mention/everyday_table.hpp"
#include "engine/mention/smooth.hpp"

namespace kallad::mention {

namespace {

constexpr std::size_t shortest_telling_part = 3;
constexpr std::size_t shortest_in_compound = 4;

enum class Likeness { exact, genitive, compound, without_marks };

struct Match {
  std::size_t part = 0;
  Likeness likeness = Likeness::exact;
};

/// Åkessonärendet, Annasmötet.
bool is_compound(std::u32string_view word, std::u32string_view part) {
  if (part.size() < shortest_in_compound || !word.starts_with(part)) return false;
  std::u32string_view rest = word.substr(part.size());
  if (holds(heads_of_compounds, rest)) return true;
  return rest.starts_with(U's') && holds(heads_of_compounds, rest.substr(1));
}

bool is_genitive(std::u32string_view word, std::u32string_view part) {
  return word.size() == part.size() + 1 && word.back() == U's' && word.starts_with(part);
}

std::optional<Likeness> likeness_of(const Word& word, const Name::Part& part) {
  if (word.letters == part.letters) return Likeness::exact;
  if (is_genitive(word.letters, part.letters)) return Likeness::genitive;
  if (is_compound(word.letters, part.letters)) return Likeness::compound;
  const bool is_plain = !part.plain.empty() && word.starts_upper &&
                        (word.letters == part.plain || is_genitive(word.letters, part.plain));
  return is_plain ? std::optional{Likeness::without_marks} : std::nullopt;
}

/// Which part of the name the word is.
std::optional<Match> match_of(const Name& name, const Word& word) {
  for (std::size_t i = 0; i < name.parts.size(); ++i) {
    if (const auto likeness = likeness_of(word, name.parts[i])) return Match{i, *likeness};
  }
  for (const auto& [letters, first] : name.joined) {
    if (word.letters == letters) return Match{first, Likeness::exact};
    if (is_genitive(word.letters, letters)) return Match{first, Likeness::genitive};
  }
  return std::nullopt;
}

bool somebody_acts(const std::vector<Word>& words, std::size_t next) {
  return next < words.size() && holds(deeds, words[next].letters);
}

/// Whether the words beside it are in capitals as well, so that capitals tell nothing.
bool is_shouted(const std::vector<Word>& words, std::size_t at) {
  const auto shouts = [&](std::size_t i) {
    return i >= words.size() || (words[i].all_upper && words[i].letters.size() > 1);
  };
  return words[at].all_upper && shouts(at + 1) && shouts(at - 1) && words.size() > 1;
}

/// SoL, the law; RUT, a deduction; Mina planer, the system.
bool means_something_else(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  const std::string_view written = text.substr(word.offset, word.end - word.offset);
  if (written == "SoL") return true;
  const bool is_short_for = written == "SOL" || written == "RUT" || written == "ROT";
  if (is_short_for && !is_shouted(words, at)) return true;
  return word.letters == U"mina" && at + 1 < words.size() && words[at + 1].letters == U"planer";
}

/// A surname after it, or a hyphen and what it is about: Björk-ärendet.
bool goes_on_as_name(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  if (text.substr(words[at].end, 1) == "-") return true;
  if (at + 1 >= words.size()) return false;
  const Word& next = words[at + 1];
  const bool is_beside = text.substr(words[at].end, next.offset - words[at].end) == " ";
  return is_beside && next.starts_upper && !next.all_upper;
}

/// Where the capital may be the sentence's own, or there is none to tell by.
TextSeverity by_what_follows(std::string_view text, const std::vector<Word>& words, std::size_t at,
                             Likeness likeness) {
  if (goes_on_as_name(text, words, at)) return TextSeverity::refuse;
  const bool owns = likeness == Likeness::genitive && !holds(everyday_words, words[at].letters);
  return owns || somebody_acts(words, at + 1) ? TextSeverity::refuse : TextSeverity::warn;
}

/// How grave a word is that stands alone and is that part of the name; nothing where it tells
/// nobody. A part of two letters tells by its capital alone.
std::optional<TextSeverity> severity_of(std::string_view text, const std::vector<Word>& words,
                                        std::size_t at, const Name& name, const Match& match) {
  const Word& word = words[at];
  const Name::Part& part = name.parts[match.part];
  if (part.tells_nobody || means_something_else(text, words, at)) return std::nullopt;
  if (match.likeness == Likeness::without_marks) return TextSeverity::warn;
  if (match.likeness == Likeness::compound) return TextSeverity::refuse;
  const bool is_open = begins_sentence(text, word) || is_shouted(words, at);
  const bool is_whole = name.parts.size() == 1;
  if (part.letters.size() < shortest_telling_part && !is_whole) {
    if (part.letters.size() < 2 || !word.starts_upper) return std::nullopt;
    if (word.all_upper && !somebody_acts(words, at + 1)) return std::nullopt;
    return is_open ? by_what_follows(text, words, at, match.likeness) : TextSeverity::refuse;
  }
  if (!holds(everyday_words, part.letters)) return TextSeverity::refuse;
  if (word.all_lower) return TextSeverity::warn;
  return is_open ? by_what_follows(text, words, at, match.likeness) : TextSeverity::refuse;
}

/// Several parts that tell somebody are a name; one of them is as grave as it is alone.
std::optional<TextSeverity> severity_of(std::string_view text, const std::vector<Word>& words,
                                        const Run& run, const Name& name) {
  if (run.telling > 1) return TextSeverity::refuse;
  for (std::size_t at = run.first; at < run.first + run.count; ++at) {
    const Match match = *match_of(name, words[at]);
    if (!name.parts[match.part].tells_nobody) return severity_of(text, words, at, name, match);
  }
  return std::nullopt;
}

std::vector<std::u32string> initials_of(const Name& name) {
  if (name.parts.size() < 2) return {};
  std::u32string all;
  for (const auto& part : name.parts) all += part.letters.front();
  const std::u32string ends{all.front(), all.back()};
  return all == ends ? std::vector{all} : std::vector{all, ends};
}

/// Capitals from `at` on, as one word (AB) or letter by letter (A.B., A B), of `most` letters.
struct Initials {
  std::u32string letters;
  std::size_t last = 0;
};

Initials initials_at(std::string_view text, const std::vector<Word>& words, std::size_t at,
                     std::size_t most) {
  Initials read{words[at].letters, at};
  while (read.letters.size() < most && read.last + 1 < words.size() &&
         words[read.last].letters.size() == 1 && words[read.last + 1].letters.size() == 1 &&
         words[read.last + 1].all_upper && is_close(text, words[read.last], words[read.last + 1])) {
    read.letters += words[++read.last].letters;
  }
  return read;
}

}  // namespace

Name name_of(std::string_view as_written) {
  Name name;
  const Smooth smooth{as_written};
  const std::string_view full_name = smooth.text();
  const auto words = words_of(text::read(full_name));
  for (const Word& word : words) {
    std::u32string bare = plain(word.letters);
    if (bare == word.letters) bare.clear();
    name.parts.push_back({word.letters, std::move(bare), holds(telling_nobody, word.letters)});
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool is_double = full_name.substr(words[i].end, 1) == "-" || i + 2 < words.size();
    if (is_double) name.joined.push_back({words[i].letters + words[i + 1].letters, i});
  }
  return name;
}

std::vector<Run> runs_of(std::string_view text, const std::vector<Word>& words, const Name& name) {
  std::vector<Run> runs;
  std::vector<std::size_t> seen;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto match = match_of(name, words[i]);
    if (!match) continue;
    const bool follows = !runs.empty() && runs.back().first + runs.back().count == i &&
                         is_close(text, words[i - 1], words[i]) &&
                         std::find(seen.begin(), seen.end(), match->part) == seen.end();
    if (!follows) {
      runs.push_back({i, 0, 0});
      seen.clear();
    }
    runs.back().count += 1;
    runs.back().telling += name.parts[match->part].tells_nobody ? 0 : 1;
    seen.push_back(match->part);
  }
  return runs;
}

void find_name(std::vector<TextFinding>& found, std::string_view text,
               const std::vector<Word>& words, const Name& name, std::string_view rule) {
  for (const auto& run : runs_of(text, words, name)) {
    const auto severity = severity_of(text, words, run, name);
    if (!severity) continue;
    found.push_back(place(rule, *severity, words[run.first], words[run.first + run.count - 1]));
  }
}

void find_initials(std::vector<TextFinding>& found, std::string_view text,
                   const std::vector<Word>& words, const Name& name, std::string_view rule) {
  for (const auto& initials : initials_of(name)) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].all_upper) continue;
      const Initials read = initials_at(text, words, i, initials.size());
      if (read.letters != initials) continue;
      if (read.last == i && holds(field_abbreviations, read.letters)) continue;
      found.push_back(place(rule, TextSeverity::warn, words[i], words[read.last]));
      i = read.last;
    }
  }
}

void find_any_initials(std::vector<TextFinding>& found, std::string_view text,
                       const std::vector<Word>& words, std::string_view rule) {
  constexpr std::size_t most = 4;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].all_upper) continue;
    const Initials read = initials_at(text, words, i, most);
    const bool in_one = read.last == i && holds(field_abbreviations, read.letters);
    if (read.letters.size() < 2 || read.letters.size() > 3 || in_one) continue;
    found.push_back(place(rule, TextSeverity::warn, words[i], words[read.last]));
    i = read.last;
  }
}

}  // namespace kallad::mention
