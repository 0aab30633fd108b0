// Of a case's letters those that are wished and have not left: what each waits for, and till when.
// Not the sending, which asks the same function (mailroom/outgoing/round.hpp). Rule kept: said
// without addresses, and in no words of the letter.
#pragma once

#include <vector>

#include "adapters/api/letters/letter_answers.hpp"
#include "adapters/mailroom/mailroom.hpp"

namespace kallad::api {

/// The next to leave first; last those that could not be sent for want of an address. `now` UTC.
/// Throws StoreError.
std::vector<LetterWaiting> waiting_letters(const CaseFile& file, const LetterGround& from,
                                           mailroom::Mailroom& mail, Instant now);

}  // namespace kallad::api
