// Plain text in columns. Times are Swedish and whole; widths are counted in characters.
// Not a page: the web will have its own.
#include "tools/kallad/look/layout.hpp"

#include <algorithm>

#include "adapters/wording/words/columns.hpp"
#include "adapters/wording/words/sentence.hpp"
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

std::string consent_text(const ConsentView& consent, const Look& look) {
  switch (consent.standing) {
    case ConsentStanding::none:
      return "samtycke saknas";
    case ConsentStanding::withdrawn:
      return "samtycket återkallat " + look.time(consent.withdrawn_at.value_or(Instant{}));
    case ConsentStanding::not_in_force:
      return "samtycke från " + day_text(consent.from) + " till " + day_text(consent.until);
    default:
      return consent.until ? "samtycke till " + iso(*consent.until) : "samtycke finns";
  }
}

// --- a seat -------------------------------------------------------------------------------------

std::string answer_text(const SeatView& seat, const Look& look) {
  if (seat.substitute && !seat.attendance) {
    return std::string{"skickar ersättare, "} +
           (*seat.substitute_confirmed ? "bekräftad" : "inte bekräftad än");
  }
  const bool forwarded = seat.answer == AnswerKind::forwarded && seat.forwarded_to;
  return said(*seat.answer) + (forwarded ? " till " + look.name_of(seat.forwarded_to->text) : "");
}

/// How it stands, the latest first: attendance, else the answer, else how far the summons has come.
std::string state_text(const SeatView& seat, bool live, const Look& look) {
  std::vector<std::string> pieces{said(seat.calling)};
  if (seat.attendance) pieces.push_back(said(*seat.attendance));
  if (seat.mandate) pieces.push_back("mandat: " + said(*seat.mandate));
  if (seat.answer) {
    pieces.push_back((seat.attendance ? "svar: " : "") + answer_text(seat, look));
  } else if (!seat.attendance) {
    pieces.push_back(said(seat.state));
  }
  if (live && !seat.answer && !seat.reminders.empty()) {
    pieces.push_back("påmind: " + said(seat.reminders.back()));
  }
  if (seat.address_bounced) pieces.emplace_back("adressen fungerar inte");
  return joined(pieces, ", ");
}

/// What happened and what is still awaited, as lines in the order of time.
class Timeline {
 public:
  explicit Timeline(const Look& look) : look_(look) {}

  void add(const std::optional<Instant>& at, std::string what) {
    if (at) lines_.emplace_back(*at, look_.time(*at) + " " + std::move(what));
  }
  void add_deadline(const std::optional<Instant>& at, std::string what) {
    if (at) lines_.emplace_back(*at, last_day_text(*at, look_) + " " + std::move(what));
  }
  std::string text() {
    const auto earlier = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(lines_.begin(), lines_.end(), earlier);
    std::vector<std::string> texts;
    for (auto& [at, line] : lines_) texts.push_back(std::move(line));
    return joined(texts, "\n");
  }

 private:
  const Look& look_;
  std::vector<std::pair<Instant, std::string>> lines_;
};

std::string times_text(const SeatView& seat, bool live, const Look& look) {
  Timeline times{look};
  times.add(seat.sent_at, "skickad");
  const bool told_by_answer = seat.answered_at && seat.reached_at >= seat.answered_at;
  if (!told_by_answer) {
    times.add(seat.reached_at, seat.reach == Reach::presumed ? "framme, förmodat" : "framme");
  }
  times.add(seat.opened_at, "öppnad");
  times.add(seat.acknowledged_at, "kvitterad");
  times.add(seat.acknowledge_lapsed_at, "inte kvitterad i tid");
  times.add(seat.answer_lapsed_at, "inte besvarad i tid");
  for (const SubstituteView& one : seat.chain) {
    times.add(one.named_at, "ersättare utsedd");
    times.add(one.confirmed_at, "ersättare bekräftad");
  }
  if (seat.chain.empty()) times.add(seat.answered_at, "besvarad");
  times.add(seat.arrived_at, "kom");
  const bool waits = live && !seat.answer;
  if (waits && !seat.acknowledged_at && !seat.acknowledge_lapsed_at) {
    times.add_deadline(seat.acknowledge_by, "kvittera senast°");
  }
  if (waits && !seat.answer_lapsed_at) times.add_deadline(seat.answer_by, "svara senast°");
  return times.text();
}

std::string seats_text(const CaseView& view, const MeetingView& meeting, const Look& look) {
  words::TextTable table;
  table.head = {"Part", "Läge", "Tider"};
  table.most = {30, 26, 38};
  table.indent = 2;
  const bool live = is_live(meeting);
  for (const SeatView& seat : meeting.seats) {
    table.rows.push_back({party_text(view, seat.party, look), state_text(seat, live, look),
                          times_text(seat, live, look)});
  }
  return table.rows.empty() ? "" : words::to_text(table);
}

// --- deficiencies -------------------------------------------------------------------------------

std::string kinds_text(const DeficiencyView& one) {
  std::vector<std::string> kinds;
  for (const DeficiencyKind kind : one.kinds) kinds.push_back(said(kind));
  return kinds.empty() ? said(one.origin) : joined(kinds, "; ");
}

/// What has come of it so far: withdrawn, proposed, decided, or when the answer is due.
std::string outcome_text(const DeficiencyView& one, const Look& look) {
  if (one.withdrawn) return "Återtagen: " + said(*one.withdrawn);
  const std::string reason = one.reason ? ": " + said(*one.reason) : "";
  if (one.decision) return "Lokalt samråd: " + said(*one.decision) + reason;
  if (one.state == DeficiencyState::with_counterpart && one.answer_by) {
    return "Motparten svarar senast " + last_day_text(*one.answer_by, look) + "°";
  }
  return one.proposed ? "Förslag: " + said(*one.proposed) + reason : "";
}

std::string deficiency_text(const CaseView& view, const DeficiencyView& one, const Look& look) {
  const std::string who = one.party.empty() ? one.outsider : party_text(view, one.party, look);
  const std::string meeting = one.meeting > 0 ? "möte " + std::to_string(one.meeting) : "";
  std::string text =
      words::hanging("  Brist " + std::to_string(one.number) + ": ",
                     joined({who, kinds_text(one), meeting, said(one.state)}, " · "));
  const std::string outcome = outcome_text(one, look);
  if (!outcome.empty()) text += words::hanging("    ", outcome);
  for (const CitedFact& fact : one.facts) {
    text += "    " + look.time(fact.at) + "  " + said(fact.what) + " (händelse " +
            std::to_string(fact.event) + ")\n";
  }
  return text;
}

std::string round_text(const CaseView& view) {
  return view.round > 1 ? "omgång " + std::to_string(view.round) : "";
}

/// Whether the meeting was, and how it is told in words.
std::string status_text(const MeetingView& meeting, const Look& look) {
  const bool has_been = is_live(meeting) && meeting.starts < look.now();
  return has_been ? "närvaron är inte stängd" : said(meeting.status);
}

/// A limit that cannot be reckoned says what is missing; nothing is guessed.
std::string limit_text(LimitState state, const std::string& when,
                       const std::vector<DischargeFact>& missing) {
  if (state == LimitState::computed) return when;
  std::vector<std::string> facts;
  for (const DischargeFact fact : missing) facts.push_back(said(fact));
  return said(state) + (facts.empty() ? "" : ", saknas: " + joined(facts, ", "));
}

/// A day that must not pass falls due when it has passed; what is shown is the day.
std::string when_text(const DueView& due, const Look& look) {
  const std::string at = look.time(due.at);
  if (!at.ends_with(" 00:00")) return at;
  if (due.kind == DueKind::payment_begins) return last_day_text(due.at, look);
  const Instant last = due.at - after_the_last_second;
  return due.kind == DueKind::follow_up_due ? look.follow_up_day(look.day(last))
                                            : last_day_text(last, look);
}

/// With a sign where a local standard set the time, with its reference where the law did.
std::string demand_text(DueKind kind) {
  const std::string basis = basis_of(kind, Language::swedish);
  if (basis.empty()) return said(kind);
  return said(kind) + (basis == said(Basis::local_standard) ? "°" : ", " + basis);
}

/// The activity's party, since the activity has no name that may be shown.
std::string about_text(const CaseView& view, const DueView& due, const Look& look) {
  if (due.kind == DueKind::deficiency_answer_due) {
    for (const DeficiencyView& one : view.deficiencies) {
      if (one.number == due.number) return party_text(view, one.party, look);
    }
  }
  for (const ActivityView& each : view.plan.activities) {
    if (is_about_activity(due.kind) && each.id.text == due.about.text) {
      return party_text(view, each.owner, look);
    }
  }
  return due.about.empty() ? "" : party_text(view, due.about, look);
}

}  // namespace

bool is_live(const MeetingView& meeting) {
  return meeting.status == MeetingStatus::called || meeting.status == MeetingStatus::open;
}

bool is_standing(const DeficiencyView& one) {
  return one.state != DeficiencyState::withdrawn && one.state != DeficiencyState::closed;
}

std::string party_text(const CaseView& view, const PartyId& party, const Look& look) {
  const PartyView* found = find_party(view, party);
  if (found && found->kind != PartyKind::unit) return said(found->kind);
  return look.name_of(party.text);
}

std::string last_day_text(Instant at, const Look& look) { return look.time(at).substr(0, 10); }

std::string heading_text(const CaseView& view, const Look& look) {
  std::string text = words::hanging("", joined({"Ärende " + view.id.text, said(view.kind),
                                                "steg: " + said(view.step), round_text(view)},
                                               " · "));
  const bool open = view.step != Step::closed;
  const bool follows = view.step == Step::activity_follow_up || view.step == Step::follow_up;
  text += words::hanging("  ", joined({"Samordnas av " + look.name_of(view.coordinator.unit.text),
                                       "öppnat " + last_day_text(view.opened_at, look),
                                       open ? consent_text(view.consent, look) : "",
                                       follows && view.next_follow_up
                                           ? "följs upp " + look.follow_up_day(*view.next_follow_up)
                                           : ""},
                                      " · "));
  if (view.closing_reason) {
    text += "  Avslutat " + last_day_text(view.closed_at.value_or(Instant{}), look) + ": " +
            said(*view.closing_reason) + "\n";
  }
  return text + discharge_text(view, look);
}

std::string discharge_text(const CaseView& view, const Look& look) {
  if (!view.discharge) return "";
  const DischargeView& limits = *view.discharge;
  const std::string latest = "senast " +
                             last_day_text(limits.summons_latest.value_or(Instant{}), look) + ", " +
                             said(limits.summons_done);
  const std::string first =
      limits.payment_first_day ? "från " + iso(*limits.payment_first_day) : "";
  return words::hanging("  Kallelse efter utskrivningsklar: ",
                        limit_text(limits.summons, latest, {}) + " (" +
                            basis_of(DueKind::discharge_summons_due, Language::swedish) + ")") +
         words::hanging("  Kommunens betalningsansvar: ",
                        limit_text(limits.payment, first, limits.missing) + " (" +
                            basis_of(DueKind::payment_begins, Language::swedish) + ")");
}

std::string meetings_text(const CaseView& view, const Look& look) {
  std::string text;
  for (const MeetingView& meeting : view.meetings) {
    const bool moved = meeting.version > 1;
    const std::string first =
        joined({"Möte " + std::to_string(meeting.number), said(meeting.form),
                look.time(meeting.starts), status_text(meeting, look),
                moved ? "kallat på nytt, version " + std::to_string(meeting.version) : ""},
               " · ");
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
    demands.push_back({view.id.text, due, about_text(view, due, look)});
  }
  return demands;
}

std::string demands_text(std::vector<Demand> demands, const Look& look, std::size_t most) {
  std::stable_sort(demands.begin(), demands.end(),
                   [](const Demand& a, const Demand& b) { return a.due.at < b.due.at; });
  const std::size_t shown = std::min(most, demands.size());
  words::TextTable table;
  table.head = {"När", "Ärende", "Vad", "Vem"};
  table.most = {16, 14, 32, 30};
  table.indent = 2;
  for (std::size_t i = 0; i < shown; ++i) {
    const Demand& one = demands[i];
    table.rows.push_back(
        {when_text(one.due, look), one.case_id, demand_text(one.due.kind), one.about});
  }
  std::string text = words::to_text(table);
  if (shown < demands.size()) {
    text += "  … och " + std::to_string(demands.size() - shown) + " till\n";
  }
  return text;
}

}  // namespace kallad::program
