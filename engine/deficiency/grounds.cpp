// How each kind of deficiency is seen in a seat. One small function a kind: it says whether the
// kind holds, and cites what it rests on. Nothing is concluded from missing data: until attendance
// is closed or the meeting called off, nobody is absent, and an unmarked party never is.
#include "engine/deficiency/grounds.hpp"

#include <algorithm>

namespace kallad::deficiency {

namespace {

/// A seat as its grounds see it.
struct View {
  const Case& running;
  const Meeting& meeting;
  const Seat& seat;
  const Zone& zone;
};

/// Whether the consent that stands was over by `moment` or leaves the party out. One that was
/// recorded afterwards says nothing of it.
bool was_outside_consent(const View& view, Instant moment) {
  const ConsentState& consent = view.running.consent;
  if (!consent.given || !consent.given_fact || moment < consent.given_fact->at) return false;
  const auto& until = consent.given->until;
  if (until && *until < view.zone.day_of(moment)) return true;
  const Party* party = casework::find_party(view.running, view.seat.party);
  return party && party->kind == PartyKind::unit &&
         !consent::covers(*consent.given, party->unit, party->principal);
}

bool was_without_consent(const View& view, Instant moment) {
  return consent::withdrawn_by(view.running.consent, moment) || was_outside_consent(view, moment);
}

/// Whether the chair has said who was there.
bool is_settled(const Meeting& meeting) { return meeting.attendance_closed || meeting.not_held; }

/// The unit a summons was forwarded to comes in the first one's place; null where there is none.
const Seat* seat_in_place(const Meeting& meeting, const Seat& seat) {
  return seat.forwarded_to ? meeting::find_seat(meeting, *seat.forwarded_to) : nullptr;
}

/// Whether somebody came for the party, itself or the unit it had forwarded to.
bool has_anyone_come(const Meeting& meeting, const Seat& seat) {
  if (seat::has_come(seat)) return true;
  const Seat* other = seat_in_place(meeting, seat);
  return other && has_anyone_come(meeting, *other);
}

/// Whether somebody who came for the party could decide for it, fully or partly.
bool has_mandate_come(const Meeting& meeting, const Seat& seat) {
  if (seat::has_come(seat) && seat.mark->mandate != Mandate::no) return true;
  const Seat* other = seat_in_place(meeting, seat);
  return other && has_mandate_come(meeting, *other);
}

/// Whether what happened at the meeting can be held against the party at all.
bool counts_at_meeting(const View& view) {
  return is_settled(view.meeting) && view.seat.has_duty && seat::is_reached(view.seat) &&
         !was_without_consent(view, view.meeting.notice.starts);
}

/// Whether the deadline passed for a summons that had arrived by then, proven or presumed.
bool has_lapsed(const View& view, const std::optional<Cited>& lapse, Reach reach_then) {
  const bool had_arrived = reach_then == Reach::proven || reach_then == Reach::presumed;
  return lapse && had_arrived && view.seat.reach != Reach::failed &&
         !was_without_consent(view, lapse->at);
}

bool holds_not_acknowledged(const View& view) {
  const Seat& seat = view.seat;
  return has_lapsed(view, seat.acknowledge_lapsed, seat.reach_at_acknowledge_lapse) &&
         !seat::answer_in_time(seat);
}

bool holds_not_answered(const View& view) {
  const Seat& seat = view.seat;
  return has_lapsed(view, seat.answer_lapsed, seat.reach_at_answer_lapse) &&
         !seat::answer_in_time(seat);
}

bool is_decline(const GivenAnswer& answer) { return answer.kind == AnswerKind::cannot_come; }

/// The "cannot come" that counts: it stood when the deadline passed, or was given after it.
const GivenAnswer* counted_decline(const View& view) {
  const Seat& seat = view.seat;
  if (!seat.answer_by || was_without_consent(view, *seat.answer_by)) return nullptr;
  const GivenAnswer* in_time = seat::answer_in_time(seat);
  const bool has_passed = seat.answer_lapsed || is_settled(view.meeting);
  if (has_passed && in_time && is_decline(*in_time)) return in_time;
  const auto late = std::find_if(seat.answers.begin(), seat.answers.end(), [&](const auto& answer) {
    return is_decline(answer) && *seat.answer_by < answer.given_at &&
           !was_without_consent(view, answer.given_at);
  });
  return late == seat.answers.end() ? nullptr : &*late;
}

/// Answered that it comes, or nothing; marked absent; and nobody came.
bool is_missing(const View& view) {
  const GivenAnswer* answer = seat::standing_answer(view.seat);
  return counts_at_meeting(view) && view.seat.mark &&
         view.seat.mark->attendance == Attendance::absent && (!answer || !is_decline(*answer));
}

bool is_cause(const View& view) {
  const auto& causes = view.meeting.causes;
  return std::find(causes.begin(), causes.end(), view.seat.party) != causes.end();
}

/// Gathers kinds and the facts they cite.
class Gathering {
 public:
  void kind(DeficiencyKind kind) { all_.kinds.push_back(kind); }
  void fact(FactKind what, const std::optional<Cited>& cited) {
    if (cited) all_.facts.push_back({what, cited->event, cited->at});
  }
  Grounds take() {
    std::sort(all_.kinds.begin(), all_.kinds.end());
    std::stable_sort(all_.facts.begin(), all_.facts.end(),
                     [](const auto& a, const auto& b) { return a.event < b.event; });
    return std::move(all_);
  }
  bool empty() const { return all_.empty(); }

 private:
  Grounds all_;
};

/// The first answer, where it came after the deadline.
const GivenAnswer* late_answer(const Seat& seat) {
  const bool is_late = !seat.answers.empty() && seat.answer_by && !seat::answer_in_time(seat);
  return is_late ? &seat.answers.front() : nullptr;
}

void add_silence(Gathering& all, const View& view) {
  if (holds_not_acknowledged(view)) {
    all.kind(DeficiencyKind::not_acknowledged);
    all.fact(FactKind::acknowledge_deadline_passed, view.seat.acknowledge_lapsed);
  }
  const bool unanswered = holds_not_answered(view);
  if (unanswered) all.kind(DeficiencyKind::not_answered);
  const GivenAnswer* decline = counted_decline(view);
  if (decline) {
    all.kind(DeficiencyKind::declined_without_substitute);
    all.fact(FactKind::answered_cannot_come, decline->fact);
  }
  if (unanswered || decline) all.fact(FactKind::answer_deadline_passed, view.seat.answer_lapsed);
  const GivenAnswer* late = late_answer(view.seat);
  if (unanswered && late && late != decline) all.fact(FactKind::answered_late, late->fact);
}

void add_absence(Gathering& all, const View& view) {
  if (!is_missing(view)) return;
  const auto& chain = view.seat.chain;
  const auto confirmed = std::find_if(chain.rbegin(), chain.rend(), [](const ChainLink& link) {
    return link.confirmed.has_value();
  });
  const bool by_substitute = confirmed != chain.rend();
  all.kind(by_substitute ? DeficiencyKind::substitute_absent : DeficiencyKind::absent);
  if (by_substitute) all.fact(FactKind::substitute_confirmed, confirmed->confirmed);
  all.fact(FactKind::marked_absent, view.seat.marked);
}

void add_meeting(Gathering& all, const View& view, bool came) {
  if (!counts_at_meeting(view)) return;
  if (came && !has_mandate_come(view.meeting, view.seat)) {
    all.kind(DeficiencyKind::without_mandate);
    all.fact(FactKind::marked_without_mandate, view.seat.marked);
  }
  if (is_cause(view)) {
    all.kind(DeficiencyKind::meeting_not_held);
    all.fact(FactKind::meeting_called_off, view.meeting.not_held);
  }
}

void add_delivery(Gathering& all, const Seat& seat) {
  all.fact(FactKind::summons_sent, seat.sent);
  const bool presumed = seat.reach == Reach::presumed;
  all.fact(presumed ? FactKind::reach_presumed : FactKind::reach_proven, seat.reached);
}

}  // namespace

Grounds grounds_of(const Case& running, const Meeting& meeting, const Seat& seat,
                   const Zone& zone) {
  const bool can_fail = seat.calling == Calling::summoned && seat.state != SeatState::voided;
  if (!can_fail) return {};
  const View view{running, meeting, seat, zone};
  const bool came = is_settled(meeting) && has_anyone_come(meeting, seat);
  Gathering all;
  if (!came) {
    add_silence(all, view);
    add_absence(all, view);
  }
  add_meeting(all, view, came);
  if (!all.empty()) add_delivery(all, seat);
  return all.take();
}

WithdrawReason why_groundless(const Meeting& meeting, const Seat& seat) {
  if (meeting.status == MeetingStatus::cancelled) return WithdrawReason::meeting_cancelled;
  if (is_settled(meeting) && has_anyone_come(meeting, seat)) return WithdrawReason::party_came;
  if (seat.reach == Reach::failed) return WithdrawReason::delivery_failed;
  if (is_settled(meeting)) return WithdrawReason::attendance_corrected;
  if (seat::answer_in_time(seat)) return WithdrawReason::answered_in_time;
  return WithdrawReason::meeting_changed;
}

namespace {

/// What is thought of first where a party failed in that way (rulings, "Deficiency": illness that
/// leaves nobody is a substitute routine that did not work). Causes of either list.
std::vector<Cause> behind(DeficiencyKind kind) {
  using enum DeficiencyKind;
  switch (kind) {
    case not_acknowledged:
    case not_answered:
      return {Cause::communication, Cause::communication_information};
    case declined_without_substitute:
    case absent:
      return {Cause::routines, Cause::sip};
    case substitute_absent:
      return {Cause::routines};
    case without_mandate:
      return {Cause::understanding, Cause::competence_and_understanding};
    case meeting_not_held:
      return {Cause::sip};
  }
  return {};
}

}  // namespace

std::vector<Cause> likely_causes(const std::vector<DeficiencyKind>& kinds, int year) {
  std::vector<Cause> likely;
  for (const DeficiencyKind kind : kinds) {
    for (const Cause cause : behind(kind)) {
      if (is_cause_of(cause, year)) likely.push_back(cause);
    }
  }
  std::sort(likely.begin(), likely.end());
  likely.erase(std::unique(likely.begin(), likely.end()), likely.end());
  return likely;
}

}  // namespace kallad::deficiency
