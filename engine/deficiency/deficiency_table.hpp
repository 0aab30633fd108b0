// The law of a deficiency's way: which command is taken in which state, where it leads, and which rules
// must hold. Everything printed, drawn, published and tested about it is read off this table.
// Rule kept: domain 3, "The deficiency form and its way" (seed 001), and the rulings of section 8.
#pragma once

#include "engine/deficiency/deficiency_rules.hpp"
#include "engine/spine/table.hpp"

namespace kallad::deficiency {

using enum DeficiencyState;
using table::All;
using table::From;
using table::Goes;
using table::Stays;

using InUnit = From<drafted, completed, with_own_manager>;
using Undecided = From<drafted, completed, with_own_manager, with_counterpart, answered, with_council_secretary, at_council,
                       sent_back>;

using RaisingLines = boost::mp11::mp_list<
    Goes<From<withdrawn>, Raise, drafted>,
    Stays<From<drafted>, Raise, All<IsFresh>>,
    Stays<Undecided, Grow>,
    Stays<InUnit, Narrow, All<HasNotLeftUnit>>,
    Goes<InUnit, LoseGround, withdrawn, All<HasNotLeftUnit>>>;

using UnitLines = boost::mp11::mp_list<
    Stays<From<drafted>, WriteDeficiency,
          All<IsFresh, MayWrite, CounterpartIsNamed, HasHappened, TextIsGiven, NoNameInText, NoNumberInText>>,
    Goes<From<drafted, completed>, CompleteDeficiency, completed,
         All<OwnUnitActs, FillsSomething, HasHappened, CausesOfTheYear, NoNameInText, NoNumberInText>>,
    Stays<From<with_own_manager>, CompleteDeficiency,
          All<OwnUnitActs, FillsSomething, HasHappened, CausesOfTheYear, NoNameInText, NoNumberInText>>,
    Goes<From<completed>, HandToOwnManager, with_own_manager, All<OwnUnitActs>>,
    Goes<InUnit, WithdrawDeficiency, withdrawn, All<OwnUnitActs, HasNotLeftUnit, TextIsGiven, NoNameInText, NoNumberInText>>,
    Goes<From<sent_back>, ResumeDeficiency, completed, All<OwnUnitActs>>>;

using CounterpartLines = boost::mp11::mp_list<
    Goes<From<with_own_manager>, SendToCounterpart, with_counterpart,
         All<MaySend, CounterpartIsUnit, FormIsFilled, MayBePassedOn>>,
    Goes<From<with_counterpart, answered>, AnswerDeficiency, answered,
         All<CounterpartSpeaks, TextIsGiven, NoNameInText, NoNumberInText>>,
    Stays<From<with_counterpart, answered>, ContestDeficiency, All<CounterpartSpeaks, TextIsGiven, NoNameInText, NoNumberInText>>,
    Stays<From<with_counterpart>, PassAnswerDeadline, All<DeadlineHasPassed>>>;

using CouncilLines = boost::mp11::mp_list<
    Goes<From<with_own_manager>, SendToCouncilSecretary, with_council_secretary,
         All<MaySendToCouncil, IsProposedOff, FormIsFilled, MayBePassedOn>>,
    Goes<From<with_counterpart>, SendToCouncilSecretary, with_council_secretary, All<MaySendToCouncil, CounterpartHadItsSay>>,
    Goes<From<answered>, SendToCouncilSecretary, with_council_secretary, All<MaySendToCouncil>>,
    Goes<From<with_council_secretary>, PutBeforeCouncil, at_council, All<CouncilSecretaryActs>>,
    Goes<From<with_council_secretary, at_council>, SendBack, sent_back,
         All<CouncilSecretaryActs, TextIsGiven, NoNameInText, NoNumberInText>>,
    Goes<From<at_council>, AcceptDeficiency, accepted, All<CouncilSecretaryActs, CausesOfTheYear, NoNameInText, NoNumberInText>>,
    Goes<From<at_council>, RuleNotADeficiency, not_a_deficiency,
         All<CouncilSecretaryActs, OtherReasonIsTold, NoNameInText, NoNumberInText>>,
    Goes<From<accepted>, CloseDeficiency, closed, All<MayClose, MeasureAndResultAreTold, NoNameInText, NoNumberInText>>,
    Goes<From<not_a_deficiency>, CloseDeficiency, closed, All<MayClose, NoNameInText, NoNumberInText>>>;

using Lines = boost::mp11::mp_append<RaisingLines, UnitLines, CounterpartLines, CouncilLines>;

}  // namespace kallad::deficiency
