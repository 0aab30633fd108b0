// One decision about a case file: the room the command is for says yes or no, its events are
// folded, and what they ground against a party follows as events of the same command. Here rooms
// meet; no rule of a room is repeated. Rules kept: rulings "Coming cures", "Meetings" (attendance
// is corrected until the deficiency has left the unit), "Deficiency".
#include <algorithm>

#include "engine/between/case_file.hpp"
#include "engine/case/case_decide.hpp"
#include "engine/deficiency/deficiency_decide.hpp"
#include "engine/deficiency/raising.hpp"
#include "engine/disposal/disposal_decide.hpp"

namespace kallad::between {

namespace {

namespace mp = boost::mp11;

/// "9999-12-31" is how people write that something has no end. A day after it has five digits in
/// its year, which no answer or letter can say; so nothing falls due in that year or later.
constexpr Instant never = std::chrono::sys_days{std::chrono::year{9999} / 1 / 1};

using Outcome = Verdict<FileEvent>;
using Events = std::vector<FileEvent>;

Outcome refuse(std::string_view rule, std::vector<std::pair<std::string, std::string>> data = {}) {
  return Outcome::refused({{rule, std::move(data)}});
}

template <class Narrow>
FileEvent widened(Narrow event) {
  return boost::variant2::visit([](auto&& fact) { return FileEvent{std::move(fact)}; },
                                std::move(event));
}

template <class Narrow>
Outcome widened(Verdict<Narrow> verdict) {
  if (!verdict) return Outcome::refused(verdict.refusals());
  Events events;
  for (auto& event : verdict.events()) events.push_back(widened(std::move(event)));
  return Outcome::accepted(std::move(events));
}

// --- deficiencies -------------------------------------------------------------------------------

/// The facts for a decision about one deficiency of the file.
DeficiencyFacts facts_of(const CaseFile& file, const Deficiency& deficiency, const Stamp& stamp,
                         const Ground& ground) {
  const Case& running = file.running;
  return {deficiency,
          running.person,
          running.coordinator.unit,
          ground,
          casework::routine_for(running, stamp.at, ground),
          stamp,
          running.agreement,
          casework::people_beside(running),
          consent::withdrawn_by(running.consent, stamp.at)};
}

const Deficiency* find_deficiency(const CaseFile& file, std::uint32_t number) {
  const bool known = number >= 1 && number <= file.deficiencies.size();
  return known ? &file.deficiencies[number - 1] : nullptr;
}

/// What is written about a meeting is about one that was; and where a deficiency against that party
/// for that meeting stands already, it is that one which is completed.
std::optional<Refusal> bad_subject(const CaseFile& file, const WriteDeficiency& wish) {
  if (!wish.meeting) return std::nullopt;
  if (!casework::find_meeting(file.running, *wish.meeting)) {
    return Refusal{"meeting_unknown",
                   {{"field", "meeting"}, {"meeting", std::to_string(*wish.meeting)}}};
  }
  if (!wish.party) return std::nullopt;
  const auto* standing =
      deficiency::find_about(file.deficiencies, *wish.meeting, party_of(*wish.party));
  if (!standing || standing->state == DeficiencyState::withdrawn) return std::nullopt;
  return Refusal{"deficiency_exists", {{"deficiency", std::to_string(standing->number)}}};
}

Outcome judge(const CaseFile& file, const WriteDeficiency& wish, const Stamp& stamp,
              const Ground& ground) {
  if (auto no = bad_subject(file, wish)) return Outcome::refused({std::move(*no)});
  Deficiency fresh;
  fresh.number = static_cast<std::uint32_t>(file.deficiencies.size() + 1);
  return widened(deficiency::decide(facts_of(file, fresh, stamp, ground), wish));
}

template <class Wish>
Outcome judge(const CaseFile& file, const Wish& wish, const Stamp& stamp, const Ground& ground) {
  const Deficiency* about = find_deficiency(file, wish.number);
  if (!about) {
    return refuse("deficiency_unknown", {{"deficiency", std::to_string(wish.number)}});
  }
  return widened(deficiency::decide(facts_of(file, *about, stamp, ground), wish));
}

/// The clock says that the counterpart's time to answer has passed; also in a closed case.
Outcome pass_answer_time(const CaseFile& file, const Due& due, const Stamp& stamp,
                         const Ground& ground) {
  if (stamp.by.role != Role::clock) return refuse("clock_only");
  const Deficiency* about = find_deficiency(file, due.number);
  const auto demanded = about ? deficiency::due(*about) : std::vector<Due>{};
  const bool stands = std::find(demanded.begin(), demanded.end(), due) != demanded.end();
  if (!stands) return refuse("demand_is_gone");
  return widened(deficiency::pass_time(facts_of(file, *about, stamp, ground), due));
}

// --- the case -----------------------------------------------------------------------------------

/// After it has left the unit, attendance is contested in the deficiency and no longer corrected.
std::optional<Refusal> has_left(const CaseFile& file, const CorrectAttendance& wish) {
  const Meeting* meeting = casework::find_meeting(file.running, wish.meeting);
  if (!meeting) return std::nullopt;
  const auto* about = deficiency::find_about(file.deficiencies, meeting->number, wish.mark.party);
  if (!about || !has_left_unit(*about)) return std::nullopt;
  return Refusal{"deficiency_has_left_unit",
                 {{"party", wish.mark.party.text}, {"deficiency", std::to_string(about->number)}}};
}

std::optional<Refusal> forbidden_by_deficiency(const CaseFile& file, const CaseCommand& command) {
  const auto* correction = boost::variant2::get_if<CorrectAttendance>(&command);
  return correction ? has_left(file, *correction) : std::nullopt;
}

/// What a room said to a command, and the step the case is in afterwards.
struct Ruled {
  Outcome outcome;
  Step step;
};

Ruled judge_case(const CaseFile& file, const CaseCommand& command, const Stamp& stamp,
                 const Ground& ground) {
  const Step before = file.running.step;
  if (auto no = forbidden_by_deficiency(file, command)) return {Outcome::refused({*no}), before};
  auto decided = casework::decide(file.running, command, stamp, ground);
  return {widened(std::move(decided.verdict)), decided.step};
}

bool is_about_deficiency(const PassTime& wish) {
  return wish.due.kind == DueKind::deficiency_answer_due;
}

template <class Wish>
Ruled judge_any(const CaseFile& file, const Wish& wish, const Stamp& stamp, const Ground& ground) {
  const Step before = file.running.step;
  if constexpr (mp::mp_contains<DisposalCommand, Wish>::value) {
    if (!file.running.is_opened()) return {refuse("case_unknown"), before};
    const DisposalFacts facts{file.running, file.deficiencies, file.disposal, stamp, ground};
    return {widened(disposal::decide(facts, wish)), before};
  } else if constexpr (mp::mp_contains<ExampleCommand, Wish>::value) {
    if (!file.running.is_opened()) return {refuse("case_unknown"), before};
    const DisposalFacts facts{file.running, file.deficiencies, file.disposal, stamp, ground};
    return {widened(disposal::decide_example(facts, wish)), before};
  } else if constexpr (mp::mp_contains<DeficiencyCommand, Wish>::value) {
    if (!file.running.is_opened()) return {refuse("case_unknown"), before};
    return {judge(file, wish, stamp, ground), before};
  } else {
    if constexpr (std::is_same_v<Wish, PassTime>) {
      if (is_about_deficiency(wish))
        return {pass_answer_time(file, wish.due, stamp, ground), before};
    }
    return judge_case(file, CaseCommand{wish}, stamp, ground);
  }
}

/// What the room that the command is for says to it.
Ruled judge_command(const CaseFile& file, const FileCommand& command, const Stamp& stamp,
                    const Ground& ground) {
  if (file.disposal.fact) {
    return {refuse(file.disposal.is_example ? "example_is_removed" : "case_is_disposed"),
            file.running.step};
  }
  return boost::variant2::visit(
      [&](const auto& wish) { return judge_any(file, wish, stamp, ground); }, command);
}

void take(CaseFile& file, const FileEvent& event, Stamp& stamp, const Told& told) {
  ++stamp.event;
  file = evolve(std::move(file), event, stamp);
  if (told) told(file, event);
}

/// Folds what a room has decided and adds what that grounds against parties, and holds the fold to
/// the machine.
Outcome folded(CaseFile& file, Ruled&& ruled, Stamp stamp, const Ground& ground, const Told& told) {
  if (!ruled.outcome || ruled.outcome.events().empty()) return std::move(ruled.outcome);
  Events events = std::move(ruled.outcome.events());
  const std::size_t said = events.size();
  stamp.event = file.running.events;
  for (const auto& event : events) take(file, event, stamp, told);
  if (file.disposal.fact) return Outcome::accepted(std::move(events));  // nothing else can follow
  promise(file.running.step == ruled.step, "the folded case stands where its machine says");
  for (auto& event : deficiency::raise(file.running, file.deficiencies, stamp, ground)) {
    events.push_back(widened(std::move(event)));
  }
  for (auto i = said; i < events.size(); ++i) take(file, events[i], stamp, told);
  return Outcome::accepted(std::move(events));
}

}  // namespace

Verdict<FileEvent> decide(const CaseFile& file, const FileCommand& command, const Stamp& stamp,
                          const Ground& ground) {
  CaseFile after = file;
  return advance(after, command, stamp, ground, {});
}

Verdict<FileEvent> advance(CaseFile& file, const FileCommand& command, const Stamp& stamp,
                           const Ground& ground, const Told& told) {
  return folded(file, judge_command(file, command, stamp, ground), stamp, ground, told);
}

std::vector<Due> due(const CaseFile& file, const Ground& ground) {
  auto all = casework::due(file.running, ground);
  for (const auto& one : file.deficiencies) {
    const auto more = deficiency::due(one);
    all.insert(all.end(), more.begin(), more.end());
  }
  std::erase_if(all, [](const Due& one) { return one.at >= never; });
  return all;
}

}  // namespace kallad::between
