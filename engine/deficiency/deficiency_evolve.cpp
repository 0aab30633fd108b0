// How a fact changes a deficiency. Only this file does; it never refuses, and takes the events of
// the raising rules in like those of people and the clock. Every event leaves a dated step.
#include "engine/deficiency/deficiency_decide.hpp"

namespace kallad::deficiency {

namespace {

void register_once(Deficiency& deficiency, std::uint32_t number, const Stamp& stamp) {
  if (!deficiency.steps.empty())
    return;  // grounded again: it keeps the year it was first registered in
  deficiency.number = number;
  deficiency.registered = cite(stamp);
}

void leave_unit(Deficiency& deficiency, bool identity_withheld, const Stamp& stamp) {
  if (!deficiency.left_unit) deficiency.left_unit = cite(stamp);
  deficiency.identity_withheld = identity_withheld;
}

void apply(Deficiency& deficiency, const DeficiencyDrafted& event, const Stamp& stamp) {
  register_once(deficiency, event.number, stamp);
  deficiency.state = DeficiencyState::drafted;
  deficiency.meeting = event.meeting;
  deficiency.party = event.party;
  deficiency.kinds = event.kinds;
  deficiency.facts = event.facts;
  deficiency.withdrawn_reason.reset();
  deficiency.withdrawn_words.clear();
  deficiency.withdrawn_by = 0;
}

void apply(Deficiency& deficiency, const DeficiencyGrown& event, const Stamp&) {
  deficiency.kinds = event.kinds;
  deficiency.facts = event.facts;
}

void apply(Deficiency& deficiency, const DeficiencyNarrowed& event, const Stamp&) {
  deficiency.kinds = event.kinds;
  deficiency.facts = event.facts;
}

void apply(Deficiency& deficiency, const DeficiencyWithdrawn& event, const Stamp&) {
  deficiency.state = DeficiencyState::withdrawn;
  deficiency.withdrawn_reason = event.reason;
  deficiency.withdrawn_words = event.words.value_or("");
  deficiency.withdrawn_by = event.event;
}

void apply(Deficiency& deficiency, const DeficiencyWritten& event, const Stamp& stamp) {
  register_once(deficiency, event.number, stamp);
  deficiency.state = DeficiencyState::drafted;
  deficiency.origin = Origin::written;
  deficiency.unit = event.unit;
  deficiency.meeting = event.meeting.value_or(0);
  deficiency.party = event.party.value_or(PartyId{});
  deficiency.against_outsider = event.outsider.value_or("");
  deficiency.form.event_date = event.event_date;
  deficiency.form.what_happened = event.what_happened;
  deficiency.proposed_reason = event.proposed_reason;
  if (event.proposed_reason) deficiency.proposed = DeficiencyOutcome::not_a_deficiency;
}

void apply(Deficiency& deficiency, const DeficiencyCompleted& event, const Stamp&) {
  deficiency.form = event.form;
  if (deficiency.state == DeficiencyState::drafted) deficiency.state = DeficiencyState::completed;
}

void apply(Deficiency& deficiency, const DeficiencyHandedToOwnManager&, const Stamp&) {
  deficiency.state = DeficiencyState::with_own_manager;
}

void apply(Deficiency& deficiency, const DeficiencySentToCounterpart& event, const Stamp& stamp) {
  leave_unit(deficiency, event.identity_withheld, stamp);
  deficiency.state = DeficiencyState::with_counterpart;
  deficiency.sent = cite(stamp);
  deficiency.answer_by = event.answer_by;
  deficiency.answer_overdue.reset();
}

void apply(Deficiency& deficiency, const DeficiencyAnswered& event, const Stamp& stamp) {
  deficiency.state = DeficiencyState::answered;
  deficiency.answers.push_back({event.measures, cite(stamp)});
}

void apply(Deficiency& deficiency, const DeficiencyContested& event, const Stamp& stamp) {
  deficiency.contests.push_back({event.words, cite(stamp)});
}

void apply(Deficiency& deficiency, const DeficiencyAnswerOverdue& event, const Stamp& stamp) {
  deficiency.answer_overdue = Cited{stamp.event, event.due};
}

void apply(Deficiency& deficiency, const DeficiencySentToCouncilSecretary& event,
           const Stamp& stamp) {
  leave_unit(deficiency, event.identity_withheld, stamp);
  deficiency.state = DeficiencyState::with_council_secretary;
}

void apply(Deficiency& deficiency, const DeficiencyPutBeforeCouncil&, const Stamp&) {
  deficiency.state = DeficiencyState::at_council;
}

void apply(Deficiency& deficiency, const DeficiencySentBack& event, const Stamp&) {
  deficiency.state = DeficiencyState::sent_back;
  deficiency.sent_back_reason = event.reason;
}

void apply(Deficiency& deficiency, const DeficiencyResumed&, const Stamp&) {
  deficiency.state = DeficiencyState::completed;
}

void apply(Deficiency& deficiency, const DeficiencyAccepted& event, const Stamp& stamp) {
  deficiency.state = DeficiencyState::accepted;
  deficiency.decision = DeficiencyOutcome::accepted;
  deficiency.decided = cite(stamp);
  deficiency.form.causes = event.causes;
  deficiency.decision_words = event.words.value_or("");
}

void apply(Deficiency& deficiency, const RuledNotADeficiency& event, const Stamp& stamp) {
  deficiency.state = DeficiencyState::not_a_deficiency;
  deficiency.decision = DeficiencyOutcome::not_a_deficiency;
  deficiency.decided = cite(stamp);
  deficiency.reason = event.reason;
  deficiency.decision_words = event.words.value_or("");
}

void apply(Deficiency& deficiency, const DeficiencyClosed& event, const Stamp&) {
  deficiency.state = DeficiencyState::closed;
  deficiency.measure = event.measure.value_or("");
  deficiency.result = event.result.value_or("");
}

}  // namespace

Deficiency evolve(Deficiency deficiency, const DeficiencyEvent& event, const Stamp& stamp) {
  boost::variant2::visit(
      [&](const auto& fact) {
        apply(deficiency, fact, stamp);
        deficiency.steps.push_back({fact.id, deficiency.state, cite(stamp), stamp.by});
      },
      event);
  return deficiency;
}

}  // namespace kallad::deficiency
