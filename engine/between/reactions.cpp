// When this fact, wish that. The only place where a fact of the engine becomes work for the world
// outside. Not a letter and not its sending. Rules kept: rulings "Consent" (a withdrawal stops
// letters and all new sharing; the coordinator is asked to close the case or to record a new
// consent), "Declining and deadlines" (the ladder; a letter tells what "cannot come" means).

#include "engine/between/case_file.hpp"
#include "engine/case/case_decide.hpp"

namespace kallad::between {

namespace {

using Wishes = std::vector<Wish>;

const Seat* seat_of(const CaseFile& file, std::uint32_t meeting, const PartyId& party) {
  const Meeting* found = casework::find_meeting(file.running, meeting);
  return found ? meeting::find_seat(*found, party) : nullptr;
}

Wish to_coordinator(std::uint32_t number, const PartyId& about = {}) {
  return {WishKind::demand_to_coordinator, number, about};
}

Wishes to_all(WishKind kind, std::uint32_t meeting, const std::vector<SummonedSeat>& seats) {
  Wishes wishes;
  for (const auto& seat : seats) wishes.push_back({kind, meeting, seat.party});
  return wishes;
}

Wishes of(const CaseFile&, const SummonsSent& fact) {
  return to_all(WishKind::summons, fact.meeting, fact.seats);
}

Wishes of(const CaseFile&, const OfficialsMeetingCalled& fact) {
  Wishes wishes;
  for (const auto& party : fact.invited) wishes.push_back({WishKind::summons, fact.meeting, party});
  return wishes;
}

Wishes of(const CaseFile&, const PartySummoned& fact) {
  return {{WishKind::summons, fact.meeting, fact.seat.party}};
}

/// The new version asks every party anew, and the substitutes of the one before are not asked: who
/// holds the time free for it must hear that it is void.
Wishes of(const CaseFile& file, const MeetingChanged& fact) {
  Wishes wishes = to_all(WishKind::changed_summons, fact.meeting, fact.seats);
  for (const auto& seat : casework::find_meeting(file.running, fact.meeting)->voided) {
    if (seat.version + 1 != fact.meeting_version || seat.chain.empty()) continue;
    wishes.push_back({WishKind::substitute_released, fact.meeting, seat.party});
  }
  return wishes;
}

bool has_left(const CaseFile& file, const PartyId& id) {
  const Party* party = casework::find_party(file.running, id);
  return party && party->left;
}

/// Who has left was told when it left.
Wishes of(const CaseFile& file, const MeetingCancelled& fact) {
  Wishes wishes;
  for (const auto& seat : casework::find_meeting(file.running, fact.meeting)->seats) {
    const bool expects_it = seat.sent && !has_left(file, seat.party);
    if (expects_it) wishes.push_back({WishKind::cancellation, fact.meeting, seat.party});
  }
  return wishes;
}

/// The meeting stands in the calendar of who was called, and is none of theirs any more.
Wishes of(const CaseFile& file, const PartyLeft& fact) {
  const auto& meetings = file.running.meetings;
  if (meetings.empty() || !meeting::is_live(meetings.back())) return {};
  const Seat* seat = meeting::find_seat(meetings.back(), fact.party);
  if (!seat || !seat->sent) return {};
  return {{WishKind::cancellation, meetings.back().number, fact.party}};
}

Wishes of(const CaseFile&, const SummonsForwarded& fact) {
  return {{WishKind::forwarded_summons, fact.meeting, fact.to}};
}

/// Whoever has just become free of coming in the party's place hears of it too.
Wishes with_released(Wishes wishes, const CaseFile& file, std::uint32_t meeting,
                     const PartyId& party) {
  const Seat* seat = seat_of(file, meeting, party);
  const bool is_now =
      seat && !seat->released.empty() && seat->released.back().event == file.running.events;
  if (is_now) wishes.push_back({WishKind::substitute_released, meeting, party});
  return wishes;
}

Wishes of(const CaseFile& file, const SeatAnswered& fact) {
  const Seat* seat = seat_of(file, fact.meeting, fact.party);
  const bool explains = fact.answer == AnswerKind::cannot_come && seat && seat->has_duty;
  return with_released({{explains ? WishKind::decline_explained : WishKind::answer_confirmed,
                         fact.meeting, fact.party}},
                       file, fact.meeting, fact.party);
}

Wishes of(const CaseFile& file, const SubstituteNamed& fact) {
  return with_released({{WishKind::substitute_link, fact.meeting, fact.party}}, file, fact.meeting,
                       fact.party);
}

Wishes of(const CaseFile&, const SubstituteConfirmed& fact) {
  return {{WishKind::answer_confirmed, fact.meeting, fact.party}};
}

/// The duty is back with whoever named the substitute: they must hear of it.
Wishes of(const CaseFile&, const SubstituteDeclined& fact) {
  return {{WishKind::decline_explained, fact.meeting, fact.party}};
}

Wishes of(const CaseFile& file, const SeatTakenBack& fact) {
  return with_released({{WishKind::answer_confirmed, fact.meeting, fact.party}}, file, fact.meeting,
                       fact.party);
}

Wishes of(const CaseFile&, const ReminderIssued& fact) {
  constexpr auto kind_of = [](ReminderStep step) {
    if (step == ReminderStep::recipient) return WishKind::reminder_to_recipient;
    return step == ReminderStep::mailbox ? WishKind::reminder_to_mailbox
                                         : WishKind::reminder_to_head;
  };
  return {{kind_of(fact.step), fact.meeting, fact.party}};
}

Wishes of(const CaseFile&, const AnswerDeadlinePassed& fact) {
  return {{WishKind::no_answer_to_coordinator, fact.meeting, fact.party}};
}

/// A summons that did not arrive is the sender's own fault: the coordinator mends the address.
Wishes of(const CaseFile&, const DeliveryFailed& fact) {
  return {to_coordinator(fact.meeting, fact.party)};
}

Wishes of(const CaseFile&, const AddressBounced& fact) {
  return {to_coordinator(fact.meeting, fact.party)};
}

Wishes of(const CaseFile&, const ConsentWithdrawn&) {
  return {{WishKind::stop_letters, 0, {}}, to_coordinator(0)};
}

/// A letter to the unit that answers for an activity; people are not reminded of theirs by mail.
Wishes to_owner(const CaseFile& file, WishKind kind, const std::string& activity) {
  const auto* entry = plan::find_activity(file.running.plan, ActivityId{activity});
  const Party* owner = entry ? casework::find_party(file.running, entry->activity.owner) : nullptr;
  if (!owner || owner->unit.empty()) return {};
  return {{kind, 0, owner->id}};
}

Wishes of(const CaseFile& file, const DemandFellDue& fact) {
  const Due& due = fact.due;
  switch (due.kind) {
    case DueKind::attendance_open:
      return {{WishKind::attendance_reminder, due.number, {}}};
    case DueKind::coming_list_due:
      return {{WishKind::coming_list, due.number, {}}};
    case DueKind::remind_activity:
      return to_owner(file, WishKind::activity_reminder, due.about);
    case DueKind::remind_activity_head:
      return to_owner(file, WishKind::activity_overdue_to_head, due.about);
    case DueKind::activity_due: {
      Wishes wishes = to_owner(file, WishKind::activity_overdue, due.about);
      wishes.push_back(to_coordinator(due.number));
      return wishes;
    }
    default:
      return {to_coordinator(due.number)};
  }
}

/// The units hear where the plan can be read; the person has it on paper.
Wishes of(const CaseFile& file, const CopyHandedOutTo& fact) {
  Wishes wishes;
  for (const PartyId& to : fact.to) {
    const Party* party = casework::find_party(file.running, to);
    if (party && !party->unit.empty()) wishes.push_back({WishKind::plan_copy_told, 0, to});
  }
  return wishes;
}

/// The unit that says yes or no for `who`: one that came, else the first that was called.
const Seat* asked_for(const CaseFile& file, const Meeting& meeting, const PartyId& who) {
  const Seat* first = nullptr;
  for (const Seat& seat : meeting.seats) {
    const Party* party = casework::find_party(file.running, seat.party);
    const bool speaks = party && !party->left && !party->unit.empty() && seat.sent &&
                        party->calling == Calling::summoned &&
                        (party->id == who || (file.running.plan.law != PlanLaw::lpt &&
                                              PartyId{party->principal.text} == who));
    if (!speaks) continue;
    if (seat::has_come(seat)) return &seat;
    if (!first) first = &seat;
  }
  return first;
}

/// Each that has said neither yes nor no to the plan as it is, is asked: the law asks of each
/// huvudman to agree, and of nobody to sit at the table to say so. Before the law's four points are
/// there nobody can agree, and while the meeting goes on they are asked at the table.
Wishes asked_to_agree(const CaseFile& file) {
  Wishes wishes;
  const Meeting* meeting = casework::find_meeting(file.running, std::nullopt);
  const Plan& plan = file.running.plan;
  const bool has_ended = meeting && meeting->status == MeetingStatus::ended &&
                         meeting->notice.form == MeetingForm::sip;
  if (!has_ended || !plan::missing_points(plan).empty() ||
      file.running.person.protection != Protection::none)
    return wishes;
  for (const PartyId& who : casework::must_agree(file.running)) {
    if (plan::has_agreed(plan, who) || plan::standing_no(plan, who)) continue;
    if (const Seat* seat = asked_for(file, *meeting, who))
      wishes.push_back({WishKind::agreement_asked, meeting->number, seat->party});
  }
  return wishes;
}

Wishes of(const CaseFile& file, const MeetingEnded&) { return asked_to_agree(file); }

Wishes of(const CaseFile& file, const PlanPointsRecorded&) { return asked_to_agree(file); }

Wishes of(const CaseFile&, const PlanDeclinedBy&) {
  return {{WishKind::plan_declined_to_coordinator, 0, {}}};
}

Wishes draft(const CaseFile& file, std::uint32_t number) {
  return {{WishKind::draft_to_coordinator, number, file.deficiencies[number - 1].party}};
}

Wishes of(const CaseFile& file, const DeficiencyDrafted& fact) { return draft(file, fact.number); }

Wishes of(const CaseFile& file, const DeficiencyGrown& fact) { return draft(file, fact.number); }

Wishes of(const CaseFile& file, const DeficiencyAnswerOverdue& fact) {
  return {to_coordinator(fact.number, file.deficiencies[fact.number - 1].party)};
}

template <class Other>
Wishes of(const CaseFile&, const Other&) {
  return {};
}

/// What is still said after consent is withdrawn: to the coordinator, and that nobody need come.
bool is_said_without_consent(WishKind kind) {
  switch (kind) {
    case WishKind::cancellation:
    case WishKind::substitute_released:
    case WishKind::no_answer_to_coordinator:
    case WishKind::attendance_reminder:
    case WishKind::demand_to_coordinator:
    case WishKind::draft_to_coordinator:
    case WishKind::plan_declined_to_coordinator:
    case WishKind::stop_letters:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<Wish> reactions(const CaseFile& file, const FileEvent& event) {
  auto wishes = boost::variant2::visit([&](const auto& fact) { return of(file, fact); }, event);
  if (file.running.consent.withdrawn) {
    std::erase_if(wishes, [](const Wish& wish) { return !is_said_without_consent(wish.kind); });
  }
  return wishes;
}

}  // namespace kallad::between
