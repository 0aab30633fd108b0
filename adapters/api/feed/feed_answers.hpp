// What programs send and get about the own calendar address: described structs.
// Not the calendar itself, which is text/calendar.
#pragma once

#include <boost/describe.hpp>

#include "adapters/api/feed/feed_secrets.hpp"

namespace kallad::api {

struct CalendarAddressForm {
  FeedScope scope = FeedScope::unit;
};
BOOST_DESCRIBE_STRUCT(CalendarAddressForm, (), (scope))

/// `fetched`: when a calendar last came for it, to the hour.
struct CalendarAddressShown {
  FeedScope scope = FeedScope::unit;
  Instant made{};
  std::optional<Instant> fetched;
};
BOOST_DESCRIBE_STRUCT(CalendarAddressShown, (), (scope, made, fetched))

/// The path with its secret, below this server's own address. It is told once.
struct CalendarAddressMade {
  std::string path;
};
BOOST_DESCRIBE_STRUCT(CalendarAddressMade, (), (path))

}  // namespace kallad::api
