// Many at once: those who sign in hold nobody up, and a command that races a withdrawn consent does
// not get past it. Not speed: tests/bench. Rules kept (rulings, "Commands", "Consent"): two parties
// never collide; a withdrawal stops all sharing at once.
#include <atomic>
#include <future>
#include <thread>

#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::at_once {
namespace {

TEST(ApiAtOnce, ManyWhoSignInHoldNoCommandUp) {
  RegionStory story;
  constexpr int guesses = 24;
  std::atomic<int> answered = 0;
  std::vector<std::jthread> guessers;
  for (int i = 0; i < guesses; ++i) {
    guessers.emplace_back([&story, &answered, i] {
      const json form{{"user_name", "user-" + std::to_string(i)},
                      {"password", "fel mening som ingen har"},
                      {"code", "1"}};
      story.house.ask("POST", "/api/v1/sign-in", form.dump());
      ++answered;
    });
  }
  int reads = 0;
  while (answered < guesses) {
    EXPECT_EQ(story.house.get(story.siv, "/api/v1/me").status, 200U);
    ++reads;
  }
  EXPECT_GT(reads, guesses) << "reads went through the queue of those who sign in";
}

/// The number of the event of that type, and of the last that the unit made; 0 where there is none.
std::pair<std::uint64_t, std::uint64_t> places(const json& events, const std::string& type,
                                               const std::string& unit) {
  std::pair<std::uint64_t, std::uint64_t> found;
  for (const json& each : events) {
    if (each["type"] == type) found.first = each["sequence"];
    if (each.value("unit", "") == unit) found.second = each["sequence"];
  }
  return found;
}

TEST(ApiAtOnce, WhatWasAllowedBeforeAWithdrawalIsNotStoredAfterIt) {
  for (int round = 0; round < 12; ++round) {
    RegionStory story;
    story.summon();
    auto theirs = std::async(std::launch::async, [&story] {
      for (int i = 0; i < 20; ++i) {
        story.house.post(
            story.rut, story.place + "/answer",
            {{"party", RegionStory::region}, {"answer", i % 2 == 0 ? "attends" : "cannot_come"}},
            {{"idempotency-key", "svar-" + std::to_string(i)}});
      }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds{round});
    Reply withdrawn;
    for (int i = 0; i < 50 && withdrawn.status != 200; ++i) {
      withdrawn = story.house.say(story.siv, story.place + "/withdraw_consent",
                                  {{"by", "Anna Påhittad"}, {"capacity", "person"}});
    }
    theirs.get();
    ASSERT_EQ(withdrawn.status, 200U) << withdrawn.text;
    const json events = story.house.get(story.siv, story.place + "/events").body()["events"];
    const auto [withdrawal, last] = places(events, "consent_withdrawn", RegionStory::region);
    ASSERT_NE(withdrawal, 0U);
    EXPECT_LT(last, withdrawal) << "the region answered after the withdrawal";
  }
}

TEST(ApiAtOnce, ManyAnswersWithoutAVersionAreAllStored) {
  RegionStory story;
  story.summon();
  std::vector<std::future<unsigned>> answers;
  for (int i = 0; i < 16; ++i) {
    const bool own = i % 2 == 0;
    answers.push_back(std::async(std::launch::async, [&story, own, i] {
      return story.house
          .post(own ? story.siv : story.rut, story.place + "/answer",
                {{"party", own ? "helsingborg/vuxen" : RegionStory::region},
                 {"answer", i % 4 < 2 ? "attends" : "attends_digitally"}},
                {{"idempotency-key", "svar-" + std::to_string(i)}})
          .status;
    }));
  }
  for (auto& each : answers) EXPECT_EQ(each.get(), 200U);
}

}  // namespace
}  // namespace kallad::testing::at_once
