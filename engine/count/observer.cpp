// What counts, figure by figure. A figure that belongs to a meeting is told for every meeting held,
// as missing where its fact is: so the figures of meetings have one population. Nothing here asks
// what the time is: what is not known before a moment says so (`from`).
#include "engine/count/observer.hpp"

#include <algorithm>
#include <utility>

namespace kallad::count {

namespace {

bool is_held(const Meeting& meeting) {
  return meeting.status == MeetingStatus::ended ||
         meeting.status == MeetingStatus::attendance_closed;
}

/// Whether what the seat's party does is its duty and can be judged: called, and not void.
bool is_duty(const Seat& seat) {
  return seat.calling == Calling::summoned && seat.has_duty && seat.state != SeatState::voided;
}

class Observer {
 public:
  Observer(const Case& running, const Calendar& calendar) : case_(running), calendar_(calendar) {}

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
  Date day_of(Instant at) const { return calendar_.zone().day_of(at); }
  Date day_of(const Meeting& meeting) const { return day_of(meeting.notice.starts); }

  std::int32_t working_days(Date from, Date to) const {
    return calendar_.working_days_between(from, to);
  }

  AgeGroup age_on(Date day) {
    if (!age_ || age_->first != day) age_.emplace(day, age_group(case_.person, day));
    return age_->second;
  }

  Observation& add(FigureId figure, Date day, const UnitId& unit, bool counts, bool missing) {
    seen_.push_back({figure, day, unit, counts, missing, std::nullopt, age_on(day), std::nullopt});
    return seen_.back();
  }

  Observation& add(FigureId figure, Date day, bool counts = true, bool missing = false) {
    return add(figure, day, case_.coordinator.unit, counts, missing);
  }

  void add_days(FigureId figure, Date day, std::optional<std::int32_t> days) {
    add(figure, day, true, !days).days = days;
  }

  void see_case() {
    if (case_.closing_reason == ClosingReason::opened_by_mistake) return;
    const Date opened = day_of(case_.opened->at);
    // A SIP whose plan was taken over is not new here, and its need was not met by that summons.
    if (!case_.plan_taken_over) add(FigureId::new_sips, opened);
    const auto sent = case_.plan_taken_over ? std::nullopt : first_summons();
    if (sent) {
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
      if (!asked || !seat.answer_by) continue;
      const bool in_time = seat::answer_at(seat, *seat.answer_by) != nullptr;
      const bool reached = seat::is_reached(seat) || in_time;
      add(FigureId::answered_in_time, day_of(*seat.answer_by), unit_in(case_, seat.party), in_time,
          !reached)
          .from = seat.answer_by;
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
    if (!meeting.follow_up_on) return;
    const Date promised = *meeting.follow_up_on;
    add(FigureId::followed_up_as_promised, promised, held && *held <= promised).from =
        calendar_.zone().start_of(std::chrono::sys_days{promised} + std::chrono::days{1});
  }

  void see_all_present(const Meeting& meeting, Date day) {
    const bool any = std::ranges::any_of(meeting.seats, is_duty);
    const bool all = std::ranges::all_of(
        meeting.seats, [](const Seat& seat) { return !is_duty(seat) || seat::has_come(seat); });
    add(FigureId::all_summoned_present, day, all, !any);
  }

  /// Told of the person's own seat; where nobody marked it the fact is missing.
  void see_person(const Meeting& meeting, Date day) {
    const auto found = std::ranges::find_if(
        meeting.seats, [&](const Seat& seat) { return is_person(seat.party) && seat.mark; });
    const bool known = found != meeting.seats.end();
    add(FigureId::person_took_part, day, known && seat::has_come(*found), !known);
  }

  void see_attendance(const Meeting& meeting) {
    for (const Seat& seat : meeting.seats) {
      if (!is_duty(seat) || !seat.mark) continue;
      const bool by_substitute = seat.mark->attendance == Attendance::substitute_present;
      const bool came = seat::has_come(seat);
      const bool missing = !came && !seat::is_reached(seat);
      const auto tell = [&](FigureId figure, bool counts) {
        add(figure, day_of(meeting), unit_in(case_, seat.party), counts, missing);
      };
      tell(FigureId::attended, came && !by_substitute);
      tell(FigureId::substituted, by_substitute);
      tell(FigureId::absent, !came);
    }
  }

  const Case& case_;
  const Calendar& calendar_;
  std::optional<std::pair<Date, AgeGroup>> age_;  ///< of the day asked for last
  std::vector<Observation> seen_;
};

}  // namespace

std::vector<Observation> observed(const Case& running, const Calendar& calendar) {
  return Observer{running, calendar}.all();
}

UnitId unit_in(const Case& running, const PartyId& party) {
  const Party* known = casework::find_party(running, party);
  return known && known->kind != PartyKind::unit ? UnitId{} : unit_of(party);
}

}  // namespace kallad::count
