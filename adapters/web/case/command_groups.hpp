// Which commands stand together on a case's page, and which comes first, as tables.
// Not which can be said: the API tells that. Rule kept: every command an account may say stands in
// one group (tested), so that no wish is without a way.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "adapters/web/template/texts.hpp"

namespace kallad::web {

struct CommandRows {
  TextKey heading;
  std::span<const std::string_view> commands;
};

inline constexpr auto prepare_rows = std::to_array<std::string_view>(
    {"record_consent", "add_party", "record_mapping", "record_discharge_facts",
     "call_officials_meeting", "record_officials_meeting", "remove_party", "withdraw_consent",
     "hand_over_coordination", "accept_coordination", "take_over_plan", "record_origin",
     "correct_person"});
inline constexpr auto summon_rows = std::to_array<std::string_view>(
    {"send_summons", "summon_party", "assign_roles", "change_meeting", "cancel_meeting"});
inline constexpr auto answer_rows = std::to_array<std::string_view>(
    {"answer", "acknowledge", "name_substitute", "confirm_substitute", "decline_substitution",
     "take_back_seat", "record_delivery", "open_summons"});
inline constexpr auto meeting_rows = std::to_array<std::string_view>(
    {"open_meeting", "mark_attendance", "unmark_attendance", "close_attendance", "end_meeting",
     "correct_attendance", "call_off_meeting"});
inline constexpr auto plan_rows =
    std::to_array<std::string_view>({"record_goal", "record_activity", "record_plan_points",
                                     "agree_plan", "decline_plan", "hand_out_copy"});
inline constexpr auto after_rows = std::to_array<std::string_view>(
    {"report_activity", "hold_follow_up", "record_evaluation", "continue_plan", "close_case"});
/// Those but the first are about one deficiency each, and stand with it.
inline constexpr auto deficiency_rows = std::to_array<std::string_view>(
    {"write_deficiency", "complete_deficiency", "hand_to_own_manager", "send_to_counterpart",
     "answer_deficiency", "send_to_council_secretary", "put_before_council", "accept_deficiency",
     "rule_not_a_deficiency", "send_back", "resume", "close_deficiency", "contest_deficiency",
     "withdraw_deficiency"});

/// On the page Gallring, case by case or many at once, and not on a case's own.
inline constexpr auto disposal_rows =
    std::to_array<std::string_view>({"dispose_copy", "keep_copy"});

inline constexpr auto command_groups = std::to_array<CommandRows>({
    {"case.group_prepare"_text, prepare_rows},
    {"case.group_summon"_text, summon_rows},
    {"case.group_answer"_text, answer_rows},
    {"case.group_meeting"_text, meeting_rows},
    {"case.group_plan"_text, plan_rows},
    {"case.group_after"_text, after_rows},
});

/// What is said in few cases: folded away where it can be said. Facts of a discharge are of
/// discharge cases, and there nothing is rarer than others.
inline constexpr auto rare_commands = std::to_array<std::string_view>(
    {"record_discharge_facts", "call_officials_meeting", "hand_over_coordination",
     "record_delivery", "open_summons", "decline_plan", "take_over_plan", "record_origin",
     "correct_person"});

/// Commands that stand on a page of their own, once a meeting has been called: the end of its
/// address.
struct PlacedCommand {
  std::string_view command;
  std::string_view end;
};
inline constexpr auto placed_commands = std::to_array<PlacedCommand>({
    {"assign_roles", "/meeting#roles"},
    {"open_meeting", "/meeting"},
    {"mark_attendance", "/meeting#attendance"},
    {"unmark_attendance", "/meeting#attendance"},
    {"close_attendance", "/meeting#attendance"},
    {"correct_attendance", "/meeting#attendance"},
    {"call_off_meeting", "/meeting#attendance"},
    {"end_meeting", "/meeting#end"},
    {"record_goal", "/meeting#plan"},
    {"record_activity", "/meeting#plan"},
    {"record_plan_points", "/meeting#points"},
    {"agree_plan", "/meeting#agreement"},
});

/// The page's main action is the first of these that can be said.
inline constexpr auto first_choices = std::to_array<std::string_view>(
    {"accept_coordination", "end_meeting", "open_meeting", "close_attendance", "record_consent",
     "send_summons", "add_party", "assign_roles", "record_evaluation", "hold_follow_up",
     "close_case", "report_activity", "answer"});

}  // namespace kallad::web
