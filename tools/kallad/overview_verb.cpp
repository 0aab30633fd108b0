// `kallad overview`: all cases as a coordinator wants to see them, as text or JSON.
// Not for reading about a person: cases go by their number, and nobody is named (domain 6).
#include <iostream>
#include <map>

#include "adapters/clock/stockholm.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/wording/words/columns.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/spine/table.hpp"
#include "tools/kallad/look/layout.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

constexpr std::size_t next_demands = 20;

/// A seat without any name: a party that is no unit is told by its kind.
struct OverviewSeat {
  std::string party;
  std::uint32_t meeting = 0;
  SeatState state = SeatState::created;
  Calling calling = Calling::invited;
  Reach reach = Reach::unknown;
  std::optional<AnswerKind> answer;
  std::optional<Attendance> attendance;
  std::optional<Instant> sent_at;
  std::optional<Instant> answer_by;
  std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(OverviewSeat, (),
                      (party, meeting, state, calling, reach, answer, attendance, sent_at,
                       answer_by, answered_at))

struct OverviewDue {
  Instant at;
  DueKind kind = DueKind::answer_deadline;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(OverviewDue, (), (at, kind, about))

struct OverviewCase {
  CaseId id;
  CaseKind kind = CaseKind::sip;
  Step step = Step::preparation;
  std::uint32_t round = 1;
  UnitId coordinator;
  std::vector<OverviewSeat> seats;
  std::vector<OverviewDue> due;
  std::vector<DeficiencyView> deficiencies;
};
BOOST_DESCRIBE_STRUCT(OverviewCase, (),
                      (id, kind, step, round, coordinator, seats, due, deficiencies))

std::string party_name(const CaseView& view, const PartyId& id) {
  for (const PartyView& party : view.parties) {
    if (party.id == id && party.kind != PartyKind::unit) {
      return std::string{table::state_id(party.kind)};
    }
  }
  return id.text;
}

OverviewCase overview_of(const CaseView& view) {
  OverviewCase row{view.id, view.kind, view.step, view.round, view.coordinator.unit, {}, {}, {}};
  for (const MeetingView& meeting : view.meetings) {
    for (const SeatView& seat : meeting.seats) {
      row.seats.push_back({party_name(view, seat.party), seat.meeting, seat.state, seat.calling,
                           seat.reach, seat.answer, seat.attendance, seat.sent_at, seat.answer_by,
                           seat.answered_at});
    }
  }
  for (const DueView& due : view.due) {
    row.due.push_back({due.at, due.kind, party_name(view, due.about)});
  }
  row.deficiencies = view.deficiencies;
  return row;
}

/// What stands at the top: how many there are of each, in the order of the enum.
template <class E>
class Counts {
 public:
  void add(E value) { ++counts_[value]; }
  std::string text() const {
    std::string text;
    for (const auto& [value, count] : counts_) {
      text.append(text.empty() ? "" : ", ").append(std::to_string(count)).append(" ");
      text.append(word(value, Language::swedish));
    }
    return text.empty() ? "inga" : text;
  }

 private:
  std::map<E, std::size_t> counts_;
};

/// What is printed, gathered case by case.
struct Sheet {
  std::size_t cases = 0;
  Counts<Step> steps;
  Counts<DeficiencyState> deficiencies;
  words::TextTable to_do{{"Ärende", "Vad"}, {}, {20, 76}, 2};
  std::vector<Demand> demands;
  std::string details;
};

void add_to(Sheet& sheet, const CaseView& view, const Look& look) {
  ++sheet.cases;
  sheet.steps.add(view.step);
  for (const DeficiencyView& one : view.deficiencies) sheet.deficiencies.add(one.state);
  for (std::string& line : to_do_in(view, look)) {
    sheet.to_do.rows.push_back({view.id.text, std::move(line)});
  }
  for (Demand& demand : demands_of(view, look)) sheet.demands.push_back(std::move(demand));
  sheet.details += std::string(100, '=') + "\n" + heading_text(view, look) +
                   meetings_text(view, look) + deficiencies_text(view, look, true);
}

/// A table that has nothing to say is one word.
std::string or_nothing(bool has_rows, const std::string& table) {
  return has_rows ? table : "  Inget.\n";
}

std::string cases_text(std::size_t count) {
  return count == 1 ? "1 ärende" : std::to_string(count) + " ärenden";
}

int print_text(Look& look) {
  Sheet sheet;
  look.each([&](const CaseView& view) { add_to(sheet, view, look); });
  const bool has_to_do = !sheet.to_do.rows.empty();
  const bool has_demands = !sheet.demands.empty();
  std::cout << "Läget " << look.time(look.now()) << ": " << cases_text(sheet.cases) << '\n'
            << words::hanging("  Steg: ", sheet.steps.text())
            << words::hanging("  Brister i samverkan: ", sheet.deficiencies.text())
            << "\nAtt göra nu\n"
            << or_nothing(has_to_do, words::to_text(sheet.to_do)) << "\nFörfaller härnäst\n"
            << or_nothing(has_demands, demands_text(std::move(sheet.demands), look, next_demands))
            << "\n"
            << sign_text << '\n'
            << sheet.details;
  return good;
}

}  // namespace

int run_overview(const OverviewOptions& options) {
  const Zone zone = stockholm();
  const auto now = moment_said(options.at, zone);
  if (!now) {
    say_bad_moment();
    return wrong_input;
  }
  Look look{options.data, zone, *now};
  if (!options.json) return print_text(look);
  look.each(
      [](const CaseView& view) { std::cout << codec::write_compact(overview_of(view)) << '\n'; });
  return good;
}

}  // namespace kallad::program
