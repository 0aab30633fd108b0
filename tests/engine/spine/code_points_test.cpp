// Texts read into code points: places, composing, folding, and bytes that are no UTF-8.
// Not the search for a person: tests/engine/mention/running_text_test.cpp.
#include "engine/spine/code_points.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kallad::text {
namespace {

std::u32string codes_of(std::string_view text) {
  std::u32string codes;
  for (const Mark& mark : read(text)) codes += mark.code;
  return codes;
}

std::u32string folded(std::u32string text) {
  for (char32_t& c : text) c = lower(c);
  return text;
}

TEST(CodePoints, TellWhereEachStands) {
  const auto marks = read("aÅ€");
  ASSERT_EQ(marks.size(), 3U);
  EXPECT_EQ(marks[1].code, U'Å');
  EXPECT_EQ(marks[1].offset, 1U);
  EXPECT_EQ(marks[1].length, 2U);
  EXPECT_EQ(marks[2].offset, 3U);
  EXPECT_EQ(marks[2].length, 3U);
  EXPECT_TRUE(read("").empty());
}

TEST(CodePoints, ComposeWhatWasTakenApart) {
  EXPECT_EQ(codes_of("A\u030Ake"), U"Åke");
  EXPECT_EQ(codes_of("O\u0308ra a\u0308r e\u0301n"), U"Öra är én");
  EXPECT_EQ(codes_of("u\u0308 c\u0301"), U"ü ć");
  EXPECT_EQ(codes_of("x\u0308"), U"x\u0308") << "there is no such letter";
  EXPECT_EQ(codes_of("\u0308a"), U"\u0308a") << "nothing before the mark";
  const auto marks = read("A\u030A");
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_EQ(marks[0].length, 3U);
}

TEST(CodePoints, LeaveOutSoftHyphens) { EXPECT_EQ(codes_of("Åkes\u00ADson"), U"Åkesson"); }

TEST(CodePoints, TellBytesThatAreNoUtf8) {
  EXPECT_EQ(codes_of("a\xFF"
                     "b"),
            (std::u32string{U'a', 0, U'b'}));
  EXPECT_EQ(codes_of("\xC3"), std::u32string(1, U'\0')) << "cut off";
  EXPECT_EQ(codes_of("\xE2\x80"), std::u32string(2, U'\0'));
  EXPECT_EQ(codes_of("\xC0\xAF"), std::u32string(2, U'\0')) << "too long a form";
}

TEST(CodePoints, FoldOurLetters) {
  EXPECT_EQ(folded(U"ÅÄÖÉÜÆØÑ"), U"åäöéüæøñ");
  EXPECT_EQ(folded(U"ŽŠČĆŁŃ"), U"žščćłń");
  EXPECT_EQ(folded(U"åäö ×÷1?"), U"åäö ×÷1?");
  EXPECT_EQ(folded(U"ŸИ"), U"ŸИ") << "outside of what is folded";
}

TEST(CodePoints, KnowLettersAndDigits) {
  for (const char32_t c : std::u32string_view{U"azAZåÖñžИΩ"}) EXPECT_TRUE(is_letter(c));
  for (const char32_t c : std::u32string_view{U"0 -×÷.\u2013\u00A0"}) EXPECT_FALSE(is_letter(c));
  EXPECT_TRUE(is_digit(U'0') && is_digit(U'9'));
  EXPECT_FALSE(is_digit(U'a') || is_digit(U'\u0661'));
}

TEST(CodePoints, AreTheSameHoweverANameOrANumberIsWritten) {
  EXPECT_TRUE(is_same_written("Åsa Ek", " åsa  EK\n"));
  EXPECT_TRUE(is_same_written("Eva-Lis Ek", "Eva Lis Ek"));
  EXPECT_TRUE(is_same_written("042-10 00 00", "042/100000"));
  EXPECT_TRUE(is_same_written("Vik@Skane.example", "vik@skane.example "));
  EXPECT_FALSE(is_same_written("eva-lis@skane.example", "evalis@skane.example"));
  EXPECT_FALSE(is_same_written("eva.ek@skane.example", "evaek@skane.example"));
  EXPECT_FALSE(is_same_written("Åsa Ek", "Asa Ek"));
  EXPECT_FALSE(is_same_written("", "Asa"));
}

}  // namespace
}  // namespace kallad::text
