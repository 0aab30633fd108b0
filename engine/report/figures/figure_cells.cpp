// From sums to published figures: all figures whose numbers a reader can set off against each other
// become one system, in which small counts are hidden. Not the rule of hiding: suppression.hpp.
// Rules kept: parts add up to their whole in every dimension, units to their principal; what a
// definition makes equal (meetings held, say) is told to the system as equal.
#include <algorithm>
#include <cstdlib>
#include <set>

#include "engine/report/figures/figure_tally.hpp"
#include "engine/report/suppression.hpp"
#include "engine/spine/table.hpp"

namespace kallad::report {

namespace {

/// Figures that are parted alike and have relations with each other.
using Family = std::vector<FigureId>;

const std::vector<Family>& families() {
  using enum FigureId;
  static const std::vector<Family> all = {
      {new_sips},
      {carried_out_sips, called_off_at_table, summons_to_meeting, meeting_to_copy,
       meeting_to_follow_up, all_summoned_present, person_took_part},
      {need_to_summons},
      {answered_in_time},
      {attended, substituted, absent},
      {followed_up_as_promised},
      {closed_with_evaluation}};
  return all;
}

/// The places of one figure's counts of one part in the system.
struct Places {
  std::optional<std::size_t> of;
  std::optional<std::size_t> among;
  std::optional<std::size_t> missing;
};

using Part = std::pair<Dimension, std::string>;

/// The value that at least the share `tenths` of ten does not exceed.
std::int32_t quantile(const std::map<std::int32_t, std::int64_t>& days, std::int64_t count,
                      std::int64_t tenths) {
  const std::int64_t rank = std::max<std::int64_t>(1, (count * tenths + 9) / 10);
  std::int64_t passed = 0;
  for (const auto& [value, times] : days) {
    passed += times;
    if (passed >= rank) return value;
  }
  return days.empty() ? 0 : days.rbegin()->first;
}

}  // namespace

/// Builds the figures in the order of their ids; within one in the order of dimension and key.
class FigureCells {
 public:
  FigureCells(const FigureTally& tally, const FigurePublication& publication)
      : tally_(tally), publication_(publication) {}

  KeyFigures build() {
    for (const Family& family : families()) add(family);
    add_people();
    return finished();
  }

 private:
  /// All parts that some figure of the family has; the whole is always there.
  std::set<Part> parts_of(const Family& family) const {
    std::set<Part> parts{{Dimension::total, {}}};
    for (const FigureId figure : family) {
      for (std::size_t at = 1; at < FigureTally::dimensions; ++at) {
        const auto dimension = static_cast<Dimension>(at);
        if (dimension == Dimension::sex && !publication_.by_sex) continue;
        for (auto& key : tally_.keys_of(figure, dimension)) parts.insert({dimension, key});
      }
    }
    return parts;
  }

  void add(const Family& family) {
    const auto parts = parts_of(family);
    std::map<Part, std::map<FigureId, Places>> places;
    for (const Part& part : parts) {
      for (const FigureId figure : family) {
        places[part][figure] = add(figure, part, places[part]);
      }
      relate(places[part]);
    }
    for (const FigureId figure : family) add_up(figure, parts, places);
    const auto& whole = places.at({Dimension::total, {}});
    const auto held = whole.find(FigureId::carried_out_sips);
    if (held != whole.end()) held_ = held->second.of;
  }

  Places add(FigureId figure, const Part& part, const std::map<FigureId, Places>& before) {
    const FigureCount count = tally_.count(figure, part.first, part.second);
    const FigureForm form = form_of(figure);
    const FigureCell* old =
        publication_.previous ? find_figure(*publication_.previous, figure, part.first, part.second)
                              : nullptr;
    Places places;
    if (form != FigureForm::days) places.of = add(count.of, old ? &old->of : nullptr);
    const bool shared = figure == FigureId::substituted || figure == FigureId::absent;
    if (shared) {
      places.among = before.at(FigureId::attended).among;
      places.missing = before.at(FigureId::attended).missing;
    } else if (form != FigureForm::count) {
      places.among = add(count.among, old ? &old->among : nullptr);
      const bool may_lack = figure != FigureId::called_off_at_table;
      if (may_lack) places.missing = add(count.missing, old ? &old->missing : nullptr);
    }
    shown_.push_back({figure, part, places, count});
    return places;
  }

  /// A count, to be hidden where the version before would tell a small one beside it.
  std::size_t add(std::int64_t value, const Count* before) {
    bool tells = false;
    if (before && before->state == CountState::hidden) tells = true;
    if (before && before->value) {
      const std::int64_t change = std::abs(value - std::int64_t{*before->value});
      tells = change > 0 && change < publication_.threshold;
    }
    return system_.add(value, CellUse::printed, tells);
  }

  void relate(const std::map<FigureId, Places>& places) {
    using enum FigureId;
    const auto held = places.find(carried_out_sips);
    for (const auto& [figure, place] : places) {
      if (figure == called_off_at_table) {
        system_.sum(*place.among, {*place.of, *held->second.of});
      } else if (figure == attended) {
        system_.sum(*place.among, {*place.of, *places.at(substituted).of, *places.at(absent).of});
      } else if (place.of && place.among && figure != substituted && figure != absent) {
        system_.share(*place.of, *place.among);
      }
      const bool of_meetings = held != places.end() && place.among && place.missing;
      if (of_meetings) system_.sum(*held->second.of, {*place.among, *place.missing});
    }
  }

  /// Parts of a dimension add up to the whole, units to their principals.
  void add_up(FigureId figure, const std::set<Part>& parts,
              const std::map<Part, std::map<FigureId, Places>>& places) {
    const Places& whole = places.at({Dimension::total, {}}).at(figure);
    std::map<std::string, std::vector<const Places*>> sums;
    for (const Part& part : parts) {
      if (part.first == Dimension::total) continue;
      const Places* place = &places.at(part).at(figure);
      const bool is_unit = part.first == Dimension::unit;
      sums[is_unit ? "unit/" + principal_of(part.second) : std::string{table::state_id(part.first)}]
          .push_back(place);
    }
    for (const auto& [name, members] : sums) {
      const bool of_units = name.starts_with("unit/");
      add_up(of_units ? places.at({Dimension::principal, name.substr(5)}).at(figure) : whole,
             members);
    }
  }

  void add_up(const Places& whole, const std::vector<const Places*>& members) {
    for (const auto part : {&Places::of, &Places::among, &Places::missing}) {
      if (!(whole.*part)) continue;
      std::vector<std::size_t> cells;
      for (const Places* member : members) cells.push_back(*(member->*part));
      system_.sum(*(whole.*part), std::move(cells));
    }
  }

  /// People by how many meetings each had. All meetings are told by these numbers: one for each of
  /// those with one, two for each of those with two, three or more for the others.
  void add_people() {
    std::array<std::int64_t, 3> people{};
    const auto add_one = [&](std::uint32_t meetings) {
      ++people.at(std::min<std::size_t>(meetings, people.size()) - 1);
    };
    for (const auto& [person, meetings] : tally_.meetings_of_) add_one(meetings);
    for (const std::uint32_t meetings : tally_.meetings_of_others_) add_one(meetings);
    const std::size_t all = add_people({Dimension::total, {}}, people[0] + people[1] + people[2]);
    const std::size_t one = add_people({Dimension::times, "1"}, people[0]);
    const std::size_t two = add_people({Dimension::times, "2"}, people[1]);
    const std::size_t more = add_people({Dimension::times, "3_up"}, people[2]);
    system_.sum(all, {one, two, more});
    const std::int64_t held = tally_.count(FigureId::carried_out_sips, Dimension::total, {}).of;
    const std::int64_t told = people[0] + 2 * people[1] + 3 * people[2];
    const std::size_t beyond = system_.add(held - told, CellUse::slack);
    system_.sum(*held_, {one, two, two, more, more, more, beyond});
  }

  std::size_t add_people(const Part& part, std::int64_t value) {
    const FigureCell* old = publication_.previous
                                ? find_figure(*publication_.previous, FigureId::people_with_sip,
                                              part.first, part.second)
                                : nullptr;
    Places places;
    places.of = add(value, old ? &old->of : nullptr);
    shown_.push_back({FigureId::people_with_sip, part, places, {}});
    return *places.of;
  }

  std::string principal_of(const std::string& unit) const {
    const Unit* found = find_unit(tally_.ground_.known, UnitId{unit});
    return found ? found->principal.text : std::string{no_municipality};
  }

  struct Shown {
    FigureId figure;
    Part part;
    Places places;
    FigureCount count;
  };

  Count told(const std::optional<std::size_t>& place, const std::vector<bool>& hidden) const {
    if (!place) return {CountState::not_stated, std::nullopt};
    if (hidden[*place]) return {CountState::hidden, std::nullopt};
    return {CountState::shown, static_cast<std::uint32_t>(system_.cells()[*place].value)};
  }

  FigureCell cell_of(const Shown& one, const std::vector<bool>& hidden) const {
    FigureCell cell{one.part.first,
                    one.part.second,
                    told(one.places.of, hidden),
                    told(one.places.among, hidden),
                    told(one.places.missing, hidden),
                    {},
                    {}};
    const bool has_days =
        form_of(one.figure) == FigureForm::days && cell.among.value.value_or(0) > 0;
    if (has_days) {
      cell.median = quantile(one.count.days, one.count.among, 5);
      cell.ninth_decile = quantile(one.count.days, one.count.among, 9);
    }
    return cell;
  }

  KeyFigures finished() {
    const auto hidden = hidden_cells(system_, publication_.threshold);
    KeyFigures figures;
    figures.head = {tally_.ground_.council,
                    council_name(),
                    tally_.ground_.year,
                    publication_.version,
                    tally_.ground_.frozen_at,
                    publication_.threshold,
                    false,
                    {}};
    std::map<FigureId, std::vector<FigureCell>> by_id;
    for (const Shown& one : shown_) by_id[one.figure].push_back(cell_of(one, hidden));
    for (auto& [id, cells] : by_id) {
      std::ranges::stable_sort(cells, {}, [](const FigureCell& cell) {
        return std::pair{cell.dimension, cell.key};
      });
      for (const FigureCell& cell : cells) name(cell, figures.organisations);
      figures.figures.push_back({id, std::move(cells)});
    }
    return figures;
  }

  std::string council_name() const {
    const auto& councils = tally_.ground_.known.councils;
    const auto found = councils.find(tally_.ground_.council);
    return found == councils.end() ? tally_.ground_.council.text : found->second.name;
  }

  void name(const FigureCell& cell, std::vector<Organisation>& names) const {
    const bool is_unit = cell.dimension == Dimension::unit;
    const bool is_principal =
        cell.dimension == Dimension::principal || cell.dimension == Dimension::municipality;
    if (!is_unit && !is_principal) return;
    const Register& known = tally_.ground_.known;
    const std::string principal_id = is_unit ? principal_of(cell.key) : cell.key;
    const Principal* principal = find_principal(known, PrincipalId{principal_id});
    if (principal == nullptr) return;
    const Unit* unit = is_unit ? find_unit(known, UnitId{cell.key}) : nullptr;
    Organisation one{cell.key, unit ? unit->name : principal->name,
                     group_of(principal->kind), is_unit ? principal_id : std::string{}};
    const auto same = [&](const Organisation& other) { return other == one; };
    if (std::ranges::none_of(names, same)) names.push_back(std::move(one));
  }

  const FigureTally& tally_;
  const FigurePublication& publication_;
  CellSystem system_;
  std::optional<std::size_t> held_;  ///< all meetings held
  std::vector<Shown> shown_;
};

KeyFigures FigureTally::figures(const FigurePublication& publication) const {
  return FigureCells{*this, publication}.build();
}

}  // namespace kallad::report
