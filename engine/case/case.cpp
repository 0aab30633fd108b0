// Questions to a case.
// Not a change of it: case_evolve.cpp does that, and case_rules.cpp says what may be done.
#include "engine/case/case.hpp"

#include <algorithm>

#include "engine/case/case_decide.hpp"

namespace kallad::casework {

const Party* find_party(const Case& running, const PartyId& party) {
  const auto found = std::find_if(running.parties.begin(), running.parties.end(),
                                  [&](const Party& one) { return one.id == party; });
  return found == running.parties.end() ? nullptr : &*found;
}

const Meeting* find_meeting(const Case& running, std::optional<std::uint32_t> number) {
  if (running.meetings.empty()) return nullptr;
  if (!number) return &running.meetings.back();
  return *number >= 1 && *number <= running.meetings.size() ? &running.meetings[*number - 1]
                                                            : nullptr;
}

namespace {

/// The party's seat at the latest meeting it was called to; null where there was none.
const Seat* last_seat(const Case& running, const PartyId& party) {
  const Seat* last = nullptr;
  for (const auto& meeting : running.meetings) {
    const Seat* seat = meeting::find_seat(meeting, party);
    if (seat && seat->sent) last = seat;
  }
  return last;
}

}  // namespace

bool never_took_on(const Case& running, const Party& party) {
  const Seat* seat = last_seat(running, party.id);
  if (!seat || !seat->forwarded_from || seat->has_duty || seat::has_come(*seat)) return false;
  const bool said_yes = seat->acknowledged || !seat->answers.empty();
  const Party* from = find_party(running, *seat->forwarded_from);
  return from && !from->left && !(seat->calling == Calling::invited && said_yes);
}

std::vector<PartyId> must_agree(const Case& running) {
  std::vector<PartyId> all;
  for (const auto& party : running.parties) {
    if (party.left || party.calling != Calling::summoned || never_took_on(running, party)) continue;
    const PartyId who = running.plan.law == PlanLaw::lpt ? party.id : PartyId{party.principal.text};
    if (std::find(all.begin(), all.end(), who) == all.end()) all.push_back(who);
  }
  return all;
}

bool is_plan_agreed(const Case& running) {
  const auto all = must_agree(running);
  return !all.empty() && std::all_of(all.begin(), all.end(), [&](const PartyId& who) {
    return plan::has_agreed(running.plan, who);
  });
}

std::vector<std::string_view> people_beside(const Case& running) {
  std::vector<std::string_view> names;
  const auto add = [&](std::string_view name) {
    const bool is_new = std::find(names.begin(), names.end(), name) == names.end();
    if (!name.empty() && name != running.person.name && is_new) names.push_back(name);
  };
  for (const Party& party : running.parties) {
    const bool is_beside = party.kind == PartyKind::guardian || party.kind == PartyKind::relative ||
                           party.kind == PartyKind::personal_representative;
    if (is_beside) add(party.name);
  }
  for (const std::string& name : running.names_before) add(name);
  for (const Giver& one : running.consent.gave_before) add(one.name);
  if (running.consent.given) {
    for (const Giver& one : running.consent.given->given_by) add(one.name);
  }
  return names;
}

std::optional<Instant> first_summons(const Case& running) {
  std::optional<Instant> first;
  const auto look = [&](const Seat& seat) {
    if (seat.sent && (!first || seat.sent->at < *first)) first = seat.sent->at;
  };
  for (const auto& meeting : running.meetings) {
    if (meeting.notice.form == MeetingForm::officials) continue;
    std::for_each(meeting.seats.begin(), meeting.seats.end(), look);
    std::for_each(meeting.voided.begin(), meeting.voided.end(), look);
  }
  return first;
}

}  // namespace kallad::casework
