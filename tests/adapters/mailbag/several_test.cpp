// Mails that cross, come twice, come late, are too large or made to hurt.
// Not one mail by itself: mails_test.cpp. Rules kept: what was given last stands, whatever way it
// came; nothing is acted on twice; whatever the size, what a person wrote is not lost.
#include "tests/adapters/mailbag/bag.hpp"

namespace kallad::mailbag {

namespace {

std::string calendar_mail(const std::string& calendar, const std::string& heads = {}) {
  std::string text = heads + "From: Receptionen <" + the_box +
                     ">\nTo: svar@kallad.example\nMessage-ID: <c@region.example>\nSubject: Svar\n"
                     "Content-Type: text/calendar; method=REPLY; charset=utf-8\n\n" +
                     calendar;
  std::string wire;
  for (const char c : text) wire += c == '\n' ? std::string{"\r\n"} : std::string{c};
  return wire;
}

/// The answer as it was given at that time of Monday 2 March, UTC.
std::string answered_at(const std::string& says, const std::string& clock, const About& about) {
  std::string text = plain_reply(says, about);
  return text.replace(text.find("T091000Z"), 8, "T" + clock + "Z");
}

}  // namespace

TEST(SeveralMails, ANewerAnswerStandsAlsoWhereTheOlderComesAfterIt) {
  CalledHouse house;
  house.take(calendar_mail(answered_at("DECLINED", "091500", house.about())));
  house.take(calendar_mail(answered_at("ACCEPTED", "090800", house.about())));
  EXPECT_EQ(house.answer(), AnswerKind::cannot_come);
}

TEST(SeveralMails, AnAnswerOnThePageStandsAgainstAnOlderOneByMail) {
  CalledHouse house;
  AnswerSummons yes;
  yes.party = reception;
  yes.meeting = 1;
  yes.version = 1;
  yes.answer = AnswerKind::attends;
  EXPECT_TRUE(house.say({Role::attendee, UnitId{reception.text}, "Nils"}, yes).stored());
  house.clock.now += std::chrono::minutes{5};
  house.take(calendar_mail(answered_at("DECLINED", "090800", house.about())));
  EXPECT_EQ(house.answer(), AnswerKind::attends);
}

TEST(SeveralMails, TheSameAnswerByTwoWaysIsRecordedOnce) {
  CalledHouse house;
  const std::string reply = plain_reply("ACCEPTED", house.about());
  EXPECT_EQ(house.take(calendar_mail(reply)), "answer");
  EXPECT_EQ(house.take(calendar_mail(reply, "Received: from b.example by c.example\n")), "answer");
  EXPECT_EQ(house.seat().answers.size(), 1U);
  EXPECT_TRUE(house.told().empty());
}

TEST(SeveralMails, TheSameWordsByTwoWaysWaitOnce) {
  CalledHouse house;
  const std::string mail = house.words("Vi kommer");
  EXPECT_EQ(house.take(mail), "suggestion");
  EXPECT_EQ(house.take("Received: from b.example by c.example\r\n" + mail), "suggestion");
  EXPECT_EQ(house.told().size(), 1U);
  EXPECT_EQ(house.take(house.words("Vi kommer inte")), "suggestion");
  EXPECT_EQ(house.told().size(), 2U);
}

TEST(SeveralMails, ASubstituteThatConfirmsTwiceAsksNothing) {
  CalledHouse house;
  house.take_file("delegated_to_one");
  house.send(relay());
  About own;
  for (const Copy& copy : house.copies.of_case(CaseId{the_case})) {
    if (copy.wish.kind == WishKind::substitute_link) {
      own = {copy.token, copy.entry->uid, std::to_string(copy.entry->sequence)};
    }
  }
  std::string mail = calendar_mail(answered_at("ACCEPTED", "091900", own));
  for (auto at = mail.find(the_box); at != std::string::npos; at = mail.find(the_box)) {
    mail.replace(at, std::string{the_box}.size(), "eva@region.example");
  }
  EXPECT_EQ(house.take(mail), "answer");
  EXPECT_EQ(house.take("Received: from b.example by c.example\r\n" + mail), "answer");
  ASSERT_EQ(house.seat().chain.size(), 1U);
  EXPECT_TRUE(house.seat().chain[0].confirmed);
  EXPECT_TRUE(house.told().empty());
}

TEST(SeveralMails, AnAnswerThatWasLongOnItsWayCountsWhenItWasGiven) {
  CalledHouse house;
  house.clock.now += std::chrono::days{20};
  EXPECT_EQ(house.take(calendar_mail(plain_reply("ACCEPTED", house.about()))), "answer");
  EXPECT_EQ(house.answer(), AnswerKind::attends) << "it was given before the meeting";
}

TEST(SeveralMails, ALetterThatComesBackToUsIsNoAnswer) {
  CalledHouse house;
  const auto letters = mail_house::letters_to(relay(), the_box);
  ASSERT_FALSE(letters.empty());
  house.take("Delivered-To: svar@kallad.example\r\n" + letters.back());
  EXPECT_FALSE(house.answer());
  EXPECT_NE(house.seat().state, SeatState::delivery_failed);
}

TEST(SeveralMails, TwentyMegabytesBeforeTheWordsHideNothing) {
  CalledHouse house;
  const std::string part =
      "--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment\r\n\r\n" +
      std::string(20UL << 20U, 'x') + "\r\n";
  const std::string mail =
      house.words(part + "--b\r\nContent-Type: text/plain\r\n\r\nVi kommer\r\n--b--\r\n",
                  "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n");
  EXPECT_EQ(house.take(mail), "suggestion");
  ASSERT_EQ(house.told().size(), 1U);
  EXPECT_EQ(house.told()[0].state, SuggestionState::open);
}

TEST(SeveralMails, TenMailsWithinMailsAndAHeadOfAMegabyteAreRead) {
  CalledHouse house;
  std::string within;
  for (int i = 0; i < 10; ++i) within += "Content-Type: message/rfc822\r\n\r\n";
  EXPECT_EQ(house.take(house.words(within + "Ja", "Content-Type: message/rfc822\r\n")),
            "suggestion");
  EXPECT_EQ(house.take(house.words("Ja", "X-Long: " + std::string(1UL << 20U, 'x') + "\r\n")),
            "suggestion");
  EXPECT_EQ(house.take(house.words("N" + std::string(3, '\0') + "ej", "")), "suggestion");
  ASSERT_EQ(house.told().size(), 3U);
  EXPECT_EQ(house.told()[1].words, "Ja\n");
  EXPECT_NE(house.told()[2].words.find("ej\n"), std::string::npos);
}

TEST(SeveralMails, AReplyToAnothersLetterSpeaksOfThatLetterAndDecidesNothing) {
  CalledHouse house;
  std::string other;
  for (const Copy& copy : house.copies.of_case(CaseId{the_case})) {
    if (copy.wish.to != reception) other = copy.token;
  }
  ASSERT_FALSE(other.empty());
  EXPECT_EQ(house.take("From: <" + std::string{the_box} +
                       ">\r\nTo: svar@kallad.example\r\nMessage-ID: <o@region.example>\r\n"
                       "In-Reply-To: <" +
                       other + "@kallad.example>\r\nSubject: SV\r\n\r\nNej\r\n"),
            "suggestion");
  EXPECT_FALSE(house.answer());
  ASSERT_EQ(house.told().size(), 1U);
  EXPECT_NE(house.told()[0].party, reception);
  EXPECT_EQ(house.told()[0].sender, the_box);
}

}  // namespace kallad::mailbag
