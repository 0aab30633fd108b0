// What is written: the bytes, their order, and what is refused because it could not be read again.
// That all of it reads back equal is in property_test.cpp.
#include <stdexcept>

#include "adapters/codec/forms.hpp"
#include "tests/adapters/codec/sample_codec.hpp"

namespace kallad::sample {
namespace {

using namespace std::chrono_literals;
using codec::write_compact;

const auto monday = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};

Everything filled() {
  Everything e;
  e.at = Instant{monday} + 9h + 5ms;
  e.by = {Role::coordinator, UnitId{"helsingborg/vuxen"}, "Eva Exempel"};
  e.flag = true;
  e.small = -3;
  e.huge = 18'446'744'073'709'551'615U;
  e.large = std::numeric_limits<std::int64_t>::min();
  e.text = "rad 1\n\t\"å\\ä\"";
  e.colour = Colour::deep_blue;
  e.day = Date{monday};
  e.reading = LocalTime{monday.time_since_epoch() + 13h + 30min};
  e.parties = {{PartyId{"anna"}, std::nullopt, {{"Bo", "bo@example.org"}}}};
  e.words.clear();
  e.maybe.reset();
  e.numbers.emplace();
  return e;
}

template <class T>
std::string refusal(const T& value) {
  try {
    write_compact(value);
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "written";
}

TEST(Write, DeclaredOrderBasesFirstAndEmptyListsAndOptionalsLeftOut) {
  EXPECT_EQ(
      write_compact(filled()),
      "{\"at\":\"2026-03-02T09:00:00.005Z\",\"by\":{\"role\":\"coordinator\",\"unit\":"
      "\"helsingborg/vuxen\",\"name\":\"Eva Exempel\"},\"flag\":true,\"small\":-3,\"count\":0,"
      "\"large\":-9223372036854775808,\"huge\":18446744073709551615,\"text\":"
      "\"rad 1\\n\\t\\\"å\\\\ä\\\"\",\"colour\":\"deep_blue\",\"day\":\"2026-03-02\",\"reading\":"
      "\"2026-03-02T13:30\",\"parties\":[{\"party\":\"anna\",\"contacts\":[{\"name\":\"Bo\","
      "\"mail\":\"bo@example.org\"}]}],\"numbers\":[]}");
}

TEST(Write, VariantsCarryTypeAndEventsTheirVersion) {
  EXPECT_EQ(write_compact(Event{Closed{}}), R"({"type":"closed","version":1,"data":{}})");
  EXPECT_EQ(write_compact(Command{Paint{PartyId{"a"}, Colour::green}}),
            R"({"type":"paint","data":{"party":"a","colour":"green"}})");
}

TEST(Write, TheDataPartAlone) {
  std::string out = "before ";
  const Event event{Closed{}};
  codec::write_data_onto(out, codec::shape<Event>, &event);
  EXPECT_EQ(out, "before {}");
}

TEST(Write, RefusesWhatCouldNotBeReadAgainAndSaysWhere) {
  Stop stop{{Colour::red, static_cast<Colour>(3)}, {}};
  EXPECT_NE(refusal(Command{stop}).find("unknown_value at \"/data/colours/1\""), std::string::npos)
      << refusal(Command{stop});
  EXPECT_NE(refusal(Contact{"a\xFF", {}}).find("bad_text at \"/name\""), std::string::npos);
  EXPECT_NE(refusal(Contact{"a\rb", {}}).find("bad_text"), std::string::npos);
  EXPECT_NE(refusal(Contact{std::string(10'001, 'x'), {}}).find("too_long"), std::string::npos);
  EXPECT_NE(refusal(Party{PartyId{"Upper"}, {}, {}}).find("bad_id at \"/party\""),
            std::string::npos);
  EXPECT_NE(refusal(Party{PartyId{"a"}, UnitId{}, {}}).find("bad_id at \"/unit\""),
            std::string::npos);
  EXPECT_NE(refusal(Stop{std::vector<Colour>(1001), {}}).find("too_long at \"/colours\""),
            std::string::npos);
  Everything e = filled();
  e.day = std::chrono::year{2026} / 2 / 30;
  EXPECT_NE(refusal(e).find("bad_date at \"/day\""), std::string::npos);
  e = filled();
  e.at = Instant::max();
  EXPECT_NE(refusal(e).find("bad_time at \"/at\""), std::string::npos);
}

TEST(Write, ARefusalLeavesNothingBehind) {
  std::string out = "kept";
  const Contact contact{"fine", "bad\x01"};
  EXPECT_THROW(codec::write_onto(out, codec::shape<Contact>, &contact), std::invalid_argument);
  EXPECT_EQ(out, "kept");
}

TEST(Write, DeeperThanCanBeReadIsRefused) {
  Nest nest;
  for (int i = 0; i < 15; ++i) nest = Nest{{nest}};
  const std::string deepest = write_compact(nest);  // 16 objects and 15 lists
  EXPECT_EQ(errors_in<Nest>(deepest), "");
  nest = Nest{{Nest{{nest}}}};
  EXPECT_NE(refusal(nest).find("too_deep"), std::string::npos);
}

TEST(Write, DaysAndMomentsLookAsTheEngineWritesThem) {
  for (const Instant moment : {Instant{monday}, Instant{monday} + 1ms, Instant{-1ms},
                               Instant{monday} + 23h + 59min + 59s + 999ms}) {
    std::string out;
    ASSERT_TRUE(codec::put_instant(out, moment));
    EXPECT_EQ(out, iso(moment));
    out.clear();
    const Date day{std::chrono::floor<std::chrono::days>(moment)};
    ASSERT_TRUE(codec::put_date(out, day));
    EXPECT_EQ(out, iso(day));
  }
}

}  // namespace
}  // namespace kallad::sample
