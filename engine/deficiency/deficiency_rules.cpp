// The rules of a deficiency's way, in the order of the header, and the questions of deficiency.hpp.
// Not which of them hold where: that is the table. They look and never change.
#include "engine/deficiency/deficiency_rules.hpp"

#include <algorithm>
#include <array>

#include "engine/spine/table.hpp"
#include "engine/spine/text.hpp"

namespace kallad {

bool is_cause_of(Cause cause, int year) {
  constexpr int first_year_of_new_list = 2020;
  const bool is_new_list = year >= first_year_of_new_list;
  switch (cause) {
    case Cause::communication_information:
    case Cause::competence_and_understanding:
    case Cause::mina_planer:
      return is_new_list;
    case Cause::communication:
    case Cause::competence:
    case Cause::understanding:
    case Cause::resources:
      return !is_new_list;
    default:
      return true;
  }
}

namespace {

/// Whether its unit has it: never sent, or sent back and not on its way again.
bool is_in_unit(const Deficiency& deficiency) {
  switch (deficiency.state) {
    case DeficiencyState::drafted:
    case DeficiencyState::completed:
    case DeficiencyState::with_own_manager:
    case DeficiencyState::sent_back:
    case DeficiencyState::withdrawn:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool has_left_unit(const Deficiency& deficiency) {
  switch (deficiency.state) {
    case DeficiencyState::drafted:
    case DeficiencyState::completed:
    case DeficiencyState::with_own_manager:
    case DeficiencyState::withdrawn:
      return deficiency.left_unit.has_value();
    default:
      return true;
  }
}

bool is_open(const Deficiency& deficiency) {
  return deficiency.state != DeficiencyState::closed &&
         deficiency.state != DeficiencyState::withdrawn;
}

int report_year(const Deficiency& deficiency, const Zone& zone) {
  return static_cast<int>(zone.day_of(deficiency.registered.at).year());
}

DeficiencyCover cover_of(const Deficiency& deficiency, const Person& person,
                         bool consent_withdrawn) {
  const bool leaves_without = deficiency.form.withhold_identity || consent_withdrawn;
  const bool withheld = is_in_unit(deficiency) ? leaves_without : deficiency.identity_withheld;
  if (withheld || is_blank(person.name)) return {true, {}, {}};
  return {false, person.name, person.identity_number};
}

const CounterpartWords* standing_answer(const Deficiency& deficiency) {
  return deficiency.answers.empty() ? nullptr : &deficiency.answers.back();
}

const CounterpartWords* standing_contest(const Deficiency& deficiency) {
  const auto& all = deficiency.contests;
  const bool is_since =
      !all.empty() && deficiency.sent && deficiency.sent->event < all.back().fact.event;
  return is_since ? &all.back() : nullptr;
}

namespace deficiency {

namespace {

using Data = std::vector<std::pair<std::string, std::string>>;

MaybeRefusal refuse_unless(bool holds, std::string_view rule, const DeficiencyFacts& facts,
                           Data data = {}) {
  if (holds) return std::nullopt;
  data.insert(data.begin(), {"deficiency", std::to_string(facts.deficiency.number)});
  return Refusal{rule, std::move(data)};
}

bool is_coordinator_of_owner(const DeficiencyFacts& facts) {
  return facts.stamp.by.role == Role::coordinator && owner_of(facts) == facts.own_unit;
}

bool is_staff(Role role) {
  return role == Role::attendee || role == Role::unit_head || role == Role::chair ||
         role == Role::secretary || role == Role::coordinator;
}

bool is_of_owner(const DeficiencyFacts& facts) {
  const UnitId& owner = owner_of(facts);
  const bool in_unit = !owner.empty() && facts.stamp.by.unit == owner;
  return is_coordinator_of_owner(facts) || (in_unit && is_staff(facts.stamp.by.role));
}

bool sends_for_owner(const DeficiencyFacts& facts) {
  const UnitId& owner = owner_of(facts);
  const bool is_head = facts.stamp.by.role == Role::unit_head && facts.stamp.by.unit == owner;
  return is_coordinator_of_owner(facts) || (is_head && !owner.empty());
}

/// Nobody else is to answer: the unit has told of what it failed in itself.
bool is_against_owner(const DeficiencyFacts& facts) {
  return !facts.deficiency.party.empty() && facts.deficiency.party == party_of(owner_of(facts));
}

MaybeRefusal date_happened(const DeficiencyFacts& facts, Date day) {
  const bool real = day.ok() && day <= facts.ground.calendar.zone().day_of(facts.stamp.at);
  return refuse_unless(real, HasHappened::rule, facts, {{"field", "event_date"}});
}

MaybeRefusal causes_of_year(const DeficiencyFacts& facts,
                            const std::optional<std::vector<Cause>>& causes) {
  if (!causes) return std::nullopt;
  const int year = report_year(facts.deficiency, facts.ground.calendar.zone());
  Data data;
  for (const Cause cause : *causes) {
    if (!is_cause_of(cause, year)) data.emplace_back("cause", table::state_id(cause));
  }
  const bool all_listed = data.empty();
  data.emplace_back("year", std::to_string(year));
  return refuse_unless(all_listed, CausesOfTheYear::rule, facts, std::move(data));
}

void add_missing(Data& missing, std::string_view field, std::string_view text) {
  if (is_blank(text)) missing.emplace_back("field", field);
}

void add_missing(Data& missing, const std::string& field, const StaffContact& who) {
  add_missing(missing, field + ".name", std::string_view{who.name});
  add_missing(missing, field + ".title", std::string_view{who.title});
  add_missing(missing, field + ".contact", std::string_view{who.contact});
}

Data missing_fields(const DeficiencyForm& form, const Person& person) {
  Data missing;
  add_missing(missing, "registered_by", form.registered_by);
  add_missing(missing, "nearest_manager", form.nearest_manager);
  if (!form.event_date) missing.emplace_back("field", "event_date");
  for (const auto& [field, text] : running_texts(form)) add_missing(missing, field, text);
  if (!form.withhold_identity) add_missing(missing, "person.name", std::string_view{person.name});
  return missing;
}

bool names_somebody(const DeficiencyFacts& facts, std::string_view text) {
  const auto is_refused = [](const auto& one) { return one.severity == TextSeverity::refuse; };
  return std::ranges::any_of(places_in(facts, text), is_refused);
}

bool is_member(const DeficiencyFacts& facts, const UnitId& unit, Date day) {
  const Register& known = facts.ground.known;
  if (!facts.agreement.empty()) return duty_of(known, unit, facts.agreement, day) != Duty::outsider;
  return std::any_of(known.agreements.begin(), known.agreements.end(), [&](const auto& entry) {
    const Agreement& agreement = entry.second;
    const bool of_council =
        facts.routine.council.empty() || agreement.council == facts.routine.council;
    return of_council && duty_of(known, unit, agreement.id, day) != Duty::outsider;
  });
}

}  // namespace

const UnitId& owner_of(const DeficiencyFacts& facts) {
  return facts.deficiency.unit.empty() ? facts.own_unit : facts.deficiency.unit;
}

std::optional<NotDeficiencyReason> proposed_reason(const DeficiencyFacts& facts,
                                                   const WriteDeficiency& command) {
  if (command.party && is_member(facts, *command.party, command.event_date)) return std::nullopt;
  return NotDeficiencyReason::outside_agreement;
}

MaybeRefusal TextIsGiven::ask(const NamedTexts& texts) {
  Data missing;
  for (const auto& [field, text] : texts) add_missing(missing, field, text);
  if (missing.empty()) return std::nullopt;
  return Refusal{rule, std::move(missing)};
}

MaybeRefusal IsFresh::ask(const DeficiencyFacts& facts) {
  return refuse_unless(facts.deficiency.steps.empty(), rule, facts);
}

MaybeRefusal MayWrite::check(const DeficiencyFacts& facts, const WriteDeficiency&) {
  const Actor& by = facts.stamp.by;
  const bool for_unit = by.role == Role::coordinator || !by.unit.empty();
  return refuse_unless(is_staff(by.role) && for_unit, rule, facts);
}

MaybeRefusal CounterpartIsNamed::check(const DeficiencyFacts& facts,
                                       const WriteDeficiency& command) {
  const bool by_name = command.outsider && !is_blank(*command.outsider);
  if (command.party.has_value() == by_name) {
    return refuse_unless(false, rule, facts, {{"field", "party"}, {"field", "outsider"}});
  }
  if (!command.party) return std::nullopt;
  if (find_unit(facts.ground.known, *command.party)) return std::nullopt;
  return Refusal{"unit_unknown", {{"field", "party"}, {"value", command.party->text}}};
}

MaybeRefusal HasHappened::check(const DeficiencyFacts& facts, const WriteDeficiency& command) {
  return date_happened(facts, command.event_date);
}

MaybeRefusal HasHappened::check(const DeficiencyFacts& facts, const CompleteDeficiency& command) {
  return command.event_date ? date_happened(facts, *command.event_date) : std::nullopt;
}

MaybeRefusal FillsSomething::check(const DeficiencyFacts& facts,
                                   const CompleteDeficiency& command) {
  const bool fills = command.registered_by || command.nearest_manager || command.event_date ||
                     !running_texts(command).empty() || command.causes ||
                     command.consent_to_pass_on || command.withhold_identity;
  return refuse_unless(fills, rule, facts);
}

MaybeRefusal TakesOutNames::check(const DeficiencyFacts& facts, const CompleteDeficiency& command) {
  const DeficiencyForm& form = facts.deficiency.form;
  const auto is_kept = [](const auto& said, const auto& stands) {
    return !said || *said == stands;
  };
  const bool rest_is_kept =
      is_kept(command.registered_by, form.registered_by) &&
      is_kept(command.nearest_manager, form.nearest_manager) &&
      (!command.event_date || command.event_date == form.event_date) &&
      is_kept(command.causes, form.causes) &&
      (!command.consent_to_pass_on || command.consent_to_pass_on == form.consent_to_pass_on) &&
      is_kept(command.withhold_identity, form.withhold_identity);
  const auto standing = running_texts(form);
  const bool takes_out = std::ranges::all_of(running_texts(command), [&](const NamedText& text) {
    const auto stands = std::ranges::find(standing, text.first, &NamedText::first);
    return stands->second == text.second || names_somebody(facts, stands->second);
  });
  return refuse_unless(rest_is_kept && takes_out, rule, facts);
}

MaybeRefusal CausesOfTheYear::check(const DeficiencyFacts& facts,
                                    const CompleteDeficiency& command) {
  return causes_of_year(facts, command.causes);
}

MaybeRefusal CausesOfTheYear::check(const DeficiencyFacts& facts, const AcceptDeficiency& command) {
  return causes_of_year(facts, command.causes);
}

MaybeRefusal OwnUnitActs::ask(const DeficiencyFacts& facts) {
  return refuse_unless(is_of_owner(facts), rule, facts);
}

MaybeRefusal MaySend::ask(const DeficiencyFacts& facts) {
  return refuse_unless(sends_for_owner(facts), rule, facts);
}

MaybeRefusal CounterpartSpeaks::ask(const DeficiencyFacts& facts) {
  const Actor& by = facts.stamp.by;
  const PartyId& party = facts.deficiency.party;
  const bool own_words = (by.role == Role::attendee || by.role == Role::unit_head) &&
                         !party.empty() && party_of(by.unit) == party;
  const bool for_outsider = by.role == Role::council_secretary && facts.deficiency.proposed;
  return refuse_unless(own_words || by.role == Role::coordinator || for_outsider, rule, facts);
}

MaybeRefusal CouncilSecretaryActs::ask(const DeficiencyFacts& facts) {
  return refuse_unless(facts.stamp.by.role == Role::council_secretary, rule, facts);
}

MaybeRefusal MaySendToCouncil::check(const DeficiencyFacts& facts, const SendToCouncilSecretary&) {
  const bool fetches =
      facts.stamp.by.role == Role::council_secretary && has_left_unit(facts.deficiency);
  return refuse_unless(fetches || sends_for_owner(facts), rule, facts);
}

MaybeRefusal MayClose::check(const DeficiencyFacts& facts, const CloseDeficiency&) {
  const bool council = facts.stamp.by.role == Role::council_secretary;
  return refuse_unless(council || sends_for_owner(facts), rule, facts);
}

MaybeRefusal FormIsFilled::ask(const DeficiencyFacts& facts) {
  Data missing = missing_fields(facts.deficiency.form, facts.person);
  const bool filled = missing.empty();
  return refuse_unless(filled, rule, facts, std::move(missing));
}

MaybeRefusal MayBePassedOn::ask(const DeficiencyFacts& facts) {
  const DeficiencyForm& form = facts.deficiency.form;
  const bool agreed = form.consent_to_pass_on.value_or(false) && !facts.consent_withdrawn;
  return refuse_unless(form.withhold_identity || agreed, rule, facts);
}

MaybeRefusal CounterpartIsUnit::check(const DeficiencyFacts& facts, const SendToCounterpart&) {
  if (is_against_owner(facts)) {
    return refuse_unless(false, "counterpart_is_own_unit", facts,
                         {{"party", facts.deficiency.party.text}});
  }
  return refuse_unless(!facts.deficiency.party.empty(), rule, facts);
}

MaybeRefusal IsProposedOff::check(const DeficiencyFacts& facts, const SendToCouncilSecretary&) {
  return refuse_unless(facts.deficiency.proposed || is_against_owner(facts), rule, facts);
}

MaybeRefusal CounterpartHadItsSay::check(const DeficiencyFacts& facts,
                                         const SendToCouncilSecretary&) {
  const Deficiency& deficiency = facts.deficiency;
  const bool late = deficiency.answer_by && *deficiency.answer_by < facts.stamp.at;
  return refuse_unless(late || standing_contest(deficiency), rule, facts);
}

MaybeRefusal OtherReasonIsTold::check(const DeficiencyFacts& facts,
                                      const RuleNotADeficiency& command) {
  const bool told = command.words && !is_blank(*command.words);
  return refuse_unless(told || command.reason != NotDeficiencyReason::other, rule, facts,
                       {{"field", "words"}});
}

MaybeRefusal MeasureAndResultAreTold::check(const DeficiencyFacts& facts,
                                            const CloseDeficiency& command) {
  Data missing;
  add_missing(missing, "measure", std::string_view{command.measure.value_or("")});
  add_missing(missing, "result", std::string_view{command.result.value_or("")});
  const bool told = missing.empty();
  return refuse_unless(told, rule, facts, std::move(missing));
}

MaybeRefusal HasNotLeftUnit::ask(const DeficiencyFacts& facts) {
  return refuse_unless(!has_left_unit(facts.deficiency), rule, facts);
}

MaybeRefusal DeadlineHasPassed::check(const DeficiencyFacts& facts, const PassAnswerDeadline&) {
  const Deficiency& deficiency = facts.deficiency;
  const bool passed = deficiency.answer_by && *deficiency.answer_by < facts.stamp.at;
  return refuse_unless(passed && !deficiency.answer_overdue, rule, facts);
}

}  // namespace deficiency
}  // namespace kallad
