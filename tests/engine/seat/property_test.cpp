// Properties over random ways: whatever is said by whomever in whatever order and whenever, the
// fold ends where the machine says, a refusal changes nothing, and the log alone gives the same
// seats again. Not examples: those are in the other files. The number of sequences tried is
// printed.
#include <rapidcheck.h>

#include <algorithm>

#include "tests/engine/seat/world.hpp"
#include "tests/support/many.hpp"

namespace kallad::seat::property_test {
namespace {

using support::day;

constexpr int sequences = 2000;

/// A number below `end`, evenly: rapidcheck's own grows with the size of the case.
int pick(int end) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end)); }

Actor any_actor(const World& world) {
  const Seat* seat = meeting::find_seat(world.meeting, world.who);
  if (!seat->chain.empty() && *rc::gen::arbitrary<bool>()) {
    const auto& link = *rc::gen::elementOf(seat->chain);
    return as_substitute(link.who.name.c_str());
  }
  return *rc::gen::elementOf(std::vector<Actor>{lena(), lena(), colleague(), head(), coordinator(),
                                                coordinator(), chair(), the_mail(), stranger(),
                                                the_person(), as_substitute("")});
}

Substitute any_substitute() {
  auto who = someone(*rc::gen::element("Ett", "Två", "Tre", "Fyra", "Lena Skötare"));
  if (pick(6) == 0) who.name.clear();
  if (pick(6) == 0) who.role.clear();
  if (pick(9) == 0) who.contact.clear();
  if (pick(4) == 0) {
    who.unit = *rc::gen::element(support::care_centre, support::adults, support::emergency);
  }
  return who;
}

AnswerSummons any_answer(const World& world) {
  auto wish = answer(*rc::gen::element(AnswerKind::attends, AnswerKind::attends_digitally,
                                       AnswerKind::sends_substitute, AnswerKind::forwarded,
                                       AnswerKind::cannot_come),
                     world.who);
  if (wish.answer == AnswerKind::forwarded || pick(12) == 0) {
    wish.forward_to = *rc::gen::element(support::care_centre, support::adults, support::emergency);
  }
  if (pick(4) == 0) {
    const auto earlier = std::chrono::hours{pick(102) - 2};
    wish.given_at = support::sweden().zone().to_local(world.now - earlier);
  }
  return wish;
}

SeatCommand any_command(const World& world) {
  const SeatRef ref{world.who, {}, {}};
  const auto maybe = [](const char* word) {
    return *rc::gen::arbitrary<bool>() ? std::optional<std::string>{word} : std::nullopt;
  };
  switch (pick(14)) {
    case 0:
    case 1:
      return RecordDelivery{ref,
                            *rc::gen::element(DeliveryReport::accepted, DeliveryReport::delivered,
                                              DeliveryReport::failed)};
    case 2:
      return OpenSummons{ref};
    case 3:
      return Acknowledge{ref};
    case 4:
    case 5:
      return any_answer(world);
    case 6:
    case 7:
      return NameSubstitute{ref, any_substitute()};
    case 8:
    case 9:
      return ConfirmSubstitute{ref, maybe("Vik"), maybe("kurator"), {}, {}, {}};
    case 10:
      return DeclineSubstitution{ref};
    case 11:
      return TakeBackSeat{ref};
    case 12:
      return MarkAttendance{
          {world.who,
           *rc::gen::element(Attendance::present, Attendance::absent,
                             Attendance::substitute_present),
           *rc::gen::element(std::optional<Mandate>{}, std::optional{Mandate::no}),
           {}},
          {}};
    default:
      return UnmarkAttendance{ref};
  }
}

/// The ruling of the table on a command as the machine hears it; nothing for the notes of
/// attendance, which are in no row.
std::optional<Ruling<SeatState>> ruling_on(World& world, const Actor& by,
                                           const SeatCommand& command) {
  return world.with_facts(by, [&](const SeatFacts& facts) -> std::optional<Ruling<SeatState>> {
    if (const auto* told = boost::variant2::get_if<RecordDelivery>(&command)) {
      if (facts.seat.reach == Reach::proven) return rule(facts, ReportAfterProof{});
      if (told->report == DeliveryReport::accepted) return rule(facts, DeliveryAcceptedBy{});
      if (told->report == DeliveryReport::delivered) return rule(facts, DeliveryProven{});
      return rule(facts, DeliveryBroken{});
    }
    if (const auto* said = boost::variant2::get_if<AnswerSummons>(&command)) {
      const bool overtaken =
          said->given_at &&
          is_overtaken(facts.seat, facts.ground.calendar.zone().to_instant(*said->given_at));
      return overtaken ? rule(facts, AnswerOvertaken{*said}) : rule(facts, *said);
    }
    if (const auto* no = boost::variant2::get_if<DeclineSubstitution>(&command)) {
      return facts.seat.chain.size() > 1 ? rule(facts, DeclineInChain{}) : rule(facts, *no);
    }
    if (const auto* opens = boost::variant2::get_if<OpenSummons>(&command))
      return rule(facts, *opens);
    if (const auto* one = boost::variant2::get_if<Acknowledge>(&command)) return rule(facts, *one);
    if (const auto* named = boost::variant2::get_if<NameSubstitute>(&command)) {
      const std::string& first = facts.seat.representative;
      const bool hands_back = by.role == Role::substitute && !facts.seat.chain.empty() &&
                              !first.empty() && named->substitute.name == first;
      return hands_back ? rule(facts, HandBack{*named}) : rule(facts, *named);
    }
    if (const auto* one = boost::variant2::get_if<ConfirmSubstitute>(&command))
      return rule(facts, *one);
    if (const auto* one = boost::variant2::get_if<TakeBackSeat>(&command)) return rule(facts, *one);
    return std::nullopt;
  });
}

/// What must hold of a seat wherever it has come.
void check_shape(const Seat& seat, int deepest) {
  using enum SeatState;
  RC_ASSERT(seat.chain.size() <= static_cast<std::size_t>(deepest));
  for (std::size_t i = 0; i + 1 < seat.chain.size(); ++i)
    RC_ASSERT(seat.chain[i].confirmed.has_value());
  const bool waits = seat.state == substitute_named || seat.state == substitute_confirmed;
  if (waits)
    RC_ASSERT(seat.chain.back().confirmed.has_value() == (seat.state == substitute_confirmed));
  if (seat.state == answered) RC_ASSERT(seat.chain.empty() && !seat.answers.empty());
  const bool heard = seat.opened || seat.acknowledged || !seat.answers.empty();
  if (heard) RC_ASSERT(seat.reach == Reach::proven);
  RC_ASSERT(is_reached(seat) == seat.reached.has_value());
  auto steps = seat.reminders_done;
  std::ranges::sort(steps);
  RC_ASSERT(std::ranges::adjacent_find(steps) == steps.end());
  if (const auto* standing = standing_answer(seat)) {
    for (const auto& one : seat.answers) RC_ASSERT(one.given_at <= standing->given_at);
  }
}

/// One random command to the world; the promises hold whatever comes of it.
void one_step(World& world) {
  const Actor by = any_actor(world);
  const SeatCommand command = any_command(world);
  const auto before = world.meeting.seats;
  const Seat seat_before = world.seat();
  const auto ruling = ruling_on(world, by, command);
  const auto verdict = world.say(by, command);
  if (!verdict || verdict.events().empty()) RC_ASSERT(world.meeting.seats == before);
  if (!verdict) {
    RC_ASSERT(!verdict.refusals().empty());
    if (ruling) RC_ASSERT(verdict.refusals() == ruling->refusals);
  } else if (ruling && !verdict.events().empty()) {
    RC_ASSERT(ruling->is_allowed());
    RC_ASSERT(world.seat().state == ruling->next);
  } else {
    RC_ASSERT(world.seat().state == seat_before.state);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].party != world.who) RC_ASSERT(world.meeting.seats[i] == before[i]);
  }
  check_shape(world.seat(), world.routines.front().substitute_chain_depth);
}

/// The alarm, for every seat: each row that has come is taken, and none is left behind.
void let_time_pass(World& world) {
  const PartyId who = world.who;
  world.now += std::chrono::minutes{1 + pick(60 * 30)};
  if (!meeting::is_live(world.meeting)) return;
  for (const auto& seat : world.meeting.seats) {
    world.who = seat.party;
    for (auto rows = world.dues(); !rows.empty() && rows.front().at <= world.now;
         rows = world.dues()) {
      RC_ASSERT(world.clock_says(rows.front()).is_accepted());
    }
  }
  world.who = who;
}

std::vector<AttendanceMark> marks_of_all(const World& world) {
  std::vector<AttendanceMark> marks;
  for (const auto& seat : world.meeting.seats) {
    marks.push_back(
        {seat.party, *rc::gen::element(Attendance::present, Attendance::absent), {}, {}});
  }
  return marks;
}

/// Now and then something happens to the whole meeting, or to the consent.
void maybe_meeting(World& world) {
  switch (pick(90)) {
    case 0:
      world.take(MeetingEvent{MeetingOpened{1}}, chair());
      break;
    case 1:
      if (meeting::is_live(world.meeting)) {
        world.take(MeetingEvent{AttendanceClosed{1, marks_of_all(world)}}, chair());
      }
      break;
    case 2:
      if (meeting::is_live(world.meeting)) world.take(MeetingEvent{MeetingCancelled{1, "Sjukdom"}});
      break;
    case 3:
      if (meeting::is_live(world.meeting))
        world.take(MeetingEvent{MeetingCalledOff{1, {}, {}, {}}});
      break;
    case 4:
      world.consent.withdrawn = Cited{1, world.now};
      break;
    case 5:
      if (meeting::is_live(world.meeting)) {
        MeetingChanged changed{1, world.meeting.version + 1, world.meeting.notice, {}, {}, {}, {},
                               {}};
        auto call =
            meeting::call(world.parties, {}, world.consent, world.now, world.meeting.notice.starts,
                          world.routines.front(), support::sweden());
        changed.seats = std::move(call.seats);
        changed.waiting = std::move(call.waiting);
        world.take(MeetingEvent{changed}, coordinator());
      }
      break;
    default:
      break;
  }
}

void play(World& world, int length) {
  for (int i = 0; i < length; ++i) {
    world.who = *rc::gen::element(ours, ours, ours, ours, anna, party_of(support::provider));
    let_time_pass(world);
    maybe_meeting(world);
    one_step(world);
  }
}

TEST(SeatProperty, TheFoldEndsWhereTheMachineSaysAndARefusalChangesNothing) {
  support::expect_holds_in(sequences, "seat: decide then fold equals the machine's state", [] {
    World world;
    world.call();
    play(world, 1 + pick(40));
    world.who = ours;
    RC_TAG(std::string{table::state_id(world.seat().state)});
  });
}

TEST(SeatProperty, HalfwayAlongItsWayTheSameHolds) {
  support::expect_holds_in(sequences, "seat: the same, begun in any state", [] {
    World world;
    using enum SeatState;
    lead_to(world, *rc::gen::element(created, sent, delivered, delivery_failed, opened,
                                     acknowledged, answered, substitute_named, substitute_confirmed,
                                     attended, absent, voided));
    play(world, 12);
  });
}

TEST(SeatProperty, TheLogAloneGivesTheSameSeatsAgain) {
  support::expect_holds_in(sequences, "seat: replay of the events equals the state", [] {
    World world;
    world.call();
    play(world, 1 + pick(40));
    const Meeting again = world.replayed();
    RC_ASSERT(again.seats == world.meeting.seats);
    RC_ASSERT(again.voided == world.meeting.voided);
    RC_ASSERT(again.status == world.meeting.status);
  });
}

TEST(SeatProperty, ASilentSeatIsRemindedAndItsDeadlinesPassOnceHoweverTimeIsCut) {
  support::expect_holds_in(1000, "seat: deadlines pass once however time is cut", [] {
    World world;
    world.call();
    while (world.now < support::at(day(2026, 3, 18), std::chrono::hours{8})) let_time_pass(world);
    const Seat& seat = world.seat();
    RC_ASSERT(seat.reminders_done.size() == 3U);
    RC_ASSERT(seat.acknowledge_lapsed->at == *seat.acknowledge_by);
    RC_ASSERT(seat.answer_lapsed->at == *seat.answer_by);
    const auto told = told_since(world, 0);
    RC_ASSERT(std::ranges::count(told, "answer_deadline_passed") == 3);  // three are summoned
    RC_ASSERT(std::ranges::count(told, "acknowledge_deadline_passed") == 3);
  });
}

}  // namespace
}  // namespace kallad::seat::property_test
