// The table of a routine's values: field, unit, and the range within which a number makes sense.
// And whether a wish to record one may be granted. Not where a routine is kept: the store hands
// routines in, check() says whether they can be used.
#include "engine/deadline/routine.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "engine/deadline/discharge.hpp"
#include "engine/deadline/routine_messages.hpp"

namespace kallad {

namespace {

/// What is known of one number of a routine. The range keeps out nonsense, not unusual choices.
struct Field {
  std::string_view id;
  int Routine::*value;
  Measure unit;
  int least;
  int most;
};

constexpr std::array<Field, 15> fields{{
    {"summons_lead_working_days", &Routine::summons_lead_working_days, Measure::working_days, 0,
     250},
    {"acknowledge_within_working_days", &Routine::acknowledge_within_working_days,
     Measure::working_days, 1, 250},
    {"answer_within_working_days", &Routine::answer_within_working_days, Measure::working_days, 1,
     250},
    {"remind_recipient_on_working_day", &Routine::remind_recipient_on_working_day,
     Measure::working_days, 1, 250},
    {"remind_mailbox_on_working_day", &Routine::remind_mailbox_on_working_day,
     Measure::working_days, 1, 250},
    {"remind_head_on_working_day", &Routine::remind_head_on_working_day, Measure::working_days, 1,
     250},
    {"reminder_hour", &Routine::reminder_hour, Measure::hour_of_day, 0, 23},
    {"presumed_delivery_after_hours", &Routine::presumed_delivery_after_hours, Measure::hours, 0,
     8784},
    {"substitute_chain_depth", &Routine::substitute_chain_depth, Measure::links, 1, 20},
    {"plan_copy_within_working_days", &Routine::plan_copy_within_working_days,
     Measure::working_days, 0, 250},
    {"remind_activity_working_days_before", &Routine::remind_activity_working_days_before,
     Measure::working_days, 0, 250},
    {"remind_activity_head_on_working_day", &Routine::remind_activity_head_on_working_day,
     Measure::working_days, 1, 250},
    {"first_follow_up_within_weeks", &Routine::first_follow_up_within_weeks, Measure::weeks, 1,
     520},
    {"follow_up_at_least_each_months", &Routine::follow_up_at_least_each_months, Measure::months, 1,
     120},
    {"deficiency_answer_within_days", &Routine::deficiency_answer_within_days,
     Measure::calendar_days, 1, 3660},
}};

RoutineValue yes_no(std::string_view id, bool value) {
  return {id, value ? 1 : 0, Measure::yes_no, Basis::local_standard, {}};
}

void append_discharge_law(std::vector<RoutineValue>& values) {
  const auto add = [&values](std::string_view id, int value, Measure unit,
                             const LegalReference& reference) {
    values.push_back({id, value, unit, Basis::law, reference});
  };
  add("admission_notice_within_hours", discharge_law::admission_notice_hours, Measure::hours,
      discharge_law::admission_notice);
  add("discharge_summons_within_days", discharge_law::summons_days, Measure::calendar_days,
      discharge_law::summons);
  add("payment_from_day", discharge_law::payment_days, Measure::calendar_days,
      discharge_law::payment);
  add("payment_from_day_after_noon", discharge_law::payment_days_after_noon, Measure::calendar_days,
      discharge_law::payment);
}

bool is_valid_on(const Routine& routine, Date day) {
  return routine.valid_from <= day && (!routine.valid_until || day <= *routine.valid_until);
}

bool is_newer(const Routine& one, const Routine& other) {
  if (one.valid_from != other.valid_from) return one.valid_from > other.valid_from;
  return one.version > other.version;
}

const Routine* newest_of(const std::vector<Routine>& routines, const CouncilId& council, Date day) {
  const Routine* found = nullptr;
  for (const Routine& routine : routines) {
    if (routine.council != council || !is_valid_on(routine, day)) continue;
    if (!found || is_newer(routine, *found)) found = &routine;
  }
  return found;
}

void check_head(const Routine& routine, Refusals& refusals) {
  if (routine.id.empty()) refusals.push_back({"routine_id_missing", {}});
  if (!routine.valid_from.ok()) refusals.push_back({"routine_valid_from_missing", {}});
  if (routine.valid_until && *routine.valid_until < routine.valid_from) {
    refusals.push_back(
        {"routine_ends_before_it_begins",
         {{"valid_from", iso(routine.valid_from)}, {"valid_until", iso(*routine.valid_until)}}});
  }
}

void check_range(const Routine& routine, const Field& field, Refusals& refusals) {
  const int value = routine.*field.value;
  if (field.least <= value && value <= field.most) return;
  refusals.push_back({"routine_value_out_of_range",
                      {{"field", std::string{field.id}},
                       {"value", std::to_string(value)},
                       {"least", std::to_string(field.least)},
                       {"most", std::to_string(field.most)}}});
}

void check_ladder(const Routine& routine, Refusals& refusals) {
  // Two steps on the same day are a choice; a later step before an earlier one is a mistake.
  const int recipient = routine.remind_recipient_on_working_day;
  const int mailbox = routine.remind_mailbox_on_working_day;
  const int head = routine.remind_head_on_working_day;
  if (recipient <= mailbox && mailbox <= head) return;
  refusals.push_back({"routine_ladder_out_of_order",
                      {{"recipient", std::to_string(recipient)},
                       {"mailbox", std::to_string(mailbox)},
                       {"head", std::to_string(head)}}});
}

}  // namespace

std::vector<RoutineValue> routine_values(const Routine& routine) {
  std::vector<RoutineValue> values;
  for (const Field& field : fields) {
    values.push_back({field.id, routine.*field.value, field.unit, Basis::local_standard, {}});
  }
  values.push_back(yes_no("officials_meeting_summons", routine.officials_meeting_summons));
  values.push_back(yes_no("coordination_meeting_summons", routine.coordination_meeting_summons));
  append_discharge_law(values);
  return values;
}

const Routine* routine_at(const std::vector<Routine>& routines, const CouncilId& council,
                          Date day) {
  const Routine* own = newest_of(routines, council, day);
  return own ? own : newest_of(routines, CouncilId{}, day);
}

Refusals check(const Routine& routine) {
  Refusals refusals;
  check_head(routine, refusals);
  for (const Field& field : fields) check_range(routine, field, refusals);
  check_ladder(routine, refusals);
  return refusals;
}

namespace routines {

Verdict<RoutineEvent> decide(const std::vector<Routine>& known, const RoutineCommand& command) {
  const Routine& wish = boost::variant2::get<RecordRoutine>(command).routine;
  Refusals why = check(wish);
  const auto same = std::find_if(known.begin(), known.end(), [&](const Routine& each) {
    return each.id == wish.id && each.version == wish.version;
  });
  if (same != known.end() && *same == wish) return Verdict<RoutineEvent>::accepted({});
  if (same != known.end()) {
    why.push_back({"routine_version_is_recorded",
                   {{"routine", wish.id.text}, {"version", std::to_string(wish.version)}}});
  }
  if (!why.empty()) return Verdict<RoutineEvent>::refused(std::move(why));
  return Verdict<RoutineEvent>::accepted({RoutineRecorded{wish}});
}

Routine default_routine() {
  Routine routine;
  routine.id = RoutineId{"default"};
  routine.name = "Kallads förvalda rutin";
  routine.valid_from = std::chrono::year{2000} / std::chrono::January / 1;
  return routine;
}

}  // namespace routines
}  // namespace kallad
