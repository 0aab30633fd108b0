// What a link leads to in its case, and whether it still leads there.
// Not the token (link_token.hpp) and not what the page shows. Nothing is stored about a link: its
// state is read off the case, so what kills a seat kills its links.
// Rules kept: rulings "Substitutes" (a second naming replaces the first, whose link dies),
// "Consent" (withdrawal stops all sharing at once), "Meetings" (a new version asks anew).
#pragma once

#include <optional>

#include "adapters/answer_link/link_token.hpp"
#include "engine/between/case_file.hpp"

namespace kallad {

/// Where a link stands. Of all but `alive` the page says only that, and who to turn to.
enum class LinkState {
  alive,
  agreement,          ///< the meeting is over: only for agreeing to the plan, or not
  superseded,         ///< a new time or place was sent, with a link of its own
  replaced,           ///< another substitute was named
  taken_back,         ///< the party comes itself, or what was forwarded was taken back
  declined,           ///< this substitute has said no
  cancelled,          ///< the meeting was cancelled in time
  not_held,           ///< called off at the table
  over,               ///< attendance is closed, or `link_days_after_start` days have passed
  handed_over,        ///< the unit it was forwarded to has taken it on
  party_left,         ///< no longer a party to the case
  outside_consent,    ///< consent has ended, or does not cover the unit
  consent_withdrawn,  ///< nothing is shared any more
  case_closed,
  revoked,  ///< genuine, but its summons was replaced by one to the same party
  dead,     ///< no link at all
};
BOOST_DESCRIBE_ENUM(LinkState, alive, agreement, superseded, replaced, taken_back, declined,
                    cancelled, not_held, over, handed_over, party_left, outside_consent,
                    consent_withdrawn, case_closed, revoked, dead)

/// For how many days after its start a meeting's links live where nobody closes attendance.
inline constexpr int link_days_after_start = 14;

/// For how many days after its start a huvudman can agree to the meeting's plan by link.
inline constexpr int agreement_days_after_start = 30;

/// The seat behind a link. `place` is the substitute's in the chain, from 1; 0 for the party's own
/// link, and for a substitute who stands there no more. Points into the case file.
struct LinkTarget {
  LinkHolder holder = LinkHolder::party;
  const Meeting* meeting = nullptr;
  const Seat* seat = nullptr;
  const Party* party = nullptr;
  std::size_t place = 0;
  bool is_present_version = false;
  /// The huvudman, under LPT the unit, for which it can be agreed to the plan; set once attendance
  /// of the last meeting is closed, for who answers for a unit whose huvudman is asked.
  std::optional<PartyId> agrees_for = {};

  /// The substitute whose link it is; of a chain that stands.
  const ChainLink& substitute() const { return seat->chain.at(place - 1); }
};

namespace answer_link {

/// The links of a seat that has been sent.
LinkName party_link(const CaseId& of_case, const Seat& seat);
LinkName check_in_link(const CaseId& of_case, const Seat& seat);
LinkName substitute_link(const CaseId& of_case, const Seat& seat, const ChainLink& substitute);

/// The link that a letter carries: the party's, or for `substitute_link` that of the substitute
/// named last. Nothing for letters without one, or where the seat is gone.
std::optional<LinkName> link_in(const CaseFile& file, const Wish& letter);

/// What the link leads to; nothing where the case knows no such summons or naming.
std::optional<LinkTarget> find(const CaseFile& file, const LinkName& name);

/// Where the link stands at `now` (UTC).
LinkState state_of(const CaseFile& file, const LinkName& name, const Ground& ground, Instant now);

}  // namespace answer_link
}  // namespace kallad
