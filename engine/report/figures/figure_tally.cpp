// Adding up. Parts are told apart by numbers, since a million cases are added within seconds: a key
// is looked up once for each unit, and once for each case what is the same for all of it.
// Not the publication: figure_cells.cpp.
#include "engine/report/figures/figure_tally.hpp"

#include <algorithm>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <functional>
#include <utility>

namespace kallad::report {

std::optional<std::size_t> person_key(const Person& person) {
  std::string digits = person.identity_number;
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  constexpr std::size_t telling = 10;
  if (digits.size() < telling) return std::nullopt;
  return std::hash<std::string>{}(digits.substr(digits.size() - telling));
}

FigureForm form_of(FigureId figure) {
  switch (figure) {
    case FigureId::new_sips:
    case FigureId::carried_out_sips:
    case FigureId::people_with_sip:
      return FigureForm::count;
    case FigureId::need_to_summons:
    case FigureId::summons_to_meeting:
    case FigureId::meeting_to_copy:
    case FigureId::meeting_to_follow_up:
      return FigureForm::days;
    default:
      return FigureForm::share;
  }
}

const FigureCell* find_figure(const KeyFigures& figures, FigureId figure, Dimension dimension,
                              std::string_view key) {
  const auto of_id = std::ranges::find(figures.figures, figure, &Figure::id);
  if (of_id == figures.figures.end()) return nullptr;
  const auto found = std::ranges::find_if(of_id->cells, [&](const FigureCell& cell) {
    return cell.dimension == dimension && cell.key == key;
  });
  return found == of_id->cells.end() ? nullptr : &*found;
}

std::size_t FigureTally::Keys::number_of(const std::string& key) {
  const auto [found, is_new] = numbers.try_emplace(key, keys.size());
  if (is_new) keys.push_back(key);
  return found->second;
}

FigureTally::FigureTally(const FigureGround& ground)
    : ground_(ground), frozen_on_(ground.calendar.zone().day_of(ground.frozen_at)) {
  keys(Dimension::total).number_of({});
  for (const char* quarter : {"1", "2", "3", "4"}) keys(Dimension::quarter).number_of(quarter);
  const auto name_all = [&]<class E>(Dimension dimension, E) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto each) { keys(dimension).number_of(each.name); });
  };
  name_all(Dimension::age_group, AgeGroup{});
  name_all(Dimension::sex, Sex{});
}

void FigureTally::add(const CaseFile& file) {
  if (!file.running.is_opened() || file.running.council != ground_.council) return;
  add(count::counted(file.running, {}, ground_.calendar), person_key(file.running.person));
}

void FigureTally::add(const CountedCase& counted, std::optional<std::size_t> person) {
  if (counted.council != ground_.council) return;
  PartNumbers parts{};
  parts.at(static_cast<std::size_t>(Dimension::sex)) = static_cast<std::size_t>(counted.sex);
  std::uint32_t meetings = 0;
  bool is_first = true;
  for (const Observation& one : counted.observations) {
    if (!is_counted(one, ground_, frozen_on_)) continue;
    if (one.figure == FigureId::people_with_sip) {
      ++meetings;
      continue;
    }
    if (std::exchange(is_first, false)) {
      parts.at(static_cast<std::size_t>(Dimension::municipality)) =
          keys(Dimension::municipality).number_of(municipality_of(counted, ground_.known));
    }
    add(one, parts);
  }
  if (meetings == 0) return;
  if (person) {
    meetings_of_[*person] += meetings;
  } else {
    meetings_of_others_.push_back(meetings);
  }
}

const FigureTally::UnitParts& FigureTally::parts_of(const UnitId& unit) {
  const auto [found, is_new] = units_.try_emplace(unit);
  if (is_new) {
    const Unit* known = find_unit(ground_.known, unit);
    found->second.unit = keys(Dimension::unit).number_of(unit.text);
    found->second.principal =
        keys(Dimension::principal)
            .number_of(known ? known->principal.text : std::string{no_municipality});
  }
  return found->second;
}

/// `parts` comes with what is the same for all of the case; the rest is the observation's.
void FigureTally::add(const Observation& one, PartNumbers& parts) {
  const auto part = [&](Dimension dimension) -> std::size_t& {
    return parts.at(static_cast<std::size_t>(dimension));
  };
  const UnitParts& of_unit = parts_of(one.unit);
  part(Dimension::quarter) = (static_cast<unsigned>(one.day.month()) - 1) / 3;
  part(Dimension::principal) = of_unit.principal;
  part(Dimension::unit) = of_unit.unit;
  part(Dimension::age_group) = static_cast<std::size_t>(one.age);
  auto& of_figure = parts_[one.figure];
  for (std::size_t at = 0; at < dimensions; ++at) {
    auto& counts = of_figure.at(at);
    if (counts.size() <= parts.at(at)) counts.resize(parts.at(at) + 1);
    FigureCount& count = counts[parts.at(at)];
    if (one.missing) {
      ++count.missing;
      continue;
    }
    ++count.among;
    if (one.counts) ++count.of;
    if (one.days) ++count.days[*one.days];
  }
}

std::vector<std::string> FigureTally::keys_of(FigureId figure, Dimension dimension) const {
  const auto of_figure = parts_.find(figure);
  const auto at = static_cast<std::size_t>(dimension);
  std::vector<std::string> found;
  if (of_figure == parts_.end() || at >= dimensions) return found;
  const auto& counts = of_figure->second.at(at);
  for (std::size_t number = 0; number < counts.size(); ++number) {
    const bool any = counts[number].among > 0 || counts[number].missing > 0;
    if (any) found.push_back(keys_.at(at).keys[number]);
  }
  return found;
}

FigureCount FigureTally::count(FigureId figure, Dimension dimension, const std::string& key) const {
  const auto of_figure = parts_.find(figure);
  const auto at = static_cast<std::size_t>(dimension);
  if (of_figure == parts_.end() || at >= dimensions) return {};
  const auto number = keys_.at(at).numbers.find(key);
  const auto& counts = of_figure->second.at(at);
  const bool is_there = number != keys_.at(at).numbers.end() && number->second < counts.size();
  return is_there ? counts[number->second] : FigureCount{};
}

}  // namespace kallad::report
