// How a summons is made up.
// Not who may call and when: the table of the case. Rule kept: the duty follows the agreement.
#include "engine/meeting/calling.hpp"

#include <algorithm>

#include "engine/deadline/deadlines.hpp"

namespace kallad::meeting {

bool may_be_called(const Party& party, const ConsentState& consent) {
  if (party.kind != PartyKind::unit) return true;
  return consent.given && consent::covers(*consent.given, party.unit, party.principal);
}

SummonedSeat seat_for(const Party& party, Instant sent, Instant starts, const Routine& routine,
                      const Calendar& calendar) {
  if (party.calling == Calling::invited) return {party.id, Calling::invited, {}, {}};
  return {party.id, Calling::summoned,
          summons_deadline(calendar, sent, routine.acknowledge_within_working_days, starts),
          summons_deadline(calendar, sent, routine.answer_within_working_days, starts)};
}

Call call(const std::vector<Party>& parties, const std::vector<PartyId>& only,
          const ConsentState& consent, Instant sent, Instant starts, const Routine& routine,
          const Calendar& calendar) {
  Call made;
  for (const auto& party : parties) {
    const bool wanted = only.empty() || std::find(only.begin(), only.end(), party.id) != only.end();
    if (party.left) continue;
    if (wanted && may_be_called(party, consent)) {
      made.seats.push_back(seat_for(party, sent, starts, routine, calendar));
    } else {
      made.waiting.push_back(party.id);
    }
  }
  return made;
}

std::vector<std::string> warnings(const ConsentState& consent, Instant sent, Instant starts,
                                  bool lead_time_applies, const Routine& routine,
                                  const Calendar& calendar) {
  std::vector<std::string> told;
  if (lead_time_applies &&
      is_short_notice(calendar, sent, routine.summons_lead_working_days, starts)) {
    told.emplace_back("short_notice");
  }
  if (consent.given && !consent::in_force(consent, calendar.zone().day_of(starts))) {
    told.emplace_back("meeting_after_consent_ends");
  }
  return told;
}

}  // namespace kallad::meeting
