// Asks the three tables what stands against a command.
// Not their rules: each is asked as it stands in its table (engine/between/table_standing.hpp).
#include "engine/between/standing.hpp"

#include <algorithm>

#include "engine/between/table_standing.hpp"
#include "engine/case/case_decide.hpp"
#include "engine/case/case_table.hpp"
#include "engine/deficiency/deficiency_decide.hpp"
#include "engine/deficiency/deficiency_table.hpp"
#include "engine/disposal/disposal_decide.hpp"
#include "engine/seat/seat_table.hpp"

namespace kallad::between {

namespace {

namespace mp = boost::mp11;

template <class Commands>
bool is_one_of(std::string_view command) {
  bool found = false;
  mp::mp_for_each<mp::mp_transform<mp::mp_identity, Commands>>(
      [&](auto each) { found = found || decltype(each)::type::id == command; });
  return found;
}

/// Commands to a case in which the one who speaks does so for a party.
using SaidForParty = mp::mp_list<RecordMapping, AgreePlan, DeclinePlan>;

std::vector<About> seats_of(const CaseFile& file) {
  std::vector<About> all;
  const auto& meetings = file.running.meetings;
  for (auto meeting = meetings.rbegin(); meeting != meetings.rend(); ++meeting) {
    for (const Seat& seat : meeting->seats) all.push_back({seat.party, meeting->number, 0});
  }
  return all;
}

std::vector<About> deficiencies_of(const CaseFile& file) {
  std::vector<About> all;
  for (auto each = file.deficiencies.rbegin(); each != file.deficiencies.rend(); ++each) {
    all.push_back({{}, 0, each->number});
  }
  return all;
}

/// Each owner once, by the unit of its that is a party.
std::vector<About> copies_of(const CaseFile& file) {
  std::vector<About> all;
  for (const Party& party : file.running.parties) {
    const PartyId owner{party.principal.text};
    const auto is_same = [&](const About& one) { return one.party == owner; };
    if (!owner.empty() && std::ranges::none_of(all, is_same)) all.push_back({owner, 0, 0});
  }
  return all;
}

std::vector<About> parts_of(const CaseFile& file, std::string_view command) {
  std::vector<About> all;
  if (is_one_of<SeatCommand>(command)) return seats_of(file);
  if (command == WriteDeficiency::id) return {};
  if (is_one_of<DisposalCommand>(command)) return copies_of(file);
  if (is_one_of<DeficiencyCommand>(command)) return deficiencies_of(file);
  if (is_one_of<SaidForParty>(command)) {
    for (const Party& party : file.running.parties) all.push_back({party.id, 0, 0});
  } else if (command == ReportActivity::id) {
    for (const auto& each : file.running.plan.activities) {
      all.push_back({each.activity.owner, 0, 0});
    }
  }
  return all;
}

/// A mark before attendance closes moves no machine, and stands in no table.
std::optional<Refusals> against_mark(const SeatFacts& facts, bool is_new) {
  Refusals all;
  if (auto early = is_new ? seat::DayHasCome::ask(facts) : std::nullopt) {
    all.push_back(std::move(*early));
  }
  table::ask_standing<UnmarkAttendance, seat::AttendanceIsOpen>(all, facts);
  table::ask_standing<UnmarkAttendance, seat::SummonsStands>(all, facts);
  return all;
}

std::optional<Refusals> against_seat(const CaseFacts& facts, std::string_view command,
                                     const About& about) {
  const Meeting* meeting = casework::find_meeting(facts.running, about.meeting);
  const Seat* seat = meeting ? meeting::find_seat(*meeting, about.party) : nullptr;
  if (!seat) return std::nullopt;
  const SeatFacts of_seat = casework::seat_facts(facts.running, *meeting, *seat, facts.routine,
                                                 facts.stamp, facts.ground);
  const bool is_mark = command == MarkAttendance::id || command == UnmarkAttendance::id;
  return is_mark ? against_mark(of_seat, command == MarkAttendance::id)
                 : table::standing<seat::Lines>(of_seat, seat->state, SeatState::voided, command);
}

std::optional<Refusals> against_deficiency(const CaseFile& file, const CaseFacts& facts,
                                           std::string_view command, const About& about) {
  static const Deficiency fresh;
  const bool is_known = about.deficiency >= 1 && about.deficiency <= file.deficiencies.size();
  if (!is_known && command != WriteDeficiency::id) return std::nullopt;
  const Deficiency& one = is_known ? file.deficiencies[about.deficiency - 1] : fresh;
  const DeficiencyFacts of_one{one,
                               facts.running.person,
                               facts.running.coordinator.unit,
                               facts.ground,
                               facts.routine,
                               facts.stamp,
                               facts.running.agreement,
                               casework::people_beside(facts.running),
                               consent::withdrawn_by(facts.running.consent, facts.stamp.at)};
  return table::standing<deficiency::Lines>(of_one, one.state, DeficiencyState::closed, command);
}

/// Only of a closed case; the copy is named where a party is.
std::optional<Refusals> against_disposal(const CaseFile& file, const CaseFacts& facts,
                                         const About& about, std::string_view command) {
  if (file.running.step != Step::closed) return std::nullopt;
  const DisposalFacts of_copy{file.running, file.deficiencies, file.disposal, facts.stamp,
                              facts.ground};
  if (command == KeepCopy::id) return Refusals{};
  return disposal::against(of_copy, PrincipalId{about.party.text});
}

/// As disposal::decide_example says it.
std::optional<Refusals> against_example(const CaseFile& file, std::string_view command) {
  const bool is_new = command == MarkExample::id && file.running.events == 1;
  if (is_new || file.disposal.is_example) return Refusals{};
  return std::nullopt;
}

}  // namespace

std::vector<About> abouts(const CaseFile& file, std::string_view command) {
  auto all = parts_of(file, command);
  if (all.empty()) all.emplace_back();
  return all;
}

std::optional<Refusals> standing_against(const CaseFile& file, std::string_view command,
                                         const About& about, const Stamp& stamp,
                                         const Ground& ground) {
  const Case& running = file.running;
  const CaseFacts facts{running, casework::routine_for(running, stamp.at, ground), ground, stamp};
  if (is_one_of<DeficiencyCommand>(command)) {
    return against_deficiency(file, facts, command, about);
  }
  if (is_one_of<DisposalCommand>(command)) return against_disposal(file, facts, about, command);
  if (is_one_of<ExampleCommand>(command)) return against_example(file, command);
  if (auto closed = casework::CaseIsOpen::ask(facts)) return Refusals{std::move(*closed)};
  if (is_one_of<SeatCommand>(command)) return against_seat(facts, command, about);
  return table::standing<casework::Lines>(facts, running.step, Step::closed, command);
}

}  // namespace kallad::between
