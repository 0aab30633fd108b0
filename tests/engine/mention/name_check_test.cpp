// How well the person is found in running text: several hundred Swedish sentences, and how many of
// them were missed or refused without cause. Not what is right in each single case:
// running_text_test.cpp. Rule kept (issue 6): the numbers are counted and held, so that a change
// that finds less, or refuses more, is seen.
#include <gtest/gtest.h>

#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "engine/mention/running_text.hpp"
#include "tests/engine/mention/name_sentences_table.hpp"

namespace kallad::name_check {
namespace {

using Values = std::vector<std::pair<std::string_view, std::string_view>>;

std::string filled(std::string_view frame, const Values& values) {
  std::string text{frame};
  for (const auto& [name, value] : values) {
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
      text.replace(at, name.size(), value);
      at += value.size();
    }
  }
  return text;
}

Person person_of(const Somebody& who) {
  return {std::string{who.full}, std::string{who.number}, Protection::none};
}

std::string named(std::string_view frame, const Somebody& who) {
  return filled(frame, {{"{F}", who.full},
                        {"{f}", who.first},
                        {"{l}", who.last},
                        {"{g}", who.genitive},
                        {"{G}", who.genitives},
                        {"{u}", who.upper},
                        {"{w}", who.lower}});
}

/// The number 19121212-1212 as the spelling writes it.
std::string spelled(std::string_view spelling, std::string_view number) {
  return filled(spelling, {{"{c}", number.substr(0, 2)},
                           {"{y}", number.substr(2, 2)},
                           {"{m}", number.substr(4, 2)},
                           {"{d}", number.substr(6, 2)},
                           {"{x}", number.substr(9, 4)}});
}

/// The day of birth in words; of a coordination number the day is 60 too high.
std::string birth_of(const Somebody& who) {
  if (who.number.starts_with("1912")) return "12 december 1912";
  return who.number.starts_with("1970") ? "1970-10-03" : "13/9 1961";
}

std::string pointed(std::string_view frame, const Somebody& who) {
  const std::string birth = birth_of(who);
  return filled(frame, {{"{i}", who.initials}, {"{D}", birth}});
}

bool is_found(const std::string& text, const Somebody& who, TextSeverity severity) {
  for (const TextFinding& one : find_identity(text, person_of(who))) {
    if (one.severity == severity || one.severity == TextSeverity::refuse) return true;
  }
  return false;
}

/// What was tried, and what went wrong.
struct Score {
  std::set<std::string> sentences;
  std::vector<std::string> wrong;

  void must_find(const std::string& text, const Somebody& who, TextSeverity severity) {
    sentences.insert(text);
    if (!is_found(text, who, severity)) wrong.push_back(text);
  }
  void must_not_refuse(const std::string& text, const Somebody& who) {
    sentences.insert(text);
    if (is_found(text, who, TextSeverity::refuse)) wrong.push_back(text);
  }
  void tell(std::string_view what) const {
    std::cout << what << ": " << sentences.size() << " sentences, " << wrong.size() << " wrong\n";
    for (const std::string& text : wrong) std::cout << "  " << text << '\n';
  }
};

Score names() {
  Score score;
  for (const Somebody& who : people) {
    for (const auto frame : naming) {
      score.must_find(named(frame, who), who, TextSeverity::refuse);
    }
  }
  return score;
}

Score numbers() {
  Score score;
  for (const Somebody& who : people) {
    for (const auto spelling : spellings) {
      const std::string number = spelled(spelling, who.number);
      for (const auto frame : with_number) {
        score.must_find(filled(frame, {{"{n}", number}}), who, TextSeverity::refuse);
      }
    }
  }
  return score;
}

Score pointers() {
  Score score;
  for (const Somebody& who : people) {
    for (const auto frame : pointing) {
      score.must_find(pointed(frame, who), who, TextSeverity::warn);
    }
    for (const auto frame : initials_with_date) {
      score.must_find(pointed(frame, who), who, TextSeverity::refuse);
    }
  }
  return score;
}

Score nobody() {
  Score score;
  for (const Somebody& who : people) {
    for (const auto text : clean) score.must_not_refuse(std::string{text}, who);
  }
  return score;
}

TEST(NameCheck, FindsThePersonInSentencesAsPeopleWriteThem) {
  const Score of_names = names();
  of_names.tell("names");
  // Hans is also "his", and max is also "at most": at the start of a sentence only warned about.
  EXPECT_EQ(of_names.wrong, (std::vector<std::string>{
                                "Hans boende sades upp utan att vi fick veta det.",
                                "Max boende sades upp utan att vi fick veta det.",
                            }));
  EXPECT_TRUE(is_found(of_names.wrong.front(), people[2], TextSeverity::warn));
  EXPECT_TRUE(is_found(of_names.wrong.back(), people[10], TextSeverity::warn));
}

TEST(NameCheck, FindsTheNumberInEverySpelling) {
  const Score of_numbers = numbers();
  of_numbers.tell("numbers");
  EXPECT_EQ(of_numbers.wrong.size(), 0U);
}

TEST(NameCheck, WarnsOfInitialsAndBirthDateAndRefusesBothTogether) {
  const Score of_pointers = pointers();
  of_pointers.tell("pointers");
  EXPECT_EQ(of_pointers.wrong.size(), 0U);
}

TEST(NameCheck, RefusesNoSentenceThatNamesNobody) {
  const Score of_nobody = nobody();
  of_nobody.tell("nobody");
  EXPECT_EQ(of_nobody.wrong.size(), 0U);
}

TEST(NameCheck, IsHeldAgainstFiveHundredSentences) {
  std::set<std::string> all;
  for (const Score& score : {names(), numbers(), pointers(), nobody()}) {
    all.insert(score.sentences.begin(), score.sentences.end());
  }
  EXPECT_GE(all.size(), 500U);
}

}  // namespace
}  // namespace kallad::name_check
