// The local routine: every number the process runs on that no law sets, with its name, unit and
// basis. Not law: outside the discharge act no law sets a number, so each value here is shown as
// "lokal standard". Rules kept (domain.md 5 and 8): the values marked as the routine's are data; a
// routine is valid by date, and a changed routine counts for what is sent afterwards (the caller
// asks with the day of sending).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/deadline/legal_reference.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// One version of one routine. As constructed it holds the values of the default routine.
struct Routine {
  RoutineId id;
  std::string name;
  CouncilId council;  ///< whose routine; empty: the default, for every council without its own
  Date valid_from{};  ///< first local day
  std::optional<Date> valid_until;  ///< last local day, included; none: until further notice
  int version = 1;

  int summons_lead_working_days = 10;  ///< kallelse at least so long before the meeting (not SVU)
  int acknowledge_within_working_days = 2;  ///< kvittens, from sending
  int answer_within_working_days = 5;       ///< answer, from sending
  int remind_recipient_on_working_day = 2;  ///< the ladder, counted from sending
  int remind_mailbox_on_working_day = 3;
  int remind_head_on_working_day = 4;
  int reminder_hour = 9;  ///< local hour of every reminder, 0-23
  int presumed_delivery_after_hours =
      24;                          ///< accepted and not bounced for so long: presumed delivered
  int substitute_chain_depth = 3;  ///< links in a chain of substitutes
  int plan_copy_within_working_days = 5;        ///< from the meeting
  int remind_activity_working_days_before = 5;  ///< before an activity's last day, to its unit
  int remind_activity_head_on_working_day = 4;  ///< after that day, to the head of the unit
  int first_follow_up_within_weeks = 12;        ///< from the meeting
  int follow_up_at_least_each_months = 6;       ///< from the last follow-up, or the meeting
  int deficiency_answer_within_days = 60;       ///< calendar days, then on to a working day
  bool officials_meeting_summons = false;       ///< tjänstemannamöte: false = all are invited
  bool coordination_meeting_summons = true;     ///< standing coordination meeting: true = summoned
  bool operator==(const Routine&) const = default;
};
BOOST_DESCRIBE_STRUCT(Routine, (),
                      (id, name, council, valid_from, valid_until, version,
                       summons_lead_working_days, acknowledge_within_working_days,
                       answer_within_working_days, remind_recipient_on_working_day,
                       remind_mailbox_on_working_day, remind_head_on_working_day, reminder_hour,
                       presumed_delivery_after_hours, substitute_chain_depth,
                       plan_copy_within_working_days, remind_activity_working_days_before,
                       remind_activity_head_on_working_day, first_follow_up_within_weeks,
                       follow_up_at_least_each_months, deficiency_answer_within_days,
                       officials_meeting_summons, coordination_meeting_summons))

/// What a value rests on; decides whether a page may call it law.
enum class Basis { law, local_standard };
BOOST_DESCRIBE_ENUM(Basis, law, local_standard)

/// What a value counts.
enum class Measure {
  working_days,
  calendar_days,
  weeks,
  months,
  hours,
  hour_of_day,  ///< local hour, 0-23
  links,        ///< of a chain of substitutes
  yes_no,       ///< 1 or 0
};
BOOST_DESCRIBE_ENUM(Measure, working_days, calendar_days, weeks, months, hours, hour_of_day, links,
                    yes_no)

/// One value as it is shown, with what it rests on.
struct RoutineValue {
  std::string_view id;  ///< the name of the field in Routine, or of the limit in the discharge act
  int value = 0;
  Measure unit = Measure::working_days;
  Basis basis = Basis::local_standard;
  LegalReference reference;  ///< empty for a local standard
  bool operator==(const RoutineValue&) const = default;
};
BOOST_DESCRIBE_STRUCT(RoutineValue, (), (id, value, unit, basis, reference))

/// Every value in force under `routine`: its own as local standard, in the order of the struct,
/// then the numbers of the discharge act (2017:612) as law, the same under every routine.
std::vector<RoutineValue> routine_values(const Routine& routine);

/// The routine that counts for `council` on the local day `day`: the council's own, else the
/// default one; of several the one valid from the latest day, then the highest version. Null where
/// none is valid. The pointer lives as long as the element of `routines`.
const Routine* routine_at(const std::vector<Routine>& routines, const CouncilId& council, Date day);

/// The reasons why `routine` cannot be used, none where it can. Rules, in this order:
/// routine_id_missing, routine_valid_from_missing, routine_ends_before_it_begins,
/// routine_value_out_of_range (field, value, least, most), routine_ladder_out_of_order.
Refusals check(const Routine& routine);

}  // namespace kallad
