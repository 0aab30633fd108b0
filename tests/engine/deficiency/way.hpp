// Support for the tests of a deficiency: a small register, a clock that stands where a test puts
// it, and a deficiency that is led along its way by commands. Not a test, and no stand-in: every
// command is decided by the real machine.
#pragma once

#include <gtest/gtest.h>

#include "adapters/clock/stockholm.hpp"
#include "engine/deficiency/deficiency_decide.hpp"

namespace kallad::deficiency {

inline const UnitId own{"helsingborg/vuxen"};
inline const UnitId counterpart{"region/psykosmottagning"};
inline const UnitId police{"polisen/helsingborg"};

inline Actor coordinator() { return {Role::coordinator, own, "Siv Samordnare"}; }
inline Actor own_staff() { return {Role::attendee, own, "Ola Handläggare"}; }
inline Actor own_head() { return {Role::unit_head, own, "Eva Chef"}; }
inline Actor other_staff() { return {Role::attendee, counterpart, "Lena Skötare"}; }
inline Actor other_head() { return {Role::unit_head, counterpart, "Rolf Enhetschef"}; }
inline Actor secretary_of_council() {
  return {Role::council_secretary, UnitId{}, "Psykiatrisamordnare"};
}
inline Actor the_person() { return {Role::person, UnitId{}, "Anna Testsson"}; }
inline Actor the_clock() { return {}; }

inline Register small_register() {
  Register known;
  const auto add = [&](const char* principal, PrincipalKind kind, const UnitId& unit) {
    known.principals[PrincipalId{principal}] = {PrincipalId{principal}, principal, kind, {}};
    known.units[unit] = {unit, PrincipalId{principal}, unit.text, "", "", "", {}, {}};
  };
  add("helsingborg", PrincipalKind::municipality, own);
  add("region", PrincipalKind::region, counterpart);
  add("polisen", PrincipalKind::authority, police);
  known.units[counterpart].head = "Rolf Enhetschef";
  Agreement agreement{AgreementId{"nv"}, "NV", CouncilId{"nv"}, Date{}, {}, {}};
  agreement.valid_from = Date{std::chrono::year{2019} / 1 / 1};
  agreement.members = {{PrincipalId{"helsingborg"}, true, {}}, {PrincipalId{"region"}, true, {}}};
  known.agreements[agreement.id] = agreement;
  return known;
}

inline Date day(int year, unsigned month, unsigned number) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

/// The world of one test. `at` is local time in Europe/Stockholm.
struct World {
  Register known = small_register();
  std::vector<Routine> routines{Routine{}};
  Calendar calendar{stockholm()};
  Person person{"Anna Testsson", "19121212-1212", Protection::none};
  std::vector<std::string_view> beside;  ///< relatives the case knows of
  Deficiency deficiency;
  std::uint32_t events = 0;
  Instant now = calendar.zone().at_hour(day(2026, 3, 20), 15);

  World() { deficiency.number = 1; }

  bool consent_withdrawn = false;

  void at(Date local, int hour) { now = calendar.zone().at_hour(local, hour); }

  template <class Do>
  auto with_facts(const Actor& by, Do act) {
    const Ground ground{known, routines, calendar, {}};
    const Stamp stamp{now, by, 0};
    return act(DeficiencyFacts{
        deficiency, person, own, ground, routines.front(), stamp, {}, beside, consent_withdrawn});
  }

  void take(const DeficiencyEvent& event, const Actor& by = the_clock()) {
    deficiency = evolve(std::move(deficiency), event, {now, by, ++events});
  }

  Verdict<DeficiencyEvent> ask(const Actor& by, const DeficiencyCommand& command) {
    return with_facts(by, [&](const DeficiencyFacts& facts) { return decide(facts, command); });
  }

  /// Decides and, where granted, takes the events in.
  Verdict<DeficiencyEvent> say(const Actor& by, const DeficiencyCommand& command) {
    auto verdict = ask(by, command);
    if (verdict) {
      for (const auto& event : verdict.events()) take(event, by);
    }
    return verdict;
  }

  Verdict<DeficiencyEvent> clock_says(const Due& row) {
    auto verdict = with_facts(the_clock(),
                              [&](const DeficiencyFacts& facts) { return pass_time(facts, row); });
    if (verdict) {
      for (const auto& event : verdict.events()) take(event);
    }
    return verdict;
  }

  void raise() {
    take(DeficiencyDrafted{{1},
                           1,
                           party_of(counterpart),
                           {DeficiencyKind::not_answered},
                           {{FactKind::answer_deadline_passed, 7, now}}});
  }
};

inline CompleteDeficiency whole_form() {
  CompleteDeficiency all;
  all.number = 1;
  all.registered_by = {"Siv Samordnare", "socialsekreterare", "042-10 50 00"};
  all.nearest_manager = {"Eva Chef", "enhetschef", "042-10 50 01"};
  all.event_date = day(2026, 3, 19);
  all.found_at = "Kommunen, enheten för vuxna";
  all.parties_concerned = "Psykosmottagningen och socialförvaltningen";
  all.what_happened = "Ingen svarade på kallelsen. Den enskilde fick vänta.";
  all.measures_for_person = "Nytt möte bokat, tillfälligt boendestöd.";
  all.measures_by_parties = "Cheferna har talats vid.";
  all.consent_to_pass_on = true;
  return all;
}

/// The rules of a refusal, in order; empty where the command was granted.
inline std::vector<std::string> rules_of(const Verdict<DeficiencyEvent>& verdict) {
  std::vector<std::string> rules;
  if (verdict) return rules;
  for (const auto& refusal : verdict.refusals()) rules.emplace_back(refusal.rule);
  return rules;
}

using Rules = std::vector<std::string>;

template <class Command>
Command about_one() {
  Command command;
  command.number = 1;
  return command;
}

inline AnswerDeficiency answer(const char* measures) { return {{1}, measures}; }
inline ContestDeficiency contest(const char* words) { return {{1}, words}; }
inline SendBack send_back(const char* reason) { return {{1}, reason}; }
inline WithdrawDeficiency withdraw(const char* reason) { return {{1}, reason}; }
inline CloseDeficiency close_with(const char* measure, const char* result) {
  return {{1}, measure, result};
}
inline RuleNotADeficiency rule_off(NotDeficiencyReason reason) { return {{1}, reason, {}}; }

/// Leads a raised deficiency along the way to `goal`, each step by the one who may take it.
void lead_to(World& world, DeficiencyState goal);

}  // namespace kallad::deficiency
