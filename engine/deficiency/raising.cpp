// Why a comparison and no list of triggers: whatever changes a ground (an answer, a correction, a
// bounce, the clock) is covered without being named, and nothing can be raised twice.
#include "engine/deficiency/raising.hpp"

#include <algorithm>
#include <optional>

#include "engine/case/case_decide.hpp"
#include "engine/deficiency/deficiency_decide.hpp"
#include "engine/deficiency/grounds.hpp"

namespace kallad::deficiency {

namespace {

using MaybeEvent = std::optional<DeficiencyEvent>;
using Kinds = std::vector<DeficiencyKind>;

bool has_all(const Kinds& all, const Kinds& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

bool cites(const std::vector<CitedFact>& facts, FactKind what) {
  return std::any_of(facts.begin(), facts.end(),
                     [&](const auto& fact) { return fact.what == what; });
}

/// A late answer is told although it changes no kind: who completes the form must know of it.
bool tells_more(const Grounds& now, const Deficiency& standing) {
  const bool late =
      cites(now.facts, FactKind::answered_late) && !cites(standing.facts, FactKind::answered_late);
  return late || !has_all(standing.kinds, now.kinds);
}

/// What left the unit keeps what it said and can only get more.
Grounds joined(const Deficiency& standing, Grounds now) {
  Kinds kinds;
  std::set_union(standing.kinds.begin(), standing.kinds.end(), now.kinds.begin(), now.kinds.end(),
                 std::back_inserter(kinds));
  std::vector<CitedFact> facts = standing.facts;
  for (const auto& fact : now.facts) {
    if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
  }
  std::stable_sort(facts.begin(), facts.end(),
                   [](const auto& a, const auto& b) { return a.event < b.event; });
  return {std::move(kinds), std::move(facts)};
}

MaybeEvent raised_again(const Deficiency& standing, const Meeting& meeting, const Grounds& now) {
  const bool by_hand = standing.withdrawn_reason == WithdrawReason::by_hand;
  // A human has looked at these kinds and withdrawn them: only a new kind is news.
  if (now.empty() || (by_hand && has_all(standing.kinds, now.kinds))) return std::nullopt;
  return DeficiencyDrafted{{standing.number}, meeting.number, standing.party, now.kinds, now.facts};
}

MaybeEvent changed_in_unit(const Deficiency& standing, const Meeting& meeting, const Seat& seat,
                           const Grounds& now, const Stamp& stamp) {
  const DeficiencyFact about{standing.number};
  const bool automatic = standing.origin == Origin::automatic;
  if (now.empty() && automatic) {
    return DeficiencyWithdrawn{about, why_groundless(meeting, seat), stamp.event};
  }
  if (tells_more(now, standing)) return DeficiencyGrown{about, now.kinds, now.facts};
  if (now.kinds != standing.kinds) return DeficiencyNarrowed{about, now.kinds, now.facts};
  return std::nullopt;
}

bool is_decided(const Deficiency& standing) {
  return standing.decision || standing.state == DeficiencyState::closed;
}

MaybeEvent change(const Deficiency& standing, const Meeting& meeting, const Seat& seat,
                  const Grounds& now, const Stamp& stamp) {
  if (standing.state == DeficiencyState::withdrawn) return raised_again(standing, meeting, now);
  if (is_decided(standing)) return std::nullopt;
  if (!has_left_unit(standing)) return changed_in_unit(standing, meeting, seat, now, stamp);
  if (now.empty() || !tells_more(now, standing)) return std::nullopt;
  Grounds all = joined(standing, now);
  return DeficiencyGrown{{standing.number}, std::move(all.kinds), std::move(all.facts)};
}

Ruling<DeficiencyState> heard(const DeficiencyFacts& facts, const DeficiencyDrafted&) {
  return rule(facts, Raise{});
}
Ruling<DeficiencyState> heard(const DeficiencyFacts& facts, const DeficiencyGrown&) {
  return rule(facts, Grow{});
}
Ruling<DeficiencyState> heard(const DeficiencyFacts& facts, const DeficiencyNarrowed&) {
  return rule(facts, Narrow{});
}
Ruling<DeficiencyState> heard(const DeficiencyFacts& facts, const DeficiencyWithdrawn&) {
  return rule(facts, LoseGround{});
}
template <class Other>
Ruling<DeficiencyState> heard(const DeficiencyFacts& facts, const Other&) {
  promise(false, "raising makes events of its own kinds only");
  return {facts.deficiency.state, {}};
}

/// The machine has the last word here too; that it says yes is a promise, for nobody asked.
void promise_granted(const Deficiency& before, const DeficiencyEvent& event, const Case& running,
                     const Stamp& stamp, const Ground& ground) {
  const DeficiencyFacts facts{before,
                              running.person,
                              running.coordinator.unit,
                              ground,
                              casework::routine_for(running, stamp.at, ground),
                              stamp,
                              running.agreement};
  const auto ruling =
      boost::variant2::visit([&](const auto& fact) { return heard(facts, fact); }, event);
  promise(ruling.is_allowed(), "the table takes what the grounds make happen");
  promise(evolve(before, event, stamp).state == ruling.next,
          "the folded deficiency stands where its machine says");
}

/// Taken out of the case; not one that handed its place on, in which somebody may still come.
bool was_removed(const Case& running, const Seat& seat) {
  const Party* party = casework::find_party(running, seat.party);
  const bool handed_on = seat.forwarded_to && !seat.has_duty;
  return !party || (party->left && !handed_on);
}

}  // namespace

const Deficiency* find_about(const std::vector<Deficiency>& known, std::uint32_t meeting,
                             const PartyId& party) {
  const Deficiency* found = nullptr;
  for (const auto& one : known) {
    if (one.meeting != meeting || one.party != party || party.empty()) continue;
    const bool withdrawn = one.state == DeficiencyState::withdrawn;
    if (withdrawn && (found || one.origin == Origin::written)) continue;
    found = &one;
  }
  return found;
}

std::vector<DeficiencyEvent> raise(const Case& running, const std::vector<Deficiency>& known,
                                   const Stamp& stamp, const Ground& ground) {
  std::vector<DeficiencyEvent> events;
  auto next = static_cast<std::uint32_t>(known.size() + 1);
  const Deficiency fresh;
  for (const auto& meeting : running.meetings) {
    for (const auto& seat : meeting.seats) {
      // What stands against a party that was removed is a human's to withdraw.
      if (was_removed(running, seat)) continue;
      const Deficiency* standing = find_about(known, meeting.number, seat.party);
      const Grounds now = grounds_of(running, meeting, seat, ground.calendar.zone());
      MaybeEvent event;
      if (standing) {
        event = change(*standing, meeting, seat, now, stamp);
      } else if (!now.empty()) {
        event = DeficiencyDrafted{{next++}, meeting.number, seat.party, now.kinds, now.facts};
      }
      if (!event) continue;
      promise_granted(standing ? *standing : fresh, *event, running, stamp, ground);
      events.push_back(std::move(*event));
    }
  }
  return events;
}

}  // namespace kallad::deficiency
