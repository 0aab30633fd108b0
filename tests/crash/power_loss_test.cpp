// Faults, row 2: power is lost behind every change of the disk, and what no sync has promised is
// dropped, kept, torn or reordered. Not the real disk: a virtual one acknowledges flushes early, so
// only this says anything about power loss. Rule kept: acknowledged commands are there, once.
#include "tests/crash/disk/power_loss.hpp"

#include <gtest/gtest.h>

#include "adapters/desk/event_store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/crash/story.hpp"

namespace kallad::testing {
namespace {

std::string words(const Loss& loss) {
  static constexpr std::array<const char*, 3> kept = {"nothing", "all", "some"};
  return std::string{kept.at(static_cast<std::size_t>(loss.kept))} + " of what was not synced, " +
         std::to_string(loss.sector) + " bytes, seed " + std::to_string(loss.seed);
}

/// What a program finds that starts after the power came back, and whether it can go on (asked of
/// every fourth state): "" or what is wrong.
std::string wrong_after(const StorePlace& place, const std::vector<Told>& told, std::size_t changes,
                        bool go_on = true) {
  const std::vector<Promise> before = promised_by(told, changes);
  try {
    if (!before.empty()) {
      if (std::string broken = broken_promise(place, before); !broken.empty()) return broken;
    }
    if (!go_on && !before.empty()) return {};
    const std::vector<Told> again = send_again(place, told);
    for (std::size_t i = 0; i < told.size(); ++i) {
      const bool promised = told[i].outcome.stored() && told[i].changes <= changes;
      if (!again[i].outcome.stored()) return "cannot go on: " + again[i].outcome.detail;
      if (promised && again[i].outcome.answer != Answer::repeated) return "stored a second time";
      if (promised && again[i].outcome.events != told[i].outcome.events)
        return "a repeat was answered otherwise";
    }
    return broken_promise(place, promised_by(again, changes));
  } catch (const StoreError& error) {
    return error.what();
  }
}

TEST(PowerLoss, AtEveryChangeNothingAcknowledgedIsLost) {
  const ScratchFolder written;
  const Disk disk;
  const std::vector<Told> told = tell_story({written / "store.db", disk.name()}, disk);
  for (const Told& one : told) ASSERT_EQ(one.outcome.answer, Answer::accepted);
  const std::vector<DiskChange> changes = disk.changes();
  const Disk after{false};
  const ScratchFolder folder;
  unsigned states = 0;
  for (std::size_t count = 0; count <= changes.size(); ++count) {
    const auto seed = static_cast<unsigned>(count);
    for (const Loss& loss :
         {Loss{Loss::Kept::nothing}, Loss{Loss::Kept::all}, Loss{Loss::Kept::some, seed, 512},
          Loss{Loss::Kept::some, seed, 4096}}) {
      write_image(after_power_loss(changes, count, loss), folder.path());
      ASSERT_EQ(
          wrong_after({folder / "store.db", after.name()}, told, count, states % 4 == seed % 4), "")
          << "after change " << count << " of " << changes.size() << ", kept " << words(loss);
      ++states;
    }
  }
  std::printf("power lost behind each of %zu changes, %u states of the disk\n", changes.size(),
              states);
}

TEST(PowerLoss, WithoutSyncsMuchWouldBeLost) {
  // The simulation itself: were syncs no promise, it would find losses.
  const ScratchFolder written;
  const Disk disk;
  const std::vector<Told> told = tell_story({written / "store.db", disk.name()}, disk);
  std::vector<DiskChange> changes = disk.changes();
  std::erase_if(changes, [](const DiskChange& change) {
    return change.kind == DiskChange::Kind::sync && change.file == "store.db-wal";
  });
  const Disk after{false};
  const ScratchFolder folder;
  const std::size_t half = changes.size() / 2;
  write_image(after_power_loss(changes, half, Loss{Loss::Kept::nothing}), folder.path());
  EXPECT_NE(wrong_after({folder / "store.db", after.name()}, told, half), "");
}

}  // namespace
}  // namespace kallad::testing
