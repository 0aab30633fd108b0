// Whether a letter is still needed, and whose link it carries, by the case as it is now.
// Not as it was when the letter was wished: the program may have stood still for a week between.
// Rules kept: "only steps still needed are sent", quiet after an answer, rulings "Consent"
// (a withdrawal stops letters not yet sent) and "Substitutes" (the duty is with whoever named).
#pragma once

#include <optional>

#include "adapters/answer_link/link_token.hpp"
#include "adapters/letter/letter.hpp"
#include "engine/between/case_file.hpp"

namespace kallad::letter {

/// Why the letter is not sent at `now` (UTC); nothing where it is. Addresses are not asked for.
std::optional<NoLetter> why_not(const CaseFile& file, const Wish& wish, const Ground& ground,
                                Instant now);

/// The substitute whom `decline_explained` is for: the one who named a substitute that said no.
/// Null where it is for the party itself.
const ChainLink* namer_of_declined(const Seat& seat);

/// Whether the party sends a substitute and there is none: the one named last has said no, or none
/// is named yet. (The seat does not keep which of the two it is.)
bool lacks_substitute(const Seat& seat);

/// The party's seat of the last version before the present one that a substitute was to come for;
/// null where there was none.
const Seat* seat_given_up(const Meeting& meeting, const PartyId& party);

/// Substitutes of the party who need not come any more, and may hold the time free: all of a seat
/// that was given up, and those who were replaced at the present one.
std::vector<const ChainLink*> released_at(const Meeting& meeting, const PartyId& party);

/// The last day of the activity a letter about activities is for, the earliest where there are
/// several; nothing where there is none: it is reported done, it was moved, another answers for it.
std::optional<Date> activity_day(const CaseFile& file, const Wish& wish, const Ground& ground,
                                 Instant now);

/// The link the letter carries; nothing where it carries none.
std::optional<LinkName> link_of(const CaseFile& file, const Wish& wish);

}  // namespace kallad::letter
