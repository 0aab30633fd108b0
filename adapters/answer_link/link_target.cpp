// Finding the seat by the event that made it, and reading its state off the case.
// Not a table of links: there is none. What is told first is what concerns the whole case.
#include "adapters/answer_link/link_target.hpp"

#include <algorithm>

#include "engine/case/case_decide.hpp"

namespace kallad::answer_link {

namespace {

bool has_named(const Seat& seat, std::uint32_t event) {
  return std::ranges::any_of(seat.answers, [&](const GivenAnswer& answer) {
    return answer.kind == AnswerKind::sends_substitute && answer.fact.event == event;
  });
}

/// The place in the chain of the substitute named by that event; 0 for none.
std::size_t place_of(const Seat& seat, std::uint32_t event) {
  const auto& chain = seat.chain;
  const auto at =
      std::ranges::find_if(chain, [&](const ChainLink& link) { return link.named.event == event; });
  return at == chain.end() ? 0 : static_cast<std::size_t>(at - chain.begin()) + 1;
}

bool is_meant(const Seat& seat, const LinkName& name) {
  if (!seat.sent || mark_of(seat.party) != name.party) return false;
  if (name.holder == LinkHolder::substitute) return has_named(seat, name.event);
  return seat.sent->event == name.event;
}

bool is_closed(const Meeting& meeting) {
  return meeting.status == MeetingStatus::attendance_closed ||
         meeting.status == MeetingStatus::ended;
}

/// Who was sent without the right to decide says nothing for the huvudman.
bool answers_for_unit(const LinkTarget& target) {
  if (target.holder == LinkHolder::check_in || target.party->unit.empty()) return false;
  if (target.holder == LinkHolder::party) return true;
  const bool is_last = target.place != 0 && target.place == target.seat->chain.size();
  return is_last && target.substitute().confirmed && target.substitute().who.mandate != Mandate::no;
}

std::optional<PartyId> agrees_for(const Case& running, const LinkTarget& target) {
  // With protected identity named staff alone see the plan, and a link tells nobody's name.
  if (running.person.protection != Protection::none) return std::nullopt;
  const bool is_last = target.meeting == &running.meetings.back() && target.is_present_version;
  if (!is_last || !is_closed(*target.meeting) || !answers_for_unit(target)) return std::nullopt;
  const auto asked = casework::must_agree(running);
  for (const PartyId& who : {target.party->id, PartyId{target.party->principal.text}}) {
    if (std::ranges::find(asked, who) != asked.end()) return who;
  }
  return std::nullopt;
}

std::optional<LinkTarget> find_in(const CaseFile& file, const Meeting& meeting,
                                  const std::vector<Seat>& seats, const LinkName& name) {
  for (const Seat& seat : seats) {
    if (!is_meant(seat, name)) continue;
    LinkTarget target{name.holder, &meeting, &seat, nullptr, 0, &seats == &meeting.seats};
    target.party = casework::find_party(file.running, seat.party);
    if (name.holder == LinkHolder::substitute) target.place = place_of(seat, name.event);
    if (!target.party) continue;
    target.agrees_for = agrees_for(file.running, target);
    return target;
  }
  return std::nullopt;
}

/// Why a substitute stands in the chain no more, as far as what stands there now tells.
LinkState state_of_gone(const Seat& seat, std::uint32_t event) {
  const auto* answer = seat::standing_answer(seat);
  if (answer && answer->kind != AnswerKind::sends_substitute) return LinkState::taken_back;
  const bool has_follower = !seat.chain.empty() && seat.chain.back().named.event > event;
  return has_follower ? LinkState::replaced : LinkState::declined;
}

/// Forwarding, too, makes units leave: the first when the receiver takes the summons on, the
/// receiver when it is taken back.
LinkState state_of_left(const Seat& seat) {
  if (seat.forwarded_to) return LinkState::handed_over;
  const bool was_forwarded = seat.state == SeatState::voided && seat.forwarded_from;
  return was_forwarded ? LinkState::taken_back : LinkState::party_left;
}

bool has_passed(int days_after, const Meeting& meeting, const Ground& ground, Instant now) {
  const Zone& zone = ground.calendar.zone();
  const auto last =
      std::chrono::sys_days{zone.day_of(meeting.notice.starts)} + std::chrono::days{days_after};
  return zone.end_of(Date{last}) < now;
}

bool is_outside_consent(const Case& running, const Party& party, const Ground& ground,
                        Instant now) {
  if (party.unit.empty()) return false;
  const Date today = ground.calendar.zone().day_of(now);
  return !consent::in_force(running.consent, today) ||
         !consent::covers(*running.consent.given, party.unit, party.principal);
}

/// Where the meeting stands, for all its links.
LinkState state_of_meeting(const LinkTarget& target, const Ground& ground, Instant now) {
  if (target.meeting->status == MeetingStatus::cancelled) return LinkState::cancelled;
  if (target.meeting->status == MeetingStatus::not_held) return LinkState::not_held;
  if (!target.is_present_version) return LinkState::superseded;
  if (!is_closed(*target.meeting)) {
    const bool is_over = has_passed(link_days_after_start, *target.meeting, ground, now);
    return is_over ? LinkState::over : LinkState::alive;
  }
  const bool can_agree =
      target.agrees_for && !has_passed(agreement_days_after_start, *target.meeting, ground, now);
  return can_agree ? LinkState::agreement : LinkState::over;
}

LinkName link(LinkHolder holder, const CaseId& of_case, std::uint32_t event, const Seat& seat) {
  return {holder, of_case, event, mark_of(seat.party)};
}

bool is_with_link(WishKind kind) {
  switch (kind) {
    case WishKind::summons:
    case WishKind::changed_summons:
    case WishKind::forwarded_summons:
    case WishKind::reminder_to_recipient:
    case WishKind::reminder_to_mailbox:
    case WishKind::reminder_to_head:
    case WishKind::decline_explained:
    case WishKind::substitute_link:
    case WishKind::answer_confirmed:
    case WishKind::agreement_asked:
      return true;
    default:
      return false;
  }
}

}  // namespace

LinkName party_link(const CaseId& of_case, const Seat& seat) {
  return link(LinkHolder::party, of_case, seat.sent.value().event, seat);
}

LinkName check_in_link(const CaseId& of_case, const Seat& seat) {
  return link(LinkHolder::check_in, of_case, seat.sent.value().event, seat);
}

LinkName substitute_link(const CaseId& of_case, const Seat& seat, const ChainLink& substitute) {
  return link(LinkHolder::substitute, of_case, substitute.named.event, seat);
}

std::optional<LinkName> link_in(const CaseFile& file, const Wish& letter) {
  if (!is_with_link(letter.kind)) return std::nullopt;
  const Meeting* meeting = casework::find_meeting(file.running, letter.number);
  const Seat* seat = meeting ? meeting::find_seat(*meeting, letter.to) : nullptr;
  if (!seat || !seat->sent) return std::nullopt;
  if (letter.kind != WishKind::substitute_link) return party_link(file.running.id, *seat);
  if (seat->chain.empty()) return std::nullopt;
  return substitute_link(file.running.id, *seat, seat->chain.back());
}

std::optional<LinkTarget> find(const CaseFile& file, const LinkName& name) {
  if (!file.running.is_opened() || file.running.id != name.of_case) return std::nullopt;
  for (const Meeting& meeting : file.running.meetings) {
    if (auto found = find_in(file, meeting, meeting.seats, name)) return found;
    if (auto found = find_in(file, meeting, meeting.voided, name)) return found;
  }
  return std::nullopt;
}

LinkState state_of(const CaseFile& file, const LinkName& name, const Ground& ground, Instant now) {
  const Case& running = file.running;
  if (!running.is_opened() || running.id != name.of_case) return LinkState::dead;
  const auto target = find(file, name);
  if (!target) return LinkState::revoked;
  if (running.step == Step::closed) return LinkState::case_closed;
  if (running.consent.withdrawn) return LinkState::consent_withdrawn;
  if (target->party->left) return state_of_left(*target->seat);
  const LinkState of_meeting = state_of_meeting(*target, ground, now);
  if (of_meeting != LinkState::alive && of_meeting != LinkState::agreement) return of_meeting;
  if (target->seat->state == SeatState::voided) return LinkState::taken_back;
  const bool is_gone = name.holder == LinkHolder::substitute && target->place == 0;
  if (is_gone) return state_of_gone(*target->seat, name.event);
  if (is_outside_consent(running, *target->party, ground, now)) return LinkState::outside_consent;
  return of_meeting;
}

}  // namespace kallad::answer_link
