// Whether a command to a deficiency is granted, and what has then happened; and what the clock
// demands. The machine says yes or no; this file says what the yes consists of.
#include "engine/deficiency/deficiency_decide.hpp"

#include "engine/deadline/deadlines.hpp"
#include "engine/mention/running_text.hpp"

namespace kallad::deficiency {

namespace {

using Outcome = Verdict<DeficiencyEvent>;

DeficiencyFact about(const DeficiencyFacts& facts) { return {facts.deficiency.number}; }

/// The machine's no, or the event; and the promise that the fold ends where the machine says.
template <class Command>
Outcome ruled(const DeficiencyFacts& facts, const Command& heard, DeficiencyEvent event) {
  auto ruling = rule(facts, heard);
  if (!ruling.is_allowed()) return Outcome::refused(std::move(ruling.refusals));
  const Deficiency folded = evolve(facts.deficiency, event, facts.stamp);
  promise(folded.state == ruling.next, "the folded deficiency stands where its machine says");
  return Outcome::accepted({std::move(event)});
}

template <class Value>
void take(Value& field, const std::optional<Value>& given) {
  if (given) field = *given;
}

DeficiencyForm filled(DeficiencyForm form, const CompleteDeficiency& command) {
  take(form.registered_by, command.registered_by);
  take(form.nearest_manager, command.nearest_manager);
  if (command.event_date) form.event_date = command.event_date;
  take(form.found_at, command.found_at);
  take(form.parties_concerned, command.parties_concerned);
  take(form.what_happened, command.what_happened);
  take(form.measures_for_person, command.measures_for_person);
  take(form.measures_by_parties, command.measures_by_parties);
  take(form.causes, command.causes);
  if (command.consent_to_pass_on) form.consent_to_pass_on = command.consent_to_pass_on;
  take(form.withhold_identity, command.withhold_identity);
  return form;
}

void add_warnings(std::vector<TextWarning>& warnings, std::string_view field,
                  const std::vector<TextFinding>& found) {
  for (const auto& place : found) {
    if (place.severity != TextSeverity::warn) continue;
    warnings.push_back({std::string{place.rule}, std::string{field},
                        static_cast<std::uint32_t>(place.offset),
                        static_cast<std::uint32_t>(place.length)});
  }
}

/// The staff of whom the product knows the names: those on the form, and the counterpart's head.
std::vector<std::string_view> known_staff(const DeficiencyFacts& facts,
                                          const DeficiencyForm& form) {
  std::vector<std::string_view> names{form.registered_by.name, form.nearest_manager.name};
  const Unit* counterpart = find_unit(facts.ground.known, unit_of(facts.deficiency.party));
  if (!counterpart) return names;
  names.emplace_back(counterpart->head);
  names.insert(names.end(), counterpart->deputies.begin(), counterpart->deputies.end());
  return names;
}

std::vector<TextWarning> warnings_of(const DeficiencyFacts& facts, const DeficiencyForm& form) {
  std::vector<TextWarning> warnings;
  for (const auto& [field, text] : running_texts(form)) {
    add_warnings(warnings, field, places_in(facts, text));
    for (const auto& name : known_staff(facts, form)) {
      add_warnings(warnings, field, find_staff(text, name));
    }
  }
  return warnings;
}

Outcome judge(const DeficiencyFacts& facts, const WriteDeficiency& command) {
  DeficiencyWritten written;
  written.number = facts.deficiency.number;
  written.unit = facts.stamp.by.unit.empty() ? facts.own_unit : facts.stamp.by.unit;
  written.meeting = command.meeting;
  if (command.party) written.party = party_of(*command.party);
  if (!command.party) written.outsider = command.outsider;
  written.event_date = command.event_date;
  written.what_happened = command.what_happened;
  written.proposed_reason = proposed_reason(facts, command);
  return ruled(facts, command, std::move(written));
}

Outcome judge(const DeficiencyFacts& facts, const CompleteDeficiency& command) {
  DeficiencyForm form = filled(facts.deficiency.form, command);
  const bool said_before =
      form == facts.deficiency.form && facts.deficiency.state != DeficiencyState::drafted;
  DeficiencyCompleted completed{about(facts), form, warnings_of(facts, form)};
  auto outcome = ruled(facts, command, std::move(completed));
  return outcome && said_before ? Outcome::accepted({}) : outcome;
}

Outcome judge(const DeficiencyFacts& facts, const HandToOwnManager& command) {
  return ruled(facts, command, DeficiencyHandedToOwnManager{about(facts)});
}

Outcome judge(const DeficiencyFacts& facts, const SendToCounterpart& command) {
  const Instant answer_by = deficiency_answer_by(facts.ground.calendar, facts.stamp.at,
                                                 facts.routine.deficiency_answer_within_days);
  const bool withheld = facts.deficiency.form.withhold_identity;
  return ruled(facts, command, DeficiencySentToCounterpart{about(facts), answer_by, withheld});
}

Outcome judge(const DeficiencyFacts& facts, const AnswerDeficiency& command) {
  return ruled(facts, command, DeficiencyAnswered{about(facts), command.measures});
}

Outcome judge(const DeficiencyFacts& facts, const ContestDeficiency& command) {
  return ruled(facts, command, DeficiencyContested{about(facts), command.words});
}

Outcome judge(const DeficiencyFacts& facts, const SendToCouncilSecretary& command) {
  // It has left with identity, and then the person says no: from here on nobody is told who it is.
  const bool withheld = facts.deficiency.form.withhold_identity || facts.consent_withdrawn;
  return ruled(facts, command, DeficiencySentToCouncilSecretary{about(facts), withheld});
}

Outcome judge(const DeficiencyFacts& facts, const PutBeforeCouncil& command) {
  return ruled(facts, command, DeficiencyPutBeforeCouncil{about(facts)});
}

Outcome judge(const DeficiencyFacts& facts, const SendBack& command) {
  return ruled(facts, command, DeficiencySentBack{about(facts), command.reason});
}

Outcome judge(const DeficiencyFacts& facts, const ResumeDeficiency& command) {
  return ruled(facts, command, DeficiencyResumed{about(facts)});
}

Outcome judge(const DeficiencyFacts& facts, const AcceptDeficiency& command) {
  auto causes = command.causes.value_or(facts.deficiency.form.causes);
  return ruled(facts, command, DeficiencyAccepted{about(facts), std::move(causes), command.words});
}

Outcome judge(const DeficiencyFacts& facts, const RuleNotADeficiency& command) {
  return ruled(facts, command, RuledNotADeficiency{about(facts), command.reason, command.words});
}

Outcome judge(const DeficiencyFacts& facts, const CloseDeficiency& command) {
  return ruled(facts, command, DeficiencyClosed{about(facts), command.measure, command.result});
}

Outcome judge(const DeficiencyFacts& facts, const WithdrawDeficiency& command) {
  return ruled(facts, command,
               DeficiencyWithdrawn{about(facts), WithdrawReason::by_hand, 0, command.reason});
}

}  // namespace

Verdict<DeficiencyEvent> decide(const DeficiencyFacts& facts, const DeficiencyCommand& command) {
  return boost::variant2::visit([&](const auto& wish) { return judge(facts, wish); }, command);
}

std::vector<Due> due(const Deficiency& deficiency) {
  const bool waits = deficiency.state == DeficiencyState::with_counterpart &&
                     deficiency.answer_by && !deficiency.answer_overdue;
  if (!waits) return {};
  return {{*deficiency.answer_by + after_the_last_second, DueKind::deficiency_answer_due,
           deficiency.number, deficiency.party.text}};
}

Verdict<DeficiencyEvent> pass_time(const DeficiencyFacts& facts, const Due& due) {
  promise(due.kind == DueKind::deficiency_answer_due && due.number == facts.deficiency.number,
          "a due row of a deficiency is of its kind and number");
  const Instant last = facts.deficiency.answer_by.value_or(due.at);
  return ruled(facts, PassAnswerDeadline{}, DeficiencyAnswerOverdue{about(facts), last});
}

}  // namespace kallad::deficiency
