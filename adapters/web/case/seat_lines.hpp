// The present meeting with its seats, as texts.
// Not who may see them. Rule kept: every state of a seat has its word and its time, so that nobody
// needs to guess whether a summons was seen.
#pragma once

#include "adapters/web/case/case_view.hpp"

namespace kallad::web {

/// The latest meeting of the case; nothing where none was called.
std::optional<MeetingPart> meeting_part(const CaseView& shown, const Calendar& calendar,
                                        Instant now, Language language);

}  // namespace kallad::web
