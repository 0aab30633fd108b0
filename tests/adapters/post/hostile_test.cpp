// Mails made to hurt: deep, wide, endless, with lies about themselves.
// Not random ones: tests/fuzz/mail_fuzz.cpp. Rule kept: reading ends soon, keeps within its limits
// and gives UTF-8 without control characters.
#include <gtest/gtest.h>

#include <chrono>

#include "adapters/post/mime/quoted.hpp"
#include "adapters/post/mime/read_mail.hpp"
#include "adapters/post/mime/words.hpp"

namespace kallad::post_test::hostile {

using post::Incoming;
using post::read_mail;

constexpr std::size_t kMegabyte = 1024UL * 1024;

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// Reads it, within a time that only a slow way of reading takes.
Incoming read_soon(const std::string& bytes) {
  const auto began = std::chrono::steady_clock::now();
  Incoming in = read_mail(bytes);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{20});
  return in;
}

std::string nested(int depth) {
  std::string out = "From: a@b.example\r\n";
  for (int i = 0; i < depth; ++i) {
    const std::string mark = "b" + std::to_string(i);
    out += "Content-Type: multipart/mixed; boundary=" + mark + "\r\n\r\n--" + mark + "\r\n";
  }
  return out + "Content-Type: text/plain\r\n\r\nlängst in\r\n";
}

TEST(HostileMail, deep_parts) {
  EXPECT_FALSE(read_soon(nested(10)).faults.too_deep);
  EXPECT_EQ(read_soon(nested(10)).text, "längst in\n");
  for (const int depth : {30, 2'000, 100'000}) {
    const Incoming in = read_soon(nested(depth));
    EXPECT_TRUE(in.faults.too_deep) << depth;
    EXPECT_EQ(in.from->at, "a@b.example");
  }
}

TEST(HostileMail, mails_within_mails) {
  const std::string within = "Content-Type: message/rfc822\r\n\r\n";
  EXPECT_EQ(read_soon(repeated(within, 100'000) + "x").text, "");
}

TEST(HostileMail, many_lines_under_many_boundaries) {
  const std::string bytes = nested(1'000) + repeated("--b\r\n", kMegabyte);
  EXPECT_TRUE(read_soon(bytes).faults.too_deep);
}

TEST(HostileMail, many_parts) {
  const std::string head = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
  const Incoming in = read_soon(head + repeated("--b\r\n\r\nx\r\n", 100'000));
  EXPECT_TRUE(in.faults.many_parts);
  EXPECT_LE(in.whole_text.size(), 400U);
}

TEST(HostileMail, many_heads_and_long_ones) {
  EXPECT_EQ(read_soon(repeated("X: y\r\n", 500'000) + "\r\nHej").text, "Hej\n");
  const Incoming in = read_soon("Subject: " + std::string(9 * kMegabyte, 'x') + "\r\n\r\nHej");
  EXPECT_LE(in.subject.size(), 2'000U);
  EXPECT_LE(read_soon("To: " + repeated("a@b.example, ", 500'000) + "\r\n\r\n").to.size(), 200U);
  read_soon("To: " + std::string(kMegabyte, '(') + "\r\n\r\n");
  read_soon("To: " + std::string(kMegabyte, '<') + "\r\n\r\n");
  read_soon("Subject: " + repeated("=?utf-8?B?w6U=?= ", 300'000) + "\r\n\r\n");
  read_soon("References: " + repeated("<a@b> ", 500'000) + "\r\n\r\n");
  read_soon("Content-Type: text/plain; " + repeated("a=b; ", 500'000) + "\r\n\r\nx");
}

TEST(HostileMail, words_are_bounded_and_cut_between_letters) {
  const Incoming in =
      read_soon("Content-Type: text/plain; charset=utf-8\r\n\r\n" + repeated("å", 3 * kMegabyte));
  EXPECT_LE(in.whole_text.size(), 256UL * 1024);
  EXPECT_EQ(in.whole_text, post::tidy_words(in.whole_text));
  EXPECT_EQ(post::cut_to("aå", 2), "a");
}

TEST(HostileMail, beyond_ten_megabytes_nothing_is_read) {
  const Incoming in = read_soon("Subject: x\r\n\r\n" + std::string(30 * kMegabyte, 'x'));
  EXPECT_TRUE(in.faults.too_large);
  EXPECT_EQ(in.subject, "x");
}

TEST(HostileMail, html_without_ends) {
  for (const char* part : {"<", "<script>", "</", "<!--", "&", "&#", "<style><p>", "<p", "&amp"})
    read_soon("Content-Type: text/html\r\n\r\n" + repeated(part, 200'000));
  EXPECT_EQ(post::words_of_html("a<script>b"), "a");
  EXPECT_EQ(post::words_of_html("&#0;&#xD800;&#999999999;&nix;&"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD&nix;&");
}

TEST(HostileMail, quotes_without_ends) {
  for (const char* part : {">\n", "Från:\n", "skrev 1:\n", "\n", "--original message\n", "den \n"})
    EXPECT_LE(post::without_quoted(repeated(part, 200'000)).size(), 2'000'000U);
}

TEST(HostileMail, no_control_characters_come_through) {
  static constexpr char bytes[] =
      "From: a@b.example\r\nSubject: =?utf-8?Q?a=00=0D=0ABcc:=1B[2J?=\r\n"
      "Content-Type: text/plain; charset=utf-8\r\n\r\n"
      "x\0y\x1B[2Jz\x7F\r\n";
  const Incoming in = read_soon(std::string{bytes, sizeof bytes - 1});
  for (const std::string& text : {in.subject, in.whole_text})
    for (const char c : text)
      EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') << int{c};
  EXPECT_EQ(in.subject.find('\n'), std::string::npos);
}

TEST(HostileMail, nothing_at_all) {
  for (const char* bytes : {"", "\r\n", "x", ":", "From", "\r\n\r\n"}) {
    const Incoming in = read_soon(bytes);
    EXPECT_FALSE(in.from) << bytes;
    EXPECT_FALSE(in.report) << bytes;
  }
}

}  // namespace kallad::post_test::hostile
