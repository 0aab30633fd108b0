// The way of asking each file for one year and one frozen moment, kept as it was before cases were
// counted for all years at once. Not shared with what it is held against: a rule that changes is
// changed in both.
#include "tests/engine/report/plain_year.hpp"

#include <algorithm>
#include <utility>

namespace kallad::report::test {

namespace {

bool is_held(const Meeting& meeting) {
  return meeting.status == MeetingStatus::ended ||
         meeting.status == MeetingStatus::attendance_closed;
}

/// Whether what the seat's party does is its duty and can be judged: called, not void, reached or
/// come.
bool is_duty(const Seat& seat) {
  return seat.calling == Calling::summoned && seat.has_duty && seat.state != SeatState::voided;
}

class Observer {
 public:
  Observer(const CaseFile& file, const FigureGround& ground)
      : case_(file.running), ground_(ground), frozen_on_(day_of(ground.frozen_at)) {}

  std::vector<Observation> all() {
    see_case();
    for (std::size_t at = 0; at < case_.meetings.size(); ++at) {
      const Meeting& meeting = case_.meetings[at];
      if (meeting.notice.form != MeetingForm::sip) continue;
      see_answers(meeting);
      if (meeting.status == MeetingStatus::not_held) see_called_off(meeting);
      if (is_held(meeting)) see_meeting(meeting, next_held_on(at));
    }
    return std::move(seen_);
  }

 private:
  Date day_of(Instant at) const { return ground_.calendar.zone().day_of(at); }
  Date day_of(const Meeting& meeting) const { return day_of(meeting.notice.starts); }

  std::int32_t working_days(Date from, Date to) const {
    return ground_.calendar.working_days_between(from, to);
  }

  void add(Observation one) {
    one.age = count::age_group(case_.person, one.day);
    const bool in_year = static_cast<int>(one.day.year()) == ground_.year && one.day <= frozen_on_;
    if (in_year) seen_.push_back(std::move(one));
  }

  void add(FigureId figure, Date day, bool counts = true) {
    add({figure, day, case_.coordinator.unit, counts, false, std::nullopt, {}, {}});
  }

  void add_days(FigureId figure, Date day, std::optional<std::int32_t> days) {
    add({figure, day, case_.coordinator.unit, true, !days, days, {}, {}});
  }

  void see_case() {
    if (case_.closing_reason == ClosingReason::opened_by_mistake) return;
    const Date opened = day_of(case_.opened->at);
    add(FigureId::new_sips, opened);
    if (const auto sent = first_summons()) {
      const Date day = day_of(*sent);
      add_days(FigureId::need_to_summons, day, working_days(opened, day));
    }
    if (case_.closed) {
      add(FigureId::closed_with_evaluation, day_of(case_.closed->at), case_.evaluated.has_value());
    }
  }

  static std::optional<Instant> sent_first(const Meeting& meeting) {
    std::optional<Instant> first;
    for (const auto* seats : {&meeting.seats, &meeting.voided}) {
      for (const Seat& seat : *seats) {
        if (seat.sent && (!first || seat.sent->at < *first)) first = seat.sent->at;
      }
    }
    return first;
  }

  std::optional<Instant> first_summons() const {
    for (const Meeting& meeting : case_.meetings) {
      if (meeting.notice.form == MeetingForm::sip) return sent_first(meeting);
    }
    return std::nullopt;
  }

  /// The last day of an answer gives the year; an answer counts when it was given.
  void see_answers(const Meeting& meeting) {
    if (meeting.status == MeetingStatus::cancelled) return;
    for (const Seat& seat : meeting.seats) {
      const bool asked = seat.calling == Calling::summoned && seat.state != SeatState::voided;
      if (!asked || !seat.answer_by || *seat.answer_by > ground_.frozen_at) continue;
      const bool in_time = seat::answer_at(seat, *seat.answer_by) != nullptr;
      const bool reached = seat::is_reached(seat) || in_time;
      add({FigureId::answered_in_time,
           day_of(*seat.answer_by),
           unit_of(seat.party),
           in_time,
           !reached,
           std::nullopt,
           {},
           {}});
    }
  }

  void see_called_off(const Meeting& meeting) {
    add(FigureId::called_off_at_table, day_of(meeting));
    see_attendance(meeting);
  }

  void see_meeting(const Meeting& meeting, Date next) {
    const Date day = day_of(meeting);
    add(FigureId::carried_out_sips, day);
    add(FigureId::people_with_sip, day);
    add(FigureId::called_off_at_table, day, false);
    const auto sent = sent_first(meeting);
    add_days(FigureId::summons_to_meeting, day,
             sent ? std::optional{working_days(day_of(*sent), day)} : std::nullopt);
    see_copy(meeting, day, next);
    see_follow_up(meeting, day, next);
    see_all_present(meeting, day);
    see_person(meeting, day);
    see_attendance(meeting);
  }

  /// The day of the next meeting held; what comes after belongs to that one.
  Date next_held_on(std::size_t at) const {
    for (std::size_t later = at + 1; later < case_.meetings.size(); ++later) {
      const Meeting& meeting = case_.meetings[later];
      if (is_held(meeting) && meeting.notice.form == MeetingForm::sip) return day_of(meeting);
    }
    return Date{std::chrono::year::max(), std::chrono::December, std::chrono::day{31}};
  }

  bool is_person(const PartyId& party) const {
    return std::ranges::any_of(case_.parties, [&](const Party& one) {
      return one.id == party && one.kind == PartyKind::person;
    });
  }

  void see_copy(const Meeting&, Date day, Date next) {
    std::optional<std::int32_t> days;
    for (const CopyHandedOut& copy : case_.plan.copies) {
      const Date on = day_of(copy.fact.at);
      if (!days && is_person(copy.to) && day <= on && on < next) days = working_days(day, on);
    }
    add_days(FigureId::meeting_to_copy, day, days);
  }

  /// The promise belongs to the year of the promised day, once that day has passed.
  void see_follow_up(const Meeting& meeting, Date day, Date next) {
    std::optional<Date> held;
    for (const FollowUp& one : case_.follow_ups) {
      const bool of_this = day <= one.held_on && one.held_on < next;
      if (of_this && (!held || one.held_on < *held)) held = one.held_on;
    }
    add_days(FigureId::meeting_to_follow_up, day,
             held ? std::optional{working_days(day, *held)} : std::nullopt);
    if (!meeting.follow_up_on || *meeting.follow_up_on >= frozen_on_) return;
    add(FigureId::followed_up_as_promised, *meeting.follow_up_on,
        held && *held <= *meeting.follow_up_on);
  }

  void see_all_present(const Meeting& meeting, Date day) {
    const bool any = std::ranges::any_of(meeting.seats, is_duty);
    const bool all = std::ranges::all_of(
        meeting.seats, [](const Seat& seat) { return !is_duty(seat) || seat::has_come(seat); });
    add({FigureId::all_summoned_present,
         day,
         case_.coordinator.unit,
         all,
         !any,
         std::nullopt,
         {},
         {}});
  }

  /// Told of the person's own seat; where nobody marked it the fact is missing.
  void see_person(const Meeting& meeting, Date day) {
    const auto found = std::ranges::find_if(
        meeting.seats, [&](const Seat& seat) { return is_person(seat.party) && seat.mark; });
    const bool known = found != meeting.seats.end();
    add({FigureId::person_took_part,
         day,
         case_.coordinator.unit,
         known && seat::has_come(*found),
         !known,
         std::nullopt,
         {},
         {}});
  }

  void see_attendance(const Meeting& meeting) {
    for (const Seat& seat : meeting.seats) {
      if (!is_duty(seat) || !seat.mark) continue;
      const bool by_substitute = seat.mark->attendance == Attendance::substitute_present;
      const bool came = seat::has_come(seat);
      const bool missing = !came && !seat::is_reached(seat);
      const auto tell = [&](FigureId figure, bool counts) {
        add({figure, day_of(meeting), unit_of(seat.party), counts, missing, std::nullopt, {}, {}});
      };
      tell(FigureId::attended, came && !by_substitute);
      tell(FigureId::substituted, by_substitute);
      tell(FigureId::absent, !came);
    }
  }

  const Case& case_;
  const FigureGround& ground_;
  Date frozen_on_;
  std::vector<Observation> seen_;
};

}  // namespace

std::vector<Observation> plainly_observed(const CaseFile& file, const FigureGround& ground) {
  const Case& running = file.running;
  const bool is_sip = running.kind != CaseKind::coordination;
  if (!running.is_opened() || running.council != ground.council || !is_sip) return {};
  return Observer{file, ground}.all();
}

}  // namespace kallad::report::test
