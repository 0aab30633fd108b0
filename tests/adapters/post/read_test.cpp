// Mails in the shapes that programs write, built after their documented behaviour, and what is read
// of them. Not hostile ones: hostile_test.cpp. Rule kept: nothing a person wrote is lost.
#include "adapters/post/mime/read_mail.hpp"

#include <gtest/gtest.h>

#include "adapters/post/mime/delivery_status.hpp"
#include "adapters/post/mime/quoted.hpp"
#include "adapters/post/mime/words.hpp"
#include "tests/adapters/post/letters.hpp"

namespace kallad::post_test::reading {

using post::DeliveryAction;
using post::Incoming;
using post::MailKind;
using post::read_mail;

Incoming read_file(const std::string& name) { return read_mail(mail_file(name)); }

TEST(ReadMail, a_reply_of_outlook) {
  const Incoming in = read_file("reply_outlook.eml");
  EXPECT_EQ(in.kind, MailKind::personal);
  EXPECT_EQ(in.from, (post::Address{"Öppenvården Södra", "oppenvard@region.example"}));
  ASSERT_EQ(in.to.size(), 1U);
  EXPECT_EQ(in.to[0].at, "svar+t0k3n@kommun.example");
  EXPECT_EQ(in.delivered_to, std::vector<std::string>{"svar+t0k3n@kommun.example"});
  EXPECT_EQ(in.subject, "SV: Kallelse till möte, ärende 2026-0017 – svara senast");
  EXPECT_EQ(in.message_id, "AM0PR01@eurprd01.example");
  EXPECT_EQ(in.in_reply_to, "2026-0017.3.1@kommun.example");
  EXPECT_EQ(in.references, (std::vector<std::string>{"2026-0017.1.1@kommun.example",
                                                     "2026-0017.3.1@kommun.example"}));
  EXPECT_EQ(in.date, Instant{std::chrono::seconds{1'772'522'100}});
  EXPECT_EQ(in.text,
            "Hej,\n\nJag kan inte komma på mötet. Åsa Påhittad kommer i stället.\n\nMvh\nNils\n");
  EXPECT_NE(in.whole_text.find("Svara senast måndag."), std::string::npos);
  EXPECT_EQ(in.faults, post::ReadFaults{});
}

TEST(ReadMail, a_reply_of_gmail) {
  const Incoming in = read_file("reply_gmail.eml");
  EXPECT_EQ(in.from->name, "Nils Påhittad");
  EXPECT_EQ(in.text, "Jag kommer.\n");
  EXPECT_NE(in.whole_text.find("> Svara här."), std::string::npos);
}

TEST(ReadMail, an_answer_of_a_calendar_is_read_once) {
  const Incoming in = read_file("reply_calendar.eml");
  ASSERT_EQ(in.calendars.size(), 1U);
  EXPECT_EQ(in.calendars[0].method, "REPLY");
  EXPECT_EQ(in.calendars[0].text, "BEGIN:VCALENDAR\nMETHOD:REPLY\nSUMMARY:Möte\nEND:VCALENDAR\n");
  EXPECT_EQ(in.text, "Ja\n");
  EXPECT_EQ(in.kind, MailKind::personal);
}

TEST(ReadMail, words_of_html_where_there_is_nothing_else) {
  EXPECT_EQ(read_file("html_only.eml").text, "Hej & tack,\nvi kommer – båda!\nNils\n");
}

TEST(ReadMail, our_own_letter) {
  const Incoming in = read_file("full_letter.eml");
  EXPECT_NE(in.kind, MailKind::personal);
  EXPECT_EQ(in.message_id, full_letter().message_id);
  EXPECT_EQ(in.cc.size(), 2U);
  EXPECT_EQ(in.calendars.size(), 1U);
}

TEST(ReadMail, reports_of_what_became_of_a_letter) {
  const Incoming in = read_file("report_postfix.eml");
  EXPECT_EQ(in.kind, MailKind::delivery_report);
  ASSERT_TRUE(in.report);
  EXPECT_EQ(in.report->envelope_id, "id+2017");
  EXPECT_EQ(in.report->original_message_id, "2026-0017.3.1@kommun.example");
  ASSERT_EQ(in.report->recipients.size(), 2U);
  const auto& failed = in.report->recipients[0];
  EXPECT_EQ(failed.action, DeliveryAction::failed);
  EXPECT_EQ(failed.status, "5.1.1");
  EXPECT_EQ(failed.final_recipient, "ingen@region.example");
  EXPECT_EQ(failed.original_recipient, "ingen@region.example");
  EXPECT_NE(failed.diagnostic.find("address rejected: User unknown"), std::string::npos);
  EXPECT_EQ(in.report->recipients[1].action, DeliveryAction::delayed);
  EXPECT_EQ(in.report->recipients[1].status, "4.4.1");
  EXPECT_EQ(in.report->recipients[1].final_recipient, "sen@region.example");
}

TEST(ReadMail, a_report_of_delivery) {
  const Incoming in = read_file("report_exchange.eml");
  EXPECT_EQ(in.kind, MailKind::delivery_report);
  EXPECT_EQ(in.report->envelope_id, "id17");
  EXPECT_EQ(in.report->original_message_id, "2026-0017.3.1@kommun.example");
  EXPECT_EQ(in.report->recipients.at(0).action, DeliveryAction::delivered);
  EXPECT_EQ(in.report->recipients.at(0).original_recipient, "chef@region.example");
}

TEST(ReadMail, kinds_are_told_apart) {
  EXPECT_EQ(read_file("away_exchange.eml").kind, MailKind::automatic_reply);
  EXPECT_EQ(read_file("bounce_exim.eml").kind, MailKind::unknown_bounce);
  EXPECT_EQ(read_file("read_receipt.eml").kind, MailKind::read_receipt);
  EXPECT_EQ(read_file("list.eml").kind, MailKind::bulk);
}

MailKind kind_with(const std::string& head) {
  return read_mail("From: a@b.example\r\n" + head + "\r\n\r\nHej\r\n").kind;
}

TEST(ReadMail, kinds_by_single_heads) {
  EXPECT_EQ(kind_with("Subject: Re: Kallelse"), MailKind::personal);
  EXPECT_EQ(kind_with("Auto-Submitted: no"), MailKind::personal);
  EXPECT_EQ(kind_with("Auto-Submitted: auto-replied (vacation)"), MailKind::automatic_reply);
  EXPECT_EQ(kind_with("AUTO-SUBMITTED: Auto-Replied; owner-email=x"), MailKind::automatic_reply);
  EXPECT_EQ(kind_with("Precedence: auto_reply"), MailKind::automatic_reply);
  EXPECT_EQ(kind_with("X-Autoreply: yes"), MailKind::automatic_reply);
  EXPECT_EQ(kind_with("Subject: =?utf-8?Q?Fr=C3=A5nvarande:_x?="), MailKind::automatic_reply);
  EXPECT_EQ(kind_with("Auto-Submitted: auto-generated"), MailKind::generated);
  EXPECT_EQ(kind_with("X-Auto-Response-Suppress: OOF"), MailKind::personal) << "houses add it";
  EXPECT_EQ(kind_with("Return-Path: <>"), MailKind::generated);
  EXPECT_EQ(kind_with("Return-Path: <>\r\nIn-Reply-To: <a@b>"), MailKind::automatic_reply);
  EXPECT_EQ(kind_with("Subject: =?utf-8?Q?Fr=C3=A5nvaro_p=C3=A5_m=C3=B6tet?="), MailKind::personal);
  EXPECT_EQ(kind_with("Precedence: junk"), MailKind::bulk);
  EXPECT_EQ(kind_with("Subject: Undeliverable: Kallelse"), MailKind::unknown_bounce);
  EXPECT_EQ(kind_with("Subject: Hej, jag fick ett Undeliverable"), MailKind::personal);
}

TEST(ReadMail, a_mail_of_several_senders_speaks_for_nobody) {
  const auto from = [](const std::string& heads) {
    return read_mail(heads + "Subject: x\r\n\r\nHej\r\n").from;
  };
  EXPECT_TRUE(from("From: a@b.example\r\n"));
  EXPECT_FALSE(from("From: a@b.example\r\nFrom: c@d.example\r\n"));
  EXPECT_FALSE(from("From: a@b.example, c@d.example\r\n"));
  EXPECT_FALSE(from("From: grupp: a@b.example;\r\n"));
  EXPECT_FALSE(from("From: bara ett namn\r\n"));
  EXPECT_FALSE(from(""));
  EXPECT_EQ(from("From: \"c@d.example\" <a@b.example>\r\n")->at, "a@b.example");
}

TEST(ReadMail, swedish_letters_in_whatever_charset_they_come) {
  const auto read = [](const std::string& charset, const std::string& bytes) {
    return read_mail("Content-Type: text/plain" + charset + "\r\n\r\n" + bytes);
  };
  EXPECT_EQ(read("; charset=utf-8", "å").text, "å\n");
  EXPECT_EQ(read("; charset=iso-8859-1", "\xE5 \x96").text, "å –\n");
  EXPECT_EQ(read("", "\xE5").text, "å\n");
  EXPECT_EQ(read("; charset=\"macintosh\"", "\x8C").text, "å\n");
  const Incoming lied = read("; charset=utf-8", "p\xE5 \xC3\xA5");
  EXPECT_TRUE(lied.faults.bad_charset);
  EXPECT_EQ(lied.text, "på Ã¥\n");
  EXPECT_TRUE(read("; charset=utf-7", "+AOU-").faults.bad_charset);
  EXPECT_TRUE(read("; charset=UTF-8//IGNORE", "\xFF").faults.bad_charset);
  EXPECT_EQ(read("; charset=unknown-8bit", "å").text, "å\n");
}

TEST(Quoted, is_cut_as_programs_write_it) {
  const auto cut = [](const std::string& below) { return post::without_quoted("Ja.\n\n" + below); };
  for (const char* below : {
           "> gammalt\n",
           "On Mon, 2 Mar 2026 at 10:00, Kallad <k@k.example> wrote:\n\n> gammalt\n> mer\n",
           "Den mån 2 mars 2026 kl 10:00 skrev Kallad <\nk@k.example>:\n\n> gammalt\n",
           "2 mars 2026 kl. 10:00 skrev Kallad <k@k.example>:\n\n> gammalt\n",
           "-----Ursprungligt meddelande-----\nFrån: Kallad\ngammalt\n",
           "-----Original Message-----\nFrom: Kallad\ngammalt\n",
           "________________________________\nFrån: Kallad\nSkickat: i går\nTill: x\ngammalt\n",
           "*From:* Kallad <k@k.example>\n*Sent:* Monday\n*To:* x\ngammalt\n",
           "Den 2026-03-02 kl. 10:00, skrev Kallad:\ngammalt utan tecken\n",
       })
    EXPECT_EQ(cut(below), "Ja.\n") << below;
}

TEST(Quoted, what_is_written_between_and_below_is_kept) {
  EXPECT_EQ(post::without_quoted("> Kommer ni?\nJa, vi kommer.\n> Vem?\nÅsa.\n"),
            "Ja, vi kommer.\nÅsa.\n");
  EXPECT_EQ(post::without_quoted("Den 2 mars 2026 skrev Kallad:\n> Kommer ni?\n\nNej.\n"),
            "Nej.\n");
  for (const char* plain : {"Ja.\n", "Hon skrev att hon kommer: ja.\n", "Från: oss alla\nHej\n",
                            "Som du skrev:\nja\n", "-- \nNils\n", "a > b\n"})
    EXPECT_EQ(post::without_quoted(plain), plain);
}

TEST(DeliveryStatus, codes_are_read_as_far_as_they_are_codes) {
  EXPECT_EQ(post::status_at("5.1.10 x"), "5.1.10");
  for (const char* none : {"", "5", "5.1", "5.1.", "3.1.1", "x5.1.1", "51.1"})
    EXPECT_EQ(post::status_at(none), "") << none;
  for (const char* bad : {"5.1.1", "5.1.2", "5.1.10", "5.2.1"})
    EXPECT_TRUE(post::is_bad_address(bad)) << bad;
  for (const char* other : {"4.1.1", "5.2.2", "5.7.1", "5.4.1", "", "2.1.5"})
    EXPECT_FALSE(post::is_bad_address(other)) << other;
}

TEST(DeliveryStatus, groups_run_together_and_missing_fields) {
  const auto report = post::read_delivery_status(
      "Original-Envelope-Id: x\nFinal-Recipient: rfc822;a@b.example\nAction: FAILED\n\n\n\n"
      "Action: relayed\n\nnonsense\n\n: \n");
  ASSERT_EQ(report.recipients.size(), 2U);
  EXPECT_EQ(report.recipients[0].action, DeliveryAction::failed);
  EXPECT_EQ(report.recipients[0].status, "");
  EXPECT_EQ(report.recipients[1].action, DeliveryAction::relayed);
  const auto said_by_status = [](const std::string& status) {
    return post::read_delivery_status("x: y\n\nFinal-Recipient: rfc822;a@b\nStatus: " + status)
        .recipients.at(0)
        .action;
  };
  EXPECT_EQ(said_by_status("5.1.1"), DeliveryAction::failed);
  EXPECT_EQ(said_by_status("4.4.1"), DeliveryAction::unknown);
}

}  // namespace kallad::post_test::reading
