// The table asked: which roles a caller has in a case, and which line admits a command.
// Not the conditions' meaning for fields that are shown: redaction.cpp. Rule kept: every way out
// of these functions that is no grant of the table is a denial.
#include "engine/authority/authority.hpp"

#include <algorithm>
#include <concepts>
#include <iterator>

#include "engine/spine/text.hpp"

namespace kallad::authority {

namespace {

namespace variants = boost::variant2;

/// What a command is about, as far as conditions ask.
struct Subject {
  PartyId party;
  std::optional<std::uint32_t> meeting;
  std::uint32_t deficiency = 0;
  UnitId coordinating;
};

template <class Command>
Subject subject_of(const Command& said, const Case& running) {
  Subject about;
  if constexpr (std::derived_from<Command, SeatRef>) about = {said.party, said.meeting, 0, {}};
  if constexpr (requires { said.mark.party; }) about = {said.mark.party, said.meeting, 0, {}};
  if constexpr (std::derived_from<Command, DeficiencyRef>) about.deficiency = said.number;
  if constexpr (std::same_as<Command, OpenCase>) about.coordinating = said.coordinator.unit;
  if constexpr (std::same_as<Command, AgreePlan>) about.party = said.by;
  if constexpr (std::same_as<Command, DeclinePlan>) about.party = said.by;
  if constexpr (boost::mp11::mp_contains<DisposalCommand, Command>::value) {
    about.party = PartyId{said.principal.text};
  }
  if constexpr (std::same_as<Command, RecordMapping>) {
    about.party = said.mapping.by.value_or(PartyId{});
  }
  if constexpr (std::same_as<Command, ReportActivity>) {
    const auto* entry = plan::find_activity(running.plan, said.activity);
    if (entry) about.party = entry->activity.owner;
  }
  return about;
}

/// One question: who asks, about which case, and what they may see of it.
struct Question {
  const Caller& caller;
  const CaseFile& file;
  const Occasion& occasion;
  const Sight& seen;
  const Subject& about;
};

bool is_own_party(const Question& asked) {
  const Party* party = casework::find_party(asked.file.running, asked.about.party);
  return party && !party->unit.empty() && party->unit == asked.caller.unit;
}

bool is_own_principal(const Question& asked) {
  const Party* own = party_of_caller(asked.caller, asked.file.running);
  return own && !own->principal.empty() && asked.about.party.text == own->principal.text;
}

const Deficiency* deficiency_of(const Question& asked) {
  const auto& all = asked.file.deficiencies;
  const auto found = std::ranges::find(all, asked.about.deficiency, &Deficiency::number);
  return found == all.end() ? nullptr : &*found;
}

bool stands_to_deficiency(const Question& asked, DeficiencyStanding wanted) {
  const Deficiency* one = deficiency_of(asked);
  return one && standing_to(*one, asked.file.running, asked.seen) == wanted;
}

/// The counterpart, and not frozen out: what goes on without consent goes on without identity.
bool is_counterpart(const Question& asked) {
  const Deficiency* one = deficiency_of(asked);
  const bool goes_on = one && (asked.seen.of_case > CaseSight::frozen || one->identity_withheld);
  return goes_on && stands_to_deficiency(asked, DeficiencyStanding::counterpart);
}

bool is_of_council(const Question& asked) {
  const Deficiency* one = deficiency_of(asked);
  return one && asked.seen.of_council && has_left_unit(*one);
}

bool is_offered_coordination(const Question& asked) {
  const auto& offered = asked.file.running.coordination_offered;
  return offered && offered->unit == asked.caller.unit && offered->name == asked.caller.name;
}

bool holds(Condition condition, const Question& asked) {
  switch (condition) {
    case in_role:
      return true;
    case own_case:
      return coordinates(asked.caller, asked.file.running);
    case own_unit:
      return asked.about.coordinating == asked.caller.unit;
    case own_party:
      return is_own_party(asked);
    case own_principal:
      return is_own_party(asked) || is_own_principal(asked);
    case own_deficiency:
      return stands_to_deficiency(asked, DeficiencyStanding::own);
    case Condition::counterpart:
      return is_counterpart(asked);
    case own_council:
      return is_of_council(asked);
    case offered:
      return is_offered_coordination(asked);
    case by_link:
    case by_program:
      return false;
  }
  return false;
}

/// Roles for which a frozen sight is not enough, unless the line says so.
bool needs_consent(Role role) {
  return role == attendee || role == unit_head || role == chair || role == secretary;
}

bool may_when_frozen(const Grant& grant, const Sight& seen) {
  return !needs_consent(grant.role) || seen.of_case >= CaseSight::party;
}

bool is_at_the_table(const Caller& caller, const Case& running) {
  const Party* party = party_of_caller(caller, running);
  return is_staff(caller) && ((party && !party->left) || coordinates(caller, running));
}

void add_meeting_roles(std::vector<Role>& roles, const Caller& caller, const Case& running,
                       std::optional<std::uint32_t> number) {
  const Meeting* meeting = casework::find_meeting(running, number);
  if (!meeting || is_blank(caller.name) || !is_at_the_table(caller, running)) return;
  if (meeting->chair == caller.name) roles.push_back(chair);
  if (meeting->secretary == caller.name) roles.push_back(secretary);
}

Denial unknown() { return {DenialKind::unknown, Refusal{"no_such_case", {}}}; }

Denial forbid(std::string_view rule, std::string_view command) {
  return {DenialKind::forbidden, Refusal{rule, {{"command", std::string{command}}}}};
}

Actor acting(const Caller& caller, Role role) { return {role, caller.unit, caller.name}; }

/// The first grant that fits; else the denial that came nearest: consent, then what is not one's
/// own, then the role.
Admission ask(const AuthorityRow& row, const std::vector<Role>& roles, const Question& asked) {
  std::string_view nearest = "may_not";
  for (const Grant& grant : row.grants) {
    const bool by_account = grant.when != by_link && grant.when != by_program;
    if (!by_account || std::ranges::count(roles, grant.role) == 0) continue;
    if (!holds(grant.when, asked)) {
      if (nearest == "may_not") nearest = "not_own";
    } else if (row.when_frozen || may_when_frozen(grant, asked.seen)) {
      return acting(asked.caller, grant.role);
    } else {
      nearest = "may_only_read";
    }
  }
  return forbid(nearest, row.command);
}

template <class Line>
AuthorityRow row_of() {
  return {Line::command::id, {std::begin(Line::grants), std::end(Line::grants)}, Line::when_frozen};
}

template <class Lines>
std::vector<AuthorityRow> rows_of() {
  std::vector<AuthorityRow> rows;
  boost::mp11::mp_for_each<Lines>([&](auto line) { rows.push_back(row_of<decltype(line)>()); });
  return rows;
}

/// Whether what is said to the register is about the caller's own unit.
template <class Command>
bool is_of_own_unit(const Caller& caller, const Command& said) {
  if constexpr (requires { said.unit == caller.unit; }) {
    return !caller.unit.empty() && said.unit == caller.unit;
  } else {
    return false;
  }
}

template <class Command>
Admission admit_to_ledger(const Caller& caller, const Command& command) {
  return variants::visit(
      [&](const auto& said) -> Admission {
        using Line = line_of<LedgerLines, std::decay_t<decltype(said)>>;
        const bool is_own = is_of_own_unit(caller, said);
        std::string_view nearest = "may_not";
        for (const Grant& grant : Line::grants) {
          const bool has_role = !caller.account.empty() &&
                                (grant.role == administrator ? has(caller, Position::administrator)
                                                             : has(caller, Position::unit_head));
          if (!has_role) continue;
          if (grant.when == in_role || is_own) return acting(caller, grant.role);
          nearest = "not_own";
        }
        return forbid(nearest, said.id);
      },
      command);
}

/// Who decides about the copy of a case that they do not see: the administrator; and the head whose
/// unit's copy is gone, so that what is said twice is answered twice.
template <class Command>
std::optional<Role> decides_unseen(const Caller& caller, const CaseFile& file) {
  if (!boost::mp11::mp_contains<DisposalCommand, Command>::value || caller.account.empty())
    return std::nullopt;
  if (has(caller, Position::administrator)) return administrator;
  const bool is_heads =
      has(caller, Position::unit_head) && has_lost_copy(file.disposal, caller.unit);
  return is_heads ? std::optional{unit_head} : std::nullopt;
}

/// A case that is not there yet: the coordinator opens it, for the own unit.
Admission admit_opening(const Caller& caller, const Question& asked, const FileCommand& command) {
  if (!variants::holds_alternative<OpenCase>(command)) return unknown();
  const bool leads = has(caller, Position::coordinator) && !caller.account.empty();
  const std::vector<Role> roles = leads ? std::vector{coordinator} : std::vector<Role>{};
  return ask(row_of<line_of<FileLines, OpenCase>>(), roles, asked);
}

}  // namespace

std::vector<AuthorityRow> file_rows() { return rows_of<FileLines>(); }
std::vector<AuthorityRow> ledger_rows() { return rows_of<LedgerLines>(); }

std::vector<Role> roles_in(const Caller& caller, const CaseFile& file, const Occasion& occasion,
                           std::optional<std::uint32_t> meeting) {
  const Case& running = file.running;
  const Sight seen = sight(caller, file, occasion);
  std::vector<Role> roles;
  const auto& offer = running.coordination_offered;
  const bool may_lead = coordinates(caller, running) || (offer && offer->unit == caller.unit);
  if (seen.of_case != CaseSight::none && has(caller, Position::coordinator) && may_lead) {
    roles.push_back(coordinator);
  }
  if (seen.of_case >= CaseSight::frozen) {
    add_meeting_roles(roles, caller, running, meeting);
    if (party_of_caller(caller, running) && is_staff(caller)) roles.push_back(attendee);
    if (has(caller, Position::unit_head)) roles.push_back(unit_head);
  }
  if (seen.of_council) roles.push_back(council_secretary);
  return roles;
}

Admission admit(const Caller& caller, const CaseFile& file, const Occasion& occasion,
                const FileCommand& command) {
  return variants::visit(
      [&](const auto& said) -> Admission {
        const Sight seen = sight(caller, file, occasion);
        const Subject about = subject_of(said, file.running);
        const Question asked{caller, file, occasion, seen, about};
        using Command = std::decay_t<decltype(said)>;
        const bool is_there = file.running.is_opened() || file.disposal.fact;
        if (const auto role = decides_unseen<Command>(caller, file); role && is_there)
          return acting(caller, *role);
        if (!file.running.is_opened()) return admit_opening(caller, asked, command);
        if (seen.is_none()) return unknown();
        using Line = line_of<FileLines, Command>;
        return ask(row_of<Line>(), roles_in(caller, file, occasion, about.meeting), asked);
      },
      command);
}

Admission admit(const Caller& caller, const CaseFile& file, const Occasion& occasion,
                const AuthorityRow& row, const between::About& about) {
  const Sight seen = sight(caller, file, occasion);
  if (seen.is_none()) return unknown();
  std::optional<std::uint32_t> meeting;
  if (about.meeting != 0) meeting = about.meeting;
  const Subject subject{about.party, meeting, about.deficiency, {}};
  return ask(row, roles_in(caller, file, occasion, meeting),
             {caller, file, occasion, seen, subject});
}

Admission admit(const Caller& caller, const RegisterCommand& command) {
  return admit_to_ledger(caller, command);
}

Admission admit(const Caller& caller, const RoutineCommand& command) {
  return admit_to_ledger(caller, command);
}

}  // namespace kallad::authority
