// Tests that no forbidden word stands in the code, and that each of these checks catches a bad
// sample. Not a spelling check: only words whose presence has a known cost are named.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/scan.hpp"

namespace kallad::tidy {
namespace {

template <class Check>
Findings over_cpp(Check check) {
  Findings all;
  for (const auto& file : tree()) {
    if (is_cpp(file)) std::ranges::copy(check(file), std::back_inserter(all));
  }
  return all;
}

TEST(Unfinished, WorkIsNotInTheTree) {
  Findings all;
  for (const auto& file : tree())
    std::ranges::copy(check_unfinished(file), std::back_inserter(all));
  EXPECT_TRUE(all.empty()) << told(all);
}

TEST(Unfinished, CatchesTheNotesButNotWordsAround) {
  const auto note = std::string("// TO") + "DO(me): later\n";
  EXPECT_EQ(check_unfinished(sample("a.cpp", note)).size(), 1U);
  EXPECT_EQ(check_unfinished(sample("a.md", std::string("FIX") + "ME\n")).size(), 1U);
  EXPECT_TRUE(check_unfinished(sample("a.md", std::string("XX") + "XY\n")).empty());
}

TEST(ForbiddenCalls, AreNotMade) {
  const auto found = over_cpp(check_forbidden_calls);
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(ForbiddenCalls, CatchesEachKindInItsPlace) {
  const auto caught = [](std::string path, std::string_view text) {
    return check_forbidden_calls(sample(std::move(path), text)).size();
  };
  EXPECT_EQ(caught("adapters/desk/a.cpp", "auto t = std::chrono::system_clock::now();"), 1U);
  EXPECT_EQ(caught("adapters/clock/a.cpp", "auto t = std::chrono::system_clock::now();"), 0U);
  EXPECT_EQ(caught("engine/seat/a.cpp", "auto t = std::chrono::steady_clock::now();"), 1U);
  EXPECT_EQ(caught("engine/seat/a.cpp", "auto t = std::time(nullptr);"), 1U);
  EXPECT_EQ(caught("engine/seat/a.cpp", "auto t = event.time();\nInstant time(int x);"), 0U);
  EXPECT_EQ(caught("tests/desk/a.cpp", "return rand();"), 1U);
  EXPECT_EQ(caught("engine/seat/a.cpp", "std::cout << \"x\";"), 1U);
  EXPECT_EQ(caught("tools/kallad/a.cpp", "std::cout << \"x\";"), 0U);
  EXPECT_EQ(caught("engine/seat/a.cpp", "auto* x = new Seat();\ndelete x;"), 2U);
  EXPECT_EQ(
      caught("engine/seat/a.hpp", "A(const A&) = delete;  // a new one\nvoid* operator new(int);"),
      0U);
}

TEST(UsingNamespace, OnlyForLiterals) {
  const auto found = over_cpp(check_using_namespace);
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(UsingNamespace, CatchesAllOthers) {
  EXPECT_EQ(check_using_namespace(sample("a.cpp", "using namespace std;\n")).size(), 1U);
  EXPECT_EQ(check_using_namespace(sample("a.cpp", "using namespace std::chrono;\n")).size(), 1U);
  EXPECT_TRUE(
      check_using_namespace(sample("a.cpp", "using namespace std::chrono_literals;\n")).empty());
  EXPECT_TRUE(
      check_using_namespace(sample("a.cpp", "// using namespace std;\nusing A = int;\n")).empty());
}

TEST(Identifiers, AreEnglish) {
  Findings all;
  for (const auto& file : tree()) {
    const bool wanted = is_cpp(file) && (is_under(file, "engine") || is_under(file, "adapters"));
    if (wanted) std::ranges::copy(check_swedish_identifiers(file), std::back_inserter(all));
  }
  EXPECT_TRUE(all.empty()) << told(all);
}

TEST(Identifiers, CatchesSwedishInBothSpellings) {
  EXPECT_EQ(check_swedish_identifiers(sample("a.cpp", "struct KallelseSent {};")).size(), 1U);
  EXPECT_EQ(check_swedish_identifiers(sample("a.cpp", "int antal_brister = 0;")).size(), 1U);
  EXPECT_TRUE(check_swedish_identifiers(sample("a.cpp", "f(\"kallelse\");  // kallelse")).empty());
  EXPECT_TRUE(
      check_swedish_identifiers(sample("a.cpp", "namespace kallad { int sip, lss; }")).empty());
}

TEST(Scan, BlanksCommentsAndTextsAcrossLines) {
  const auto code = code_only({"a /* b", "c */ d \"e // f\" g", "R\"x(h", "\" i)x\" j 'k' 1'000"});
  EXPECT_EQ(code[0], "a     ");
  EXPECT_EQ(code[1], "     d \"      \" g");
  EXPECT_EQ(code[2], "R\"   ");
  EXPECT_EQ(code[3], "       j ' ' 1'000");
}

TEST(Scan, CutsIdentifiersIntoWords) {
  EXPECT_EQ(words_of("PlanAgreed"), (std::vector<std::string>{"plan", "agreed"}));
  EXPECT_EQ(words_of("follow_up_"), (std::vector<std::string>{"follow", "up"}));
}

}  // namespace
}  // namespace kallad::tidy
