// Whole mails as programs write them, with all that surrounds an answer: what each comes to.
// Not the calendar's fine points (tests/adapters/calendar). Rule held (rulings, "Mail"): what
// leaves no doubt is recorded, everything else waits for a human, and nothing else is done.
#include <gtest/gtest.h>

#include "tests/adapters/mailroom/called_house.hpp"

namespace kallad::mail_house::incoming::programs {

std::string in_base64(const std::string& text) {
  static constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string all;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    unsigned three = 0;
    for (std::size_t i = 0; i < 3; ++i)
      three = three << 8U | (at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      all += at + i > text.size() ? '=' : letters[three >> (18 - 6 * i) & 63U];
  }
  std::string lines;
  for (std::size_t at = 0; at < all.size(); at += 76) lines += all.substr(at, 76) + "\r\n";
  return lines;
}

/// A head up to its content type; `more` ends with a line's end.
std::string head(const std::string& to, const std::string& subject, const std::string& more = {},
                 const std::string& from = the_mailbox) {
  return "From: \"Receptionen\" <" + from + ">\r\nTo: Kallad <" + to + ">\r\nSubject: " + subject +
         "\r\nMessage-ID: <AM0PR07@region.example>\r\nMIME-Version: 1.0\r\n" + more;
}

std::string part(const std::string& type, const std::string& encoding, const std::string& body) {
  return "--B\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: " + encoding +
         "\r\n\r\n" + body + "\r\n";
}

std::string multipart(const std::string& kind, const std::string& parts) {
  return "Content-Type: multipart/" + kind + "; boundary=\"B\"\r\n\r\n" + parts + "--B--\r\n";
}

constexpr const char* plain_svar = "svar@kallad.example";

TEST(Programs, OutlooksReplyInBase64BesideWordsInWindows1252) {
  Called house;
  const std::string words = part("text/plain; charset=\"windows-1252\"", "quoted-printable",
                                 "Vi kommer, men bara f=F6rsta timmen =96 h=E4lsningar =C5sa\r\n");
  const std::string entry = part("text/calendar; charset=\"utf-8\"; method=REPLY", "base64",
                                 in_base64(house.reply("outlook_accepted.ics")));
  house.take(head(plain_svar, "=?Windows-1252?Q?Accepterat:_SIP-m=F6te?=") +
             multipart("alternative", words + entry));
  EXPECT_EQ(house.answer(), AnswerKind::attends);
  const auto said = house.suggestions.of_case(CaseId{the_case});
  ASSERT_EQ(said.size(), 1U) << "the words go with it";
  EXPECT_EQ(said[0].kind, SuggestionKind::comment);
  EXPECT_NE(said[0].words.find("bara första timmen – hälsningar Åsa"), std::string::npos);
}

TEST(Programs, GmailsReplyAsPartAndAsFileIsOneAnswer) {
  Called house;
  const std::string entry = house.reply("google_accepted.ics");
  house.take(
      head(plain_svar, "Accepted: SIP") +
      multipart("mixed",
                part("text/html; charset=UTF-8", "quoted-printable", "<p>har accepterat</p>") +
                    part("text/calendar; charset=UTF-8; method=REPLY", "7bit", entry) +
                    part("application/ics; name=\"invite.ics\"", "base64", in_base64(entry))));
  EXPECT_EQ(house.answer(), AnswerKind::attends);
  EXPECT_EQ(house.seat().answers.size(), 1U);
  EXPECT_TRUE(house.open().empty());
}

TEST(Programs, APhonesWordsComeWithoutWhatTheyQuote) {
  Called house;
  const std::string to = "svar+" + house.entry().token + "@kallad.example";
  house.take(
      head(to, "Re: Kallelse") +
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
      "Jag är sjuk, Eva kommer.\r\n\r\nSkickat från min iPhone\r\n\r\n"
      "> 2 mars 2026 kl. 10:00 skrev Kallad <svar@kallad.example>:\r\n> \r\n> Välkommen\r\n");
  ASSERT_EQ(house.open().size(), 1U);
  EXPECT_NE(house.open()[0].words.find("Eva kommer"), std::string::npos);
  EXPECT_EQ(house.open()[0].words.find("Välkommen"), std::string::npos);
  EXPECT_FALSE(house.answer());
}

TEST(Programs, AnAbsenceOfExchangeInSwedishAnswersNothingAndAsksNothing) {
  for (const char* subject : {"Automatiskt svar: Kallelse", "Autosvar: Kallelse",
                              "=?iso-8859-1?Q?Fr=E5nvarande:_Kallelse?="}) {
    Called house;
    const std::string to = "svar+" + house.entry().token + "@kallad.example";
    house.take(head(to, subject, "X-Auto-Response-Suppress: All\r\n") +
               "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n"
               "Jag kommer inte. Jag \xe4r ledig till den 9 mars.\r\n");
    EXPECT_FALSE(house.answer()) << subject;
    EXPECT_TRUE(house.open().empty()) << subject;
  }
}

TEST(Programs, ADelegateWhoAnswersInTheOwnNameIsShownAsAnother) {
  Called house;
  EXPECT_EQ(house.take(house.mail_with(house.reply("exchange_assistant.ics"),
                                       "sekreterare@region.example")),
            "suggestion");
  EXPECT_FALSE(house.answer());
  ASSERT_EQ(house.open().size(), 1U);
  EXPECT_EQ(house.open()[0].kind, SuggestionKind::someone_else);
}

TEST(Programs, AnotherOrganizerChangesNothingAndAnotherSequenceIsNoAnswer) {
  const auto with = [](const Called&, std::string entry, const std::string& what,
                       const std::string& instead) {
    return std::regex_replace(entry, std::regex{what}, instead);
  };
  Called house;
  const std::string reply = house.reply("thunderbird_accepted.ics");
  const std::string now = std::to_string(house.entry().entry->sequence);
  const std::string later = with(house, reply, "SEQUENCE:" + now, "SEQUENCE:" + now + "9");
  house.take(house.mail_with(later));
  EXPECT_FALSE(house.answer()) << "a version that was never sent";
  const std::string other =
      with(house, reply, "ORGANIZER[^\r]*\r\n", "ORGANIZER:mailto:chef@elsewhere.example\r\n");
  house.take(house.mail_with(other));
  EXPECT_EQ(house.answer(), AnswerKind::attends);
}

/// What a Swedish Exchange writes when an address is no more, about the letter with that id.
std::string swedish_report(const std::string& about, const std::string& to) {
  return head(to,
              "=?utf-8?B?T2xldmVyZXJiYXJ0OiBLYWxsZWxzZQ==?=", "Auto-Submitted: auto-replied\r\n",
              "postmaster@region.example") +
         "Content-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\r\n\r\n" +
         part("text/plain; charset=utf-8", "8bit", "Det gick inte att leverera till mottagaren.") +
         part("message/delivery-status", "7bit",
              "Reporting-MTA: dns;AM0PR07.region.example\r\n\r\nFinal-Recipient: rfc822;" +
                  std::string{the_mailbox} +
                  "\r\nAction: failed\r\nStatus: 5.1.10\r\n"
                  "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound\r\n") +
         part("text/rfc822-headers", "7bit",
              "Message-ID: <" + about + ">\r\nSubject: Kallelse\r\n") +
         "--B--\r\n";
}

TEST(Programs, ASwedishReportOfExchangeIsABounceWhereItCarriesOurId) {
  Called house;
  const std::string token = house.entry().token;
  EXPECT_EQ(house.take(swedish_report("x@elsewhere.example", plain_svar)), "unmatched");
  EXPECT_EQ(house.take(swedish_report(token + "@kallad.example", plain_svar)), "bounce");
  house.send(house.peer);
  EXPECT_EQ(house.seat().state, SeatState::delivery_failed);
}

TEST(Programs, AnEntryThatWasSentOnWithAQuestionIsAQuestion) {
  Called house;
  const std::string to = "svar+" + house.entry().token + "@kallad.example";
  std::string request = house.reply("outlook_accepted.ics");
  request = std::regex_replace(request, std::regex{"METHOD:REPLY"}, "METHOD:REQUEST");
  house.take(
      head(to, "VB: Kallelse") +
      multipart("mixed", part("text/plain; charset=utf-8", "8bit", "Ska Eva eller jag komma?") +
                             part("application/octet-stream; name=\"invite.ics\"", "base64",
                                  in_base64(request))));
  EXPECT_FALSE(house.answer());
  ASSERT_EQ(house.open().size(), 1U);
  EXPECT_EQ(house.open()[0].kind, SuggestionKind::words);
  EXPECT_NE(house.open()[0].words.find("Ska Eva eller jag komma?"), std::string::npos);
}

TEST(Programs, ASignedReplyIsReadAndASealedOneWaitsForAHuman) {
  Called house;
  house.take(head(plain_svar, "Accepterat: SIP") +
             "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; "
             "micalg=sha-256; boundary=\"B\"\r\n\r\n" +
             part("text/calendar; charset=utf-8; method=REPLY", "8bit",
                  house.reply("outlook_accepted.ics")) +
             part("application/pkcs7-signature; name=\"smime.p7s\"", "base64", "MIAGCSqGSIb3") +
             "--B--\r\n");
  EXPECT_EQ(house.answer(), AnswerKind::attends);

  Called other;
  const std::string to = "svar+" + other.entry().token + "@kallad.example";
  EXPECT_EQ(other.take(head(to, "Accepterat: SIP") +
                       "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; "
                       "name=\"smime.p7m\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                       "MIAGCSqGSIb3DQEHA6CAMIACAQ==\r\n"),
            "suggestion");
  EXPECT_FALSE(other.answer());
  ASSERT_EQ(other.open().size(), 1U);
  EXPECT_FALSE(other.open()[0].words.empty());
}

TEST(Programs, ABoxOfOutlooksOwnAndAMailWithoutAnythingWaitForAHuman) {
  for (const char* subject : {"Accepterat: SIP", "SV: Kallelse nv-1", ""}) {
    Called house;
    const std::string to = "svar+" + house.entry().token + "@kallad.example";
    EXPECT_EQ(house.take(head(to, subject) +
                         multipart("mixed", part("text/plain; charset=us-ascii", "7bit", " ") +
                                                part("application/ms-tnef; name=\"winmail.dat\"",
                                                     "base64", "eJ8+IgEUAQaQCAAEAAAAAAAB"))),
              "suggestion")
        << subject;
    EXPECT_FALSE(house.answer()) << subject;
    EXPECT_EQ(house.open().size(), 1U) << subject;
  }
}

TEST(Programs, AnAnswerInTheNameOfTheSeatFromTwoSendersIsNobodys) {
  Called house;
  std::string mail = house.mail_with(house.reply("outlook_declined.ics"));
  mail.insert(0, "From: Annan <annan@elsewhere.example>\r\n");
  EXPECT_EQ(house.take(mail), "suggestion");
  EXPECT_FALSE(house.answer());
}

}  // namespace kallad::mail_house::incoming::programs
