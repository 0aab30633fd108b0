// Bytes as Excel in Sweden writes them: what is read, and what is told instead of guessed.
// Not a test of all of Windows-1252 by table: the characters that Swedish registers hold, and the
// ones that are none.
#include "adapters/import/encoding.hpp"

#include <gtest/gtest.h>

namespace kallad::importing::encoding_test {
namespace {

std::string fault_of(const std::string& bytes, Encoding encoding) {
  const Decoded decoded = decode(bytes, encoding);
  if (!decoded.fault) return "";
  EXPECT_EQ(decoded.text, "");
  return std::string{decoded.fault->why.rule} + " " + std::to_string(decoded.fault->at.line) + ":" +
         std::to_string(decoded.fault->at.column);
}

TEST(Encoding, TakesUtf8WithAndWithoutItsMark) {
  EXPECT_EQ(decode("Höganäs", Encoding::utf8).text, "Höganäs");
  EXPECT_EQ(decode("\xEF\xBB\xBFHöganäs", Encoding::utf8).text, "Höganäs");
}

TEST(Encoding, TakesWindows1252WhereItIsSaid) {
  EXPECT_EQ(decode("H\xF6gan\xE4s \x80 \x96 \x94", Encoding::windows_1252).text, "Höganäs € – ”");
  EXPECT_EQ(decode("plain", Encoding::windows_1252).text, "plain");
}

TEST(Encoding, TellsWhatItIsNot) {
  EXPECT_EQ(fault_of("a;b\nBj\xF6rk", Encoding::utf8), "encoding_looks_windows 2:3");
  EXPECT_EQ(fault_of("\xFF\xFE"
                     "a",
                     Encoding::utf8),
            "encoding_wide 0:0");
  EXPECT_EQ(fault_of("\xFE\xFF"
                     "a",
                     Encoding::windows_1252),
            "encoding_wide 0:0");
  EXPECT_EQ(fault_of("Höganäs", Encoding::windows_1252), "encoding_looks_unicode 0:0");
  EXPECT_EQ(fault_of("\xEF\xBB\xBF"
                     "a",
                     Encoding::windows_1252),
            "encoding_looks_unicode 0:0");
  EXPECT_EQ(fault_of("\xE5\n\xE4\x81", Encoding::windows_1252), "encoding_not_windows 2:2");
}

}  // namespace
}  // namespace kallad::importing::encoding_test
