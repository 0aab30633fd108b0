// What is sent to whom, in a case told through the real engine: each kind while it is needed, and
// why nothing is sent when it is not. Not of the words (golden_test.cpp).
#include "adapters/letter/compose.hpp"

#include <gtest/gtest.h>

#include "engine/spine/table.hpp"
#include "tests/adapters/letter/letters_house.hpp"

namespace kallad::letter::compose_test {
namespace {

using letters_house::has;
using letters_house::House;
using links::anna;
using links::answer;
using links::coordinator;
using links::march;
using links::staff;
using links::the_reception;
using support::adults;
using support::reception;

const std::string reception_mailbox = reception.text + "@example.se";
const std::string adults_mailbox = adults.text + "@example.se";

std::string to(const Letter& letter) {
  std::string all;
  for (const Recipient& one : letter.recipients) {
    all += std::string{table::state_id(one.kind)} + ":" + one.address + ";";
  }
  return all;
}

// --- the letter ---------------------------------------------------------------------------------

TEST(LetterCompose, AKallelseSaysWhenWhereByWhenAndWhoCalls) {
  House house;
  const Letter letter = house.letter(WishKind::summons, the_reception);
  EXPECT_EQ(to(letter), "mailbox:" + reception_mailbox + ";");
  EXPECT_EQ(letter.subject, "Kallelse till SIP-möte fredag den 20 mars 2026, ärende sip-2026-17");
  for (const char* said :
       {"När: fredag den 20 mars 2026 kl. 13.00\n", "Var: Rådhuset, rum 4\n",
        "Anslut till mötet digitalt:\nhttps://mote.example.se/17\n",
        "Bekräfta senast onsdag den 4 mars 2026", "Svara senast måndag den 9 mars 2026.",
        "Från: helsingborg/vuxen\n", "Till: region/psykosmottagning\n",
        "ska komma eller skicka en ersättare", "utse en ersättare"}) {
    EXPECT_TRUE(has(letter.text, said)) << said;
  }
  EXPECT_TRUE(has(letter.text, letter.link));
  EXPECT_TRUE(has(letter.link, "/s/"));
  EXPECT_EQ(letter.reply_to, adults_mailbox);
  for (const char* kept : {"Anna", "Exempel", "Samordna stödet", "Vem gör vad", "nästa steg",
                           "Stöd i vardagen", "1212", "Siv"}) {
    EXPECT_FALSE(has(letter.subject + letter.text + letter.html, kept)) << kept;
  }
}

TEST(LetterCompose, TheSenderIsOneLineHoweverTheUnitIsNamed) {
  House house;
  const Ground standing = house.ground();
  Register known = standing.known;
  known.units.at(adults).name = "Vuxen\nBcc: x@example.se";
  const Ground ground{known, standing.routines, standing.calendar, {}};
  const auto made = letter::compose(house.file(), {WishKind::summons, 1, the_reception},
                                    house.from(ground), Language::swedish, house.now);
  EXPECT_EQ(boost::variant2::get<Letter>(made).sender, "Vuxen Bcc: x@example.se");
}

TEST(LetterCompose, IsInTheLanguageAskedFor) {
  House house;
  const auto made =
      house.compose_of(house.file(), {WishKind::summons, 1, the_reception}, Language::english);
  const Letter& letter = boost::variant2::get<Letter>(made);
  EXPECT_EQ(letter.subject, "Summons to SIP meeting Friday 20 March 2026, case sip-2026-17");
  EXPECT_TRUE(has(letter.text, "at 13:00"));
  EXPECT_TRUE(has(letter.html, "<html lang=\"en\">"));
}

TEST(LetterCompose, AnInvitedPartyIsNotToldOfADuty) {
  House house;
  const Letter letter = house.letter(WishKind::summons, party_of(support::police));
  EXPECT_TRUE(has(letter.text, "Det här är en inbjudan"));
  EXPECT_FALSE(has(letter.text, "brist"));
  EXPECT_FALSE(has(letter.text, "Svara senast"));
}

TEST(LetterCompose, UsesTheCouncilsOwnText) {
  House house;
  const auto why =
      house.texts.put(support::council, "summons", Language::swedish,
                      "Vår {{case_number}}\n\n{{sender_unit}}\n[Svara]({{answer_link}})\n");
  ASSERT_TRUE(why.empty());
  EXPECT_EQ(house.letter(WishKind::summons, the_reception).subject, "Vår sip-2026-17");
}

TEST(LetterCompose, WithProtectedIdentityThePlaceStandsOnlyBehindTheLink) {
  House house;
  CaseFile file = house.file();
  file.running.person.protection = Protection::secrecy_mark;
  const auto made = house.compose_of(file, {WishKind::summons, 1, the_reception});
  const Letter& letter = boost::variant2::get<Letter>(made);
  EXPECT_FALSE(has(letter.text + letter.html, "Rådhuset"));
  EXPECT_FALSE(has(letter.text + letter.html, "mote.example.se"));
  EXPECT_TRUE(has(letter.text, "Plats eller länk till mötet står på svarssidan."));
}

// --- to whom ------------------------------------------------------------------------------------

TEST(LetterCompose, TheLadderClimbsFromWhoAnswersToTheMailboxToTheHead) {
  House house;
  house.addresses[the_reception] = "lena@region.example.se";
  EXPECT_EQ(to(house.letter(WishKind::reminder_to_recipient, the_reception)),
            "party:lena@region.example.se;");
  EXPECT_EQ(to(house.letter(WishKind::reminder_to_mailbox, the_reception)),
            "mailbox:" + reception_mailbox + ";");
  EXPECT_EQ(to(house.letter(WishKind::reminder_to_head, the_reception)),
            "mailbox:" + reception_mailbox + ";")
      << "no contact of the head is registered";
}

TEST(LetterCompose, ADeputyGetsTheHeadsLetterWhileTheHeadIsAway) {
  House house;
  Register known = house.ground().known;
  Unit& unit = known.units.at(reception);
  unit.head_contact = "Eva Chef <eva@region.example.se>";
  unit.deputies = {"Bo Biträdande <bo@region.example.se>", "042-10 50 00"};
  const Ground standing{known, house.ground().routines, support::sweden(), {}};
  const CaseFile file = house.file();
  const Wish wish{WishKind::reminder_to_head, 1, the_reception};
  Instant at = house.now;
  const auto who = [&] { return recipients_of(file, wish, house.from(standing), at); };
  EXPECT_EQ(who(), (std::vector<Recipient>{{RecipientKind::head, "eva@region.example.se"}}));
  const Date today = support::sweden().zone().day_of(at);
  known.head_absences[reception] = {today, today};
  EXPECT_EQ(who(), (std::vector<Recipient>{{RecipientKind::deputy, "bo@region.example.se"}}));
  at = support::sweden().zone().end_of(today) + std::chrono::seconds{1};
  EXPECT_EQ(who(), (std::vector<Recipient>{{RecipientKind::head, "eva@region.example.se"}}))
      << "the day after, at midnight";
  at = house.now;
  unit.deputies = {"042-10 50 00"};
  EXPECT_EQ(who(), (std::vector<Recipient>{{RecipientKind::mailbox, reception_mailbox}}));
}

TEST(LetterCompose, ALetterIsInTheLanguageOfTheUnitItGoesTo) {
  House house;
  const CaseFile file = house.file();
  Register known = house.ground().known;
  const auto language = [&](WishKind kind) {
    return language_for(file, {kind, 1, the_reception}, known);
  };
  EXPECT_EQ(language(WishKind::summons), Language::swedish);
  known.units.at(reception).language = "en";
  EXPECT_EQ(language(WishKind::summons), Language::english);
  EXPECT_EQ(language(WishKind::reminder_to_head), Language::english);
  EXPECT_EQ(language(WishKind::no_answer_to_coordinator), Language::swedish) << "another unit's";
  known.units.at(file.running.coordinator.unit).language = "en";
  EXPECT_EQ(language(WishKind::no_answer_to_coordinator), Language::english);
}

TEST(LetterCompose, OtherChannelsAreForWhoHasNoMailAddress) {
  const Channels all{.sms = true, .sdk = true};
  EXPECT_EQ(address_in("Eva <eva@example.se>", all), "eva@example.se");
  for (const char* number :
       {"070-123 45 67", "0046 70 123 45 67", "+46 (70) 123 45 67", " 0701234567 ", "070.1234567"})
    EXPECT_EQ(address_in(number, all), "tel:+46701234567") << number;
  EXPECT_EQ(address_in("+47 912 34 567", all), "tel:+4791234567");
  for (const char* none : {"042-10 50 00", "070-123 45 67 (växel)", "0701", "070-123 45 678",
                           "12345678", "070-123 45 67, 070-123 45 68", "sdk:", "sdk:a b", ""})
    EXPECT_EQ(address_in(none, all), "") << none;
  EXPECT_EQ(address_in("sdk:0203:2120001234-social", all), "sdk:0203:2120001234-social");
  EXPECT_EQ(address_in("070-123 45 67", {}), "");
  EXPECT_EQ(address_in("sdk:0203:2120001234-social", {.sms = true}), "");
}

TEST(LetterCompose, ReadsAnAddressAndNothingElseOutOfAContact) {
  EXPECT_EQ(mail_address_in(" Eva <eva@example.se> "), "eva@example.se");
  EXPECT_EQ(mail_address_in("eva.chef+sip@kommun.example.se"), "eva.chef+sip@kommun.example.se");
  for (const char* none :
       {"", "042-10 50 00", "a@b", "a@.se", "a@b..se", "a b@example.se",
        "a@example.se, b@example.se", "a@x.se <b@x.se>", "<a@example.se",
        "a@example.se\r\nBcc: b@example.se", "a@exa\u202Emple.se", "@example.se"}) {
    EXPECT_EQ(mail_address_in(none), "") << none;
  }
}

TEST(LetterCompose, WithoutAnAddressTheCoordinatorIsTold) {
  House house;
  EXPECT_EQ(house.none(WishKind::summons, anna),
            (NothingToSend{NoLetter::no_address, CoordinatorFact::summons_undelivered}));
  house.addresses[anna] = "anna@example.se";
  const Letter letter = house.letter(WishKind::summons, anna);
  EXPECT_EQ(to(letter), "party:anna@example.se;");
  EXPECT_FALSE(has(letter.text, "Till:"));
}

// --- answers ------------------------------------------------------------------------------------

TEST(LetterCompose, IsQuietAfterAnAnswer) {
  House house;
  house.letter(WishKind::reminder_to_recipient, the_reception);
  house.tell(staff(reception), answer(the_reception, AnswerKind::attends));
  for (const WishKind kind : {WishKind::reminder_to_recipient, WishKind::reminder_to_mailbox,
                              WishKind::reminder_to_head, WishKind::no_answer_to_coordinator}) {
    EXPECT_EQ(house.none(kind, the_reception).why, NoLetter::already_answered);
  }
  EXPECT_TRUE(has(house.letter(WishKind::answer_confirmed, the_reception).text, "Svar: kommer\n"));
  EXPECT_EQ(house.none(WishKind::decline_explained, the_reception).why, NoLetter::already_answered);
}

TEST(LetterCompose, ExplainsADeclineWhileItStands) {
  House house;
  house.tell(staff(reception), answer(the_reception, AnswerKind::cannot_come));
  const Letter letter = house.letter(WishKind::decline_explained, the_reception);
  EXPECT_TRUE(has(letter.text, "kan inte komma och skickar ingen ersättare"));
  EXPECT_TRUE(has(letter.text, "Svara senast måndag den 9 mars 2026."));
  EXPECT_EQ(house.none(WishKind::answer_confirmed, the_reception).why, NoLetter::replaced);
  house.name_substitute("Sara Skift", staff(reception));
  EXPECT_EQ(house.none(WishKind::decline_explained, the_reception).why, NoLetter::already_answered);
}

NameSubstitute naming(const std::string& name, const std::string& contact) {
  NameSubstitute said = links::naming(the_reception, name);
  said.substitute.contact = contact;
  return said;
}

TEST(LetterCompose, ASubstituteGetsTheOwnLinkOnce) {
  House house;
  house.tell(staff(reception), naming("Sara Skift", "sara@example.se"));
  const Letter letter = house.letter(WishKind::substitute_link, the_reception);
  EXPECT_EQ(to(letter), "substitute:sara@example.se;");
  EXPECT_NE(letter.link, house.letter(WishKind::answer_confirmed, the_reception).link);
  EXPECT_FALSE(has(letter.text, "Sara"));
  house.confirm("Sara Skift");
  EXPECT_EQ(house.none(WishKind::substitute_link, the_reception).why, NoLetter::already_answered);
}

TEST(LetterCompose, ASubstituteWithoutAMailAddressIsAskedByTheCoordinator) {
  House house;
  house.tell(staff(reception), naming("Sara Skift", "070-123 45 67"));
  EXPECT_EQ(house.none(WishKind::substitute_link, the_reception),
            (NothingToSend{NoLetter::no_address, CoordinatorFact::letter_undelivered}));
}

DeclineSubstitution no_thanks() {
  DeclineSubstitution said;
  said.party = the_reception;
  return said;
}

TEST(LetterCompose, WhoNamedTheSubstituteThatSaysNoHearsOfIt) {
  House house;
  house.tell(staff(reception), naming("Sara Skift", "sara@example.se"));
  house.tell(links::substitute("Sara Skift"), no_thanks());
  const Letter first = house.letter(WishKind::decline_explained, the_reception);
  EXPECT_EQ(to(first), "mailbox:" + reception_mailbox + ";");
  EXPECT_TRUE(has(first.text, "Just nu finns ingen ersättare"));
  house.tell(staff(reception), naming("Sara Skift", "sara@example.se"));
  house.confirm("Sara Skift");
  house.tell(links::substitute("Sara Skift"), naming("Omar Ordning", "omar@example.se"));
  EXPECT_EQ(to(house.letter(WishKind::substitute_link, the_reception)),
            "substitute:omar@example.se;");
  house.tell(links::substitute("Omar Ordning"), no_thanks());
  const Letter second = house.letter(WishKind::decline_explained, the_reception);
  EXPECT_EQ(to(second), "substitute:sara@example.se;") << "the duty is hers";
  EXPECT_NE(second.link, first.link);
}

// --- what has lost its point --------------------------------------------------------------------

TEST(LetterCompose, NothingIsSharedOnceConsentIsWithdrawn) {
  House house;
  house.tell({Role::person, {}, "Anna Exempel"}, WithdrawConsent{"Anna Exempel", Capacity::person});
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<WishKind>>([&](auto kind) {
    if (is_to_coordinator(kind.value) || kind.value == WishKind::stop_letters) return;
    if (takes_back(kind.value)) return;
    EXPECT_EQ(house.none(kind.value, the_reception).why, NoLetter::consent_withdrawn) << kind.name;
  });
  const Letter letter = house.letter(WishKind::demand_to_coordinator, {}, 0);
  EXPECT_EQ(to(letter), "coordinator:" + adults_mailbox + ";");
  EXPECT_TRUE(has(letter.link, "/cases/sip-2026-17"));
  EXPECT_FALSE(has(letter.text, "samtycke"));
}

TEST(LetterCompose, ThatNobodyNeedComeIsSaidWithoutConsentToo) {
  House house;
  EXPECT_EQ(house.none(WishKind::cancellation, the_reception).why, NoLetter::already_done);
  house.tell(coordinator, CancelMeeting{"Sjukdom"});
  house.tell({Role::person, {}, "Anna Exempel"}, WithdrawConsent{"Anna Exempel", Capacity::person});
  const Letter letter = house.letter(WishKind::cancellation, the_reception);
  EXPECT_TRUE(has(letter.text, "SIP-möte fredag den 20 mars 2026 kl. 13.00 är inställt."));
  EXPECT_FALSE(has(letter.text, "Sjukdom"));
  EXPECT_EQ(letter.link, "");
  EXPECT_EQ(house.none(WishKind::cancellation, anna),
            (NothingToSend{NoLetter::no_address, CoordinatorFact::letter_undelivered}));
  house.until(march(20, 13));
  EXPECT_EQ(house.none(WishKind::cancellation, the_reception).why, NoLetter::meeting_begun);
}

TEST(LetterCompose, WhoHasLeftHearsThatTheMeetingIsNotTheirsAndNotThatItIsCancelled) {
  House house;
  house.tell(coordinator, RemoveParty{the_reception, "Fel enhet"});
  const Letter letter = house.letter(WishKind::cancellation, the_reception);
  EXPECT_TRUE(letter.subject.starts_with("Gäller inte dig längre: SIP-möte fredag den 20 mars"))
      << letter.subject;
  EXPECT_TRUE(has(letter.text, "Du är inte längre part i ärendet"));
  EXPECT_FALSE(has(letter.text, "inställt"));
  EXPECT_FALSE(has(letter.text, "Fel enhet"));
  EXPECT_EQ(house.none(WishKind::cancellation, party_of(adults)).why, NoLetter::already_done);
  house.tell(coordinator, CancelMeeting{"Sjukdom"});
  EXPECT_TRUE(has(house.letter(WishKind::cancellation, party_of(adults)).text, "är inställt"));
  EXPECT_TRUE(has(house.letter(WishKind::cancellation, the_reception).text, "inte längre part"));
}

TEST(LetterCompose, TellsTheWholeChainThatTheMovedMeetingIsNotTheirs) {
  House house;
  house.tell(staff(reception), naming("Sara Skift", "sara@example.se"));
  house.confirm("Sara Skift");
  house.tell(links::substitute("Sara Skift"), naming("Omar Ordning", "omar@example.se"));
  EXPECT_EQ(house.none(WishKind::substitute_released, the_reception).why, NoLetter::no_seat)
      << "nothing has been moved";
  ChangeMeeting moved;
  moved.starts = march(24, 9);
  house.tell(coordinator, moved);
  house.tell({Role::person, {}, "Anna Exempel"}, WithdrawConsent{"Anna Exempel", Capacity::person});
  const Letter letter = house.letter(WishKind::substitute_released, the_reception);
  EXPECT_EQ(to(letter), "substitute:sara@example.se;substitute:omar@example.se;");
  EXPECT_EQ(letter.link, "") << "the party's own link is not theirs";
  EXPECT_FALSE(has(letter.text, "24 mars"));
  EXPECT_EQ(house.none(WishKind::substitute_released, party_of(adults)).why, NoLetter::no_seat);
  house.until(march(24, 9));
  EXPECT_EQ(house.none(WishKind::substitute_released, the_reception).why, NoLetter::meeting_begun);
}

TEST(LetterCompose, OfASubstituteWithoutMailTheCoordinatorHearsThatTheMeetingIsMoved) {
  House house;
  house.tell(staff(reception), naming("Sara Skift", "042-10 00 00"));
  ChangeMeeting moved;
  moved.starts = march(24, 9);
  house.tell(coordinator, moved);
  EXPECT_EQ(house.none(WishKind::substitute_released, the_reception),
            (NothingToSend{NoLetter::no_address, CoordinatorFact::letter_undelivered}));
}

TEST(LetterCompose, AKallelseThatIsTooLateIsToldAsUndelivered) {
  House house;
  house.until(march(20, 13));
  EXPECT_EQ(house.none(WishKind::summons, the_reception),
            (NothingToSend{NoLetter::meeting_begun, CoordinatorFact::summons_undelivered}));
  EXPECT_EQ(house.none(WishKind::reminder_to_head, the_reception),
            (NothingToSend{NoLetter::meeting_begun, CoordinatorFact::none}));
}

TEST(LetterCompose, AfterACancelledMeetingOnlyTheCancellationIsSent) {
  House house;
  house.tell(coordinator, CancelMeeting{"Sjukdom"});
  for (const WishKind kind : {WishKind::summons, WishKind::reminder_to_head,
                              WishKind::answer_confirmed, WishKind::decline_explained}) {
    EXPECT_EQ(house.none(kind, the_reception),
              (NothingToSend{NoLetter::meeting_cancelled, CoordinatorFact::none}));
  }
}

TEST(LetterCompose, TellsTheCoordinatorWhatIsStillOpen) {
  House house;
  house.until(march(10));
  constexpr auto silence = WishKind::no_answer_to_coordinator;
  EXPECT_TRUE(has(house.letter(silence, the_reception).text,
                  "ingen har sagt att någon från parten kommer"));
  house.tell(staff(reception), answer(the_reception, AnswerKind::sends_substitute));
  EXPECT_TRUE(has(house.letter(silence, the_reception).text,
                  "ska skicka en ersättare, men ingen är utsedd"));
  house.name_substitute("Sara Skift", staff(reception));
  EXPECT_EQ(house.none(silence, the_reception).why, NoLetter::already_answered);
  house.until(march(23, 10));
  house.letter(WishKind::attendance_reminder, {});
  EXPECT_EQ(house.none(WishKind::draft_to_coordinator, the_reception, 9).why, NoLetter::no_seat);
  EXPECT_EQ(house.none(WishKind::stop_letters, {}).why, NoLetter::not_a_letter);
}

TEST(LetterCompose, SaysThatAKallelseHasNotArrived) {
  House house;
  RecordDelivery report;
  report.party = the_reception;
  report.report = DeliveryReport::failed;
  house.tell({Role::mail, {}, ""}, report);
  EXPECT_TRUE(has(house.letter(WishKind::demand_to_coordinator, the_reception).text,
                  "En kallelse har inte kommit fram."));
}

TEST(LetterCompose, OfAPartyOrAMeetingTheCaseDoesNotKnowNothingIsSent) {
  House house;
  EXPECT_EQ(house.none(WishKind::summons, PartyId{"okand"}).why, NoLetter::no_seat);
  EXPECT_EQ(house.none(WishKind::cancellation, the_reception, 7).why, NoLetter::no_seat);
  EXPECT_EQ(house.none(WishKind::attendance_reminder, {}, 7).why, NoLetter::no_seat);
}

}  // namespace
}  // namespace kallad::letter::compose_test
