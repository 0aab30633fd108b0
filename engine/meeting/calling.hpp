// Whom a summons goes to, by when each must answer, and what the coordinator is warned about.
// Not the decision to call: that is a row of the case's table.
// Rules kept: rulings "Declining and deadlines" (deadlines count from sending and end with the last
// working day before the meeting), "Consent" (an uncovered party cannot be summoned; the others
// can).
#pragma once

#include <string>
#include <vector>

#include "engine/consent/consent.hpp"
#include "engine/meeting/meeting_events.hpp"
#include "engine/meeting/party.hpp"
#include "engine/seat/ground.hpp"

namespace kallad::meeting {

/// What sending a summons now would come to.
struct Call {
  std::vector<SummonedSeat> seats;
  std::vector<PartyId> waiting;  ///< parties outside the consent
};

/// Whether consent lets this party be called: persons always, units where it covers them.
bool may_be_called(const Party& party, const ConsentState& consent);

/// Seats for all parties that have not left, or for those in `only` where any are named.
/// `sent` and `starts` are moments; deadlines come from `routine`.
Call call(const std::vector<Party>& parties, const std::vector<PartyId>& only,
          const ConsentState& consent, Instant sent, Instant starts, const Routine& routine,
          const Calendar& calendar);

/// The seat of one party, with its deadlines where it is summoned.
SummonedSeat seat_for(const Party& party, Instant sent, Instant starts, const Routine& routine,
                      const Calendar& calendar);

/// "short_notice" and "meeting_after_consent_ends", where they hold.
std::vector<std::string> warnings(const ConsentState& consent, Instant sent, Instant starts,
                                  bool lead_time_applies, const Routine& routine,
                                  const Calendar& calendar);

}  // namespace kallad::meeting
