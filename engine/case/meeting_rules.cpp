// The rules of a case about its meetings: calling, moving, holding, closing attendance, calling
// off.
#include <algorithm>

#include "engine/case/case_rules.hpp"
#include "engine/deadline/deadlines.hpp"
#include "engine/meeting/calling.hpp"
#include "engine/seat/seat_rules.hpp"

namespace kallad::casework {

namespace {

using Data = std::vector<std::pair<std::string, std::string>>;

MaybeRefusal refuse_unless(bool holds, std::string_view rule, Data data = {}) {
  if (holds) return std::nullopt;
  return Refusal{rule, std::move(data)};
}

const Meeting* latest_or_none(const CaseFacts& facts) {
  return find_meeting(facts.running, std::nullopt);
}

bool has_pending(const CaseFacts& facts) {
  const Meeting* meeting = latest_or_none(facts);
  return meeting && meeting::is_live(*meeting);
}

MaybeRefusal lies_ahead(const CaseFacts& facts, LocalTime starts) {
  return refuse_unless(facts.stamp.at < moment(facts, starts), MeetingLiesAhead::rule,
                       {{"field", "starts"}});
}

MaybeRefusal reason_for_notice(const CaseFacts& facts, LocalTime starts,
                               const std::optional<std::string>& reason) {
  const bool applies = facts.running.kind != CaseKind::discharge;
  const bool is_short =
      applies && is_short_notice(facts.ground.calendar, facts.stamp.at,
                                 facts.routine.summons_lead_working_days, moment(facts, starts));
  return refuse_unless(!is_short || !is_blank(reason.value_or("")), ShortNoticeHasReason::rule,
                       {{"field", "short_notice_reason"},
                        {"working_days", std::to_string(facts.routine.summons_lead_working_days)}});
}

MaybeRefusal has_seat(const Meeting* meeting, const PartyId& party) {
  const Seat* seat = meeting ? meeting::find_seat(*meeting, party) : nullptr;
  const bool stands = seat && seat->state != SeatState::voided;
  return refuse_unless(stands, MarksFitSeats::rule, {{"party", party.text}});
}

MaybeRefusal marks_fit(const CaseFacts& facts, const Meeting* meeting,
                       const std::vector<AttendanceMark>& marks) {
  for (const auto& mark : marks) {
    if (auto no = has_seat(meeting, mark.party)) return no;
    const Party* party = find_party(facts.running, mark.party);
    if (mark.attendance == Attendance::substitute_present && party &&
        party->kind != PartyKind::unit) {
      return Refusal{"mark_does_not_fit_party", {{"party", mark.party.text}}};
    }
    if (!meeting) continue;
    if (auto no = seat::arrival_fits(mark, meeting->notice.starts, facts.stamp.at)) return no;
  }
  return std::nullopt;
}

}  // namespace

MaybeRefusal NoMeetingPending::ask(const CaseFacts& facts) {
  return refuse_unless(!has_pending(facts), rule);
}

MaybeRefusal MeetingIsPending::ask(const CaseFacts& facts) {
  const Meeting* meeting = latest_or_none(facts);
  const bool closed = meeting && meeting->status == MeetingStatus::attendance_closed;
  return refuse_unless(has_pending(facts) || closed, rule);
}

MaybeRefusal SipMeetingIsPending::ask(const CaseFacts& facts) {
  const Meeting* meeting = latest_or_none(facts);
  if (!meeting || meeting->notice.form == MeetingForm::officials) return Refusal{rule, {}};
  return MeetingIsPending::ask(facts);
}

MaybeRefusal FollowUpComesFirst::ask(const CaseFacts& facts) {
  const bool standing = facts.running.kind == CaseKind::coordination;
  return refuse_unless(facts.running.step != Step::activity_follow_up || standing, rule);
}

MaybeRefusal MeetingHasNotStarted::ask(const CaseFacts& facts) {
  const Meeting* meeting = latest_or_none(facts);
  return refuse_unless(!meeting || facts.stamp.at < meeting->notice.starts, rule);
}

MaybeRefusal MeetingHasStarted::ask(const CaseFacts& facts) {
  const Meeting* meeting = latest_or_none(facts);
  if (!meeting || meeting->notice.starts <= facts.stamp.at) return std::nullopt;
  return Refusal{rule, {{"starts", iso(meeting->notice.starts)}}};
}

MaybeRefusal AttendanceNotYetClosed::ask(const CaseFacts& facts) {
  const Meeting* meeting = latest_or_none(facts);
  const bool closed = meeting && meeting->status == MeetingStatus::attendance_closed;
  return refuse_unless(!closed, rule);
}

MaybeRefusal AttendanceIsClosed::ask(const CaseFacts& facts) {
  const Meeting* meeting = latest_or_none(facts);
  return refuse_unless(meeting && meeting->status == MeetingStatus::attendance_closed, rule);
}

MaybeRefusal PartyWaitsForSummons::check(const CaseFacts& facts, const SummonParty& command) {
  const Party* party = find_party(facts.running, command.party);
  if (party && !meeting::may_be_called(*party, facts.running.consent)) {
    return Refusal{"outside_consent", {{"party", command.party.text}}};
  }
  const Meeting* meeting = latest_or_none(facts);
  const Seat* seat = meeting ? meeting::find_seat(*meeting, command.party) : nullptr;
  return refuse_unless(!seat || seat->state == SeatState::created, rule,
                       {{"party", command.party.text}});
}

MaybeRefusal PurposeIsGiven::check(const CaseFacts&, const SendSummons& command) {
  return refuse_unless(!is_blank(command.purpose), rule, {{"field", "purpose"}});
}

MaybeRefusal QuestionIsAsked::check(const CaseFacts&, const SendSummons& command) {
  const auto& questions = command.questions;
  const bool asked = !questions.empty() &&
                     std::none_of(questions.begin(), questions.end(),
                                  [](const std::string& question) { return is_blank(question); });
  return refuse_unless(asked, rule, {{"field", "questions"}});
}

MaybeRefusal MeetingLiesAhead::check(const CaseFacts& facts, const SendSummons& command) {
  return lies_ahead(facts, command.starts);
}
MaybeRefusal MeetingLiesAhead::check(const CaseFacts& facts, const ChangeMeeting& command) {
  return command.starts ? lies_ahead(facts, *command.starts) : std::nullopt;
}
MaybeRefusal MeetingLiesAhead::check(const CaseFacts& facts, const CallOfficialsMeeting& command) {
  return lies_ahead(facts, command.starts);
}

MaybeRefusal ShortNoticeHasReason::check(const CaseFacts& facts, const SendSummons& command) {
  return reason_for_notice(facts, command.starts, command.short_notice_reason);
}
MaybeRefusal ShortNoticeHasReason::check(const CaseFacts& facts, const ChangeMeeting& command) {
  const Meeting* meeting = latest_or_none(facts);
  const bool moves =
      command.starts && meeting && moment(facts, *command.starts) != meeting->notice.starts;
  if (!moves) return std::nullopt;
  return reason_for_notice(facts, *command.starts, command.short_notice_reason);
}

MaybeRefusal SomebodyToSummon::check(const CaseFacts& facts, const SendSummons& command) {
  if (!facts.running.consent.given) return std::nullopt;  // the missing consent says it all
  for (const auto& id : command.parties) {
    const Party* party = find_party(facts.running, id);
    if (!party || party->left) return Refusal{"party_unknown", {{"party", id.text}}};
    if (!meeting::may_be_called(*party, facts.running.consent)) {
      return Refusal{"outside_consent", {{"party", id.text}}};
    }
  }
  const auto& parties = facts.running.parties;
  const bool any = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    const auto& only = command.parties;
    const bool wanted = only.empty() || std::find(only.begin(), only.end(), party.id) != only.end();
    return wanted && !party.left && party.kind == PartyKind::unit &&
           meeting::may_be_called(party, facts.running.consent);
  });
  return refuse_unless(any, rule);
}

MaybeRefusal MeetingReallyChanges::check(const CaseFacts& facts, const ChangeMeeting& command) {
  const Meeting* meeting = latest_or_none(facts);
  if (!meeting) return std::nullopt;
  const MeetingNotice& now = meeting->notice;
  const bool moves = command.starts && moment(facts, *command.starts) != now.starts;
  const bool elsewhere = command.place && command.place != now.place;
  const bool relinked = command.link && command.link != now.link;
  return refuse_unless(moves || elsewhere || relinked, rule);
}

MaybeRefusal ReasonIsGiven::check(const CaseFacts&, const CancelMeeting& command) {
  return refuse_unless(!is_blank(command.reason), rule, {{"field", "reason"}});
}
MaybeRefusal ReasonIsGiven::check(const CaseFacts&, const CorrectAttendance& command) {
  return refuse_unless(!is_blank(command.reason), rule, {{"field", "reason"}});
}

MaybeRefusal EverySummonedIsMarked::check(const CaseFacts& facts, const CloseAttendance& command) {
  const Meeting* meeting = latest_or_none(facts);
  if (!meeting) return std::nullopt;
  std::string missing;
  for (const auto& party : meeting::unmarked(*meeting)) {
    const bool marked_now =
        std::any_of(command.marks.begin(), command.marks.end(),
                    [&](const AttendanceMark& mark) { return mark.party == party; });
    if (!marked_now) missing += (missing.empty() ? "" : ", ") + party.text;
  }
  return refuse_unless(missing.empty(), rule, {{"parties", missing}});
}

MaybeRefusal MarksFitSeats::check(const CaseFacts& facts, const CloseAttendance& command) {
  return marks_fit(facts, latest_or_none(facts), command.marks);
}
MaybeRefusal MarksFitSeats::check(const CaseFacts& facts, const CallOffMeeting& command) {
  return marks_fit(facts, latest_or_none(facts), command.marks);
}
MaybeRefusal MarksFitSeats::check(const CaseFacts& facts, const CorrectAttendance& command) {
  const Meeting* meeting = find_meeting(facts.running, command.meeting);
  if (!meeting || !(meeting->attendance_closed || meeting->not_held)) {
    return Refusal{"attendance_is_open", {}};
  }
  return marks_fit(facts, meeting, {command.mark});
}
MaybeRefusal MarksFitSeats::check(const CaseFacts& facts, const RecordOfficialsMeeting& command) {
  for (const auto& party : command.present) {
    if (auto no = has_seat(latest_or_none(facts), party)) return no;
  }
  return std::nullopt;
}

MaybeRefusal CausesWereSummoned::check(const CaseFacts& facts, const CallOffMeeting& command) {
  const Meeting* meeting = latest_or_none(facts);
  if (!meeting) return std::nullopt;
  for (const auto& cause : command.causes) {
    const Seat* seat = meeting::find_seat(*meeting, cause);
    if (!seat || !seat->has_duty) return Refusal{rule, {{"party", cause.text}}};
    if (!seat::is_reached(*seat))
      return Refusal{"cause_was_never_reached", {{"party", cause.text}}};
  }
  return std::nullopt;
}

MaybeRefusal FollowUpIsSet::check(const CaseFacts& facts, const EndMeeting& command) {
  const bool motivated = !is_blank(command.no_follow_up_motive.value_or(""));
  const Date today = facts.ground.calendar.zone().day_of(facts.stamp.at);
  if (command.follow_up_on && *command.follow_up_on < today) {
    return Refusal{"follow_up_lies_behind", {{"field", "follow_up_on"}}};
  }
  return refuse_unless(command.follow_up_on || motivated, rule, {{"field", "follow_up_on"}});
}

MaybeRefusal OfficialsMeetingIsPending::ask(const CaseFacts& facts) {
  const Meeting* meeting = latest_or_none(facts);
  const bool pending = has_pending(facts) && meeting->notice.form == MeetingForm::officials;
  return refuse_unless(pending, rule);
}

}  // namespace kallad::casework
