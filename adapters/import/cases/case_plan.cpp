// Each case is played through the engine on what the log has of it, and nothing is stored.
// Not a second way to decide: the desk asks the same engine again when it is done in earnest.
#include "adapters/import/cases/case_plan.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "adapters/brain/case_reader.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/desk/digest/digest.hpp"
#include "engine/authority/authority.hpp"

namespace kallad::importing {

namespace {

constexpr std::string_view prefix = "import-";
/// Under what name of an account authority is asked: whoever can write the store coordinates for
/// the unit of the row, and for no other.
constexpr std::string_view importer = "kallad-import";

/// A case as the log has it, and what an import has said in it.
struct Standing {
  CaseFile file;
  std::set<std::string, std::less<>> said;  ///< ids of imports' commands
  bool by_others = false;                   ///< somebody has said something beside them
};

/// Follows from what is said, so that saying it again is the same command.
std::string command_id(const Submission& submission) {
  Hasher hasher;
  hasher.add(std::string_view{submission.stream});
  hasher.add(std::string_view{submission.content});
  return std::string{prefix} + hex(hasher.finish()).substr(0, 32);
}

/// Where the case comes from is told once: the same row may stand on another line next time.
std::string command_id(const Submission& submission, const FileCommand& command) {
  if (!boost::variant2::holds_alternative<RecordOrigin>(command)) return command_id(submission);
  return std::string{prefix} + "origin";
}

std::string_view id_of(const FileCommand& command) {
  return boost::variant2::visit([](const auto& one) { return one.id; }, command);
}

/// What everything after it stands on.
bool is_ground_of_others(const FileCommand& command) {
  return boost::variant2::holds_alternative<OpenCase>(command) ||
         boost::variant2::holds_alternative<RecordConsent>(command) ||
         boost::variant2::holds_alternative<TakeOverPlan>(command);
}

class CasePlanner {
 public:
  CasePlanner(const CaseGround& ground, const std::vector<TableFile>& files)
      : ground_(ground),
        routines_(ledger::routines_in_force(ground.ledger)),
        index_(ground.read, ground.find),
        drafts_(
            draft_cases(ground.ledger.known, files, ground.calendar.zone().day_of(ground.now))) {}

  CasePlan plan() {
    refuse_doubles();
    for (CaseDraft& draft : drafts_.cases) weigh(draft);
    for (CaseRow& stray : drafts_.strays) tell(stray, {}, CaseFate::refused, {});
    return std::move(plan_);
  }

 private:
  static std::string where(const CaseDraft& draft) {
    const CaseRow& row = draft.rows.front();
    return row.file->name + ":" + std::to_string(row.cells->front().at.line);
  }

  static void say_no(CaseDraft& draft, std::size_t row, std::string_view column, Refusal why) {
    CaseRow& at = draft.rows[row];
    const auto& columns = at.file->columns;
    const auto found = std::ranges::find(columns, column);
    const Place place = found == columns.end()
                            ? Place{at.cells->front().at.line, 0}
                            : (*at.cells)[static_cast<std::size_t>(found - columns.begin())].at;
    at.refusals.push_back(
        {{std::move(why), place}, RowReader::swedish_name(at.file->table, column)});
  }

  /// Which of two rows is right nobody can know; and a person who comes twice has two SIPs.
  void refuse_doubles() {
    std::map<std::string, CaseDraft*> by_id;
    std::map<std::string, CaseDraft*> by_number;
    for (CaseDraft& draft : drafts_.cases) {
      const auto [same, is_new] = by_id.emplace(draft.id, &draft);
      if (!is_new && !draft.id.empty()) {
        say_no(draft, 0, "case",
               Refusal{"row_twice", {{"value", draft.id}, {"where", where(*same->second)}}});
        say_no(*same->second, 0, "case",
               Refusal{"row_twice", {{"value", draft.id}, {"where", where(draft)}}});
      }
      const std::string number = lookup_digits(draft.identity_number);
      if (number.empty()) continue;
      const auto [person, first] = by_number.emplace(number, &draft);
      if (first || draft.knows_of_other_sip) continue;
      say_no(draft, 0, "identity_number",
             Refusal{"person_twice", {{"where", where(*person->second)}}});
    }
  }

  Standing standing_of(const CaseDraft& draft) const {
    Standing standing{fresh_case(draft.id), {}, false};
    ground_.read(draft.id, [&](const EventView& event) {
      const Actor by = read_actor(event.actor);
      take(standing.file, event, by);
      if (event.command_id.starts_with(prefix)) {
        standing.said.emplace(event.command_id);
      } else if (by.role != Role::clock && by.role != Role::mail) {
        standing.by_others = true;
      }
    });
    return standing;
  }

  static bool is_refused(const CaseDraft& draft) {
    return std::ranges::any_of(draft.rows,
                               [](const CaseRow& row) { return !row.refusals.empty(); });
  }

  void weigh(CaseDraft& draft) {
    if (is_refused(draft)) return tell_all(draft, CaseFate::refused, {});
    Standing standing = standing_of(draft);
    const bool was_there = standing.file.running.is_opened() || standing.file.disposal.counted;
    CaseWork work{CaseId{draft.id}, draft.coordinating, {}};
    std::vector<std::vector<std::string>> says(draft.rows.size());
    for (const CaseStep& step : draft.steps) {
      Submission submission =
          submission_of(draft.id, "", actor_of(draft), AnyCommand{step.command});
      submission.command_id = command_id(submission, step.command);
      if (standing.said.contains(submission.command_id)) continue;
      if (!may_go_on(draft, standing, was_there, step) || !play(draft, standing.file, step)) break;
      says[step.row].emplace_back(id_of(step.command));
      work.submissions.push_back(std::move(submission));
    }
    if (is_refused(draft)) return tell_all(draft, CaseFate::refused, {});
    const bool any = !work.submissions.empty();
    if (any) plan_.work.push_back(std::move(work));
    tell_all(draft,
             !any        ? CaseFate::exists
             : was_there ? CaseFate::continued
                         : CaseFate::opened,
             says);
  }

  Actor actor_of(const CaseDraft& draft) const {
    return {Role::coordinator, draft.coordinating, ground_.by};
  }

  /// A number that is taken by another case is nobody's to go on with; what people have worked on
  /// since is theirs, and the list is older than what they know.
  static bool may_go_on(CaseDraft& draft, const Standing& standing, bool was_there,
                        const CaseStep& step) {
    if (!was_there) return true;
    if (boost::variant2::holds_alternative<OpenCase>(step.command)) {
      say_no(draft, 0, "case", Refusal{"case_is_of_others", {{"value", draft.id}}});
      return false;
    }
    if (!standing.by_others) return true;
    say_no(draft, step.row, step.column, Refusal{"case_has_moved_on", {{"value", draft.id}}});
    return false;
  }

  /// Asks authority and engine, and goes on with the case as it would be. Whether the next step is
  /// worth asking for.
  bool play(CaseDraft& draft, CaseFile& file, const CaseStep& step) {
    const Register& known = ground_.ledger.known;
    const Caller caller{std::string{importer},
                        ground_.by,
                        draft.coordinating,
                        {Position::coordinator},
                        {CaseId{draft.id}}};
    const auto admission =
        authority::admit(caller, file, {known, ground_.calendar, ground_.now}, step.command);
    if (!admission) {
      say_no(draft, step.row, step.column, admission.denial().why);
      return false;
    }
    Stamp stamp{ground_.now, actor_of(draft), 0};
    const auto* opening = boost::variant2::get_if<OpenCase>(&step.command);
    const auto others = opening == nullptr
                            ? std::vector<CaseId>{}
                            : index_.open_cases(opening->person.identity_number, CaseId{draft.id});
    const auto verdict =
        between::decide(file, step.command, stamp, {known, routines_, ground_.calendar, others});
    if (!verdict) {
      for (const Refusal& why : verdict.refusals()) refuse_field(draft, step, why);
      return !is_ground_of_others(step.command);
    }
    stamp.event = file.running.events;
    for (const FileEvent& event : verdict.events()) {
      ++stamp.event;
      file = between::evolve(std::move(file), event, stamp);
    }
    return true;
  }

  static void refuse_field(CaseDraft& draft, const CaseStep& step, const Refusal& why) {
    std::string_view column = step.column;
    for (const auto& [name, value] : why.data) {
      const std::string_view of_field = name == "field" ? column_for(value) : std::string_view{};
      if (!of_field.empty()) column = of_field;
    }
    say_no(draft, step.row, column, why);
  }

  void tell_all(CaseDraft& draft, CaseFate fate,
                const std::vector<std::vector<std::string>>& says) {
    for (std::size_t i = 0; i < draft.rows.size(); ++i) {
      CaseRow& row = draft.rows[i];
      if (fate == CaseFate::refused && row.refusals.empty()) {
        row.refusals.push_back(
            {{Refusal{"case_row_refused", {}}, {row.cells->front().at.line, 0}}, ""});
      }
      // Of a case that was there a row without anything to say is as it was.
      const bool is_quiet = fate == CaseFate::continued && says[i].empty();
      tell(row, draft.id, is_quiet ? CaseFate::exists : fate,
           says.empty() ? std::vector<std::string>{} : says[i]);
    }
  }

  void tell(CaseRow& row, const std::string& id, CaseFate fate, std::vector<std::string> says) {
    plan_.rows.push_back(
        {row.file->name, row.cells->front().at.line, row.file->table, id, fate, std::move(says),
         std::move(row.refusals),
         fate == CaseFate::exists ? std::vector<CellFault>{} : std::move(row.notes)});
  }

  const CaseGround& ground_;
  std::vector<Routine> routines_;
  CaseIndex index_;
  CaseDrafts drafts_;
  CasePlan plan_;
};

}  // namespace

std::size_t count(const CasePlan& plan, CaseFate fate) {
  return static_cast<std::size_t>(std::ranges::count(plan.rows, fate, &CaseRowFate::fate));
}

CasePlan plan_cases(const CaseGround& ground, const std::vector<TableFile>& files) {
  return CasePlanner{ground, files}.plan();
}

}  // namespace kallad::importing
