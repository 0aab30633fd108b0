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
using Live = From<sent, delivered, delivery_failed, opened, acknowledged, answered, substitute_named,
                  substitute_confirmed>;
using Settled = From<attended, absent>;
using InTime = All<SummonsStands, AttendanceIsOpen>;

using SendingLines = boost::mp11::mp_list<
    Goes<From<created>, Send, sent>,
    Goes<From<sent, delivery_failed>, DeliveryAcceptedBy, sent>,
    Stays<From<delivered, opened, acknowledged, answered, substitute_named, substitute_confirmed, attended, absent>, DeliveryAcceptedBy>,
    Goes<From<sent, delivered, delivery_failed>, DeliveryProven, delivered>,
    Stays<From<opened, acknowledged, answered, substitute_named, substitute_confirmed, attended, absent>, DeliveryProven>,
    Goes<From<sent>, PresumeDelivery, delivered>,
    Goes<From<sent, delivered, delivery_failed>, DeliveryBroken, delivery_failed>,
    Stays<From<absent, attended>, DeliveryBroken>,
    Stays<From<delivered, opened, acknowledged, answered, substitute_named, substitute_confirmed, attended, absent>, BounceAfterProof>>;

using AnsweringLines = boost::mp11::mp_list<
    Goes<From<sent, delivered, delivery_failed>, OpenSummons, opened>,
    Stays<From<opened, acknowledged, answered, substitute_named, substitute_confirmed, attended, absent>, OpenSummons>,
    Goes<From<sent, delivered, delivery_failed, opened>, Acknowledge, acknowledged, All<OwnSeat, SummonsStands, AttendanceIsOpen>>,
    Stays<From<acknowledged, answered, substitute_named, substitute_confirmed, attended, absent, voided>, Acknowledge,
          All<OwnSeat, SummonsStands, AttendanceIsOpen>>,
    Goes<Live, AnswerSummons, answered,
         All<OwnSeat, AttendanceIsOpen, AnswerGivenInPast, ForwardHasReceiver, ForwardInsidePrincipal, ForwardIsNew, InsideConsent>>,
    Stays<From<attended, absent, voided>, AnswerSummons, InTime>>;

using SubstituteLines = boost::mp11::mp_list<
    Goes<Live, NameSubstitute, substitute_named,
         All<OwnSeat, AttendanceIsOpen, SubstituteIsNamed, SubstituteOfSamePrincipal, InsideConsent, NamerHasDuty,
             SubstituteChainHasNoLoop, SubstituteChainNotTooDeep>>,
    Stays<From<attended, absent, voided>, NameSubstitute, InTime>,
    Goes<From<substitute_named>, ConfirmSubstitute, substitute_confirmed, All<AttendanceIsOpen, SubstituteIsComplete>>,
    Stays<From<substitute_confirmed>, ConfirmSubstitute, All<AttendanceIsOpen>>,
    Stays<From<attended, absent, voided>, ConfirmSubstitute, InTime>,
    Goes<From<substitute_named, substitute_confirmed>, DeclineSubstitution, answered, All<AttendanceIsOpen>>,
    Stays<From<attended, absent, voided>, DeclineSubstitution, InTime>,
    Goes<From<substitute_named, substitute_confirmed>, DeclineInChain, substitute_confirmed, All<AttendanceIsOpen>>,
    Goes<From<substitute_named, substitute_confirmed>, TakeBackSeat, answered, All<AttendanceIsOpen, FirstRepresentativeTakesBack>>,
    Stays<From<attended, absent, voided>, TakeBackSeat, InTime>>;

using TimeLines = boost::mp11::mp_list<
    Stays<From<sent, delivered, delivery_failed, opened>, PassAcknowledgeDeadline, All<DeadlineHasPassed>>,
    Stays<From<sent, delivered, delivery_failed, opened, acknowledged, answered>, PassAnswerDeadline, All<DeadlineHasPassed>>,
    Stays<Unanswered, Remind>>;

using AttendanceLines = boost::mp11::mp_list<
    Stays<From<created, sent, delivered, delivery_failed, opened, acknowledged, answered, substitute_named, substitute_confirmed, attended, absent>,
          MarkAttendance, All<AttendanceIsOpen, MayNoteAttendance, MarkFitsParty>>,
    Stays<From<created, sent, delivered, delivery_failed, opened, acknowledged, answered, substitute_named, substitute_confirmed, attended, absent>,
          UnmarkAttendance, All<AttendanceIsOpen, MayNoteAttendance>>,
    Goes<From<created, sent, delivered, delivery_failed, opened, acknowledged, answered, substitute_named, substitute_confirmed, attended, absent>,
         SettlePresent, attended>,
    Goes<From<created, sent, delivered, delivery_failed, opened, acknowledged, answered, substitute_named, substitute_confirmed, attended, absent>,
         SettleAbsent, absent>,
    Goes<From<created, sent, delivered, delivery_failed, opened, acknowledged, answered, substitute_named, substitute_confirmed>, MakeVoid, voided>>;

using Lines = boost::mp11::mp_append<SendingLines, AnsweringLines, SubstituteLines, TimeLines, AttendanceLines>;

}  // namespace kallad::seat
