// Faults, row 9: commands sent twice, out of order, by several at once, with the same key for other
// content, and again because the reply was lost. Not one stream's rules: those are tests/adapters.
// Rule kept: each key stores once; whoever repeats gets the first answer; other content is refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <thread>

#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/crash/promises.hpp"

namespace kallad::testing {
namespace {

constexpr int keys = 600;
constexpr int senders = 16;

/// All that was answered for one key, by content.
struct Key {
  std::map<std::string, std::vector<Outcome>> answers;
};

/// Each key two to four times, a fifth of them with other content, in random order.
std::vector<Submission> shuffled(unsigned seed) {
  std::mt19937 random{seed};
  std::vector<Submission> all;
  for (int key = 0; key < keys; ++key) {
    const std::string stream = "case" + std::to_string(key % 12);
    const auto times = 2 + random() % 3;
    for (unsigned i = 0; i < times; ++i) {
      const int number = random() % 5 == 0 ? -key : key;
      all.push_back(add(stream, "key" + std::to_string(key), number));
    }
  }
  std::shuffle(all.begin(), all.end(), random);
  return all;
}

/// Sends them from several threads; every third reply is lost, so the sender sends again.
std::vector<std::pair<Submission, Outcome>> send(Desk& desk, const std::vector<Submission>& all) {
  std::mutex mutex;
  std::vector<std::pair<Submission, Outcome>> answers;
  std::vector<std::jthread> threads;
  for (std::size_t sender = 0; sender < senders; ++sender) {
    threads.emplace_back([&, sender] {
      for (std::size_t i = sender; i < all.size(); i += senders) {
        if (i % 3 == 0) desk.submit(all[i], [](Outcome&&) {});
        Outcome outcome = desk.submit(all[i]).get();
        const std::lock_guard lock{mutex};
        answers.emplace_back(all[i], std::move(outcome));
      }
    });
  }
  threads.clear();
  return answers;
}

void expect_one_answer(const std::string& id, const Key& key) {
  int winners = 0;
  for (const auto& [content, outcomes] : key.answers) {
    const bool won = outcomes.front().stored();
    winners += won ? 1 : 0;
    for (const Outcome& outcome : outcomes) {
      EXPECT_EQ(outcome.stored(), won) << id << ": " << name_of(outcome.answer);
      EXPECT_EQ(outcome.events, outcomes.front().events) << id;
      if (!won) {
        EXPECT_EQ(outcome.answer, Answer::command_id_reused) << id;
      }
    }
  }
  EXPECT_EQ(winners, 1) << id;
}

class RepeatTest : public ::testing::TestWithParam<unsigned> {};

TEST_P(RepeatTest, EachKeyStoresOnceAndIsAnsweredAlike) {
  const ScratchFolder folder;
  const StorePlace place{folder / "store.db", {}};
  CounterBrain brain;
  HandClock clock;
  const std::vector<Submission> all = shuffled(GetParam());
  std::map<std::string, Key> by_key;
  std::vector<Promise> promises;
  for (int program = 0; program < 2; ++program) {  // the second time after a restart
    SqliteStore store{place, Access::create};
    Checkpointer checkpointer{store, {.pass_pages = 50, .most_pages = 100}};
    Desk desk{store, brain, clock.reading(), {.cached_streams = 5}};
    desk.start();
    for (auto& [submission, outcome] : send(desk, all)) {
      if (outcome.stored()) promises.push_back(promise_of(submission, outcome));
      if (program == 1) {
        EXPECT_NE(outcome.answer, Answer::accepted);
      }
      by_key[submission.command_id].answers[submission.content].push_back(std::move(outcome));
    }
    desk.stop();
    EXPECT_EQ(store.last(), keys);
  }
  for (const auto& [id, key] : by_key) expect_one_answer(id, key);
  EXPECT_EQ(broken_promise(place, promises), "");
}

INSTANTIATE_TEST_SUITE_P(Seeds, RepeatTest, ::testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace kallad::testing
