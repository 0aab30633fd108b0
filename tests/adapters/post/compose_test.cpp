// Letters as bytes: read by another program, held against a file, and refused where a value could
// end a header. Not sending: relay_test.cpp. Rule kept: the same letter gives the same bytes.
#include "adapters/post/mime/compose.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "adapters/post/mime/read_mail.hpp"
#include "tests/adapters/post/letters.hpp"

namespace kallad::post_test::composing {

using nlohmann::json;
using post::compose;
using post::ComposeFault;
using post::Message;

Message short_letter() {
  Message letter;
  letter.from = {"", "kallad@kommun.example"};
  letter.to = {{"", "mottagare@region.example"}};
  letter.subject = "Möte";
  letter.text = "Hej\n";
  letter.message_id = "1@kommun.example";
  return letter;
}

json people(std::initializer_list<std::array<std::string, 2>> all) {
  json list = json::array();
  for (const auto& [name, at] : all) list.push_back(json::array({name, at}));
  return list;
}

TEST(Compose, another_reader_finds_head_as_it_was_given) {
  const Message letter = full_letter();
  const json read = read_by_python(compose(letter).bytes);
  EXPECT_EQ(read["from"], people({{letter.from.name, letter.from.at}}));
  EXPECT_EQ(read["to"], people({{letter.to[0].name, letter.to[0].at}}));
  EXPECT_EQ(read["cc"],
            people({{"", "funktion@region.example"}, {"Enhetschef", "chef@region.example"}}));
  EXPECT_EQ(read["reply_to"], people({{"", "svar+t0k3n@kommun.example"}}));
  EXPECT_EQ(read["subject"], letter.subject);
  EXPECT_EQ(read["date"], 1'772'442'000.0);
  EXPECT_EQ(read["message_id"], "<2026-0017.3.1@kommun.example>");
  EXPECT_EQ(read["in_reply_to"], "<2026-0017.1.1@kommun.example>");
  EXPECT_EQ(read["references"], "<2026-0017.1.1@kommun.example> <2026-0017.2.1@kommun.example>");
  EXPECT_EQ(read["unsubscribe"], letter.headers[1].second);
}

TEST(Compose, another_reader_finds_the_parts_in_their_order_and_whole) {
  const json body = read_by_python(compose(full_letter()).bytes)["body"];
  ASSERT_EQ(body["type"], "multipart/mixed");
  ASSERT_EQ(body["parts"].size(), 3U);
  const json& ways = body["parts"][0];
  ASSERT_EQ(ways["type"], "multipart/alternative");
  ASSERT_EQ(ways["parts"].size(), 3U);
  EXPECT_EQ(ways["parts"][0]["type"], "text/plain");
  EXPECT_EQ(
      ways["parts"][0]["content"],
      "Hej!\r\n\r\nNi är kallade. Svara här:\r\nhttps://kallad.example/s/abc=def\r\n.\r\n..\r\n"
      "Slut \r\n");
  EXPECT_EQ(ways["parts"][1]["type"], "text/html");
  const json& invitation = ways["parts"][2];
  EXPECT_EQ(invitation["type"], "text/calendar");
  EXPECT_EQ(invitation["method"], "REQUEST");
  EXPECT_EQ(invitation["charset"], "utf-8");
  EXPECT_EQ(invitation["content"], full_letter().calendar->text);
  EXPECT_EQ(body["parts"][1]["file"], "invite.ics");
  EXPECT_EQ(body["parts"][1]["content"], full_letter().calendar->text);
  EXPECT_EQ(body["parts"][2]["file"], "kallelse åäö.pdf");
  EXPECT_EQ(body["parts"][2]["content"], "255044462d312e3700ff0d0a");
}

void expect_no_defects(const json& part) {
  EXPECT_EQ(part["defects"], json::array()) << part["type"];
  if (!part.contains("parts")) return;
  for (const json& each : part["parts"]) expect_no_defects(each);
}

TEST(Compose, another_reader_finds_no_defect_and_only_ascii_with_crlf) {
  for (const Message& letter : {full_letter(), short_letter()}) {
    const json read = read_by_python(compose(letter).bytes);
    EXPECT_EQ(read["ascii"], true);
    EXPECT_EQ(read["bare"], 0);
    EXPECT_LE(read["longest"], 998);
    expect_no_defects(read["body"]);
  }
}

TEST(Compose, a_letter_of_text_alone_has_one_part) {
  const json body = read_by_python(compose(short_letter()).bytes)["body"];
  EXPECT_EQ(body["type"], "text/plain");
  EXPECT_EQ(body["content"], "Hej\r\n");
}

TEST(Compose, gives_the_bytes_of_the_file) {
  EXPECT_EQ(compose(full_letter()).bytes, mail_file("full_letter.eml"));
}

TEST(Compose, heads_hold_nothing_but_what_was_given) {
  const json read = read_by_python(compose(short_letter()).bytes);
  EXPECT_EQ(read["names"], json({"content-transfer-encoding", "content-type", "date", "from",
                                 "message-id", "mime-version", "subject", "to"}));
}

/// The letter with one value spoilt, for each place where a value goes into a head.
std::vector<std::pair<std::string_view, Message>> spoilt(const std::string& with) {
  std::vector<std::pair<std::string_view, Message>> all;
  const auto add = [&](std::string_view field, auto spoil) {
    Message letter = full_letter();
    spoil(letter);
    all.emplace_back(field, letter);
  };
  add("from", [&](Message& m) { m.from.name += with; });
  add("from", [&](Message& m) { m.from.at += with; });
  add("reply_to", [&](Message& m) { m.reply_to[0].at += with; });
  add("to", [&](Message& m) { m.to[0].name += with; });
  add("to", [&](Message& m) { m.to[0].at += with; });
  add("cc", [&](Message& m) { m.cc[1].name += with; });
  add("subject", [&](Message& m) { m.subject += with; });
  add("message_id", [&](Message& m) { m.message_id += with; });
  add("in_reply_to", [&](Message& m) { m.in_reply_to += with; });
  add("references", [&](Message& m) { m.references[1] += with; });
  add("headers", [&](Message& m) { m.headers[0].first += with; });
  add("headers", [&](Message& m) { m.headers[0].second += with; });
  add("calendar", [&](Message& m) { m.calendar->method += with; });
  add("attachments", [&](Message& m) { m.attachments[0].file_name += with; });
  add("attachments", [&](Message& m) { m.attachments[0].type += with; });
  return all;
}

TEST(Compose, nothing_that_ends_a_header_gets_into_one) {
  for (const std::string& with :
       std::vector<std::string>{"\r\nBcc: x@y.example", "\n X: y", "\r", std::string(1, '\0')}) {
    for (const auto& [field, letter] : spoilt(with)) {
      const auto composed = compose(letter);
      EXPECT_EQ(composed.bytes, "") << field;
      ASSERT_FALSE(composed.faults.empty()) << field;
      EXPECT_EQ(composed.faults[0].field, field);
    }
  }
}

std::vector<ComposeFault> faults_with(void (*spoil)(Message&)) {
  Message letter = short_letter();
  spoil(letter);
  return compose(letter).faults;
}

TEST(Compose, says_what_is_wrong) {
  using Faults = std::vector<ComposeFault>;
  EXPECT_EQ(faults_with([](Message& m) { m.to.clear(); }), (Faults{{"to", "missing"}}));
  EXPECT_EQ(faults_with([](Message& m) { m.subject = "\xFF"; }), (Faults{{"subject", "not_utf8"}}));
  EXPECT_EQ(faults_with([](Message& m) { m.text = "\xC3"; }), (Faults{{"text", "not_utf8"}}));
  EXPECT_EQ(faults_with([](Message& m) { m.message_id = "x"; }),
            (Faults{{"message_id", "not_an_id"}}));
  EXPECT_EQ(faults_with([](Message& m) { m.to[0].at = "åsa@region.example"; }),
            (Faults{{"to", "not_an_address"}}));
  for (const char* name : {"Bcc", "bcc", "Content-Type", "FROM", "X Y", "X:", "", "Resent-To"}) {
    Message letter = short_letter();
    letter.headers = {{name, "x"}};
    EXPECT_EQ(compose(letter).faults, (Faults{{"headers", "not_a_header"}})) << name;
  }
}

TEST(Compose, addresses_are_plain_ones) {
  for (const char* good : {"a@b", "a.b+c@d-e.example", "o'hara@b.example"})
    EXPECT_TRUE(post::is_address(good)) << good;
  for (const char* bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", "<a@b>", "a@b>", "a..b@c", ".a@b",
                          "\"a\"@b", "a@b.", "a(x)@b", "a,b@c", "a@[1.2.3.4]", "a@b SIZE=1"})
    EXPECT_FALSE(post::is_address(bad)) << bad;
}

std::string any_line() {
  return *rc::gen::container<std::string>(
      rc::gen::elementOf(std::string{"abcZz09 -_=?@<>\"\\,.;:()[]&%#!'~"}));
}

RC_GTEST_PROP(ComposeProperty, what_is_written_is_read_again, ()) {
  Message letter = full_letter();
  const auto swedish = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "å", "Ö", "é", " x", "–", "w", " ", "=?", "?=", "=?utf-8?q?x?="));
  std::string mixed = "B" + any_line();
  for (const auto& each : swedish) mixed += each;
  letter.subject = mixed + "E";
  letter.to[0].name = "N" + mixed + "E";
  letter.text = any_line() + "\n" + mixed + "\n--=_alternative\n" + any_line() + "x\n";
  const auto composed = compose(letter);
  RC_ASSERT(composed.faults.empty());
  const auto read = post::read_mail(composed.bytes);
  RC_ASSERT(read.faults == post::ReadFaults{});
  RC_ASSERT(read.whole_text == letter.text);
  RC_ASSERT(read.from->at == letter.from.at);
  RC_ASSERT(read.subject == letter.subject);
  RC_ASSERT(read.to[0].name == letter.to[0].name);
  RC_ASSERT(read.to.size() == 1U && read.to[0].at == letter.to[0].at);
  RC_ASSERT(read.cc.size() == 2U);
  RC_ASSERT(read.calendars.size() == 1U && read.calendars[0].method == "REQUEST");
  RC_ASSERT(compose(letter).bytes == composed.bytes);
}

}  // namespace kallad::post_test::composing
