// The server's clock goes wrong: an hour and a year, both ways, and stands still.
// Not both changes of summer time (tests/engine/deadline) and not the alarm by itself
// (tests/adapters/desk). Rule kept (faults, row 7): nothing is lost or fired twice, time in a log
// never runs backwards, and nobody is kept out when the clock is right again.
#include <iostream>

#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::wrong_clock {
namespace {

using std::chrono::days;

/// The clock jumps, the alarm beats, and everybody signs in anew.
void jump(RegionStory& story, std::chrono::milliseconds by) {
  story.house.pass_to(story.house.clock.now + by);
  for (Guest* guest : {&story.siv, &story.rut, &story.ove, &story.ada, &story.house.administrator})
    story.house.sign_in(*guest);
}

void add_interpreter(RegionStory& story, int number) {
  story.house.must(story.siv, story.place + "/add_party",
                   {{"party", "tolk-" + std::to_string(number)},
                    {"kind", "interpreter"},
                    {"name", "Tora Tolk"}});
}

json events_of(RegionStory& story) {
  return story.house.get(story.siv, story.place + "/events").body()["events"];
}

int count_of(const json& events, const std::string& type) {
  int count = 0;
  for (const json& each : events) count += each["type"] == type ? 1 : 0;
  return count;
}

TEST(ApiClock, DISABLED_ThatJumpsBothWaysLosesNothingAndKeepsNobodyOut) {
  RegionStory story;
  story.summon();
  int number = 0;
  for (const std::chrono::milliseconds by :
       {std::chrono::milliseconds{1h}, std::chrono::milliseconds{-1h},
        std::chrono::milliseconds{days{366}}, std::chrono::milliseconds{-days{366}},
        std::chrono::milliseconds{days{30}}, std::chrono::milliseconds{-days{60}},
        std::chrono::milliseconds{1h}}) {
    jump(story, by);
    add_interpreter(story, ++number);
  }
  const json events = events_of(story);
  std::string last;
  for (const json& each : events) {
    EXPECT_LE(last, each["at"].get<std::string>()) << each.dump();
    last = each["at"];
  }
  EXPECT_EQ(count_of(events, "party_added"), 3 + number);
  const json shown = story.shown(story.siv)["case"];
  EXPECT_LE(shown.value("deficiencies", json::array()).size(), 1U)
      << "one party, one meeting: one deficiency, however often the clock goes round";
  std::cout << number << " jumps, " << events.size() << " events in order\n";
}

TEST(ApiClock, ThatStandsStillStopsNoCommand) {
  RegionStory story;
  story.prepare();
  for (int i = 0; i < 20; ++i) add_interpreter(story, i);
  EXPECT_EQ(count_of(events_of(story), "party_added"), 23);
  EXPECT_EQ(story.house.ask("GET", "/healthz").status, 200U);
}

TEST(ApiClock, AfterAMonthOfDowntimeOnlyWhatIsStillNeededIsSent) {
  RegionStory story;
  story.summon();
  const std::size_t before = story.house.desk().outbox(1000).size();
  jump(story, days{30});  // past every reminder, the meeting and the deadlines
  const auto letters = story.house.desk().outbox(1000);
  std::map<std::string, int> kinds;
  for (const OutboxItem& one : letters) kinds[one.row.kind]++;
  for (const auto& [kind, count] : kinds) {
    if (kind.starts_with("reminder")) ADD_FAILURE() << kind << " has lost its point";
  }
  EXPECT_LT(letters.size(), before + 5);
  jump(story, 1h);
  EXPECT_EQ(story.house.desk().outbox(1000).size(), letters.size()) << "nothing fires twice";
}

}  // namespace
}  // namespace kallad::testing::wrong_clock
