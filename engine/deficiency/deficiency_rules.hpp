// The rules of a deficiency's way, each with the id a person will see the text of, and the facts
// they look at. A rule looks and never changes. Who may act is said here by role; whether the actor
// sees the case at all is authority's. The page's buttons and the text of a refusal come from
// these. Rules kept: domain 3 ("The deficiency form and its way"), rulings "Deficiency",
// "Outsiders", "Consent".
#pragma once

#include <optional>
#include <utility>

#include "engine/deficiency/deficiency_messages.hpp"
#include "engine/mention/running_text.hpp"
#include "engine/seat/ground.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// The facts of one decision about one deficiency. Nothing but the ids is owned. For
/// write_deficiency the deficiency is a fresh one with the next number.
struct DeficiencyFacts {
  const Deficiency& deficiency;
  const Person& person;
  UnitId own_unit;  ///< the coordinator's: whose it is unless another unit has written it
  const Ground& ground;
  const Routine& routine;
  const Stamp& stamp;
  AgreementId agreement{};  ///< the case's; empty: any agreement of the routine's council
  std::vector<std::string_view> beside{};  ///< names of relatives and representatives
  bool consent_withdrawn = false;          ///< the case's stands withdrawn, with no new one
};

namespace deficiency {

using MaybeRefusal = std::optional<Refusal>;

/// A text of a command with the name of its field, as far as it was given.
using NamedText = std::pair<std::string_view, std::string_view>;
using NamedTexts = std::vector<NamedText>;

/// The running texts of a command: all that is written about what happened, and nothing of the
/// cover.
NamedTexts running_texts(const WriteDeficiency& command);
NamedTexts running_texts(const CompleteDeficiency& command);
NamedTexts running_texts(const AnswerDeficiency& command);
NamedTexts running_texts(const ContestDeficiency& command);
NamedTexts running_texts(const SendBack& command);
NamedTexts running_texts(const AcceptDeficiency& command);
NamedTexts running_texts(const RuleNotADeficiency& command);
NamedTexts running_texts(const CloseDeficiency& command);
NamedTexts running_texts(const WithdrawDeficiency& command);

/// The running texts of a form, to show what is warned about.
NamedTexts running_texts(const DeficiencyForm& form);

/// What goes on with a deficiency and can still be written anew: its form, and the words of the
/// counterpart that stand.
NamedTexts standing_texts(const Deficiency& deficiency);

/// Where a text names anybody the case knows, or leads to anybody at all.
std::vector<TextFinding> places_in(const DeficiencyFacts& facts, std::string_view text);

/// The places in the texts that a rule refuses: their field, offset and length, one after the
/// other.
MaybeRefusal refuse_places(const DeficiencyFacts& facts, const NamedTexts& texts,
                           std::string_view rule);

/// A rule that looks for places in the running texts of a command.
template <class Rule>
struct OfTexts {
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command& command) {
    return refuse_places(facts, running_texts(command), Rule::rule);
  }
};

/// The same of what stands written when the deficiency is passed on: whom the case knows now may be
/// more than it knew when that was written.
template <class Rule>
struct OfStandingTexts {
  static constexpr std::string_view rule = Rule::rule;
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command&) {
    return refuse_places(facts, standing_texts(facts.deficiency), rule);
  }
};

/// The person's name does not stand in running text: it stands on the cover.
struct NoNameInText : OfTexts<NoNameInText> {
  static constexpr std::string_view rule = "person_name_in_text";
};

/// The identity number does not stand in running text.
struct NoNumberInText : OfTexts<NoNumberInText> {
  static constexpr std::string_view rule = "identity_number_in_text";
};

/// Nobody beside the person stands by name in running text: relatives, guardians, representatives.
struct NoRelativeInText : OfTexts<NoRelativeInText> {
  static constexpr std::string_view rule = "relative_name_in_text";
};

/// What leads to somebody's door, telephone or mailbox does not stand in running text.
struct NoContactInText : OfTexts<NoContactInText> {
  static constexpr std::string_view rule = "contact_details_in_text";
};

/// Words that are asked for are given: no empty reason, no empty answer.
struct TextIsGiven {
  static constexpr std::string_view rule = "text_required";
  static MaybeRefusal ask(const NamedTexts& texts);
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts&, const Command& command) {
    return ask(running_texts(command));
  }
};

/// A number is written once.
struct IsFresh {
  static constexpr std::string_view rule = "deficiency_exists";
  static MaybeRefusal ask(const DeficiencyFacts& facts);
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// Staff of a party writes deficiencies; not the person, a substitute by link, or a machine.
struct MayWrite {
  static constexpr std::string_view rule = "may_not_write_deficiency";
  static MaybeRefusal check(const DeficiencyFacts& facts, const WriteDeficiency& command);
};

/// It is against exactly one: a registered unit, the writer's own too, or an organisation by name.
struct CounterpartIsNamed {
  static constexpr std::string_view rule = "counterpart_required";
  static MaybeRefusal check(const DeficiencyFacts& facts, const WriteDeficiency& command);
};

/// What happened has happened: the day is a real one and not in the future.
struct HasHappened {
  static constexpr std::string_view rule = "event_date_impossible";
  static MaybeRefusal check(const DeficiencyFacts& facts, const WriteDeficiency& command);
  static MaybeRefusal check(const DeficiencyFacts& facts, const CompleteDeficiency& command);
};

/// Filling the form fills something in.
struct FillsSomething {
  static constexpr std::string_view rule = "nothing_filled_in";
  static MaybeRefusal check(const DeficiencyFacts& facts, const CompleteDeficiency& command);
};

/// With the counterpart the form is written anew only to take out whom it names.
struct TakesOutNames {
  static constexpr std::string_view rule = "form_has_left_unit";
  static MaybeRefusal check(const DeficiencyFacts& facts, const CompleteDeficiency& command);
};

/// Causes are of the list of the year it was registered in.
struct CausesOfTheYear {
  static constexpr std::string_view rule = "cause_not_of_year";
  static MaybeRefusal check(const DeficiencyFacts& facts, const CompleteDeficiency& command);
  static MaybeRefusal check(const DeficiencyFacts& facts, const AcceptDeficiency& command);
};

/// The unit whose deficiency it is fills it in, hands it on inside and takes it up again.
struct OwnUnitActs {
  static constexpr std::string_view rule = "not_your_deficiency";
  static MaybeRefusal ask(const DeficiencyFacts& facts);
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// What leaves the unit is sent by its head, or by the coordinator for the own unit.
struct MaySend {
  static constexpr std::string_view rule = "may_not_send_deficiency";
  static MaybeRefusal ask(const DeficiencyFacts& facts);
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// The counterpart's head or staff answers; the coordinator registers what it says by phone or on
/// paper, and for an outsider the council secretary may too.
struct CounterpartSpeaks {
  static constexpr std::string_view rule = "not_the_counterpart";
  static MaybeRefusal ask(const DeficiencyFacts& facts);
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// The council speaks through its secretary.
struct CouncilSecretaryActs {
  static constexpr std::string_view rule = "not_the_council_secretary";
  static MaybeRefusal ask(const DeficiencyFacts& facts);
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// To the council secretary it is sent like out of the unit, or fetched by the secretary.
struct MaySendToCouncil {
  static constexpr std::string_view rule = "may_not_send_deficiency";
  static MaybeRefusal check(const DeficiencyFacts& facts, const SendToCouncilSecretary& command);
};

/// Closed by the council secretary, or by the unit whose deficiency it is.
struct MayClose {
  static constexpr std::string_view rule = "may_not_close_deficiency";
  static MaybeRefusal check(const DeficiencyFacts& facts, const CloseDeficiency& command);
};

/// Every field is filled in when it leaves the unit (seed 000); one piece of data a missing field.
struct FormIsFilled {
  static constexpr std::string_view rule = "form_incomplete";
  static MaybeRefusal ask(const DeficiencyFacts& facts);
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// The person has agreed that it is passed on, or it goes without identity. Who has withdrawn the
/// case's consent has withdrawn that too: nothing more is shared until there is a new one.
struct MayBePassedOn {
  static constexpr std::string_view rule = "consent_to_pass_on_required";
  static MaybeRefusal ask(const DeficiencyFacts& facts);
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// There is somebody else to send it to: an outsider without unit here is reached by the council
/// secretary, and nobody answers to themselves ("counterpart_is_own_unit").
struct CounterpartIsUnit {
  static constexpr std::string_view rule = "counterpart_has_no_unit";
  static MaybeRefusal check(const DeficiencyFacts& facts, const SendToCounterpart& command);
};

/// Past the counterpart goes only what is proposed as "ej brist", and what a unit has written
/// against itself.
struct IsProposedOff {
  static constexpr std::string_view rule = "counterpart_comes_first";
  static MaybeRefusal check(const DeficiencyFacts& facts, const SendToCouncilSecretary& command);
};

/// An unanswered one goes on when the time to answer has passed, or the counterpart has contested
/// it.
struct CounterpartHadItsSay {
  static constexpr std::string_view rule = "counterpart_still_has_time";
  static MaybeRefusal check(const DeficiencyFacts& facts, const SendToCouncilSecretary& command);
};

/// "Ej brist" for another reason than those listed says which.
struct OtherReasonIsTold {
  static constexpr std::string_view rule = "reason_text_required";
  static MaybeRefusal check(const DeficiencyFacts& facts, const RuleNotADeficiency& command);
};

/// Closed only with measure and result.
struct MeasureAndResultAreTold {
  static constexpr std::string_view rule = "measure_and_result_required";
  static MaybeRefusal check(const DeficiencyFacts& facts, const CloseDeficiency& command);
};

/// What has left the unit is not withdrawn, also not after it was sent back.
struct HasNotLeftUnit {
  static constexpr std::string_view rule = "has_left_unit";
  static MaybeRefusal ask(const DeficiencyFacts& facts);
  template <class Command>
  static MaybeRefusal check(const DeficiencyFacts& facts, const Command&) {
    return ask(facts);
  }
};

/// The answer deadline passes once, and when its time has come.
struct DeadlineHasPassed {
  static constexpr std::string_view rule = "deadline_not_passed";
  static MaybeRefusal check(const DeficiencyFacts& facts, const PassAnswerDeadline& command);
};

/// Whose deficiency it is: the writer's unit, else the coordinator's.
const UnitId& owner_of(const DeficiencyFacts& facts);

/// The reason for proposing "ej brist" of what is written against `command`'s counterpart: it is no
/// member of the agreement on the day it happened. Empty for a member.
std::optional<NotDeficiencyReason> proposed_reason(const DeficiencyFacts& facts,
                                                   const WriteDeficiency& command);

}  // namespace deficiency
}  // namespace kallad
