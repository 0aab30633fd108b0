// A mail address as calendar programs write it: with mailto: in any case, escapes and brackets;
// made one form, so that two of them can be compared. Not a check whether somebody reads mail
// there. Rule kept (domain.md 8, "Mail"): a reply counts when ATTENDEE is the seat's address, so
// the same address must look the same, and what is no address must never look like one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kallad::calendar {

/// The address in lower case, without mailto:, percent escapes, brackets, blanks and ?headers; at
/// most 254 letters of plain ASCII. Nothing where it is none ("invalid:nomail", an X.500 name).
std::optional<std::string> normal_address(std::string_view written);

/// What stands after the @ of a normal address.
std::string_view domain_of(std::string_view address);

/// The address as a URI for ORGANIZER and ATTENDEE; `address` is a normal one.
std::string as_mailto(std::string_view address);

}  // namespace kallad::calendar
