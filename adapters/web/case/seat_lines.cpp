// What has happened to each summons, in the order it happens.
// Not the meeting's record: that is the plan.
#include "adapters/web/case/seat_lines.hpp"

#include "adapters/web/template/texts.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

class SeatWords {
 public:
  SeatWords(const Calendar& calendar, Language language)
      : calendar_(calendar), language_(language) {}

  SeatLine line(const CaseView& shown, const SeatView& seat) const {
    SeatLine line;
    line.party = party_name(shown, seat.party);
    line.calling = word(seat.calling, language_);
    line.answer = answer(seat);
    line.tone = tone(seat);
    tell(line.told, "case.seat_sent"_text, seat.sent_at);
    tell(line.told, "case.seat_reached"_text, seat.reached_at);
    tell(line.told, "case.seat_opened"_text, seat.opened_at);
    tell(line.told, "case.seat_acknowledged"_text, seat.acknowledged_at);
    tell(line.told, "case.seat_answered"_text, seat.answered_at);
    for (const SubstituteView& each : seat.chain) line.told.push_back(substitute(each));
    if (!seat.answered_at) tell(line.told, "case.seat_answer_by"_text, seat.answer_by);
    for (const ReminderStep each : seat.reminders) {
      line.told.push_back(std::string{word(each, language_)});
    }
    if (seat.address_bounced) line.told.push_back(said("case.seat_bounced"_text, language_));
    return line;
  }

 private:
  std::string answer(const SeatView& seat) const {
    if (seat.attendance) return std::string{word(*seat.attendance, language_)};
    return std::string{seat.answer ? word(*seat.answer, language_) : word(seat.state, language_)};
  }

  static std::string tone(const SeatView& seat) {
    if (seat.attendance) return *seat.attendance == Attendance::absent ? "danger" : "success";
    if (!seat.answer) return seat.answer_lapsed_at ? "danger" : "neutral";
    return *seat.answer == AnswerKind::cannot_come ? "warning" : "success";
  }

  void tell(std::vector<std::string>& told, TextKey key, const std::optional<Instant>& at) const {
    if (at) {
      told.push_back(said(key, language_, {{"when", moment_told(*at, calendar_, language_).text}}));
    }
  }

  std::string substitute(const SubstituteView& one) const {
    return said(one.confirmed_at ? "case.seat_substitute_confirmed"_text
                                 : "case.seat_substitute_named"_text,
                language_, {{"name", one.name}, {"role", one.role}});
  }

  const Calendar& calendar_;
  Language language_;
};

}  // namespace

std::optional<MeetingPart> meeting_part(const CaseView& shown, const Calendar& calendar,
                                        Instant now, Language language) {
  if (shown.meetings.empty()) return std::nullopt;
  const MeetingView& meeting = shown.meetings.back();
  MeetingPart part;
  part.starts = moment_told(meeting.starts, calendar, language);
  part.near = nearness(calendar.zone().day_of(meeting.starts), now, calendar, language);
  part.status = word(meeting.status, language);
  part.place = meeting.place.value_or("");
  part.purpose = meeting.purpose;
  part.questions = meeting.questions;
  part.has_questions = !part.questions.empty();
  part.chair = meeting.chair;
  part.secretary = meeting.secretary;
  const SeatWords words{calendar, language};
  for (const SeatView& each : meeting.seats) part.seats.push_back(words.line(shown, each));
  return part;
}

}  // namespace kallad::web
