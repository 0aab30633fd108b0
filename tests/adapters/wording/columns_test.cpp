// Columns hold for Swedish letters, long words and narrow places.
// Not the look of any one page: case_text_test.cpp.
#include "adapters/wording/words/columns.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>

namespace kallad::words {
namespace {

TEST(Columns, CountCharactersNotBytes) {
  EXPECT_EQ(width_of("ersättare"), 9U);
  EXPECT_EQ(width_of("–·"), 2U);
  EXPECT_EQ(width_of("a\xCC\x8A"), 1U);  // a with a combining ring
  EXPECT_EQ(padded("möte", 6), "möte  ");
  EXPECT_EQ(padded("längre än så", 6), "längre än så");
}

TEST(Columns, WrapAtSpacesAndInsideLongWords) {
  EXPECT_EQ(wrapped("ett två tre", 7), (std::vector<std::string>{"ett två", "tre"}));
  EXPECT_EQ(wrapped("åååååå", 4), (std::vector<std::string>{"åååå", "åå"}));
  EXPECT_EQ(wrapped("a\nb", 9), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(wrapped("", 9), (std::vector<std::string>{""}));
  EXPECT_EQ(hanging("  - ", "ett två", 8), "  - ett\n    två\n");
}

TEST(Columns, PutTablesInLine) {
  const TextTable table{
      {"Part", "Läge"}, {{"Å", "öppnad"}, {"Båstad", "skickad i går"}}, {0, 8}, 2};
  EXPECT_EQ(to_text(table),
            "  Part    Läge\n"
            "  ------  -------\n"
            "  Å       öppnad\n"
            "  Båstad  skickad\n"
            "          i går\n");
}

TEST(Columns, WrappingLosesNothingAndKeepsTheWidth) {
  const auto held = rc::check([] {
    const auto letters = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6));
    const auto width = *rc::gen::inRange<std::size_t>(1, 12);
    std::string text;
    for (const int letter : letters)
      text +=
          std::vector<std::string>{"a", "å", "–", "b", " ", " "}[static_cast<std::size_t>(letter)];
    std::string before;
    std::string after;
    for (const char c : text) before += c == ' ' ? "" : std::string(1, c);
    for (const auto& line : wrapped(text, width)) {
      RC_ASSERT(width_of(line) <= width);
      for (const char c : line) after += c == ' ' ? "" : std::string(1, c);
    }
    RC_ASSERT(before == after);
  });
  EXPECT_TRUE(held);
}

}  // namespace
}  // namespace kallad::words
