// Looks for what leads to somebody's door, telephone or mailbox: street addresses, telephone
// numbers, mail addresses.
// Not whose they are: a case knows nobody's address, so they are told by their shape.
#pragma once

#include <string_view>
#include <vector>

#include "engine/mention/words.hpp"

namespace kallad::mention {

/// Refused: a street with its number; a place with a number after "bor på" or "adress"; a mobile
/// telephone. Warned about: a postal code with its town; any other telephone.
void find_contacts(std::vector<TextFinding>& found, std::string_view text,
                   const std::vector<Word>& words);

/// Mail addresses: those of units may stand, others at a unit's domain are staff's and warned
/// about, all others are refused.
void find_mail(std::vector<TextFinding>& found, std::string_view text,
               const std::vector<std::string_view>& unit_mailboxes);

/// Telephone numbers as Swedes write them: mobiles are refused, being somebody's own; others, which
/// may be a unit's, warned about.
void find_telephones(std::vector<TextFinding>& found, std::string_view text);

}  // namespace kallad::mention
