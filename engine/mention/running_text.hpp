// Finds people in running text: the person, those beside, and what leads to anybody. The form's
// cover may say who it is about; its running text may not, so that it can be reviewed without
// naming anybody. Not a judge: it tells what stands where and how grave that is;
// deficiency_rules.hpp refuses. Rule kept (domain 3, rulings "Deficiency"): the person's name and
// number are refused in running text; birth date or initials alone, and names of staff, are warned
// about.
#pragma once

#include <string_view>
#include <vector>

#include "engine/consent/person.hpp"

namespace kallad {

enum class TextSeverity { refuse, warn };

/// One place in a text. `offset` and `length` count bytes of its UTF-8.
struct TextFinding {
  std::string_view rule;  ///< person_name_in_text, relative_name_in_text, identity_number_in_text,
                          ///< contact_details_in_text or staff_name_in_text
  TextSeverity severity = TextSeverity::refuse;
  std::size_t offset = 0;
  std::size_t length = 0;
  bool operator==(const TextFinding&) const = default;
};

/// Whom a case knows. Nothing of it is owned.
struct PeopleOfCase {
  const Person& person;
  std::vector<std::string_view> beside;          ///< names of relatives and representatives
  std::vector<std::string_view> unit_mailboxes;  ///< addresses a text may give
};

/// Where `text` (UTF-8) names `person`, in the order of the text; places do not overlap. Refused:
/// the name, any part of it of three letters or more, also in the genitive, in a compound, in upper
/// or lower case, composed or decomposed; the identity number with or without century, with any
/// usual sign between or with words between the birth date and the last four; initials with the
/// birth date near them; a part of two letters ("Bo") that stands with a capital inside a sentence.
/// Warned about: the birth date alone, initials alone, the name without its marks (Akesson), and a
/// part that is also an everyday word ("hans", "per", "Bo") in lower case or where it begins a
/// sentence and nobody does anything in the next word. Letters and digits of other alphabets that
/// look like ours, and signs that nobody sees, change nothing (mention/smooth.hpp). Never fails;
/// bytes that are no UTF-8 end a word.
std::vector<TextFinding> find_identity(std::string_view text, const Person& person);

/// The person, and the names of those beside as the person's own; nothing of anybody else.
std::vector<TextFinding> find_known(std::string_view text, const PeopleOfCase& people);

/// What leads to anybody, whoever it is. Refused: a valid identity number, a street with its number
/// or a place after "bor på", a mobile telephone, a mail address outside the units' domains,
/// initials beside a birth date. Warned about: a birth date, another telephone, a postal code with
/// its town, a mail address of staff.
std::vector<TextFinding> find_anybody(std::string_view text,
                                      const std::vector<std::string_view>& unit_mailboxes);

/// Both, and the names of those beside the person as the person's own.
std::vector<TextFinding> find_people(std::string_view text, const PeopleOfCase& people);

/// Where `text` names a member of staff by at least two names of `full_name`: warned about, for a
/// deficiency names organisations.
std::vector<TextFinding> find_staff(std::string_view text, std::string_view full_name);

}  // namespace kallad
