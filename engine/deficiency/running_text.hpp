// Finds the person in running text: name, identity number, and what points at them. The form's
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
  std::string_view rule;  ///< person_name_in_text, identity_number_in_text or staff_name_in_text
  TextSeverity severity = TextSeverity::refuse;
  std::size_t offset = 0;
  std::size_t length = 0;
  bool operator==(const TextFinding&) const = default;
};

/// Where `text` (UTF-8) names `person`, in the order of the text; places do not overlap. Refused:
/// the name, any part of it of three letters or more, also in the genitive, in upper or lower case,
/// composed or decomposed; the identity number with or without century, with any usual sign or
/// space between; initials with the birth date near them; a part of two letters ("Bo") that stands
/// with a capital inside a sentence. Warned about: the birth date alone, initials alone, a part of
/// two letters that begins a sentence, and a part of the name that is also an everyday word
/// ("hans", "per") where it stands in lower case. Never fails; bytes that are no UTF-8 end a word.
std::vector<TextFinding> find_identity(std::string_view text, const Person& person);

/// Where `text` names a member of staff by at least two names of `full_name`: warned about, for a
/// deficiency names organisations.
std::vector<TextFinding> find_staff(std::string_view text, std::string_view full_name);

}  // namespace kallad
