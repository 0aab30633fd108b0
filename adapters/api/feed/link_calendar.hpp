// The meeting behind an answer link as a file for one's own calendar, for who got the kallelse on
// paper or by another's mail. Not the entry that came by mail: it has that one's id and version, so
// that a calendar that has both shows one.
#pragma once

#include "adapters/answer_link/link_view.hpp"
#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// GET /s/{token}/calendar.ics. 404 where the link no longer stands, or leads to no meeting that is
/// still to come; 429 too_many_requests. Logged as a visit of the link.
std::vector<Route> link_calendar_routes(House& house);

/// Whether what the link shows can be put into a calendar.
bool has_calendar(const House& house, const LinkView& shown);

}  // namespace kallad::api
