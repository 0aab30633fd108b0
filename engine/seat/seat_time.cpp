// What time demands of a seat, and what happens when it comes.
// Rules kept (rulings, "Declining and deadlines"): a deadline ends at 23:59:59 local and passes the
// second after; the ladder is recipient, function mailbox, head, at the routine's hour on working
// days; only steps still needed are sent, and after downtime reminders that have lost their point
// are not.
#include <algorithm>
#include <array>

#include "engine/deadline/deadlines.hpp"
#include "engine/seat/seat_decide.hpp"
#include "engine/seat/seat_machine.hpp"

namespace kallad::seat {

namespace {

struct Rung {
  ReminderStep step;
  DueKind kind;
  int Routine::*working_day;
};
constexpr std::array<Rung, 3> ladder{{
    {ReminderStep::recipient, DueKind::remind_recipient, &Routine::remind_recipient_on_working_day},
    {ReminderStep::mailbox, DueKind::remind_mailbox, &Routine::remind_mailbox_on_working_day},
    {ReminderStep::head, DueKind::remind_head, &Routine::remind_head_on_working_day},
}};

bool is_done(const Seat& seat, ReminderStep step) {
  const auto& done = seat.reminders_done;
  return std::find(done.begin(), done.end(), step) != done.end();
}

bool is_before_answer(SeatState state) {
  return state == SeatState::sent || state == SeatState::delivered ||
         state == SeatState::delivery_failed || state == SeatState::opened ||
         state == SeatState::acknowledged;
}

/// Sent, and neither void nor settled by attendance.
bool is_open(SeatState state) {
  return is_before_answer(state) || state == SeatState::answered ||
         state == SeatState::substitute_named || state == SeatState::substitute_confirmed;
}

/// The moment the ladder counts from: sending; for a forwarded summons, that the unit took it on,
/// for its own deadlines start then.
Instant ladder_start(const Seat& seat) {
  const bool took_it_on = seat.forwarded_from && seat.acknowledged;
  return took_it_on ? seat.acknowledged->at : seat.sent->at;
}

Instant rung_time(const Seat& seat, const Rung& rung, const Routine& routine,
                  const Calendar& calendar) {
  return reminder_at(calendar, ladder_start(seat), routine.*rung.working_day,
                     routine.reminder_hour);
}

void add_ladder(std::vector<Due>& dues, const Seat& seat, std::uint32_t meeting,
                const Routine& routine, const Calendar& calendar) {
  if (!is_before_answer(seat.state) || !seat.sent || !seat.answer_by) return;
  for (const auto& rung : ladder) {
    const Instant at = rung_time(seat, rung, routine, calendar);
    if (!is_done(seat, rung.step) && at < *seat.answer_by) {
      dues.push_back({at, rung.kind, meeting, seat.party.text});
    }
  }
}

/// A reminder has lost its point when the deadline has passed or a later rung's time has come. Two
/// rungs at the same hour are both sent: that is the routine's choice.
bool has_lost_point(const SeatFacts& facts, ReminderStep step) {
  const Seat& seat = facts.seat;
  if (!seat.sent || !seat.answer_by || *seat.answer_by < facts.stamp.at) return true;
  const auto time_of = [&](const Rung& rung) {
    return rung_time(seat, rung, facts.routine, facts.ground.calendar);
  };
  const Instant own = time_of(*std::find_if(ladder.begin(), ladder.end(),
                                            [&](const Rung& rung) { return rung.step == step; }));
  return std::any_of(ladder.begin(), ladder.end(), [&](const Rung& rung) {
    return own < time_of(rung) && time_of(rung) <= facts.stamp.at;
  });
}

SeatEvent reminder(const SeatFacts& facts, ReminderStep step) {
  const SeatFact about{facts.meeting, facts.seat.party};
  if (has_lost_point(facts, step)) return ReminderSkipped{about, step};
  return ReminderIssued{about, step};
}

template <class Command>
Verdict<SeatEvent> ruled(const SeatFacts& facts, const Command& heard, SeatEvent event) {
  auto ruling = rule(facts, heard);
  if (!ruling.is_allowed()) return Verdict<SeatEvent>::refused(std::move(ruling.refusals));
  return Verdict<SeatEvent>::accepted({std::move(event)});
}

Verdict<SeatEvent> remind(const SeatFacts& facts, ReminderStep step) {
  if (is_done(facts.seat, step)) return Verdict<SeatEvent>::accepted({});
  return ruled(facts, Remind{step}, reminder(facts, step));
}

}  // namespace

std::vector<Due> due(const Seat& seat, std::uint32_t meeting, const Routine& routine,
                     const Calendar& calendar) {
  std::vector<Due> dues;
  if (seat.presumed_at && seat.state == SeatState::sent) {
    dues.push_back({*seat.presumed_at, DueKind::presume_delivery, meeting, seat.party.text});
  }
  if (!seat.has_duty) return dues;
  if (is_open(seat.state) && waits_for_acknowledgement(seat)) {
    dues.push_back({*seat.acknowledge_by + after_the_last_second, DueKind::acknowledge_deadline,
                    meeting, seat.party.text});
  }
  if (is_open(seat.state) && waits_for_answer(seat)) {
    dues.push_back({*seat.answer_by + after_the_last_second, DueKind::answer_deadline, meeting,
                    seat.party.text});
  }
  add_ladder(dues, seat, meeting, routine, calendar);
  return dues;
}

Verdict<SeatEvent> pass_time(const SeatFacts& facts, const Due& due) {
  const SeatFact about{facts.meeting, facts.seat.party};
  const Seat& seat = facts.seat;
  switch (due.kind) {
    case DueKind::presume_delivery:
      return ruled(facts, PresumeDelivery{}, DeliveryPresumed{about});
    case DueKind::acknowledge_deadline: {
      const Instant by = seat.acknowledge_by.value_or(due.at);
      return ruled(facts, PassAcknowledgeDeadline{},
                   AcknowledgeDeadlinePassed{about, by, reach_at(seat, by)});
    }
    case DueKind::answer_deadline: {
      const Instant by = seat.answer_by.value_or(due.at);
      return ruled(facts, PassAnswerDeadline{},
                   AnswerDeadlinePassed{about, by, reach_at(seat, by)});
    }
    case DueKind::remind_recipient:
      return remind(facts, ReminderStep::recipient);
    case DueKind::remind_mailbox:
      return remind(facts, ReminderStep::mailbox);
    case DueKind::remind_head:
      return remind(facts, ReminderStep::head);
    default:
      promise(false, "a due row of a seat is of a seat's kind");
      return Verdict<SeatEvent>::accepted({});
  }
}

}  // namespace kallad::seat
