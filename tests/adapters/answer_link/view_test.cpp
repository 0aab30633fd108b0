// Tests of what a link shows, in cases told through the real engine: what is there, what may be
// done now, and that nothing stands there of the person or of other parties.
// Not of pages. A case in which every text is a marker shows exactly the texts that may be seen.
#include "adapters/answer_link/link_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "adapters/codec/forms.hpp"
#include "tests/adapters/answer_link/world.hpp"
#include "tests/engine/authority/walk.hpp"

namespace kallad::links::view_test {
namespace {

using support::adults;
using support::care_centre;
using support::reception;

LinkView seen(World& world, const LinkName& name) {
  return answer_link::show(world.file(), name, world.ground(), world.now);
}

std::vector<LinkAct> allowed(const LinkView& view) {
  std::vector<LinkAct> acts;
  for (const OfferedAct& offered : view.acts) {
    if (offered.is_allowed()) acts.push_back(offered.act);
  }
  return acts;
}

const OfferedAct& offered(const LinkView& view, LinkAct act) {
  const auto at = std::ranges::find(view.acts, act, &OfferedAct::act);
  if (at == view.acts.end()) throw std::logic_error("not offered");
  return *at;
}

std::string why(const LinkView& view, LinkAct act) {
  const Refusals& all = offered(view, act).why_not;
  return all.empty() ? "" : std::string{all.front().rule};
}

LocalTime last_second(unsigned day) {
  return support::wall(support::day(2026, 3, day), support::last_second);
}

// --- what is there ------------------------------------------------------------------------------

TEST(LinkView, SaysWhenWhereWhatIsExpectedAndByWhen) {
  World world;
  const LinkView view = seen(world, world.link(the_reception));
  EXPECT_EQ(view.state, LinkState::alive);
  EXPECT_EQ(view.case_number, CaseId{World::stream});
  EXPECT_EQ(view.called_by.name, "Siv Samordnare");
  EXPECT_EQ(view.called_by.unit, adults.text);
  EXPECT_EQ(view.called_by.mailbox, adults.text + "@example.se");
  EXPECT_EQ(view.unit->id, reception);
  EXPECT_EQ(view.starts, march(20, 13));
  EXPECT_EQ(view.place, "Rådhuset, rum 4");
  EXPECT_EQ(view.link, "https://mote.example.se/17");
  EXPECT_EQ(view.expectation, "Berätta om nästa steg.");
  EXPECT_EQ(view.acknowledge_by, last_second(4));
  EXPECT_EQ(view.answer_by, last_second(9));
  EXPECT_EQ(view.seat.calling, Calling::summoned);
  EXPECT_TRUE(view.seat.has_duty);
  EXPECT_TRUE(view.withheld.empty());
}

TEST(LinkView, ShowsThePlaceOfOneWithProtectedIdentityBehindTheLinkOnly) {
  World world;
  CaseFile file = world.file();
  file.running.person.protection = Protection::assumed_identity;
  const auto view = answer_link::show(file, world.link(the_reception), world.ground(), world.now);
  EXPECT_EQ(view.place, "Rådhuset, rum 4");
}

TEST(LinkView, ShowsNobodyWhatIsExpectedOfOthers) {
  World world;
  EXPECT_EQ(seen(world, world.link(party_of(adults))).expectation, std::nullopt);
  EXPECT_EQ(seen(world, world.link(anna)).expectation, std::nullopt);
}

TEST(LinkView, TellsTheStateOfTheOwnSeatAndWhoAnswered) {
  World world;
  OpenSummons opening;
  opening.party = the_reception;
  world.until(march(3, 8, 15));
  world.tell(staff(reception), opening);
  world.until(march(3, 10));
  world.tell(staff(reception), answer(the_reception, AnswerKind::attends));
  const LinkSeat seat = seen(world, world.link(the_reception)).seat;
  EXPECT_EQ(seat.state, SeatState::answered);
  EXPECT_EQ(seat.opened_at, march(3, 8, 15));
  EXPECT_EQ(seat.acknowledged_at, std::nullopt);
  EXPECT_EQ(seat.answer, AnswerKind::attends);
  EXPECT_EQ(seat.answered_at, march(3, 10));
  EXPECT_EQ(seat.answered_by, "Lena Ledig");
}

TEST(LinkView, ShowsTheChainAndWhoseLinkItIs) {
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  world.confirm("Sara Skift");
  const LinkName omar = world.name_substitute("Omar Ordning", substitute("Sara Skift"));
  const auto you = [&](const LinkName& name) {
    std::string text;
    for (const LinkSubstitute& one : seen(world, name).seat.substitutes) {
      text += one.name + (one.is_you ? "!" : "") + (one.confirmed_at ? " yes;" : " not yet;");
    }
    return text;
  };
  EXPECT_EQ(you(sara), "Sara Skift! yes;Omar Ordning not yet;");
  EXPECT_EQ(you(omar), "Sara Skift yes;Omar Ordning! not yet;");
  EXPECT_EQ(you(world.link(the_reception)), "Sara Skift yes;Omar Ordning not yet;");
}

TEST(LinkView, OfACheckInShowsWhereAndWhenAndNoMore) {
  World world;
  world.tell(staff(reception), answer(the_reception, AnswerKind::attends));
  const LinkView view = seen(world, world.check_in(the_reception));
  EXPECT_EQ(view.place, "Rådhuset, rum 4");
  EXPECT_EQ(view.expectation, std::nullopt);
  EXPECT_EQ(view.seat.answered_by, "");
  EXPECT_EQ(view.seat.answer, std::nullopt);
}

// --- what is not there --------------------------------------------------------------------------

TEST(LinkView, HoldsTextsBackThatNameThePersonOrRelatives) {
  SendSummons summons = plain_summons();
  summons.place = "Hemma hos Anna";
  summons.link = "https://mote.example.se/Exempel";
  summons.expectations = {{the_reception, "Berätta för 19121212-1212."}};
  World world{summons};
  const LinkView view = seen(world, world.link(the_reception));
  EXPECT_EQ(view.place, std::nullopt);
  EXPECT_EQ(view.link, std::nullopt);
  EXPECT_EQ(view.expectation, std::nullopt);
  EXPECT_EQ(view.withheld, (std::vector<std::string_view>{"place", "link", "expectation"}));
}

TEST(LinkView, HoldsBackWhatNamesARelative) {
  World world;
  CaseFile file = world.file();
  Party sister;
  sister.id = PartyId{"syster"};
  sister.kind = PartyKind::relative;
  sister.name = "Beata Bror";
  file.running.parties.push_back(sister);
  file.running.meetings.back().notice.place = "Hos Beata";
  const auto view = answer_link::show(file, world.link(the_reception), world.ground(), world.now);
  EXPECT_EQ(view.withheld, (std::vector<std::string_view>{"place"}));
}

/// A word that nothing else in a case is.
std::string marker(int number) {
  std::string word{"Q"};
  for (int digit = 0; digit < 3; ++digit, number /= 26) {
    word += static_cast<char>('a' + number % 26);
  }
  return word;
}

bool is_id_at(const std::string& path, const std::string& value) {
  if (path.ends_with(".identity_number")) return false;
  if (value.empty()) return path.ends_with(".unit") || path.ends_with(".principal");
  return codec::is_id(value);
}

/// Every text of the file becomes a marker; ids stay, so that the file holds together.
void mark_all(CaseFile& file) {
  int count = 0;
  auto put = [&](const std::string& path, auto& value) {
    using T = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::same_as<T, std::optional<std::string>>) {
      if (!value) value.emplace();
    } else if constexpr (std::same_as<T, std::vector<std::string>>) {
      if (value.empty()) value.emplace_back();
    } else if constexpr (std::same_as<T, std::string>) {
      if (!is_id_at(path, value)) value = marker(count++);
    }
  };
  support::walk(file, "", put);
  ASSERT_GT(count, 60);
}

template <class T>
void collect(const T& value, std::set<std::string>& texts) {
  if constexpr (std::convertible_to<T, std::string_view>) {
    texts.emplace(value);
  } else if constexpr (support::is_id<T>) {
    texts.insert(value.text);
  } else if constexpr (support::is_optional<T>) {
    if (value) collect(*value, texts);
  } else if constexpr (support::is_vector<T>) {
    for (const auto& one : value) collect(one, texts);
  } else if constexpr (requires { value.time_since_epoch(); } || std::is_enum_v<T> ||
                       std::is_arithmetic_v<T> || std::same_as<T, Date>) {
    // Tells no text.
  } else if constexpr (requires { value.first, value.second; }) {
    collect(value.first, texts);
    collect(value.second, texts);
  } else {
    boost::pfr::for_each_field(value, [&](const auto& field) { collect(field, texts); });
  }
}

std::set<std::string> markers_in(const LinkView& view) {
  std::set<std::string> texts;
  collect(view, texts);
  std::erase_if(texts, [](const std::string& text) { return text.find('Q') == text.npos; });
  return texts;
}

/// A case with something everywhere: two units with chains, an old version, a plan, a deficiency.
CaseFile marked_file(World& world) {
  world.name_substitute("Gammal Ersättare", staff(reception));
  ChangeMeeting change;
  change.starts = march(23, 13);
  world.tell(coordinator, change);
  world.name_substitute("Sara Skift", staff(reception));
  world.confirm("Sara Skift");
  world.name_substitute("Omar Ordning", substitute("Sara Skift"));
  world.tell(staff(adults), naming(party_of(adults), "Annan Ersättare"));
  CaseFile file = world.file();
  file.deficiencies.resize(1);
  file.deficiencies.front().steps.resize(1);
  file.deficiencies.front().answers.resize(1);
  file.running.mappings.resize(1);
  file.running.plan.goals.resize(1);
  file.running.plan.activities.resize(1);
  file.running.plan.points.responsibilities.resize(1);
  auto& expected = file.running.meetings.back().notice.expectations;
  expected.insert(expected.begin(), {party_of(adults), "Annat"});
  mark_all(file);
  return file;
}

std::set<std::string> may_be_seen(const CaseFile& file) {
  const Meeting& meeting = file.running.meetings.back();
  return {*meeting.notice.place, *meeting.notice.link, file.running.coordinator.name};
}

std::set<std::string> may_be_seen_of_seat(const CaseFile& file, const PartyId& party) {
  std::set<std::string> all = may_be_seen(file);
  const Meeting& meeting = file.running.meetings.back();
  const Seat& seat = *meeting::find_seat(meeting, party);
  all.insert(seat.representative);
  for (const ChainLink& link : seat.chain) all.insert({link.who.name, link.who.role});
  for (const Expectation& one : meeting.notice.expectations) {
    if (one.party == party) all.insert(one.text);
  }
  return all;
}

TEST(LinkView, OfACaseFullOfTextsShowsTheFewThatMayBeSeenAndNoOther) {
  World world;
  const CaseFile file = marked_file(world);
  const auto seen_by = [&](const LinkName& name) {
    return markers_in(answer_link::show(file, name, world.ground(), world.now));
  };
  EXPECT_EQ(seen_by(world.link(the_reception)), may_be_seen_of_seat(file, the_reception));
  EXPECT_EQ(seen_by(world.last_substitute(the_reception)),
            may_be_seen_of_seat(file, the_reception));
  EXPECT_EQ(seen_by(world.link(party_of(adults))), may_be_seen_of_seat(file, party_of(adults)));
  EXPECT_EQ(seen_by(world.link(anna)), may_be_seen_of_seat(file, anna));
  EXPECT_EQ(seen_by(world.check_in(the_reception)), may_be_seen(file));
}

TEST(LinkView, OfALinkThatIsNotAliveSaysOnlyWhomToTurnTo) {
  World world;
  const LinkName old = world.link(the_reception);
  const LinkName of_old = world.name_substitute("Sara Skift", staff(reception));
  const CaseFile file = marked_file(world);
  for (const LinkName& name : {old, of_old}) {
    const auto view = answer_link::show(file, name, world.ground(), world.now);
    EXPECT_EQ(view.state, LinkState::superseded);
    EXPECT_EQ(view.case_number, CaseId{World::stream});
    EXPECT_EQ(markers_in(view), std::set<std::string>{file.running.coordinator.name});
    EXPECT_EQ(view.starts, LocalTime{});
    EXPECT_TRUE(view.acts.empty());
  }
}

TEST(LinkView, OfADeadLinkSaysNothing) {
  World world;
  LinkName name = world.link(the_reception);
  name.of_case = CaseId{"another-case"};
  const LinkView view = seen(world, name);
  EXPECT_EQ(view.state, LinkState::dead);
  EXPECT_TRUE(view.case_number.empty());
  EXPECT_EQ(view.called_by.name, "");
}

// --- what may be done now -----------------------------------------------------------------------

TEST(LinkActs, OfAUnitAreAllButTakingBackAtFirst) {
  using enum LinkAct;
  World world;
  const LinkView view = seen(world, world.link(the_reception));
  EXPECT_EQ(allowed(view),
            (std::vector<LinkAct>{open_summons, acknowledge, attends, attends_digitally,
                                  sends_substitute, forwarded, cannot_come, name_substitute}));
  EXPECT_EQ(why(view, take_back_seat), "not_in_this_step");
}

TEST(LinkActs, OfAPersonAreToAnswerWithoutSubstituteOrForwarding) {
  using enum LinkAct;
  World world;
  const LinkView view = seen(world, world.link(anna));
  EXPECT_EQ(allowed(view), (std::vector<LinkAct>{open_summons, acknowledge, attends,
                                                 attends_digitally, cannot_come}));
  EXPECT_EQ(view.acts.size(), 5U);
  EXPECT_FALSE(view.unit);
}

TEST(LinkActs, SayWhatCannotComeMeansToThoseWithTheDutyOnly) {
  World world;
  const auto notice = [&](const PartyId& party) {
    return offered(seen(world, world.link(party)), LinkAct::cannot_come).notice;
  };
  EXPECT_EQ(notice(the_reception), answer_link::cannot_come_notice);
  EXPECT_EQ(notice(anna), "");
  EXPECT_EQ(notice(party_of(support::police)), "");
  EXPECT_EQ(offered(seen(world, world.link(the_reception)), LinkAct::attends).notice, "");
}

TEST(LinkActs, OfASubstituteAreYesNoAndOnceConfirmedAnother) {
  using enum LinkAct;
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  EXPECT_EQ(allowed(seen(world, sara)),
            (std::vector<LinkAct>{open_summons, confirm_substitute, decline_substitution}));
  EXPECT_EQ(why(seen(world, sara), name_substitute), "substitute_has_not_confirmed");
  world.confirm("Sara Skift");
  EXPECT_NE(std::ranges::count(allowed(seen(world, sara)), name_substitute), 0);
  world.name_substitute("Omar Ordning", substitute("Sara Skift"));
  EXPECT_EQ(allowed(seen(world, sara)), (std::vector<LinkAct>{open_summons, name_substitute}));
  EXPECT_EQ(seen(world, sara).acts.size(), 2U) << "yes and no are the follower's now";
}

TEST(LinkActs, OfTheLastInTheDeepestChainNameNobody) {
  World world;
  world.name_substitute("Ett", staff(reception));
  world.confirm("Ett");
  world.name_substitute("Tva", substitute("Ett"));
  world.confirm("Tva");
  const LinkName last = world.name_substitute("Tre", substitute("Tva"));
  world.confirm("Tre");
  EXPECT_EQ(why(seen(world, last), LinkAct::name_substitute), "substitute_chain_too_deep");
}

TEST(LinkActs, OfAUnitThatForwardedAreThereUntilTheReceiverTakesItOn) {
  World world;
  AnswerSummons forwarding = answer(the_reception, AnswerKind::forwarded);
  forwarding.forward_to = care_centre;
  world.tell(staff(reception), forwarding);
  LinkView view = seen(world, world.link(the_reception));
  EXPECT_EQ(view.seat.forwarded_to->id, care_centre);
  EXPECT_TRUE(offered(view, LinkAct::attends).is_allowed());
  Acknowledge taken;
  taken.party = party_of(care_centre);
  world.tell(staff(care_centre, "Vera Vård"), taken);
  view = seen(world, world.link(the_reception));
  EXPECT_EQ(view.state, LinkState::handed_over);
  EXPECT_TRUE(view.acts.empty());
}

TEST(LinkActs, OfferAllUnitsOfTheOwnHuvudmanAlsoThoseConsentLeavesOut) {
  World world;
  RecordConsent consent;
  consent.consent.given_by = {{"Anna Exempel", Capacity::person}};
  consent.consent.from = support::day(2026, 3, 2);
  consent.consent.except = {support::emergency};
  world.tell(coordinator, consent);
  std::set<UnitId> offered_units;
  for (const LinkUnit& one : seen(world, world.link(the_reception)).receivers) {
    offered_units.insert(one.id);
  }
  EXPECT_EQ(offered_units, (std::set<UnitId>{care_centre, support::emergency}));
}

TEST(LinkActs, OfCheckingInBelongToTheDayOfTheMeeting) {
  World world;
  const LinkName name = world.check_in(the_reception);
  EXPECT_EQ(why(seen(world, name), LinkAct::check_in), "check_in_too_early");
  world.now = support::sweden().zone().to_instant(march(20, 0)) - std::chrono::seconds{1};
  EXPECT_EQ(why(seen(world, name), LinkAct::check_in), "check_in_too_early");
  world.now += std::chrono::seconds{1};
  EXPECT_TRUE(offered(seen(world, name), LinkAct::check_in).is_allowed());
}

}  // namespace
}  // namespace kallad::links::view_test
