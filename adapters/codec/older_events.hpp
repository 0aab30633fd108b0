// Events as earlier versions of the program wrote them, and what each is now. Included wherever
// tables of events are made (event_codec.cpp, adapters/brain/messages.cpp) and nowhere else: one
// made without it could not read what stands in people's logs.
// Rule kept: what is written to disk is frozen. A struct here is never changed: it is what stands
// in people's logs.
#pragma once

#include "adapters/codec/describe.hpp"
#include "engine/deadline/routine_messages.hpp"
#include "engine/register/register_messages.hpp"

namespace kallad {

/// A routine before it said when activities are reminded of.
struct RoutineV1 {
  RoutineId id;
  std::string name;
  CouncilId council;
  Date valid_from{};
  std::optional<Date> valid_until;
  int version = 1;
  int summons_lead_working_days = 0;
  int acknowledge_within_working_days = 0;
  int answer_within_working_days = 0;
  int remind_recipient_on_working_day = 0;
  int remind_mailbox_on_working_day = 0;
  int remind_head_on_working_day = 0;
  int reminder_hour = 0;
  int presumed_delivery_after_hours = 0;
  int substitute_chain_depth = 0;
  int plan_copy_within_working_days = 0;
  int first_follow_up_within_weeks = 0;
  int follow_up_at_least_each_months = 0;
  int deficiency_answer_within_days = 0;
  bool officials_meeting_summons = false;
  bool coordination_meeting_summons = false;
};
BOOST_DESCRIBE_STRUCT(RoutineV1, (),
                      (id, name, council, valid_from, valid_until, version,
                       summons_lead_working_days, acknowledge_within_working_days,
                       answer_within_working_days, remind_recipient_on_working_day,
                       remind_mailbox_on_working_day, remind_head_on_working_day, reminder_hour,
                       presumed_delivery_after_hours, substitute_chain_depth,
                       plan_copy_within_working_days, first_follow_up_within_weeks,
                       follow_up_at_least_each_months, deficiency_answer_within_days,
                       officials_meeting_summons, coordination_meeting_summons))

struct RoutineRecordedV1 {
  static constexpr std::string_view id = "routine_recorded";
  static constexpr int version = 1;
  RoutineV1 routine;
};
BOOST_DESCRIBE_STRUCT(RoutineRecordedV1, (), (routine))

/// A unit before it said in which language letters to it are.
struct UnitV1 {
  UnitId id;
  PrincipalId principal;
  std::string name;
  std::string mailbox;
  std::string head;
  std::string head_contact;
  std::vector<std::string> deputies;
  std::optional<std::string> hsa_id;
};
BOOST_DESCRIBE_STRUCT(UnitV1, (),
                      (id, principal, name, mailbox, head, head_contact, deputies, hsa_id))

struct UnitRecordedV1 {
  static constexpr std::string_view id = "unit_recorded";
  static constexpr int version = 1;
  UnitV1 unit;
};
BOOST_DESCRIBE_STRUCT(UnitRecordedV1, (), (unit))

/// What the old one said goes into the present one's fields of the same name.
template <class Present, class Old>
void take_over(Present& now, const Old& old) {
  using boost::describe::describe_members;
  using boost::describe::mod_public;
  boost::mp11::mp_for_each<describe_members<Old, mod_public>>([&](auto was) {
    const auto& value = old.*was.pointer;
    boost::mp11::mp_for_each<describe_members<Present, mod_public>>([&](auto is) {
      auto& field = now.*is.pointer;
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field)>,
                                   std::remove_cvref_t<decltype(value)>>) {
        if (std::string_view{is.name} == was.name) field = value;
      }
    });
  });
}

/// What it did not say yet is as the default routine has it.
inline RoutineRecorded upcast(const RoutineRecordedV1& old) {
  RoutineRecorded now;
  take_over(now.routine, old.routine);
  return now;
}

inline UnitRecorded upcast(const UnitRecordedV1& old) {
  UnitRecorded now;
  take_over(now.unit, old.unit);
  return now;
}

}  // namespace kallad

template <>
struct kallad::codec::OlderVersions<kallad::UnitRecorded> {
  using list = boost::mp11::mp_list<kallad::UnitRecordedV1>;
};

template <>
struct kallad::codec::OlderVersions<kallad::RoutineRecorded> {
  using list = boost::mp11::mp_list<kallad::RoutineRecordedV1>;
};
