// What may stand in a calendar text, field by field. Not an escape: libical escapes text, but puts
// addresses, links and ids as they are, so those must be harmless before it sees them.
// Rule kept: no field's content can become a property of its own, or end a line.
#pragma once

#include <optional>

#include "adapters/calendar/invitation.hpp"

namespace kallad::calendar {

/// The first field of the entry that cannot be written; nothing where all can.
std::optional<WriteFault> fault_of(const Entry& entry);

/// The same of a mailbox: the address is one (address.hpp), the display one line of UTF-8.
std::optional<WriteFault> fault_of(const Mailbox& mailbox);

}  // namespace kallad::calendar
