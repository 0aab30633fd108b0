// Each rule of reading a described value, with its path; and that all errors come at once, in
// declared order.
#include <nlohmann/json.hpp>

#include "tests/adapters/codec/sample_codec.hpp"

namespace kallad::sample {
namespace {

using codec::read_text;
using nlohmann::json;

// A document of Everything with all required fields, to be spoiled one at a time.
json whole() {
  return json::parse(
      R"({"at": "2026-03-02T09:00:00Z", "by": {"role": "clock", "unit": "", "name": ""},
    "flag": true, "small": 1, "count": 2, "large": 3, "huge": 4, "text": "t", "colour": "green",
    "day": "2028-02-29", "reading": "2026-03-02T13:00:05"})");
}

std::string errors_with(std::string_view field, const json& value) {
  json document = whole();
  document[std::string{field}] = value;
  return errors_in<Everything>(document.dump());
}

TEST(Read, FillsEveryFieldAndEmptiesWhatWasLeftOut) {
  const auto read = read_text<Everything>(whole().dump());
  ASSERT_EQ(errors_of(read), "");
  EXPECT_EQ(read.value().colour, Colour::green);
  EXPECT_EQ(read.value().huge, 4U);
  EXPECT_EQ(read.value().by.role, Role::clock);
  EXPECT_TRUE(read.value().words.empty());
  EXPECT_FALSE(read.value().maybe);
  EXPECT_EQ(iso(read.value().day), "2028-02-29");
}

TEST(Read, ATreeReadsAsItsTextDoes) {
  const auto from_tree = codec::read<Everything>(whole());
  ASSERT_EQ(errors_of(from_tree), "");
  EXPECT_EQ(from_tree.value(), read_text<Everything>(whole().dump()).value());
}

TEST(Read, ATreeIsNoWayRoundTheRules) {
  EXPECT_EQ(errors_of(codec::read<Contact>(json{{"name", "\xFF"}})), "/name bad_text");
  EXPECT_EQ(errors_of(codec::read<Contact>(json{{"name", 1.5}})), "/name wrong_type");
  EXPECT_EQ(errors_of(codec::read<Contact>(json{{"name", json::binary({1})}})), "/name wrong_type");
  EXPECT_EQ(errors_of(codec::read<Contact>(json(json::value_t::discarded))), " wrong_type");
  json deep = json::array();
  for (int i = 0; i < 50'000; ++i) deep = json::array({std::move(deep)});
  const auto refused = codec::read<Nest>(deep);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.errors().front().rule, codec::rule::too_deep);
}

TEST(Read, MissingAndUnknownFieldsByPath) {
  EXPECT_EQ(errors_in<Contact>("{}"), "/name missing_field");
  EXPECT_EQ(errors_in<Contact>(R"({"name": "a", "b/~c": 1})"), "/b~1~0c unknown_field");
  EXPECT_EQ(errors_in<Party>(R"({"party": "a", "contacts": [{"name": "b"}, {"nam": "c"}]})"),
            "/contacts/1/name missing_field\n/contacts/1/nam unknown_field");
}

TEST(Read, EveryErrorAtOnceInDeclaredOrder) {
  EXPECT_EQ(errors_in<Party>(R"({"more": 1, "contacts": {}, "unit": 7, "party": "A"})"),
            "/party bad_id\n/unit wrong_type\n/contacts wrong_type\n/more unknown_field");
}

TEST(Read, NoTypePassesForAnother) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"flag", R"(1)"},       {"flag", R"("true")"},
      {"flag", R"(null)"},    {"small", R"("1")"},
      {"small", R"(1.0)"},    {"small", R"(1e2)"},
      {"small", R"(true)"},   {"small", R"([1])"},
      {"text", R"(1)"},       {"text", R"(null)"},
      {"text", R"(["t"])"},   {"colour", R"(1)"},
      {"day", R"(20260302)"}, {"at", R"(0)"},
      {"reading", R"({})"},   {"parties", R"({"0": {}})"},
      {"parties", R"(null)"}, {"maybe", R"(null)"},
      {"by", R"([])"},        {"by", R"("clock")"},
      {"numbers", R"(7)"}};
  for (const auto& [field, value] : rows) {
    EXPECT_EQ(errors_with(field, json::parse(value)), "/" + field + " wrong_type") << value;
  }
  EXPECT_EQ(errors_in<Contact>("[]"), " wrong_type");
  EXPECT_EQ(errors_in<Contact>("null"), " wrong_type");
  EXPECT_EQ(errors_in<std::vector<int>>("{}"), " wrong_type");
}

TEST(Read, IntegersKeepToTheirRange) {
  const std::vector<std::tuple<std::string, std::string, bool>> rows{
      {"small", "2147483647", true},
      {"small", "2147483648", false},
      {"small", "-2147483648", true},
      {"small", "-2147483649", false},
      {"count", "4294967295", true},
      {"count", "4294967296", false},
      {"count", "-1", false},
      {"count", "-0", true},
      {"large", "9223372036854775807", true},
      {"large", "9223372036854775808", false},
      {"large", "-9223372036854775808", true},
      {"large", "-9223372036854775809", false},
      {"huge", "18446744073709551615", true},
      {"huge", "18446744073709551616", false},
      {"huge", "-1", false}};
  for (const auto& [field, number, fits] : rows) {
    std::string text = whole().dump();
    const auto at = text.find("\"" + field + "\":") + field.size() + 3;
    text.replace(at, 1, number);
    EXPECT_EQ(errors_in<Everything>(text), fits ? "" : "/" + field + " out_of_range") << number;
  }
}

TEST(Read, OnlyDaysAndTimesThatExist) {
  for (const char* bad : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "", "x",
                          "2026-01-01 ", "2026/01/01", "+026-01-01", "2026-01-0\xC3\xA5"}) {
    EXPECT_EQ(errors_with("day", bad), "/day bad_date") << bad;
  }
  for (const char* bad :
       {"2026-03-02T09:00:00", "2026-03-02T09:00Z", "2026-03-02T24:00:00Z", "2026-03-02T09:60:00Z",
        "2026-03-02T09:00:60Z", "2026-03-02 09:00:00Z", "2026-03-02T09:00:00z",
        "2026-02-30T09:00:00Z", "2026-03-02T09:00:00+01:00", "2026-03-02T09:00:00.5Z",
        "2026-03-02T09:00:00.1234Z", "2026-03-02T09:00:00,500Z", "2026-03-02T9:00:00Z",
        "2026-03-02", "Z", ""}) {
    EXPECT_EQ(errors_with("at", bad), "/at bad_time") << bad;
  }
  for (const char* bad :
       {"2026-03-02T13:00Z", "2026-03-02T13", "2026-03-02T13:00:", "2026-03-02T13:0",
        "2026-03-02T13:00:00.", "2026-03-02T25:00", "13:00", ""}) {
    EXPECT_EQ(errors_with("reading", bad), "/reading bad_time") << bad;
  }
  for (const char* good : {"2026-03-02T13:00", "2026-03-02T13:00:59", "2026-03-02T13:00:00.001"}) {
    EXPECT_EQ(errors_with("reading", good), "") << good;
  }
  EXPECT_EQ(errors_with("at", "2026-03-02T23:59:59.999Z"), "");
}

TEST(Read, IdsHaveOneForm) {
  for (const char* good : {"a", "0", "helsingborg/vuxen", "we-mind", "a.b_c-d/e9"}) {
    EXPECT_EQ(errors_in<Party>(json{{"party", good}}.dump()), "") << good;
  }
  const std::string just = std::string(64, 'a');
  EXPECT_EQ(errors_in<Party>(json{{"party", just}}.dump()), "");
  for (const std::string& bad :
       {std::string{"A"}, std::string{"å"}, std::string{"-a"}, std::string{"a/"},
        std::string{"a/../b"}, std::string{"a b"}, std::string{"a\n"}, just + "a"}) {
    EXPECT_EQ(errors_in<Party>(json{{"party", bad}}.dump()), "/party bad_id") << bad;
  }
}

TEST(Read, AnIdMayBeEmptyOnlyWhereItMustBeThere) {
  EXPECT_EQ(errors_in<Party>(R"({"party": ""})"), "");
  EXPECT_EQ(errors_in<Party>(R"({"party": "a", "unit": ""})"), "/unit bad_id");
  EXPECT_EQ(errors_in<std::vector<UnitId>>(R"(["a", ""])"), "/1 bad_id");
}

TEST(Read, AnUnknownValueListsThoseAllowed) {
  const auto read = read_text<Paint>(R"({"party": "a", "colour": "Red"})");
  ASSERT_EQ(errors_of(read), "/colour unknown_value");
  const std::vector<std::pair<std::string, std::string>> allowed{
      {"allowed", "red, green, deep_blue"}};
  EXPECT_EQ(read.errors().front().data, allowed);
}

TEST(Read, TextsAreLettersAndNotTooMany) {
  EXPECT_EQ(errors_with("text", std::string(10'000, 'x')), "");
  EXPECT_EQ(errors_with("text", std::string(10'001, 'x')), "/text too_long");
  std::string wide;
  for (int i = 0; i < 10'000; ++i) wide += "😀";  // 40 000 bytes, 10 000 characters
  EXPECT_EQ(errors_with("text", wide), "");
  EXPECT_EQ(errors_with("text", wide + "x"), "/text too_long");
  EXPECT_EQ(errors_with("text", "a\n\tb"), "");
  for (const char* bad : {"\x01", "\x7F", "\xC2\x85", "\xC2\x80"}) {
    EXPECT_EQ(errors_with("text", bad), "/text bad_text");
  }
  EXPECT_EQ(errors_with("text", std::string(1, '\0')), "/text bad_text");  // written as \u0000
  EXPECT_EQ(errors_with("text", "\xC2\xA0"), "");
}

std::string text_of(const std::string& said) {
  json document = whole();
  document["text"] = said;
  return codec::read<Everything>(document).value().text;
}

TEST(Read, WhatNoEyeSeesIsLeftOut) {
  EXPECT_EQ(text_of("a\r\nb\rc\n\r\n"), "a\nb\nc\n\n");
  EXPECT_EQ(text_of("\u202EAnna\u202C \u2066B\u2069\u200B\uFEFF\u200F\u2060"), "Anna B");
  EXPECT_EQ(text_of("a\u2028b\u2029"), "a\nb\n");
  EXPECT_EQ(text_of("１９１２０１０１－ＡＺａｚ～！"), "19120101-AZaz~!");
  const std::string stays = "Åsa 10–11 €\u200D\u200C … ﷺ 한 \xF0\x9F\x98\x80";
  EXPECT_EQ(text_of(stays), stays);
}

TEST(Read, ListsHaveAnEnd) {
  EXPECT_EQ(errors_with("words", json(std::vector<std::string>(1000, "x"))), "");
  EXPECT_EQ(errors_with("words", json(std::vector<std::string>(1001, "x"))), "/words too_long");
}

TEST(Read, AFloodOfErrorsIsCut) {
  json document = {{"name", "a"}};
  for (int i = 0; i < 1000; ++i) document["x" + std::to_string(i)] = i;
  EXPECT_EQ(read_text<Contact>(document.dump()).errors().size(), codec::limit::errors);
}

}  // namespace
}  // namespace kallad::sample
