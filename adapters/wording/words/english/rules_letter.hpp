// Why a letter is not sent, and why a text cannot be a letter's template, in English.
// One row a rule, {name} for a value of its data. Not when it is so: adapters/letter says that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto letter_rules = std::to_array<RuleText>({
    {"letter_is_none", "This is no letter: it stops other letters."},
    {"letter_already_answered", "Nothing is sent: the party has answered."},
    {"letter_already_done", "Nothing is sent: it has been done."},
    {"letter_replaced", "Nothing is sent: a newer letter says what holds."},
    {"letter_meeting_begun", "Nothing is sent: the meeting has begun or is over."},
    {"letter_meeting_cancelled", "Nothing is sent: the meeting is cancelled or was not held."},
    {"letter_consent_withdrawn", "Nothing is sent: consent has been withdrawn."},
    {"letter_outside_consent", "Nothing is sent: consent does not cover the unit."},
    {"letter_party_left", "Nothing is sent: the party is no longer in the case."},
    {"letter_case_closed", "Nothing is sent: the case is closed."},
    {"letter_without_seat", "Nothing is sent: the party has no seat at the meeting."},
    {"letter_without_address",
     "Nothing can be sent: there is no e-mail address. Add one to the register, or tell the "
     "party in another way."},
    {"letter_text_file_unknown",
     "The file is not used: its name is no letter's. Name it as the letter, with .sv.txt or "
     ".en.txt, in a folder with the id of the council."},
    {"letter_text_file_unreadable",
     "The file or the folder could not be read. Check the permissions."},
    {"template_too_long", "The text is too long for a letter. Shorten it."},
    {"template_subject_missing", "Line {line}: write a subject at the top."},
    {"template_subject_too_long", "Line {line}: the subject is too long. Shorten it."},
    {"template_subject_not_alone", "Line {line}: leave the line below the subject empty."},
    {"template_without_body", "Line {line}: write the letter's text below the subject."},
    {"template_field_unknown",
     "Line {line}: {value} is no field that letters can have. Use a field of the list."},
    {"template_field_in_subject",
     "Line {line}: {value} cannot stand in the subject, which others can see. Move the field to "
     "the text."},
    {"template_field_missing", "The letter needs {value}. Add the field."},
    {"template_tag_forbidden",
     "Line {line}: {value} cannot be used. Write fields as in the original, without spaces."},
    {"template_section_open",
     "Line {line}: the part {value} is not opened or not ended. Each part begins and ends with "
     "the same field."},
    {"template_link",
     "Line {line}: a link stands alone on its line and leads to one of the fields for links."},
    {"template_markup", "Line {line}: take out < > and braces that belong to no field."},
    {"template_address",
     "Line {line}: {value} belongs to an address. Write no address in the text; use a field."},
    {"template_character",
     "Line {line}: the line holds a character that is not seen, or is no text. Write it anew."},
    {"template_number",
     "Line {line}: a long row of digits may be an identity number. Take it out."},
});
// clang-format on

}  // namespace kallad::words::english
