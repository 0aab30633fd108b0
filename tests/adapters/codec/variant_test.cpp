// Commands and events by type and version, and older versions of an event.
// Not what is inside the data: read_test.cpp.
#include <nlohmann/json.hpp>

#include "adapters/codec/schema/sample.hpp"
#include "tests/adapters/codec/sample_codec.hpp"

namespace kallad::sample {
namespace {

using codec::read_text;

TEST(Variant, ACommandByItsType) {
  const auto read =
      read_text<Command>(R"({"data": {"colour": "green", "party": "a"}, "type": "paint"})");
  ASSERT_EQ(errors_of(read), "");
  EXPECT_EQ(read.value(), (Command{Paint{PartyId{"a"}, Colour::green}}));
}

TEST(Variant, TheEnvelopeIsAsStrictAsTheRest) {
  EXPECT_EQ(errors_in<Command>("{}"), "/type missing_field\n/data missing_field");
  EXPECT_EQ(errors_in<Event>("{}"),
            "/type missing_field\n/version missing_field\n/data missing_field");
  EXPECT_EQ(errors_in<Command>(R"({"type": 1, "data": {}})"), "/type wrong_type");
  EXPECT_EQ(errors_in<Command>(R"({"type": "stop", "data": []})"), "/data wrong_type");
  EXPECT_EQ(errors_in<Command>(R"({"type": "stop", "data": {}, "version": 1})"),
            "/version unknown_field");
  EXPECT_EQ(errors_in<Command>(R"(["stop"])"), " wrong_type");
  EXPECT_EQ(errors_in<Command>(R"({"type": "paint", "data": {"party": "A"}, "x": 1})"),
            "/data/party bad_id\n/data/colour missing_field\n/x unknown_field");
}

TEST(Variant, WhatIsUnknownIsNamedByItsKind) {
  EXPECT_EQ(errors_in<Command>(R"({"type": "closed", "data": {}})"), "/type unknown_command");
  EXPECT_EQ(errors_in<Event>(R"({"type": "paint", "version": 1, "data": {}})"),
            "/type unknown_event");
}

TEST(Variant, AStoredTextStaysAsItWasStored) {
  const auto read = read_text<Event>(
      R"({"type": "everything", "version": 1, "data": {"tint": "gr\u200Bass", "small": 4}})");
  ASSERT_EQ(errors_of(read), "");
  EXPECT_EQ(boost::variant2::get<Everything>(read.value()).colour, Colour::red);  // not "grass"
}

TEST(Variant, AVersionWithoutReaderIsRefusedWithThoseKnown) {
  for (const char* version : {"0", "3", "-1", "4294967298", "18446744073709551615"}) {
    const auto read = read_text<Event>(R"({"type": "everything", "version": )" +
                                       std::string{version} + R"(, "data": {}})");
    ASSERT_EQ(errors_of(read), "/version unknown_version") << version;
    const std::vector<std::pair<std::string, std::string>> data{{"type", "everything"},
                                                                {"known", "1, 2"}};
    EXPECT_EQ(read.errors().front().data, data);
  }
  EXPECT_EQ(errors_in<Event>(R"({"type": "closed", "version": "1", "data": {}})"),
            "/version wrong_type");
}

TEST(Variant, AnOlderVersionIsReadByItsOwnFormAndLifted) {
  const auto read = read_text<Event>(
      R"({"type": "everything", "version": 1, "data": {"tint": "grass", "small": 4}})");
  ASSERT_EQ(errors_of(read), "");
  EXPECT_EQ(boost::variant2::get<Everything>(read.value()).colour, Colour::green);
  EXPECT_EQ(boost::variant2::get<Everything>(read.value()).small, 4);
  EXPECT_EQ(
      errors_in<Event>(R"({"type": "everything", "version": 1, "data": {"tint": 1, "small": 4}})"),
      "/data/tint wrong_type");
}

TEST(Variant, TypeAndVersionMayStandBesideTheData) {
  const auto read = [](std::string_view type, int version, std::string_view data) {
    return errors_of(codec::read_data<Event>(type, version, data));
  };
  EXPECT_EQ(read("closed", 1, "{}"), "");
  EXPECT_EQ(read("closed", 2, "{}"), "/version unknown_version");
  EXPECT_EQ(read("opened", 1, "{}"), "/type unknown_event");
  EXPECT_EQ(read("closed", 1, R"({"a": 1})"), "/data/a unknown_field");
  EXPECT_EQ(read("closed", 1, "{"), " not_json");
  EXPECT_EQ(errors_of(codec::read_data<Command>("stop", 0, "{}")), "");
  Everything everything;
  codec::fill_sample(codec::shape<Everything>, &everything);
  const Event event{everything};
  const auto parts = codec::write_parts(event);
  EXPECT_EQ(parts.type, "everything");
  EXPECT_EQ(parts.version, 2);
  const auto back = codec::read_data<Event>(parts.type, parts.version, parts.data);
  ASSERT_EQ(errors_of(back), "");
  EXPECT_EQ(back.value(), event);
}

}  // namespace
}  // namespace kallad::sample
