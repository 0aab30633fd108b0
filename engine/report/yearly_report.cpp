// Looking things up in a report, and what of it stays when it becomes an earlier year.
// Not the counting: year_tally.cpp.
#include "engine/report/yearly_report.hpp"

#include <algorithm>

namespace kallad::report {

ActorGroup group_of(PrincipalKind kind) {
  switch (kind) {
    case PrincipalKind::region:
      return ActorGroup::region;
    case PrincipalKind::municipality:
      return ActorGroup::municipality;
    case PrincipalKind::private_provider:
      return ActorGroup::private_provider;
    default:
      return ActorGroup::outside;
  }
}

const Count* find_count(const std::vector<ReportCell>& cells, Section section, std::string_view row,
                        std::string_view column) {
  const auto found = std::ranges::find_if(cells, [&](const ReportCell& cell) {
    return cell.section == section && cell.row == row && cell.column == column;
  });
  return found == cells.end() ? nullptr : &found->count;
}

EarlierYear as_earlier(const YearlyReport& published) {
  EarlierYear year{published.head.year,
                   published.head.version,
                   published.head.historical,
                   {},
                   published.most_common};
  for (const ReportCell& cell : published.cells) {
    using enum Section;
    const bool compared = cell.section == came_in || cell.section == outcome ||
                          cell.section == reason || cell.section == cause || cell.section == kind;
    if (compared && cell.column.empty()) year.cells.push_back(cell);
  }
  return year;
}

}  // namespace kallad::report
