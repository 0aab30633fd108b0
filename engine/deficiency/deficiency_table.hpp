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

/// Where words are taken, nobody is named in them.
template <class... Checks>
using NamingNobody = All<Checks..., NoNameInText, NoNumberInText, NoRelativeInText, NoContactInText>;

/// Where it is passed on to others, nobody is named in what they will read.
template <class... Checks>
using PassingOn = All<Checks..., OfStandingTexts<NoNameInText>, OfStandingTexts<NoNumberInText>,
                      OfStandingTexts<NoRelativeInText>, OfStandingTexts<NoContactInText>>;

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
          NamingNobody<IsFresh, MayWrite, CounterpartIsNamed, HasHappened, TextIsGiven>>,
    Goes<From<drafted, completed>, CompleteDeficiency, completed,
         NamingNobody<OwnUnitActs, FillsSomething, HasHappened, CausesOfTheYear>>,
    Stays<From<with_own_manager>, CompleteDeficiency,
          NamingNobody<OwnUnitActs, FillsSomething, HasHappened, CausesOfTheYear>>,
    Goes<From<completed>, HandToOwnManager, with_own_manager, PassingOn<OwnUnitActs>>,
    Goes<InUnit, WithdrawDeficiency, withdrawn, NamingNobody<OwnUnitActs, HasNotLeftUnit, TextIsGiven>>,
    Goes<From<sent_back>, ResumeDeficiency, completed, All<OwnUnitActs>>>;

using CounterpartLines = boost::mp11::mp_list<
    Stays<From<with_counterpart, answered>, CompleteDeficiency,
          NamingNobody<OwnUnitActs, FillsSomething, TakesOutNames>>,
    Goes<From<with_own_manager>, SendToCounterpart, with_counterpart,
         PassingOn<MaySend, CounterpartIsUnit, FormIsFilled, MayBePassedOn>>,
    Goes<From<with_counterpart, answered>, AnswerDeficiency, answered,
         NamingNobody<CounterpartSpeaks, TextIsGiven>>,
    Stays<From<with_counterpart, answered>, ContestDeficiency, NamingNobody<CounterpartSpeaks, TextIsGiven>>,
    Stays<From<with_counterpart>, PassAnswerDeadline, All<DeadlineHasPassed>>>;

using CouncilLines = boost::mp11::mp_list<
    Goes<From<with_own_manager>, SendToCouncilSecretary, with_council_secretary,
         PassingOn<MaySendToCouncil, IsProposedOff, FormIsFilled, MayBePassedOn>>,
    Goes<From<with_counterpart>, SendToCouncilSecretary, with_council_secretary,
         PassingOn<MaySendToCouncil, CounterpartHadItsSay>>,
    Goes<From<answered>, SendToCouncilSecretary, with_council_secretary, PassingOn<MaySendToCouncil>>,
    Goes<From<with_council_secretary>, PutBeforeCouncil, at_council, PassingOn<CouncilSecretaryActs>>,
    Goes<From<with_council_secretary, at_council>, SendBack, sent_back,
         NamingNobody<CouncilSecretaryActs, TextIsGiven>>,
    Goes<From<at_council>, AcceptDeficiency, accepted, NamingNobody<CouncilSecretaryActs, CausesOfTheYear>>,
    Goes<From<at_council>, RuleNotADeficiency, not_a_deficiency,
         NamingNobody<CouncilSecretaryActs, OtherReasonIsTold>>,
    Goes<From<accepted>, CloseDeficiency, closed, NamingNobody<MayClose, MeasureAndResultAreTold>>,
    Goes<From<not_a_deficiency>, CloseDeficiency, closed, NamingNobody<MayClose>>>;

using Lines = boost::mp11::mp_append<RaisingLines, UnitLines, CounterpartLines, CouncilLines>;

}  // namespace kallad::deficiency
