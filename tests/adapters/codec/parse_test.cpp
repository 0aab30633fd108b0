// What is JSON of ours: each way a text can fail before any field of it is looked at.
// Not the fields: read_test.cpp.
#include <nlohmann/json.hpp>

#include "tests/adapters/codec/sample_codec.hpp"

namespace kallad::sample {
namespace {

std::string errors_of_text(std::string_view text) { return errors_of(codec::parse(text)); }

TEST(Parse, TakesJson) {
  for (const char* good : {"{}", "[]", " null ", "0", "-1.5e3", "\"\"", "\"\\ud83d\\ude00\"",
                           "[1,[2,[3]],{\"a\":{\"a\":1}}]", "18446744073709551616"}) {
    EXPECT_EQ(errors_of_text(good), "") << good;
    EXPECT_EQ(codec::parse(good).value(), nlohmann::json::parse(good)) << good;
  }
}

TEST(Parse, RefusesWhatIsNotJson) {
  for (const char* bad : {"",
                          " ",
                          "{",
                          "}",
                          "{}{}",
                          "{} x",
                          "[1,]",
                          "{\"a\":1,}",
                          "{a:1}",
                          "{'a':1}",
                          "NaN",
                          "[Infinity]",
                          "[-Infinity]",
                          "01",
                          "+1",
                          ".5",
                          "1.",
                          "0x10",
                          "// c\n{}",
                          "{/* c */}",
                          "tru",
                          "nul",
                          "[1 2]",
                          "\"\t\"",
                          "\"\n\"",
                          "\"\\x41\"",
                          "\"\\ud800\"",
                          "\"\\udc00\"",
                          "\"\\ud800\\u0041\"",
                          "\"\\u12\"",
                          "\xEF\xBB\xBF{}",
                          "{\"a\"}",
                          "{1:2}",
                          "\"open"}) {
    EXPECT_EQ(errors_of_text(bad), " not_json") << bad;
  }
}

TEST(Parse, SaysWhereTheTextStopsBeingJson) {
  const auto read = codec::parse("{\"a\": 1 2}");
  ASSERT_FALSE(read.ok());
  const std::vector<std::pair<std::string, std::string>> at{{"position", "9"}};
  EXPECT_EQ(read.errors().front().data, at);
}

TEST(Parse, ANulIsNoEnd) {
  EXPECT_EQ(errors_of_text(std::string_view{"{}\0", 3}), " not_json");
  EXPECT_EQ(errors_of_text(std::string_view{"{}\0garbage", 10}), " not_json");
}

TEST(Parse, RefusesBytesThatAreNoUtf8) {
  for (const char* bad : {"\"\xC0\xAF\"",  // "/" written overlong in two bytes
                          "\"\xE0\x80\xAF\"", "\"\xF0\x80\x80\xAF\"",  // and in three and four
                          "\"\xED\xA0\x80\"",                          // a lone surrogate
                          "\"\xF4\x90\x80\x80\"",                      // above U+10FFFF
                          "\"\xF5\x80\x80\x80\"", "\"\x80\"", "\"\xC3\"", "\"\xE2\x82\"", "\xFF"}) {
    EXPECT_EQ(errors_of_text(bad), " bad_text");
  }
  EXPECT_EQ(errors_of_text("\"\xC3\xA5\xE2\x82\xAC\xF0\x9F\x98\x80\xED\x9F\xBF\""), "");
}

TEST(Parse, FindsBadBytesWhereverTheyStand) {
  for (std::size_t at = 1; at < 40; ++at) {
    std::string text = "\"" + std::string(40, 'a') + "\"";
    text[at] = '\xC1';
    const auto read = codec::parse(text);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.errors().front().data.front().second, std::to_string(at));
  }
}

TEST(Parse, AFieldStandsOnce) {
  EXPECT_EQ(errors_of_text(R"({"a": 1, "a": 1})"), "/a duplicate_field");
  EXPECT_EQ(errors_of_text(R"({"a": 1, "\u0061": 2})"), "/a duplicate_field");
  EXPECT_EQ(errors_of_text(R"([0, {"b": [{"c/d": 1, "e": 2, "c/d": 3, "c/d": 4}]}])"),
            "/1/b/0/c~1d duplicate_field");
  EXPECT_EQ(errors_of_text(R"({"a": 1, "b": 2, "b": 3, "a": 4, "c": {"d": 1, "d": 2}})"),
            "/c/d duplicate_field\n/a duplicate_field\n/b duplicate_field");
  EXPECT_EQ(errors_in<Contact>(R"({"name": "a", "name": "a"})"), "/name duplicate_field");
}

TEST(Parse, DepthHasAFloor) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_EQ(errors_of_text(nested(32)), "");
  std::string path;
  for (int i = 0; i < 32; ++i) path += "/0";
  EXPECT_EQ(errors_of_text(nested(33)), path + " too_deep");
  EXPECT_EQ(errors_of_text(std::string(1'000'000, '[')), path + " too_deep");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  EXPECT_NE(errors_of_text(objects).find("too_deep"), std::string::npos);
}

TEST(Parse, SizeHasAnEnd) {
  const std::string most = "\"" + std::string(codec::limit::document_bytes - 2, 'a') + "\"";
  EXPECT_EQ(errors_of_text(most), "");
  EXPECT_EQ(errors_of_text(most + " "), " too_long");
}

TEST(Parse, ANumberBeyondAllNumbers) {
  EXPECT_EQ(errors_of_text(R"({"a": [1, 1e999]})"), "/a/1 number_too_large");
  EXPECT_EQ(errors_of_text(R"({"a": [], "b": -1e999})"), "/b number_too_large");
  EXPECT_EQ(errors_of_text("[[1], 1e999]"), "/1 number_too_large");
  EXPECT_EQ(errors_in<std::vector<int>>(std::string(100'000, '9')), " number_too_large");
}

}  // namespace
}  // namespace kallad::sample
