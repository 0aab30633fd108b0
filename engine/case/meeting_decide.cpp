// What a granted command about a meeting makes happen. The table has said yes; nothing is refused
// here.
#include <algorithm>

#include "engine/case/case_decide.hpp"
#include "engine/deadline/deadlines.hpp"
#include "engine/meeting/calling.hpp"

namespace kallad::casework {

namespace {

using Events = std::vector<CaseEvent>;

const Meeting& latest(const CaseFacts& facts) { return facts.running.meetings.back(); }

std::uint32_t next_number(const Case& running) {
  return static_cast<std::uint32_t>(running.meetings.size() + 1);
}

bool lead_time_applies(const CaseFacts& facts) { return facts.running.kind != CaseKind::discharge; }

/// A new round begins when a meeting of this round has been held and followed up.
std::uint32_t round_of_next(const Case& running) {
  const bool next = running.step == Step::follow_up || running.step == Step::activity_follow_up;
  return next ? running.round + 1 : running.round;
}

/// Whether the form of a meeting carries the duty to come: not among officials, and at a standing
/// coordination meeting as the routine says.
bool carries_duty(const CaseFacts& facts, MeetingForm form) {
  if (form == MeetingForm::officials) return false;
  return form == MeetingForm::sip || facts.routine.coordination_meeting_summons;
}

/// Whether the agreement has the party today: what was so when it joined the case may have ended
/// since, and who is no member can only be invited.
bool is_member(const CaseFacts& facts, const PartyId& id) {
  const Party* party = find_party(facts.running, id);
  return party && duty_of(facts.ground.known, party->unit, facts.running.agreement, today(facts)) !=
                      Duty::outsider;
}

SummonedSeat as_form_has_it(const CaseFacts& facts, MeetingForm form, SummonedSeat seat) {
  const bool is_bound = carries_duty(facts, form) && is_member(facts, seat.party);
  return is_bound ? seat : SummonedSeat{seat.party, Calling::invited, {}, {}};
}

/// Those who are called now, and those who wait; `only` as in meeting::call.
meeting::Call calling(const CaseFacts& facts, MeetingForm form, const std::vector<Party>& parties,
                      const std::vector<PartyId>& only, Instant starts) {
  auto call = meeting::call(parties, only, facts.running.consent, facts.stamp.at, starts,
                            facts.routine, facts.ground.calendar);
  for (auto& seat : call.seats) seat = as_form_has_it(facts, form, seat);
  return call;
}

/// Those a kallelse is for where nobody is named: all but those who never took one on.
std::vector<Party> to_call(const Case& running, const SendSummons& wish) {
  if (!wish.parties.empty()) return running.parties;
  std::vector<Party> parties = running.parties;
  std::erase_if(parties, [&](const Party& party) { return never_took_on(running, party); });
  return parties;
}

Events happen(const CaseFacts& facts, const SendSummons& wish) {
  const Case& running = facts.running;
  const Instant starts = moment(facts, wish.starts);
  const auto form =
      running.kind == CaseKind::coordination ? MeetingForm::coordination : MeetingForm::sip;
  auto call = calling(facts, form, to_call(running, wish), wish.parties, starts);
  return {SummonsSent{
      next_number(running),
      round_of_next(running),
      {form, starts, wish.place, wish.link, wish.purpose, wish.questions, wish.expectations},
      std::move(call.seats),
      std::move(call.waiting),
      meeting::warnings(running.consent, facts.stamp.at, starts, lead_time_applies(facts),
                        facts.routine, facts.ground.calendar),
      wish.short_notice_reason}};
}

Events happen(const CaseFacts& facts, const CallOfficialsMeeting& wish) {
  std::vector<PartyId> invited;
  for (const auto& party : facts.running.parties) {
    const bool official = party.kind == PartyKind::unit && !party.left;
    if (official && meeting::may_be_called(party, facts.running.consent)) {
      invited.push_back(party.id);
    }
  }
  return {OfficialsMeetingCalled{next_number(facts.running),
                                 facts.running.round,
                                 {MeetingForm::officials,
                                  moment(facts, wish.starts),
                                  wish.place,
                                  wish.link,
                                  wish.purpose,
                                  {},
                                  {}},
                                 std::move(invited)}};
}

Events happen(const CaseFacts& facts, const RecordOfficialsMeeting& wish) {
  return {OfficialsMeetingRecorded{latest(facts).number, wish.present, wish.outcome}};
}

Events happen(const CaseFacts& facts, const SummonParty& wish) {
  const Meeting& meeting = latest(facts);
  const Party& party = *find_party(facts.running, wish.party);
  const auto seat = meeting::seat_for(party, facts.stamp.at, meeting.notice.starts, facts.routine,
                                      facts.ground.calendar);
  return {PartySummoned{meeting.number, as_form_has_it(facts, meeting.notice.form, seat)}};
}

/// Handed on to this seat, and not taken on: the duty is still with whoever forwarded.
bool is_pending_receiver(const Case& running, const Seat& seat) {
  const Party* party = find_party(running, seat.party);
  return party && !party->left && seat.state != SeatState::voided && seat.forwarded_from &&
         !seat.has_duty;
}

/// A new version asks those who had been called; the others wait on.
std::vector<PartyId> called_again(const Meeting& meeting) {
  std::vector<PartyId> parties;
  for (const auto& seat : meeting.seats) {
    const bool called = seat.state != SeatState::created && seat.state != SeatState::voided;
    if (called) parties.push_back(seat.party);
  }
  return parties;
}

/// The parties that have a place at the new version.
std::vector<Party> seated(const Case& running, const Meeting& meeting) {
  std::vector<Party> parties;
  for (const auto& party : running.parties) {
    const Seat* seat = meeting::find_seat(meeting, party.id);
    if (seat && !is_pending_receiver(running, *seat)) parties.push_back(party);
  }
  return parties;
}

Events happen(const CaseFacts& facts, const ChangeMeeting& wish) {
  const Meeting& meeting = latest(facts);
  MeetingNotice notice = meeting.notice;
  if (wish.starts) notice.starts = moment(facts, *wish.starts);
  if (wish.place) notice.place = wish.place;
  if (wish.link) notice.link = wish.link;
  auto call = calling(facts, notice.form, seated(facts.running, meeting), called_again(meeting),
                      notice.starts);
  auto told = meeting::warnings(facts.running.consent, facts.stamp.at, notice.starts,
                                lead_time_applies(facts), facts.routine, facts.ground.calendar);
  Events events;
  for (const auto& seat : meeting.seats) {
    if (!is_pending_receiver(facts.running, seat)) continue;
    events.push_back(ForwardingTakenBack{meeting.number, *seat.forwarded_from, seat.party});
  }
  events.push_back(MeetingChanged{meeting.number, meeting.version + 1, std::move(notice),
                                  std::move(call.seats), std::move(call.waiting), std::move(told),
                                  wish.reason, wish.short_notice_reason});
  return events;
}

Events happen(const CaseFacts& facts, const CancelMeeting& wish) {
  return {MeetingCancelled{latest(facts).number, wish.reason}};
}

Events happen(const CaseFacts& facts, const AssignRoles& wish) {
  if (facts.running.meetings.empty()) return {};
  const Meeting& meeting = latest(facts);
  return {RolesAssigned{meeting.number, wish.chair.value_or(meeting.chair),
                        wish.secretary.value_or(meeting.secretary)}};
}

Events happen(const CaseFacts& facts, const OpenMeeting&) {
  return {MeetingOpened{latest(facts).number}};
}

/// The marks that count: those made now, and earlier ones of parties not marked now, in seat order.
std::vector<AttendanceMark> gathered(const Meeting& meeting,
                                     const std::vector<AttendanceMark>& now) {
  std::vector<AttendanceMark> marks;
  for (const auto& seat : meeting.seats) {
    if (seat.state == SeatState::voided) continue;
    const auto said = std::find_if(now.rbegin(), now.rend(), [&](const AttendanceMark& mark) {
      return mark.party == seat.party;
    });
    if (said != now.rend()) {
      marks.push_back(*said);
    } else if (seat.mark) {
      marks.push_back(*seat.mark);
    }
  }
  return marks;
}

Events happen(const CaseFacts& facts, const CloseAttendance& wish) {
  return {AttendanceClosed{latest(facts).number, gathered(latest(facts), wish.marks)}};
}

Events happen(const CaseFacts& facts, const CorrectAttendance& wish) {
  const Meeting& meeting = *find_meeting(facts.running, wish.meeting);
  const Seat& seat = *meeting::find_seat(meeting, wish.mark.party);
  if (seat.mark == wish.mark) return {};
  return {AttendanceCorrected{meeting.number, wish.mark, wish.reason}};
}

Events happen(const CaseFacts& facts, const CallOffMeeting& wish) {
  return {MeetingCalledOff{latest(facts).number, wish.causes, gathered(latest(facts), wish.marks),
                           wish.reason}};
}

Events happen(const CaseFacts& facts, const EndMeeting& wish) {
  const Meeting& meeting = latest(facts);
  const Date held = facts.ground.calendar.zone().day_of(meeting.notice.starts);
  std::vector<std::string> told;
  if (wish.follow_up_on &&
      *wish.follow_up_on > follow_up_by(held, facts.routine.first_follow_up_within_weeks)) {
    told.emplace_back("follow_up_later_than_routine");
  }
  const bool is_sip = meeting.notice.form == MeetingForm::sip;
  if (is_sip && !is_plan_agreed(facts.running)) told.emplace_back("plan_not_agreed");
  return {
      MeetingEnded{meeting.number, wish.follow_up_on, wish.no_follow_up_motive, std::move(told)}};
}

template <class Other>
Events happen(const CaseFacts&, const Other&) {
  return {};
}

}  // namespace

std::vector<CaseEvent> meeting_events(const CaseFacts& facts, const SteppedCommand& command) {
  return boost::variant2::visit([&](const auto& wish) { return happen(facts, wish); }, command);
}

UnitCalling unit_calling(Duty duty, std::optional<Calling> asked) {
  const Calling calling =
      asked.value_or(duty == Duty::bound ? Calling::summoned : Calling::invited);
  if (duty == Duty::outsider) return {calling, CallingReason::outside_agreement};
  if (duty == Duty::may_come) return {calling, CallingReason::agreement_allows};
  const bool is_bound = calling == Calling::summoned;
  return {calling, is_bound ? CallingReason::agreement_binds : CallingReason::chosen};
}

}  // namespace kallad::casework
