// Adding up. The key of a part is reckoned once for each observation and dimension.
// Not the publication: figure_cells.cpp.
#include "engine/report/figures/figure_tally.hpp"

#include <algorithm>
#include <functional>

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

void FigureTally::add(const CaseFile& file) {
  if (!file.running.is_opened() || file.running.council != ground_.council) return;
  add(count::counted(file.running, {}, ground_.calendar), person_key(file.running.person));
}

void FigureTally::add(const CountedCase& counted, std::optional<std::size_t> person) {
  const auto seen = observations_of(counted, ground_);
  if (seen.empty()) return;
  const PartKeys parts{counted, ground_};
  std::uint32_t meetings = 0;
  for (const Observation& one : seen) {
    if (one.figure == FigureId::people_with_sip) {
      ++meetings;
      continue;
    }
    std::array<std::string, dimensions> keys;
    for (std::size_t at = 0; at < dimensions; ++at) {
      keys.at(at) = parts.of(one, static_cast<Dimension>(at));
    }
    add(one, keys);
  }
  if (meetings == 0) return;
  if (person) {
    meetings_of_[*person] += meetings;
  } else {
    meetings_of_others_.push_back(meetings);
  }
}

void FigureTally::add(const Observation& one, const std::array<std::string, dimensions>& keys) {
  auto& of_figure = parts_[one.figure];
  for (std::size_t at = 0; at < dimensions; ++at) {
    FigureCount& count = of_figure.at(at)[keys.at(at)];
    if (one.missing) {
      ++count.missing;
      continue;
    }
    ++count.among;
    if (one.counts) ++count.of;
    if (one.days) ++count.days[*one.days];
  }
}

FigureCount FigureTally::count(FigureId figure, Dimension dimension, const std::string& key) const {
  const auto of_figure = parts_.find(figure);
  const auto at = static_cast<std::size_t>(dimension);
  if (of_figure == parts_.end() || at >= dimensions) return {};
  const auto found = of_figure->second.at(at).find(key);
  return found == of_figure->second.at(at).end() ? FigureCount{} : found->second;
}

}  // namespace kallad::report
