// Tests of reading a request's bytes: what is one, what is refused and why, in pieces of any size.
// Not of sockets: server_test.cpp and its neighbours. Rule kept: whatever is refused here is
// refused by the same bytes however they are cut into pieces.
#include <gtest/gtest.h>

#include "adapters/http/wire/forwarded.hpp"
#include "adapters/http/wire/request_reader.hpp"
#include "adapters/http/wire/response_head.hpp"

namespace kallad::http::wire_test {
namespace {

using namespace std::string_literals;
using Phase = RequestReader::Phase;

struct Read {
  Phase phase;
  unsigned status;
  std::size_t used;
  std::string body;
};

Read read_in_pieces(const std::string& text, std::size_t piece, WireLimits limits = {}) {
  RequestReader reader(limits);
  std::size_t used = 0;
  while (used < text.size()) {
    const auto now = std::string_view(text).substr(used, piece);
    const std::size_t took = reader.put(now);
    used += took;
    if (took < now.size()) break;
  }
  return {reader.phase(), reader.status(), used, reader.take_body()};
}

/// Reads it whole and byte by byte, which must come to the same.
Read read(const std::string& text, WireLimits limits = {}) {
  const Read whole = read_in_pieces(text, text.size(), limits);
  for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
    const Read parts = read_in_pieces(text, piece, limits);
    EXPECT_EQ(parts.phase, whole.phase) << piece << ": " << text;
    EXPECT_EQ(parts.status, whole.status) << piece << ": " << text;
    EXPECT_EQ(parts.used, whole.used) << piece << ": " << text;
    EXPECT_EQ(parts.body, whole.body) << piece << ": " << text;
  }
  return whole;
}

unsigned refused(const std::string& text) {
  const Read out = read(text + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
  return out.phase == Phase::refused ? out.status : 0;
}

const std::string kGet = "GET /a HTTP/1.1\r\nHost: a.example:80\r\n";
const std::string kChunked = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

TEST(RequestReader, ReadsLineHeadersAndQuery) {
  RequestReader reader({});
  const std::string text =
      "OPTIONS /a%2Fb?c=d?e HTTP/1.1\r\nHOST:  a \t\r\nX-Two: 1\r\nx-two: \xc3\xa5\r\n\r\n";
  EXPECT_EQ(reader.put(text + "GET"), text.size());
  ASSERT_EQ(reader.phase(), Phase::complete);
  EXPECT_EQ(reader.head().method, "OPTIONS");
  EXPECT_EQ(reader.head().path, "/a%2Fb");
  EXPECT_EQ(reader.head().query, "c=d?e");
  const decltype(RequestHead::headers) headers = {
      {"host", "a"}, {"x-two", "1"}, {"x-two", "\xc3\xa5"}};
  EXPECT_EQ(reader.head().headers, headers);
  EXPECT_TRUE(reader.head().keep_alive);
}

TEST(RequestReader, BodyByLength) {
  const auto out = read("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
  EXPECT_EQ(out.phase, Phase::complete);
  EXPECT_EQ(out.body, "hello");
  EXPECT_EQ(read("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell").phase,
            Phase::body);
}

TEST(RequestReader, BodyInChunksWithExtensionAndTrailer) {
  const auto out =
      read(kChunked + "5;a=\"b;\\\"c\\\\\"\r\nhello\r\n00a\r\n0123456789\r\n0\r\nHost: b\r\n\r\n");
  EXPECT_EQ(out.phase, Phase::complete);
  EXPECT_EQ(out.body, "hello0123456789");
}

TEST(RequestReader, NothingAfterTheRequestIsRead) {
  for (const std::string& text : {kGet + "\r\n", kChunked + "1\r\na\r\n0\r\n\r\n"}) {
    EXPECT_EQ(read(text + "GET /b HTTP/1.1\r\n").used, text.size());
  }
}

TEST(RequestReader, KeepsAliveUnlessToldOtherwise) {
  const auto keeps = [](const std::string& text) { return read_head(text, {}).first.keep_alive; };
  EXPECT_TRUE(keeps(kGet + "\r\n"));
  EXPECT_TRUE(keeps(kGet + "Connection: upgrade, x-close\r\n\r\n"));
  EXPECT_FALSE(keeps(kGet + "Connection: upgrade ,\tClose\r\n\r\n"));
  EXPECT_FALSE(keeps("GET /a HTTP/1.0\r\n\r\n"));
}

TEST(RequestReader, RefusesWhatIsNoRequestLine) {
  for (const std::string line :
       {"", " ", "GET", "GET /a", "GET  /a HTTP/1.1", "GET /a  HTTP/1.1", "GET /a HTTP/1.1 ",
        " GET /a HTTP/1.1", "get /a HTTP/1.1", "G@T /a HTTP/1.1", "GET /a http/1.1",
        "GET /a HTTP/11", "GET /a HTTP/1.x", "GET a HTTP/1.1", "GET http://a/a HTTP/1.1",
        "GET * HTTP/1.1", "GET /a#b HTTP/1.1", "GET /\xc3\xa5 HTTP/1.1", "GET /a b HTTP/1.1"}) {
    EXPECT_EQ(refused(line + "\r\nHost: a\r\n\r\n"), 400u) << line;
  }
  EXPECT_EQ(refused(std::string(33, 'A') + " /a HTTP/1.1\r\nHost: a\r\n\r\n"), 400u);
  EXPECT_EQ(refused("PRI * HTTP/2.0\r\n\r\n"), 505u);
  EXPECT_EQ(refused("TRACE /a HTTP/1.1\r\nHost: a\r\n\r\n"), 501u);
  EXPECT_EQ(refused("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n"), 501u);
  EXPECT_EQ(read("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").phase, Phase::complete);
  EXPECT_EQ(read("BREW /a HTTP/1.1\r\nHost: a\r\n\r\n").phase, Phase::complete);
}

TEST(RequestReader, RefusesWhatIsNoHeader) {
  for (const std::string& line :
       {"Name : b"s, "Name"s, ": b"s, "Na me: b"s, "N\xc3\xa5: b"s, "A: b\r\n c"s, "A:\r\n\tc"s,
        "A: b\0c"s, "A: b\x7f"s, "A: b\x1b"s, "A: b\rc"s, "A: b\nC: d"s, " A: b"s}) {
    EXPECT_EQ(refused(kGet + line + "\r\n\r\n"), 400u) << line;
  }
  EXPECT_EQ(refused("GET /a HTTP/1.1\nHost: a\n\n"), 400u);
  EXPECT_EQ(refused("GET /a HTTP/1.1\r\n Host: a\r\n\r\n"), 400u);
}

TEST(RequestReader, RefusesAnythingButOneHost) {
  EXPECT_EQ(refused("GET /a HTTP/1.1\r\n\r\n"), 400u);
  EXPECT_EQ(refused(kGet + "Host: a.example:80\r\n\r\n"), 400u);
  for (const std::string host : {"", "a/b", "a b", "a,b", "a@b", "a?"}) {
    EXPECT_EQ(refused("GET /a HTTP/1.1\r\nHost: " + host + "\r\n\r\n"), 400u) << host;
  }
  EXPECT_EQ(read("GET /a HTTP/1.1\r\nHost: [::1]:80\r\n\r\n").phase, Phase::complete);
}

TEST(RequestReader, RefusesWhatTellsTheLengthInTwoWays) {
  const std::string post = "POST /a HTTP/1.1\r\nHost: a\r\n";
  for (const std::string headers : {"Content-Length: 5\r\nTransfer-Encoding: chunked",
                                    "Transfer-Encoding: chunked\r\nContent-Length: 5",
                                    "Content-Length: 5\r\nContent-Length: 6",
                                    "Content-Length: 5\r\nContent-Length: 5",
                                    "Content-Length: 5, 5",
                                    "Content-Length: +5",
                                    "Content-Length: -5",
                                    "Content-Length: 5 5",
                                    "Content-Length: 0x5",
                                    "Content-Length:",
                                    "Content-Length: 9999999999999999999",
                                    "Transfer-Encoding: xchunked",
                                    "Transfer-Encoding: gzip",
                                    "Transfer-Encoding:",
                                    "Transfer-Encoding: identity",
                                    "Transfer-Encoding: gzip, chunked",
                                    "Transfer-Encoding: chunked, chunked",
                                    "Transfer-Encoding: chunked;q=1",
                                    "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                                    "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
                                    "Transfer-Encoding: \"chunked\""}) {
    EXPECT_EQ(refused(post + headers + "\r\n\r\n0\r\n\r\n"), 400u) << headers;
  }
  EXPECT_EQ(refused("POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400u);
  EXPECT_EQ(read(post + "Transfer-Encoding: \tChunked \r\n\r\n0\r\n\r\n").phase, Phase::complete);
}

TEST(RequestReader, RefusesBadChunks) {
  for (const std::string& body : {"\r\n"s,
                                  "x\r\n"s,
                                  "-1\r\na\r\n"s,
                                  "0x1\r\na\r\n"s,
                                  "+1\r\na\r\n"s,
                                  " 1\r\na\r\n"s,
                                  "1 \r\na\r\n"s,
                                  "1 ;a\r\na\r\n"s,
                                  "1\na\r\n"s,
                                  "1\r\na\n"s,
                                  "1\r\nab\r\n"s,
                                  "1\rx"s,
                                  "1;a\0b\r\na\r\n"s,
                                  "1;a\nb\r\n"s,
                                  "1;a=\"b\r\na\r\n"s,
                                  "1;a=\"b\\\"\r\na\r\n"s,
                                  "1000000000000000\r\n"s,
                                  "ffffffffffffffff1\r\n"s,
                                  "0\r\nA: b\n\r\n"s,
                                  "0\r\n A: b\r\n\r\n"s,
                                  "0\r\n\rx"s,
                                  "1;"s + std::string(20'000, 'a')}) {
    EXPECT_EQ(refused(kChunked + body), 400u) << body.substr(0, 40);
  }
}

TEST(RequestReader, KeepsTheLimits) {
  const WireLimits limits{.header_bytes = 64, .headers = 3, .body_bytes = 10};
  const std::string head = "GET /a HTTP/1.1\r\nHost: a\r\nX: ";
  const std::string fits = head + std::string(64 - head.size() - 4, 'x') + "\r\n\r\n";
  ASSERT_EQ(fits.size(), 64u);
  EXPECT_EQ(read(fits, limits).phase, Phase::complete);
  EXPECT_EQ(read(head + std::string(64 - head.size() - 3, 'x') + "\r\n\r\n", limits).status, 431u);
  EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: a\r\nB: c\r\nC:\r\nD:\r\n\r\n", limits).status, 431u);
  const std::string post = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: ";
  EXPECT_EQ(read(post + "10\r\n\r\n0123456789", limits).phase, Phase::complete);
  EXPECT_EQ(read(post + "11\r\n\r\n", limits).status, 413u);
  WireLimits wide = limits;
  wide.header_bytes = 200;
  EXPECT_EQ(read(kChunked + "5\r\n01234\r\n5\r\n01234\r\n0\r\n\r\n", wide).phase, Phase::complete);
  EXPECT_EQ(read(kChunked + "5\r\n01234\r\n6\r\n", wide).status, 413u);
  EXPECT_EQ(read(kChunked + "fffffffffffffff\r\n", wide).status, 413u);
  EXPECT_EQ(read(kChunked + "0\r\nA: " + std::string(300, 'a'), wide).status, 400u);
}

TEST(RequestReader, ExpectationsAreOneOrRefused) {
  const std::string post = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n";
  EXPECT_TRUE(read_head(post + "Expect: 100-Continue\r\n\r\n", {}).first.expects_continue);
  EXPECT_EQ(refused(post + "Expect: coffee\r\n\r\n"), 417u);
  EXPECT_FALSE(read_head(kGet + "Expect: 100-continue\r\n\r\n", {}).first.expects_continue);
}

TEST(Origin, ForwardedCountsFromATrustedProxyOnly) {
  const decltype(RequestHead::headers) headers = {
      {"x-forwarded-for", "192.0.2.66"},
      {"x-forwarded-for", "192.0.2.1, 198.51.100.7 , 10.0.0.2"},
      {"x-forwarded-proto", "https"}};
  const std::vector<std::string> trusted = {"10.0.0.1", "10.0.0.2"};
  const Origin told = origin_of(headers, "10.0.0.1", false, trusted);
  EXPECT_EQ(told.client, "198.51.100.7");
  EXPECT_TRUE(told.secure);
  EXPECT_TRUE(told.via_proxy);
  const Origin not_told = origin_of(headers, "10.0.0.3", false, trusted);
  EXPECT_EQ(not_told.client, "10.0.0.3");
  EXPECT_FALSE(not_told.secure);
  EXPECT_FALSE(not_told.via_proxy);
}

TEST(Origin, WhatIsNoAddressIsNotBelieved) {
  const std::vector<std::string> trusted = {"::1"};
  for (const std::string list :
       {"unknown", "192.0.2.1, x", "192.0.2.1,", "", "192.0.2.1:x", "[::2", "80", ","}) {
    EXPECT_EQ(origin_of({{"x-forwarded-for", list}}, "::1", true, trusted).client, "::1") << list;
  }
  for (const char* with_port : {"2001:db8::1", "[2001:db8::1]:5123"}) {
    EXPECT_EQ(origin_of({{"x-forwarded-for", with_port}}, "::1", true, trusted).client,
              "2001:db8::1");
  }
  EXPECT_EQ(origin_of({{"x-forwarded-for", "192.0.2.1:5123"}}, "::1", true, trusted).client,
            "192.0.2.1");
  EXPECT_FALSE(origin_of({{"x-forwarded-proto", "https, http"}}, "::1", true, trusted).secure);
  EXPECT_TRUE(origin_of({}, "::1", true, trusted).secure);
}

TEST(ResponseHead, HasTheServersOwnHeadersOnce) {
  const decltype(RequestHead::headers) headers = {
      {"Content-Type", "text/plain"}, {"content-length", "7"}, {"Connection", "x"}, {"Date", "y"}};
  const auto date = http_date(Instant{std::chrono::seconds{784111777}});
  EXPECT_EQ(date, "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(
      response_head({.status = 200, .headers = headers, .date = date, .length = std::size_t{5}}),
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
      "Content-Length: 5\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(response_head({.status = 204,
                           .headers = {},
                           .date = "x",
                           .length = std::size_t{0},
                           .keep_alive = true}),
            "HTTP/1.1 204 No Content\r\nDate: x\r\n\r\n");
}

TEST(ResponseHead, AHeaderCannotEndItsLine) {
  const auto head_with = [](const std::string& name, const std::string& value) {
    const decltype(RequestHead::headers) headers = {{name, value}};
    return response_head({.headers = headers, .date = "x"});
  };
  EXPECT_TRUE(head_with("A", "b\tc"));
  EXPECT_FALSE(head_with("A", "b\r\nC: d"));
  EXPECT_FALSE(head_with("A", "b\nC: d"));
  EXPECT_FALSE(head_with("A", "b\0"s));
  EXPECT_FALSE(head_with("A: b", ""));
  EXPECT_FALSE(head_with("", ""));
  const decltype(RequestHead::headers) none;
  EXPECT_FALSE(response_head({.status = 199, .headers = none, .date = "x"}));
  EXPECT_FALSE(response_head({.status = 600, .headers = none, .date = "x"}));
}

}  // namespace
}  // namespace kallad::http::wire_test
