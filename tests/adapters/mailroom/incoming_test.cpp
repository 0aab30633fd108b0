// Mails that come in the shapes programs write them, from the box to the seat.
// Not the reading alone (tests/adapters/calendar, tests/adapters/post). Rule held: a clear answer
// is recorded with its source, everything else becomes a suggestion, nothing is lost or done twice.
#include <gtest/gtest.h>

#include "tests/adapters/mailroom/called_house.hpp"

namespace kallad::mail_house::incoming {

TEST(IncomingMail, RecordsAClearYesOfEveryProgramWhenItWasGiven) {
  for (const char* name : {"outlook_accepted.ics", "google_accepted.ics", "apple_accepted.ics",
                           "thunderbird_accepted.ics"}) {
    Called house;
    EXPECT_EQ(house.take(house.mail_with(house.reply(name))), "answer") << name;
    EXPECT_EQ(house.answer(), AnswerKind::attends) << name;
    const Instant given{std::chrono::milliseconds{1'772'442'600'000}};  // 10.10 in Stockholm
    EXPECT_EQ(house.seat().answers.back().given_at, given) << name;
    EXPECT_TRUE(house.open().empty()) << name;
  }
}

TEST(IncomingMail, TakesANoForCannotComeAndExplainsItByLetter) {
  for (const char* name : {"outlook_declined.ics", "google_declined.ics", "apple_declined.ics",
                           "thunderbird_declined.ics"}) {
    Called house;
    house.take(house.mail_with(house.reply(name)));
    EXPECT_EQ(house.answer(), AnswerKind::cannot_come) << name;
    const auto before = letters_to(house.peer, the_mailbox).size();
    house.send(house.peer);
    EXPECT_EQ(letters_to(house.peer, the_mailbox).size(), before + 1) << name;
  }
}

TEST(IncomingMail, ActsOnceOnAMailThatComesTwiceAndAfterAKillBetween) {
  Called house;
  const std::string mail = house.mail_with(house.reply("outlook_accepted.ics"));
  mailroom::IncomingMail killed{house.incoming_house(), {}};
  killed.take(mail, hex(content_digest("mail", mail)));  // and dies before it is kept
  house.take(mail);
  house.take(mail);
  EXPECT_EQ(house.seat().answers.size(), 1U);
}

TEST(IncomingMail, LetsASubstituteNamedByCalendarConfirmByCalendar) {
  Called house;
  EXPECT_EQ(house.take(house.mail_with(house.reply("kontact_delegated.ics"))), "answer");
  ASSERT_EQ(house.seat().chain.size(), 1U);
  EXPECT_EQ(house.seat().chain[0].who.contact, "vik.vikarie@region.example");
  EXPECT_FALSE(house.seat().chain[0].confirmed);
  house.send(house.peer);
  ASSERT_EQ(letters_to(house.peer, "vik.vikarie@region.example").size(), 1U);
  Copy own;
  for (const Copy& copy : house.copies.of_case(CaseId{the_case})) {
    if (copy.wish.kind == WishKind::substitute_link) own = copy;
  }
  ASSERT_TRUE(own.entry);
  const std::string yes =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" +
      own.entry->uid + "\r\nSEQUENCE:" + std::to_string(own.entry->sequence) +
      "\r\nDTSTAMP:20260302T101500Z\r\n"
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:vik.vikarie@region.example\r\n"
      "END:VEVENT\r\nEND:VCALENDAR\r\n";
  EXPECT_EQ(house.take(house.mail_with(yes, "vik.vikarie@region.example")), "answer");
  EXPECT_TRUE(house.seat().chain[0].confirmed);
}

TEST(IncomingMail, MakesSuggestionsOfAllThatIsNotClear) {
  struct Shape {
    const char* file;
    const char* from;
    SuggestionKind kind;
  };
  const Shape shapes[] = {
      {"google_forwarded.ics", "vik.vikarie@region.example", SuggestionKind::someone_else},
      {"outlook_counter.ics", the_mailbox, SuggestionKind::asks_another_time},
      {"google_counter.ics", the_mailbox, SuggestionKind::asks_another_time},
      {"kontact_delegated_elsewhere.ics", the_mailbox, SuggestionKind::unclear},
      {"kontact_delegated_several.ics", the_mailbox, SuggestionKind::unclear},
      {"exchange_no_address.ics", the_mailbox, SuggestionKind::unclear},
      {"outlook_accepted.ics", "spoofed@elsewhere.example", SuggestionKind::someone_else},
  };
  for (const Shape& shape : shapes) {
    Called house;
    EXPECT_EQ(house.take(house.mail_with(house.reply(shape.file), shape.from)), "suggestion")
        << shape.file;
    EXPECT_FALSE(house.answer()) << shape.file;
    ASSERT_EQ(house.open().size(), 1U) << shape.file;
    EXPECT_EQ(house.open()[0].kind, shape.kind) << shape.file;
  }
}

TEST(IncomingMail, ShowsATentativeAndAnOldAnswerAndRecordsNeither) {
  Called house;
  house.take(house.mail_with(house.reply("outlook_tentative.ics")));
  ChangeMeeting moved;
  moved.place = "Rådhuset";
  const std::string old = house.reply("outlook_accepted.ics");
  house.tell(moved);
  house.send(house.peer);
  house.take(house.mail_with(old));
  EXPECT_FALSE(house.answer());
  EXPECT_TRUE(house.open().empty());
  const auto all = house.suggestions.of_case(CaseId{the_case});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].kind, SuggestionKind::tentative);
  EXPECT_EQ(all[1].kind, SuggestionKind::stale);
}

TEST(IncomingMail, KeepsWordsForTheCoordinatorWhateverIdTheyCarry) {
  Called house;
  const std::string token = house.entry().token;
  const std::string text = "\r\n\r\nVi kommer två stycken.\r\n";
  const std::string by_address = "From: a@region.example\r\nTo: svar+" + token +
                                 "@kallad.example\r\nMessage-ID: <1@x>\r\nSubject: Sv" + text;
  const std::string by_reference =
      "From: a@region.example\r\nTo: svar@kallad.example\r\n"
      "In-Reply-To: <" +
      token +
      "@kallad.example>\r\n"
      "Message-ID: <2@x>\r\nSubject: Sv\r\n\r\nVi kommer nog tre.\r\n";
  const std::string away = "From: a@region.example\r\nTo: svar+" + token +
                           "@kallad.example\r\nMessage-ID: <3@x>\r\nAuto-Submitted: auto-replied"
                           "\r\nSubject: Frånvaro" +
                           text;
  const std::string foreign =
      "From: a@b.example\r\nTo: svar@kallad.example\r\nMessage-ID: <4@x>\r\nSubject: Hej" + text;
  EXPECT_EQ(house.take(by_address), "suggestion");
  EXPECT_EQ(house.take(by_reference), "suggestion");
  EXPECT_EQ(house.take(away), "suggestion");
  EXPECT_EQ(house.take(foreign), "unmatched");
  EXPECT_EQ(house.open().size(), 2U) << "somebody away asks nothing of the coordinator";
  EXPECT_NE(house.open()[0].words.find("två stycken"), std::string::npos);
  EXPECT_EQ(house.open()[0].party, reception);
}

/// Of a mail that is too large for us its beginning comes: what was written stands before what is
/// attached.
TEST(IncomingMail, OfAMailThatIsTooLargeKeepsWhatWasWrittenAndSaysSo) {
  Called house;
  const std::string mail =
      "From: a@region.example\r\nTo: svar+" + house.entry().token +
      "@kallad.example\r\nMessage-ID: <1@x>\r\nSubject: Angående mötet\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/mixed; boundary=\"B\"\r\n\r\n"
      "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nVi kan inte, skickar Eva.\r\n"
      "--B\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
      std::string(5000, 'A');
  EXPECT_EQ(house.take(mail, true), "suggestion");
  ASSERT_EQ(house.open().size(), 1U);
  EXPECT_EQ(house.open()[0].words, "Angående mötet\n\nVi kan inte, skickar Eva.\n");
  EXPECT_EQ(house.open()[0].reason, "only_beginning");
}

/// A returned letter, to the address the envelope had.
std::string bounce(const std::string& to, const std::string& action, const std::string& status) {
  return "From: MAILER-DAEMON@relay.example\r\nTo: " + to +
         "\r\nSubject: Undelivered\r\nMessage-Id: <b@relay.example>\r\nMIME-Version: 1.0\r\n"
         "Content-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\r\n\r\n"
         "--B\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--B\r\n"
         "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.example\r\n\r\n"
         "Final-Recipient: rfc822; " +
         std::string{the_mailbox} + "\r\nAction: " + action + "\r\nStatus: " + status +
         "\r\n\r\n--B--\r\n";
}

TEST(IncomingMail, CountsABounceOnlyWithOurToken) {
  Called house;
  EXPECT_EQ(house.take(bounce("svar@kallad.example", "failed", "5.1.1")), "unmatched");
  house.send(house.peer);
  EXPECT_EQ(house.seat().state, SeatState::sent);
  const std::string token = house.entry().token;
  EXPECT_EQ(house.take(bounce("svar+" + token + "@kallad.example", "failed", "5.1.1")), "bounce");
  house.send(house.peer);
  EXPECT_EQ(house.seat().state, SeatState::delivery_failed);
}

TEST(IncomingMail, ProvesDeliveryByAReport) {
  Called house;
  const std::string token = house.entry().token;
  EXPECT_EQ(house.take(bounce("svar+" + token + "@kallad.example", "delivered", "2.0.0")),
            "delivery");
  house.send(house.peer);
  EXPECT_EQ(house.seat().reach, Reach::proven);
}

TEST(IncomingMail, EmptiesARealBoxAndLeavesWhatIsNotOurs) {
  Called house;
  const post_test::ImapPeer peer;
  peer.deliver(house.mail_with(house.reply("outlook_accepted.ics")));
  peer.deliver(
      "From: a@b.example\r\nTo: svar@kallad.example\r\nMessage-ID: <4@x>\r\n"
      "Subject: Hej\r\n\r\nhej\r\n");
  post::InboxSettings box;
  box.server = peer.settings(post::Security::tls);
  mailroom::IncomingMail incoming{house.incoming_house(), box};
  incoming.round();
  EXPECT_EQ(incoming.counters().trouble, "");
  EXPECT_EQ(house.answer(), AnswerKind::attends);
  EXPECT_EQ(peer.mails("Kallad").size(), 1U);
  EXPECT_EQ(peer.mails("INBOX").size(), 1U);
  incoming.round();
  EXPECT_EQ(house.seat().answers.size(), 1U);
}

}  // namespace kallad::mail_house::incoming
