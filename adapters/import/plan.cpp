// Rows are weighed against a copy of the register that takes in each row that is accepted, so that
// a unit may name a principal of the same import. Nothing is stored here.
// Not rules of the register: those are the engine's, asked for every row.
#include "adapters/import/plan.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "adapters/import/members.hpp"

namespace kallad::importing {

namespace {

/// What plan_rows needs to know of a kind of thing: where it stands, what records it, and which
/// columns something new cannot do without.
template <class T>
struct Kind;
template <>
struct Kind<Principal> {
  using Record = RecordPrincipal;
  static constexpr Table table = Table::principals;
  static constexpr std::array<std::size_t, 2> needed = {1, 2};
  static const auto& map(const Ledger& ledger) { return ledger.known.principals; }
};
template <>
struct Kind<Unit> {
  using Record = RecordUnit;
  static constexpr Table table = Table::units;
  static constexpr std::array<std::size_t, 2> needed = {1, 2};
  static const auto& map(const Ledger& ledger) { return ledger.known.units; }
};
template <>
struct Kind<Council> {
  using Record = RecordCouncil;
  static constexpr Table table = Table::councils;
  static constexpr std::array<std::size_t, 1> needed = {1};
  static const auto& map(const Ledger& ledger) { return ledger.known.councils; }
};
template <>
struct Kind<Agreement> {
  using Record = RecordAgreement;
  static constexpr Table table = Table::agreements;
  static constexpr std::array<std::size_t, 3> needed = {1, 2, 3};
  static const auto& map(const Ledger& ledger) { return ledger.known.agreements; }
};

/// A row on its way: what it says, and where its fate is told.
template <class T>
struct Draft {
  const TableFile& file;
  const CsvRow& row;
  T thing;
  std::size_t fate;
};

/// What the rows say of one agreement: the lines that are named, and those that are taken in.
struct MemberRows {
  std::set<MemberKey> named;
  Duties duties;
};

bool has_column(const TableFile& file, std::string_view english) {
  return std::find(file.columns.begin(), file.columns.end(), english) != file.columns.end();
}

/// The cell that a refusal's field is about ("unit.principal" is the column principal), else the
/// row.
Place place_for(const TableFile& file, const CsvRow& row, const Refusal& why) {
  std::string_view field;
  for (const auto& [name, value] : why.data) {
    if (name == "field") field = value;
  }
  field = field.substr(field.rfind('.') + 1);
  if (field == "id") field = columns_of(file.table).front().english;
  if (field == "members") field = "principal";
  if (field == "units") field = "unit";
  const auto found = std::find(file.columns.begin(), file.columns.end(), field);
  if (found == file.columns.end()) return {row.front().at.line, 0};
  return row[static_cast<std::size_t>(found - file.columns.begin())].at;
}

std::string name_of(const MemberRow& member) {
  std::string name = member.agreement.text + ", " + member.principal.text;
  return member.unit.empty() ? name : name + ", " + member.unit.text;
}

class Planner {
 public:
  Planner(const Ledger& ledger, const std::vector<TableFile>& files)
      : before_(ledger), now_(ledger), files_(files) {}

  Plan plan() {
    plan_rows<Principal>();
    plan_rows<Unit>();
    plan_rows<Council>();
    plan_rows<Agreement>();
    plan_members();
    return std::move(plan_);
  }

 private:
  RowFate& fate_of(std::size_t at) { return plan_.rows[at]; }

  void refuse(std::size_t fate, Refusal why, Place at) {
    fate_of(fate).fate = Fate::refused;
    fate_of(fate).refusals.push_back({std::move(why), at});
  }

  template <class T>
  void refuse_all(const Draft<T>& draft, const Refusals& reasons) {
    for (const Refusal& why : reasons) {
      refuse(draft.fate, why, place_for(draft.file, draft.row, why));
    }
  }

  /// Reads every row of the table. `start` gives what stands under the row's key.
  template <class T, class Start, class Name>
  std::vector<Draft<T>> drafts(Table table, const Start& start, const Name& name) {
    std::vector<Draft<T>> all;
    for (const TableFile& file : files_) {
      if (file.table != table) continue;
      for (const CsvRow& row : file.rows) {
        T keyed{};
        put_cells(keyed, file, row);
        Draft<T> draft{file, row, start(keyed), plan_.rows.size()};
        auto faults = put_cells(draft.thing, file, row);
        RowFate fate{file.name, row.front().at.line, table, name(keyed), Fate::unchanged, {}, {},
                     {}};
        if (!faults.empty()) fate.fate = Fate::refused;
        fate.refusals = std::move(faults);
        plan_.rows.push_back(std::move(fate));
        all.push_back(std::move(draft));
      }
    }
    refuse_doubles(all);
    return all;
  }

  /// Which of two rows is right nobody can know.
  template <class T>
  void refuse_doubles(const std::vector<Draft<T>>& all) {
    std::map<std::string, std::vector<std::size_t>> by_id;
    for (std::size_t i = 0; i < all.size(); ++i) by_id[fate_of(all[i].fate).id].push_back(i);
    for (const auto& [id, rows] : by_id) {
      for (const std::size_t i : rows) {
        if (rows.size() == 1 || id.empty()) continue;
        const Draft<T>& other = all[i == rows[0] ? rows[1] : rows[0]];
        const std::string where = other.file.name + ":" + std::to_string(other.row.front().at.line);
        refuse(all[i].fate, Refusal{"row_twice", {{"value", id}, {"where", where}}},
               {all[i].row.front().at.line, 0});
      }
    }
  }

  template <class T>
  void plan_rows() {
    using Of = Kind<T>;
    const auto& standing = Of::map(before_);
    auto all = drafts<T>(
        Of::table,
        [&](const T& keyed) {
          const auto found = standing.find(keyed.id);
          return found == standing.end() ? T{} : found->second;
        },
        [](const T& keyed) { return keyed.id.text; });
    if constexpr (std::is_same_v<T, Principal>) {
      weigh_principals(all);
    } else {
      for (const auto& draft : all) weigh(draft);
    }
    std::set<std::string> named;
    for (const auto& draft : all) named.insert(fate_of(draft.fate).id);
    tell_lacking<T>(named);
  }

  /// A provider may stand above the principal that it is bound like: it waits until that one stands
  /// in the register, or until nothing more comes of waiting.
  void weigh_principals(const std::vector<Draft<Principal>>& all) {
    std::vector<const Draft<Principal>*> waiting;
    for (const auto& draft : all) waiting.push_back(&draft);
    const auto may_go = [&](const Draft<Principal>* draft) {
      const auto& like = draft->thing.bound_like;
      return !like || now_.known.principals.contains(*like);
    };
    while (!waiting.empty()) {
      const auto stay = std::stable_partition(waiting.begin(), waiting.end(), may_go);
      const auto end = stay == waiting.begin() ? waiting.end() : stay;
      std::for_each(waiting.begin(), end, [&](const auto* draft) { weigh(*draft); });
      waiting.erase(waiting.begin(), end);
    }
  }

  template <class T>
  void weigh(const Draft<T>& draft) {
    using Of = Kind<T>;
    const auto found = Of::map(before_).find(draft.thing.id);
    const bool is_new = found == Of::map(before_).end();
    if (is_new) require_columns(draft, Of::needed);
    if (fate_of(draft.fate).fate == Fate::refused) return;
    const typename Of::Record record{draft.thing};
    if (!accept(draft, record)) return;
    RowFate& fate = fate_of(draft.fate);
    fate.changes = changes_between(Of::table, is_new ? T{} : found->second, draft.thing);
    if (!is_new && fate.changes.empty()) return note(draft);
    fate.fate = is_new ? Fate::added : Fate::changed;
    plan_.commands.emplace_back(record);
    note(draft);
  }

  /// Whether the engine takes it; then the next rows see it.
  template <class T>
  bool accept(const Draft<T>& draft, const LedgerCommand& command) {
    const auto verdict = ledger::decide(now_, command);
    if (!verdict) return refuse_all(draft, verdict.refusals()), false;
    for (const LedgerEvent& event : verdict.events()) ledger::apply(now_, event);
    return true;
  }

  template <class T, class Needed>
  void require_columns(const Draft<T>& draft, const Needed& needed) {
    for (const std::size_t column : needed) {
      const ColumnName& name = columns_of(draft.file.table)[column];
      if (has_column(draft.file, name.english)) continue;
      refuse(draft.fate, Refusal{"column_missing", {{"value", std::string{name.swedish}}}},
             {draft.row.front().at.line, 0});
    }
  }

  template <class T>
  void note(const Draft<T>& draft) {
    const auto tell = [&](const Refusal& what) {
      fate_of(draft.fate).notes.push_back({what, {draft.row.front().at.line, 0}});
    };
    if constexpr (std::is_same_v<T, Unit>) {
      if (draft.thing.mailbox.empty()) tell(Refusal{"mailbox_missing", {}});
      const auto check = now_.known.mailbox_checks.find(draft.thing.id);
      if (check != now_.known.mailbox_checks.end() && check->second.bounced) {
        tell(Refusal{"mailbox_bounced", {{"value", iso(check->second.on)}}});
      }
    } else if constexpr (std::is_same_v<T, Principal>) {
      const bool provider = draft.thing.kind == PrincipalKind::private_provider;
      if (provider && !draft.thing.bound_like) tell(Refusal{"provider_bound_like_nobody", {}});
    }
  }

  template <class T>
  void tell_lacking(const std::set<std::string>& named) {
    const auto is_of_table = [](const TableFile& file) { return file.table == Kind<T>::table; };
    if (std::none_of(files_.begin(), files_.end(), is_of_table)) return;
    for (const auto& [id, unused] : Kind<T>::map(before_)) {
      if (!named.contains(id.text)) lack(Kind<T>::table, id.text);
    }
  }
  void lack(Table table, std::string id) {
    plan_.rows.push_back({{}, 0, table, std::move(id), Fate::lacking, {}, {}, {}});
  }

  void plan_members() {
    const auto all = drafts<MemberRow>(
        Table::members, [](const MemberRow&) { return MemberRow{}; }, name_of);
    std::map<AgreementId, MemberRows> said;
    for (const auto& draft : all) weigh_member(draft, said);
    for (const auto& [agreement, rows] : said) record_members(agreement, rows);
  }

  /// The engine is asked with this member alone: the others have been or will be asked for.
  void weigh_member(const Draft<MemberRow>& draft, std::map<AgreementId, MemberRows>& said) {
    const MemberRow& member = draft.thing;
    const auto found = now_.known.agreements.find(member.agreement);
    if (found == now_.known.agreements.end()) {
      const Refusal why{"agreement_unknown",
                        {{"field", "agreement"}, {"value", member.agreement.text}}};
      return refuse(draft.fate, why, place_for(draft.file, draft.row, why));
    }
    const MemberKey key{member.principal, member.unit};
    said[member.agreement].named.insert(key);
    if (fate_of(draft.fate).fate == Fate::refused) return;
    Agreement alone = found->second;
    alone.members = members_of({{key, member.duty_to_attend}});
    const auto verdict = ledger::decide(now_, RecordAgreement{alone});
    if (!verdict) return refuse_all(draft, verdict.refusals());
    said[member.agreement].duties.emplace(key, member.duty_to_attend);
    tell_member(fate_of(draft.fate), duties_of(found->second.members), key, member);
  }

  static void tell_member(RowFate& fate, const Duties& standing, const MemberKey& key,
                          const MemberRow& member) {
    const auto was = standing.find(key);
    fate.fate = was == standing.end()                  ? Fate::added
                : was->second == member.duty_to_attend ? Fate::unchanged
                                                       : Fate::changed;
    MemberRow before = member;
    if (fate.fate == Fate::changed) before.duty_to_attend = was->second;
    if (fate.fate == Fate::added) before = {};
    fate.changes = changes_between(Table::members, before, member);
  }

  void record_members(const AgreementId& id, const MemberRows& rows) {
    Agreement agreement = now_.known.agreements.at(id);
    const Duties standing = duties_of(agreement.members);
    Duties all = standing;
    for (const auto& [key, duty] : rows.duties) all[key] = duty;
    for (const auto& [key, unused] : standing) {
      if (rows.named.contains(key)) continue;
      lack(Table::members, name_of({id, key.first, key.second, true}));
    }
    if (all == standing) return;
    agreement.members = members_of(all);
    plan_.commands.emplace_back(RecordAgreement{std::move(agreement)});
  }

  const Ledger& before_;
  Ledger now_;
  const std::vector<TableFile>& files_;
  Plan plan_;
};

}  // namespace

std::size_t count(const Plan& plan, Fate fate) {
  return static_cast<std::size_t>(std::count_if(
      plan.rows.begin(), plan.rows.end(), [&](const RowFate& row) { return row.fate == fate; }));
}

Plan plan_import(const Ledger& ledger, const std::vector<TableFile>& files) {
  return Planner{ledger, files}.plan();
}

}  // namespace kallad::importing
