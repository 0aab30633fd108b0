// Tests of slow, large and many clients over sockets.
// Not of HTTP's rules: exchange_test.cpp. Rule kept (faults, row 15): whatever a client does, the
// next one is served, and nothing is held for longer than its limit.
#include <sys/resource.h>

#include <future>
#include <iostream>

#include "tests/adapters/http/raw_client.hpp"

namespace kallad::http_test::limits {
namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

const std::string kGet = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

/// Sends a byte again and again until the server ends it; how long that took.
Milliseconds drip(RawClient& client) {
  const auto start = Steady::now();
  while (Steady::now() - start < 5s) {
    if (!client.send("a") || client.ends(20ms)) break;
  }
  return std::chrono::duration_cast<Milliseconds>(Steady::now() - start);
}

bool serves(std::uint16_t port) {
  RawClient client(port);
  client.send(kGet);
  return client.answer().status == 200;
}

TEST(HttpLimitsOf, LargeHeadsAndBodies) {
  TestServer server({.header_bytes = 1000, .body_bytes = 1000});
  RawClient head(server.port);
  head.send("GET /a HTTP/1.1\r\nHost: a\r\nA: " + std::string(100'000, 'a') + "\r\n\r\n" + kGet);
  EXPECT_EQ(head.answer().status, 431u);
  EXPECT_TRUE(head.ends());
  RawClient body(server.port);
  body.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n" +
            std::string(500'000, 'a'));
  EXPECT_EQ(body.answer().status, 413u);
  EXPECT_TRUE(body.ends());
  RawClient chunks(server.port);
  chunks.send("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 20; ++i) chunks.send("64\r\n" + std::string(100, 'a') + "\r\n");
  EXPECT_EQ(chunks.answer().status, 413u);
  EXPECT_TRUE(chunks.ends());
  EXPECT_EQ(server.handled, 0);
}

TEST(HttpLimitsOf, SlowHeads) {
  TestServer server({.header_time = 200ms});
  RawClient client(server.port);
  client.send("GET /a HTTP/1.1\r\nHost: ");
  const auto took = drip(client);
  EXPECT_GE(took, 190ms);
  EXPECT_LT(took, 2s);
  EXPECT_TRUE(client.ends());
  EXPECT_TRUE(eventually([&] { return server.server.counters().cut_slow == 1; }));
  EXPECT_EQ(server.handled, 0);
}

TEST(HttpLimitsOf, SlowBodies) {
  TestServer server({.header_time = 100ms, .body_time = 300ms});
  for (const std::string framing : {"Content-Length: 100000", "Transfer-Encoding: chunked"}) {
    RawClient client(server.port);
    client.send("POST /a HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n" +
                (framing.starts_with("T") ? "fff\r\n" : ""));
    const auto took = drip(client);
    EXPECT_GE(took, 290ms);
    EXPECT_LT(took, 2s);
    EXPECT_TRUE(client.ends());
  }
  EXPECT_EQ(server.handled, 0);
}

TEST(HttpLimitsOf, IdleConnections) {
  TestServer server({.idle_time = 150ms});
  RawClient silent(server.port);
  RawClient used(server.port);
  used.send(kGet);
  EXPECT_EQ(used.answer().status, 200u);
  EXPECT_TRUE(silent.ends(2s));
  EXPECT_TRUE(used.ends(2s));
  EXPECT_EQ(server.server.counters().cut_slow, 0u);
}

TEST(HttpLimitsOf, SlowReaders) {
  TestServer server({.write_time = 200ms},
                    [](const HttpRequest& request, const HttpAnswer& answer) {
                      answer({.body = std::string(request.path == "/a" ? 1 : 16'000'000, 'a')});
                    });
  RawClient client(server.port, 4096);
  client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(eventually([&] { return server.server.counters().cut_slow == 1; }));
  EXPECT_TRUE(eventually([&] { return server.server.counters().connections_now == 0; }));
  EXPECT_TRUE(serves(server.port));
}

TEST(HttpLimitsOf, ALongAnswerIsNotASlowReader) {
  TestServer server({.write_time = 400ms}, [](const HttpRequest&, const HttpAnswer& answer) {
    answer({.body = std::string(30'000'000, 'a')});
  });
  RawClient client(server.port, 65536);
  client.send(kGet);
  const auto start = Steady::now();
  while (Steady::now() - start < 1s && client.read_more()) std::this_thread::sleep_for(5ms);
  EXPECT_EQ(client.answer().body.size(), 30'000'000u);
}

TEST(HttpLimitsOf, RequestsOnAConnection) {
  TestServer server({.requests_per_connection = 2});
  RawClient client(server.port);
  client.send(kGet + kGet + kGet);
  EXPECT_FALSE(client.answer().has("Connection"));
  EXPECT_TRUE(client.answer().has("Connection: close"));
  EXPECT_TRUE(client.ends());
  EXPECT_EQ(server.handled, 2);
}

TEST(HttpLimitsOf, RequestsInFlight) {
  std::promise<HttpAnswer> kept;
  TestServer server({.requests_in_flight = 1}, [&](const HttpRequest& request, HttpAnswer answer) {
    if (request.path == "/kept") return kept.set_value(std::move(answer));
    answer(TestServer::echo(request));
  });
  RawClient first(server.port);
  first.send("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto answer_first = kept.get_future().get();
  RawClient second(server.port);
  second.send(kGet);
  const auto busy = second.answer();
  EXPECT_EQ(busy.status, 503u);
  EXPECT_TRUE(busy.has("Retry-After: 1\r\n"));
  answer_first({});
  EXPECT_EQ(first.answer().status, 200u);
  second.send(kGet);
  EXPECT_EQ(second.answer().status, 200u);
  EXPECT_EQ(server.server.counters().busy, 1u);
}

TEST(HttpLimitsOf, ConnectionsOfOneClient) {
  TestServer server({.connections_per_client = 3});
  std::vector<RawClient> clients;
  for (int i = 0; i < 3; ++i) clients.emplace_back(server.port);
  EXPECT_TRUE(eventually([&] { return server.server.counters().connections_now == 3; }));
  {
    RawClient fourth(server.port);
    EXPECT_EQ(fourth.answer().status, 429u);
    EXPECT_TRUE(fourth.ends());
  }
  clients.pop_back();
  EXPECT_TRUE(eventually([&] { return server.server.counters().connections_now == 2; }));
  EXPECT_TRUE(serves(server.port));
}

TEST(HttpLimitsOf, TheLongestIdleGivesWay) {
  TestServer server({.connections = 3}, {}, 1);
  std::vector<RawClient> clients;
  for (int i = 0; i < 3; ++i) {
    clients.emplace_back(server.port);
    clients.back().send(kGet);
    EXPECT_EQ(clients.back().answer().status, 200u);
  }
  clients[0].send(kGet);
  EXPECT_EQ(clients[0].answer().status, 200u);
  RawClient fourth(server.port);
  fourth.send(kGet);
  EXPECT_EQ(fourth.answer().status, 200u);
  EXPECT_TRUE(clients[1].ends());
  clients[0].send(kGet);
  EXPECT_EQ(clients[0].answer().status, 200u);
  EXPECT_EQ(server.server.counters().gave_way, 1u);
}

TEST(HttpLimitsOf, WhereNoneIsIdleTheNewIsTurnedAway) {
  std::mutex guard;
  std::vector<HttpAnswer> kept;
  TestServer server({.connections = 2}, [&](const HttpRequest&, HttpAnswer answer) {
    const std::lock_guard lock(guard);
    kept.push_back(std::move(answer));
  });
  std::vector<RawClient> clients;
  for (int i = 0; i < 2; ++i) {
    clients.emplace_back(server.port);
    clients.back().send(kGet);
  }
  EXPECT_TRUE(eventually([&] {
    const std::lock_guard lock(guard);
    return kept.size() == 2;
  }));
  RawClient third(server.port);
  EXPECT_EQ(third.answer().status, 503u);
  EXPECT_TRUE(third.ends());
  EXPECT_EQ(server.server.counters().turned_away, 1u);
  for (const auto& answer : kept) answer({});
  for (RawClient& client : clients) EXPECT_EQ(client.answer().status, 200u);
}

TEST(HttpLimitsOf, TenThousandIdleConnectionsStopNobody) {
  TestServer server({.connections = 30'000, .connections_per_client = 30'000});
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  const auto wanted = std::min<std::size_t>(10'000, (limit.rlim_cur - 300) / 2);
  std::vector<RawClient> clients;
  clients.reserve(wanted);
  while (clients.size() < wanted) {
    clients.emplace_back(server.port);
    if (!clients.back().connected()) break;
  }
  EXPECT_TRUE(eventually([&] { return server.server.counters().connections_now == wanted; }));
  const auto start = Steady::now();
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(serves(server.port));
  const auto took = Steady::now() - start;
  std::cout << "idle: " << wanted << " connections, a new client answered in "
            << std::chrono::duration_cast<std::chrono::microseconds>(took / 10).count() << " us\n";
  EXPECT_LT(took, 2s);
  clients[0].send(kGet);
  EXPECT_EQ(clients[0].answer().status, 200u);
}

TEST(HttpLimitsOf, OutOfFilesTheServerLivesOn) {
  TestServer server;
  rlimit before{};
  ::getrlimit(RLIMIT_NOFILE, &before);
  std::vector<RawClient> clients;
  clients.reserve(200);
  rlimit low = before;
  low.rlim_cur = 60;
  ::setrlimit(RLIMIT_NOFILE, &low);
  for (int i = 0; i < 60; ++i) {
    clients.emplace_back(server.port);
    if (!clients.back().connected()) break;
  }
  EXPECT_FALSE(clients.back().connected());
  while (clients.size() > 5) clients.pop_back();
  EXPECT_TRUE(eventually([&] { return serves(server.port); }));
  ::setrlimit(RLIMIT_NOFILE, &before);
}

}  // namespace
}  // namespace kallad::http_test::limits
