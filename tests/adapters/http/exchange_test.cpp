// Tests of requests and answers over a socket: order, keep-alive, what handlers do wrong, and what
// is no request. Not of limits: limits_test.cpp. Rule kept: after a refusal nothing is read as a
// request.
#include <future>

#include "tests/adapters/http/raw_client.hpp"

namespace kallad::http_test::exchange {
namespace {

const std::string kGet = "GET /a?b HTTP/1.1\r\nHost: a\r\n\r\n";

TEST(HttpExchange, AnswersAndKeepsAlive) {
  TestServer server;
  RawClient client(server.port);
  for (int i = 0; i < 3; ++i) {
    client.send("POST /a?b=c HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
    const auto answer = client.answer();
    EXPECT_EQ(answer.status, 200u);
    EXPECT_EQ(answer.body, "POST /a?b=c hi");
    EXPECT_TRUE(answer.has("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"));
    EXPECT_FALSE(answer.has("Connection:"));
    EXPECT_FALSE(answer.has("Server:"));
  }
  EXPECT_EQ(server.server.counters().connections, 1u);
  EXPECT_EQ(server.server.counters().answers.at(2), 3u);
}

TEST(HttpExchange, ClosesWhenAsked) {
  TestServer server;
  for (const std::string text :
       {"GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /a HTTP/1.0\r\n\r\n"}) {
    RawClient client(server.port);
    client.send(text);
    const auto answer = client.answer();
    EXPECT_EQ(answer.body, "GET /a? ");
    EXPECT_TRUE(answer.has("Connection: close\r\n"));
    EXPECT_TRUE(client.ends());
  }
}

TEST(HttpExchange, PipelinedRequestsAreAnsweredInOrder) {
  std::vector<std::thread> threads;
  std::mutex guard;
  TestServer server({}, [&](HttpRequest request, HttpAnswer answer) {
    const std::lock_guard lock(guard);
    if (threads.size() % 3 == 0) return answer(TestServer::echo(request));
    threads.emplace_back([request = std::move(request), answer = std::move(answer)] {
      answer(TestServer::echo(request));
    });
  });
  RawClient client(server.port);
  std::string all;
  for (int i = 0; i < 200; ++i) {
    all += "POST /" + std::to_string(i) +
           " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + "3\r\nabc\r\n0\r\n\r\n";
  }
  client.send(all);
  for (int i = 0; i < 200; ++i)
    EXPECT_EQ(client.answer().body, "POST /" + std::to_string(i) + "? abc");
  for (std::thread& thread : threads) thread.join();
}

TEST(HttpExchange, ARequestInPiecesIsOne) {
  TestServer server;
  RawClient client(server.port);
  for (const char byte :
       "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n" +
           std::string()) {
    client.send({&byte, 1});
  }
  EXPECT_EQ(client.answer().body, "POST /a? hi");
}

TEST(HttpExchange, HeadHasLengthAndNoBody) {
  TestServer server;
  RawClient client(server.port);
  client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n" + kGet);
  EXPECT_TRUE(client.answer(true).has("Content-Length: 9\r\n"));
  EXPECT_EQ(client.answer().body, "GET /a?b ");
}

TEST(HttpExchange, UnknownMethodsAreTheHandlersMatter) {
  TestServer server({}, [](const HttpRequest& request, const HttpAnswer& answer) {
    answer({.status = request.method == "BREW" ? 405u : 200u});
  });
  RawClient client(server.port);
  client.send("BREW /a HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.answer().status, 405u);
  client.send("TRACE /a HTTP/1.1\r\nHost: a\r\nCookie: secret\r\n\r\n");
  const auto traced = client.answer();
  EXPECT_EQ(traced.status, 501u);
  EXPECT_TRUE(traced.body.empty());
  EXPECT_EQ(server.handled, 1);
}

TEST(HttpExchange, ContinuesWhenExpected) {
  TestServer server({.body_bytes = 10});
  RawClient client(server.port);
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("hi");
  EXPECT_EQ(client.answer().body, "POST /a? hi");
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.answer().status, 413u);
  EXPECT_TRUE(client.ends());
}

TEST(HttpExchange, ClientThatHasEndedSendingIsAnswered) {
  TestServer server;
  RawClient client(server.port);
  client.send(kGet);
  client.end_sending();
  EXPECT_EQ(client.answer().body, "GET /a?b ");
  EXPECT_TRUE(client.ends());
}

TEST(HttpExchange, ExceptionsAreAnsweredWithoutTheirText) {
  TestServer server(
      {}, [](const HttpRequest&, const HttpAnswer&) { throw std::runtime_error("19121212-1212"); });
  RawClient client(server.port);
  client.send(kGet + kGet);
  for (int i = 0; i < 2; ++i) {
    const auto answer = client.answer();
    EXPECT_EQ(answer.status, 500u);
    EXPECT_EQ(answer.body, "");
    EXPECT_FALSE(answer.has("1912"));
  }
  EXPECT_EQ(server.server.counters().handler_failures, 2u);
}

TEST(HttpExchange, ADroppedAnswerIsAnError) {
  std::promise<HttpAnswer> kept;
  TestServer server({}, [&](const HttpRequest& request, HttpAnswer answer) {
    if (request.path == "/kept") kept.set_value(std::move(answer));
  });
  RawClient client(server.port);
  client.send(kGet);
  EXPECT_EQ(client.answer().status, 500u);
  client.send("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n");
  kept.get_future().get() = nullptr;
  EXPECT_EQ(client.answer().status, 500u);
  EXPECT_EQ(server.server.counters().handler_failures, 2u);
}

TEST(HttpExchange, TheFirstAnswerCounts) {
  TestServer server({}, [](const HttpRequest&, const HttpAnswer& answer) {
    answer({.body = "first"});
    answer({.body = "second"});
    throw std::runtime_error("third");
  });
  RawClient client(server.port);
  client.send(kGet + kGet);
  EXPECT_EQ(client.answer().body, "first");
  EXPECT_EQ(client.answer().body, "first");
}

TEST(HttpExchange, AHeaderThatCannotBeSentIsAnError) {
  TestServer server({}, [](const HttpRequest&, const HttpAnswer& answer) {
    answer({.headers = {{"Location", "/a\r\nSet-Cookie: b"}}, .body = "body"});
  });
  RawClient client(server.port);
  client.send(kGet);
  const auto answer = client.answer();
  EXPECT_EQ(answer.status, 500u);
  EXPECT_FALSE(answer.has("Set-Cookie"));
}

TEST(HttpExchange, AClientThatLeavesHarmsNobody) {
  std::promise<HttpAnswer> kept;
  TestServer server({}, [&](const HttpRequest& request, HttpAnswer answer) {
    if (request.path == "/kept") return kept.set_value(std::move(answer));
    answer(TestServer::echo(request));
  });
  {
    RawClient client(server.port);
    client.send("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(eventually([&] { return server.handled == 1; }));
  }
  kept.get_future().get()({.body = std::string(1'000'000, 'a')});
  EXPECT_TRUE(eventually([&] { return server.server.counters().connections_now == 0; }));
  RawClient client(server.port);
  client.send(kGet);
  EXPECT_EQ(client.answer().status, 200u);
}

TEST(HttpExchange, AfterARefusalNothingIsReadAsARequest) {
  TestServer server;
  const std::string post = "POST /a HTTP/1.1\r\nHost: a\r\n";
  for (const std::string& text :
       {post + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
        post + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG",
        post + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n",
        post + "Transfer-Encoding: xchunked\r\n\r\n",
        post + "Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n", post + "A: b\r\n c: d\r\n\r\n",
        post + "Content-Length : 5\r\n\r\n", post + "A: b\nContent-Length: 5\r\n\r\n",
        post + "A: " + std::string(1, '\0') + "\r\n\r\n", post + "Host: b\r\n\r\n",
        std::string("GET http://a/a HTTP/1.1\r\nHost: a\r\n\r\n"),
        std::string("GET /a HTTP/1.1\r\n\r\n"), std::string("GET /a HTTP/1.1\nHost: a\n\n"),
        std::string("\r\n\r\n")}) {
    RawClient client(server.port);
    client.send(text + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = client.answer();
    EXPECT_EQ(answer.status, 400u) << text;
    EXPECT_TRUE(answer.has("Connection: close\r\n")) << text;
    EXPECT_TRUE(client.ends()) << text;
  }
  EXPECT_EQ(server.handled, 0);
  EXPECT_EQ(server.server.counters().refused, 14u);
}

TEST(HttpExchange, ATrustedProxySpeaksForItsClient) {
  const auto handler = [](const HttpRequest& request, const HttpAnswer& answer) {
    answer({.body = request.client + (request.secure ? " secure" : "") +
                    (request.via_proxy ? " proxy" : "") + " " +
                    *request.header("x-forwarded-proto")});
  };
  const std::string text =
      "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\n\r\n";
  TestServer open({}, handler);
  RawClient client(open.port);
  client.send(text);
  EXPECT_EQ(client.answer().body, "127.0.0.1 https");
  TestServer behind({.trusted_proxies = {"127.0.0.1"}}, handler);
  RawClient proxy(behind.port);
  proxy.send(text);
  EXPECT_EQ(proxy.answer().body, "192.0.2.7 secure proxy https");
}

}  // namespace
}  // namespace kallad::http_test::exchange
