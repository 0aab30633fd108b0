// Faults, row 3: each call to the disk fails once: EIO, a sync that fails, a write cut short.
// Not a retry: after the failure nothing is acknowledged until the program starts anew. Rule kept:
// a failed sync is never forgotten, also not by a restart that finds the bytes in the kernel's
// memory.
#include <gtest/gtest.h>

#include "adapters/desk/event_store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/crash/disk/power_loss.hpp"
#include "tests/crash/story.hpp"

namespace kallad::testing {
namespace {

/// The story with one failing call, a restart, and power loss after that.
class Trial {
 public:
  Trial(std::size_t call, DiskFault fault) {
    disk_.fail_at(call, fault);
    told_ = tell_story(place_, disk_);
  }

  /// What is wrong, or "".
  std::string run() {
    const std::size_t first_run = disk_.change_count();
    bool failed = false;
    for (const Told& one : told_) {
      if (failed && one.outcome.stored()) return "acknowledged after a failure";
      failed = failed || one.outcome.answer == Answer::store_failed;
    }
    if (std::string wrong = after_power_loss_at(first_run, promised_by(told_, first_run));
        !wrong.empty())
      return "power lost at once: " + wrong;
    return restart();
  }

 private:
  /// What the next program sees is what this one wrote, synced or not; then the power is lost.
  std::string restart() {
    const std::vector<Promise> before = promised_by(told_, disk_.change_count());
    if (std::string broken = before.empty() ? "" : broken_promise(place_, before); !broken.empty())
      return "restarted: " + broken;
    const std::vector<Told> again = send_again(place_, told_);
    for (const Told& one : again) {
      if (!one.outcome.stored()) return "restarted, cannot go on: " + one.outcome.detail;
    }
    const std::size_t end = disk_.change_count();
    const std::vector<Promise> promises = promised_by(again, end);
    if (std::string broken = broken_promise(place_, promises); !broken.empty())
      return "restarted and gone on: " + broken;
    const std::string wrong = after_power_loss_at(end, promises);
    return wrong.empty() ? "" : "power lost after the restart: " + wrong;
  }

  std::string after_power_loss_at(std::size_t changes, const std::vector<Promise>& promises) {
    if (promises.empty()) return {};
    write_image(after_power_loss(disk_.changes(), changes, Loss{}), left_.path());
    return broken_promise({left_ / "store.db", calm_.name()}, promises);
  }

  ScratchFolder folder_;
  ScratchFolder left_;
  Disk disk_;
  Disk calm_{false};
  StorePlace place_{folder_ / "store.db", disk_.name()};
  std::vector<Told> told_;
};

std::vector<std::string> calls_of_the_story() {
  const ScratchFolder folder;
  const Disk disk;
  tell_story({folder / "store.db", disk.name()}, disk);
  return disk.calls();
}

class IoErrorTest : public ::testing::TestWithParam<DiskFault> {};

TEST_P(IoErrorTest, AtEachCallStopsAcknowledgingAndLosesNothing) {
  const std::vector<std::string> calls = calls_of_the_story();
  std::map<std::string, int> failed;
  for (std::size_t call = 1; call <= calls.size(); ++call) {
    const std::string& what = calls[call - 1];
    if (GetParam() == DiskFault::short_write && !what.starts_with("write")) continue;
    ++failed[what];
    ASSERT_EQ((Trial{call, GetParam()}.run()), "")
        << "call " << call << " of " << calls.size() << " failed: " << what;
  }
  for (const auto& [what, count] : failed) std::printf("  %5d %s\n", count, what.c_str());
}

INSTANTIATE_TEST_SUITE_P(Faults, IoErrorTest,
                         ::testing::Values(DiskFault::error, DiskFault::short_write),
                         [](const auto& fault) {
                           return fault.param == DiskFault::error ? "Error" : "ShortWrite";
                         });

}  // namespace
}  // namespace kallad::testing
