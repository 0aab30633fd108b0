// Words that must not stand in the code: notes of unfinished work, calls that bring the world into
// the engine, and Swedish dressed up as an identifier. Rules kept: the engine asks no clock; users
// read Swedish, code reads English (GLOSSARY.md).
#include <algorithm>
#include <array>
#include <cctype>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/scan.hpp"

namespace kallad::tidy {

namespace {

/// A forbidden word: in whose folder it is forbidden ("" for all), and where it is allowed after
/// all.
struct Forbidden {
  std::string_view word;
  std::string_view folder;
  std::string_view but_in;
  std::string_view why;
};

constexpr auto kForbidden = std::to_array<Forbidden>({
    {"system_clock::now", "", "adapters/clock/", "time comes from adapters/clock"},
    {"steady_clock", "engine", "", "the engine has no clock"},
    {"high_resolution_clock", "", "", "use steady_clock, and only to measure"},
    {"random_device", "engine", "", "the engine has no chance"},
    {"rand", "", "", "use a seeded generator, and print the seed"},
    {"srand", "", "", "use a seeded generator, and print the seed"},
    {"time", "engine", "", "the engine has no clock"},
    {"getenv", "engine", "", "the engine has no environment"},
    {"setlocale", "", "", "texts do not depend on a locale"},
    {"cout", "engine", "", "the engine prints nothing"},
    {"cerr", "engine", "", "the engine prints nothing"},
    {"printf", "engine", "", "the engine prints nothing"},
    {"std::variant", "", "", "boost::variant2 compiles three times as fast (docs/decisions/0008)"},
});

// Beginnings and whole words of the glossary's Swedish column, without their dots and rings.
constexpr auto kSwedish = std::to_array<std::string_view>({
    "aktivitet",       "aktiviteter", "avslut",     "avsluta",          "brist",
    "brister",         "enhet",       "enheter",    "enskild",          "enskilde",
    "ersattare",       "ersaettare",  "huvudman",   "inbjuden",         "insats",
    "insatser",        "kallelse",    "kallelser",  "kartlaggning",     "kvittens",
    "kvittera",        "mote",        "moete",      "motesledare",      "motessekreterare",
    "overenskommelse", "rutin",       "rutiner",    "samordnare",       "samordningsansvarig",
    "samrad",          "samtycke",    "samtycken",  "tjanstemannamote", "uppfoljning",
    "utvardering",     "vardcentral", "verksamhet", "vidarebefordra",
});

bool in_scope(const SourceFile& file, const Forbidden& rule) {
  if (!rule.folder.empty() && !is_under(file, rule.folder)) return false;
  return rule.but_in.empty() || file.path.find(rule.but_in) == std::string::npos;
}

/// The qualified name ending at token `i` is the forbidden one, and a bare function name is called.
bool is_use_of(const std::vector<Token>& tokens, std::size_t i, std::string_view word) {
  const auto colons = word.find("::");
  if (colons != std::string_view::npos) {
    return i >= 2 && tokens[i].text == word.substr(colons + 2) && tokens[i - 1].text == "::" &&
           tokens[i - 2].text == word.substr(0, colons);
  }
  if (tokens[i].text != word) return false;
  const bool short_word = word == "time" || word == "rand" || word == "printf";
  if (!short_word) return true;
  const bool called = i + 1 < tokens.size() && tokens[i + 1].text == "(";
  const bool member = i > 0 && (tokens[i - 1].text == "." || tokens[i - 1].text == "->");
  const bool declared = i > 0 &&
                        std::isalpha(static_cast<unsigned char>(tokens[i - 1].text[0])) != 0 &&
                        tokens[i - 1].text != "return";
  return called && !member && !declared;
}

bool is_raw_memory(const std::vector<Token>& tokens, std::size_t i) {
  const auto& word = tokens[i].text;
  const std::string before = i > 0 ? tokens[i - 1].text : "";
  if (before == "operator") return false;
  if (word == "delete") return before != "=";
  return word == "new";
}

/// The whole statement from token `i` on, without spaces.
std::string rest_of_statement(const std::vector<Token>& tokens, std::size_t i) {
  std::string out;
  for (; i < tokens.size() && tokens[i].text != ";"; ++i) out += tokens[i].text;
  return out;
}

bool contains_word(const std::string& line, std::string_view word) {
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  for (auto at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool starts = at == 0 || !is_letter(line[at - 1]);
    if (starts && (end == line.size() || !is_letter(line[end]))) return true;
  }
  return false;
}

}  // namespace

Findings check_unfinished(const SourceFile& file) {
  // Written in two halves, so that this file does not find itself.
  static const std::array<std::string, 3> notes = {
      std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X"};
  Findings out;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    for (const auto& note : notes) {
      if (contains_word(file.lines[i], note)) {
        out.push_back({file.path, static_cast<int>(i) + 1, "do it, or file an issue: " + note});
      }
    }
  }
  return out;
}

Findings check_forbidden_calls(const SourceFile& file) {
  Findings out;
  const auto tokens = tokens_of(file);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    for (const auto& rule : kForbidden) {
      if (in_scope(file, rule) && is_use_of(tokens, i, rule.word)) {
        out.push_back(
            {file.path, tokens[i].line, std::string(rule.word) + ": " + std::string(rule.why)});
      }
    }
    if ((tokens[i].text == "new" || tokens[i].text == "delete") && is_raw_memory(tokens, i)) {
      out.push_back(
          {file.path, tokens[i].line, "raw " + tokens[i].text + ": use a value or make_unique"});
    }
  }
  return out;
}

Findings check_using_namespace(const SourceFile& file) {
  Findings out;
  const auto tokens = tokens_of(file);
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (tokens[i].text != "using" || tokens[i + 1].text != "namespace") continue;
    const auto name = rest_of_statement(tokens, i + 2);
    if (name == "std::chrono_literals" || name == "std::string_literals") continue;
    out.push_back({file.path, tokens[i].line, "using namespace " + name + ": name what you use"});
  }
  return out;
}

Findings check_swedish_identifiers(const SourceFile& file) {
  Findings out;
  for (const auto& token : tokens_of(file)) {
    for (const auto& word : words_of(token.text)) {
      if (std::ranges::find(kSwedish, word) != kSwedish.end()) {
        out.push_back({file.path, token.line, token.text + ": write it in English (GLOSSARY.md)"});
      }
    }
  }
  return out;
}

}  // namespace kallad::tidy
