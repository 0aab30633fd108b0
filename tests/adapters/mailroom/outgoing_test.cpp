// The outbox emptied to a real SMTP server: each letter once, what became of it on the seat.
// Not what letters say (tests/adapters/letter) and not how SMTP is spoken (tests/adapters/post).
#include <gtest/gtest.h>

#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mail_house::outgoing {

using mailroom::Copy;
using mailroom::CopyState;
using post_test::SmtpPeer;
using std::chrono::hours;
using std::chrono::minutes;

/// The text/calendar part of a letter, as another program reads it; empty where there is none.
std::string calendar_in(const std::string& bytes) {
  std::string found;
  const std::function<void(const json&)> look = [&](const json& part) {
    if (part["type"] == "text/calendar") found = part["content"];
    if (part.contains("parts")) {
      for (const json& each : part["parts"]) look(each);
    }
  };
  look(post_test::read_by_python(bytes)["body"]);
  return found;
}

/// The value of a line of a calendar.
std::string value_in(const std::string& calendar, const std::string& name) {
  const auto at = calendar.find("\n" + name + ":");
  if (at == std::string::npos) return {};
  const auto begin = at + name.size() + 2;
  return calendar.substr(begin, calendar.find('\r', begin) - begin);
}

TEST(OutgoingMail, CallsEachPartyOnceWithACalendarEntryAndTellsTheSeat) {
  const SmtpPeer peer;
  MailHouse house;
  const auto counted = house.send(peer);
  EXPECT_EQ(counted.accepted, 3U);
  EXPECT_EQ(house.waiting(), 0U);
  EXPECT_TRUE(house.seat().accepted) << "the seat knows that the letter was taken";
  const auto letters = letters_to(peer, psykos);
  ASSERT_EQ(letters.size(), 1U);
  const std::string calendar = calendar_in(letters[0]);
  EXPECT_NE(calendar.find("METHOD:REQUEST"), std::string::npos);
  EXPECT_NE(calendar.find("CLASS:PRIVATE"), std::string::npos);
  EXPECT_EQ(letters[0].find("Karin"), std::string::npos);
  house.send(peer);
  EXPECT_EQ(peer.letters().size(), 3U) << "nothing is sent twice";
}

TEST(OutgoingMail, SendsNothingAgainThatWasTakenBeforeTheProgramDied) {
  const SmtpPeer peer;
  MailHouse house;
  for (const OutboxItem& item : house.desk().outbox(10)) {
    const Wish wish = wish_of(item.row);
    const Copy copy = house.copies.keep({.key = item.key,
                                         .of_case = CaseId{the_case},
                                         .wish = wish,
                                         .version = 1,
                                         .address = "someone@skane.example",
                                         .token = "t" + std::to_string(item.key.number),
                                         .made_at = house.clock.now});
    house.copies.note(
        copy.number,
        {CopyState::accepted, house.clock.now, {}, "250", mailroom::SeatReport::accepted});
  }
  house.send(peer);
  EXPECT_TRUE(peer.letters().empty());
  EXPECT_EQ(house.waiting(), 0U);
  EXPECT_TRUE(house.seat().accepted) << "what was not yet said to the seat is said now";
}

TEST(OutgoingMail, MarksAnAddressThatIsNoGoodAndNeverTheParty) {
  const SmtpPeer peer;
  MailHouse house{"no.one@skane.example"};
  house.send(peer);
  EXPECT_EQ(house.seat().state, SeatState::delivery_failed);
  house.send(peer);
  EXPECT_EQ(house.waiting(), 0U);
  EXPECT_EQ(letters_to(peer, "vuxen@helsingborg.example").size(), 2U) << "its coordinator hears";
  const UnitId unit{"region/psykosmottagning-helsingborg"};
  ASSERT_TRUE(house.ledger().known.mailbox_checks.contains(unit));
  EXPECT_TRUE(house.ledger().known.mailbox_checks.at(unit).bounced);
  EXPECT_TRUE(house.case_file().deficiencies.empty());
}

TEST(OutgoingMail, TriesAgainWhatIsRefusedForNowAndGivesUpAfterFiveDays) {
  const SmtpPeer peer;
  MailHouse house{"later.on@skane.example"};
  EXPECT_EQ(house.send(peer).put_off, 1U);
  EXPECT_EQ(house.waiting(), 1U);
  EXPECT_EQ(house.send(peer).put_off, 0U) << "not before its pause is over";
  house.clock.now += minutes{6};
  EXPECT_EQ(house.send(peer).put_off, 1U);
  EXPECT_EQ(house.seat().state, SeatState::sent);
  house.clock.now += hours{5 * 24};
  EXPECT_EQ(house.send(peer).failed, 1U);
  EXPECT_EQ(house.seat().state, SeatState::delivery_failed);
}

TEST(OutgoingMail, LosesNothingWhileTheRelayIsGone) {
  SmtpPeer peer;
  MailHouse house;
  peer.stop();
  const auto counted = house.send(peer);
  EXPECT_FALSE(counted.trouble.empty());
  EXPECT_EQ(house.waiting(), 3U);
  EXPECT_EQ(house.seat().state, SeatState::sent) << "nobody's fault";
  peer.start();
  house.clock.now += minutes{2};
  EXPECT_EQ(house.send(peer).accepted, 3U);
}

TEST(OutgoingMail, AsksTheCoordinatorsWillFirst) {
  const SmtpPeer peer;
  MailHouse house;
  const mailroom::LetterName letter{CaseId{the_case}, {WishKind::summons, 1, reception}, 1};
  house.wills.hold({letter, house.clock.now + hours{2}, "Siv Samordnare", "ringer först", {}});
  house.send(peer);
  EXPECT_TRUE(letters_to(peer, psykos).empty());
  EXPECT_EQ(house.waiting(), 1U);
  house.clock.now += hours{3};
  house.send(peer);
  EXPECT_EQ(letters_to(peer, psykos).size(), 1U);
  house.wills.ask({CaseId{the_case}, letter.wish, "Siv Samordnare", house.clock.now});
  house.send(peer);
  EXPECT_EQ(letters_to(peer, psykos).size(), 2U) << "asked for, it is sent once more";
  house.send(peer);
  EXPECT_EQ(letters_to(peer, psykos).size(), 2U);
}

TEST(OutgoingMail, SendsNothingThatTheCoordinatorStopped) {
  const SmtpPeer peer;
  MailHouse house;
  const mailroom::LetterName letter{CaseId{the_case}, {WishKind::summons, 1, reception}, 1};
  house.wills.hold({letter, std::nullopt, "Siv Samordnare", "kallad muntligt", house.clock.now});
  house.send(peer);
  EXPECT_TRUE(letters_to(peer, psykos).empty());
  EXPECT_EQ(house.waiting(), 0U);
}

TEST(OutgoingMail, SendsAnEntryAlsoOfWhatIsCalledBetweenTwoSeconds) {
  const SmtpPeer peer;
  MailHouse house;
  house.clock.now += std::chrono::milliseconds{347};
  ChangeMeeting moved;
  moved.starts = LocalTime{std::chrono::local_days{std::chrono::year{2026} / 3 / 24} + hours{9}};
  house.tell(moved);
  house.send(peer);
  house.clock.now += std::chrono::milliseconds{1'500};
  house.tell(CancelMeeting{"Lokalen brann"});
  house.send(peer);
  const auto letters = letters_to(peer, psykos);
  ASSERT_EQ(letters.size(), 2U);
  EXPECT_NE(calendar_in(letters[0]).find("METHOD:REQUEST"), std::string::npos);
  EXPECT_NE(calendar_in(letters[0]).find("DTSTAMP:20260302T090000Z"), std::string::npos);
  EXPECT_NE(calendar_in(letters[1]).find("METHOD:CANCEL"), std::string::npos);
}

TEST(OutgoingMail, SaysAChangeAndACancellationToTheSameEntry) {
  const SmtpPeer peer;
  MailHouse house;
  house.send(peer);
  ChangeMeeting moved;
  moved.starts = LocalTime{std::chrono::local_days{std::chrono::year{2026} / 3 / 24} + hours{9}};
  house.tell(moved);
  house.send(peer);
  house.tell(CancelMeeting{"Lokalen brann"});
  house.send(peer);
  const auto letters = letters_to(peer, psykos);
  ASSERT_EQ(letters.size(), 3U);
  std::vector<std::string> entries;
  for (const std::string& each : letters) entries.push_back(calendar_in(each));
  EXPECT_NE(entries[2].find("METHOD:CANCEL"), std::string::npos) << entries[2];
  EXPECT_EQ(value_in(entries[0], "UID"), value_in(entries[1], "UID"));
  EXPECT_EQ(value_in(entries[0], "UID"), value_in(entries[2], "UID"));
  EXPECT_LT(std::stoi(value_in(entries[0], "SEQUENCE")),
            std::stoi(value_in(entries[1], "SEQUENCE")));
  EXPECT_LT(std::stoi(value_in(entries[1], "SEQUENCE")),
            std::stoi(value_in(entries[2], "SEQUENCE")));
  EXPECT_NE(letters[1].find("\nIn-Reply-To: <"), std::string::npos) << "one thread";
}

TEST(OutgoingMail, CancelsTheEntryOfTheSubstituteToo) {
  const SmtpPeer peer;
  MailHouse house;
  NameSubstitute naming;
  naming.party = reception;
  naming.substitute = {"Vera Vikarie", "kurator", "vera@skane.example", Mandate::yes, true, {}};
  house.tell(naming);
  house.send(peer);
  house.tell(CancelMeeting{"Lokalen brann"});
  house.send(peer);
  const auto letters = letters_to(peer, "vera@skane.example");
  ASSERT_EQ(letters.size(), 2U);
  const std::string asked = calendar_in(letters[0]);
  const std::string cancelled = calendar_in(letters[1]);
  EXPECT_NE(cancelled.find("METHOD:CANCEL"), std::string::npos);
  EXPECT_EQ(value_in(asked, "UID"), value_in(cancelled, "UID"));
  EXPECT_LT(std::stoi(value_in(asked, "SEQUENCE")), std::stoi(value_in(cancelled, "SEQUENCE")));
  EXPECT_NE(value_in(asked, "UID"), value_in(calendar_in(letters_to(peer, psykos)[0]), "UID"));
}

TEST(OutgoingMail, TakesTheMeetingOutOfTheCalendarOfWhoeverIsReplaced) {
  const SmtpPeer peer;
  MailHouse house;
  const auto name = [&](const char* who, const char* contact) {
    NameSubstitute naming;
    naming.party = reception;
    naming.substitute = {who, "kurator", contact, Mandate::yes, true, {}};
    house.tell(naming);
    house.send(peer);
  };
  name("Vera Vikarie", "vera@skane.example");
  name("Vidar Vikarie", "vidar@skane.example");
  const auto to_vera = letters_to(peer, "vera@skane.example");
  ASSERT_EQ(to_vera.size(), 2U);
  const std::string cancelled = calendar_in(to_vera[1]);
  EXPECT_NE(cancelled.find("METHOD:CANCEL"), std::string::npos) << cancelled;
  EXPECT_EQ(value_in(calendar_in(to_vera[0]), "UID"), value_in(cancelled, "UID"));
  EXPECT_EQ(letters_to(peer, "vidar@skane.example").size(), 1U);
  AnswerSummons comes;
  comes.party = reception;
  comes.answer = AnswerKind::attends;
  house.tell(comes);
  house.send(peer);
  const auto to_vidar = letters_to(peer, "vidar@skane.example");
  ASSERT_EQ(to_vidar.size(), 2U);
  EXPECT_NE(calendar_in(to_vidar[1]).find("METHOD:CANCEL"), std::string::npos);
}

TEST(OutgoingMail, TakesTheMovedMeetingOutOfTheSubstitutesCalendar) {
  const SmtpPeer peer;
  MailHouse house;
  NameSubstitute naming;
  naming.party = reception;
  naming.substitute = {"Vera Vikarie", "kurator", "vera@skane.example", Mandate::yes, true, {}};
  house.tell(naming);
  house.send(peer);
  ChangeMeeting moved;
  moved.starts = LocalTime{std::chrono::local_days{std::chrono::year{2026} / 3 / 24} + hours{9}};
  house.tell(moved);
  house.send(peer);
  house.tell(naming);
  house.send(peer);
  std::vector<std::string> entries;
  for (const std::string& each : letters_to(peer, "vera@skane.example")) {
    entries.push_back(calendar_in(each));
  }
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_NE(entries[1].find("METHOD:CANCEL"), std::string::npos) << entries[1];
  EXPECT_EQ(value_in(entries[0], "UID"), value_in(entries[1], "UID"));
  EXPECT_LT(std::stoi(value_in(entries[0], "SEQUENCE")),
            std::stoi(value_in(entries[1], "SEQUENCE")));
  const std::string old_start = "DTSTART;TZID=Europe/Stockholm:20260320T130000";
  EXPECT_NE(entries[0].find(old_start), std::string::npos);
  EXPECT_NE(entries[1].find(old_start), std::string::npos) << "what is cancelled is the old time";
  EXPECT_NE(entries[2].find("METHOD:REQUEST"), std::string::npos);
  EXPECT_NE(value_in(entries[0], "UID"), value_in(entries[2], "UID"));
  const std::string party = calendar_in(letters_to(peer, psykos)[1]);
  EXPECT_NE(party.find("METHOD:REQUEST"), std::string::npos) << "the party's own entry is moved";
}

TEST(OutgoingMail, SendsNoSummonsOnceConsentIsWithdrawn) {
  const SmtpPeer peer;
  MailHouse house;
  house.tell(WithdrawConsent{"Karin Påhittad", Capacity::person});
  house.send(peer);
  EXPECT_TRUE(letters_to(peer, psykos).empty());
}

}  // namespace kallad::mail_house::outgoing
