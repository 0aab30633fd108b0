// What time will demand of a case: a moment, a kind, and what it is about.
// Not a timer: due rows are stored by the desk, and when one's time has come the clock submits a
// command like any other actor (design, law of the four functions).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>

#include "engine/spine/instant.hpp"

namespace kallad {

/// The kinds of demand. Stored by name; a name never changes its meaning.
enum class DueKind {
  presume_delivery,  ///< no bounce within the routine's hours after the mail system accepted
  acknowledge_deadline,
  answer_deadline,
  remind_recipient,
  remind_mailbox,
  remind_head,
  attendance_open,  ///< the meeting is over and nobody has closed attendance
  plan_copy_due,
  activity_due,
  follow_up_due,
  consent_ends,
  yearly_review_due,      ///< LSS 10 §
  admission_notice_due,   ///< 2017:612 2 kap. 3 §
  discharge_summons_due,  ///< 2017:612 4 kap. 3 §
  payment_begins,         ///< 2017:612 5 kap. 4 §
  deficiency_answer_due,
  coming_list_due,       ///< the working day before the meeting: see who comes
  remind_activity,       ///< an activity's last day is near
  remind_activity_head,  ///< an activity is late, and its unit has been told
  plan_declined,         ///< a no to the plan as it is: people see to it, no time passes
};
BOOST_DESCRIBE_ENUM(DueKind, presume_delivery, acknowledge_deadline, answer_deadline,
                    remind_recipient, remind_mailbox, remind_head, attendance_open, plan_copy_due,
                    activity_due, follow_up_due, consent_ends, yearly_review_due,
                    admission_notice_due, discharge_summons_due, payment_begins,
                    deficiency_answer_due, coming_list_due, remind_activity, remind_activity_head,
                    plan_declined)

/// Whether `Due::about` is an activity.
constexpr bool is_about_activity(DueKind kind) {
  return kind == DueKind::activity_due || kind == DueKind::remind_activity ||
         kind == DueKind::remind_activity_head;
}

/// What the program does of itself when its time comes: a letter, or nothing. Nobody waits for it.
constexpr bool is_the_programs(DueKind kind) {
  return kind == DueKind::presume_delivery || kind == DueKind::remind_recipient ||
         kind == DueKind::remind_mailbox || kind == DueKind::remind_head ||
         kind == DueKind::coming_list_due || kind == DueKind::remind_activity ||
         kind == DueKind::remind_activity_head;
}

/// One demand. `number` is the meeting or the deficiency it is about (0: neither); `about` the
/// party or the activity (empty: neither). The same demand is the same value, so a due row can be
/// told from another.
struct Due {
  Instant at;
  DueKind kind = DueKind::answer_deadline;
  std::uint32_t number = 0;
  std::string about;
  auto operator<=>(const Due&) const = default;
};
BOOST_DESCRIBE_STRUCT(Due, (), (at, kind, number, about))

/// A deadline ends with a last second; what it demands falls due the second after.
inline constexpr std::chrono::seconds after_the_last_second{1};

}  // namespace kallad
