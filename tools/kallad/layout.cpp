// Plain text in columns. Times are Swedish and whole; widths are counted in characters.
// Not a page: the web will have its own.
#include "tools/kallad/layout.hpp"

#include <algorithm>

#include "adapters/wording/words/columns.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::program {

namespace {

template <class E>
std::string said(E value) {
  return std::string{word(value, Language::swedish)};
}

/// Pieces with a separator between, empty ones left out.
std::string joined(const std::vector<std::string>& pieces, std::string_view between) {
  std::string text;
  for (const std::string& piece : pieces) {
    if (!piece.empty()) text.append(text.empty() ? "" : between).append(piece);
  }
  return text;
}

const PartyView* find_party(const CaseView& view, const PartyId& id) {
  const auto found = std::find_if(view.parties.begin(), view.parties.end(),
                                  [&](const PartyView& each) { return each.id == id; });
  return found == view.parties.end() ? nullptr : &*found;
}

std::string day_text(const std::optional<Date>& day) { return day ? iso(*day) : "vidare"; }

std::string consent_text(const ConsentView& consent) {
  switch (consent.standing) {
    case ConsentStanding::none:
      return "saknas";
    case ConsentStanding::withdrawn:
      return "återkallat";
    case ConsentStanding::not_in_force:
      return "från " + day_text(consent.from) + " till " + day_text(consent.until);
    default:
      return "gäller" + (consent.until ? " till och med " + iso(*consent.until) : std::string{});
  }
}

std::string state_text(const SeatView& seat) {
  std::string text = said(seat.calling);
  if (!seat.attendance) text += "; " + said(seat.state);
  if (seat.answer) text += "; svar: " + said(*seat.answer);
  if (seat.substitute) {
    text += *seat.substitute_confirmed ? "; ersättare bekräftad" : "; ersättare ej bekräftad";
  }
  if (seat.attendance) text += "; " + said(*seat.attendance);
  if (seat.mandate) text += "; mandat: " + said(*seat.mandate);
  if (seat.calling == Calling::summoned && !seat.has_duty) text += "; plikten har flyttat";
  return text;
}

std::string times_text(const SeatView& seat, const Look& look) {
  const auto at = [&](std::string_view what, const std::optional<Instant>& moment) {
    return moment ? std::string{what} + " " + look.time(*moment) : std::string{};
  };
  const std::string reached = seat.reach == Reach::presumed ? "fram (förmodat)" : "fram";
  return joined(
      {at("skickad", seat.sent_at), at(reached, seat.reached_at), at("öppnad", seat.opened_at),
       at("kvitterad", seat.acknowledged_at), at("kvittera senast", seat.acknowledge_by),
       at("svara senast", seat.answer_by), at("svar", seat.answered_at),
       at("svarstiden gick ut", seat.answer_lapsed_at), at("kom", seat.arrived_at)},
      "\n");
}

std::string seats_text(const CaseView& view, const MeetingView& meeting, const Look& look) {
  words::TextTable table;
  table.head = {"Part", "Läge", "Tider"};
  table.most = {30, 30, 34};
  table.indent = 2;
  for (const SeatView& seat : meeting.seats) {
    table.rows.push_back(
        {party_text(view, seat.party, look), state_text(seat), times_text(seat, look)});
  }
  return table.rows.empty() ? "" : words::to_text(table);
}

std::string kinds_text(const DeficiencyView& one) {
  std::vector<std::string> kinds;
  for (const DeficiencyKind kind : one.kinds) kinds.push_back(said(kind));
  return kinds.empty() ? said(one.origin) : joined(kinds, ", ");
}

std::string deficiency_text(const CaseView& view, const DeficiencyView& one, const Look& look) {
  const std::string who = one.party.empty() ? one.outsider : party_text(view, one.party, look);
  std::string text = words::hanging(
      "  Brist " + std::to_string(one.number) + ": ",
      joined({kinds_text(one), who, "möte " + std::to_string(one.meeting), said(one.state)},
             " · "));
  if (one.answer_by) text += "    Motpartens svar senast " + look.time(*one.answer_by) + "\n";
  if (one.withdrawn) text += "    Återtagen: " + said(*one.withdrawn) + "\n";
  for (const CitedFact& fact : one.facts) {
    text += "    " + look.time(fact.at) + "  " + said(fact.what) + " (händelse " +
            std::to_string(fact.event) + ")\n";
  }
  return text;
}

}  // namespace

bool is_standing(const DeficiencyView& one) {
  return one.state != DeficiencyState::withdrawn && one.state != DeficiencyState::closed;
}

std::string party_text(const CaseView& view, const PartyId& party, const Look& look) {
  const PartyView* found = find_party(view, party);
  if (found && found->kind != PartyKind::unit) return said(found->kind);
  return look.name_of(party.text);
}

std::string heading_text(const CaseView& view, const Look& look) {
  std::string text = words::hanging(
      "", joined({"Ärende " + view.id.text, said(view.kind), "steg: " + said(view.step),
                  "omgång " + std::to_string(view.round)},
                 " · "));
  text += words::hanging("  ", joined({"Samordnas av " + look.name_of(view.coordinator.unit.text),
                                       "öppnat " + look.time(view.opened_at),
                                       "samtycke: " + consent_text(view.consent)},
                                      " · "));
  if (view.closing_reason) {
    text += "  Avslutat " + look.time(view.closed_at.value_or(Instant{})) + ": " +
            said(*view.closing_reason) + "\n";
  }
  return text;
}

std::string meetings_text(const CaseView& view, const Look& look) {
  std::string text;
  for (const MeetingView& meeting : view.meetings) {
    std::string first = joined({"Möte " + std::to_string(meeting.number), said(meeting.form),
                                look.time(meeting.starts), said(meeting.status)},
                               " · ");
    if (meeting.version > 1) first += " · version " + std::to_string(meeting.version);
    text += "\n  " + first + "\n" + seats_text(view, meeting, look);
  }
  return text;
}

std::string deficiencies_text(const CaseView& view, const Look& look, bool all) {
  std::string text;
  for (const DeficiencyView& one : view.deficiencies) {
    if (all || is_standing(one)) text += "\n" + deficiency_text(view, one, look);
  }
  return text;
}

std::vector<Demand> demands_of(const CaseView& view, const Look& look) {
  std::vector<Demand> demands;
  for (const DueView& due : view.due) {
    std::string about = due.about.text;
    if (find_party(view, due.about) != nullptr) about = party_text(view, due.about, look);
    demands.push_back({view.id.text, due, std::move(about)});
  }
  return demands;
}

std::string demands_text(std::vector<Demand> demands, const Look& look, std::size_t most) {
  std::stable_sort(demands.begin(), demands.end(),
                   [](const Demand& a, const Demand& b) { return a.due.at < b.due.at; });
  const std::size_t shown = std::min(most, demands.size());
  words::TextTable table;
  table.head = {"Tid", "Ärende", "Vad", "Vem"};
  table.most = {16, 20, 30, 26};
  table.indent = 2;
  for (std::size_t i = 0; i < shown; ++i) {
    const Demand& one = demands[i];
    table.rows.push_back({look.time(one.due.at), one.case_id, said(one.due.kind), one.about});
  }
  std::string text = words::to_text(table);
  if (shown < demands.size()) {
    text += "  … och " + std::to_string(demands.size() - shown) + " till\n";
  }
  return text;
}

}  // namespace kallad::program
