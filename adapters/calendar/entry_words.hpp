// The few words a calendar entry says, in Swedish and English. Not a letter: those are longer and
// may be overridden; these may not, so that nothing gets into somebody's lock screen.
// Rule kept (domain.md 6): case number, time, place or link; no purpose, no name, no reason.
#pragma once

#include <string>

#include "adapters/calendar/invitation.hpp"

namespace kallad::calendar {

/// One line, with the case number.
std::string summary_of(const Entry& entry, bool cancelled);

/// What to do, in whole sentences, with the links there are.
std::string description_of(const Entry& entry, bool cancelled);

/// What a subscribed calendar is called.
std::string feed_name(Language language);

}  // namespace kallad::calendar
