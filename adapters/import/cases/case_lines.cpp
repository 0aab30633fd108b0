// Parties are added before consent is recorded, for two guardians are both asked; goals before the
// activities that serve them. Ids come from what is written, so that the same row is the same goal.
#include "adapters/import/cases/case_lines.hpp"

#include <algorithm>
#include <map>

#include "adapters/desk/digest/digest.hpp"

namespace kallad::importing {

namespace {

/// A few letters and digits that follow from the texts: the number of rows above does not matter.
std::string short_id(std::string_view prefix, std::initializer_list<std::string_view> texts) {
  constexpr std::size_t length = 6;
  Hasher hasher;
  for (const std::string_view text : texts) hasher.add(text);
  return std::string{prefix} + hex(hasher.finish()).substr(0, length);
}

std::vector<CaseDraft*> cases_named(CaseDrafts& all, const std::string& id) {
  std::vector<CaseDraft*> found;
  for (CaseDraft& draft : all.cases) {
    if (draft.id == id && !id.empty()) found.push_back(&draft);
  }
  return found;
}

/// Where steps of this kind go: parties before consent, the rest at the end.
void put(CaseDraft& draft, CaseStep step) {
  auto at = draft.steps.end();
  if (boost::variant2::holds_alternative<AddParty>(step.command)) {
    at = std::ranges::find_if(draft.steps, [](const CaseStep& one) {
      return boost::variant2::holds_alternative<RecordConsent>(one.command) ||
             boost::variant2::holds_alternative<TakeOverPlan>(one.command);
    });
  }
  draft.steps.insert(at, std::move(step));
}

bool has_party(const CaseDraft& draft, const PartyId& party) {
  return std::ranges::any_of(draft.steps, [&](const CaseStep& step) {
    const auto* added = boost::variant2::get_if<AddParty>(&step.command);
    return added != nullptr && added->party == party;
  });
}

bool is_taken_over(const CaseDraft& draft) {
  return std::ranges::any_of(draft.steps, [](const CaseStep& step) {
    return boost::variant2::holds_alternative<TakeOverPlan>(step.command);
  });
}

/// A row of parties: a unit of the register, or somebody beside the person by name.
void draft_party(CaseDraft& draft, RowReader& read, std::size_t row) {
  AddParty command;
  const bool is_unit = !read.text("party").empty();
  command.kind = read.value("kind", is_unit ? PartyKind::unit : PartyKind::relative);
  if (!read.text("calling").empty()) command.calling = read.value("calling", Calling::invited);
  if (command.kind == PartyKind::unit) {
    read.require("party");
    command.party = party_of(read.unit("party"));
  } else {
    read.require("name");
    command.name = read.text_or_none("name");
    command.party = PartyId{command.kind == PartyKind::person
                                ? std::string{"den-enskilde"}
                                : short_id("person-", {read.text("kind"), read.text("name")})};
  }
  if (command.party.empty()) return;
  const auto same = std::ranges::find_if(draft.steps, [&](const CaseStep& step) {
    const auto* added = boost::variant2::get_if<AddParty>(&step.command);
    return added != nullptr && added->party == command.party;
  });
  if (same == draft.steps.end()) return put(draft, {command, row, "party"});
  *same = {command, row, "party"};  // this row says more than the case's own
}

/// Who answers for an activity: a unit that the files make a party, or a huvudman.
std::optional<PartyId> owner_in(CaseDraft& draft, RowReader& read) {
  read.require("owner");
  const std::string named = read.text("owner");
  if (named.empty()) return std::nullopt;
  auto owner = read.unit_or_principal("owner", named);
  if (owner && !has_party(draft, *owner)) {
    read.say_no("owner", Refusal{"owner_is_no_party", {{"value", named}}});
  }
  return owner;
}

void draft_activity(CaseDraft& draft, RowReader& read, std::size_t row,
                    const std::optional<GoalId>& goal, Date today) {
  const std::string what = read.text("activity");
  const auto owner = owner_in(draft, read);
  const auto last = read.day("due");
  const auto status = read.value("status", ActivityStatus::planned);
  if (!owner) return;
  const ActivityId id{short_id("aktivitet-", {what, owner->text})};
  const bool is_late = last && *last < today && status != ActivityStatus::done;
  if (is_late) read.note("due", Refusal{"activity_is_overdue", {}});
  put(draft, {RecordActivity{{id, what, *owner, read.text_or_none("named_person"), last, goal}},
              row, "activity"});
  if (status != ActivityStatus::planned) {
    put(draft, {ReportActivity{id, status, read.text_or_none("note")}, row, "status"});
  }
}

/// A row of the plan: a goal, an activity, or an activity that serves a goal.
void draft_effort(CaseDraft& draft, RowReader& read, std::size_t row, Date today) {
  const std::string goal = read.text("goal");
  const std::string activity = read.text("activity");
  if (goal.empty() && activity.empty()) read.say_no("goal", Refusal{"cell_is_empty", {}});
  if (!is_taken_over(draft)) read.say_no("case", Refusal{"plan_without_meeting", {}});
  std::optional<GoalId> id;
  if (!goal.empty()) {
    id = GoalId{short_id("mal-", {goal})};
    const bool is_there = std::ranges::any_of(draft.steps, [&](const CaseStep& step) {
      const auto* said = boost::variant2::get_if<RecordGoal>(&step.command);
      return said != nullptr && said->goal.id == *id;
    });
    const auto kind = read.value("goal_kind", GoalKind::part);
    if (!is_there) put(draft, {RecordGoal{{*id, goal, kind, false}}, row, "goal"});
  }
  if (!activity.empty()) draft_activity(draft, read, row, id, today);
}

}  // namespace

void draft_lines(CaseDrafts& all, const Register& known, const std::vector<TableFile>& files,
                 Date today) {
  for (const Table table : {Table::parties, Table::efforts}) {
    for (const TableFile& file : files) {
      if (file.table != table) continue;
      for (const CsvRow& cells : file.rows) {
        RowReader read{file, cells, known};
        const auto named = cases_named(all, read.text("case"));
        if (named.size() != 1) {
          read.say_no("case", Refusal{"case_row_missing", {{"value", read.text("case")}}});
          all.strays.push_back({&file, &cells, read.refusals(), {}});
          continue;
        }
        CaseDraft& draft = *named.front();
        const std::size_t row = draft.rows.size();
        draft.rows.push_back({&file, &cells, {}, {}});
        if (table == Table::parties) {
          draft_party(draft, read, row);
        } else {
          draft_effort(draft, read, row, today);
        }
        draft.rows.back().refusals = read.refusals();
        draft.rows.back().notes = read.notes();
      }
    }
  }
}

std::vector<Responsibility> responsibilities_of(const std::vector<CaseStep>& steps,
                                                const Register& known) {
  std::vector<Responsibility> all;
  for (const CaseStep& step : steps) {
    const auto* said = boost::variant2::get_if<RecordActivity>(&step.command);
    const Unit* unit = said == nullptr ? nullptr : find_unit(known, unit_of(said->activity.owner));
    if (unit == nullptr) continue;
    const auto same = std::ranges::find(all, unit->principal, &Responsibility::principal);
    if (same == all.end()) {
      all.push_back({unit->principal, said->activity.what});
    } else {
      same->efforts += "; " + said->activity.what;
    }
  }
  return all;
}

}  // namespace kallad::importing
