// What is said in random stories, and how often. Not whether it is right to say it: the machines
// tell. Rule kept: every value is as likely in short runs as in long ones, see pick.
#include "tests/engine/between/any_story.hpp"

#include <rapidcheck.h>

namespace kallad::between {

int pick(int n) { return *rc::gen::resize(100, rc::gen::inRange(0, n)); }

namespace {

template <class Value>
Value one_of(std::vector<Value> values) {
  return *rc::gen::elementOf(std::move(values));
}

UnitId any_unit() { return one_of<UnitId>({adults, clinic, clinic, clinic, ward, children}); }

Attendance any_attendance() {
  return one_of<Attendance>({Attendance::present, Attendance::absent, Attendance::absent,
                             Attendance::late, Attendance::substitute_present});
}

AttendanceMark any_mark(const UnitId& unit) {
  return mark(unit, any_attendance(),
              one_of<std::optional<Mandate>>({std::nullopt, Mandate::no, Mandate::partly}));
}

std::vector<AttendanceMark> marks_of_all(const Story& story) {
  std::vector<AttendanceMark> marks;
  if (story.file.running.meetings.empty()) return marks;
  for (const auto& seat : story.file.running.meetings.back().seats) {
    if (seat.has_duty) marks.push_back(any_mark(unit_of(seat.party)));
  }
  return marks;
}

LocalTime wall(const Story& story) { return story.calendar.zone().to_local(story.now); }

SendSummons any_summons(const Story& story) {
  SendSummons send;
  send.starts = wall(story) + std::chrono::hours{24 * (1 + pick(30))};
  send.purpose = "Samordna";
  send.questions = {"Vem gör vad?"};
  send.short_notice_reason = "Bråttom";
  return send;
}

AnswerSummons any_answer() {
  auto answer = answer_of(
      any_unit(),
      one_of<AnswerKind>({AnswerKind::attends, AnswerKind::cannot_come, AnswerKind::forwarded}));
  if (answer.answer == AnswerKind::forwarded) answer.forward_to = one_of<UnitId>({ward, children});
  return answer;
}

template <class Wish>
Wish about(const UnitId& unit) {
  Wish wish;
  wish.party = party_of(unit);
  return wish;
}

RecordDelivery any_delivery() {
  auto report = about<RecordDelivery>(any_unit());
  report.report = one_of<DeliveryReport>(
      {DeliveryReport::accepted, DeliveryReport::delivered, DeliveryReport::failed});
  return report;
}

CompleteDeficiency any_form() {
  CompleteDeficiency form;
  form.number = 1;
  form.registered_by = {"Siv Samordnare", "socialsekreterare", "042-10 50 00"};
  form.nearest_manager = {"Eva Chef", "enhetschef", "042-10 50 01"};
  form.event_date = std::chrono::year{2026} / 3 / 2;
  form.found_at = "Kommunen";
  form.parties_concerned = "Psykosmottagningen";
  form.what_happened = "Ingen kom.";
  form.measures_for_person = "Ny tid.";
  form.measures_by_parties = "Chefer har talats vid.";
  form.withhold_identity = true;
  return form;
}

void say_about_meeting(Story& story) {
  switch (pick(7)) {
    case 0:
      story.say(coordinator(), any_summons(story));
      break;
    case 1: {
      ChangeMeeting change;
      change.starts = wall(story) + std::chrono::hours{24 * (1 + pick(20))};
      change.short_notice_reason = "Bråttom";
      story.say(coordinator(), change);
      break;
    }
    case 2:
      story.say(coordinator(), CancelMeeting{"Förhinder"});
      break;
    case 3:
      story.say(chair(), CloseAttendance{marks_of_all(story)});
      break;
    case 4:
      story.say(chair(), CallOffMeeting{{party_of(any_unit())}, marks_of_all(story), {}});
      break;
    case 5:
      story.say(chair(), CorrectAttendance{any_mark(any_unit()), "Rättelse", {}});
      break;
    default:
      story.say(chair(), EndMeeting{{}, "Personens önskan"});
      break;
  }
}

void say_about_seat(Story& story) {
  const UnitId unit = any_unit();
  switch (pick(7)) {
    case 0:
      story.say(mail(), any_delivery());
      break;
    case 1:
      story.say(of_unit(unit), about<OpenSummons>(unit));
      break;
    case 2:
      story.say(of_unit(unit), about<Acknowledge>(unit));
      break;
    case 3:
      story.say(coordinator(), any_answer());
      break;
    case 4:
      story.say(of_unit(unit), substitute_for(unit));
      break;
    case 5:
      story.say(substitute(), about<ConfirmSubstitute>(unit));
      break;
    default:
      story.say(coordinator(), about<TakeBackSeat>(unit));
      break;
  }
}

void say_about_consent(Story& story) {
  if (pick(3) == 0) {
    story.say(coordinator(), WithdrawConsent{"Anna Testsson", Capacity::person});
    return;
  }
  RecordConsent given;
  given.consent.given_by = {{"Anna Testsson", Capacity::person}};
  given.consent.from = std::chrono::year{2026} / 1 / 1;
  story.say(coordinator(), given);
}

void say_about_deficiency(Story& story) {
  switch (pick(5)) {
    case 0:
      story.say(coordinator(), any_form());
      break;
    case 1:
      story.say(coordinator(), HandToOwnManager{{1}});
      break;
    case 2:
      story.say(head_of(adults), SendToCounterpart{{1}});
      break;
    case 3:
      story.say(coordinator(), WithdrawDeficiency{{1}, "Misstag"});
      break;
    default:
      story.say(coordinator(),
                WriteDeficiency{clinic, {}, std::chrono::year{2026} / 3 / 2, "Ingen svarar.", 1});
      break;
  }
}

}  // namespace

void say_anything(Story& story) {
  const auto events = story.file.running.events;
  const auto step = story.file.running.step;
  const int kind = pick(20);
  if (kind < 7) say_about_seat(story);
  if (kind >= 7 && kind < 13) say_about_meeting(story);
  if (kind == 13) say_about_consent(story);
  if (kind == 14) say_about_deficiency(story);
  if (kind > 14) {
    story.until(wall(story) + std::chrono::hours{1 + pick(24 * 12)});
    return;
  }
  if (story.refused.empty()) return;
  RC_ASSERT(story.file.running.events == events);
  RC_ASSERT(story.file.running.step == step);
}

}  // namespace kallad::between
