// The meeting of the seat's tests: how it is called, what is said to it, and how its time passes.
// Not a shortcut past the rules: whatever changes a seat is an event of its fold.
#include "tests/engine/seat/world.hpp"

#include <algorithm>

namespace kallad::seat {

namespace {

/// A place in the text of an event.
template <class Events>
std::string id_of(const Events& event) {
  return boost::variant2::visit([](const auto& fact) { return std::string{fact.id}; }, event);
}

PartyId party_in(const SeatEvent& event) {
  return boost::variant2::visit(
      [](const auto& fact) {
        if constexpr (requires { fact.mark; }) {
          return fact.mark.party;
        } else {
          return fact.party;
        }
      },
      event);
}

Meeting after(Meeting meeting, const Fact& fact, const Stamp& stamp) {
  if (const auto* event = boost::variant2::get_if<MeetingEvent>(&fact)) {
    return meeting::evolve(std::move(meeting), *event, stamp);
  }
  const auto& event = boost::variant2::get<SeatEvent>(fact);
  Seat* seat = meeting::find_seat(meeting, party_in(event));
  *seat = evolve(std::move(*seat), event, stamp);
  return meeting;
}

}  // namespace

World::World() {
  consent.given = Consent{};
  consent.given->from = support::day(2026, 3, 1);
  const auto add = [&](const UnitId& unit, Calling calling) {
    parties.push_back({party_of(unit),
                       PartyKind::unit,
                       calling,
                       CallingReason::agreement_binds,
                       unit,
                       known.units.at(unit).principal,
                       unit.text,
                       {}});
  };
  add(support::reception, Calling::summoned);
  add(support::adults, Calling::summoned);
  add(support::provider, Calling::summoned);
  add(support::police, Calling::invited);
  parties.push_back(
      {anna, PartyKind::person, Calling::invited, CallingReason::not_a_unit, {}, {}, "Anna", {}});
}

void World::call(Instant starts) {
  auto call = meeting::call(parties, {}, consent, now, starts, routines.front(), support::sweden());
  SummonsSent sent;
  sent.meeting = 1;
  sent.notice.starts = starts;
  sent.seats = std::move(call.seats);
  sent.waiting = std::move(call.waiting);
  take(MeetingEvent{sent}, coordinator());
}

Seat& World::seat() { return *meeting::find_seat(meeting, who); }

const Seat& World::seat_of(const PartyId& party) const {
  return *meeting::find_seat(meeting, party);
}

void World::take(const Fact& fact, const Actor& by) {
  const Stamp stamp{now, by, static_cast<std::uint32_t>(log.size() + 1)};
  meeting = after(std::move(meeting), fact, stamp);
  log.emplace_back(fact, stamp);
}

Meeting World::replayed() const {
  Meeting made;
  for (const auto& [fact, stamp] : log) made = after(std::move(made), fact, stamp);
  return made;
}

Verdict<SeatEvent> World::ask(const Actor& by, const SeatCommand& command) {
  return with_facts(by, [&](const SeatFacts& facts) { return decide(facts, command); });
}

Verdict<SeatEvent> World::say(const Actor& by, const SeatCommand& command) {
  auto verdict = ask(by, command);
  if (verdict) {
    for (const auto& event : verdict.events()) take(event, by);
  }
  return verdict;
}

void World::must(const Actor& by, const SeatCommand& command) {
  const auto verdict = say(by, command);
  ASSERT_TRUE(verdict.is_accepted()) << rules_of(verdict).front();
}

Verdict<SeatEvent> World::clock_says(const Due& row) {
  auto verdict =
      with_facts(the_clock(), [&](const SeatFacts& facts) { return pass_time(facts, row); });
  if (verdict) {
    for (const auto& event : verdict.events()) take(event);
  }
  return verdict;
}

std::vector<Due> World::dues() {
  auto rows = due(seat(), meeting.number, routines.front(), support::sweden());
  std::ranges::sort(rows);
  return rows;
}

void World::wait_until(Instant moment) {
  for (auto rows = dues(); !rows.empty() && rows.front().at <= moment; rows = dues()) {
    now = std::max(now, rows.front().at);
    ASSERT_TRUE(clock_says(rows.front()).is_accepted());
  }
  now = std::max(now, moment);
}

void World::wake_up_at(Instant moment) {
  now = moment;
  wait_until(moment);
}

Rules rules_of(const Verdict<SeatEvent>& verdict) {
  Rules rules;
  if (verdict) return rules;
  for (const auto& refusal : verdict.refusals()) rules.emplace_back(refusal.rule);
  return rules;
}

std::vector<std::string> told_by(const Verdict<SeatEvent>& verdict) {
  std::vector<std::string> ids;
  for (const auto& event : verdict.events()) ids.push_back(id_of(event));
  return ids;
}

std::vector<std::string> told_since(const World& world, std::size_t first) {
  std::vector<std::string> ids;
  for (std::size_t i = first; i < world.log.size(); ++i) {
    if (const auto* event = boost::variant2::get_if<SeatEvent>(&world.log[i].first))
      ids.push_back(id_of(*event));
  }
  return ids;
}

void lead_to(World& world, SeatState goal, std::optional<Instant> from_then) {
  using enum SeatState;
  if (goal == created) world.except(support::reception);
  world.call();
  world.now = from_then.value_or(world.now);
  if (goal == delivered) world.must(the_mail(), report(DeliveryReport::delivered));
  if (goal == delivery_failed) world.must(the_mail(), report(DeliveryReport::failed));
  if (goal == opened) world.must(lena(), to<OpenSummons>());
  if (goal == acknowledged) world.must(lena(), to<Acknowledge>());
  if (goal == answered) world.must(lena(), answer(AnswerKind::attends));
  if (goal == substitute_named || goal == substitute_confirmed) {
    world.must(lena(), name(someone("Vik Vikarie")));
  }
  if (goal == substitute_confirmed) {
    world.must(as_substitute("Vik Vikarie"), to<ConfirmSubstitute>());
  }
  if (goal == attended)
    world.take(MeetingEvent{AttendanceClosed{1, {mark(Attendance::present).mark}}});
  if (goal == absent)
    world.take(MeetingEvent{AttendanceClosed{1, {mark(Attendance::absent).mark}}});
  if (goal == voided) world.take(MeetingEvent{MeetingCancelled{1, "Sjukdom"}}, coordinator());
}

}  // namespace kallad::seat
