// The machinery of schemas and samples on the tests' own types: structure, refusals, sameness.
// Not the engine's messages: messages_test.cpp.
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "adapters/codec/schema/sample.hpp"
#include "adapters/codec/schema/schema.hpp"
#include "tests/adapters/codec/sample_codec.hpp"
#include "tests/adapters/codec/schema_check.hpp"

namespace kallad::sample {

namespace other {
struct Contact {
  int number = 0;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (number))
}  // namespace other

namespace {

using nlohmann::json;

struct Clash {
  static constexpr std::string_view id = "clash";
  Contact one;
  other::Contact two;
};
BOOST_DESCRIBE_STRUCT(Clash, (), (one, two))

TEST(Schema, OneFileForEachVersionOfEachType) {
  const auto files = codec::schemas_of(codec::shape<Event>, "events");
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[0].name, "closed.v1.json");
  EXPECT_EQ(files[1].name, "everything.v1.json");
  EXPECT_EQ(files[2].name, "everything.v2.json");
}

TEST(Schema, SaysWhatTheReaderWants) {
  const auto file = codec::schemas_of(codec::shape<Event>, "events")[2];
  const json schema = json::parse(file.text);
  EXPECT_EQ(schema["$id"], "urn:kallad:schema:events:everything:2");
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(schema["required"], json({"type", "version", "data"}));
  const json& data = schema["properties"]["data"];
  EXPECT_EQ(data["additionalProperties"], false);
  EXPECT_EQ(data["required"], json({"at", "by", "flag", "small", "count", "large", "huge", "text",
                                    "colour", "day", "reading"}));
  const json& fields = data["properties"];
  EXPECT_EQ(fields["count"]["minimum"], 0);
  EXPECT_EQ(fields["huge"]["maximum"], 18'446'744'073'709'551'615U);
  EXPECT_EQ(fields["colour"]["enum"], json({"red", "green", "deep_blue"}));
  EXPECT_EQ(fields["day"]["format"], "date");
  EXPECT_EQ(fields["at"]["format"], "date-time");
  EXPECT_EQ(fields["parties"]["items"]["$ref"], "#/$defs/Party");
  EXPECT_EQ(schema["$defs"]["Party"]["properties"]["contacts"]["items"]["$ref"], "#/$defs/Contact");
  EXPECT_EQ(schema["$defs"]["Actor"]["required"], json({"role", "unit", "name"}));
}

TEST(Schema, CommandsHaveNoVersionInside) {
  const auto files = codec::schemas_of(codec::shape<Command>, "commands");
  EXPECT_EQ(files[0].name, "paint.v1.json");
  EXPECT_EQ(json::parse(files[0].text)["required"], json({"type", "data"}));
}

TEST(Schema, TwoStructsOfOneNameAreToldApart) {
  EXPECT_THROW(codec::schemas_of(codec::shape<boost::variant2::variant<Clash>>, "commands"),
               std::logic_error);
}

TEST(Schema, AcceptsWhatIsWrittenAndNotWhatIsSpoiled) {
  const auto schemas = codec::schemas_of(codec::shape<Event>, "events");
  const auto copies = codec::golden_copies(codec::shape<Event>);
  ASSERT_EQ(schemas.size(), copies.size());
  for (std::size_t i = 0; i < copies.size(); ++i) {
    EXPECT_EQ(schemas[i].name, copies[i].name);
    EXPECT_EQ(schema_findings(json::parse(schemas[i].text), json::parse(copies[i].text)), "");
  }
  const json schema = json::parse(schemas[2].text);
  const auto spoiled = [&](const char* pointer, const json& value) {
    json document = json::parse(copies[2].text);
    document[json::json_pointer{pointer}] = value;
    return schema_findings(schema, document);
  };
  EXPECT_EQ(spoiled("/version", 1), "/version const");
  EXPECT_EQ(spoiled("/data/more", 1), "/data/more additionalProperties");
  EXPECT_EQ(spoiled("/data/by/role", "king"), "/data/by/role enum");
  EXPECT_EQ(spoiled("/data/parties/0/party", "A"), "/data/parties/0/party pattern");
  EXPECT_EQ(spoiled("/data/day", "2026-3-2"), "/data/day pattern");
  EXPECT_EQ(spoiled("/data/text", "a\rb"), "/data/text pattern");
  EXPECT_EQ(spoiled("/data/count", -1), "/data/count minimum");
  EXPECT_EQ(spoiled("/data/flag", "x"), "/data/flag type");
  EXPECT_EQ(spoiled("/data/parties", json::array({json::object()})),
            "/data/parties/0/party required");
}

TEST(Sample, FillsEveryFieldTheSameEachTime) {
  Everything one;
  Everything two;
  codec::fill_sample(codec::shape<Everything>, &one);
  codec::fill_sample(codec::shape<Everything>, &two);
  EXPECT_EQ(one, two);
  EXPECT_TRUE(one.flag);
  EXPECT_EQ(one.parties.size(), 2U);
  EXPECT_TRUE(one.parties[0].unit);
  EXPECT_NE(one.parties[0].party, one.parties[1].party);
  EXPECT_TRUE(one.maybe);
}

TEST(Sample, AStructInsideItselfEnds) {
  Nest nest;
  codec::fill_sample(codec::shape<Nest>, &nest);
  EXPECT_EQ(nest.inner.size(), 2U);
  EXPECT_EQ(errors_in<Nest>(codec::write_compact(nest)), "");
}

}  // namespace
}  // namespace kallad::sample
