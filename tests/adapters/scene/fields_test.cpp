// Words find their fields by the shape alone: keys, short keys, items, and bare words by kind.
// Not the engine's commands: these structs stand for any command there may be.
#include <gtest/gtest.h>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/scene/fields/fill.hpp"
#include "adapters/scene/fields/match.hpp"
#include "adapters/scene/text/words.hpp"
#include "engine/seat/seat.hpp"
#include "tests/adapters/scene/playing.hpp"

namespace kallad::scene {
namespace {

struct Inner {
  std::string name;
  std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (name, words))

struct Other {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Other, (), (name))

/// One of everything a command can have.
struct Everything {
  PartyId party;
  Attendance attendance = Attendance::present;
  std::optional<PartyId> second;
  std::uint32_t number = 0;
  std::optional<Date> day;
  std::optional<LocalTime> starts;
  std::optional<Instant> at;
  bool ready = false;
  std::string text;
  std::vector<std::string> questions;
  std::vector<AttendanceMark> marks;
  std::vector<PartyId> covers;
  std::optional<Inner> inner;
  std::optional<Other> other;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (party, attendance, second, number, day, starts, at, ready, text, questions,
                       marks, covers, inner, other))

Setting setting() {
  using namespace std::chrono_literals;
  return {calendar().zone(), Date{2026y / 3 / 2}, [](const std::string& word, Place) {
            return word == "region" ? std::string{"region/bup"} : word;
          }};
}

/// The struct after the words of a line, as JSON; where a word fits nowhere, the fault's text.
std::string filled(const std::string& line) {
  const CutFile words = cut(line);
  Everything value;
  try {
    fill(codec::shape_of<Everything>(), &value, words.lines.at(0).words, setting());
  } catch (const StoryFault& fault) {
    return "column " + std::to_string(fault.fault().place.column) + ": " + fault.what();
  }
  return codec::write_compact(value);
}

/// What a line adds to the untouched struct.
std::string expected(const std::string& fields) {
  return R"({"party":"a/b","attendance":"late","number":0,"ready":false,"text":"")" + fields + "}";
}

TEST(SceneFields, BareWordsGoToTheFirstFreeFieldThatTakesThem) {
  EXPECT_EQ(filled("a/b late"), expected(""));
  EXPECT_EQ(filled("late a/b"), expected(""));
  EXPECT_EQ(
      filled("a/b late c/d"),
      R"({"party":"a/b","attendance":"late","second":"c/d","number":0,"ready":false,"text":""})");
  EXPECT_EQ(filled("a/b late 7 2026-03-05 \"en text\""),
            R"({"party":"a/b","attendance":"late","number":7,"day":"2026-03-05","ready":false,)"
            R"("text":"en text"})");
}

TEST(SceneFields, AnUnquotedWordIsNeverAText) {
  EXPECT_EQ(
      filled("a/b late c/d e/f"),
      R"({"party":"a/b","attendance":"late","second":"c/d","number":0,"ready":false,"text":"",)"
      R"("covers":["e/f"]})");
  EXPECT_EQ(filled("Stort").substr(0, 9), "column 1:");
}

TEST(SceneFields, KeysNameAFieldDirectlyOrInsideAPart) {
  EXPECT_EQ(filled("a/b late words=\"så här\""),
            expected(R"(,"inner":{"name":"","words":"så här"})"));
  EXPECT_EQ(filled("a/b late inner.name=Bo inner.words=\"hej\""),
            expected(R"(,"inner":{"name":"Bo","words":"hej"})"));
  EXPECT_EQ(filled("a/b late name=Bo"),
            "column 10: name kan vara inner.name eller other.name; skriv vilken");
}

TEST(SceneFields, PartsOfAStructFollowAfterItsKey) {
  EXPECT_EQ(filled("a/b late inner=\"Bo Ek\",\"så här\""),
            expected(R"(,"inner":{"name":"Bo Ek","words":"så här"})"));
}

TEST(SceneFields, AnIdAsKeyIsAnItemOfTheListThatBeginsWithIds) {
  EXPECT_EQ(filled("a/b late c/d=absent region=late,13:40,mandate=no"),
            expected(R"(,"marks":[{"party":"c/d","attendance":"absent"},)"
                     R"({"party":"region/bup","attendance":"late","mandate":"no",)"
                     R"("arrived_at":"2026-03-02T12:40:00Z"}])"));
  EXPECT_EQ(filled("a/b late marks=c/d,absent,e/f,present"),
            expected(R"(,"marks":[{"party":"c/d","attendance":"absent"},)"
                     R"({"party":"e/f","attendance":"present"}])"));
}

TEST(SceneFields, AListMayBeSaidTwiceAndAnythingElseOnce) {
  EXPECT_EQ(filled("a/b late questions=\"a, b\",c questions=d"),
            expected(R"(,"questions":["a, b","c","d"])"));
  EXPECT_EQ(filled("a/b late text=a text=b"), "column 17: text är sagt två gånger");
}

TEST(SceneFields, PrincipalsStayAsWrittenWhereTheyAreMeant) {
  EXPECT_EQ(filled("a/b late second=region covers=region"),
            R"({"party":"a/b","attendance":"late","second":"region/bup","number":0,"ready":false,)"
            R"("text":"","covers":["region"]})");
}

TEST(SceneFields, TimesAreReadOnTheWallClock) {
  EXPECT_NE(filled("a/b late at=10:00 starts=10:00")
                .find(R"("starts":"2026-03-02T10:00","at":"2026-03-02T09:00:00Z")"),
            std::string::npos);
  EXPECT_NE(filled("a/b late at=2026-07-01T10:00").find("2026-07-01T08:00:00Z"), std::string::npos);
  EXPECT_NE(filled("a/b late at=\"2026-07-01 10:00Z\"").find("2026-07-01T10:00:00Z"),
            std::string::npos);
}

TEST(SceneFields, AWrongValueIsToldWithWhatWouldDo) {
  EXPECT_EQ(filled("a/b attendance=presnt"),
            "column 5: \"presnt\" är inget värde här (menade du \"present\"?)");
  EXPECT_EQ(filled("a/b late number=-1"), "column 10: \"-1\" är inget tal som passar här");
  EXPECT_EQ(filled("a/b late ready=kanske"), "column 10: \"kanske\" är inte yes eller no");
  EXPECT_EQ(filled("a/b late Text=x"),
            "column 10: fältet Text finns inte här (menade du \"text\"?)");
}

bool is_as(const Everything& value, const std::string& words) {
  const auto said = bind_words(codec::shape_of<Everything>(), cut(words).lines.at(0).words);
  return std::all_of(said.begin(), said.end(),
                     [&](const Bound& each) { return is_as_said(&value, each, setting()); });
}

TEST(SceneFields, ValuesAreComparedAsTheyAreWritten) {
  Everything value;
  value.party = PartyId{"region/bup"};
  value.number = 3;
  value.questions = {"b", "a"};
  value.at = Instant{std::chrono::sys_days{Date{std::chrono::year{2026} / 3 / 9}} +
                     std::chrono::hours{22} + std::chrono::minutes{59} + std::chrono::seconds{59}};
  EXPECT_TRUE(is_as(value, "region present number>=3 number<=3 ready=no"));
  EXPECT_FALSE(is_as(value, "number>=4"));
  EXPECT_TRUE(is_as(value, "questions=a,b"));
  EXPECT_TRUE(is_as(value, "questions=2"));
  EXPECT_FALSE(is_as(value, "questions=a"));
  EXPECT_TRUE(is_as(value, "questions>=a"));
  EXPECT_TRUE(is_as(value, "at=2026-03-09 second=none marks=none inner=none"));
  EXPECT_TRUE(is_as(value, "at=\"2026-03-09 23:59\""));
  EXPECT_FALSE(is_as(value, "at=\"2026-03-09 23:59:58\""));
  EXPECT_FALSE(is_as(value, "at=2026-03-10"));
}

}  // namespace
}  // namespace kallad::scene
