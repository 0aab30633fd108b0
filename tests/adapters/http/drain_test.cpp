// Tests of the server's end: what is finished, what is closed, and how long it may take.
// Not of the program's signals. Rule kept: a drain ends by its deadline, whatever handlers and
// clients do.
#include <future>

#include "tests/adapters/http/raw_client.hpp"

namespace kallad::http_test::drain {
namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

const std::string kGet = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

TEST(HttpDrain, ClosesIdleAndTakesNobodyNew) {
  TestServer server;
  RawClient fresh(server.port);
  RawClient used(server.port);
  used.send(kGet);
  EXPECT_EQ(used.answer().status, 200u);
  const auto start = Steady::now();
  EXPECT_TRUE(server.server.drain(5s));
  EXPECT_LT(Steady::now() - start, 1s);
  EXPECT_TRUE(fresh.ends());
  EXPECT_TRUE(used.ends());
  EXPECT_FALSE(RawClient(server.port).connected());
}

TEST(HttpDrain, FinishesWhatIsInFlight) {
  std::promise<HttpAnswer> kept;
  TestServer server(
      {}, [&](const HttpRequest&, HttpAnswer answer) { kept.set_value(std::move(answer)); });
  std::optional<RawClient> client(std::in_place, server.port);
  client->send(kGet + kGet);
  auto answer = kept.get_future().get();
  auto drained = std::async(std::launch::async, [&] { return server.server.drain(5s); });
  EXPECT_TRUE(eventually([&] { return !RawClient(server.port).connected(); }));
  answer({.body = "in time"});
  const auto told = client->answer();
  EXPECT_EQ(told.body, "in time");
  EXPECT_TRUE(told.has("Connection: close\r\n"));
  EXPECT_TRUE(client->ends());
  client.reset();
  EXPECT_TRUE(drained.get());
  EXPECT_EQ(server.handled, 1);
}

TEST(HttpDrain, EndsByItsDeadline) {
  std::promise<HttpAnswer> kept;
  TestServer server({.header_time = 60s}, [&](const HttpRequest& request, HttpAnswer answer) {
    if (request.path == "/kept") return kept.set_value(std::move(answer));
    answer({.body = std::string(16'000'000, 'a')});
  });
  RawClient never_answered(server.port);
  never_answered.send("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n");
  auto answer = kept.get_future().get();
  RawClient half(server.port);
  half.send("GET /a HT");
  RawClient not_reading(server.port, 4096);
  not_reading.send(kGet);
  EXPECT_TRUE(eventually([&] { return server.handled == 2; }));
  const auto start = Steady::now();
  EXPECT_FALSE(server.server.drain(200ms));
  const auto took = Steady::now() - start;
  EXPECT_GE(took, 200ms);
  EXPECT_LT(took, 1s);
  EXPECT_EQ(server.server.counters().connections_now, 0u);
  EXPECT_TRUE(never_answered.ends());
  answer({.body = "too late"});
}

TEST(HttpDrain, EndsFeeds) {
  auto feed = std::make_shared<EventFeed>();
  TestServer server({},
                    [&](const HttpRequest&, const HttpAnswer& answer) { answer({.feed = feed}); });
  RawClient client(server.port);
  client.send(kGet);
  client.until("\r\n\r\n");
  feed->push("data: last");
  EXPECT_TRUE(server.server.drain(5s));
  EXPECT_EQ(client.until("\n\n"), "data: last\n\n");
  EXPECT_TRUE(client.ends());
  EXPECT_FALSE(feed->push("data: late"));
}

TEST(HttpDrain, AnswersMayOutliveTheServer) {
  std::vector<HttpAnswer> kept;
  std::mutex guard;
  {
    TestServer server({}, [&](const HttpRequest&, HttpAnswer answer) {
      const std::lock_guard lock(guard);
      kept.push_back(std::move(answer));
    });
    RawClient client(server.port);
    client.send(kGet);
    EXPECT_TRUE(eventually([&] {
      const std::lock_guard lock(guard);
      return kept.size() == 1;
    }));
  }
  const auto feed = std::make_shared<EventFeed>();
  kept.front()({.feed = feed});
  EXPECT_TRUE(feed->closed()) << "a feed nobody reads is closed";
}

TEST(HttpDrain, NeverStartedIsNothingToEnd) {
  HttpServer server({}, {}, [] { return Instant{}; });
  server.listen("127.0.0.1", 0);
  EXPECT_TRUE(server.drain(1s));
}

TEST(HttpServer, SaysWhatItCannotListenOn) {
  HttpServer server({}, {}, [] { return Instant{}; });
  EXPECT_THROW(server.listen("localhost:80", 0), std::runtime_error);
  const auto port = server.listen("127.0.0.1", 0);
  EXPECT_THROW(server.listen("127.0.0.1", port), std::runtime_error);
  EXPECT_THROW(server.listen("127.0.0.1", 0, TlsFiles{"/none.pem", "/none.pem"}),
               std::runtime_error);
}

}  // namespace
}  // namespace kallad::http_test::drain
