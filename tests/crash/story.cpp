// The story's commands in their batches, with what happens between them.
// Not threads: the desk is driven by hand, so that every run makes the same calls.
#include "tests/crash/story.hpp"

#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {

namespace {

using Kind = CounterCommand::Kind;

const Instant story_time{std::chrono::milliseconds{1'772'438'400'000}};
constexpr std::size_t batch = 3;
const DeskLimits limits{.cached_streams = 2, .small_batch = 2};

Submission command(int number) {
  const std::string id = "c" + std::to_string(number);
  const std::string stream = "case" + std::to_string(number % 4);
  const std::int64_t soon = story_time.time_since_epoch().count() + number;
  switch (number % 7) {
    case 1:
      return wake_at(stream, id, soon - 1'000);
    case 2:
      return counter_submission(stream, id, {Kind::letter, 0, {}});
    case 3:
      return counter_submission(stream, id, {Kind::add_twice, number, {}});
    case 4:
      return wake_at(stream, id, soon + 100'000);
    default:
      return add(stream, id, number);
  }
}

/// Everything that runs on the store while the story is told.
struct Stage {
  Stage(const StorePlace& place, CounterBrain& brain)
      : store(place, Access::create),
        checkpointer(store, {.pass_pages = 1, .most_pages = 24}, false),
        desk(
            store, brain, [] { return story_time; }, limits) {}
  SqliteStore store;
  Checkpointer checkpointer;
  Desk desk;
};

/// Due rows and letters; where the store no longer writes, they wait.
void run_errands(Stage& stage) {
  try {
    stage.desk.fire_due(story_time);
  } catch (const StoreError&) {
    return;
  }
}

}  // namespace

std::vector<Submission> story_commands() {
  std::vector<Submission> commands;
  for (int number = 0; number < 24; ++number) commands.push_back(command(number));
  commands.push_back(counter_submission("case3", "end", {Kind::close, 0, {}}));
  return commands;
}

std::vector<Told> tell_story(const StorePlace& place, const Disk& disk) {
  std::vector<Told> told;
  for (Submission& submission : story_commands()) told.push_back({std::move(submission), {}, 0});
  CounterBrain brain;
  try {
    Stage stage{place, brain};
    for (std::size_t i = 0; i < told.size(); ++i) {
      stage.desk.submit(told[i].submission, [&told, &disk, i](Outcome&& outcome) {
        told[i].outcome = std::move(outcome);
        told[i].changes = disk.change_count();
      });
      // The first commands come alone, the later ones in batches.
      if (i < 9 || i % batch == 0) stage.desk.run_once();
      if (i % 5 == 4) run_errands(stage);
      if (i % 6 == 5) stage.checkpointer.checkpoint();
    }
    stage.desk.stop();
  } catch (const StoreError&) {
    return told;  // it could not be opened: nobody has been answered
  }
  return told;
}

std::vector<Promise> promised_by(const std::vector<Told>& told, std::size_t changes) {
  std::vector<Promise> promises;
  for (const Told& one : told) {
    if (one.outcome.stored() && one.changes <= changes)
      promises.push_back(promise_of(one.submission, one.outcome));
  }
  return promises;
}

std::vector<Told> send_again(const StorePlace& place, const std::vector<Told>& told) {
  std::vector<Told> answers;
  CounterBrain brain;
  Stage stage{place, brain};
  for (const Told& one : told) {
    answers.push_back({one.submission, stage.desk.submit_now(one.submission), 0});
  }
  stage.desk.stop();
  return answers;
}

}  // namespace kallad::testing
