// What a fact makes the world outside do. The engine wishes; the outbox runner sends.
// Not a letter: texts and addresses are the adapters', and no wish carries a person's name or
// reason.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>

#include "engine/spine/id.hpp"

namespace kallad {

/// The kinds of letters, and the one wish that is not a letter.
enum class WishKind {
  summons,          ///< kallelse, to one party
  changed_summons,  ///< the new version after a change
  cancellation,     ///< the meeting is cancelled in time
  reminder_to_recipient,
  reminder_to_mailbox,
  reminder_to_head,
  no_answer_to_coordinator,  ///< the answer deadline has passed
  decline_explained,         ///< what "cannot come" means for a summoned party, with the way to a
                             ///< substitute
  substitute_link,           ///< the substitute's own link
  substitute_released,  ///< who was to come in the party's place is not now: the meeting was moved,
                        ///< or another comes
  answer_confirmed,     ///< to the party that answered
  forwarded_summons,    ///< to the unit it was forwarded to
  attendance_reminder,  ///< nobody has closed attendance: to the coordinator
  demand_to_coordinator,  ///< some other demand has fallen due
  draft_to_coordinator,   ///< a deficiency was drafted or has grown: look at it
  stop_letters,           ///< consent is withdrawn: what is not sent yet is not sent
  coming_list,            ///< who comes, the working day before: to the chair
  plan_copy_told,         ///< a copy of the plan was handed out: to the unit that got it
  activity_reminder,      ///< the last day of an activity is near: to the unit that answers for it
  activity_overdue,       ///< that day has passed and it is not reported done
  activity_overdue_to_head,  ///< still not, days later: to the head of that unit
  agreement_asked,  ///< the meeting is over: whether the huvudman agrees to the plan, to one unit
  plan_declined_to_coordinator,  ///< somebody has said no to the plan
};
BOOST_DESCRIBE_ENUM(WishKind, summons, changed_summons, cancellation, reminder_to_recipient,
                    reminder_to_mailbox, reminder_to_head, no_answer_to_coordinator,
                    decline_explained, substitute_link, substitute_released, answer_confirmed,
                    forwarded_summons, attendance_reminder, demand_to_coordinator,
                    draft_to_coordinator, stop_letters, coming_list, plan_copy_told,
                    activity_reminder, activity_overdue, activity_overdue_to_head, agreement_asked,
                    plan_declined_to_coordinator)

/// One wish. `number` is the meeting or deficiency (0: neither), `to` the party (empty: the
/// coordinator, or nobody). Of activities the letter is one for a party, whichever they are.
struct Wish {
  WishKind kind = WishKind::summons;
  std::uint32_t number = 0;
  PartyId to;
  bool operator==(const Wish&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (kind, number, to))

}  // namespace kallad
