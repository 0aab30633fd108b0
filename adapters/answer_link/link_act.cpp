// Acts as commands to the engine, tried and not stored.
// Not rules of its own but one (the day of checking in): what may be done is asked of the engine.
#include "adapters/answer_link/link_act.hpp"

#include <algorithm>

#include "engine/case/case_decide.hpp"

namespace kallad::answer_link {

namespace {

/// Filled in where an act is only tried: no person of any case is called so.
const std::string someone{"\u2026"};

bool is_last_of_chain(const LinkTarget& target) {
  return target.place == target.seat->chain.size();
}

NameSubstitute trial_naming(const LinkTarget& target) {
  return {seat_of(target), {someone, someone, someone, Mandate::yes, true, {}}};
}

ConfirmSubstitute trial_confirming(const LinkTarget& target) {
  return {seat_of(target), someone, someone, {}, {}, {}};
}

CaseCommand trial(const LinkTarget& target, LinkAct act) {
  switch (act) {
    case LinkAct::agree_plan:
      return AgreePlan{target.agrees_for.value()};
    case LinkAct::decline_plan:
      return DeclinePlan{target.agrees_for.value(), someone};
    case LinkAct::open_summons:
      return OpenSummons{seat_of(target)};
    case LinkAct::acknowledge:
      return Acknowledge{seat_of(target)};
    case LinkAct::name_substitute:
      return trial_naming(target);
    case LinkAct::confirm_substitute:
      return trial_confirming(target);
    case LinkAct::decline_substitution:
      return DeclineSubstitution{seat_of(target)};
    case LinkAct::take_back_seat:
      return TakeBackSeat{seat_of(target)};
    case LinkAct::check_in:
      return MarkAttendance{check_in_mark(target), target.meeting->number};
    case LinkAct::undo_check_in:
      return UnmarkAttendance{seat_of(target)};
    default:
      return AnswerSummons{seat_of(target), *answer_of(act), {}, {}};
  }
}

Refusals refusals_of(const CaseFile& file, const LinkTarget& target, const CaseCommand& command,
                     const Ground& ground, Instant now) {
  const Stamp stamp{now, actor_of(target, target.seat->representative), 0};
  const auto decided = casework::decide(file.running, command, stamp, ground);
  return decided.verdict ? Refusals{} : decided.verdict.refusals();
}

/// Whether to any unit at all; what stands in the way of the last one tried where to none.
Refusals why_not_forward(const CaseFile& file, const LinkTarget& target, const Ground& ground,
                         Instant now) {
  AnswerSummons forwarding{seat_of(target), AnswerKind::forwarded, {}, {}};
  Refusals why = refusals_of(file, target, forwarding, ground, now);
  for (const UnitId& receiver : receivers_of(target, ground.known)) {
    forwarding.forward_to = receiver;
    why = refusals_of(file, target, forwarding, ground, now);
    if (why.empty()) break;
  }
  return why;
}

}  // namespace

std::vector<LinkAct> acts_of(const LinkTarget& target) {
  using enum LinkAct;
  if (target.agrees_for) return {agree_plan, decline_plan};
  if (target.holder == LinkHolder::check_in) return {check_in, undo_check_in};
  if (target.holder == LinkHolder::substitute) {
    if (is_last_of_chain(target)) {
      return {open_summons, confirm_substitute, decline_substitution, name_substitute};
    }
    return {open_summons, name_substitute};
  }
  if (target.party->unit.empty()) {
    return {open_summons, acknowledge, attends, attends_digitally, cannot_come};
  }
  return {open_summons, acknowledge, attends,         attends_digitally, sends_substitute,
          forwarded,    cannot_come, name_substitute, take_back_seat};
}

bool needs_name(const LinkTarget& target, LinkAct act) {
  const bool is_staff = target.holder == LinkHolder::party && !target.party->unit.empty();
  const bool is_yes = act == LinkAct::attends || act == LinkAct::attends_digitally;
  const bool is_one_press = is_yes || act == LinkAct::open_summons || act == LinkAct::acknowledge;
  return is_staff && !is_one_press;
}

Actor actor_of(const LinkTarget& target, std::string typed) {
  if (target.holder == LinkHolder::substitute) {
    const Substitute& who = target.substitute().who;
    return {Role::substitute, who.unit.value_or(target.party->unit), who.name};
  }
  if (target.party->unit.empty()) return {Role::person, {}, target.party->name};
  return {Role::attendee, target.party->unit, std::move(typed)};
}

SeatRef seat_of(const LinkTarget& target) {
  return {target.seat->party, target.meeting->number, target.seat->version};
}

std::optional<AnswerKind> answer_of(LinkAct act) {
  switch (act) {
    case LinkAct::attends:
      return AnswerKind::attends;
    case LinkAct::attends_digitally:
      return AnswerKind::attends_digitally;
    case LinkAct::sends_substitute:
      return AnswerKind::sends_substitute;
    case LinkAct::forwarded:
      return AnswerKind::forwarded;
    case LinkAct::cannot_come:
      return AnswerKind::cannot_come;
    default:
      return std::nullopt;
  }
}

AttendanceMark check_in_mark(const LinkTarget& target) {
  const bool is_substitute = !target.seat->chain.empty();
  return {target.seat->party,
          is_substitute ? Attendance::substitute_present : Attendance::present,
          {},
          {}};
}

std::optional<Refusal> too_early(const LinkTarget& target, LinkAct act, const Ground& ground,
                                 Instant now) {
  const Zone& zone = ground.calendar.zone();
  const bool is_before = now < zone.start_of(zone.day_of(target.meeting->notice.starts));
  if (act != LinkAct::check_in || !is_before) return std::nullopt;
  return Refusal{"check_in_too_early", {}};
}

std::vector<UnitId> receivers_of(const LinkTarget& target, const Register& known) {
  std::vector<UnitId> units;
  if (target.party->unit.empty()) return units;
  for (const auto& [id, unit] : known.units) {
    if (unit.principal == target.party->principal && id != target.party->unit) units.push_back(id);
  }
  return units;
}

Refusals why_not(const CaseFile& file, const LinkTarget& target, LinkAct act, const Ground& ground,
                 Instant now) {
  if (auto early = too_early(target, act, ground, now)) return {std::move(*early)};
  if (act == LinkAct::forwarded) return why_not_forward(file, target, ground, now);
  return refusals_of(file, target, trial(target, act), ground, now);
}

}  // namespace kallad::answer_link
