// A case laid out as plain text in Swedish, at most 100 columns: heading, meetings with seats,
// deficiencies with the facts they cite, what falls due.
// Not the words: adapters/wording. Rule kept (domain 6): nothing here prints the person or a name
// of staff; `show` adds the person since the case was asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/kallad/look/look.hpp"

namespace kallad::program {

/// "Ärende 2020-03 · SIP · steg: möte · omgång 1" and what goes with it.
std::string heading_text(const CaseView& view, const Look& look);

/// The last day on which something may be done, without a time of day.
std::string last_day_text(Instant at, const Look& look);

/// The limits of the discharge act, or what is missing to reckon them; empty in other cases.
std::string discharge_text(const CaseView& view, const Look& look);

/// Each meeting with its seats, their states and times.
std::string meetings_text(const CaseView& view, const Look& look);

/// Each deficiency that stands, with kinds, party, state and the facts it cites. `all`: also those
/// withdrawn.
std::string deficiencies_text(const CaseView& view, const Look& look, bool all);

/// One demand with the case it belongs to.
struct Demand {
  std::string case_id;
  DueView due;
  std::string about;  ///< who or what, in words
};

/// The demands of a case.
std::vector<Demand> demands_of(const CaseView& view, const Look& look);

/// What ° stands for wherever it is printed.
inline constexpr std::string_view sign_text = "° tiden är lokal standard, inte lag\n";

/// A table of demands in the order of time, the first `most` of them.
std::string demands_text(std::vector<Demand> demands, const Look& look, std::size_t most);

/// What a party is called where the person must not be named: a unit by its name, others by what
/// they are ("den enskilde").
std::string party_text(const CaseView& view, const PartyId& party, const Look& look);

/// What waits for the coordinator's hand in the case: late, not arrived, or with the own unit.
std::vector<std::string> to_do_in(const CaseView& view, const Look& look);

/// Whether people can still answer and be marked.
bool is_live(const MeetingView& meeting);

/// Whether somebody still has to do something about it.
bool is_standing(const DeficiencyView& one);

}  // namespace kallad::program
