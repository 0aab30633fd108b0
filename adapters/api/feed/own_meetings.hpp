// Which meetings stand in a person's own calendar, and what of them.
// Not an authority: the list asks it, and so does what is read here. Rules kept (domain 6): an
// entry holds case number, time and place as far as a letter may say it; with protected identity
// the place stands only behind sign-in; of a case kept as it stood nothing new is shown.
#pragma once

#include <vector>

#include "adapters/api/feed/feed_secrets.hpp"
#include "adapters/api/way/call.hpp"
#include "adapters/calendar/invitation.hpp"

namespace kallad::api {

/// How long after its start a meeting stays, so that nobody looks for what was yesterday.
inline constexpr std::chrono::days kept_after_start{31};
/// So many at most, the earliest first.
inline constexpr std::size_t longest_feed = 200;

/// Meetings that are called in cases the caller may see: where their unit has a seat it has not
/// given up, or coordinates. `now` UTC. The ids are those of the entries that came by mail to the
/// unit. Throws StoreError.
std::vector<calendar::FeedEntry> own_meetings(House& house, const Caller& caller, FeedScope scope,
                                              Language language, Instant now);

}  // namespace kallad::api
