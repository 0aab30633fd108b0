// A deficiency (brist i samverkan): what it rests on, its form, and where it is on its way.
// Not a verdict on a person: it names organisations, and an automatic one is a draft that a human
// looks at before anything leaves the unit. Raising and withdrawing by itself is in raising.hpp;
// this file has the shape, deficiency_table.hpp the way. Rules kept: domain 3 ("Automatic
// deficiency", "The deficiency form and its way"), rulings "Coming cures", "Outsiders",
// "Deficiency"; seed 001 for the form's fields.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/consent/person.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/stamp.hpp"
#include "engine/spine/zone.hpp"

namespace kallad {

/// Where a deficiency is. It leaves the unit when it goes to the counterpart.
enum class DeficiencyState {
  drafted,
  completed,
  with_own_manager,
  with_counterpart,
  answered,
  with_council_secretary,
  at_council,
  sent_back,
  accepted,
  not_a_deficiency,
  closed,
  withdrawn,
};
BOOST_DESCRIBE_ENUM(DeficiencyState, drafted, completed, with_own_manager, with_counterpart,
                    answered, with_council_secretary, at_council, sent_back, accepted,
                    not_a_deficiency, closed, withdrawn)

/// The ways a summoned party fails (domain 3). One deficiency can have several.
enum class DeficiencyKind {
  not_acknowledged,
  not_answered,
  declined_without_substitute,
  absent,
  substitute_absent,
  without_mandate,
  meeting_not_held,
};
BOOST_DESCRIBE_ENUM(DeficiencyKind, not_acknowledged, not_answered, declined_without_substitute,
                    absent, substitute_absent, without_mandate, meeting_not_held)

/// What a cited event tells.
enum class FactKind {
  summons_sent,
  reach_proven,
  reach_presumed,
  acknowledge_deadline_passed,
  answer_deadline_passed,
  answered_cannot_come,
  answered_late,
  substitute_confirmed,
  marked_absent,
  marked_without_mandate,
  meeting_called_off,
};
BOOST_DESCRIBE_ENUM(FactKind, summons_sent, reach_proven, reach_presumed,
                    acknowledge_deadline_passed, answer_deadline_passed, answered_cannot_come,
                    answered_late, substitute_confirmed, marked_absent, marked_without_mandate,
                    meeting_called_off)

/// One time-stamped fact that a deficiency cites: what, the number of its event in the case, and
/// when.
struct CitedFact {
  FactKind what = FactKind::summons_sent;
  std::uint32_t event = 0;
  Instant at;
  bool operator==(const CitedFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(CitedFact, (), (what, event, at))

/// Raised by the product, or written by hand for what no system sees.
enum class Origin { automatic, written };
BOOST_DESCRIBE_ENUM(Origin, automatic, written)

/// Why a draft was withdrawn.
enum class WithdrawReason {
  party_came,
  meeting_changed,
  meeting_cancelled,
  answered_in_time,
  attendance_corrected,
  delivery_failed,  ///< what was presumed delivered came back after all
  by_hand,
};
BOOST_DESCRIBE_ENUM(WithdrawReason, party_came, meeting_changed, meeting_cancelled,
                    answered_in_time, attendance_corrected, delivery_failed, by_hand)

/// What the council's review comes to.
enum class DeficiencyOutcome { accepted, not_a_deficiency };
BOOST_DESCRIBE_ENUM(DeficiencyOutcome, accepted, not_a_deficiency)

/// Why something is "ej brist" (seed 000: the police, a municipality outside the council, an
/// internal incident).
enum class NotDeficiencyReason { outside_agreement, other_municipality, internal_incident, other };
BOOST_DESCRIBE_ENUM(NotDeficiencyReason, outside_agreement, other_municipality, internal_incident,
                    other)

/// What lies behind a deficiency. The list changes by year, see is_cause_of.
enum class Cause {
  communication,
  communication_information,
  routines,
  whole_view,
  individual_focus,
  competence,
  understanding,
  competence_and_understanding,
  sip,
  mina_planer,  ///< the planning system of that name
  treatment,
  resources,
};
BOOST_DESCRIBE_ENUM(Cause, communication, communication_information, routines, whole_view,
                    individual_focus, competence, understanding, competence_and_understanding, sip,
                    mina_planer, treatment, resources)

/// Whether the cause stands in the list of that year: the council's list of 2020 from then on, that
/// of 2019 before (domain 3).
bool is_cause_of(Cause cause, int year);

/// A member of staff on the form: the one who registers it, or the nearest manager.
struct StaffContact {
  std::string name;
  std::string title;
  std::string contact;
  bool operator==(const StaffContact&) const = default;
};
BOOST_DESCRIBE_STRUCT(StaffContact, (), (name, title, contact))

/// The form of seed 001. Each field may be empty in a draft; `consent_to_pass_on` is empty until
/// somebody has asked. The person stands on the cover only, and not there where the identity is
/// withheld.
struct DeficiencyForm {
  StaffContact registered_by;
  StaffContact nearest_manager;
  std::optional<Date> event_date;  ///< local day
  std::string found_at;
  std::string parties_concerned;
  std::string what_happened;
  std::string measures_for_person;
  std::string measures_by_parties;
  std::vector<Cause> causes;
  std::optional<bool> consent_to_pass_on;
  bool withhold_identity = false;
  bool operator==(const DeficiencyForm&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeficiencyForm, (),
                      (registered_by, nearest_manager, event_date, found_at, parties_concerned,
                       what_happened, measures_for_person, measures_by_parties, causes,
                       consent_to_pass_on, withhold_identity))

/// One dated step: the id of the event, the state it led to, and who took it.
struct DeficiencyStep {
  std::string_view what;
  DeficiencyState state = DeficiencyState::drafted;
  Cited fact;
  Actor by;
};

/// What the counterpart said, and when.
struct CounterpartWords {
  std::string text;
  Cited fact;
};

/// One deficiency of a case. `steps` is empty in one that is about to be raised or written.
struct Deficiency {
  std::uint32_t number = 0;  ///< from 1 in its case
  DeficiencyState state = DeficiencyState::drafted;
  Origin origin = Origin::automatic;
  UnitId unit;                ///< whose deficiency it is; empty: the coordinator's unit
  std::uint32_t meeting = 0;  ///< 0: about no meeting
  PartyId party;              ///< the counterpart; empty where it is an outsider without unit
  std::string against_outsider;
  std::vector<DeficiencyKind> kinds;
  std::vector<CitedFact> facts;
  Cited registered;  ///< the first draft: it belongs to that year
  DeficiencyForm form;
  std::vector<DeficiencyStep> steps;

  std::optional<Cited> left_unit;  ///< when it first left; it never comes back to being a draft
  bool identity_withheld = false;  ///< as it was last handed on
  std::optional<Cited> sent;       ///< when it last went to the counterpart
  std::optional<Instant> answer_by;
  std::optional<Cited> answer_overdue;
  std::vector<CounterpartWords> answers;  ///< measures, in the order given
  std::vector<CounterpartWords> contests;

  std::optional<DeficiencyOutcome> proposed;  ///< by the product, decided by a human
  std::optional<NotDeficiencyReason> proposed_reason;
  std::optional<DeficiencyOutcome> decision;
  std::optional<Cited> decided;
  std::optional<NotDeficiencyReason> reason;  ///< of "ej brist"
  std::string decision_words;
  std::string sent_back_reason;
  std::string measure;  ///< closed only with both
  std::string result;

  std::optional<WithdrawReason> withdrawn_reason;
  std::string withdrawn_words;     ///< by hand: why
  std::uint32_t withdrawn_by = 0;  ///< number of the event that removed its ground; 0: by hand
};

/// What the cover says of the person: nothing where the identity is withheld.
struct DeficiencyCover {
  bool withheld = false;
  std::string name;
  std::string identity_number;
};

/// Whether it has been shown outside the unit. Then nothing withdraws it, and attendance is
/// contested in it instead of corrected (rulings, "Coming cures", "Meetings").
bool has_left_unit(const Deficiency& deficiency);

/// Whether somebody still has something to do with it: neither closed nor withdrawn.
bool is_open(const Deficiency& deficiency);

/// The calendar year whose report it belongs to, by the wall clock of `zone`.
int report_year(const Deficiency& deficiency, const Zone& zone);

/// The cover as it was handed on last, or in the unit as it would leave it now: without identity
/// where that is withheld (rulings, "Edge cases": it says so), where the case's consent stands
/// withdrawn, and where `person` is not shown.
DeficiencyCover cover_of(const Deficiency& deficiency, const Person& person,
                         bool consent_withdrawn);

/// The words of the counterpart that go on when it is handed on next: what it answered last, and
/// its last objection since it was sent to it. Null where there is none. What it had said before
/// those is replaced by them.
const CounterpartWords* standing_answer(const Deficiency& deficiency);
const CounterpartWords* standing_contest(const Deficiency& deficiency);

}  // namespace kallad
