// From the counts of a year to the report: every count that will be shown and the sums a reader can
// reckon with become one system, and what must not be told is hidden in it.
// Not the rule of hiding: suppression.hpp. Rule kept: whatever adds up in the report is told to the
// system as a sum here; a new table needs its sums before it is shown.
#include <algorithm>
#include <cstdlib>

#include "engine/report/cause_lists.hpp"
#include "engine/report/suppression.hpp"
#include "engine/report/year_tally.hpp"
#include "engine/spine/table.hpp"

namespace kallad::report {

namespace {

constexpr std::string_view no_unit = "-";

std::int64_t sum_of(const YearTally::ByGroup& counts) {
  std::int64_t sum = 0;
  for (const std::int64_t each : counts) sum += each;
  return sum;
}

template <class E>
std::vector<E> all_of() {
  std::vector<E> values;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto each) { values.push_back(each.value); });
  return values;
}

}  // namespace

/// Builds the cells of one report in the order they are shown.
class YearCells {
 public:
  YearCells(const YearTally& tally, const Publication& publication)
      : tally_(tally), publication_(publication) {}

  YearlyReport build() {
    const std::size_t came_in = add(Section::came_in, {}, {}, tally_.came_in_);
    const auto outcomes = rows<Outcome>(Section::outcome, tally_.outcomes_);
    system_.sum(came_in, outcomes);
    const std::size_t off = outcomes[static_cast<std::size_t>(Outcome::not_a_deficiency)];
    system_.sum(off, rows<NotDeficiencyReason>(Section::reason, tally_.reasons_));
    const std::size_t counted = add(Section::counted, {}, {}, tally_.came_in_ - value_of(off));
    system_.sum(came_in, {counted, off});
    const auto origins = rows<Origin>(Section::origin, tally_.origins_);
    system_.sum(counted, origins);
    add_kinds(counted, origins[static_cast<std::size_t>(Origin::automatic)]);
    const auto groups = add_actors(Section::counterpart, tally_.counterparts_, came_in);
    add_actors(Section::reporter, tally_.reporters_, came_in);
    add_causes(counted, off, groups);
    return finished();
  }

 private:
  using Members = std::vector<std::pair<UnitId, std::int64_t>>;
  using Principals = std::map<std::string, Members>;

  std::size_t add(Section section, std::string row, std::string column, std::int64_t value) {
    const std::size_t cell =
        system_.add(value, CellUse::printed, tells_by_comparing(section, row, column, value));
    cells_.push_back({section, std::move(row), std::move(column), {}});
    places_.push_back(cell);
    return cell;
  }

  std::int64_t value_of(std::size_t cell) const { return system_.cells()[cell].value; }

  /// Whether the version before, laid beside this one, would tell a small count.
  bool tells_by_comparing(Section section, const std::string& row, const std::string& column,
                          std::int64_t value) const {
    if (!publication_.previous) return false;
    const Count* before = find_count(publication_.previous->cells, section, row, column);
    if (!before) return false;
    if (before->state == CountState::hidden) return true;
    const std::int64_t change = std::abs(value - std::int64_t{before->value.value_or(0)});
    return before->value && change > 0 && change < publication_.threshold;
  }

  template <class E, std::size_t N>
  std::vector<std::size_t> rows(Section section, const std::array<std::int64_t, N>& counts) {
    std::vector<std::size_t> cells;
    for (const E value : all_of<E>()) {
      cells.push_back(add(section, std::string{table::state_id(value)}, {},
                          counts.at(static_cast<std::size_t>(value))));
    }
    return cells;
  }

  /// Every automatic one has a kind; one written by hand where the product then found the same.
  void add_kinds(std::size_t counted, std::size_t automatic) {
    const std::size_t of_a_kind = system_.add(tally_.of_a_kind_, CellUse::slack);
    system_.at_most(automatic, of_a_kind);
    system_.at_most(of_a_kind, counted);
    system_.cover(of_a_kind, rows<DeficiencyKind>(Section::kind, tally_.kinds_));
  }

  /// What came in against a group is off, without a cause, or has one at least. None of the three
  /// is shown by group, but a reader can reckon with them.
  void add_causes(std::size_t counted, std::size_t off, const std::vector<std::size_t>& groups) {
    const std::size_t open = add(Section::cause_open, {}, {}, sum_of(tally_.without_cause_));
    const std::size_t caused = system_.add(value_of(counted) - value_of(open), CellUse::slack);
    system_.sum(counted, {open, caused});
    const auto columns = add_cause_rows(caused);
    std::vector<std::size_t> offs;
    std::vector<std::size_t> opens;
    std::vector<std::size_t> causeds;
    for (std::size_t group = 0; group < groups.size(); ++group) {
      offs.push_back(system_.add(tally_.off_.at(group), CellUse::slack));
      opens.push_back(system_.add(tally_.without_cause_.at(group), CellUse::slack));
      const auto rest = value_of(groups[group]) - value_of(offs[group]) - value_of(opens[group]);
      causeds.push_back(system_.add(rest, CellUse::slack));
      system_.sum(groups[group], {offs[group], opens[group], causeds[group]});
      system_.cover(causeds[group], columns[group]);
    }
    system_.sum(off, std::move(offs));
    system_.sum(open, std::move(opens));
    system_.sum(caused, std::move(causeds));
  }

  /// Each cause over the groups of counterparts; gives the cells of each group.
  std::vector<std::vector<std::size_t>> add_cause_rows(std::size_t caused) {
    std::vector<std::vector<std::size_t>> columns(all_of<ActorGroup>().size());
    std::vector<std::size_t> totals;
    for (const Cause cause : causes_of(tally_.ground_.year)) {
      const auto found = tally_.causes_.find(cause);
      const YearTally::ByGroup by_group =
          found == tally_.causes_.end() ? YearTally::ByGroup{} : found->second;
      const std::string row{table::state_id(cause)};
      totals.push_back(add(Section::cause, row, {}, sum_of(by_group)));
      std::vector<std::size_t> parts;
      for (const ActorGroup group : all_of<ActorGroup>()) {
        const auto at = static_cast<std::size_t>(group);
        parts.push_back(
            add(Section::cause, row, std::string{table::state_id(group)}, by_group.at(at)));
        columns[at].push_back(parts.back());
      }
      system_.sum(totals.back(), std::move(parts));
    }
    system_.cover(caused, totals);
    return columns;
  }

  /// Groups, in them principals, in these units: each level adds up to the one above.
  std::vector<std::size_t> add_actors(Section section, const YearTally::Units& units,
                                      std::size_t came_in) {
    std::vector<std::size_t> groups;
    for (const ActorGroup group : all_of<ActorGroup>()) {
      Principals principals;
      std::int64_t all = 0;
      for (const auto& [place, count] : units) {
        if (place.first != group) continue;
        principals[principal_of(place.second)].emplace_back(place.second, count);
        all += count;
      }
      groups.push_back(add(section, std::string{table::state_id(group)}, "group", all));
      std::vector<std::size_t> parts;
      for (const auto& [principal, members] : principals) {
        parts.push_back(add_principal(section, group, principal, members));
      }
      system_.sum(groups.back(), std::move(parts));
    }
    system_.sum(came_in, groups);
    return groups;
  }

  std::size_t add_principal(Section section, ActorGroup group, const std::string& principal,
                            const Members& units) {
    std::int64_t all = 0;
    for (const auto& [unit, count] : units) all += count;
    // A principal may have units inside the agreement and outside it: then it has two rows.
    const std::string level = group == ActorGroup::outside ? "outside_" : "";
    const std::size_t total = add(section, principal, level + "principal", all);
    if (principal == no_unit) return total;
    name_principal(principal, group);
    std::vector<std::size_t> parts;
    for (const auto& [unit, count] : units) {
      parts.push_back(add(section, unit.text, level + "unit", count));
      const Unit* known = find_unit(tally_.ground_.known, unit);
      name({unit.text, known ? known->name : unit.text, group, principal});
    }
    system_.sum(total, std::move(parts));
    return total;
  }

  std::string principal_of(const UnitId& unit) const {
    const Unit* found = find_unit(tally_.ground_.known, unit);
    return found ? found->principal.text : std::string{no_unit};
  }

  void name_principal(const std::string& id, ActorGroup group) {
    name({id, principal_name(tally_.ground_.known, PrincipalId{id}), group, {}});
  }

  void name(Organisation organisation) {
    const auto same = [&](const Organisation& one) {
      return one.id == organisation.id && one.principal == organisation.principal;
    };
    if (std::ranges::none_of(organisations_, same)) {
      organisations_.push_back(std::move(organisation));
    }
  }

  YearlyReport finished() {
    const auto hidden = hidden_cells(system_, publication_.threshold);
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      cells_[i].count.state = hidden[places_[i]] ? CountState::hidden : CountState::shown;
      if (!hidden[places_[i]]) {
        cells_[i].count.value = static_cast<std::uint32_t>(value_of(places_[i]));
      }
    }
    YearlyReport report;
    report.head = head();
    report.most_common = most_common();
    report.cells = std::move(cells_);
    report.organisations = std::move(organisations_);
    report.words = publication_.words;
    report.earlier = publication_.earlier;
    std::ranges::sort(report.earlier, std::greater{}, &EarlierYear::year);
    return report;
  }

  ReportHead head() const {
    const auto& known = tally_.ground_.known.councils;
    const auto found = known.find(tally_.ground_.council);
    return {tally_.ground_.council,
            found == known.end() ? tally_.ground_.council.text : found->second.name,
            tally_.ground_.year,
            publication_.version,
            publication_.frozen_at,
            publication_.threshold,
            false,
            {}};
  }

  /// The one cause with most, where every cause's count is shown: else it would tell of a hidden
  /// one.
  std::optional<Cause> most_common() const {
    std::optional<Cause> best;
    std::uint32_t most = 0;
    for (const Cause cause : causes_of(tally_.ground_.year)) {
      const Count* count = find_count(cells_, Section::cause, table::state_id(cause));
      if (!count || !count->value) return std::nullopt;
      if (*count->value == most) best.reset();
      if (*count->value > most) best = cause, most = *count->value;
    }
    return best;
  }

  const YearTally& tally_;
  const Publication& publication_;
  CellSystem system_;
  std::vector<ReportCell> cells_;
  std::vector<std::size_t> places_;
  std::vector<Organisation> organisations_;
};

YearlyReport YearTally::report(const Publication& publication) const {
  return YearCells{*this, publication}.build();
}

}  // namespace kallad::report
