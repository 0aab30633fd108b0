// Whom a summons goes to, by when each must answer, and what the coordinator is warned about.
// Not whether it may be sent: that is the case's. Rules kept: rulings "Declining and deadlines",
// "Consent".
#include "tests/engine/meeting/table.hpp"

namespace kallad::meeting {
namespace {

Party unit(const PartyId& id, const char* principal, Calling calling = Calling::summoned) {
  Party party;
  party.id = id;
  party.kind = PartyKind::unit;
  party.calling = calling;
  party.unit = unit_of(id);
  party.principal = PrincipalId{principal};
  return party;
}

Party person() {
  Party party;
  party.id = anna;
  party.kind = PartyKind::person;
  return party;
}

struct Wished {
  Calendar calendar{stockholm()};
  Routine routine;
  std::vector<Party> parties{unit(adults, "helsingborg"), unit(clinic, "region"), person()};
  ConsentState consent;
  Instant sent = calendar.zone().at_hour(day(2026, 3, 2), 9);
  Instant starts = calendar.zone().at_hour(day(2026, 3, 20), 13);

  Wished() {
    consent.given = Consent{};
    consent.given->from = day(2026, 3, 1);
    consent.given->until = day(2026, 12, 31);
  }
  Call call(const std::vector<PartyId>& only = {}) const {
    return meeting::call(parties, only, consent, sent, starts, routine, calendar);
  }
  SummonedSeat seat(const Party& party) const {
    return seat_for(party, sent, starts, routine, calendar);
  }
  std::vector<std::string> warned(bool lead_time_applies = true) const {
    return warnings(consent, sent, starts, lead_time_applies, routine, calendar);
  }
};

std::vector<PartyId> parties_of(const Call& call) {
  std::vector<PartyId> parties;
  for (const auto& seat : call.seats) parties.push_back(seat.party);
  return parties;
}

TEST(Call, GoesToAllInTheOrderTheyCame) {
  const Call call = Wished{}.call();
  EXPECT_EQ(parties_of(call), (std::vector{adults, clinic, anna}));
  EXPECT_TRUE(call.waiting.empty());
}

TEST(Call, LetsThoseNotNamedWait) {
  const Call call = Wished{}.call({clinic});
  EXPECT_EQ(parties_of(call), std::vector{clinic});
  EXPECT_EQ(call.waiting, (std::vector{adults, anna}));
}

TEST(Call, LeavesOutThoseWhoHaveLeft) {
  Wished wish;
  wish.parties[1].left = Cited{4, wish.sent};
  const Call call = wish.call();
  EXPECT_EQ(parties_of(call), (std::vector{adults, anna}));
  EXPECT_TRUE(call.waiting.empty());
}

TEST(Call, LetsUnitsOutsideTheConsentWaitAndPersonsCome) {
  Wished wish;
  wish.consent.given->covers = {PartyId{"helsingborg"}};
  EXPECT_EQ(parties_of(wish.call()), (std::vector{adults, anna}));
  EXPECT_EQ(wish.call().waiting, std::vector{clinic});
  wish.consent.given.reset();
  EXPECT_EQ(parties_of(wish.call()), std::vector{anna});
}

TEST(MayBeCalled, FollowsWhatConsentCovers) {
  Wished wish;
  const Party one = unit(clinic, "region");
  EXPECT_TRUE(may_be_called(one, wish.consent));
  wish.consent.given->covers = {clinic};
  EXPECT_TRUE(may_be_called(one, wish.consent));
  wish.consent.given->covers = {PartyId{"region"}};
  EXPECT_TRUE(may_be_called(one, wish.consent));
  wish.consent.given->except = {unit_of(clinic)};
  EXPECT_FALSE(may_be_called(one, wish.consent));
  EXPECT_TRUE(may_be_called(person(), wish.consent));
  EXPECT_TRUE(may_be_called(person(), {}));
  EXPECT_FALSE(may_be_called(one, {}));
}

TEST(SeatFor, SummonedHasDeadlinesAndInvitedHasNone) {
  const Wished wish;
  const auto summoned_seat = wish.seat(unit(clinic, "region"));
  EXPECT_EQ(summoned_seat, summoned(clinic));
  EXPECT_EQ(wish.seat(unit(clinic, "region", Calling::invited)), invited(clinic));
  EXPECT_EQ(wish.seat(person()), invited(anna));
}

TEST(SeatFor, DeadlinesStopAtTheLastWorkingDayBeforeTheMeeting) {
  Wished wish;
  wish.starts = wish.calendar.zone().at_hour(day(2026, 3, 9), 10);  // the Monday after
  const auto seat = wish.seat(unit(clinic, "region"));
  EXPECT_EQ(seat.acknowledge_by, wish.calendar.zone().end_of(day(2026, 3, 4)));
  EXPECT_EQ(seat.answer_by, wish.calendar.zone().end_of(day(2026, 3, 6)));
}

TEST(SeatFor, SummonedTheSameDayItIsUntilTheStart) {
  Wished wish;
  wish.starts = wish.calendar.zone().at_hour(day(2026, 3, 2), 15);
  const auto seat = wish.seat(unit(clinic, "region"));
  EXPECT_EQ(seat.acknowledge_by, wish.starts);
  EXPECT_EQ(seat.answer_by, wish.starts);
}

TEST(SeatFor, DeadlinesCountWorkingDaysOverEasterAndChristmas) {
  Wished wish;
  wish.sent = wish.calendar.zone().at_hour(day(2026, 4, 1), 9);
  wish.starts = wish.calendar.zone().at_hour(day(2026, 5, 20), 9);
  EXPECT_EQ(wish.seat(unit(clinic, "region")).acknowledge_by,
            wish.calendar.zone().end_of(day(2026, 4, 7)));
  wish.sent = wish.calendar.zone().at_hour(day(2026, 12, 22), 9);
  wish.starts = wish.calendar.zone().at_hour(day(2027, 1, 20), 9);
  EXPECT_EQ(wish.seat(unit(clinic, "region")).acknowledge_by,
            wish.calendar.zone().end_of(day(2026, 12, 28)));
  EXPECT_EQ(wish.seat(unit(clinic, "region")).answer_by,
            wish.calendar.zone().end_of(day(2027, 1, 4)));
}

TEST(SeatFor, ClosedDaysOfTheServiceAreNotWorked) {
  Wished wish;
  wish.calendar = Calendar{stockholm(), {day(2026, 3, 3), day(2026, 3, 4)}};
  EXPECT_EQ(wish.seat(unit(clinic, "region")).acknowledge_by,
            wish.calendar.zone().end_of(day(2026, 3, 6)));
}

TEST(Warnings, OfShortNoticeWhereALeadTimeApplies) {
  Wished wish;
  EXPECT_TRUE(wish.warned().empty());
  wish.starts = wish.calendar.zone().at_hour(day(2026, 3, 16), 0);  // the tenth working day begins
  EXPECT_TRUE(wish.warned().empty());
  wish.starts -= std::chrono::milliseconds{1};
  EXPECT_EQ(wish.warned(), std::vector<std::string>{"short_notice"});
  EXPECT_TRUE(wish.warned(false).empty());
}

TEST(Warnings, OfAMeetingAfterTheConsentsLastDay) {
  Wished wish;
  wish.consent.given->until = day(2026, 3, 20);
  EXPECT_TRUE(wish.warned().empty());
  wish.consent.given->until = day(2026, 3, 19);
  EXPECT_EQ(wish.warned(), std::vector<std::string>{"meeting_after_consent_ends"});
  wish.starts = wish.calendar.zone().at_hour(day(2026, 3, 20), 0) - std::chrono::hours{1};
  EXPECT_TRUE(wish.warned().empty());
}

TEST(Warnings, ComeTogetherInTheirOrder) {
  Wished wish;
  wish.starts = wish.calendar.zone().at_hour(day(2026, 3, 4), 10);
  wish.consent.given->until = day(2026, 3, 3);
  EXPECT_EQ(wish.warned(),
            (std::vector<std::string>{"short_notice", "meeting_after_consent_ends"}));
}

}  // namespace
}  // namespace kallad::meeting
