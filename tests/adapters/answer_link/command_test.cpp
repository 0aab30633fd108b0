// Tests of what forms behind links become: each act through the real desk, the double click, and
// what happens where the case has moved on between the page and the press.
// Not of faults in a form (form_test.cpp) and not of HTTP.
#include "adapters/answer_link/link_command.hpp"

#include <gtest/gtest.h>

#include "adapters/answer_link/link_view.hpp"
#include "tests/adapters/answer_link/forms.hpp"

namespace kallad::links::command_test {
namespace {

using support::care_centre;
using support::reception;

// --- each act -----------------------------------------------------------------------------------

TEST(LinkCommand, OfAUnitIsItsStaffsWithTheNameThatWasTyped) {
  World world;
  const auto read = asked(world, world.link(the_reception), form_of(LinkAct::attends));
  const auto& said = boost::variant2::get<LinkCommand>(read);
  EXPECT_EQ(said.actor, (Actor{Role::attendee, reception, "Lena Ledig"}));
  EXPECT_TRUE(said.command_id.starts_with("link-"));
  EXPECT_EQ(said.expected_version, std::nullopt);
}

TEST(LinkCommand, OpensAcknowledgesAnswersAndChangesTheAnswer) {
  World world;
  const LinkName name = world.link(the_reception);
  EXPECT_EQ(sent(world, name, {{"act", "open_summons"}, {"nonce", "n0"}}), "summons_opened");
  EXPECT_EQ(sent(world, name, form_of(LinkAct::acknowledge)), "summons_acknowledged");
  for (const LinkAct act : {LinkAct::attends, LinkAct::attends_digitally, LinkAct::sends_substitute,
                            LinkAct::cannot_come, LinkAct::attends}) {
    const auto form = with(form_of(act), "nonce", std::to_string(world.events()));
    EXPECT_EQ(sent(world, name, form), "seat_answered");
    EXPECT_EQ(seat::standing_answer(world.seat(the_reception))->kind, *answer_link::answer_of(act));
  }
}

TEST(LinkCommand, IsTakenUntilAttendanceIsClosed) {
  World world;
  const LinkName name = world.link(the_reception);
  world.until(march(20, 14));
  world.tell(coordinator, OpenMeeting{});
  EXPECT_EQ(sent(world, name, naming_form()).substr(0, 16), "substitute_named");
}

TEST(LinkCommand, OfAnActProvesDeliveryAlsoWhereThePageWasNeverOpened) {
  World world;
  answer_link::show(world.file(), world.link(the_reception), world.ground(), world.now);
  EXPECT_EQ(world.seat(the_reception).reach, Reach::unknown) << "looking proves nothing";
  sent(world, world.link(the_reception), form_of(LinkAct::attends));
  EXPECT_EQ(world.seat(the_reception).reach, Reach::proven);
  EXPECT_EQ(world.seat(the_reception).opened, std::nullopt);
}

TEST(LinkCommand, ForwardsInsideTheOwnHuvudman) {
  World world;
  const LinkName name = world.link(the_reception);
  const auto form = with(form_of(LinkAct::forwarded), "forward_to", care_centre.text);
  EXPECT_EQ(sent(world, name, form).substr(0, 31), "seat_answered summons_forwarded");
  const LinkName received = world.link(party_of(care_centre));
  EXPECT_EQ(sent(world, received, form_of(LinkAct::acknowledge)),
            "summons_acknowledged duty_moved");
}

TEST(LinkCommand, NamesASubstituteWhoConfirmsByTheOwnLink) {
  World world;
  EXPECT_EQ(sent(world, world.link(the_reception), naming_form()), "substitute_named");
  const Substitute named = world.seat(the_reception).chain.at(0).who;
  EXPECT_EQ(named, (Substitute{"Sara Skift", "sjuksköterska", "sara@example.se", Mandate::partly,
                               true, std::nullopt}));
  const LinkName sara = world.last_substitute(the_reception);
  EXPECT_EQ(sent(world, sara,
                 {{"act", "confirm_substitute"},
                  {"nonce", "n1"},
                  {"name", "Sara Sky"},
                  {"mandate", "yes"},
                  {"briefed", "no"}}),
            "substitute_confirmed");
  const ChainLink confirmed = world.seat(the_reception).chain.at(0);
  EXPECT_TRUE(confirmed.confirmed);
  EXPECT_EQ(confirmed.who, (Substitute{"Sara Sky", "sjuksköterska", "sara@example.se", Mandate::yes,
                                       false, std::nullopt}));
  EXPECT_EQ(world.state(sara), LinkState::alive) << "the link is the naming's, not the name's";
}

TEST(LinkCommand, OfASubstituteIsSaidInTheNameOfTheChain) {
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  const auto read =
      asked(world, sara, with(form_of(LinkAct::confirm_substitute), "your_name", "Annan"));
  const auto& said = boost::variant2::get<LinkCommand>(read);
  EXPECT_EQ(said.actor, (Actor{Role::substitute, reception, "Sara Skift"}));
  EXPECT_EQ(said.expected_version, world.events());
}

TEST(LinkCommand, OfTheFirstInAChainNamesAnotherInPlaceOfItsFollower) {
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  world.confirm("Sara Skift");
  const LinkName omar = world.name_substitute("Omar Ordning", substitute("Sara Skift"));
  const auto form = with(with(naming_form(), "substitute.name", "Petra Pålitlig"),
                         "substitute.contact", "petra@example.se");
  EXPECT_EQ(sent(world, sara, form), "substitute_named");
  EXPECT_EQ(world.state(omar), LinkState::replaced);
  EXPECT_EQ(world.state(sara), LinkState::alive);
  EXPECT_EQ(world.seat(the_reception).chain.size(), 2U);
}

TEST(LinkCommand, OfASubstituteWhoSaysNoGivesTheDutyBackAndTheLinkDies) {
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  EXPECT_EQ(sent(world, sara, form_of(LinkAct::decline_substitution)), "substitute_declined");
  EXPECT_EQ(fault(world, sara, form_of(LinkAct::confirm_substitute)), "link_declined");
}

TEST(LinkCommand, TakesTheSeatBackInTheNameOfTheFirstRepresentativeOnly) {
  World world;
  const LinkName name = world.link(the_reception);
  sent(world, name, naming_form());
  const auto back = with(form_of(LinkAct::take_back_seat), "nonce", "n2");
  const auto refused = sent(world, name, with(back, "your_name", "Någon Annan"));
  EXPECT_NE(refused.find("not_the_first_representative"), std::string::npos) << refused;
  EXPECT_EQ(sent(world, name, back), "seat_taken_back");
}

TEST(LinkCommand, OfThePersonIsThePersonsAndAsksForNoName) {
  World world;
  const AnswerForm form{{"act", "cannot_come"}, {"nonce", "n1"}};
  EXPECT_EQ(sent(world, world.link(anna), form), "seat_answered");
  const auto read = asked(world, world.link(anna), form);
  EXPECT_EQ(boost::variant2::get<LinkCommand>(read).actor,
            (Actor{Role::person, {}, "Anna Exempel"}));
}

TEST(LinkCommand, ChecksInOnTheDayAndUndoesIt) {
  World world;
  const LinkName name = world.check_in(the_reception);
  const AnswerForm in{{"act", "check_in"}, {"nonce", "n1"}};
  EXPECT_EQ(fault(world, name, in), "check_in_too_early");
  world.until(march(20, 12, 45));
  EXPECT_EQ(sent(world, name, in), "attendance_marked");
  EXPECT_EQ(world.seat(the_reception).mark->attendance, Attendance::present);
  EXPECT_EQ(sent(world, name, {{"act", "undo_check_in"}, {"nonce", "n2"}}), "attendance_unmarked");
  world.name_substitute("Sara Skift", staff(reception));
  EXPECT_EQ(sent(world, name, {{"act", "check_in"}, {"nonce", "n3"}}), "attendance_marked");
  EXPECT_EQ(world.seat(the_reception).mark->attendance, Attendance::substitute_present);
}

// --- twice, late, and at the same time ----------------------------------------------------------

TEST(LinkCommand, OfADoubleClickIsStoredOnce) {
  World world;
  const LinkName name = world.link(the_reception);
  EXPECT_EQ(sent(world, name, naming_form()), "substitute_named");
  const auto events = world.events();
  const auto read = asked(world, name, naming_form());
  const auto again = world.submit(submission_for(boost::variant2::get<LinkCommand>(read)));
  EXPECT_EQ(again.answer, Answer::repeated);
  EXPECT_EQ(world.events(), events);
  const auto other = with(naming_form(), "substitute.name", "Omar Ordning");
  EXPECT_EQ(sent(world, name, other), "command_id_reused");
  EXPECT_EQ(sent(world, name, with(other, "nonce", "n2")), "substitute_named");
}

TEST(LinkCommand, OfASubstituteReplacedMeanwhileDoesNotSpeakForTheNextOne) {
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  const auto read = asked(world, sara, form_of(LinkAct::confirm_substitute));
  world.name_substitute("Omar Ordning", staff(reception));
  const auto late = world.submit(submission_for(boost::variant2::get<LinkCommand>(read)));
  EXPECT_EQ(late.answer, Answer::version_conflict);
  EXPECT_FALSE(world.seat(the_reception).chain.back().confirmed);
}

TEST(LinkCommand, ToAVersionReplacedMeanwhileIsRefusedByTheEngine) {
  World world;
  const auto read = asked(world, world.link(the_reception), form_of(LinkAct::attends));
  ChangeMeeting change;
  change.starts = march(24, 10);
  world.tell(coordinator, change);
  const auto late = world.submit(submission_for(boost::variant2::get<LinkCommand>(read)));
  EXPECT_NE(told(late).find("summons_was_replaced"), std::string::npos) << told(late);
}

TEST(LinkCommand, TouchesNoSeatButItsOwn) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<LinkAct>>([](auto each) {
    World world;
    world.until(march(20, 12));
    world.name_substitute("Sara Skift", staff(reception));
    const Meeting before = world.meeting();
    for (const LinkName& name : {world.link(the_reception), world.check_in(the_reception),
                                 world.last_substitute(the_reception)}) {
      sent(world, name, full_form(each.value));
    }
    const Meeting after = world.meeting();
    for (const Seat& seat : before.seats) {
      if (seat.party == the_reception) continue;
      EXPECT_EQ(*meeting::find_seat(after, seat.party), seat) << each.name << seat.party.text;
    }
  });
}

}  // namespace
}  // namespace kallad::links::command_test
