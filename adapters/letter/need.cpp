// For parties a letter is needed while its link leads somewhere and what it asks for is missing;
// for the coordinator while the thing is not done. Links are asked first: they know of consent,
// closed cases, new versions and parties that have left.
#include "adapters/letter/need.hpp"

#include <algorithm>

#include "adapters/answer_link/link_target.hpp"
#include "engine/case/case_decide.hpp"

namespace kallad::letter {

namespace {

using Why = std::optional<NoLetter>;

const Meeting* meeting_of(const CaseFile& file, const Wish& wish) {
  return casework::find_meeting(file.running, wish.number);
}

const Seat* seat_of(const CaseFile& file, const Wish& wish) {
  const Meeting* meeting = meeting_of(file, wish);
  return meeting ? meeting::find_seat(*meeting, wish.to) : nullptr;
}

Why why_not_by(LinkState state) {
  switch (state) {
    case LinkState::alive:
      return std::nullopt;
    case LinkState::superseded:
    case LinkState::replaced:
    case LinkState::taken_back:
    case LinkState::revoked:
      return NoLetter::replaced;
    case LinkState::declined:
    case LinkState::handed_over:
      return NoLetter::already_answered;
    case LinkState::cancelled:
    case LinkState::not_held:
      return NoLetter::meeting_cancelled;
    case LinkState::agreement:
    case LinkState::over:
      return NoLetter::meeting_begun;
    case LinkState::party_left:
      return NoLetter::party_left;
    case LinkState::outside_consent:
      return NoLetter::outside_consent;
    case LinkState::consent_withdrawn:
      return NoLetter::consent_withdrawn;
    case LinkState::case_closed:
      return NoLetter::case_closed;
    case LinkState::dead:
      return NoLetter::no_seat;
  }
  return NoLetter::no_seat;
}

// --- to the coordinator -------------------------------------------------------------------------

Why no_answer(const CaseFile& file, const Wish& wish) {
  const Seat* seat = seat_of(file, wish);
  if (!seat) return NoLetter::no_seat;
  if (file.running.step == Step::closed) return NoLetter::case_closed;
  if (!meeting::is_live(*meeting_of(file, wish))) return NoLetter::already_done;
  const bool comes = seat::brings_somebody(*seat, seat::standing_answer(*seat));
  return comes ? Why{NoLetter::already_answered} : std::nullopt;
}

Why attendance(const CaseFile& file, const Wish& wish) {
  const Meeting* meeting = meeting_of(file, wish);
  if (!meeting) return NoLetter::no_seat;
  if (file.running.step == Step::closed) return NoLetter::case_closed;
  return meeting::is_live(*meeting) ? std::nullopt : Why{NoLetter::already_done};
}

/// The chair hears of a meeting that will be, while there is consent to hold it on.
Why coming_list(const CaseFile& file, const Wish& wish, Instant now) {
  const Meeting* meeting = meeting_of(file, wish);
  if (!meeting) return NoLetter::no_seat;
  if (file.running.step == Step::closed) return NoLetter::case_closed;
  if (file.running.consent.withdrawn) return NoLetter::consent_withdrawn;
  if (meeting->status == MeetingStatus::cancelled) return NoLetter::meeting_cancelled;
  const bool waits = meeting::is_live(*meeting) && now < meeting->notice.starts;
  return waits ? std::nullopt : Why{NoLetter::meeting_begun};
}

Why draft(const CaseFile& file, const Wish& wish) {
  const bool is_known = wish.number >= 1 && wish.number <= file.deficiencies.size();
  if (!is_known) return NoLetter::no_seat;
  const bool waits = file.deficiencies[wish.number - 1].state == DeficiencyState::drafted;
  return waits ? std::nullopt : Why{NoLetter::already_done};
}

/// While the no stands: a plan that has been changed since, or agreed to, needs no seeing to.
Why plan_declined(const CaseFile& file) {
  const Case& running = file.running;
  if (running.step == Step::closed) return NoLetter::case_closed;
  const bool stands = std::ranges::any_of(running.plan.declined, [&](const PlanDeclined& no) {
    return plan::standing_no(running.plan, no.by) != nullptr;
  });
  return stands ? std::nullopt : Why{NoLetter::already_done};
}

Why to_coordinator(const CaseFile& file, const Wish& wish, Instant now) {
  switch (wish.kind) {
    case WishKind::plan_declined_to_coordinator:
      return plan_declined(file);
    case WishKind::coming_list:
      return coming_list(file, wish, now);
    case WishKind::no_answer_to_coordinator:
      return no_answer(file, wish);
    case WishKind::attendance_reminder:
      return attendance(file, wish);
    case WishKind::draft_to_coordinator:
      return draft(file, wish);
    default:
      return std::nullopt;  // what some other demand is about the wish does not say
  }
}

// --- of the plan --------------------------------------------------------------------------------

/// Whether the letter about activities is for this one, at this moment.
bool is_due(const CaseFile& file, const Activity& activity, WishKind kind, const Ground& ground,
            Instant now) {
  if (!activity.due) return false;
  const bool is_late = ground.calendar.zone().end_of(*activity.due) < now;
  if (kind == WishKind::activity_overdue) return is_late;
  if (kind == WishKind::activity_overdue_to_head) {
    return is_late && casework::activity_to_head_at(file.running, *activity.due, ground) <= now;
  }
  return !is_late && casework::activity_reminder_at(file.running, *activity.due, ground) <= now;
}

bool has_copy(const Case& running, const PartyId& party) {
  return std::ranges::any_of(running.plan.copies,
                             [&](const CopyHandedOut& copy) { return copy.to == party; });
}

Why of_plan(const CaseFile& file, const Wish& wish, const Ground& ground, Instant now) {
  const Case& running = file.running;
  const Party* party = casework::find_party(running, wish.to);
  if (!party || party->unit.empty()) return NoLetter::no_seat;
  if (running.step == Step::closed) return NoLetter::case_closed;
  if (running.consent.withdrawn) return NoLetter::consent_withdrawn;
  if (party->left) return NoLetter::party_left;
  const bool is_covered = consent::in_force(running.consent, ground.calendar.zone().day_of(now)) &&
                          consent::covers(*running.consent.given, party->unit, party->principal);
  if (!is_covered) return NoLetter::outside_consent;
  const bool stands = is_about_activity(wish.kind)
                          ? activity_day(file, wish, ground, now).has_value()
                          : has_copy(running, wish.to);
  return stands ? std::nullopt : Why{NoLetter::already_done};
}

// --- to parties ---------------------------------------------------------------------------------

/// That nobody need come is said without consent too, and to who has left; there is no link.
Why cancellation(const CaseFile& file, const Wish& wish, Instant now) {
  const Meeting* meeting = meeting_of(file, wish);
  const Party* party = casework::find_party(file.running, wish.to);
  if (!meeting || !party) return NoLetter::no_seat;
  const bool stands = !party->left && meeting->status != MeetingStatus::cancelled;
  if (stands) return NoLetter::already_done;
  return meeting->notice.starts <= now ? Why{NoLetter::meeting_begun} : std::nullopt;
}

/// That the time a substitute held free is void; there is no link.
Why release(const CaseFile& file, const Wish& wish, Instant now) {
  const Meeting* meeting = meeting_of(file, wish);
  if (!meeting || released_at(*meeting, wish.to).empty()) return NoLetter::no_seat;
  return meeting->notice.starts <= now ? Why{NoLetter::meeting_begun} : std::nullopt;
}

/// What the letter asks for, or tells, has been overtaken by what the seat says now.
Why overtaken(const Seat& seat, WishKind kind) {
  const auto* answer = seat::standing_answer(seat);
  const bool cannot_come = answer && answer->kind == AnswerKind::cannot_come;
  if (is_reminder(kind)) return answer ? Why{NoLetter::already_answered} : std::nullopt;
  if (kind == WishKind::decline_explained) {
    const bool stands = seat.has_duty && (cannot_come || lacks_substitute(seat));
    return stands ? std::nullopt : Why{NoLetter::already_answered};
  }
  if (kind == WishKind::answer_confirmed) {
    const bool stands = answer && !(cannot_come && seat.has_duty);
    return stands ? std::nullopt : Why{NoLetter::replaced};
  }
  if (kind == WishKind::substitute_link) {
    return seat.chain.back().confirmed ? Why{NoLetter::already_answered} : std::nullopt;
  }
  return std::nullopt;
}

/// A substitute is named, and gets the link, until attendance is closed; that same day.
bool is_too_late(const Meeting& meeting, WishKind kind, const Zone& zone, Instant now) {
  const Instant starts = meeting.notice.starts;
  if (kind != WishKind::substitute_link) return starts <= now;
  return zone.end_of(zone.day_of(starts)) < now;
}

/// The link of the meeting that is over leads to the question, while it has no answer.
Why agreement(const CaseFile& file, const Wish& wish, const Ground& ground, Instant now) {
  if (file.running.consent.withdrawn) return NoLetter::consent_withdrawn;
  const auto name = link_of(file, wish);
  if (!name) return NoLetter::no_seat;
  const LinkState state = answer_link::state_of(file, *name, ground, now);
  if (state != LinkState::agreement) {
    const auto why = why_not_by(state);
    return why ? why : Why{NoLetter::already_done};
  }
  const auto target = answer_link::find(file, *name);
  if (!target || !target->agrees_for) return NoLetter::already_done;
  const Plan& plan = file.running.plan;
  if (!plan::missing_points(plan).empty()) return NoLetter::already_done;  // nobody can agree yet
  const bool has_said =
      plan::has_agreed(plan, *target->agrees_for) || plan::standing_no(plan, *target->agrees_for);
  return has_said ? Why{NoLetter::already_answered} : std::nullopt;
}

Why to_party(const CaseFile& file, const Wish& wish, const Ground& ground, Instant now) {
  if (file.running.consent.withdrawn) return NoLetter::consent_withdrawn;
  const auto name = link_of(file, wish);
  if (!name) return NoLetter::no_seat;
  if (const auto why = why_not_by(answer_link::state_of(file, *name, ground, now))) return why;
  if (is_too_late(*meeting_of(file, wish), wish.kind, ground.calendar.zone(), now)) {
    return NoLetter::meeting_begun;
  }
  return overtaken(*seat_of(file, wish), wish.kind);
}

}  // namespace

std::optional<Date> activity_day(const CaseFile& file, const Wish& wish, const Ground& ground,
                                 Instant now) {
  std::optional<Date> earliest;
  for (const ActivityInPlan& entry : file.running.plan.activities) {
    const Activity& activity = entry.activity;
    if (activity.owner != wish.to || entry.status == ActivityStatus::done) continue;
    if (!is_due(file, activity, wish.kind, ground, now)) continue;
    if (!earliest || *activity.due < *earliest) earliest = activity.due;
  }
  return earliest;
}

bool lacks_substitute(const Seat& seat) {
  const auto* answer = seat::standing_answer(seat);
  if (!answer || answer->kind != AnswerKind::sends_substitute) return false;
  return seat.chain.empty() || seat.chain.back().named.event < answer->fact.event;
}

const ChainLink* namer_of_declined(const Seat& seat) {
  return lacks_substitute(seat) && !seat.chain.empty() ? &seat.chain.back() : nullptr;
}

const Seat* seat_given_up(const Meeting& meeting, const PartyId& party) {
  const auto found =
      std::find_if(meeting.voided.rbegin(), meeting.voided.rend(),
                   [&](const Seat& seat) { return seat.party == party && !seat.chain.empty(); });
  return found == meeting.voided.rend() ? nullptr : &*found;
}

std::vector<const ChainLink*> released_at(const Meeting& meeting, const PartyId& party) {
  std::vector<const ChainLink*> all;
  if (const Seat* before = seat_given_up(meeting, party))
    for (const ChainLink& link : before->chain) all.push_back(&link);
  if (const Seat* now = meeting::find_seat(meeting, party))
    for (const ReleasedSubstitute& one : now->released) all.push_back(&one.link);
  return all;
}

std::optional<LinkName> link_of(const CaseFile& file, const Wish& wish) {
  const Seat* seat = seat_of(file, wish);
  if (wish.kind == WishKind::decline_explained && seat && seat->sent) {
    if (const ChainLink* namer = namer_of_declined(*seat)) {
      return answer_link::substitute_link(file.running.id, *seat, *namer);
    }
  }
  return answer_link::link_in(file, wish);
}

std::optional<NoLetter> why_not(const CaseFile& file, const Wish& wish, const Ground& ground,
                                Instant now) {
  if (wish.kind == WishKind::stop_letters) return NoLetter::not_a_letter;
  if (!file.running.is_opened()) return NoLetter::case_closed;  // disposed of, or removed
  if (is_to_coordinator(wish.kind)) return to_coordinator(file, wish, now);
  if (is_about_plan(wish.kind)) return of_plan(file, wish, ground, now);
  if (wish.kind == WishKind::cancellation) return cancellation(file, wish, now);
  if (wish.kind == WishKind::substitute_released) return release(file, wish, now);
  if (wish.kind == WishKind::agreement_asked) return agreement(file, wish, ground, now);
  return to_party(file, wish, ground, now);
}

}  // namespace kallad::letter
