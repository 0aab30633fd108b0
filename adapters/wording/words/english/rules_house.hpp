// What the register, the routine, the codec and the desk refuse, in English.
// One row a rule, {name} for a value of its data. Not when it is refused:
// the engine and the codec say that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto house_rules = std::to_array<RuleText>({
    {"id_required",
     "Write an id in {field}."},
    {"name_required",
     "Write a name in {field}."},
    {"principal_unknown",
     "The authority {value} is not in the register. Add it first."},
    {"council_unknown",
     "The local council {value} is not in the register. Add it first."},
    {"hsa_id_malformed",
     "The HSA-id has not the right form: SE, ten digits, a hyphen and letters or digits. "
     "Correct it, or leave the field empty."},
    {"language_unknown",
     "The language is sv (Swedish) or en (English), or left empty."},
    {"until_before_from",
     "The last day comes before the first day. Correct the days."},
    {"routine_id_missing",
     "Give the routine an id."},
    {"routine_valid_from_missing",
     "Write from which day the routine holds."},
    {"routine_ends_before_it_begins",
     "The routine ends ({valid_until}) before it begins ({valid_from}). Correct the days."},
    {"routine_value_out_of_range",
     "The value {value} of {field} is outside {least}–{most}. Correct the value."},
    {"routine_ladder_out_of_order",
     "The reminders come in the wrong order: recipient day {recipient}, mailbox day {mailbox}, "
     "head day {head}. Correct the days."},
    {"routine_version_is_recorded",
     "Version {version} of the routine {routine} is there already, with other values. Save the "
     "change as a new version."},
    {"not_json",
     "The content is not valid JSON. Correct it and send it again."},
    {"duplicate_field",
     "The field stands twice. Take one of them out."},
    {"too_deep",
     "The content has too many levels. Make it simpler."},
    {"unknown_field",
     "There is no such field. Take it out, or correct its spelling."},
    {"missing_field",
     "This is missing. Fill it in."},
    {"wrong_type",
     "The value is of the wrong kind, {expected} was expected. Correct it."},
    {"bad_date",
     "The day does not exist or is written wrongly. Write it as {form}."},
    {"bad_time",
     "The time does not exist or is written wrongly. Write it as {form}."},
    {"bad_id",
     "The id is written wrongly. Use small letters a–z, digits, and . _ - / between them."},
    {"unknown_value",
     "There is no such value. Choose one of: {allowed}."},
    {"too_long",
     "The content is too long, at most {limit} is allowed. Shorten it."},
    {"bad_text",
     "The text has characters that cannot be read. Write it anew."},
    {"out_of_range",
     "The number is too large or too small. Choose a number between {least} and {most}."},
    {"number_too_large",
     "The number is larger than any that can be read. Write a smaller one."},
    {"unknown_command",
     "There is no such command. Check its spelling."},
    {"unknown_event",
     "There is no such event in this version of the program. Update the program."},
    {"unknown_version",
     "That version of {type} cannot be read. Update the program."},
    {"version_conflict",
     "Somebody else has changed the case since you opened it. Load it again and make your "
     "change anew."},
    {"command_id_reused",
     "The same command id has been used for something else. Send again with a new id."},
    {"overloaded",
     "Many are saving right now. Nothing was saved. Try again in a while."},
    {"store_full",
     "There is no space left. Nothing was saved. Tell operations and try again."},
    {"store_failed",
     "The store does not work. It is uncertain whether your change was saved. Tell operations, "
     "and check the case afterwards."},
    {"accident",
     "Something went wrong in the program. Nothing was saved. Tell operations."},
    {"stopped",
     "The program is shutting down. Nothing was saved. Try again when it has started."},
    {"no_such_case",
     "There is no such case, or it is not open to you. Check the number, or ask the "
     "coordinator."},
    {"may_not",
     "Your role in the case does not include this: {command}. Ask someone who has the role to "
     "do it."},
    {"not_own",
     "This concerns another unit than yours: {command}. Ask that unit, or the coordinator, to "
     "do it."},
    {"may_only_read",
     "Your unit reads what it was given, and the case is no longer shared with it. So this is "
     "not possible: {command}. Ask the coordinator."},
});
// clang-format on

}  // namespace kallad::words::english
