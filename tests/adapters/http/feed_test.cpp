// Tests of event feeds over a socket: order, heartbeat, ends from either side, readers too slow.
// Not of what events say. Rule kept: a pusher always learns that nobody reads any more.
#include "tests/adapters/http/raw_client.hpp"

namespace kallad::http_test::feed {
namespace {

using std::chrono_literals::operator""ms;

const std::string kGet = "GET /events HTTP/1.1\r\nHost: a\r\n\r\n";

/// A server whose every answer is the one feed.
struct FeedServer {
  explicit FeedServer(HttpLimits limits = {}, std::size_t most_waiting = 256 * 1024)
      : feed(std::make_shared<EventFeed>(most_waiting)),
        server(std::move(limits), [this](const HttpRequest&, const HttpAnswer& answer) {
          answer({.headers = {{"X-A", "b"}}, .feed = feed});
        }) {}
  std::uint64_t feeds_now() { return server.server.counters().feeds_now; }

  std::shared_ptr<EventFeed> feed;
  TestServer server;
};

TEST(EventFeed, SendsWhatIsPushedInOrder) {
  FeedServer house;
  EXPECT_TRUE(house.feed->push("data: before"));
  RawClient client(house.server.port);
  client.send(kGet);
  const std::string head = client.until("\r\n\r\n");
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\nX-A: b\r\nContent-Type: text/event-stream\r\n"));
  EXPECT_EQ(head.find("Content-Length"), std::string::npos);
  EXPECT_EQ(client.until("\n\n"), "data: before\n\n");
  std::string wanted;
  for (int i = 0; i < 1000; ++i) {
    const std::string event = "id: " + std::to_string(i) + "\ndata: {}";
    EXPECT_TRUE(house.feed->push(event));
    wanted += event + "\n\n";
  }
  house.feed->close();
  EXPECT_EQ(client.until("id: 999\ndata: {}\n\n"), wanted);
  EXPECT_TRUE(client.ends());
  EXPECT_FALSE(house.feed->push("data: late"));
}

TEST(EventFeed, SpeaksUpWhenThereIsNothingToSay) {
  FeedServer house({.heartbeat = 50ms});
  RawClient client(house.server.port);
  client.send(kGet);
  client.until("\r\n\r\n");
  EXPECT_EQ(client.until("\n\n"), ":\n\n");
  EXPECT_EQ(client.until("\n\n"), ":\n\n");
}

TEST(EventFeed, AReaderThatLeavesClosesIt) {
  FeedServer house;
  {
    RawClient client(house.server.port);
    client.send(kGet);
    client.until("\r\n\r\n");
    EXPECT_TRUE(eventually([&] { return house.feeds_now() == 1; }));
  }
  EXPECT_TRUE(eventually([&] { return house.feed->closed(); }));
  EXPECT_TRUE(eventually([&] { return house.feeds_now() == 0; }));
  EXPECT_FALSE(house.feed->push("data: a"));
}

TEST(EventFeed, AReaderTooSlowIsCutOff) {
  FeedServer house({}, 100'000);
  RawClient client(house.server.port, 4096);
  client.send(kGet);
  client.until("\r\n\r\n");
  const std::string event = "data: " + std::string(10'000, 'a');
  std::size_t pushed = 0;
  while (pushed < 100'000 && house.feed->push(event)) ++pushed;
  EXPECT_LT(pushed, 100'000u);
  EXPECT_TRUE(eventually([&] { return house.server.server.counters().connections_now == 0; }));
  EXPECT_TRUE(eventually([&] { return house.server.server.counters().cut_slow == 1; }));
}

TEST(EventFeed, AReaderThatStopsReadingIsCutOffByTime) {
  FeedServer house({.write_time = 100ms}, 100'000'000);
  RawClient client(house.server.port, 4096);
  client.send(kGet);
  client.until("\r\n\r\n");
  for (int i = 0; i < 50; ++i) house.feed->push("data: " + std::string(1'000'000, 'a'));
  EXPECT_TRUE(eventually([&] { return house.feed->closed(); }));
  EXPECT_EQ(house.server.server.counters().cut_slow, 1u);
}

TEST(EventFeed, ToAHeadThereIsOnlyAHead) {
  FeedServer house;
  RawClient client(house.server.port);
  client.send("HEAD /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.answer(true).status, 200u);
  EXPECT_TRUE(client.ends());
  EXPECT_TRUE(house.feed->closed());
}

TEST(EventFeed, ManyPushersAndReadersThatComeAndGo) {
  std::mutex guard;
  std::vector<std::shared_ptr<EventFeed>> feeds;
  TestServer server({}, [&](const HttpRequest&, const HttpAnswer& answer) {
    auto feed = std::make_shared<EventFeed>();
    {
      const std::lock_guard lock(guard);
      feeds.push_back(feed);
    }
    answer({.feed = feed});
  });
  std::atomic<bool> over = false;
  std::vector<std::thread> pushers;
  for (int i = 0; i < 2; ++i) {
    pushers.emplace_back([&] {
      while (!over) {
        std::unique_lock lock(guard);
        std::erase_if(feeds, [](const auto& feed) { return !feed->push("data: a"); });
        lock.unlock();
        std::this_thread::sleep_for(1ms);
      }
    });
  }
  for (int i = 0; i < 200; ++i) {
    RawClient client(server.port);
    client.send(kGet);
    if (i % 2 == 0) {
      EXPECT_TRUE(client.until("data: a\n\n").ends_with("data: a\n\n"));
    }
  }
  EXPECT_TRUE(eventually([&] { return server.server.counters().connections_now == 0; }));
  over = true;
  for (std::thread& pusher : pushers) pusher.join();
  EXPECT_EQ(server.server.counters().feeds_now, 0u);
}

}  // namespace
}  // namespace kallad::http_test::feed
