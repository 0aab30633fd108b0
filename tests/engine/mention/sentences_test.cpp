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

Score all_sentences() {
  std::ifstream file{KALLAD_SOURCE_DIR "/tests/engine/mention/sentences.txt"};
  Score score;
  Known known;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("= ")) {
      known = known_of(line);
    } else {
      judge(score, line, known);
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

}  // namespace
}  // namespace kallad::mention_check
