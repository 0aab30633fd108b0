// Properties over random stories: whatever is said by whomever in whatever order, the fold ends in
// the step the machine said, a replayed log is the same case, a refusal changes nothing, the
// clock's rows are unique and each is answered once, and one duty never lies in two places. At
// least a thousand stories each.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

constexpr int stories_per_case = 10;  // and rapidcheck runs a hundred cases
constexpr int lines_per_story = 30;

template <class Value>
Value one_of(std::initializer_list<Value> values) {
  return *rc::gen::elementOf(std::vector<Value>(values));
}

UnitId any_unit() {
  return one_of({helsingborg_adults, psychosis_clinic, psychosis_clinic, health_centre,
                 adult_habilitation, angelholm_adults, police});
}

PartyId any_party() { return one_of({anna, party_of(any_unit()), PartyId{"karin"}}); }

Actor any_actor() {
  return one_of({coordinator(), coordinator(), coordinator(), chair(), secretary(),
                 staff_of(any_unit()), staff_of(any_unit()), head_of(any_unit()), substitute(),
                 the_person(), mail(), the_clock()});
}

AttendanceMark any_mark() {
  return mark(any_party(), one_of({Attendance::present, Attendance::late, Attendance::absent,
                                   Attendance::substitute_present}));
}

std::vector<AttendanceMark> marks_for_all(const World& world) {
  std::vector<AttendanceMark> marks;
  if (world.running.meetings.empty()) return marks;
  for (const auto& party : meeting::unmarked(world.meeting())) {
    marks.push_back(mark(party, one_of({Attendance::present, Attendance::absent})));
  }
  return marks;
}

LocalTime some_time_ahead(const World& world) {
  return world.zone().to_local(world.now) + std::chrono::hours{*rc::gen::inRange(-5, 700)};
}

RecordConsent any_consent(const World& world) {
  auto command = annas_consent();
  command.consent.from = world.zone().day_of(world.now);
  command.consent.until.reset();
  if (*rc::gen::inRange(0, 3) == 0) command.consent.except = {any_unit()};
  return command;
}

CaseCommand about_the_case(const World& world) {
  switch (*rc::gen::inRange(0, 9)) {
    case 0:
      return any_consent(world);
    case 1:
      return WithdrawConsent{"Anna Testsson", Capacity::person};
    case 2:
      return party(any_unit());
    case 3:
      return RemoveParty{any_party(), one_of<const char*>({"", "Avslutad vård"})};
    case 4:
      return HandOverCoordination{{any_unit(), "Ola Handläggare"}};
    case 5:
      return AcceptCoordination{};
    case 6:
      return beside("karin", PartyKind::guardian);
    case 7:
      return annas_case();
    default:
      return RecordDischargeFacts{};
  }
}

CaseCommand about_the_meeting(const World& world) {
  auto summons = summons_to(some_time_ahead(world));
  summons.short_notice_reason = "Akut";
  switch (*rc::gen::inRange(0, 14)) {
    case 0:
      return CallOfficialsMeeting{some_time_ahead(world), {}, {}, "Förbered"};
    case 1:
      return RecordOfficialsMeeting{{any_party()}, "Ett SIP-möte behövs"};
    case 2:
    case 3:
      return summons;
    case 4:
      return SummonParty{any_party()};
    case 5:
      return moved_to(some_time_ahead(world));
    case 6:
      return CancelMeeting{"Sjukdom"};
    case 7:
      return RecordMapping{};
    case 8:
      return AssignRoles{"Mona Mötesledare", {}};
    case 9:
      return OpenMeeting{};
    case 10:
    case 11:
      return attendance(marks_for_all(world));
    case 12:
      return called_off({any_party()}, {any_mark()});
    default:
      return correction(any_mark(), "Fel");
  }
}

CaseCommand about_the_plan(const World& world) {
  const Date today = world.zone().day_of(world.now);
  switch (*rc::gen::inRange(0, 12)) {
    case 11:
      return DeclinePlan{one_of({region, helsingborg, anna}), one_of<const char*>({"Nej", ""})};
    case 0:
      return ends_with(std::chrono::sys_days{today} + std::chrono::days{60});
    case 1:
      return goal("hem", one_of<const char*>({"Bo hemma", "Flytta", ""}));
    case 2:
      return activity("samtal", any_unit(), std::chrono::sys_days{today} + std::chrono::days{9});
    case 3:
      return all_four_points();
    case 4:
      return AgreePlan{one_of({region, helsingborg, anna})};
    case 5:
      return HandOutCopy{{any_party()}};
    case 6:
      return ReportActivity{ActivityId{"samtal"}, ActivityStatus::started, {}};
    case 7:
      return HoldFollowUp{};
    case 8:
      return RecordEvaluation{};
    case 9:
      return ContinuePlan{};
    default:
      return *rc::gen::inRange(0, 8) ? CaseCommand{HoldFollowUp{}}
                                     : CaseCommand{closing(ClosingReason::persons_wish)};
  }
}

CaseCommand about_a_seat(const UnitId& unit) {
  switch (*rc::gen::inRange(0, 12)) {
    case 0:
      return of<OpenSummons>(unit);
    case 1:
      return of<Acknowledge>(unit);
    case 2:
      return answers(unit, one_of({AnswerKind::attends, AnswerKind::cannot_come}));
    case 3:
    case 4:
    case 5:
      return forwards(unit, any_unit());
    case 6:
      return names_substitute(unit, one_of<const char*>({"Rut", "Per"}));
    case 7:
      return of<ConfirmSubstitute>(unit);
    case 8:
      return of<DeclineSubstitution>(unit);
    case 9:
      return of<TakeBackSeat>(unit);
    case 10:
      return MarkAttendance{any_mark(), {}};
    default: {
      auto report = of<RecordDelivery>(unit);
      report.report =
          one_of({DeliveryReport::accepted, DeliveryReport::delivered, DeliveryReport::failed});
      return report;
    }
  }
}

/// Something said by somebody who often, but not always, may say it.
std::pair<Actor, CaseCommand> any_line(const World& world) {
  const UnitId unit = any_unit();
  const bool rightly = *rc::gen::inRange(0, 5) > 0;
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      return {rightly ? coordinator() : any_actor(), about_the_case(world)};
    case 1:
    case 2:
      return {rightly ? coordinator() : any_actor(), about_the_meeting(world)};
    case 3:
      return {rightly ? coordinator() : any_actor(), about_the_plan(world)};
    default:
      return {rightly ? staff_of(unit) : any_actor(), about_a_seat(unit)};
  }
}

World any_beginning() {
  const auto step =
      one_of({Step::preparation, Step::summons, Step::summons, Step::mapping, Step::meeting,
              Step::activity_follow_up, Step::follow_up, Step::evaluation});
  return led_to(step, one_of({CaseKind::sip, CaseKind::discharge, CaseKind::coordination}));
}

/// Time goes on: mostly hours, sometimes to the meeting, sometimes weeks.
void let_time_pass(World& world) {
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
      world.now += std::chrono::days{*rc::gen::inRange(1, 40)};
      break;
    case 1:
      if (!world.running.meetings.empty()) {
        world.now = std::max(world.now, world.meeting().notice.starts);
      }
      break;
    default:
      world.now += std::chrono::hours{*rc::gen::inRange(0, 20)};
      break;
  }
}

// --- the whole case as text, to be compared
// -------------------------------------------------------------

void tell(std::string& text, const Seat& seat) {
  text += "\n  " + seat.party.text + " " + std::string{table::state_id(seat.state)} + " v" +
          std::to_string(seat.version) + (seat.has_duty ? " duty" : "") + " " +
          std::string{table::state_id(seat.reach)} + " a" + std::to_string(seat.answers.size()) +
          " c" + std::to_string(seat.chain.size()) + " r" +
          std::to_string(seat.reminders_done.size()) + " " +
          (seat.mark ? std::string{table::state_id(seat.mark->attendance)} : "-") + " to " +
          seat.forwarded_to.value_or(PartyId{"-"}).text + " by " +
          (seat.answer_by ? iso(*seat.answer_by) : "-");
}

std::string told(const Case& running) {
  std::string text = std::string{table::state_id(running.step)} + " round " +
                     std::to_string(running.round) + " events " + std::to_string(running.events) +
                     " at " + iso(running.last_at) + " by " + running.coordinator.name +
                     (running.consent.withdrawn ? " withdrawn" : "");
  for (const auto& party : running.parties)
    text += "\n " + party.id.text + (party.left ? " left" : "");
  for (const auto& meeting : running.meetings) {
    text += "\n meeting " + std::to_string(meeting.number) + " v" +
            std::to_string(meeting.version) + " " + std::string{table::state_id(meeting.status)} +
            " " + iso(meeting.notice.starts);
    for (const auto& seat : meeting.seats) tell(text, seat);
    text += "\n  void:";
    for (const auto& seat : meeting.voided) tell(text, seat);
  }
  text += "\n plan " + std::to_string(running.plan.content) + " agreed " +
          std::to_string(running.plan.agreements.size()) + " declined " +
          std::to_string(running.plan.declined.size()) + " copies " +
          std::to_string(running.plan.copies.size());
  text += "\n followed " + std::to_string(running.follow_ups.size()) + " mapped " +
          std::to_string(running.mappings.size()) + " passed " +
          std::to_string(running.passed.size()) + " next " +
          (running.next_follow_up ? iso(*running.next_follow_up) : "-");
  return text;
}

Case replayed(const std::vector<Logged>& log) {
  Case again;
  for (const auto& line : log) again = evolve(std::move(again), line.event, line.stamp);
  return again;
}

// --- what must hold
// --------------------------------------------------------------------------------------

/// Decide-then-fold stands where the machine said; a refusal has its reasons and leaves all as it
/// was.
void say_and_hold(World& world, const Actor& by, const CaseCommand& command) {
  const Decided decided = decide(world.running, command, {world.now, by, 0}, world.ground());
  const std::string before = told(world.running);
  const Said said = world.say(by, command);
  RC_ASSERT(said.is_accepted() == decided.verdict.is_accepted());
  RC_ASSERT(world.running.step == decided.step);
  if (said) {
    RC_ASSERT(world.running.events == world.log.size());
    return;
  }
  RC_ASSERT(!said.refusals().empty());
  RC_ASSERT(said.refusals() == decided.verdict.refusals());
  RC_ASSERT(told(world.running) == before);
}

void duties_lie_in_one_place(const World& world) {
  for (const auto& meeting : world.running.meetings) {
    for (const auto& seat : meeting.seats) {
      if (!seat.has_duty) continue;
      const Seat* above =
          seat.forwarded_from ? meeting::find_seat(meeting, *seat.forwarded_from) : nullptr;
      while (above) {
        RC_ASSERT(!above->has_duty);
        above =
            above->forwarded_from ? meeting::find_seat(meeting, *above->forwarded_from) : nullptr;
      }
    }
  }
}

void rows_stand_once(const World& world) {
  const auto rows = world.due();
  RC_ASSERT(std::set<Due>(rows.begin(), rows.end()).size() == rows.size());
  if (world.running.step == Step::closed) RC_ASSERT(rows.empty());
}

/// The clock says all that has come, earliest first; each is taken, and is gone.
void let_the_clock_speak(World& world) {
  for (auto rows = world.due(); !rows.empty(); rows = world.due()) {
    const Due first = *std::min_element(rows.begin(), rows.end());
    if (first.at > world.now) return;
    const Said said = world.say(the_clock(), PassTime{first});
    RC_ASSERT(said.is_accepted());
    RC_ASSERT(!said.events().empty());
    rows = world.due();
    RC_ASSERT(std::find(rows.begin(), rows.end(), first) == rows.end());
  }
}

template <class Promise>
void tell_stories(Promise holds) {
  for (int story = 0; story < stories_per_case; ++story) {
    World world = any_beginning();
    for (int line = 0; line < lines_per_story; ++line) {
      let_time_pass(world);
      const auto [by, command] = any_line(world);
      holds(world, by, command);
    }
  }
}

RC_GTEST_PROP(CaseProperty, FoldEndsWhereTheMachineSaysAndARefusalChangesNothing, ()) {
  tell_stories([](World& world, const Actor& by, const CaseCommand& command) {
    say_and_hold(world, by, command);
  });
}

RC_GTEST_PROP(CaseProperty, NoRowStandsTwiceAndEachIsAnsweredOnce, ()) {
  tell_stories([](World& world, const Actor& by, const CaseCommand& command) {
    world.say(by, command);
    rows_stand_once(world);
    let_the_clock_speak(world);
  });
}

RC_GTEST_PROP(CaseProperty, OneDutyNeverLiesInTwoPlaces, ()) {
  tell_stories([](World& world, const Actor& by, const CaseCommand& command) {
    world.say(by, command);
    duties_lie_in_one_place(world);
  });
}

RC_GTEST_PROP(CaseProperty, AReplayedLogIsTheSameCaseWithTheSameDemands, ()) {
  for (int story = 0; story < stories_per_case; ++story) {
    World world = any_beginning();
    for (int line = 0; line < lines_per_story; ++line) {
      let_time_pass(world);
      const auto [by, command] = any_line(world);
      world.say(by, command);
    }
    World again;
    again.running = replayed(world.log);
    RC_ASSERT(told(again.running) == told(world.running));
    RC_ASSERT(again.due() == world.due());
  }
}

RC_GTEST_PROP(CaseProperty, WhileConsentIsWithdrawnNothingIsShared, ()) {
  const std::set<std::string> sharing{
      "summons_sent",      "officials_meeting_called", "party_summoned",
      "meeting_changed",   "copy_handed_out",          "mapping_recorded",
      "summons_forwarded", "substitute_named",         "reminder_issued"};
  tell_stories([&](World& world, const Actor& by, const CaseCommand& command) {
    const bool withdrawn = world.running.consent.withdrawn.has_value();
    const Said said = world.say(by, command);
    for (const auto& id : events_of(said)) RC_ASSERT(!withdrawn || !sharing.contains(id));
  });
}

}  // namespace
}  // namespace kallad::casework
