// What has happened to each summons, in the order it happens.
// Not the meeting's record: that is the plan.
#include "adapters/web/case/seat_lines.hpp"

#include "adapters/web/template/texts.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

/// The words of one case's seats, in one language.
class SeatWords {
 public:
  SeatWords(const CaseView& shown, const Calendar& calendar, Instant now, Language language)
      : shown_(shown), calendar_(calendar), now_(now), language_(language) {}

  SeatLine line(const SeatView& seat) const {
    SeatLine line;
    line.party = party_name(shown_, seat.party);
    line.calling = word(seat.calling, language_);
    line.answer = answer(seat);
    line.tone = tone(seat);
    // What of another party's summons one may not see says nothing of whether it was sent.
    if (seat.sent_at || seat.state == SeatState::created) line.marks = marks(seat);
    for (const SubstituteView& each : seat.chain) line.told.push_back(substitute(each));
    for (const ReminderStep each : seat.reminders) {
      line.told.push_back(said("case.seat_reminded"_text, language_,
                               {{"who", std::string{word(each, language_)}}}));
    }
    if (const auto next = next_reminder(seat); !next.empty()) line.told.push_back(next);
    if (seat.address_bounced) line.told.push_back(said("case.seat_bounced"_text, language_));
    line.has_marks = !line.marks.empty();
    line.has_told = !line.told.empty();
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

  std::vector<SeatMark> marks(const SeatView& seat) const {
    const bool has_answered = seat.answered_at.has_value();
    return {mark("case.seat_sent"_text, seat.sent_at), reached(seat),
            mark("case.seat_opened"_text, seat.opened_at, {}, has_answered),
            mark("case.seat_acknowledged"_text, seat.acknowledged_at, seat.acknowledge_by,
                 has_answered),
            mark("case.seat_answered"_text, seat.answered_at, seat.answer_by)};
  }

  /// What has happened, or by when it should; `no_need` where something later has come instead.
  SeatMark mark(TextKey name, const std::optional<Instant>& at,
                const std::optional<Instant>& by = {}, bool no_need = false) const {
    SeatMark one{said(name, language_), {}, {}, "done"};
    if (at) {
      one.at = moment_short(*at, calendar_, language_);
      return one;
    }
    const bool is_late = by && *by < now_ && !no_need;
    one.tone = is_late ? "late" : by && !no_need ? "waits" : "none";
    if (one.tone == "none") {
      one.text = said(no_need ? "case.seat_no_need"_text : "case.seat_not"_text, language_);
      return one;
    }
    one.text = said(is_late ? "case.seat_late"_text : "case.seat_by"_text, language_,
                    {{"when", short_text(*by)}});
    return one;
  }

  SeatMark reached(const SeatView& seat) const {
    SeatMark one = mark("case.seat_reached"_text, seat.reached_at);
    if (seat.reach == Reach::failed) {
      one.tone = "late";
      one.text = word(seat.reach, language_);
    }
    if (seat.reach == Reach::presumed) one.text = word(seat.reach, language_);
    return one;
  }

  std::string short_text(Instant at) const { return moment_short(at, calendar_, language_).text; }

  std::string substitute(const SubstituteView& one) const {
    const auto at = one.confirmed_at ? one.confirmed_at : one.named_at;
    return said(one.confirmed_at ? "case.seat_substitute_confirmed"_text
                                 : "case.seat_substitute_named"_text,
                language_,
                {{"name", one.name}, {"role", one.role}, {"when", at ? short_text(*at) : ""}});
  }

  /// Who is reminded next, and when.
  std::string next_reminder(const SeatView& seat) const {
    for (const DueView& due : shown_.due) {
      const bool reminds = due.kind == DueKind::remind_recipient ||
                           due.kind == DueKind::remind_mailbox || due.kind == DueKind::remind_head;
      if (!reminds || due.about != seat.party || due.number != seat.meeting) continue;
      return said(
          "case.seat_next"_text, language_,
          {{"what", words::capitalised(word(due.kind, language_))}, {"when", short_text(due.at)}});
    }
    return {};
  }

  const CaseView& shown_;
  const Calendar& calendar_;
  Instant now_;
  Language language_;
};

}  // namespace

std::optional<MeetingPart> meeting_part(const CaseView& shown, const Calendar& calendar,
                                        Instant now, Language language) {
  if (shown.meetings.empty()) return std::nullopt;
  const MeetingView& meeting = shown.meetings.back();
  MeetingPart part;
  part.href = case_address(shown.id) + "/meeting";
  part.starts = moment_told(meeting.starts, calendar, language);
  part.near = nearness(calendar.zone().day_of(meeting.starts), now, calendar, language);
  part.status = word(meeting.status, language);
  part.place = meeting.place.value_or("");
  part.purpose = meeting.purpose;
  part.questions = meeting.questions;
  part.has_questions = !part.questions.empty();
  part.chair = meeting.chair;
  part.secretary = meeting.secretary;
  const SeatWords words{shown, calendar, now, language};
  for (const SeatView& each : meeting.seats) {
    part.seats.push_back(words.line(each));
    part.seats.back().number = part.seats.size() - 1;
  }
  return part;
}

}  // namespace kallad::web
