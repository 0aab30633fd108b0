// What the part message/delivery-status of a report says (RFC 3464), and what a status code means.
// Not a search for the letter it is about: the caller matches it by a token of its own.
#pragma once

#include <string_view>

#include "adapters/post/mime/incoming.hpp"

namespace kallad::post {

/// The report of that text; recipients beyond 100 and fields it does not know are left out. A group
/// without a final recipient is kept where it has an action.
DeliveryReport read_delivery_status(std::string_view text);

/// The code at the beginning of the text, as "5.1.1"; empty where there is none (RFC 3463).
std::string_view status_at(std::string_view text);

/// Whether a permanent code says that the address is no good, and not the letter or our server:
/// no such mailbox or domain, moved, disabled (5.1.0-5.1.6, 5.1.10, 5.2.0, 5.2.1).
bool is_bad_address(std::string_view status);

}  // namespace kallad::post
