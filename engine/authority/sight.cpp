// How much of a case a caller may see, decided from the highest sight down.
// Not the fields: redaction.cpp. Rule kept: deny by default, so each sight has to be given by name.
#include "engine/authority/sight.hpp"

#include <algorithm>

namespace kallad::authority {

namespace {

Date today(const Occasion& occasion) { return occasion.calendar.zone().day_of(occasion.at); }

bool is_called_to(const Meeting& meeting, const PartyId& party) {
  const auto sent = [&](const Seat& seat) { return seat.party == party && seat.sent; };
  return std::ranges::any_of(meeting.seats, sent) || std::ranges::any_of(meeting.voided, sent);
}

bool is_covered(const Case& running, const Party& party) {
  const auto& given = running.consent.given;
  return given && consent::covers(*given, party.unit, party.principal);
}

bool is_inside_consent(const Case& running, const Party& party, const Occasion& occasion) {
  return !party.left && is_covered(running, party) &&
         consent::in_force(running.consent, today(occasion));
}

/// Whether anything of the case is the party's to keep: a summons, or what it recorded itself.
bool has_received(const CaseFile& file, const Party& party) {
  const Case& running = file.running;
  const auto has_called = [&](const Meeting& one) { return is_called_to(one, party.id); };
  const auto is_its_mapping = [&](const Mapping& one) { return one.by == party.id; };
  return std::ranges::any_of(running.meetings, has_called) ||
         std::ranges::any_of(running.mappings, is_its_mapping) ||
         std::ranges::count(file.deficiencies, party.unit, &Deficiency::unit) > 0;
}

Instant last_moment_of(Date day, const Zone& zone) {
  const Date next{std::chrono::sys_days{day} + std::chrono::days{1}};
  return zone.start_of(next) - std::chrono::milliseconds{1};
}

/// Where the party's sight ends: the earliest of what has ended it.
Horizon horizon_of(const Case& running, const Party& party, const Occasion& occasion) {
  Horizon horizon;
  const auto end_at = [&](const std::optional<Cited>& fact) {
    if (fact) horizon.event = std::min(horizon.event, fact->event);
  };
  const ConsentState& state = running.consent;
  end_at(party.left);
  end_at(state.withdrawn);
  if (!state.given) return horizon;
  const Date day = today(occasion);
  if (!is_covered(running, party) || day < state.given->from) end_at(state.given_fact);
  if (state.given->until && *state.given->until < day) {
    horizon.at = last_moment_of(*state.given->until, occasion.calendar.zone());
  }
  return horizon;
}

bool is_offered(const Caller& caller, const Case& running) {
  const auto& offered = running.coordination_offered;
  return offered && has(caller, Position::coordinator) && offered->unit == caller.unit &&
         offered->name == caller.name;
}

bool reads_reports(const Caller& caller, const Case& running, const Occasion& occasion) {
  const auto council = occasion.known.councils.find(running.council);
  const bool of_council =
      council != occasion.known.councils.end() && council->second.secretary_unit == caller.unit;
  return has(caller, Position::report_reader) && (of_council || coordinates(caller, running));
}

bool has_left_some(const CaseFile& file) {
  return std::ranges::any_of(file.deficiencies, has_left_unit);
}

/// The sight of a unit's staff, where no protection stands in the way.
void see_as_staff(Sight& seen, const Caller& caller, const CaseFile& file,
                  const Occasion& occasion) {
  const Case& running = file.running;
  const bool leads = has(caller, Position::coordinator) || has(caller, Position::unit_head);
  const Party* party = party_of_caller(caller, running);
  if (leads && coordinates(caller, running)) {
    seen.of_case = CaseSight::whole;
  } else if (!is_staff(caller) || !party) {
    return;
  } else if (is_inside_consent(running, *party, occasion)) {
    seen.of_case = CaseSight::party;
  } else if (has_received(file, *party)) {
    seen.of_case = CaseSight::frozen;
    seen.horizon = horizon_of(running, *party, occasion);
  }
}

}  // namespace

bool has(const Caller& caller, Position position) {
  const bool of_installation = position == Position::administrator || position == Position::auditor;
  return (of_installation || !caller.unit.empty()) &&
         std::ranges::count(caller.positions, position) > 0;
}

bool is_staff(const Caller& caller) {
  return has(caller, Position::attendee) || has(caller, Position::unit_head) ||
         has(caller, Position::coordinator);
}

bool is_named(const Caller& caller, const Case& running) {
  const auto is_caller = [&](const Coordinator& one) {
    return !caller.name.empty() && one.unit == caller.unit && one.name == caller.name;
  };
  const auto& offered = running.coordination_offered;
  return is_caller(running.coordinator) || (offered && is_caller(*offered)) ||
         std::ranges::count(caller.named_for, running.id) > 0;
}

const Party* party_of_caller(const Caller& caller, const Case& running) {
  const Party* found = nullptr;
  for (const Party& party : running.parties) {
    if (party.unit.empty() || party.unit != caller.unit) continue;
    if (!party.left) return &party;
    found = &party;
  }
  return found;
}

bool coordinates(const Caller& caller, const Case& running) {
  return !caller.unit.empty() && running.coordinator.unit == caller.unit;
}

bool keeps_council(const Caller& caller, const Case& running, const Register& known) {
  const auto council = known.councils.find(running.council);
  return has(caller, Position::council_secretary) && council != known.councils.end() &&
         council->second.secretary_unit == caller.unit;
}

Sight sight(const Caller& caller, const CaseFile& file, const Occasion& occasion) {
  const Case& running = file.running;
  Sight seen{CaseSight::none, false, caller.unit, {}};
  if (!running.is_opened() || caller.account.empty() || has_lost_copy(file.disposal, caller.unit))
    return seen;
  seen.of_council = keeps_council(caller, running, occasion.known) && has_left_some(file);
  if (running.person.protection != Protection::none && !is_named(caller, running)) return seen;
  see_as_staff(seen, caller, file, occasion);
  const bool counts = is_offered(caller, running) || reads_reports(caller, running, occasion);
  if (seen.of_case == CaseSight::none && counts) seen.of_case = CaseSight::overview;
  return seen;
}

}  // namespace kallad::authority
