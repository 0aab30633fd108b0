// Everybody a case knows, and what leads to anybody, in several hundred marked sentences: how many
// were missed, and how many refused without cause. Not what is right in each case:
// running_text_test.cpp. Rule kept (issue 6): the figures are told and held, so that a change that
// finds less, or refuses more, is seen.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "engine/mention/running_text.hpp"

namespace kallad::mention_check {
namespace {

struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A sentence without its marks, and where they stood.
struct Marked {
  std::string text;
  std::vector<Place> refused;
  std::vector<Place> warned;
};

struct Known {
  Person person;
  std::vector<std::string> beside;
};

struct Score {
  std::size_t sentences = 0;
  std::size_t places = 0;
  std::vector<std::string> missed;
  std::vector<std::string> unwarned;
  std::vector<std::string> alarms;
};

Marked unmarked(std::string_view line) {
  Marked read;
  std::size_t begin = 0;
  for (const char c : line) {
    if (c == '[' || c == '{') begin = read.text.size();
    if (c == ']') read.refused.push_back({begin, read.text.size()});
    if (c == '}') read.warned.push_back({begin, read.text.size()});
    const bool is_mark = c == '[' || c == ']' || c == '{' || c == '}';
    if (!is_mark) read.text += c;
  }
  return read;
}

std::vector<std::string> parts(std::string_view line, const std::string& joint) {
  std::vector<std::string> all;
  for (auto at = line.find(joint); at != line.npos; at = line.find(joint)) {
    all.emplace_back(line.substr(0, at));
    line.remove_prefix(at + joint.size());
  }
  all.emplace_back(line);
  return all;
}

Known known_of(std::string_view line) {
  const auto fields = parts(line.substr(2), " | ");
  return {{fields.at(0), fields.at(1), Protection::none}, parts(fields.at(2), "; ")};
}

bool overlaps(const Place& place, const TextFinding& one) {
  return one.offset < place.end && place.begin < one.offset + one.length;
}

bool is_among(const std::vector<Place>& places, const TextFinding& one) {
  for (const Place& place : places) {
    if (overlaps(place, one)) return true;
  }
  return false;
}

bool is_met(const Place& place, const std::vector<TextFinding>& found, bool only_refusals) {
  for (const TextFinding& one : found) {
    if (only_refusals && one.severity != TextSeverity::refuse) continue;
    if (overlaps(place, one)) return true;
  }
  return false;
}

std::vector<TextFinding> search(const std::string& text, const Known& known) {
  const std::vector<std::string_view> beside{known.beside.begin(), known.beside.end()};
  return find_people(
      text, {known.person, beside, {"vuxen@helsingborg.example", "mottagning@region.example"}});
}

void judge(Score& score, const std::string& line, const Known& known) {
  const Marked marked = unmarked(line);
  const auto found = search(marked.text, known);
  score.sentences += 1;
  score.places += marked.refused.size() + marked.warned.size();
  for (const Place& place : marked.refused) {
    if (!is_met(place, found, true)) score.missed.push_back(line);
  }
  for (const Place& place : marked.warned) {
    if (!is_met(place, found, false)) score.unwarned.push_back(line);
  }
  for (const TextFinding& one : found) {
    const bool wanted = is_among(marked.refused, one) || is_among(marked.warned, one);
    if (one.severity == TextSeverity::refuse && !wanted) score.alarms.push_back(line);
  }
}

/// The line with its marked places written by `change`, sign by sign; the marks stay.
using Change = std::string (*)(char);
std::string disguised(const std::string& line, Change change) {
  std::string all;
  bool inside = false;
  for (const char c : line) {
    const bool is_mark = c == '[' || c == ']' || c == '{' || c == '}';
    inside = is_mark ? c == '[' || c == '{' : inside;
    all += inside && !is_mark ? change(c) : std::string{c};
  }
  return all;
}

std::string look_alike(char c) {
  constexpr std::string_view latin = "ABEKMHOPCTXaeopcyxij";
  const std::vector<std::string> others{"А", "В", "Е", "К", "М", "Н", "О", "Р", "С", "Т",
                                        "Х", "а", "е", "о", "р", "с", "у", "х", "і", "ј"};
  const auto at = latin.find(c);
  return at == std::string_view::npos ? std::string{c} : others[at];
}

std::string full_width(char c) {
  if (c < '!' || c > '~') return {c};
  constexpr unsigned first = 0xFF01;
  const unsigned code = first + static_cast<unsigned>(c - '!');
  return {static_cast<char>(0xE0U | code >> 12U), static_cast<char>(0x80U | (code >> 6U & 0x3FU)),
          static_cast<char>(0x80U | (code & 0x3FU))};
}

/// A sign without width after each letter and digit, never inside the bytes of å, ä or ö.
std::string with_gap(char c) {
  const bool is_sign = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return is_sign ? std::string{c} + "\u200B" : std::string{c};
}

Score all_sentences(Change change = nullptr) {
  std::ifstream file{KALLAD_SOURCE_DIR "/tests/engine/mention/sentences.txt"};
  Score score;
  Known known;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("= ")) {
      known = known_of(line);
    } else {
      judge(score, change == nullptr ? line : disguised(line, change), known);
    }
  }
  return score;
}

void tell(const char* what, const std::vector<std::string>& lines) {
  std::cout << what << ": " << lines.size() << '\n';
  for (const std::string& line : lines) std::cout << "  " << line << '\n';
}

TEST(MarkedSentences, MissesAndFalseAlarmsAreCountedAndDoNotRise) {
  const Score score = all_sentences();
  std::cout << score.sentences << " sentences, " << score.places << " places\n";
  tell("missed", score.missed);
  tell("not even warned about", score.unwarned);
  tell("refused without cause", score.alarms);
  EXPECT_GE(score.sentences, 500U);
  // A number in words, and three names that are spelled in another way.
  EXPECT_LE(score.missed.size(), 4U);
  EXPECT_LE(score.unwarned.size(), 0U);
  EXPECT_LE(score.alarms.size(), 0U);
}

TEST(MarkedSentences, NoDisguiseHidesAnybody) {
  for (const Change change : {&look_alike, &full_width, &with_gap}) {
    const Score score = all_sentences(change);
    tell("missed in disguise", score.missed);
    EXPECT_LE(score.missed.size(), 4U);
    EXPECT_LE(score.unwarned.size(), 0U);
    EXPECT_LE(score.alarms.size(), 0U);
  }
}

}  // namespace
}  // namespace kallad::mention_check
