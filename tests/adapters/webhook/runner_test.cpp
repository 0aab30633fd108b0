// Tests of the runner: from the log to a receiver, with pauses, dead letters and what stops them.
// Not of the connection: sender_test.cpp. The receiver, the store and the files are real, and the
// runner is made anew for each round, so that nothing rests on what it remembers.
#include <set>

#include "adapters/webhook/signature.hpp"
#include "tests/adapters/webhook/world.hpp"

namespace kallad::webhook_test::running {
namespace {

using nlohmann::json;

Receiver::Say status(unsigned code) {
  return [code](int, const HttpRequest&) { return HttpResponse{.status = code}; };
}

std::string expected_signature(const HttpRequest& request, std::vector<std::string> secrets) {
  return webhook::signature_of(secrets, header(request, "webhook-id"),
                               header(request, "webhook-timestamp"), request.body);
}

TEST(Runner, TellsWhatHappensFromTheMomentItIsAskedTo) {
  World world;
  const Receiver receiver;
  world.happen("case_opened");
  world.tick();
  world.clock.now += 1s;
  const auto added = world.add(receiver.url());
  world.clock.now += 1s;
  world.happen("seat_answered");
  world.happen("party_added");
  world.tick();
  ASSERT_EQ(receiver.count(), 2);
  const HttpRequest first = receiver.got().at(0);
  const HttpRequest second = receiver.got().at(1);
  const bool in_order = json::parse(first.body).at("data").at("event") == 2;
  const HttpRequest& answered = in_order ? first : second;
  const HttpRequest& joined = in_order ? second : first;
  EXPECT_EQ(answered.body, R"({"type":"seat_answered","timestamp":"2026-03-02T08:00:02Z",)"
                           R"("data":{"case":"nv-1","event":2,"meeting":1}})");
  EXPECT_EQ(joined.body, R"({"type":"party_added","timestamp":"2026-03-02T08:00:02Z",)"
                         R"("data":{"case":"nv-1","event":3}})");
  EXPECT_EQ(header(answered, "webhook-signature"), expected_signature(answered, {added.secret}));
  EXPECT_EQ(header(answered, "webhook-timestamp"), "1772438402");
  EXPECT_NE(header(answered, "webhook-id"), header(joined, "webhook-id"));
  world.tick();
  EXPECT_EQ(receiver.count(), 2);
  EXPECT_EQ(world.endpoints().list().at(0).delivered, world.clock.now);
}

TEST(Runner, TellsEachEndpointWhatItAskedFor) {
  World world;
  const Receiver some;
  const Receiver all;
  world.tick();
  world.add(some.url(), {"case_closed"});
  world.add(all.url());
  world.happen("seat_answered");
  world.happen("case_closed");
  world.happen("unit_recorded", "register");
  world.tick();
  EXPECT_EQ(some.count(), 1);
  EXPECT_EQ(all.count(), 2);
}

TEST(Runner, SignsWithBothSecretsWhileThereAreTwo) {
  World world;
  const Receiver receiver;
  world.tick();
  const auto added = world.add(receiver.url());
  const auto second = given(world.endpoints().replace_secret(added.id));
  world.happen("seat_answered");
  world.tick();
  const HttpRequest both = receiver.got().at(0);
  EXPECT_EQ(header(both, "webhook-signature"), expected_signature(both, {second, added.secret}));
  world.endpoints().drop_former_secret(added.id);
  world.happen("seat_answered");
  world.tick();
  const HttpRequest one = receiver.got().at(1);
  EXPECT_EQ(header(one, "webhook-signature"), expected_signature(one, {second}));
}

TEST(Runner, TriesAgainWithTheSameIdAndANewTime) {
  World world;
  const Receiver receiver{[](int number, const HttpRequest&) {
    return HttpResponse{.status = number % 2 == 1 ? 500U : 200U};
  }};
  world.tick();
  world.add(receiver.url());
  world.happen("seat_answered");
  world.tick();
  EXPECT_EQ(receiver.count(), 1);
  world.clock.now += 4'999ms;
  world.tick();
  EXPECT_EQ(receiver.count(), 1);
  world.clock.now += 1ms;
  world.tick();
  ASSERT_EQ(receiver.count(), 2);
  const auto got = receiver.got();
  EXPECT_EQ(header(got[0], "webhook-id"), header(got[1], "webhook-id"));
  EXPECT_EQ(got[0].body, got[1].body);
  EXPECT_NE(header(got[0], "webhook-timestamp"), header(got[1], "webhook-timestamp"));
  EXPECT_NE(header(got[0], "webhook-signature"), header(got[1], "webhook-signature"));
  world.clock.now += 24h;
  world.tick();
  EXPECT_EQ(receiver.count(), 2);
}

TEST(Runner, GivesUpAfterTenAttemptsAndKeepsADeadLetter) {
  World world;
  const Receiver receiver{status(503)};
  world.tick();
  const auto added = world.add(receiver.url());
  world.happen("seat_answered");
  world.jitter = 1;
  int attempts = 0;
  for (const auto pause : webhook::pauses) {
    world.tick();
    EXPECT_EQ(receiver.count(), ++attempts);
    world.clock.now += pause * 6 / 5 - 1ms;
    world.tick();
    EXPECT_EQ(receiver.count(), attempts) << "the pause was shorter than with all its jitter";
    world.clock.now += 1ms;
    EXPECT_TRUE(world.dead(added.id).empty());
  }
  world.tick();
  EXPECT_EQ(receiver.count(), 10);
  const auto dead = world.dead(added.id);
  ASSERT_EQ(dead.size(), 1U);
  EXPECT_EQ(dead[0].attempts, 10);
  EXPECT_EQ(dead[0].fate, "refused");
  EXPECT_EQ(dead[0].status, 503U);
  EXPECT_EQ(dead[0].tried, world.clock.now);
  EXPECT_EQ(dead[0].news.kind, "seat_answered");
  world.clock.now += 48h;
  world.tick();
  EXPECT_EQ(receiver.count(), 10);
  EXPECT_EQ(world.endpoints().find(added.id)->dead, 1);
}

/// A dead letter of an endpoint whose receiver says `answer` to all.
struct DeadLetter {
  explicit DeadLetter(World& world, unsigned answer)
      : receiver{
            [this, answer](auto...) { return HttpResponse{.status = works ? 200U : answer}; }} {
    world.tick();
    endpoint = world.add(receiver.url()).id;
    world.happen("seat_answered");
    for (const auto pause : webhook::pauses) {
      world.tick();
      world.clock.now += pause;
    }
    world.tick();
  }
  std::atomic<bool> works = false;
  Receiver receiver;
  std::string endpoint;
};

TEST(Runner, SendsADeadLetterAgainByHand) {
  World world;
  DeadLetter letter{world, 404};
  auto deliveries = world.deliveries();
  const auto number = world.dead(letter.endpoint).at(0).number;
  letter.works = true;
  EXPECT_EQ(rules_of(deliveries.resend(letter.endpoint, number + 1, world.clock.now)),
            "webhook_letter_unknown");
  EXPECT_EQ(rules_of(deliveries.resend(letter.endpoint, number, world.clock.now)), "");
  EXPECT_EQ(rules_of(deliveries.resend(letter.endpoint, number, world.clock.now)),
            "webhook_letter_unknown");
  world.tick();
  const auto got = letter.receiver.got();
  ASSERT_EQ(got.size(), 11U);
  EXPECT_EQ(header(got[10], "webhook-id"), header(got[0], "webhook-id"));
  EXPECT_TRUE(world.dead(letter.endpoint).empty());
}

TEST(Runner, SendsAllDeadLettersAgainWithAllAttemptsAnew) {
  World world;
  DeadLetter letter{world, 500};
  EXPECT_EQ(rules_of(world.deliveries().resend_all(letter.endpoint, world.clock.now)), "");
  world.tick();
  EXPECT_EQ(letter.receiver.count(), 11);
  EXPECT_TRUE(world.dead(letter.endpoint).empty());
  EXPECT_EQ(world.endpoints().find(letter.endpoint)->waiting, 1);
}

TEST(Runner, ForgetsDeadLettersAfterNinetyDays) {
  World world;
  DeadLetter letter{world, 500};
  world.clock.now += 24h * 80;
  world.happen("case_closed", "nv-2");
  world.tick();
  EXPECT_EQ(world.dead(letter.endpoint).size(), 1U);
  world.clock.now += 24h * 10;
  world.happen("case_closed", "nv-3");
  world.tick();
  EXPECT_TRUE(world.dead(letter.endpoint).empty());
}

TEST(Runner, OneThatFailsStopsNoOther) {
  World world;
  const Receiver failing{status(500)};
  const Receiver silent{[](int, const HttpRequest&) { return std::nullopt; }};
  const Receiver good;
  world.tick();
  world.add(failing.url());
  world.add(silent.url());
  world.add(good.url());
  for (int i = 0; i < 20; ++i) world.happen("seat_answered");
  world.tick({.connect = 1s, .whole = 100ms});
  EXPECT_EQ(good.count(), 20);
  EXPECT_EQ(failing.count(), 20);
  EXPECT_EQ(silent.count(), 20);
  EXPECT_EQ(world.counters.delivered, 20U);
  EXPECT_EQ(world.counters.failed_attempts, 40U);
}

TEST(Runner, StopsWhereTheReceiverSaysItIsGone) {
  World world;
  const Receiver receiver{status(410)};
  world.tick();
  const auto added = world.add(receiver.url());
  world.happen("seat_answered");
  world.tick();
  EXPECT_EQ(receiver.count(), 1);
  EXPECT_EQ(world.endpoints().find(added.id)->state, "gone");
  world.happen("seat_answered");
  world.clock.now += 1h;
  world.tick();
  EXPECT_EQ(receiver.count(), 1);
  ASSERT_EQ(world.dead(added.id).size(), 1U);
  EXPECT_EQ(world.dead(added.id)[0].fate, "gone");
  EXPECT_EQ(rules_of(world.deliveries().resend_all(added.id, world.clock.now)),
            "webhook_not_enabled");
  world.endpoints().enable(added.id);
  EXPECT_EQ(rules_of(world.deliveries().resend_all(added.id, world.clock.now)), "");
}

TEST(Runner, SendsNothingToOneThatIsDisabled) {
  World world;
  const Receiver receiver{status(500)};
  world.tick();
  const auto added = world.add(receiver.url());
  world.happen("seat_answered");
  world.tick();
  world.endpoints().disable(added.id);
  world.clock.now += 24h;
  world.happen("seat_answered");
  world.tick();
  EXPECT_EQ(receiver.count(), 1);
  EXPECT_EQ(world.dead(added.id).size(), 1U);
}

TEST(Runner, TellsAUnitOnlyWhatItMaySee) {
  World world;
  const Receiver first;
  const Receiver second;
  world.tick();
  world.add(first.url(), {}, adults);
  world.add(second.url(), {}, reception);
  world.may_see = [](const UnitId& unit, const webhook::CaseNews& news) {
    return unit == adults && news.subject == CaseId{"nv-1"} && news.event == 1;
  };
  world.happen("case_opened", "nv-1");
  world.happen("case_closed", "nv-1");
  world.happen("case_opened", "nv-2");
  world.tick();
  ASSERT_EQ(first.count(), 1);
  EXPECT_EQ(json::parse(first.got()[0].body)["data"]["event"], 1);
  EXPECT_EQ(second.count(), 0);
}

TEST(Runner, DropsWhatMayNoLongerBeToldBeforeItHasLeft) {
  World world;
  const Receiver receiver{status(500)};
  world.tick();
  const auto added = world.add(receiver.url());
  world.happen("seat_answered");
  world.tick();
  world.may_see = [](const UnitId&, const webhook::CaseNews&) { return false; };
  world.clock.now += 1h;
  world.tick();
  EXPECT_EQ(receiver.count(), 1);
  EXPECT_EQ(world.counters.dropped, 1U);
  EXPECT_EQ(world.endpoints().find(added.id)->waiting, 0);
  EXPECT_TRUE(world.dead(added.id).empty());
}

TEST(Runner, SendsNothingAsLongAsItIsNotKnownWhetherItMay) {
  World world;
  const Receiver receiver;
  world.tick();
  world.add(receiver.url());
  world.happen("seat_answered");
  const auto may = world.may_see;
  world.may_see = [](const UnitId&, const webhook::CaseNews&) -> bool {
    throw StoreError(StoreFault::damaged, "the case cannot be read");
  };
  world.tick();
  EXPECT_EQ(receiver.count(), 0);
  world.may_see = may;
  world.clock.now += 5s;
  world.tick();
  EXPECT_EQ(receiver.count(), 1);
}

TEST(Runner, GoesOnFromTheEndAfterAStoreWasPutBack) {
  World world;
  const Receiver receiver;
  for (int i = 0; i < 5; ++i) world.happen("seat_answered");
  world.tick();
  world.add(receiver.url());
  world.store.reset();
  for (const char* name : {"store.db", "store.db-wal", "store.db-shm", "store.db.mark"})
    std::filesystem::remove(world.folder / name);
  world.store = std::make_unique<SqliteStore>(world.place(), Access::create);
  world.happen("case_opened");
  world.tick();
  EXPECT_EQ(receiver.count(), 0);
  world.happen("seat_answered");
  world.tick();
  EXPECT_EQ(receiver.count(), 1);
}

TEST(Runner, HasAThreadThatIsWokenAndStops) {
  World world;
  const Receiver receiver;
  world.tick();
  world.add(receiver.url());
  webhook::WebhookRunner runner{world.file(), world.around(), local_net};
  runner.start();
  world.happen("seat_answered");
  runner.wake();
  const auto end = std::chrono::steady_clock::now() + 10s;
  while (receiver.count() == 0 && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(2ms);
  EXPECT_EQ(receiver.count(), 1);
  const auto before = std::chrono::steady_clock::now();
  runner.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - before, 500ms);
  EXPECT_EQ(runner.counters().failure, "");
}

}  // namespace
}  // namespace kallad::webhook_test::running
