// Taking back letters that have not left: what follows when consent is withdrawn.
// Not sending: the outbox runner does that, and asks here first.
// Rule kept (rulings, "Consent"): withdrawal stops letters not yet sent. What goes to the
// coordinator alone is no sharing and stays: somebody must be told to close the case or to record a
// new consent. That nobody need come stays too, as it is said without consent
// (engine/between/reactions.cpp).
#pragma once

#include <vector>

#include "adapters/desk/desk.hpp"
#include "engine/between/wish.hpp"

namespace kallad {

/// The wish that an outbox row was made of (rows.hpp); throws std::invalid_argument for a row this
/// program has not written.
Wish wish_of(const OutboxRow& row);

/// Of rows in the order they were made: those that a later stop of the same case takes back, and
/// the stops themselves. Rows made by the withdrawal itself are left.
std::vector<OutboxKey> stopped_letters(const std::vector<OutboxItem>& waiting);

/// Takes them out of the desk's outbox; returns how many rows went.
std::size_t stop_letters(Desk& desk);

}  // namespace kallad
