// The server's clock goes wrong: an hour and a year, both ways, and stands still.
// Not both changes of summer time (tests/engine/deadline) and not the alarm by itself
// (tests/adapters/desk). Rule kept (faults, row 7): nothing is lost or fired twice, time in a log
// never runs backwards.
#include <iostream>

#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::wrong_clock {
namespace {

using std::chrono::days;

/// A program of Siv's, whose token needs no code: a code that was used while the clock stood ahead
/// keeps out until then, on purpose (tests/adapters/sign_in), and a recovery code lets in
/// meanwhile.
struct Program {
  explicit Program(RegionStory& told)
      : story(told),
        headers{{"authorization", "Bearer " + told.house
                                                  .post(told.siv, "/api/v1/me/tokens",
                                                        {{"name", "koppling"}, {"days", 366}})
                                                  .body()["token"]
                                                  .get<std::string>()}} {}

  void add_interpreter(int number) {
    const json body{{"party", "tolk-" + std::to_string(number)},
                    {"kind", "interpreter"},
                    {"name", "Tora Tolk"}};
    HttpHeaders with = headers;
    with.emplace_back("idempotency-key", "tolk-" + std::to_string(number));
    with.emplace_back("if-match", story.house.ask("GET", story.place, {}, headers).header("etag"));
    const Reply reply = story.house.ask("POST", story.place + "/add_party", body.dump(), with);
    EXPECT_EQ(reply.status, 200U) << reply.text;
  }
  json events() const {
    return story.house.ask("GET", story.place + "/events", {}, headers).body()["events"];
  }

  RegionStory& story;
  HttpHeaders headers;
};

int count_of(const json& events, const std::string& type) {
  int count = 0;
  for (const json& each : events) count += each["type"] == type ? 1 : 0;
  return count;
}

TEST(ApiClock, ThatJumpsBothWaysLosesNothingAndKeepsOrder) {
  RegionStory story;
  story.summon();
  Program program{story};
  int number = 0;
  for (const std::chrono::milliseconds by :
       {std::chrono::milliseconds{1h}, std::chrono::milliseconds{-1h},
        std::chrono::milliseconds{days{360}}, std::chrono::milliseconds{-days{360}},
        std::chrono::milliseconds{days{30}}, std::chrono::milliseconds{-days{60}},
        std::chrono::milliseconds{days{31}}}) {
    story.house.pass_to(story.house.clock.now + by);
    program.add_interpreter(++number);
  }
  const json events = program.events();
  std::string last;
  for (const json& each : events) {
    EXPECT_LE(last, each["at"].get<std::string>()) << each.dump();
    last = each["at"];
  }
  EXPECT_EQ(count_of(events, "party_added"), 3 + number);
  EXPECT_LE(count_of(events, "deficiency_drafted"), 1)
      << "one party, one meeting: one deficiency, however often the clock goes round";
  std::cout << number << " jumps, " << events.size() << " events in order\n";
}

TEST(ApiClock, ThatStandsStillStopsNoCommand) {
  RegionStory story;
  story.prepare();
  Program program{story};
  for (int i = 0; i < 20; ++i) program.add_interpreter(i);
  EXPECT_EQ(count_of(program.events(), "party_added"), 23);
}

TEST(ApiClock, AfterAMonthOfDowntimeOnlyWhatIsStillNeededIsSent) {
  RegionStory story;
  story.summon();
  const std::size_t before = story.house.desk().outbox(1000).size();
  story.house.pass_to(story.house.clock.now + days{30});  // past reminders, meeting and deadlines
  const auto letters = story.house.desk().outbox(1000);
  for (const OutboxItem& one : letters) {
    EXPECT_FALSE(one.row.kind.starts_with("remind")) << one.row.kind << " has lost its point";
  }
  EXPECT_LT(letters.size(), before + 5);
  story.house.pass_to(story.house.clock.now + 1h);
  EXPECT_EQ(story.house.desk().outbox(1000).size(), letters.size()) << "nothing fires twice";
}

}  // namespace
}  // namespace kallad::testing::wrong_clock
