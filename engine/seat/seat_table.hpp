// The law of a seat: which command is taken in which state, where it leads, and which rules must hold.
// Everything printed, drawn, published and tested about a seat is read off this table (design, section 3).
// Rule kept: domain 3, the table "state of one summons", and the rulings of section 8.
#pragma once

#include "engine/seat/seat_rules.hpp"
#include "engine/spine/table.hpp"

namespace kallad::seat {

using enum SeatState;
using table::All;
using table::From;
using table::Goes;
using table::Stays;

using Unanswered = From<sent, delivered, delivery_failed, opened, acknowledged>;
using Live = From<sent, delivered, delivery_failed, opened, acknowledged, answered, substitute_named, substitute_confirmed>;
using Unvoided = From<created, sent, delivered, delivery_failed, opened, acknowledged, answered, substitute_named,
                      substitute_confirmed, attended, absent>;

using SendingLines = boost::mp11::mp_list<
    Goes<From<created>, Send, sent>,
    Goes<From<sent, delivery_failed>, DeliveryAcceptedBy, sent>,
    Goes<From<sent, delivered, delivery_failed>, DeliveryProven, delivered>,
    Goes<From<sent>, PresumeDelivery, delivered, All<DeadlineHasPassed>>,
    Goes<From<sent, delivered, delivery_failed>, DeliveryBroken, delivery_failed>,
    Stays<From<attended, absent>, DeliveryBroken>,
    Stays<From<delivered, opened, acknowledged, answered, substitute_named, substitute_confirmed, attended, absent>,
          ReportAfterProof>>;

using AnsweringLines = boost::mp11::mp_list<
    Goes<From<sent, delivered, delivery_failed>, OpenSummons, opened, All<OwnSeat>>,
    Stays<From<acknowledged, answered, substitute_named, substitute_confirmed>, OpenSummons, All<OwnSeat>>,
    Goes<From<sent, delivered, delivery_failed, opened>, Acknowledge, acknowledged, All<OwnSeat>>,
    Goes<Live, AnswerSummons, answered,
         All<OwnSeat, AttendanceIsOpen, AnswerGivenInPast, ForwardHasReceiver, ForwardInsidePrincipal, ForwardIsNew,
             InsideConsent>>,
    Stays<From<answered, substitute_named, substitute_confirmed>, AnswerOvertaken,
          All<OwnSeat, AttendanceIsOpen, AnswerGivenInPast, ForwardHasReceiver, ForwardInsidePrincipal>>>;

using SubstituteLines = boost::mp11::mp_list<
    Goes<Live, NameSubstitute, substitute_named,
         All<OwnSeat, AttendanceIsOpen, SubstituteIsNamed, SubstituteOfSamePrincipal, InsideConsent, NamerHasDuty,
             SubstituteChainHasNoLoop, SubstituteChainNotTooDeep>>,
    Goes<From<substitute_named, substitute_confirmed>, HandBack, answered, All<OwnSeat, AttendanceIsOpen, NamerHasDuty>>,
    Goes<From<substitute_named>, ConfirmSubstitute, substitute_confirmed,
         All<OwnSeat, AttendanceIsOpen, SubstituteIsComplete>>,
    Goes<From<substitute_named, substitute_confirmed>, DeclineSubstitution, answered, All<OwnSeat, AttendanceIsOpen>>,
    Goes<From<substitute_named, substitute_confirmed>, DeclineInChain, substitute_confirmed,
         All<OwnSeat, AttendanceIsOpen>>,
    Goes<From<substitute_named, substitute_confirmed>, TakeBackSeat, answered,
         All<AttendanceIsOpen, FirstRepresentativeTakesBack>>>;

using TimeLines = boost::mp11::mp_list<
    Stays<Live, PassAcknowledgeDeadline, All<DeadlineHasPassed>>,
    Stays<Live, PassAnswerDeadline, All<DeadlineHasPassed>>,
    Stays<Unanswered, Remind>>;

using AttendanceLines = boost::mp11::mp_list<
    Goes<Unvoided, SettlePresent, attended>,
    Goes<Unvoided, SettleAbsent, absent>,
    Goes<From<created, sent, delivered, delivery_failed, opened, acknowledged, answered, substitute_named,
              substitute_confirmed>, MakeVoid, voided>>;

using Lines = boost::mp11::mp_append<SendingLines, AnsweringLines, SubstituteLines, TimeLines, AttendanceLines>;

}  // namespace kallad::seat
