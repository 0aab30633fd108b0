// Decides as the brain would, folds what was decided, and looks at the deficiencies it changed.
// Not a way to the desk.
#include "adapters/api/papers/draft_routes.hpp"

#include <algorithm>

#include "adapters/api/papers/draft_answers.hpp"
#include "adapters/api/routes/opening.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/brain/ledger.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/view/party_names.hpp"
#include "engine/authority/authority.hpp"

namespace kallad::api {

namespace {

/// What is asked about: attendance closed with the marks there are, or the meeting called off.
FileCommand command_in(const HttpRequest& request) {
  const std::string causes = query_value(request.query, "causes");
  if (causes.empty()) return CloseAttendance{};
  CallOffMeeting command;
  for (std::size_t from = 0; from <= causes.size();) {
    const auto end = std::min(causes.find(',', from), causes.size());
    if (end > from) command.causes.emplace_back(causes.substr(from, end - from));
    from = end + 1;
  }
  return command;
}

std::optional<DraftChange> change_of(const FileEvent& event) {
  using boost::variant2::holds_alternative;
  if (holds_alternative<DeficiencyDrafted>(event)) return DraftChange::drafted;
  if (holds_alternative<DeficiencyGrown>(event)) return DraftChange::grown;
  if (holds_alternative<DeficiencyNarrowed>(event)) return DraftChange::narrowed;
  if (holds_alternative<DeficiencyWithdrawn>(event)) return DraftChange::withdrawn;
  return std::nullopt;
}

std::uint32_t number_of(const FileEvent& event) {
  return boost::variant2::visit(
      [](const auto& one) -> std::uint32_t {
        if constexpr (std::is_base_of_v<DeficiencyFact, std::decay_t<decltype(one)>>) {
          return one.number;
        }
        return 0;
      },
      event);
}

/// Whether it rests on who was at the table, which who leads the meeting sees.
bool is_of_the_table(DeficiencyKind kind) { return kind >= DeficiencyKind::absent; }
bool is_of_the_table(FactKind fact) { return fact >= FactKind::substitute_confirmed; }

DraftShown draft_of(const Deficiency& one, DraftChange change, bool whole) {
  DraftShown draft{change, one.number, one.party, {}, {}};
  std::ranges::copy_if(one.kinds, std::back_inserter(draft.kinds),
                       [whole](DeficiencyKind kind) { return whole || is_of_the_table(kind); });
  std::ranges::copy_if(one.facts, std::back_inserter(draft.facts), [whole](const CitedFact& fact) {
    return whole || is_of_the_table(fact.what);
  });
  return draft;
}

/// The deficiencies that those events would change, as they would be then.
std::vector<DraftShown> drafts_after(CaseFile file, const std::vector<FileEvent>& events,
                                     Stamp stamp, bool whole) {
  std::vector<std::pair<std::uint32_t, DraftChange>> changed;
  stamp.event = file.running.events;
  for (const FileEvent& event : events) {
    ++stamp.event;
    if (const auto change = change_of(event)) changed.emplace_back(number_of(event), *change);
    file = between::evolve(std::move(file), event, stamp);
  }
  std::vector<DraftShown> drafts;
  for (const Deficiency& one : file.deficiencies) {
    const auto found =
        std::ranges::find(changed, one.number, &std::pair<std::uint32_t, DraftChange>::first);
    if (found == changed.end()) continue;
    DraftShown draft = draft_of(one, found->second, whole);
    if (whole || !draft.kinds.empty()) drafts.push_back(std::move(draft));
  }
  return drafts;
}

std::vector<WhyNot> reasons_in(const Refusals& refusals, const Case& running,
                               const Register& known) {
  const auto text = [&](const Refusal& why, Language language) {
    return text_of(why, language, names_in(running, known, language));
  };
  std::vector<WhyNot> all;
  for (const Refusal& each : refusals) {
    all.push_back(
        {std::string{each.rule}, {text(each, Language::swedish), text(each, Language::english)}});
  }
  return all;
}

void show(House& house, Call call) {
  const auto found = house.shelf.find_case(call.values.at(0));
  if (!found) return call.answer(problem(404, "no_such_case"));
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  const FileCommand command = command_in(call.request);
  const auto admitted = authority::admit(call.caller, found->file, occasion, command);
  if (!admitted) return call.answer(problem_of(admitted.denial()));
  const Seen seen{found, authority::sight(call.caller, found->file, occasion), found};
  const auto routines = ledger::routines_in_force(ledger->ledger);
  const Ground ground{occasion.known, routines, house.calendar, {}};
  const Stamp stamp{std::max(occasion.at, found->file.running.last_at), admitted.actor(), 0};
  const auto verdict = between::decide(found->file, command, stamp, ground);
  DraftsShown body;
  if (verdict) {
    const bool whole = seen.sight.of_case == CaseSight::whole;
    body.drafts = drafts_after(found->file, verdict.events(), stamp, whole);
  } else {
    body.why_not = reasons_in(verdict.refusals(), found->file.running, occasion.known);
  }
  answer_logged(house, std::move(call), "drafts", seen, occasion.at,
                json(codec::write_compact(body)));
}

}  // namespace

std::vector<Route> draft_routes(House& house) {
  return {{.method = "GET",
           .pattern = "/api/v1/cases/{case}/drafts",
           .id = "show_drafts",
           .about = "vilka brister som skulle skrivas om närvaron stängdes nu, utan att något görs",
           .handle = [&house](Call call) { show(house, std::move(call)); },
           .form = {.answer = &codec::shape_of<DraftsShown>(), .query = {"causes"}}}};
}

}  // namespace kallad::api
