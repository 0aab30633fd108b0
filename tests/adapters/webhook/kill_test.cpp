// The program is killed again and again while it sends, and nothing is lost: each event arrives at
// least once, with one id however often. Not of the store: crash/kill_test.cpp. Rule kept: the
// children are forked before this process has threads.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <set>

#include "tests/adapters/webhook/world.hpp"

namespace kallad::webhook_test::killing {
namespace {

constexpr int kLives = 12;
constexpr int kEvents = 120;

/// A process that begins to send when it is told to, and does so until it is killed.
class Child {
 public:
  explicit Child(World& world) {
    EXPECT_EQ(pipe(ends_.data()), 0);
    id_ = fork();
    if (id_ == 0) live(world);
  }
  void go() { EXPECT_EQ(write(ends_[1], "!", 1), 1); }
  /// Tells whether it was this that ended it.
  bool kill() {
    ::kill(id_, SIGKILL);
    int status = 0;
    waitpid(id_, &status, 0);
    for (const int end : ends_) close(end);
    return WIFSIGNALED(status);
  }

 private:
  [[noreturn]] void live(World& world) {
    char told = 0;
    if (read(ends_[0], &told, 1) != 1) _exit(1);
    try {
      const Keyring keyring{world.key()};
      webhook::WebhookFile file{world.folder / "webhooks.sqlite", keyring};
      webhook::WebhookRunner runner{file, world.around(), local_net};
      while (true) runner.tick(world.clock.now);
    } catch (const std::exception&) {
      _exit(2);
    }
  }

  std::array<int, 2> ends_{};
  pid_t id_ = 0;
};

TEST(Kill, NothingIsLostAndEachEventKeepsItsId) {
  World world;
  world.store.reset();  // a child must not inherit what SQLite remembers of open files
  std::vector<std::unique_ptr<Child>> lives;
  for (int i = 0; i < kLives; ++i) lives.push_back(std::make_unique<Child>(world));
  world.store = std::make_unique<SqliteStore>(world.place(), Access::write);
  world.tick();
  // Every third is refused, so that some wait and some are tried again.
  Receiver receiver{[](int number, const HttpRequest&) {
    return HttpResponse{.status = number % 3 == 0 ? 500U : 200U};
  }};
  world.add(receiver.url());
  for (int i = 0; i < kEvents; ++i) world.happen("seat_answered", "nv-" + std::to_string(i % 7));
  for (int i = 0; i < kLives; ++i) {
    const int before = receiver.count();
    lives[static_cast<std::size_t>(i)]->go();
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (receiver.count() < before + 1 + i % 5 && std::chrono::steady_clock::now() < end)
      std::this_thread::sleep_for(1ms);
    EXPECT_TRUE(lives[static_cast<std::size_t>(i)]->kill()) << "it ended by itself";
  }
  const int before_the_last = receiver.count();
  for (int i = 0; i < 10; ++i) {
    world.tick();
    world.clock.now += 25h;
  }
  std::map<std::string, std::set<std::string>> ids;
  for (const HttpRequest& request : receiver.got())
    ids[nlohmann::json::parse(request.body).at("data").dump()].insert(
        header(request, "webhook-id"));
  EXPECT_EQ(ids.size(), static_cast<std::size_t>(kEvents));
  for (const auto& [event, all] : ids) EXPECT_EQ(all.size(), 1U) << event;
  EXPECT_EQ(world.endpoints().list().at(0).waiting, 0);
  EXPECT_EQ(world.endpoints().list().at(0).dead, 0);
  EXPECT_LT(before_the_last, kEvents) << "nothing was left to do after the kills";
}

}  // namespace
}  // namespace kallad::webhook_test::killing
