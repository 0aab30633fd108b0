// The case as each sight shows it, struct by struct; a name that is not copied is not shown.
// Not the deficiencies: redaction_deficiency.cpp. Rules kept: contact details, expectations, notes
// and summonses are the party's own; the consent's words and givers are the coordinator's; with
// protected identity the place stands only behind the link (rulings, "Mail").
#include "engine/authority/redaction.hpp"

#include <algorithm>

namespace kallad::authority {

namespace {

/// Through whose eyes, and whether the place is hidden.
struct Eyes {
  PartyId own;
  bool place_is_hidden = false;
};

template <class Value, class Wanted>
std::vector<Value> only(const std::vector<Value>& all, Wanted wanted) {
  std::vector<Value> some;
  std::ranges::copy_if(all, std::back_inserter(some), wanted);
  return some;
}

ConsentState shown(const ConsentState& whole) {
  const auto& [given, given_fact, withdrawn, spans, gave_before] = whole;  // givers stay hidden
  ConsentState out{{}, given_fact, withdrawn, spans, {}};
  if (!given) return out;
  const auto& [given_by, form, from, until, covers, except, not_shared, one_guardian_motive,
               cannot_consent_motive] = *given;
  out.given.emplace();
  out.given->form = form;
  out.given->from = from;
  out.given->until = until;
  out.given->covers = covers;
  return out;
}

MeetingNotice shown(const MeetingNotice& whole, const Eyes& eyes) {
  const auto& [form, starts, place, link, purpose, questions, expectations] = whole;
  const auto is_own = [&](const Expectation& one) { return one.party == eyes.own; };
  MeetingNotice out{form, starts, {}, {}, purpose, questions, only(expectations, is_own)};
  if (eyes.place_is_hidden) return out;
  out.place = place;
  out.link = link;
  return out;
}

ChainLink without_contact(const ChainLink& whole) {
  const auto& [who, named, confirmed] = whole;
  const auto& [name, role, contact, mandate, briefed, unit] = who;
  return {Substitute{name, role, "", mandate, briefed, unit}, named, confirmed};
}

/// Another party's seat: who is called, what it answers, who comes, and who came.
Seat seen_by_others(const Seat& whole) {
  const auto& [party, calling, state, version, has_duty, acknowledge_by, answer_by, reach,
               address_bounced, sent, accepted, presumed_at, reached, opened, acknowledged,
               acknowledge_lapsed, answer_lapsed, reach_at_acknowledge_lapse, reach_at_answer_lapse,
               reminders_done, answers, chain, released, representative, forwarded_to,
               forwarded_from, mark, marked] = whole;
  Seat out;
  out.party = party;
  out.calling = calling;
  out.state = state;
  out.version = version;
  out.has_duty = has_duty;
  out.answers = answers;
  std::ranges::transform(chain, std::back_inserter(out.chain), without_contact);
  out.forwarded_to = forwarded_to;
  out.forwarded_from = forwarded_from;
  out.mark = mark;
  out.marked = marked;
  return out;
}

Meeting shown(const Meeting& whole, const Eyes& eyes) {
  const auto& [number, round, version, notice, status, seats, voided, chair, secretary,
               attendance_closed, not_held, causes, ended, follow_up_on] = whole;
  const auto is_own = [&](const Seat& seat) { return seat.party == eyes.own; };
  const auto is_own_cause = [&](const PartyId& party) { return party == eyes.own; };
  Meeting out{number,
              round,
              version,
              shown(notice, eyes),
              status,
              {},
              only(voided, is_own),
              chair,
              secretary,
              attendance_closed,
              not_held,
              only(causes, is_own_cause),
              ended,
              follow_up_on};
  std::ranges::transform(seats, std::back_inserter(out.seats), [&](const Seat& seat) {
    return is_own(seat) ? seat : seen_by_others(seat);
  });
  return out;
}

/// What the owner has noted of an activity is the owner's; how it stands is everybody's.
ActivityInPlan shown(const ActivityInPlan& whole, const Eyes& eyes) {
  const auto& [activity, status, note, reported] = whole;
  return {activity, status, activity.owner == eyes.own ? note : "", reported};
}

Plan shown(const Plan& whole, const Eyes& eyes) {
  const auto& [law, points, goals, activities, content, agreements, declined, copies,
               first_agreed] = whole;
  Plan out{law, points, goals, {}, content, agreements, declined, {}, first_agreed};
  std::ranges::transform(activities, std::back_inserter(out.activities),
                         [&](const ActivityInPlan& one) { return shown(one, eyes); });
  out.copies = only(copies, [&](const CopyHandedOut& copy) { return copy.to == eyes.own; });
  return out;
}

Case seen_by_party(const Case& whole, const UnitId& unit) {
  const auto& [id, kind, step, round, events, last_at, person, names_before, need, council,
               agreement, coordinator, coordination_offered, opened, origins, plan_taken_over,
               consent, parties, meetings, mappings, plan, follow_ups, next_follow_up, evaluated,
               persons_verdict, discharge, passed, closing_reason, closed] = whole;
  const Eyes eyes{party_of(unit), person.protection != Protection::none};
  const auto is_own = [&](const Due& due) { return due.about == eyes.own.text; };
  const bool is_offered = coordination_offered && coordination_offered->unit == unit;
  Case out{id,
           kind,
           step,
           round,
           events,
           last_at,
           person,
           {},  // what was corrected is the coordinator's
           need,
           council,
           agreement,
           coordinator,
           is_offered ? coordination_offered : std::nullopt,
           opened,
           {},  // whose list it stood on is the coordinator's
           plan_taken_over,
           shown(consent),
           parties,
           {},
           mappings,
           shown(plan, eyes),
           follow_ups,
           next_follow_up,
           evaluated,
           persons_verdict,
           discharge,
           only(passed, is_own),
           closing_reason,
           closed};
  std::ranges::transform(meetings, std::back_inserter(out.meetings),
                         [&](const Meeting& one) { return shown(one, eyes); });
  return out;
}

Case seen_over(const Case& whole) {
  Case out;
  out.id = whole.id;
  out.kind = whole.kind;
  out.step = whole.step;
  out.round = whole.round;
  out.events = whole.events;
  out.last_at = whole.last_at;
  out.council = whole.council;
  out.agreement = whole.agreement;
  out.opened = whole.opened;
  out.closed = whole.closed;
  return out;
}

Case only_its_name(const Case& whole, const Sight& seen) {
  Case out;
  if (!seen.is_none()) out.id = whole.id;
  if (seen.of_council) out.council = whole.council;
  return out;
}

Case shown(const Case& whole, const Sight& seen, bool is_beyond) {
  if (is_beyond) return only_its_name(whole, seen);
  switch (seen.of_case) {
    case CaseSight::none:
      return only_its_name(whole, seen);
    case CaseSight::overview:
      return seen_over(whole);
    case CaseSight::frozen:
    case CaseSight::party:
      return seen_by_party(whole, seen.unit);
    case CaseSight::whole:
      return whole;
  }
  return {};
}

/// Beyond a frozen sight's horizon: what is the unit's own, and what goes on without identity.
bool goes_on(const Deficiency& one, DeficiencyStanding standing) {
  return standing != DeficiencyStanding::counterpart || one.identity_withheld;
}

}  // namespace

CaseFile redacted(const CaseFile& file, const Sight& seen) {
  const Case& running = file.running;
  const bool is_beyond =
      seen.of_case == CaseSight::frozen && !seen.horizon.reaches(running.events, running.last_at);
  CaseFile out{shown(running, seen, is_beyond), {}, {}};
  for (const Deficiency& one : file.deficiencies) {
    auto standing = standing_to(one, running, seen);
    if (is_beyond && !goes_on(one, standing)) {
      standing = seen.of_council ? DeficiencyStanding::council : DeficiencyStanding::none;
    }
    if (standing == DeficiencyStanding::none) continue;
    out.deficiencies.push_back(shown(one, running, standing));
  }
  return out;
}

namespace {

/// Whether the unit sees the deficiency as it is `now` in place of what it had `then`. What it
/// received with identity it keeps as it was, until it is sent anew.
bool is_replaced(const Deficiency& then, const Deficiency& now, DeficiencyStanding standing) {
  if (standing == DeficiencyStanding::own) return true;
  const bool goes_on_here = standing == DeficiencyStanding::counterpart && goes_on(now, standing);
  const bool is_sent_anew = then.sent && now.sent && then.sent->event != now.sent->event;
  return goes_on_here && (then.identity_withheld || is_sent_anew);
}

}  // namespace

CaseFile redacted(const CaseFile& then, const CaseFile& now, const Sight& seen) {
  CaseFile out = redacted(then, seen);
  if (seen.of_case != CaseSight::frozen) return out;
  for (Deficiency& going : redacted(now, seen).deficiencies) {
    const auto found = std::ranges::find(out.deficiencies, going.number, &Deficiency::number);
    const auto whole = std::ranges::find(now.deficiencies, going.number, &Deficiency::number);
    const auto standing = standing_to(*whole, now.running, seen);
    if (found == out.deficiencies.end()) {
      out.deficiencies.push_back(std::move(going));
    } else if (is_replaced(*found, *whole, standing)) {
      *found = std::move(going);
    }
  }
  std::ranges::sort(out.deficiencies, {}, &Deficiency::number);
  return out;
}

}  // namespace kallad::authority
