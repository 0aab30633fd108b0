// What time demands of a case beyond its seats: attendance to close, a copy to hand out,
// activities, follow-up, consent that ends, the yearly review under LSS, and the deadlines at
// discharge (SVU).
#include <algorithm>

#include "engine/case/case_decide.hpp"
#include "engine/deadline/deadlines.hpp"
#include "engine/meeting/calling.hpp"
#include "engine/seat/seat_decide.hpp"

namespace kallad::casework {

namespace {

/// Gathers demands, leaving out those that have been noted.
class Demands {
 public:
  Demands(const Case& running, const Ground& ground) : running_(running), ground_(ground) {}

  void add(Instant at, DueKind kind, std::uint32_t number = 0, std::string about = {}) {
    Due due{at, kind, number, std::move(about)};
    const auto& passed = running_.passed;
    if (std::find(passed.begin(), passed.end(), due) == passed.end())
      all_.push_back(std::move(due));
  }
  void add_after(Date day, DueKind kind, std::uint32_t number = 0, std::string about = {}) {
    add(ground_.calendar.zone().end_of(day) + after_the_last_second, kind, number,
        std::move(about));
  }
  void add_seats(const std::vector<Due>& more) {
    all_.insert(all_.end(), more.begin(), more.end());
  }
  std::vector<Due> take() { return std::move(all_); }

 private:
  const Case& running_;
  const Ground& ground_;
  std::vector<Due> all_;
};

/// What time is still reckoned against a seat: nothing while consent is withdrawn or leaves the
/// party out, and not what fell due while it was withdrawn or its days were over (rulings,
/// "Consent", "Edge cases").
std::vector<Due> of_seat(const Case& running, const Meeting& meeting, const Seat& seat,
                         const Ground& ground) {
  const Party* party = find_party(running, seat.party);
  const bool shared =
      !running.consent.withdrawn && party && meeting::may_be_called(*party, running.consent);
  if (!shared) return {};
  const Instant sent = seat.sent ? seat.sent->at : running.last_at;
  auto dues = seat::due(seat, meeting.number, routine_for(running, sent, ground), ground.calendar);
  std::erase_if(dues, [&](const Due& due) {
    const Date day = ground.calendar.zone().day_of(due.at);
    const bool is_over = running.consent.given && !consent::in_force(running.consent, day);
    return is_over || consent::withdrawn_by(running.consent, due.at);
  });
  return dues;
}

void of_meeting(Demands& demands, const Case& running, const Meeting& meeting,
                const Ground& ground) {
  if (!meeting::is_live(meeting)) return;
  const Calendar& calendar = ground.calendar;
  for (const auto& seat : meeting.seats) {
    demands.add_seats(of_seat(running, meeting, seat, ground));
  }
  const Date day = calendar.zone().day_of(meeting.notice.starts);
  const Routine& routine = routine_for(running, meeting.notice.starts, ground);
  demands.add(calendar.zone().at_hour(calendar.add_working_days(day, 1), routine.reminder_hour),
              DueKind::attendance_open, meeting.number);
  if (running.consent.withdrawn) return;  // the list of who comes is sharing
  const Instant listed = coming_list_at(calendar, meeting.notice.starts, routine.reminder_hour);
  const bool is_known_by_then =
      std::any_of(meeting.seats.begin(), meeting.seats.end(),
                  [&](const Seat& seat) { return seat.sent && seat.sent->at < listed; });
  if (is_known_by_then) demands.add(listed, DueKind::coming_list_due, meeting.number);
}

bool person_has_copy(const Case& running, const Meeting& meeting) {
  const auto person =
      std::find_if(running.parties.begin(), running.parties.end(),
                   [](const Party& p) { return p.kind == PartyKind::person && !p.left; });
  const auto& copies = running.plan.copies;
  return std::any_of(copies.begin(), copies.end(), [&](const CopyHandedOut& copy) {
    const bool after =
        meeting.attendance_closed && copy.fact.event > meeting.attendance_closed->event;
    return after && (person == running.parties.end() || copy.to == person->id);
  });
}

/// The unit is reminded before the last day and hears when it has passed; then its head does.
void of_activity(Demands& demands, const Case& running, const ActivityInPlan& entry,
                 const Ground& ground) {
  if (!entry.activity.due || entry.status == ActivityStatus::done) return;
  const Date last = *entry.activity.due;
  const std::string& id = entry.activity.id.text;
  demands.add(activity_reminder_at(running, last, ground), DueKind::remind_activity, 0, id);
  demands.add_after(last, DueKind::activity_due, 0, id);
  demands.add(activity_to_head_at(running, last, ground), DueKind::remind_activity_head, 0, id);
}

void of_plan(Demands& demands, const Case& running, const Ground& ground) {
  const Calendar& calendar = ground.calendar;
  const Meeting* meeting = last_held(running);
  if (meeting && running.plan.content > 0 && !person_has_copy(running, *meeting)) {
    const Routine& routine = routine_for(running, meeting->notice.starts, ground);
    const Date held = calendar.zone().day_of(meeting->notice.starts);
    demands.add_after(plan_copy_by(calendar, held, routine.plan_copy_within_working_days),
                      DueKind::plan_copy_due, meeting->number);
  }
  for (const auto& entry : running.plan.activities) of_activity(demands, running, entry, ground);
  if (running.plan.law == PlanLaw::lss && running.plan.first_agreed) {
    const auto reviews =
        std::count_if(running.passed.begin(), running.passed.end(),
                      [](const Due& d) { return d.kind == DueKind::yearly_review_due; });
    const Date agreed = calendar.zone().day_of(running.plan.first_agreed->at);
    demands.add_after(add_months_clamped(agreed, 12 * (static_cast<int>(reviews) + 1)),
                      DueKind::yearly_review_due);
  }
}

void of_follow_up(Demands& demands, const Case& running) {
  const bool follows = running.step == Step::activity_follow_up || running.step == Step::follow_up;
  if (follows && running.next_follow_up) {
    demands.add_after(*running.next_follow_up, DueKind::follow_up_due);
  }
  const ConsentState& consent = running.consent;
  if (consent.given && consent.given->until && !consent.withdrawn) {
    demands.add_after(*consent.given->until, DueKind::consent_ends);
  }
}

void of_act(Demands& demands, const ActLimit& limit, DueKind kind) {
  const bool waits = limit.state == LimitState::computed && limit.fulfilment == Fulfilment::open;
  if (waits) demands.add(*limit.latest + after_the_last_second, kind);
}

void of_discharge(Demands& demands, const Case& running, const Ground& ground) {
  if (running.kind != CaseKind::discharge) return;
  const Zone& zone = ground.calendar.zone();
  of_act(demands, admission_notice_limit(running.discharge), DueKind::admission_notice_due);
  of_act(demands, discharge_summons_limit(running.discharge, zone), DueKind::discharge_summons_due);
  const PaymentStart payment = payment_start(running.discharge, zone);
  if (payment.state == LimitState::computed) {
    demands.add(zone.start_of(*payment.first_day), DueKind::payment_begins);
  }
}

}  // namespace

std::vector<Due> due(const Case& running, const Ground& ground) {
  if (!running.is_opened() || running.step == Step::closed) return {};
  Demands demands{running, ground};
  if (const Meeting* meeting = find_meeting(running, std::nullopt)) {
    of_meeting(demands, running, *meeting, ground);
  }
  of_plan(demands, running, ground);
  of_follow_up(demands, running);
  of_discharge(demands, running, ground);
  return demands.take();
}

const Meeting* last_held(const Case& running) {
  const auto& meetings = running.meetings;
  const auto held = std::find_if(meetings.rbegin(), meetings.rend(), [](const Meeting& meeting) {
    return meeting.attendance_closed && !meeting.not_held &&
           meeting.notice.form != MeetingForm::officials;
  });
  return held == meetings.rend() ? nullptr : &*held;
}

Instant activity_reminder_at(const Case& running, Date last_day, const Ground& ground) {
  const Calendar& calendar = ground.calendar;
  const Routine& routine = routine_for(running, calendar.zone().start_of(last_day), ground);
  return activity_reminder_at(calendar, last_day, routine.remind_activity_working_days_before,
                              routine.reminder_hour);
}

Instant activity_to_head_at(const Case& running, Date last_day, const Ground& ground) {
  const Calendar& calendar = ground.calendar;
  const Routine& routine = routine_for(running, calendar.zone().start_of(last_day), ground);
  return activity_to_head_at(calendar, last_day, routine.remind_activity_head_on_working_day,
                             routine.reminder_hour);
}

const Routine& routine_for(const Case& running, Instant moment, const Ground& ground) {
  static const Routine shipped{};
  const Date day = ground.calendar.zone().day_of(moment);
  const Routine* found = routine_at(ground.routines, running.council, day);
  return found ? *found : shipped;
}

}  // namespace kallad::casework
