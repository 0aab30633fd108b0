// The two lists there have been: the council's of 2019 and that of 2020, which holds since.
// Not a guess at what a cause means: seed 000 names the later list, seed 003 the earlier one.
#include "engine/report/cause_lists.hpp"

#include <algorithm>

namespace kallad::report {

namespace {

using enum Cause;

/// Seed 000's order.
const std::vector<Cause> list_of_2020 = {
    communication_information,    routines, whole_view,  individual_focus,
    competence_and_understanding, sip,      mina_planer, treatment};

/// Seed 003's order.
const std::vector<Cause> list_of_2019 = {communication,    sip,        routines,      whole_view,
                                         individual_focus, competence, understanding, treatment,
                                         resources};

/// The one change of lists there has been.
const std::vector<CauseMapping> from_2019_to_2020 = {
    {CauseStep::widened, {communication_information}, {communication}},
    {CauseStep::same, {routines}, {routines}},
    {CauseStep::same, {whole_view}, {whole_view}},
    {CauseStep::same, {individual_focus}, {individual_focus}},
    {CauseStep::joined, {competence_and_understanding}, {competence, understanding}},
    {CauseStep::same, {sip}, {sip}},
    {CauseStep::added, {mina_planer}, {}},
    {CauseStep::same, {treatment}, {treatment}},
    {CauseStep::dropped, {}, {resources}}};

}  // namespace

std::vector<Cause> causes_of(int year) {
  std::vector<Cause> list = is_cause_of(mina_planer, year) ? list_of_2020 : list_of_2019;
  std::erase_if(list, [&](Cause cause) { return !is_cause_of(cause, year); });
  return list;
}

bool is_comparable(CauseStep step) { return step == CauseStep::same || step == CauseStep::widened; }

std::vector<CauseMapping> compare_causes(int year, int earlier) {
  const auto now = causes_of(year);
  if (now != causes_of(earlier)) return from_2019_to_2020;
  std::vector<CauseMapping> lines;
  for (const Cause cause : now) lines.push_back({CauseStep::same, {cause}, {cause}});
  return lines;
}

}  // namespace kallad::report
