// Row by row: the report's own digest, what the row says of it, and the versions before it.
// Not an oath: who can write the file can write a whole other report; its digest stands in every
// copy that was handed out.
#include "adapters/report/kept/check.hpp"

#include <map>
#include <stdexcept>
#include <tuple>

#include "adapters/report/kept/maker.hpp"
#include "adapters/report/report_json.hpp"

namespace kallad::report {

namespace {

struct Row {
  CheckedReport checked;
  std::string json;
};

Row row_of(const SQLite::Statement& row) {
  Row read;
  KeptHead& head = read.checked.head;
  const bool is_figures = row.getColumn(0).getString() == "figures";
  head.kind = is_figures ? ReportKind::figures : ReportKind::deficiencies;
  head.council = CouncilId{row.getColumn(1).getString()};
  head.year = row.getColumn(2).getInt();
  head.version = row.getColumn(3).getInt();
  head.frozen_at = moment_of(row.getColumn(4).getInt64());
  head.published_at = moment_of(row.getColumn(5).getInt64());
  read.checked.account = row.getColumn(6).getString();
  head.digest = row.getColumn(7).getString();
  read.json = row.getColumn(8).getString();
  return read;
}

/// What the report itself says, and its digest; throws where it does not say its own digest.
std::pair<ReportHead, std::string> told_by(const Row& row) {
  const KeptReport kept{row.checked.head, row.json};
  if (kept.head.kind == ReportKind::figures) {
    const KeyFigures figures = figures_in(kept);
    return {figures.head, digest_of(figures)};
  }
  const YearlyReport year = year_in(kept);
  return {year.head, digest_of(year)};
}

std::string damage_of(const Row& row) {
  const KeptHead& head = row.checked.head;
  try {
    const auto [told, digest] = told_by(row);
    if (digest != head.digest) return "the report is another than was published";
    const bool is_same = told.council == head.council && told.year == head.year &&
                         told.version == head.version && told.frozen_at == head.frozen_at;
    return is_same ? "" : "its row says another council, year, version or moment";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

}  // namespace

std::vector<CheckedReport> check_reports(const std::filesystem::path& file) {
  return guarded("reading the report file", [&] {
    SQLite::Database database{file.string(), SQLite::OPEN_READONLY};
    SQLite::Statement rows{database,
                           "SELECT kind, council, year, version, frozen_at, published_at, account,"
                           " digest, json FROM published ORDER BY council, year, kind, version"};
    std::vector<CheckedReport> all;
    std::map<std::tuple<ReportKind, std::string, std::int32_t>, std::int32_t> versions;
    while (rows.executeStep()) {
      Row row = row_of(rows);
      row.checked.damage = damage_of(row);
      const KeptHead& head = row.checked.head;
      const bool follows = head.version == ++versions[{head.kind, head.council.text, head.year}];
      if (row.checked.damage.empty() && !follows)
        row.checked.damage = "a version before it is gone";
      versions[{head.kind, head.council.text, head.year}] = head.version;
      all.push_back(std::move(row.checked));
    }
    return all;
  });
}

}  // namespace kallad::report
